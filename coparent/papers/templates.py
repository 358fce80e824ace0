"""The templates there are, in which forms, and which sections each shows: read from their blocks, and not run."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from coparent.errors import CoparentError
from coparent.papers.environment import environment
from coparent.papers.sandbox import Sandbox
from coparent.papers.template_errors import in_words, told
from coparent.papers.template_folders import BUILTIN, FOLDER, read_file, shipped_folder
from coparent.text.patterns import compile_later
from coparent.text.suggestions import nearest

FORM_NAMES = {"md": "Markdown", "html": "HTML"}
"""The forms a template can have, by the ending of its name before .j2, and what people call them."""

_FILE = compile_later(rf"(?P<name>[^.]+)\.(?P<form>{'|'.join(FORM_NAMES)})\.j2")
_PURPOSE = compile_later(r"\s*\{#-?\s*For:\s*(?P<purpose>.*?)\s*-?#\}")


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One form of a template. `shown` is its path as people read it, from the folder that holds the plans."""

    name: str
    form: str
    path: Path
    shown: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A template that was read: what it is called, where it lies, its text and its tree."""

    name: str
    filename: str
    source: str
    tree: nodes.Template

    @property
    def blocks(self) -> tuple[nodes.Block, ...]:
        """Its blocks, as they are written."""
        return tuple(self.tree.find_all(nodes.Block))


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A template: `files` are its forms as they count, `shipped` those that are shipped, in use or not."""

    name: str
    files: tuple[TemplateFile, ...]
    shipped: tuple[TemplateFile, ...]

    @property
    def own_files(self) -> tuple[TemplateFile, ...]:
        """Those of its forms that lie beside the plans."""
        return tuple(file for file in self.files if file.is_own)


def all_templates(own: Path | None) -> tuple[PaperTemplate, ...]:
    """Every template there is, by name."""
    shipped = _files(shipped_folder(), is_own=False)
    found = {**shipped, **(_files(own, is_own=True) if own else {})}
    return tuple(
        PaperTemplate(name, _of_name(name, found), _of_name(name, shipped))
        for name in sorted({name for name, _ in found})
    )


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
        if match := _PURPOSE.match(read_file(file.path, file.shown, file.path.parent)):
            return match["purpose"]
    return ""


def outline(name: str, form: str, own: Path | None, sections: Collection[str]) -> tuple[str, ...]:
    """Which of these sections a template shows, in its order.

    That is the order of the blocks in the template that the others extend, the first of them that has any; a section
    that an extending template adds stands after the one written before it. A block left empty takes its section out.
    Raises CoparentError for a template that is not there, or is the user's own and cannot be read.
    """
    file = find_file(name, form, own)
    try:
        lineage = read_lineage(file, environment(form, own), own)
    except Exception as error:
        raise told(error, file, own) from None
    order: list[str] = []
    for parsed in reversed(lineage):
        _merge(order, [block.name for block in parsed.blocks if block.name in sections])
    last = {block.name: block for parsed in reversed(lineage) for block in parsed.blocks}
    return tuple(section for section in order if not _is_empty(last[section]))


def read_lineage(file: TemplateFile, reading: Sandbox, own: Path | None) -> Sequence[Parsed]:
    """A template, the one it extends, the one which that extends, and so on. Raises what Jinja does."""
    lineage = [read_template(f"{file.name}.{file.form}.j2", reading)]
    while extends := lineage[-1].tree.find(nodes.Extends):
        if not isinstance(extends.template, nodes.Const):
            raise _error("write the name of the template that is extended in quotes", extends, lineage[-1])
        name = str(extends.template.value)
        try:
            parsed = read_template(name, reading)
        except TemplateNotFound as error:
            raise _error(in_words(error, own), extends, lineage[-1]) from None
        if any(parsed.filename == other.filename for other in lineage):
            raise _error(f"this template extends itself: write  {BUILTIN}/{name}", extends, lineage[-1])
        lineage.append(parsed)
    return lineage


def read_template(name: str, reading: Sandbox) -> Parsed:
    """A template as a tree. Raises what Jinja does."""
    if reading.loader is None:
        raise TemplateNotFound(name)
    source, filename, _ = reading.loader.get_source(reading, name)
    return Parsed(name, filename or name, source, reading.parse(source, name, filename))


def _error(message: str, node: nodes.Node, parsed: Parsed) -> Exception:
    return TemplateSyntaxError(message, node.lineno, parsed.name, parsed.filename)


def _merge(order: list[str], written: Sequence[str]) -> None:
    """Put what is written and not yet in the order after what is written before it; at the end, if nothing is."""
    is_first = not order
    place = len(order)
    for name in written:
        if name in order and not is_first:
            place = order.index(name) + 1
        elif name not in order:
            order.insert(place, name)
            place += 1


def _is_empty(block: nodes.Block) -> bool:
    return all(_is_blank(node) for node in block.body)


def _is_blank(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Output):
        return False
    return all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes)


def _files(folder: Path, *, is_own: bool) -> dict[tuple[str, str], TemplateFile]:
    """The templates in a folder, by name and form."""
    files: dict[tuple[str, str], TemplateFile] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = _FILE.fullmatch(path.name)
        if match and path.is_file():
            key = match["name"], match["form"]
            files[key] = TemplateFile(*key, path, f"{FOLDER}/{path.name}", is_own)
    return files


def _of_name(name: str, files: dict[tuple[str, str], TemplateFile]) -> tuple[TemplateFile, ...]:
    return tuple(files[name, form] for form in FORM_NAMES if (name, form) in files)
