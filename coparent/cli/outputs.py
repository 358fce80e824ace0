"""Where findings are written besides stdout: files, and the places that GitHub Actions reads."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coparent.cli.output import write_out
from coparent.errors import CoparentError
from coparent.reporters import FORMATS, REPORTERS

if TYPE_CHECKING:
    from coparent.checking import Report
    from coparent.reporters.style import ReportStyle


def read_format(name: str, option: str = "--format") -> str:
    """A format's name as it is known. Raises CoparentError for one that is not."""
    if name.lower() in FORMATS:
        return name.lower()
    from coparent.text.suggestions import nearest

    near = nearest(name, FORMATS)
    advice = f"did you mean  {near[0]}?" if near else f"one of: {', '.join(FORMATS)}"
    raise CoparentError(f'{option}: there is no format "{name}"', advice)


def read_outputs(written: Iterable[str]) -> dict[Path, str]:
    """Which file is to hold which format. Raises CoparentError for what is not FORMAT=FILE."""
    outputs: dict[Path, str] = {}
    for pair in written:
        name, equals, file = pair.partition("=")
        if not equals or not file:
            raise CoparentError(f'--output: "{pair}" names no file', "write  --output sarif=coparent.sarif")
        outputs[Path(file)] = read_format(name, "--output")
    return outputs


def on_github() -> bool:
    """Whether this is a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def without_commands(text: str) -> str:
    """Text for the log of GitHub Actions, in which nothing that a plan says is taken for a command."""
    token = f"coparent-{secrets.token_hex(16)}"
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def annotate(report: "Report", style: "ReportStyle") -> None:
    """Annotate the pull request, and add to the job's summary, as a step of GitHub Actions may."""
    write_out(REPORTERS["github"](report, style))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        try:
            with Path(summary).open("a", encoding="utf-8") as opened:
                opened.write(REPORTERS["markdown"](report, style))
        except OSError as error:
            raise CoparentError(
                f"cannot write the job summary: {error.strerror}", "check GITHUB_STEP_SUMMARY"
            ) from None
