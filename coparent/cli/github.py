"""What a step of GitHub Actions reads: its log, annotations on the pull request, and the job's summary."""

import os
import secrets
from pathlib import Path

from coparent.checking import Report
from coparent.cli.streams import write_out
from coparent.errors import CoparentError
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle


def is_step() -> bool:
    """Whether this is a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def without_commands(text: str) -> str:
    """Text for the log of GitHub Actions, in which nothing that a plan says is taken for a command."""
    token = f"coparent-{secrets.token_hex(16)}"
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def annotate(report: Report, style: ReportStyle) -> None:
    """Annotate the pull request, and add to the job's summary. Raises CoparentError if that cannot be written."""
    write_out(REPORTERS["github"](report, style))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return
    try:
        with Path(summary).open("a", encoding="utf-8") as opened:
            opened.write(REPORTERS["markdown"](report, style))
    except OSError as error:
        raise CoparentError(f"cannot write the job summary: {error.strerror}", "check GITHUB_STEP_SUMMARY") from None
