"""What is wrong with the templates of a user's own: each is read, compiled, looked over and made into a paper."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound, nodes

from coparent.errors import CoparentError
from coparent.papers import SECTIONS, Source, paper_from_plans, views_of
from coparent.papers.environment import environment
from coparent.papers.rendering import render, style_of
from coparent.papers.sandbox import Sandbox
from coparent.papers.template_errors import in_words, told
from coparent.papers.template_folders import FOLDER, names_below
from coparent.papers.templates import (
    FORM_NAMES,
    PaperTemplate,
    Parsed,
    TemplateFile,
    all_templates,
    outline,
    read_lineage,
    read_template,
)
from coparent.text.suggestions import nearest


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at its file and line. A warning is something that may be meant."""

    words: str
    is_warning: bool = False


def judge(own: Path, source: Source) -> tuple[Fault, ...]:
    """Everything that is wrong with the templates in a folder, each fault once; papers are made from these plans."""
    found = [*_judge_theme(own)]
    for name in names_below(own):
        found += _judge_file(name, own)
    for template in all_templates(own):
        if template.own_files:
            found += _judge_papers(template, own, source)
    return tuple(dict.fromkeys(found))


def _judge_theme(own: Path) -> Iterator[Fault]:
    try:
        style_of("", own)
    except CoparentError as error:
        yield Fault(error.message)


def _judge_file(name: str, own: Path) -> Iterator[Fault]:
    """What a template says of itself: whether it compiles, and what it refers to."""
    form = next((form for form in FORM_NAMES if name.endswith(f".{form}.j2")), "")
    if not form:
        yield Fault(f"{FOLDER}/{name}: nothing says what it makes: end its name in  .html.j2  or  .md.j2")
        return
    file = TemplateFile(name.removesuffix(f".{form}.j2"), form, own / name, f"{FOLDER}/{name}", is_own=True)
    reading = environment(form, own)
    try:
        parsed = read_template(name, reading)
        reading.get_template(name)
        lineage = read_lineage(file, reading, own)
    except Exception as error:
        yield Fault(_message(told(error, file, own)))
        return
    yield from _judge_names(parsed, file, own, reading)
    yield from _judge_blocks(parsed, lineage[1:], file)
    for node in parsed.tree.find_all(nodes.Filter):
        if node.name == "safe":
            words = "|safe  puts text into the paper as it is: whoever can write it can write HTML"
            yield Fault(f"{file.shown}:{node.lineno}: {words}", is_warning=True)


def _judge_names(parsed: Parsed, file: TemplateFile, own: Path, reading: Sandbox) -> Iterator[Fault]:
    """Whether there is what it includes and imports."""
    for node in parsed.tree.find_all((nodes.Include, nodes.Import, nodes.FromImport)):
        wanted = getattr(node, "template", None)
        if isinstance(wanted, nodes.Const) and isinstance(wanted.value, str):
            try:
                reading.get_template(wanted.value)
            except TemplateNotFound as error:
                yield Fault(f"{file.shown}:{node.lineno}: {in_words(error, own)}")
            except Exception as error:
                yield Fault(_message(told(error, file, own)))


def _judge_blocks(parsed: Parsed, extended: Collection[Parsed], file: TemplateFile) -> Iterator[Fault]:
    """Whether each of its blocks is printed by what it extends."""
    known = [*dict.fromkeys([*(block.name for one in extended for block in one.blocks), *SECTIONS])]
    outer = {block.name for block in parsed.tree.body if isinstance(block, nodes.Block)}
    for block in parsed.blocks if extended else ():
        if block.name in outer and block.name not in known:
            near = nearest(block.name, known)
            offer = f": did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
            yield Fault(f'{file.shown}:{block.lineno}: nothing prints a block "{block.name}"{offer}')


def _judge_papers(template: PaperTemplate, own: Path, source: Source) -> Iterator[Fault]:
    """Whether papers can be made with it, and are the same in each form."""
    papers = [paper for paper in source.workspace.papers if paper.template == template.name]
    outlines: list[tuple[str, ...]] = []
    for file in template.files:
        try:
            outlines.append(outline(file.name, file.form, own, SECTIONS))
            for paper in papers or [paper_from_plans(source.workspace, template.name)]:
                for _, view in views_of(source, paper, outlines[-1]):
                    render(view, file.name, file.form, own)
        except CoparentError as error:
            yield Fault(error.message)
    if len(set(outlines)) > 1:
        yield _differ(template, outlines)


def _differ(template: PaperTemplate, outlines: list[tuple[str, ...]]) -> Fault:
    told = " but ".join(
        f"{FORM_NAMES[file.form]} shows {', '.join(sections) or 'none'}"
        for file, sections in zip(template.files, outlines, strict=True)
    )
    return Fault(
        f'{template.own_files[0].shown}: the sections of "{template.name}" differ, so will their numbers: {told}'
    )


def _message(error: Exception) -> str:
    """What to say of a fault. Raises it again if it is one of ours."""
    if isinstance(error, CoparentError):
        return error.message
    raise error
