"""Everything that is wrong with the templates of a user's own: each is read, compiled and made into a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from jinja2 import TemplateNotFound, nodes

from coparent.errors import CoparentError
from coparent.papers import SECTIONS, PaperView, Source, paper_from_plans, views_of
from coparent.papers.limits import run_limited, start_counting
from coparent.papers.paper_forms import TooMuchError
from coparent.papers.rendering import render, style_of
from coparent.papers.sandbox import Sandbox, open_sandbox
from coparent.papers.template_errors import cut_short, describe_error, translate_error
from coparent.papers.template_folders import FOLDER, names_below, replaces_parts
from coparent.papers.template_headings import describe_fault, line_to_write, read_headings
from coparent.papers.template_outlines import ParsedTemplate, outline, read_lineage, read_template
from coparent.papers.templates import FORM_NAMES, PaperTemplate, TemplateFile, all_templates
from coparent.text.suggestions import nearest

MOST_TEMPLATES = 100
"""How many templates of a user's own are checked at once."""
MOST_FAULTS = 200
"""How many faults of one template are shown at once."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template: `message` opens with its file and line; what a warning is about may be meant."""

    message: str
    is_warning: bool = False


def check_templates(own: Path, source: Source) -> tuple[TemplateFault, ...]:
    """Everything that is wrong with the templates in a folder, each fault once; papers are made from these plans."""
    start_counting()
    faults = [*_check_theme(own)]
    names = [*names_below(own)]
    if len(names) > MOST_TEMPLATES:
        return (
            TemplateFault(
                f"{FOLDER}/: more than {MOST_TEMPLATES} templates are not checked: take out what no paper needs"
            ),
        )
    for name in names:
        faults += _check_limited(name, own)
    replaces = replaces_parts(own)
    for template in all_templates(own):
        if template.own_files or replaces:
            faults += _check_papers(template, own, source)
    return tuple(dict.fromkeys(replace(fault, message=cut_short(fault.message)) for fault in faults))


def _check_limited(name: str, own: Path) -> Sequence[TemplateFault]:
    """What is wrong with a template before a paper is made of it, looked for in a process that can be stopped."""
    try:
        faults = run_limited(lambda: tuple(islice(_check_file(name, own), MOST_FAULTS + 1)))
    except (TooMuchError, MemoryError) as error:
        return (TemplateFault(f"{FOLDER}/{name}: {describe_error(error, own)}"),)
    more = TemplateFault(f"{FOLDER}/{name}: there is more, which is shown once these are mended", is_warning=True)
    return faults if len(faults) <= MOST_FAULTS else (*faults[:MOST_FAULTS], more)


def _check_theme(own: Path) -> Iterator[TemplateFault]:
    try:
        style_of("", own)
    except CoparentError as error:
        yield TemplateFault(error.message)


def _check_file(name: str, own: Path) -> Iterator[TemplateFault]:
    """Whether a template compiles, and whether there is what it refers to."""
    form = next((form for form in FORM_NAMES if name.endswith(f".{form}.j2")), "")
    if not form:
        yield TemplateFault(f"{FOLDER}/{name}: nothing says what it makes: end its name in  .html.j2  or  .md.j2")
        return
    file = TemplateFile(name.removesuffix(f".{form}.j2"), form, own / name, f"{FOLDER}/{name}", is_own=True)
    sandbox = open_sandbox(form, own)
    try:
        parsed = read_template(name, sandbox)
        sandbox.get_template(name)
        extended = read_lineage(file, sandbox, own)[1:]
    except Exception as error:
        yield TemplateFault(_message_of(translate_error(error, file, own)))
        return
    yield from _check_names(parsed, file, own, sandbox)
    yield from _check_blocks(parsed, extended, file.shown)
    for node in parsed.tree.find_all(nodes.Filter):
        if node.name == "safe":
            words = "|safe  puts text into the paper as it is: whoever can write it can write HTML"
            yield TemplateFault(f"{file.shown}:{node.lineno}: {words}", is_warning=True)


