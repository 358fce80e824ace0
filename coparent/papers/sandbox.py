"""A Jinja environment for templates that nobody here wrote: they see plain facts, and can neither reach nor flood us.

Jinja's own sandbox keeps to itself what begins with an underscore. This one gives out nothing but the fields of facts
and a few methods of texts, and counts what a template does.
"""

import os
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sized
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from jinja2 import BaseLoader, ChoiceLoader, Environment, PrefixLoader, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, StrictUndefined, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from coparent.documents.stamps import find_stamp
from coparent.papers.filters import add_filters
from coparent.papers.paper_forms import FORMS, Form, TooMuchError, join_bounded
from coparent.papers.template_folders import BUILTIN, FOLDER, SUFFIX, names_below, read_file, shipped_folder
from coparent.text.file_reading import is_folder
from coparent.text.suggestions import nearest

MOST_STEPS = 5_000_000
"""How many turns of loops a paper may take, a call of a macro counting as ten: five times what 200 plans need."""
_STEPS_OF_CALL = 10
_LONGEST_REPEATED = 10_000
_LARGEST_NUMBER = 10**18
_LARGEST_POWER = 16

_OF_TEXTS = frozenset(
    ("capitalize", "endswith", "isdigit", "lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "split")
) | {"startswith", "strip", "upper"}
_METHODS: dict[type, frozenset[str]] = {
    str: _OF_TEXTS,
    Markup: _OF_TEXTS,
    dict: frozenset(("get", "items", "keys", "values")),
}
_OF_JINJA = (BlockReference, LoopContext, Macro, Namespace, TemplateModule, TemplateReference)


class Missing(StrictUndefined):
    """A name that is not there. Whatever is done with it fails, and says which name was meant."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if self._undefined_obj is None:
            return f'there is nothing that could have a field "{name}": it is none'
        fields = getattr(type(self._undefined_obj), "__dataclass_fields__", None)
        if fields is None:
            return f'nothing is called "{name}" here'
        offers = nearest(str(name), fields)
        offer = f": did you mean {offers[0]}?" if offers else ""
        return f'{type(self._undefined_obj).__name__} has no field "{name}"{offer}'


class _Code(CodeGenerator):
    """Writes the Python of a template so that all that is joined or printed goes through our own functions."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja finds it by this name.
        self.write("environment.join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:
        # Jinja would escape any other constant for HTML before we see it.
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return str(node.as_const(frame.eval_ctx))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of the templates of one form. Call `start` before each paper."""

    code_generator_class = _Code
    intercepted_binops = frozenset(("+", "*", "**", "%"))
    concat = staticmethod(join_bounded)

    def __init__(self, form: Form, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            finalize=form.show,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.template_loader = loader
        self.join = form.join
        self.globals = {"range": self._range, "namespace": Namespace}
        add_filters(self, form)
        self.filters["counted"] = self._count
        self._steps = 0

    def start(self) -> None:
        """Begin a paper: nothing has been counted yet."""
        self._steps = 0

    def _spend(self, steps: int) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise TooMuchError(f"this takes more than {MOST_STEPS // 1_000_000} million steps: does it ever end?")

    def _range(self, *bounds: int) -> range:
        numbers = range(*bounds)
        if len(numbers) > _LONGEST_REPEATED:
            raise TooMuchError(f"a range may hold {_LONGEST_REPEATED} numbers at most")
        return numbers

    def _count(self, values: Iterable[object]) -> Iterable[object]:
        """The values that a loop goes through, each counted as a step."""
        if isinstance(values, Sized):
            self._spend(len(values) + 1)
            return values
        return self._count_each(values)

    def _count_each(self, values: Iterable[object]) -> Iterator[object]:
        for value in values:
            self._spend(1)
            yield value

    def _load_template(self, name: str, globals: MutableMapping[str, object] | None) -> Template:  # noqa: A002
        self._spend(_STEPS_OF_CALL)
        return super()._load_template(name, globals)

    # As Jinja has it: an argument may have any name.
    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:  # noqa: N805
        __self._spend(_STEPS_OF_CALL)
        return super().call(__context, __obj, *args, **kwargs)

    def getattr(self, obj: object, attribute: str) -> object:
        # Nearly all that a template asks for are fields of facts, so they take the short way.
        if attribute in getattr(type(obj), "__dataclass_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if not super().is_safe_attribute(obj, attr, value):
            return False
        methods = _METHODS.get(type(obj))
        if methods is not None:
            return attr in methods
        return isinstance(obj, _OF_JINJA) or attr in getattr(type(obj), "__dataclass_fields__", ())

    def wrap_str_format(self, value: object) -> None:
        """Nothing: Jinja would let a text's own format through; here it is refused with the other methods."""

    def unsafe_undefined(self, obj: object, attribute: str) -> StrictUndefined:
        return Missing(f'a template may not use "{attribute}" here', obj, attribute, SecurityError)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.join((left, right))
        if operator in ("*", "+"):
            _check_length(left, right)
        elif not (_is_number(left) and _is_number(right)):
            raise SecurityError(f"a template may use  {operator}  on numbers only")
        if operator == "**" and _is_number(right) and abs(right) > _LARGEST_POWER:
            raise TooMuchError("this makes too large a number")
        result: object = super().call_binop(context, operator, left, right)
        if _is_number(result) and abs(result) > _LARGEST_NUMBER:
            raise TooMuchError("this makes too large a number")
        return result

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        for switch in parsed.find_all(nodes.ScopedEvalContextModifier):
            raise TemplateSyntaxError("escaping cannot be turned off or on", switch.lineno, name, filename)
        for loop in parsed.find_all(nodes.For):
            if loop.recursive:
                raise TemplateSyntaxError("a loop cannot be recursive", loop.lineno, name, filename)
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.iter.lineno)
        return parsed


class _FolderLoader(BaseLoader):
    """Finds templates, and no other files, in a folder, out of which no name and no link leads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        parts = split_template_path(template)
        path = self._folder.joinpath(*parts)
        is_there = path.suffix == SUFFIX and os.path.lexists(path) and not is_folder(path)
        if not is_there or any(part.startswith(".") for part in parts):
            raise TemplateNotFound(template)
        stamp = find_stamp(path)
        text = read_file(path, f"{FOLDER}/{template}", self._folder)
        return text, str(path), lambda: find_stamp(path) == stamp


def open_sandbox(form: str, own: Path | None) -> Sandbox:
    """The environment for a form, html or md. Templates in `own` come before the shipped ones of the same name."""
    return _open_sandbox(form, own, tuple(names_below(own)) if own else (), shipped_folder())


@lru_cache(maxsize=8)
def _open_sandbox(form: str, own: Path | None, names: tuple[str, ...], shipped: Path) -> Sandbox:
    """Holds compiled templates; made anew when a file is added to `own`, for it may stand before a compiled one."""
    in_shipped = _FolderLoader(shipped)
    loaders = [*([_FolderLoader(own)] if own else []), PrefixLoader({BUILTIN: in_shipped}), in_shipped]
    return Sandbox(FORMS[form], ChoiceLoader(loaders))


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, (int, float))


def _check_length(left: object, right: object) -> None:
    """Refuse what would be too long a text or list. Raises TooMuchError."""
    lengths = [len(value) for value in (left, right) if isinstance(value, Sized)]
    if not lengths:
        return
    times = [int(value) for value in (left, right) if _is_number(value)]
    if sum(lengths) * max(times, default=1) > _LONGEST_REPEATED:
        raise TooMuchError(f"this makes more than {_LONGEST_REPEATED} items or characters")
