"""Measure every bar, print a table, and exit with 1 if one is missed. `--quick` takes fewer runs."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.made_plans import AS_AT, write_workspace
from tests.benchmarks.measurements import Command, Pairs, run_pairs
from tests.rules.personal_data_corpus import count

PROGRAMS = Path(sys.executable).parent
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Bar:
    """What is asked, and what was measured."""

    name: str
    measured: float
    most: float
    detail: str = ""
    unit: str = "times"

    @property
    def is_met(self) -> bool:
        """Whether what was measured is good enough."""
        return self.measured <= self.most


def main() -> int:
    """Write the plans, measure, and say how it went."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    options.add_argument("--quick", action="store_true", help="fewer runs of each: quicker, and less sure")
    is_quick = options.parse_args().quick
    print(f"{'':52}{'measured':>14}{'at most':>14}", flush=True)
    missed = 0
    with TemporaryDirectory() as folder:
        for bar in measure(Path(folder), is_quick=is_quick):
            verdict = "met" if bar.is_met else "MISSED"
            missed += not bar.is_met
            figures = f"{bar.measured:8.2f} {bar.unit:5}{bar.most:8.2f} {bar.unit:5}"
            print(f"{bar.name:52}{figures}  {verdict:8}{bar.detail}", flush=True)
    print(f"\n{_corpus()}")
    print(f"{missed} missed" if missed else "all met")
    return 1 if missed else 0


def measure(folder: Path, *, is_quick: bool) -> Iterator[Bar]:
    """Every bar in turn, cheapest first."""
    many, some, few = (9, 3, 1) if is_quick else (31, 9, 3)
    start = run_pairs([_program("coparent"), "--version"], [PYTHON, "-c", "pass"], many)
    yield _slower("--version, to python -c pass", start, 1.5)

    schema = folder / "plan.schema.json"
    schema.write_bytes(subprocess.run([_program("coparent"), "schema", "plan"], check=True, capture_output=True).stdout)
    ten, two_hundred, two_thousand = (write_workspace(folder / str(plans), plans) for plans in (10, 200, 2_000))
    yield _slower("check 10 plans, to yamllint", run_pairs(_check(ten), _yamllint(ten), some), 0.40)
    yield _slower("check 10 plans, to check-jsonschema", run_pairs(_check(ten), _by_schema(ten, schema), some), 0.40)

    linted = run_pairs(_check(two_hundred), _yamllint(two_hundred), few)
    yield _slower("check 200 plans, to yamllint", linted, 0.08)
    validated = run_pairs(_check(two_hundred), _by_schema(two_hundred, schema), few)
    yield _slower("check 200 plans, to check-jsonschema", validated, 0.12)
    yield Bar("check 200 plans, memory", max(linted.memory, validated.memory), 100, unit="MiB")

    basic = [*_check(two_hundred), *(f"--select={family}" for family in ("reading", "shape", "references"))]
    yield _slower("all rules, to reading, shape and references", run_pairs(_check(two_hundred), basic, some), 2)

    rendered = run_pairs(_render(two_hundred), _check(two_hundred), few)
    yield _slower("a committee paper over 200 plans, to check", rendered, 2)

    scripted = run_pairs(_check(two_thousand), _script(two_thousand), few)
    yield _slower("check 2,000 plans, to a script of CSafeLoader, pydantic", scripted, 0.7)
    yield Bar("check 2,000 plans, memory", scripted.memory, 450, unit="MiB")
    grown = run_pairs(_check(two_thousand), _check(two_hundred), few)
    yield _slower("check 2,000 plans, to check 200", grown, 11)
    referred = [*_check(two_thousand), "--select=references"]
    yield _slower(
        "coverage of 2,000 plans, to check --select references", run_pairs(_coverage(two_thousand), referred, few), 1.2
    )


def _corpus() -> str:
    """How often the rule personal-data is right, over texts made to try it."""
    counts = count()
    return (
        f"personal data: {counts.innocent} innocent texts, {counts.accused} accused; "
        f"{counts.guilty} guilty ones, {counts.missed} missed"
    )


def _slower(name: str, pairs: Pairs, most: float) -> Bar:
    return Bar(name, pairs.ratio, most, str(pairs))


def _check(root: Path) -> Command:
    return [_program("coparent"), "check", "--plans", str(root), "--as-at", AS_AT, "--format", "concise"]


def _coverage(root: Path) -> Command:
    return [_program("coparent"), "coverage", "--plans", str(root), "--as-at", AS_AT]


def _render(root: Path) -> Command:
    return [_program("coparent"), "render", "--template", "committee-paper", "--to", "html", "--plans", str(root),
            "--as-at", AS_AT]  # fmt: skip


def _yamllint(root: Path) -> Command:
    return [_program("yamllint"), "-d", "relaxed", str(root)]


def _by_schema(root: Path, schema: Path) -> Command:
    plans = sorted(str(path) for path in (root / "delivery").iterdir())
    return [_program("check-jsonschema"), "--schemafile", str(schema), *plans]


def _script(root: Path) -> Command:
    return [PYTHON, str(Path(__file__).with_name("plain_script.py")), str(root)]


def _program(name: str) -> str:
    return str(PROGRAMS / name)


if __name__ == "__main__":
    sys.exit(main())
