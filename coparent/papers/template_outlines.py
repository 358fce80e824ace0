"""Which sections a template shows, read from its blocks without running it; and any one block, to be changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from coparent.errors import CoparentError
from coparent.papers.limits import run_limited
from coparent.papers.paper_forms import TooMuchError
from coparent.papers.sandbox import Sandbox, open_sandbox
from coparent.papers.template_errors import describe_error, translate_error
from coparent.papers.template_folders import BUILTIN
from coparent.papers.templates import TemplateFile, find_file
from coparent.text.suggestions import nearest

_DEEPEST = 20
"""How many templates may extend one another in a row."""


@dataclass(frozen=True, slots=True)
class ParsedTemplate:
    """A template that was read and not run: its name, where it lies, its text and its syntax tree."""

    name: str
    filename: str
    source: str
    tree: nodes.Template

    @property
    def blocks(self) -> tuple[nodes.Block, ...]:
        """Its blocks, in the order they are written."""
        return tuple(self.tree.find_all(nodes.Block))


def outline(name: str, form: str, own: Path | None, sections: Collection[str]) -> tuple[str, ...]:
    """Which of these sections a template shows, in its order.

    That is the order of the blocks in the template that the others extend, the first of them that has any; a section
    that an extending template adds stands after the one written before it. A block left empty takes its section out.
    Raises CoparentError for a template that is not there, or is the user's own and cannot be read.
    """
    file = find_file(name, form, own)
    if own is None:
        return _outline(file, own, sections)
    try:
        return run_limited(lambda: _outline(file, own, sections))
    except (TooMuchError, MemoryError) as error:
        raise translate_error(error, file, own) from None


def _outline(file: TemplateFile, own: Path | None, sections: Collection[str]) -> tuple[str, ...]:
    try:
        lineage = read_lineage(file, open_sandbox(file.form, own), own)
    except Exception as error:
        raise translate_error(error, file, own) from None
    order: list[str] = []
    for parsed in reversed(lineage):
        _merge(order, [block.name for block in parsed.blocks if block.name in sections])
    last = {block.name: block for parsed in reversed(lineage) for block in parsed.blocks}
    return tuple(section for section in order if not _is_empty(last[section]))


def read_lineage(file: TemplateFile, sandbox: Sandbox, own: Path | None) -> Sequence[ParsedTemplate]:
    """A template, then the one it extends, and so on to the one that extends none. Raises what Jinja does."""
    lineage = [read_template(f"{file.name}.{file.form}.j2", sandbox)]
    while extends := lineage[-1].tree.find(nodes.Extends):
        if not isinstance(extends.template, nodes.Const):
            raise _syntax_error("write the name of the template that is extended in quotes", extends, lineage[-1])
        name = str(extends.template.value)
        try:
            parsed = read_template(name, sandbox)
        except TemplateNotFound as error:
            raise _syntax_error(describe_error(error, own), extends, lineage[-1]) from None
        if any(parsed.filename == earlier.filename for earlier in lineage):
            raise _syntax_error(f"this template extends itself: write  {BUILTIN}/{name}", extends, lineage[-1])
        if len(lineage) == _DEEPEST:
            raise _syntax_error(f"one template extends another {_DEEPEST} times over", extends, lineage[-1])
        lineage.append(parsed)
    return lineage


def read_template(name: str, sandbox: Sandbox) -> ParsedTemplate:
    """A template as a tree. Raises what Jinja does."""
    source, filename, _ = sandbox.template_loader.get_source(sandbox, name)
    return ParsedTemplate(name, filename or name, source, sandbox.parse(source, name, filename))


def build_extension(file: TemplateFile, block: str) -> str:
    """The source of a template that is the shipped one but for a block, which it holds, ready to be changed.

    Raises CoparentError, with the nearest, if neither the template nor what it extends has that block.
    """
    lineage = read_lineage(file, open_sandbox(file.form, None), None)
    for parsed in lineage:
        if source := block_source(block, parsed.source):
            return f'{{% extends "{BUILTIN}/{file.path.name}" %}}\n\n{source}\n'
    known = dict.fromkeys(found.name for parsed in lineage for found in parsed.blocks)
    near = nearest(block, known, cutoff=0.5)
    raise CoparentError(
        f'the template "{file.name}" has no block "{block}"',
        f"did you mean  {near[0]}?" if near else f"its blocks are: {', '.join(known)}",
    )


def block_source(block: str, source: str) -> str:
    """A block as it is written, from its first tag to its last; "" if it is not there."""
    place = start = tag = depth = 0
    names: list[str] = []
    for _, kind, text in Environment(autoescape=True).lex(source):
        place = source.index(text, place)  # What a hyphen in a tag takes away was never among the tokens.
        if kind == "block_begin":
            tag, names = place, []
        elif kind == "name":
            names.append(text)
        place += len(text)
        if kind != "block_end":
            continue
        if names[:1] == ["block"] and (depth or names[1] == block):
            start, depth = start if depth else tag, depth + 1
        elif names[:1] == ["endblock"] and depth:
            depth -= 1
            if not depth:
                return source[start:place].rstrip()
    return ""


def _syntax_error(message: str, node: nodes.Node, parsed: ParsedTemplate) -> TemplateSyntaxError:
    return TemplateSyntaxError(message, node.lineno, parsed.name, parsed.filename)


def _merge(order: list[str], written: Sequence[str]) -> None:
    """Put each section that is not yet in the order after the one written before it; at the end, if none is."""
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
