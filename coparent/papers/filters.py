"""The filters that a template has: few, for laying out; what a paper says is decided before."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jinja2.filters import FILTERS as OF_JINJA
from jinja2.utils import pass_environment
from markupsafe import Markup

from coparent.papers.paper_forms import UnprintableError, escaped, plain

if TYPE_CHECKING:
    from coparent.papers.sandbox import Sandbox

_KEPT = (
    *("abs", "count", "d", "default", "first", "int", "last", "length", "list", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "safe", "select", "selectattr", "sort", "sum", "unique"),
)
_DEEPEST = 40


@pass_environment
def show(environment: "Sandbox", value: Any) -> Markup:
    """A value as it is printed: for what is joined to what is printed already."""
    return environment.form.show(value)


@pass_environment
def inline(environment: "Sandbox", value: Any) -> Markup:
    """A value in one line, as a table's cell or a sentence needs it."""
    return environment.form.show_inline(value)


@pass_environment
def block(environment: "Sandbox", value: Any) -> Markup:
    """A value as paragraphs and lists, even if it is a plain text."""
    return environment.form.show_block(value)


@pass_environment
def href(environment: "Sandbox", value: Any) -> Markup:
    """Where a link leads, for  href="…"  and for  [words](…)."""
    return environment.form.show_address(value)


@pass_environment
def join(environment: "Sandbox", values: Iterable[Any], between: Any = "", attribute: str | None = None) -> str:
    """Values with something between each two; each is escaped in its own way."""
    pieces: list[Any] = []
    for value in values:
        pieces += [between] if pieces else []
        pieces.append(value if attribute is None else environment.getattr(value, attribute))
    return environment.form.join(pieces)


@pass_environment
def indent(environment: "Sandbox", value: Any, width: int = 2) -> Markup:
    """A value with spaces before each of its lines but the first, as an item of a list needs it in Markdown."""
    if not 0 <= width <= _DEEPEST:
        raise UnprintableError(f"a text can be indented by {_DEEPEST} spaces at most")
    first, *rest = environment.form.show(value).split("\n")
    return escaped("\n".join([first, *(f"{' ' * width}{line}" if line else "" for line in rest)]))


def round_off(value: float, digits: int = 0) -> float:
    """A number with so many digits after its point; without any, a whole number."""
    rounded = round(value, min(max(digits, 0), 6))
    return rounded if digits > 0 else int(rounded)


FILTERS: dict[str, Callable[..., Any]] = {
    **{name: OF_JINJA[name] for name in _KEPT},
    "block": block,
    "capitalize": lambda value: plain(value).capitalize(),
    "e": show,
    "escape": show,
    "href": href,
    "indent": indent,
    "inline": inline,
    "join": join,
    "lower": lambda value: plain(value).lower(),
    "plain": plain,
    "round": round_off,
    "trim": lambda value: plain(value).strip(),
    "upper": lambda value: plain(value).upper(),
}
