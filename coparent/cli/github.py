"""What a step of GitHub Actions reads: its log, annotations on the pull request, and the job's summary."""

import os
from pathlib import Path

from coparent.checking import Report
from coparent.cli.output import OUTPUT, write_out
from coparent.errors import CoparentError
from coparent.reporters import REPORTERS
from coparent.reporters.style import ReportStyle


def is_step() -> bool:
    """Whether this is a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def annotate(report: Report, style: ReportStyle) -> None:
    """Annotate the pull request, and add to the job's summary. Raises CoparentError if that cannot be written."""
    write_out(REPORTERS["github"](report, style), "commands")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return
    try:
        with Path(summary).open("a", encoding="utf-8") as opened:
            opened.write(OUTPUT.redact(REPORTERS["markdown"](report, style), "markdown"))
    except OSError as error:
        raise CoparentError(f"cannot write the job summary: {error.strerror}", "check GITHUB_STEP_SUMMARY") from None
