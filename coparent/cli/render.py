"""`coparent render`: a paper made from the plans, as Markdown or HTML."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from coparent.cli.options import AsAtOption, ColourOption, DraftOption, PlansOption, VerboseOption, choose, option
from coparent.cli.terminal import Colour, shorten
from coparent.errors import CoparentError
from coparent.schema.choices import Visibility

if TYPE_CHECKING:
    from coparent.cli.papers import RenderOptions

FORMS = {"markdown": "md", "md": "md", "html": "html"}
SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
AUDIENCES: tuple[str, ...] = get_args(get_args(Visibility)[0])


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    epilog = "Example:  coparent render plans/papers/panel-progress.yaml -o panel.html --open"
    app.command("render", epilog=epilog)(render)


def render(
    context: typer.Context,
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PAPER]...", help="Papers of the plans: their files or ids.", show_default=False),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every paper of the plans.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Make the papers and write none: only whether each can be made.")
    ] = False,
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    template: Annotated[str | None, option("--template", "NAME", "Straight from the plans, without a paper.")] = None,
    organisation: Annotated[
        str | None, option("--organisation", "ID", "For one organisation, each of a group, or: each.")
    ] = None,
    output: Annotated[
        Path | None, option("--output", "FILE", "Where to put it: .md or .html. On stdout if left out.", short="-o")
    ] = None,
    to: Annotated[str | None, option("--to", "FORMAT", "markdown or html, where no file says it.")] = None,
    audience: Annotated[
        str | None, option("--audience", "WHO", f"{', '.join(AUDIENCES)}: the paper's if left out.")
    ] = None,
    facts: Annotated[bool, typer.Option("--context", help="Print the facts a template is given, as JSON.")] = False,
    draft: DraftOption = False,
    only_shipped: Annotated[
        bool, typer.Option("--no-user-templates", help="Leave out the templates beside the plans.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Make it again at every save, until Ctrl+C.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open what was made.")] = False,
    color: ColourOption = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Do not say what was written.")] = False,
    verbose: VerboseOption = False,
) -> None:
    """Make a committee paper from the plans: the same plans give the same paper, on any day and machine.

    A paper is a file with  kind: paper  among the plans; coparent templates list  shows what it can look like. Of
    several, each is written to a file of its own, named for it. Exit code of --dry-run: 0 where every paper can be
    made; 1 where one cannot.
    """
    # What renders is imported once there is something to render: the help of every verb stays quick.
    from coparent.cli.papers import RenderOptions, make_papers, make_papers_at_each_save

    source = context.get_parameter_source("as_at")
    options = RenderOptions(
        papers=papers or (),
        all_papers=all_,
        dry_run=dry_run,
        template=template,
        organisation=organisation,
        audience=choose("--audience", audience, AUDIENCES) if audience else None,
        plans=plans,
        as_at=as_at,
        as_at_was_typed=source is not None and source.name == "COMMANDLINE",
        output=output,
        form=_read_form(output, to),
        context=facts,
        only_shipped=only_shipped,
        draft=draft,
        watch=watch,
        opens=open_,
        color=color,
        quiet=quiet,
        verbose=verbose,
    )
    _refuse_contradictions(options)
    if watch:
        make_papers_at_each_save(options)
    else:
        make_papers(options)


def _read_form(output: Path | None, to: str | None) -> str:
    """md or html, as the option or the file's name says; "" if neither does. Raises CoparentError if they disagree."""
    asked = FORMS[choose("--to", to, tuple(FORMS))] if to else None
    if output is None:
        return asked or ""
    of_suffix = SUFFIXES.get(output.suffix.lower())
    if of_suffix is None and asked is None:
        raise CoparentError(
            f"-o: nothing says what {shorten(output)} is to hold", "end its name in  .html  or  .md,  or add  --to html"
        )
    if asked is not None and of_suffix not in (None, asked):
        raise CoparentError(f"--to {to} and {shorten(output)} disagree", "leave out  --to")
    return asked or of_suffix or ""


def _refuse_contradictions(options: "RenderOptions") -> None:
    """Raise CoparentError for options that make no sense together."""
    is_named = bool(options.papers) or options.all_papers
    if not is_named and options.template is None:
        raise CoparentError(
            "nothing says which paper", "name one, such as  coparent render plans/papers/panel-progress.yaml"
        )
    if is_named and options.template is not None:
        raise CoparentError("a paper names its own template", "give the paper, or  --template,  not both")
    if options.papers and options.all_papers:
        raise CoparentError("--all is every paper, and some are named as well", "leave out  --all,  or the names")
    if options.dry_run and (options.opens or options.context):
        other = "--open opens what was written" if options.opens else "--context prints facts and makes no paper"
        raise CoparentError(f"--dry-run writes nothing, and {other}", "leave out one of them")
    if options.opens and options.output is None:
        raise CoparentError("--open needs a file to open", "add  -o paper.html")
    if options.opens and options.context:
        raise CoparentError("--open opens a paper, and --context makes none", "leave out one of them")
    if options.watch and options.context:
        raise CoparentError("--watch makes papers, and --context makes none", "leave out one of them")
