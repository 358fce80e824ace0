"""The command line: one module a verb, and the one place where a failed run is reported."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Protocol, runtime_checkable

import typer

from coparent import __version__
from coparent.cli.streams import discard_output, ensure_streams, flush
from coparent.errors import CoparentError
from coparent.text.escaping import make_visible

PROGRAM = "coparent"
_STOPPED = 130
"""What typer makes of Ctrl+C."""

VERBS = ("check", "coverage", "explain", "list", "render", "schema", "show", "templates")
"""In the order of the help; each is a module here."""


class _Verb(Protocol):
    """The module of a verb."""

    def add_to(self, app: typer.Typer) -> None: ...


def build_app(verbs: Iterable[str] = VERBS) -> typer.Typer:
    """The command line with some verbs. All of them would take a tenth of a small check."""
    app = typer.Typer(
        name=PROGRAM,
        help="Delivery plans for children in care and care leavers: checked, counted and put before a committee.",
        epilog="Example:  coparent check --show note",
        add_completion=False,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(coparent)
    for name in verbs:
        verb: _Verb = import_module(f"{__name__}.{name}")
        verb.add_to(app)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def coparent(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Delivery plans for children in care and care leavers: checked, counted and put before a committee."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run() -> int:
    """Run the verb that was asked for; the exit code is 0 (fine), 1 (the plans are at fault) or 2 (no run)."""
    ensure_streams()
    try:
        app = build_app([typed for typed in sys.argv[1:2] if typed in VERBS] or VERBS)
        code = app(prog_name=PROGRAM, standalone_mode=False) or 0
        if code == _STOPPED:
            return _report_failure("stopped")
        return flush(code)
    except SystemExit:  # Typer's only one left: it was printing help, and the reader went away.
        return flush(0)
    except CoparentError as error:
        return _report_failure(f"error: {error.message}", error.advice)
    except (KeyboardInterrupt, typer.Abort):
        return _report_failure("stopped")
    except BrokenPipeError:
        discard_output()
        return 0
    except Exception as error:
        return _report_failure(*(_describe_misuse(error) if isinstance(error, _Misuse) else _describe_bug(error)))


@runtime_checkable
class _Misuse(Protocol):
    """What typer raises for a command that makes no sense: it has no public base class for all of these."""

    def format_message(self) -> str: ...


def _describe_misuse(error: _Misuse) -> tuple[str, str]:
    """What was wrong with the command that was typed, and what to type instead."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    sentence, _, offer = error.format_message().partition(" Did you mean ")
    sentence, _, options = sentence.partition(" (Possible options: ")
    offers = [option.strip("'?.) ") for option in (offer or options).replace(" or ", ",").split(",") if option]
    advice = f"{command} --help  shows what it takes"
    if offers:
        advice = f"did you mean  {'  or  '.join(f'{command} {offer}' for offer in offers)}?"
    return f"error: {sentence[:1].lower()}{sentence[1:].rstrip('.')}", advice


def _describe_bug(error: Exception) -> tuple[str, str]:
    """One line on a bug of the program, and how to report it."""
    if os.environ.get("COPARENT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    description = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"error: coparent {__version__} met a fault of its own ({description[:200]})",
        "please report it with what you typed; COPARENT_DEBUG=1 shows more",
    )


def _report_failure(sentence: str, advice: str = "") -> int:
    """Write on stderr why there was no run; the exit code for that."""
    for line in (sentence, f"  = fix: {advice}" if advice else ""):
        if line:
            typer.echo(make_visible(line), err=True)
    return flush(2)
