"""What was measured, as a table to read on the screen and in results.md."""

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from tests.benchmarks.rows import HERE, Row, Unit

PYTHON_PACKAGES = ("typer", "pydantic", "PyYAML", "yamllint", "check-jsonschema")


@dataclass(frozen=True, slots=True)
class Result:
    """The figure of a row in its unit, the median seconds of both programs, or why there is none."""

    row: Row
    figure: float = 0.0
    our_seconds: float = 0.0
    their_seconds: float = 0.0
    skipped: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether more was measured than the row allows."""
        return self.row.most is not None and self.figure > self.row.most

    @property
    def verdict(self) -> str:
        """Whether the row's bar is met, in a word."""
        if self.skipped:
            return "skipped"
        if self.row.most is None:
            return ""
        return "MISSED" if self.is_missed else "met"

    @property
    def seconds(self) -> str:
        """The seconds behind a figure of time."""
        if self.skipped or self.row.unit is Unit.MEMORY:
            return self.skipped
        return f"{self.our_seconds:.3f} s to {self.their_seconds:.3f} s"


def write_line(result: Result) -> str:
    """A result as a line on the screen."""
    figure = "" if result.skipped else _write_figure(result.figure, result.row.unit)
    return (
        f"{result.row.title:58}{figure:>16}{_write_most(result.row):>16}  {result.verdict:8}{result.seconds}".rstrip()
    )


def write_markdown(results: Iterable[Result], day: date) -> str:
    """Every result, with the versions of what was run, the day and the machine."""
    rows = [
        (result.row.title, "" if result.skipped else _write_figure(result.figure, result.row.unit),
         _write_most(result.row), result.verdict, result.seconds)
        for result in results
    ]  # fmt: skip
    table = [
        "| what | measured | at most | | seconds of processor |",
        "|---|---:|---:|---|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    opening = (
        f"Measured on {day:%-d %B %Y} by `make bench`, on {os.cpu_count()} cores ({platform.system()}, "
        f"{platform.machine()}), with {', '.join(_find_versions())}."
    )
    explained = (
        "Each figure is the median over pairs of runs in turn, by the processor time of the whole program. Only the "
        "ratios hold on another machine. The others do less: yamllint and check-jsonschema know no references and no "
        "calendar, and neither check-jsonschema nor ajv gives a line."
    )
    return "\n".join(["# Speed", "", opening, "", explained, "", *table, ""])


def _write_figure(figure: float, unit: Unit) -> str:
    return f"{figure:.0f} {unit.value}" if unit is Unit.MEMORY else f"{figure:.2f} {unit.value}"


def _write_most(row: Row) -> str:
    return "" if row.most is None else f"{row.most:g} {row.unit.value}"


def _find_versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}"
    for name in PYTHON_PACKAGES:
        yield f"{name} {version(name)}"
    node = shutil.which("node")
    if node:
        said = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout
        yield f"node {said.strip().removeprefix('v')}"
        wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
        yield from (f"{name} {number}" for name, number in sorted(wanted.items()))
