"""The command line: one module a verb, and the one place where a run that failed is told."""

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from coparent.cli import check, schema
from coparent.errors import CoparentError

app = typer.Typer(
    name="coparent",
    help="Delivery plans for children in care and care leavers: checked, counted and put before a committee.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
check.add_to(app)
schema.add_to(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from coparent import __version__

        typer.echo(f"coparent {__version__}")
        raise typer.Exit


@app.callback()
def coparent(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Delivery plans for children in care and care leavers: checked, counted and put before a committee."""


def run() -> int:
    """Run the verb that was asked for; the exit code is 0 (fine), 1 (the plans are at fault) or 2 (no run)."""
    gc.disable()  # One short batch: nothing it makes is garbage before it ends.
    try:
        app()
    except SystemExit as stop:
        return _flush(stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 2)
    except CoparentError as error:
        _complain(f"error: {error.message}", f"  = fix: {error.advice}" if error.advice else "")
    except KeyboardInterrupt:
        _complain("stopped")
    except BrokenPipeError:
        return _flush(1)
    except Exception as error:
        if os.environ.get("COPARENT_DEBUG"):
            raise
        from coparent import __version__

        what = f"{type(error).__name__}: {error}".splitlines()[0]
        _complain(
            f"error: coparent {__version__} met a fault of its own ({what[:200]})",
            "  = fix: please report it with what you typed; COPARENT_DEBUG=1 shows more",
        )
    return 2


def _complain(*lines: str) -> None:
    from coparent.escaping import make_visible

    for line in filter(None, lines):
        typer.echo(make_visible(line), err=True)


def _flush(code: int) -> int:
    """Send out what is still waiting; a reader that has gone away is no fault."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - it stays open until the program ends.
    return code
