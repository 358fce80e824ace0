"""The papers of `coparent render`: chosen, made from the plans, and written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from coparent.cli.loading import LoadedPlans, load_sound, open_plans, stop
from coparent.cli.output import say, write_out
from coparent.cli.result_files import ResultFiles
from coparent.cli.terminal import Colour, shorten
from coparent.cli.watch import each_save, passing_over_errors
from coparent.documents.tree import PlanTree
from coparent.errors import CoparentError
from coparent.papers import (
    SECTIONS,
    PaperView,
    Source,
    find_paper,
    paper_from_plans,
    views_of,
    with_audience,
    write_context,
)
from coparent.papers.limits import start_counting
from coparent.papers.rendering import render
from coparent.papers.template_folders import FOLDER, files_below, own_folder
from coparent.papers.template_outlines import outline
from coparent.papers.templates import FORM_NAMES, find
from coparent.schema.naming import short_name
from coparent.schema.paper import Paper
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words
from coparent.values import frozen


@frozen
class RenderOptions:
    """Which papers or template to render, from which plans, for whom, in which form, and where they go.

    `form` is "" where nothing says one. `dry_run` makes the papers, in every form they have, and writes nothing.
    """

    papers: Sequence[str]
    all_papers: bool
    dry_run: bool
    template: str | None
    organisation: str | None
    audience: str | None
    plans: Path | None
    as_at: str | None
    as_at_was_typed: bool
    output: Path | None
    form: str
    context: bool
    only_shipped: bool
    draft: bool
    watch: bool
    opens: bool
    color: Colour
    quiet: bool
    verbose: bool


def make_papers_at_each_save(options: RenderOptions) -> None:
    """Make the papers at once, and again at every save of a plan or a template, until Ctrl+C; open one only once."""
    plans = open_plans(options.plans).plans
    for _ in each_save(plans, also=lambda: files_below(plans.parent / FOLDER) if own_folder(plans) else ()):
        with passing_over_errors():
            make_papers(options)
            options = replace(options, opens=False)


def make_papers(options: RenderOptions) -> None:
    """Make what is asked for, one paper for each organisation, and write them to their files or to stdout."""
    plans = load_sound(options.plans, options.as_at, draft=options.draft, color=options.color)
    if options.verbose:
        say(plans.summary)
    start_counting()
    own_templates = None if options.only_shipped else own_folder(plans.tree.plans)
    papers = _choose_papers(plans, options)
    if options.dry_run:
        try_papers(plans, options, papers, own_templates)
        return
    for paper in papers:
        if lacking := _what_is_lacking(paper, options):
            stop(plans, paper.where.path, _how_to_make_it(lacking), options.color)
    named = [
        (text, short_name(paper) if len(papers) > 1 else "", organisation if has_many else "")
        for paper in papers
        for has_many, organisation, text in _make_texts(plans, options, paper, own_templates)
    ]
    if options.output is None:
        for text, *_ in named:
            write_out(text, _form_of(options))
        return
    _write_files([(_name_file(options.output, *names), text) for text, *names in named], plans.tree, options)


def _make_texts(
    plans: LoadedPlans, options: RenderOptions, paper: Paper, own_templates: Path | None
) -> Iterator[tuple[bool, str, str]]:
    """A paper for each organisation that it is made for, with its id, and whether files are named for it."""
    form = options.form or "md"
    views = dict(_build_views(plans, options, paper, form, own_templates))
    if options.output is None:
        _refuse_many(list(views), form)
    has_many = list(views) != [options.organisation or paper.organisation or ""]
    for organisation, view in views.items():
        text = write_context(view) if options.context else render(view, view.template, form, own_templates)
        yield has_many, organisation, text


def _write_files(files: Sequence[tuple[Path, str]], tree: PlanTree, options: RenderOptions) -> None:
    results = ResultFiles([path for path, _ in files], tree)
    for path, text in files:
        results.write(path, text, _form_of(options))
        if not options.quiet:
            say(f"wrote {shorten(path)}")
    if options.opens and files:
        typer.launch(str(files[0][0].absolute()))


def try_papers(plans: LoadedPlans, options: RenderOptions, papers: Sequence[Paper], own_templates: Path | None) -> None:
    """Make papers and write nothing but a line on stderr for each: what it can be made as, or why it cannot be made."""
    has_failed = False
    for paper in papers:
        name = f"--template {paper.template}" if options.template else plans.path(paper.where.path)
        try:
            made = _try_paper(plans, options, paper, own_templates)
        except CoparentError as error:
            has_failed = True
            say(f"{name}: cannot be made: {error.message}{f': {error.advice}' if error.advice else ''}")
        else:
            if not options.quiet:
                say(f"{name}: can be made as {made}")
    if has_failed:
        raise typer.Exit(1)


def _try_paper(plans: LoadedPlans, options: RenderOptions, paper: Paper, own_templates: Path | None) -> str:
    """Make a paper in each form that is wanted; what was made, in words. Raises CoparentError if one cannot be made."""
    if lacking := _what_is_lacking(paper, options):
        raise CoparentError(f'its "{lacking}" cannot be read', _how_to_make_it(lacking))
    has_form = (file.form for file in find(str(paper.template), own_templates).files)
    forms = [options.form] if options.form else [*has_form]
    made = [
        render(view, view.template, form, own_templates)
        for form in forms
        for _, view in _build_views(plans, options, paper, form, own_templates)
    ]
    number = len(made) // len(forms)
    many = "" if number == 1 else f", for {count(number, 'organisation')}"
    return f"{listing([FORM_NAMES[form] for form in forms])}{many}"


def _choose_papers(plans: LoadedPlans, options: RenderOptions) -> Sequence[Paper]:
    """The papers of the plans that were named, or all, or the paper that a template alone makes."""
    if options.template is not None:
        papers = [paper_from_plans(plans.workspace, options.template)]
    elif options.all_papers:
        papers = [*plans.workspace.papers]
        if not papers:
            say(f"no file in {shorten(plans.tree.plans)} has  kind: paper")
    else:
        papers = [*dict.fromkeys(_find_paper(plans, name) for name in options.papers)]
    dated = next((paper for paper in papers if paper.as_at is not None), None)
    if options.template is None and options.as_at_was_typed and dated is not None:
        raise CoparentError(
            f"paper {short_name(dated)} says its own day: {dated.as_at}",
            "leave out  --as-at,  or change  as_at  in the paper",
        )
    if len(papers) > 1 and options.output is None and not options.dry_run:
        raise CoparentError(
            f"this makes {len(papers)} papers",
            f"add  -o paper.{options.form or 'md'},  or  --dry-run  to see whether they can be made",
        )
    return [with_audience(paper, options.audience) for paper in papers] if options.audience else papers


def _find_paper(plans: LoadedPlans, name: str) -> Paper:
    path = plans.tree.name(Path(name))
    return find_paper(plans.workspace, path if path is not None and path in plans.tree else name)


def _what_is_lacking(paper: Paper, options: RenderOptions) -> str:
    """What a paper cannot be made without and that could not be read: only --as-at stands in for its own day."""
    if paper.template is None:
        return "template"
    return "as_at" if paper.as_at is None and not options.as_at_was_typed else ""


def _how_to_make_it(lacking: str) -> str:
    return "mend this first" + (", or say the day with  --as-at" if lacking == "as_at" else "")


def _build_views(
    plans: LoadedPlans, options: RenderOptions, paper: Paper, form: str, own_templates: Path | None
) -> Iterator[tuple[str, PaperView]]:
    """The facts of the paper for each organisation that it is made for, by its id."""
    sections = outline(str(paper.template), form, own_templates, tuple(SECTIONS))
    draft = plans.draft
    if paper.as_at is None:
        draft += f" The paper says no day that can be read: {day_in_words(plans.workspace.as_at)} was asked for."
    return views_of(Source(plans.workspace, draft, plans.redact), paper, sections, options.organisation)


def _refuse_many(organisations: Sequence[str], form: str) -> None:
    """Raise CoparentError for several papers that are to go to stdout."""
    if len(organisations) > 1:
        raise CoparentError(
            f"this makes {len(organisations)} papers, one for each organisation",
            f"add  -o brief.{form},  or  --organisation {organisations[0]}  for one of them",
        )


def _name_file(output: Path, *names: str) -> Path:
    """Where a paper goes: of many, each in a file of its own, named for its paper, its organisation or both."""
    if output.name in ("", ".."):
        raise CoparentError("-o names a folder, and no file", "name the file:  -o paper.html")
    return output.with_name(f"{'-'.join(filter(None, [output.stem, *names]))}{output.suffix}")


def _form_of(options: RenderOptions) -> str:
    """What the text that is written is in."""
    return "json" if options.context else "html" if options.form == "html" else "markdown"
