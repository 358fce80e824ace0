"""The templates there are, shipped and a user's own, and the forms that each has."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coparent.errors import CoparentError
from coparent.papers.template_folders import FOLDER, files_in, read_file, shipped_folder
from coparent.text.file_reading import is_file
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest

FORM_NAMES = {"md": "Markdown", "html": "HTML"}
"""The forms a template can have, by the ending of its name before .j2, and what people call them."""

_FILE_NAME = compile_later(rf"(?P<name>[^.]+)\.(?P<form>{'|'.join(FORM_NAMES)})\.j2")
_PURPOSE = compile_later(r"\s*\{#-?\s*For:(?P<purpose>[^#]*)#\}")


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One form of a template. `shown` is its path as people read it, from the folder that holds the plans."""

    name: str
    form: str
    path: Path
    shown: str
    is_own: bool

    def read(self) -> str:
        """Its source. Raises CoparentError if it cannot be read."""
        return read_file(self.path, self.shown, self.path.parent)


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A template: `files` are its forms in use, `shipped` those that are shipped, in use or not."""

    name: str
    files: tuple[TemplateFile, ...]
    shipped: tuple[TemplateFile, ...]

    @property
    def own_files(self) -> tuple[TemplateFile, ...]:
        """Those of its forms that lie beside the plans."""
        return tuple(file for file in self.files if file.is_own)


def all_templates(own: Path | None) -> tuple[PaperTemplate, ...]:
    """Every template there is, by name."""
    shipped = _files_in(shipped_folder(), is_own=False)
    found = {**shipped, **(_files_in(own, is_own=True) if own else {})}
    names = sorted({name for name, _ in found})
    return tuple(PaperTemplate(name, _forms_of(name, found), _forms_of(name, shipped)) for name in names)


def find(name: str, own: Path | None) -> PaperTemplate:
    """A template by name. Raises CoparentError, with the nearest, if there is none."""
    templates = {template.name: template for template in all_templates(own)}
    if name in templates:
        return templates[name]
    near = nearest(name, templates, cutoff=0.5)
    raise CoparentError(
        f'there is no template "{name}"', f"did you mean  {near[0]}?" if near else "coparent templates list  shows all"
    )


def find_file(name: str, form: str, own: Path | None) -> TemplateFile:
    """One form of a template. Raises CoparentError if there is no such template, or it has not this form."""
    template = find(name, own)
    for file in template.files:
        if file.form == form:
            return file
    has = " and ".join(FORM_NAMES[file.form] for file in template.files)
    raise CoparentError(
        f'the template "{name}" makes {has}, not {FORM_NAMES.get(form, form)}', f"add  {FOLDER}/{name}.{form}.j2"
    )


def purpose_of(template: PaperTemplate) -> str:
    """What a template is for, as the comment that opens it says; "" if none does."""
    for file in (*template.files, *template.shipped):
        with suppress(CoparentError):  # `coparent templates check` says what is wrong with it.
            if match := _PURPOSE.match(file.read()):
                return match["purpose"].removesuffix("-").strip()
    return ""


def _files_in(folder: Path, *, is_own: bool) -> dict[tuple[str, str], TemplateFile]:
    """The templates in a folder, by name and form."""
    files: dict[tuple[str, str], TemplateFile] = {}
    for path in files_in(folder):
        match = _FILE_NAME.fullmatch(path.name)
        if match and is_file(path):
            key = match["name"], match["form"]
            files[key] = TemplateFile(*key, path, f"{FOLDER}/{path.name}", is_own)
    return files


def _forms_of(name: str, files: Mapping[tuple[str, str], TemplateFile]) -> tuple[TemplateFile, ...]:
    return tuple(files[name, form] for form in FORM_NAMES if (name, form) in files)
