"""Templates to start one's own from: a copy of a shipped one, or a file that changes one block of it."""

from jinja2 import Environment

from coparent.errors import CoparentError
from coparent.papers.environment import environment
from coparent.papers.template_folders import BUILTIN, read_file
from coparent.papers.templates import TemplateFile, read_lineage
from coparent.text.suggestions import nearest


def copy_of(file: TemplateFile) -> str:
    """The whole source of a template. Raises CoparentError if it cannot be read."""
    return read_file(file.path, file.shown, file.path.parent)


def extension_of(file: TemplateFile, block: str) -> str:
    """A template that is the shipped one but for a block, whose source it holds, ready to be changed.

    Raises CoparentError, with the nearest, if neither the template nor what it extends has that block.
    """
    lineage = read_lineage(file, environment(file.form, None), None)
    for parsed in lineage:
        if source := source_of(block, parsed.source):
            return f'{{% extends "{BUILTIN}/{file.path.name}" %}}\n\n{source}\n'
    known = dict.fromkeys(found.name for parsed in lineage for found in parsed.blocks)
    near = nearest(block, known, cutoff=0.5)
    raise CoparentError(
        f'the template "{file.name}" has no block "{block}"',
        f"did you mean  {near[0]}?" if near else f"its blocks are: {', '.join(known)}",
    )


def source_of(block: str, source: str) -> str:
    """A block as it is written, from its first tag to its last; "" if it is not there."""
    place = start = opened = depth = 0
    names: list[str] = []
    for _, kind, text in Environment(autoescape=True).lex(source):
        place = source.index(text, place)  # What a hyphen in a tag takes away was never among the tokens.
        if kind == "block_begin":
            opened, names = place, []
        elif kind == "name":
            names.append(text)
        place += len(text)
        if kind != "block_end":
            continue
        if names[:1] == ["block"] and (depth or names[1] == block):
            start, depth = start if depth else opened, depth + 1
        elif names[:1] == ["endblock"] and depth:
            depth -= 1
            if not depth:
                return source[start:place].rstrip()
    return ""
