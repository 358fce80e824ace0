"""The command line: one module a verb, and the one place where a failed run is reported."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Protocol, runtime_checkable

import typer

from coparent import __version__
from coparent.cli.output import OUTPUT, report, say, streams_guarded, write_out
from coparent.errors import CoparentError

PROGRAM = "coparent"
_STOPPED = 130
"""What typer makes of Ctrl+C."""
_LONGEST_FAULT = 10_000

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
        write_out(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


def coparent(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Delivery plans for children in care and care leavers: checked, counted and put before a committee."""
    if context.invoked_subcommand is None:
        write_out(f"{context.get_help()}\n")


def run() -> int:
    """Run the verb that was asked for; the exit code is 0 (fine), 1 (the plans are at fault) or 2 (no run)."""
    with streams_guarded() as output:
        try:
            code = _run_verb()
            output.results.flush()
        except CoparentError as error:
            return _report_failure(f"error: {error.message}", error.advice)
        except (KeyboardInterrupt, typer.Abort):
            output.find_secrets = None  # Whoever stops a check wants no other.
            return _report_failure("stopped")
        except OSError as error:
            return _report_failure(*_describe_refusal(error))
        except Exception as error:
            return _report_failure(*(_describe_misuse(error) if isinstance(error, _Misuse) else _describe_bug(error)))
        return 2 if output.sentences.has_failed else code


def _run_verb() -> int:
    app = build_app([typed for typed in sys.argv[1:2] if typed in VERBS] or VERBS)
    code: int = app(prog_name=PROGRAM, standalone_mode=False) or 0
    if code == _STOPPED:
        raise KeyboardInterrupt
    return code


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

        with suppress(CoparentError):  # There may be no room for it.
            report(OUTPUT.redact_sentence("".join(traceback.format_exception(error))))
    description = " ".join(OUTPUT.redact_sentence(f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]).split())
    return (
        f"error: coparent {__version__} met a fault of its own ({description[:200]})",
        "please report it with what you typed; COPARENT_DEBUG=1 shows more",
    )


def _describe_refusal(error: OSError) -> tuple[str, str]:
    """What the system would not do."""
    try:
        Path.cwd()
    except OSError:
        return "error: the folder that this runs in is gone", "change to a folder that is there"
    reason = (error.strerror or type(error).__name__).lower()
    name = f"cannot use {error.filename}: " if error.filename else ""
    return f"error: {name}{reason}", "check that it is there, and that you may use it"


def _report_failure(sentence: str, advice: str = "") -> int:
    """Write on stderr why there was no run; the exit code for that."""
    with suppress(CoparentError):  # There may be no room for that either.
        for line in (sentence, f"  = fix: {advice}" if advice else ""):
            if line:
                say(line)
    return 2