def _check_names(parsed: ParsedTemplate, file: TemplateFile, own: Path, sandbox: Sandbox) -> Iterator[TemplateFault]:
    """Whether there is what it includes and imports."""
    for node in parsed.tree.find_all((nodes.Include, nodes.Import, nodes.FromImport)):
        wanted = getattr(node, "template", None)
        if isinstance(wanted, nodes.Const) and isinstance(wanted.value, str):
            try:
                sandbox.get_template(wanted.value)
            except TemplateNotFound as error:
                yield TemplateFault(f"{file.shown}:{node.lineno}: {describe_error(error, own)}")
            except Exception as error:
                yield TemplateFault(_message_of(translate_error(error, file, own)))


def _check_blocks(parsed: ParsedTemplate, extended: Sequence[ParsedTemplate], shown: str) -> Iterator[TemplateFault]:
    """Whether each of its blocks is printed by what it extends."""
    if not extended:
        return
    known = dict.fromkeys([*(block.name for template in extended for block in template.blocks), *SECTIONS])
    for block in parsed.tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            near = nearest(block.name, known)
            offer = f": did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
            yield TemplateFault(f'{shown}:{block.lineno}: nothing prints a block "{block.name}"{offer}')


def _check_papers(template: PaperTemplate, own: Path, source: Source) -> Iterator[TemplateFault]:
    """Whether papers can be made with it, with the same sections in each form."""
    papers = [paper for paper in source.workspace.papers if paper.template == template.name]
    outlines: list[tuple[str, ...]] = []
    for file in template.files:
        try:
            outlines.append(outline(file.name, file.form, own, SECTIONS))
            for paper in papers or [paper_from_plans(source.workspace, template.name)]:
                for _, view in views_of(source, paper, outlines[-1]):
                    text = render(view, file.name, file.form, own)
                    yield from run_limited(partial(_check_headings, view, text, file, own))
        except CoparentError as error:
            yield TemplateFault(error.message)
        except (TooMuchError, MemoryError) as error:
            yield TemplateFault(f"{file.shown}: {describe_error(error, own)}")
    if len(set(outlines)) > 1:
        shown = " but ".join(
            f"{FORM_NAMES[file.form]} shows {', '.join(sections) or 'none'}"
            for file, sections in zip(template.files, outlines, strict=True)
        )
        yield TemplateFault(
            f'{template.files[0].shown}: the sections of "{template.name}" differ, so will their numbers: {shown}'
        )


def _check_headings(view: PaperView, text: str, file: TemplateFile, own: Path) -> Sequence[TemplateFault]:
    """Whether each section stands under its heading, by which the contents and the other form know it."""
    shown = read_headings(text, file.form)
    faulty = {heading: words for heading in view.sections if (words := describe_fault(heading, shown, file.form))}
    if not faulty:
        return ()
    lineage = read_lineage(file, open_sandbox(file.form, own), own)
    has_blocks = any(parsed.name == f"parts/paper.{file.form}.j2" for parsed in lineage)
    found: list[TemplateFault] = []
    for heading, words in faulty.items():
        place = _find_block(lineage, heading.name, file, own)
        section = f'section "{heading.name}"' if heading.name else f'officers\' section "{heading.title}"'
        line = line_to_write(heading.name, has_blocks=has_blocks, form=file.form)
        found.append(TemplateFault(f"{place}: the {section} {words}: write  {line}"))
    return found


def _find_block(lineage: Sequence[ParsedTemplate], name: str, file: TemplateFile, own: Path) -> str:
    """Where the user's own templates write a block, with its line; the template's file where they do not."""
    for parsed in lineage:
        block = next((block for block in parsed.blocks if block.name == name), None)
        if block is not None and Path(parsed.filename).is_relative_to(own):
            return f"{FOLDER}/{Path(parsed.filename).relative_to(own).as_posix()}:{block.lineno}"
    return file.shown


def _message_of(error: Exception) -> str:
    """What a CoparentError says. Raises any other error, a fault of this program, again."""
    if isinstance(error, CoparentError):
        return error.message
    raise error
