"""`coparent render`: a paper told from the plans, as Markdown or HTML."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coparent.cli.choosing import choose
from coparent.cli.options import AsAtOption, Colour, ColourOption, PlansOption, open_tree, shorten
from coparent.cli.reading import DraftOption, PlansRead, read_plans

if TYPE_CHECKING:
    from coparent.papers import PaperView
    from coparent.schema.paper import Paper

FORMS = {"markdown": "md", "md": "md", "html": "html"}
SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
AUDIENCES = ("public", "partner", "internal")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: which paper or template, for whom, as what, and where it goes."""

    paper: str | None
    template: str | None
    organisation: str | None
    audience: str | None
    as_at: str | None
    as_at_was_typed: bool
    output: Path | None
    form: str
    context: bool
    only_shipped: bool
    draft: bool


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    epilog = "Example:  coparent render plans/papers/panel-progress.yaml -o panel.html --open"
    app.command("render", epilog=epilog)(render)


def render(
    context: typer.Context,
    paper: Annotated[
        str | None,
        typer.Argument(metavar="[PAPER]", help="A paper of the plans: its file or its id.", show_default=False),
    ] = None,
    plans: PlansOption = None,
    as_at: AsAtOption = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="NAME", help="Straight from the plans, without a paper."),
    ] = None,
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", metavar="ID", help="For one organisation, each of a group, or: each."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to put it: .md or .html. On stdout if left out.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMAT", help="markdown or html, where no file says it.", show_default=False),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option("--audience", metavar="WHO", help=f"{', '.join(AUDIENCES)}: the paper's if left out."),
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
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say what was read.")] = False,
) -> None:
    """Make a committee paper from the plans: the same plans give the same paper, on any day and machine.

    A paper is a file with  kind: paper  among the plans; coparent templates list  shows what it can look like.
    """
    source = context.get_parameter_source("as_at")
    wanted = Wanted(
        paper, template, organisation, audience and choose("--audience", audience, AUDIENCES), as_at,
        source is not None and source.name == "COMMANDLINE", output, _form(output, to), facts, only_shipped, draft,
    )  # fmt: skip
    _refuse(wanted, open_=open_, watch=watch)

    def make() -> list[Path]:
        read = read_plans(plans, as_at, draft=draft, color=color)
        if verbose:
            typer.echo(read.told, err=True)
        return _make(read, wanted, quiet=quiet)

    if not watch:
        made = make()
        if open_:
            _open(made)
        return
    _watch(plans, make, open_=open_)


def _form(output: Path | None, to: str | None) -> str:
    """md or html: as the option says, else as the file's name does. Raises CoparentError where they disagree."""
    from coparent.errors import CoparentError

    said = FORMS[choose("--to", to, tuple(FORMS))] if to else None
    if output is None:
        return said or "md"
    suffix = SUFFIXES.get(output.suffix.lower())
    if suffix is None and said is None:
        raise CoparentError(
            f"-o: nothing says what {shorten(output)} is to hold", "end its name in  .html  or  .md,  or add  --to html"
        )
    if said is not None and suffix not in (None, said):
        raise CoparentError(f"--to {to} and {shorten(output)} disagree", "leave out  --to")
    return said or suffix or "md"


def _refuse(wanted: Wanted, *, open_: bool, watch: bool) -> None:
    """Raise CoparentError for options that make no sense together."""
    from coparent.errors import CoparentError

    if wanted.paper is None and wanted.template is None:
        raise CoparentError(
            "nothing says which paper", "name one, such as  coparent render plans/papers/panel-progress.yaml"
        )
    if wanted.paper is not None and wanted.template is not None:
        raise CoparentError("a paper names its own template", "give the paper, or  --template,  not both")
    if open_ and wanted.output is None:
        raise CoparentError("--open needs a file to open", "add  -o paper.html")
    if open_ and wanted.context:
        raise CoparentError("--open opens a paper, and --context makes none", "leave out one of them")
    if watch and wanted.context:
        raise CoparentError("--watch makes papers, and --context makes none", "leave out one of them")


