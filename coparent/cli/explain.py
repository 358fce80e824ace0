"""`coparent explain`: the manual of the rules."""

from typing import Annotated, Literal

import typer

from coparent.cli.output import write_out
from coparent.cli.terminal import width


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
    format_: Annotated[Literal["text", "json", "markdown"], typer.Option("--format", help="How to write it.")] = "text",
) -> None:
    """Explain a rule: what it finds, why it matters, how to mend it, an example before and after."""
    # Rules know every kind of record: too slow to import for the help of other verbs.
    from coparent.reporters.manual import write_page, write_table
    from coparent.rules import RULES, find_rule

    if rule is None:
        write_out(write_table(list(RULES.values()), format_, width()), format_)
    else:
        write_out(write_page(find_rule(rule), format_, width()), format_)
