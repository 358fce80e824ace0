"""`coparent explain`: the manual of the rules."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """The formats that a manual page can be written in."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def add_to(app: typer.Typer) -> None:
    """Give the program this verb."""
    app.command("explain", epilog="Example:  coparent explain due-before-start")(explain)


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]", help="A rule's name: all of them, as a table, if left out.", show_default=False
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TEXT,
) -> None:
    """Explain a rule: what it finds, why it matters, how to mend it, an example before and after."""
    from coparent.cli.options import width
    from coparent.reporters.manual import write_page, write_table
    from coparent.rules import RULES, find_rule

    if rule is None:
        typer.echo(write_table(list(RULES.values()), format_.value, width()), nl=False)
    else:
        typer.echo(write_page(find_rule(rule), format_.value, width()), nl=False)
