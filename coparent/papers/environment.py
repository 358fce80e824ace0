"""The environment that templates of one form are compiled in, and where it finds them."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, PrefixLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from coparent.papers.paper_forms import FORMS
from coparent.papers.sandbox import Sandbox
from coparent.papers.template_folders import BUILTIN, FOLDER, names_below, read_file, shipped_folder


class _Folder(BaseLoader):
    """A folder of templates, out of which no name and no link leads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self._folder.joinpath(*split_template_path(template))
        if not path.is_file():
            raise TemplateNotFound(template)
        written = path.stat().st_mtime_ns
        text = read_file(path, f"{FOLDER}/{template}", self._folder)
        return text, str(path), lambda: path.is_file() and path.stat().st_mtime_ns == written


def environment(form: str, own: Path | None) -> Sandbox:
    """The environment for a form, html or md. Templates in `own` come before the shipped ones of the same name."""
    names = tuple(names_below(own)) if own else ()
    return _environment(form, own, names, shipped_folder())


@lru_cache(maxsize=8)
def _environment(form: str, own: Path | None, names: tuple[str, ...], shipped: Path) -> Sandbox:
    """As above, made anew when a file is added to `own`: it may stand before one that was compiled already."""
    ours = _Folder(shipped)
    loaders = [*([_Folder(own)] if own else []), PrefixLoader({BUILTIN: ours}), ours]
    return Sandbox(FORMS[form], loader=ChoiceLoader(loaders))
