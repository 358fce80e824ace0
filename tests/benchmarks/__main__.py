"""Measure every row, print a table, and exit with 1 if a bar is missed; a whole run is kept in results.md."""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.made_plans import write_workspace
from tests.benchmarks.measurements import run_pairs
from tests.benchmarks.results import Result, write_line, write_markdown
from tests.benchmarks.rows import HERE, ROWS, SCHEMA, PlanSet, Row, SkippedError, Unit, find_program
from tests.rules.personal_data_corpus import count

PAIRS = {10: 15, 200: 5, 2_000: 3}
"""How many pairs are run over so many plans; a third of them where it must be quick."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Made plans in a folder, written when a row first asks for them, and the running of rows over them."""

    folder: Path
    is_quick: bool
    written: dict[PlanSet, Path] = field(default_factory=dict)

    def measure(self, row: Row) -> Result:
        """Run a row's two programs in turn over their plans."""
        try:
            ours = row.ours(self._write(row.plans))
            theirs = row.theirs(self._write(row.their_plans or row.plans))
        except SkippedError as reason:
            return Result(row, skipped=str(reason))
        times = PAIRS[row.plans.plans]
        pairs = run_pairs(ours, theirs, max(1, times // 3) if self.is_quick else times)
        if row.unit is Unit.MEMORY:
            figure = pairs.memory
        elif row.unit is Unit.ADDED:
            added = [our.seconds - their.seconds for our, their in zip(pairs.ours, pairs.theirs, strict=True)]
            figure = median(added) / row.plans.plans * 1_000
        else:
            figure = pairs.ratio
        return Result(row, figure, pairs.our_seconds, pairs.their_seconds)

    def _write(self, plans: PlanSet) -> Path:
        if plans not in self.written:
            folder = self.folder / f"{plans.plans}-{plans.faults}"
            self.written[plans] = write_workspace(folder, plans.plans, faults=plans.faults)
            schema = subprocess.run([find_program("coparent"), "schema", "plan"], check=True, capture_output=True)
            (folder / SCHEMA).write_bytes(schema.stdout)
        return self.written[plans]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs of each: quicker, and less sure")
    parser.add_argument("--row", metavar="WORDS", action="append", help="only rows with these words in their title")
    options = parser.parse_args(arguments)
    results = []
    for result in _measure(options.row or [""], is_quick=options.quick):
        print(write_line(result), flush=True)
        results.append(result)
    if not options.row:
        print(f"\n{_count_corpus()}")
        if not options.quick:
            (HERE / "results.md").write_text(write_markdown(results, date.today()), encoding="utf-8")
    missed = sum(result.is_missed for result in results)
    print(f"{missed} missed" if missed else "all met")
    return 1 if missed else 0


def _measure(words: Sequence[str], *, is_quick: bool) -> Iterator[Result]:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), is_quick)
        for row in ROWS:
            if any(wanted in row.title for wanted in words):
                yield bench.measure(row)


def _count_corpus() -> str:
    """How often the rule personal-data is right, over texts made to try it."""
    counts = count()
    return (
        f"personal data: {counts.innocent} innocent texts, {counts.accused} accused; "
        f"{counts.guilty} guilty ones, {counts.missed} missed"
    )


if __name__ == "__main__":
    sys.exit(main())
