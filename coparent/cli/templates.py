"""`coparent templates`: the templates of papers, shipped and one's own."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from coparent.cli.options import PlansOption, choose, option
from coparent.cli.output import say, write_out
from coparent.cli.terminal import is_ascii_only, shorten, width
from coparent.errors import CoparentError
from coparent.text.escaping import make_visible
from coparent.text.sentences import count

# Papers are imported by the verbs that need them: the help of every verb stays quick.
if TYPE_CHECKING:
    from coparent.papers.templates import PaperTemplate

FORMS = ("md", "html")

NameArgument: TypeAlias = Annotated[str, typer.Argument(metavar="NAME", help="A template.", show_default=False)]
FormOption: TypeAlias = Annotated[str | None, option("--form", "FORM", "md or html.")]

group = typer.Typer(
    name="templates",
    epilog="Example:  coparent templates eject committee-paper --block purpose",
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.add_typer(group)


@group.callback()
def templates(context: typer.Context) -> None:
    """The templates of papers: what there is, and how to make them one's own.

    Templates in templates/ beside the plans come before the shipped ones of the same name, or change one block of them
    ({% extends "builtin/NAME.html.j2" %}); theme.css there is added to the style of every page. Whoever can change a
    template can change what a paper says: have them reviewed as plans are.
    """
    if context.invoked_subcommand is None:
        write_out(f"{context.get_help()}\n")


@group.command("list", epilog="Example:  coparent templates list")
def list_(plans: PlansOption = None) -> None:
    """List the templates: what each is for, the forms it has, and whether it is shipped or one's own."""
    from coparent.papers.templates import all_templates, purpose_of
    from coparent.tables.style import TableStyle
    from coparent.tables.table import Column, Table, write_text

    columns = [Column("Template"), Column("For", wraps=True), Column("Forms"), Column("From", wraps=True)]
    rows = [
        (template.name, purpose_of(template), ", ".join(file.form for file in template.files), _origin(template))
        for template in all_templates(_own(plans))
    ]
    lines = write_text(Table(columns, rows), TableStyle(width=width(), ascii=is_ascii_only()))
    write_out("\n".join([*lines, ""]))


@group.command("show", epilog="Example:  coparent templates show highlight --form html")
def show(name: NameArgument, form: FormOption = None, plans: PlansOption = None) -> None:
    """Print the source of a template: one's own, if there is one of that name."""
    from coparent.papers.templates import find, find_file

    own = _own(plans)
    file = find_file(name, choose("--form", form, FORMS), own) if form else find(name, own).files[0]
    write_out(file.read())


@group.command("eject", epilog="Example:  coparent templates eject committee-paper --block purpose")
def eject(
    name: NameArgument,
    form: FormOption = None,
    block: Annotated[str | None, option("--block", "BLOCK", "Only this block; the rest stays as shipped.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
    plans: PlansOption = None,
) -> None:
    """Copy a shipped template to  templates/  beside the plans, to be changed there.

    Both forms are written, or the one of --form. Nothing that is there is written over without --force.
    """
    from coparent.cli.loading import open_plans
    from coparent.cli.result_files import ResultFiles
    from coparent.papers.template_folders import refuse_link_out
    from coparent.papers.template_outlines import build_extension
    from coparent.papers.templates import find, find_file

    tree = open_plans(plans)
    folder = _folder_for_own(tree.plans)
    files = (find_file(name, choose("--form", form, FORMS), None),) if form else find(name, None).files
    texts = {folder / file.path.name: build_extension(file, block) if block else file.read() for file in files}
    there = [path for path in texts if os.path.lexists(path)]
    if there and not force:
        raise CoparentError(f"{shorten(there[0])} is there already", "--force  writes over it")
    for path in there:
        refuse_link_out(path, shorten(path), folder)
    results = ResultFiles(texts, tree)
    for path, text in texts.items():
        results.write(path, text)
        say(f"wrote {shorten(path)}")


@group.command("check", epilog="Example:  coparent templates check")
def check(plans: PlansOption = None) -> None:
    """Check one's own templates: read and compile each, and make papers with them from the plans.

    Every fault is told at its file and line. Exit code 0: fine; 1: something is wrong; 2: it could not be checked.
    """
    from coparent.cli.loading import load_sound
    from coparent.papers import Source
    from coparent.papers.template_checks import check_templates

    own = _own(plans)
    if own is None:
        say("no templates of your own to check")
        return
    loaded = load_sound(plans, None, draft=True)
    faults = check_templates(own, Source(loaded.workspace, loaded.draft, loaded.redact))
    folder = shorten(own.parent)
    prefix = "" if folder == "." else f"{folder}/"
    for fault in faults:
        path, _, words = fault.message.partition(": ")
        level = "warning" if fault.is_warning else "error"
        write_out(make_visible(f"{prefix}{path}: {level}: {words}") + "\n")
    warnings = sum(fault.is_warning for fault in faults)
    errors = len(faults) - warnings
    counts = [count(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    say(f"{' and '.join(counts) or 'no problems'} in {shorten(own)}")
    if errors:
        raise typer.Exit(1)


def _own(plans: Path | None) -> Path | None:
    """The folder of one's own templates, if there is one. Without plans there is none."""
    from coparent.cli.loading import open_plans
    from coparent.papers.template_folders import own_folder

    try:
        folder = open_plans(plans).plans
    except CoparentError:
        if plans is not None:
            raise
        return None
    return own_folder(folder)


def _folder_for_own(plans: Path) -> Path:
    """Where one's own templates belong. Raises CoparentError where that is the folder of the shipped ones."""
    from coparent.papers.template_folders import FOLDER, own_folder, shipped_folder
    from coparent.text.file_reading import real_path

    folder = plans.parent / FOLDER
    if real_path(folder) == real_path(shipped_folder()):
        raise CoparentError(f"{shorten(folder)} holds the shipped templates themselves", "change them there")
    return own_folder(plans) or folder


def _origin(template: "PaperTemplate") -> str:
    """Where a template comes from, in words."""
    if not template.own_files:
        return "shipped"
    if not template.shipped:
        return "templates/"
    forms = " and ".join(file.form for file in template.own_files)
    return f"templates/ ({forms}), in place of the shipped"