def _make(read: PlansRead, wanted: Wanted, *, quiet: bool) -> list[Path]:
    """Make what is wanted; the files that were written, none where it went to stdout."""
    from coparent.cli.output import write_out
    from coparent.papers import write_context
    from coparent.papers.rendering import render as render_view
    from coparent.papers.template_folders import own_folder

    paper = _paper(read, wanted)
    own = None if wanted.only_shipped else own_folder(read.tree.plans)
    views = list(_views(read, wanted, paper, own))
    organisations = [identity for identity, _ in views]
    _refuse_many(wanted, organisations)
    has_many = organisations != [wanted.organisation or paper.organisation or ""]
    written: list[Path] = []
    texts = [
        (identity, write_context(view) if wanted.context else render_view(view, paper.template, wanted.form, own))
        for identity, view in views
    ]
    for identity, text in texts:
        if wanted.output is None:
            write_out(text)
        else:
            written.append(_write(_file(wanted.output, identity, has_many=has_many), text, quiet=quiet))
    return written


def _paper(read: PlansRead, wanted: Wanted) -> "Paper":
    from coparent.errors import CoparentError
    from coparent.papers import find_paper, paper_from_plans, with_audience

    if wanted.paper is None:
        paper = paper_from_plans(read.workspace, str(wanted.template))
    else:
        name = read.tree.name(Path(wanted.paper))
        is_file = name is not None and name in read.tree
        paper = find_paper(read.workspace, str(name) if is_file else wanted.paper)
        if wanted.as_at_was_typed:
            raise CoparentError(
                f"paper {paper.id} says its own day: {paper.as_at.isoformat()}",
                "leave out  --as-at,  or change  as_at  in the paper",
            )
    return with_audience(paper, wanted.audience) if wanted.audience else paper


def _views(read: PlansRead, wanted: Wanted, paper: "Paper", own: Path | None) -> Iterator[tuple[str, "PaperView"]]:
    from coparent.papers import SECTIONS, Source, views_of
    from coparent.papers.template_outlines import outline

    sections = outline(paper.template, wanted.form, own, tuple(SECTIONS))
    source = Source(read.workspace, read.draft, read.secrets.redact if read.secrets else str)
    yield from views_of(source, paper, sections, wanted.organisation)


def _refuse_many(wanted: Wanted, organisations: Sequence[str]) -> None:
    from coparent.errors import CoparentError

    if wanted.output is None and len(organisations) > 1:
        raise CoparentError(
            f"this makes {len(organisations)} papers, one for each organisation",
            f"add  -o brief.{wanted.form},  or  --organisation {organisations[0]}  for one of them",
        )


def _file(output: Path, organisation: str, *, has_many: bool) -> Path:
    """Where a paper goes: of many, each in a file of its own, named for its organisation."""
    return output.with_name(f"{output.stem}-{organisation}{output.suffix}") if has_many else output


def _write(path: Path, text: str, *, quiet: bool) -> Path:
    """Write a file, and say so."""
    from coparent.text.escaping import make_visible
    from coparent.text.files import write_file

    write_file(path, text)
    if not quiet:
        typer.echo(f"wrote {make_visible(shorten(path))}", err=True)
    return path


def _open(made: Sequence[Path]) -> None:
    if made:
        typer.launch(str(made[0].absolute()))


def _watch(plans: Path | None, make: Callable[[], Sequence[Path]], *, open_: bool) -> None:
    """Make it at every save of a plan or a template; open it once."""
    from coparent.cli.watching import watch_plans

    tree = open_tree(plans)
    is_open = False

    def make_again() -> None:
        nonlocal is_open
        try:
            made = make()
        except typer.Exit:  # The plans are faulty and it has been said: the next save may mend them.
            return
        if open_ and not is_open:
            is_open = True
            _open(made)

    watch_plans(tree.plans, make_again, also=tree.plans.parent / "templates")
