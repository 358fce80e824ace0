"""Findings for the formats that machines read, and the files of what they should come to."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from coparent.checking import Report, check
from coparent.diagnostics import Diagnostic, Level, Location, Place, Spot
from coparent.rules import shape
from coparent.workspace import assemble
from tests.workspaces import AS_AT, lay_over

GOLDENS = Path(__file__).parent / "goldens"
CLEAN = Report(as_at=date(2026, 3, 31), diagnostics=(), files=2, plans=1, actions=64)
CROWD = 300
HOSTILE = '::error::x ##[warning]x %0A | <b>x</b> & [x](2) `x` *x* _x_ ]]> @team #12 https://a.example \\" \\e[31m'
"""A title that means something to each of the formats, as YAML writes it between double quotes."""


def finding(level: Level = Level.ERROR, line: int = 1, path: str = "plans/home.yaml", **more: Any) -> Diagnostic:
    """A finding of three letters, with these fields changed."""
    found = Diagnostic("bad-id", "wrong", Spot(Place(None, path)), location=Location(path, line, 1, line, 4))
    return replace(found, level=level, **more)


def report_of(*found: Diagnostic) -> Report:
    """A report of nothing else."""
    return replace(CLEAN, diagnostics=found)


def crowd() -> Report:
    """What `coparent check` finds in a plan with three hundred faults."""
    actions = "".join(
        f'  - {{id: a{number}, title: "{HOSTILE}", outcomes: [o1], lead: Head of homes, due: 2026-02-30}}\n'
        for number in range(CROWD)
    )
    texts = lay_over({"plan": f"actions:\n{actions}"})
    report = check(assemble(texts, AS_AT, lambda _: ""), texts, (shape.FAMILY,))
    assert [found.rule for found in report.diagnostics] == ["bad-date"] * CROWD
    return report


def expect(name: str, written: str) -> None:
    """Compare with the golden file. UPDATE_GOLDENS=1 rewrites it: read the difference before committing it."""
    golden = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.write_bytes(written.encode())
    assert written == golden.read_bytes().decode()
