"""The papers of `coparent render`: chosen, made from the plans, and written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from coparent.cli.loading import LoadedPlans, load_sound, open_plans, stop
from coparent.cli.streams import write_out
from coparent.cli.terminal import Colour, shorten
from coparent.cli.watch import each_save, passing_over_errors
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
from coparent.papers.rendering import render
from coparent.papers.template_folders import FOLDER, own_folder
from coparent.papers.template_outlines import outline
from coparent.schema.naming import short_name
from coparent.schema.paper import Paper
from coparent.text.escaping import make_visible
from coparent.text.file_writing import write_file
from coparent.timescales import day_in_words
from coparent.values import frozen


@frozen
class RenderOptions:
    """Which paper or template to render, from which plans, for whom, in which form, and where it goes."""

    paper: str | None
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
    for _ in each_save(plans, also=plans.parent / FOLDER):
        with passing_over_errors():
            make_papers(options)
            options = replace(options, opens=False)


def make_papers(options: RenderOptions) -> None:
    """Make what is asked for, one paper for each organisation, and write it to its files or to stdout."""
    plans = load_sound(options.plans, options.as_at, draft=options.draft, color=options.color)
    if options.verbose:
        typer.echo(plans.summary, err=True)
    paper = _choose_paper(plans, options)
    plans = _with_its_day(plans, paper, options)
    own_templates = None if options.only_shipped else own_folder(plans.tree.plans)
    views = dict(_build_views(plans, options, paper, own_templates))
    if options.output is None:
        _refuse_many(list(views), options.form)
    texts = {
        organisation: write_context(view)
        if options.context
        else render(view, view.template, options.form, own_templates)
        for organisation, view in views.items()
    }
    if options.output is None:
        for text in texts.values():
            write_out(text)
        return
    has_many = list(views) != [options.organisation or paper.organisation or ""]
    files = {_name_file(options.output, organisation, has_many=has_many): text for organisation, text in texts.items()}
    for path, text in files.items():
        write_file(path, text)
        if not options.quiet:
            typer.echo(f"wrote {make_visible(shorten(path))}", err=True)
    if options.opens and files:
        typer.launch(str(next(iter(files)).absolute()))


def _choose_paper(plans: LoadedPlans, options: RenderOptions) -> Paper:
    """The paper of the plans that was named, or one that only names a template."""
    if options.paper is None:
        paper = paper_from_plans(plans.workspace, str(options.template))
    else:
        path = plans.tree.name(Path(options.paper))
        paper = find_paper(plans.workspace, path if path is not None and path in plans.tree else options.paper)
        if options.as_at_was_typed and paper.as_at is not None:
            raise CoparentError(
                f"paper {short_name(paper)} says its own day: {paper.as_at.isoformat()}",
                "leave out  --as-at,  or change  as_at  in the paper",
            )
    return with_audience(paper, options.audience) if options.audience else paper


def _with_its_day(plans: LoadedPlans, paper: Paper, options: RenderOptions) -> LoadedPlans:
    """The plans for a paper that can be made: only --as-at can stand in for a day of its own that cannot be read.

    The exit code is 1, with what to mend on stderr, for a paper whose day or template nobody knows.
    """
    lacks_day = paper.as_at is None
    if paper.template is None or (lacks_day and not options.as_at_was_typed):
        stop(
            plans,
            paper.where.path,
            "mend this first" + (", or say the day with  --as-at" if lacks_day else ""),
            options.color,
        )
    if not lacks_day:
        return plans
    day = day_in_words(plans.workspace.as_at)
    return replace(plans, draft=f"{plans.draft} The paper says no day that can be read: {day} was asked for.")


def _build_views(
    plans: LoadedPlans, options: RenderOptions, paper: Paper, own_templates: Path | None
) -> Iterator[tuple[str, PaperView]]:
    """The facts of the paper for each organisation that it is made for, by its id."""
    sections = outline(str(paper.template), options.form, own_templates, tuple(SECTIONS))
    return views_of(Source(plans.workspace, plans.draft, plans.redact), paper, sections, options.organisation)


def _refuse_many(organisations: Sequence[str], form: str) -> None:
    """Raise CoparentError for several papers that are to go to stdout."""
    if len(organisations) > 1:
        raise CoparentError(
            f"this makes {len(organisations)} papers, one for each organisation",
            f"add  -o brief.{form},  or  --organisation {organisations[0]}  for one of them",
        )


def _name_file(output: Path, organisation: str, *, has_many: bool) -> Path:
    """Where a paper goes: of many, each in a file of its own, named for its organisation."""
    return output.with_name(f"{output.stem}-{organisation}{output.suffix}") if has_many else output
