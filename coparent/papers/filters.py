"""The filters that a template has: few, for laying out; what a paper says is decided before."""

from collections.abc import Iterable
from functools import partial

from jinja2 import Environment
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.utils import pass_environment
from markupsafe import Markup

from coparent.papers.paper_forms import FORMS, Form, UnprintableError, mark_escaped, plain

_OF_JINJA = (
    *("abs", "count", "d", "default", "first", "int", "last", "length", "list", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "safe", "select", "selectattr", "sort", "sum", "unique"),
)
_DEEPEST = 40


def add_filters(environment: Environment, form: Form) -> None:
    """Give an environment the filters of its form, and no other."""
    environment.filters = {
        **{name: JINJA_FILTERS[name] for name in _OF_JINJA},
        "block": form.show_block,
        "capitalize": lambda value: plain(value).capitalize(),
        "e": form.show,
        "escape": form.show,
        "href": form.show_address,
        "indent": partial(indent, form),
        "inline": form.show_inline,
        "join": pass_environment(partial(join, form)),
        "lower": lambda value: plain(value).lower(),
        "plain": plain,
        "round": round_off,
        "trim": lambda value: plain(value).strip(),
        "upper": lambda value: plain(value).upper(),
    }


def filter_names() -> list[str]:
    """The names of the filters, the same in every form, sorted."""
    environment = Environment(autoescape=True)
    add_filters(environment, FORMS["html"])
    return sorted(environment.filters)


def join(
    form: Form,
    environment: Environment,
    values: Iterable[object],
    between: object = "",
    attribute: str | None = None,
) -> str:
    """Values, or an attribute of each, with something between each two; each is escaped in its own way."""
    pieces: list[object] = []
    for value in values:
        pieces += [between] if pieces else []
        pieces.append(value if attribute is None else environment.getattr(value, attribute))
    return form.join(pieces)


def indent(form: Form, value: object, width: int = 2) -> Markup:
    """A value with spaces before each of its lines but the first, as an item of a list needs it in Markdown."""
    if not 0 <= width <= _DEEPEST:
        raise UnprintableError(f"a text can be indented by {_DEEPEST} spaces at most")
    first, *rest = form.show(value).split("\n")
    return mark_escaped("\n".join([first, *(f"{' ' * width}{line}" if line else "" for line in rest)]))


def round_off(value: float, digits: int = 0) -> float:
    """A number with so many digits after its point; without any, a whole number."""
    rounded = round(value, min(max(digits, 0), 6))
    return rounded if digits > 0 else int(rounded)
