"""The rows of the table of speed: what is run on which plans, beside what, and the most it may take."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from tests.benchmarks.made_plans import AS_AT
from tests.benchmarks.measurements import Command

HERE = Path(__file__).parent
SCHEMA = "plan.schema.json"
"""The exported schema of plans, which lies beside every folder of made plans."""


class SkippedError(Exception):
    """A row cannot be measured here; says why."""


class Unit(Enum):
    """How the runs of a row become one figure; the value is what stands behind the figure."""

    TIMES = "times"
    MEMORY = "MiB"
    ADDED = "ms a plan"


@dataclass(frozen=True, slots=True)
class PlanSet:
    """So many made plans, each with so many faults."""

    plans: int
    faults: int = 0


class Program(Protocol):
    """The command that looks at the plans below a folder. Raises SkippedError where the program is not here."""

    def __call__(self, root: Path) -> Command: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Without `most` it compares and asks nothing; `their_plans` are ours if left out."""

    title: str
    plans: PlanSet
    ours: Program
    theirs: Program
    most: float | None
    unit: Unit = Unit.TIMES
    their_plans: PlanSet | None = None


def check(root: Path, *options: str, exit_code: int = 0) -> Command:
    """Our check, with every rule if no options say otherwise."""
    return _coparent("check", root, "--format", "concise", *options, exit_code=exit_code)


def _check_faulty(root: Path) -> Command:
    return check(root, exit_code=1)


def _check_without_rules(root: Path) -> Command:
    return check(root, *(f"--select={family}" for family in ("reading", "shape", "references")))


def _check_without_text_rules(root: Path) -> Command:
    return check(root, *(f"--ignore={family}" for family in ("personal-data", "wording")))


def _check_references(root: Path) -> Command:
    return check(root, "--select=references")


def _coverage(root: Path) -> Command:
    return _coparent("coverage", root)


def _render(root: Path) -> Command:
    return _coparent("render", root, "--template", "committee-paper", "--to", "html")


def _version(root: Path) -> Command:
    return Command([find_program("coparent"), "--version"])


def _python(root: Path) -> Command:
    return Command([sys.executable, "-c", "pass"])


def _yamllint(root: Path) -> Command:
    return Command([find_program("yamllint"), "-d", "relaxed", str(root)])


def _check_jsonschema(root: Path) -> Command:
    return Command([find_program("check-jsonschema"), "--schemafile", str(root.parent / SCHEMA), *_plan_files(root)])


def _script(root: Path) -> Command:
    return Command([sys.executable, str(HERE / "plain_script.py"), str(root)])


def _ajv(root: Path) -> Command:
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "ajv").is_dir():
        raise SkippedError("node, or js-yaml and ajv, are not installed here")
    return Command([node, str(HERE / "schema_script.mjs"), str(root.parent / SCHEMA), *_plan_files(root)])


def _coparent(verb: str, root: Path, *options: str, exit_code: int = 0) -> Command:
    return Command([find_program("coparent"), verb, "--plans", str(root), "--as-at", AS_AT, *options], exit_code)


def find_program(name: str) -> str:
    """The program of that name beside this Python. Raises SkippedError if it is not installed."""
    program = Path(sys.executable).with_name(name)
    if not program.exists():
        raise SkippedError(f"{name} is not installed here")
    return str(program)


def _plan_files(root: Path) -> Sequence[str]:
    return sorted(str(path) for path in (root / "delivery").iterdir())


_TEN, _TWO_HUNDRED, _TWO_THOUSAND = PlanSet(10), PlanSet(200), PlanSet(2_000)
_FAULTY = PlanSet(2_000, faults=10)

ROWS = (
    Row("--version, to python -c pass", _TEN, _version, _python, 1.5),
    Row("check 10 plans, to yamllint", _TEN, check, _yamllint, 0.40),
    Row("check 10 plans, to check-jsonschema", _TEN, check, _check_jsonschema, 0.40),
    Row("check 10 plans, to js-yaml and ajv", _TEN, check, _ajv, None),
    Row("check 200 plans, to yamllint", _TWO_HUNDRED, check, _yamllint, 0.08),
    Row("check 200 plans, to check-jsonschema", _TWO_HUNDRED, check, _check_jsonschema, 0.12),
    Row("check 200 plans, to js-yaml and ajv", _TWO_HUNDRED, check, _ajv, None),
    Row("check 200 plans, memory", _TWO_HUNDRED, check, _script, 100, Unit.MEMORY),
    Row("all rules, to reading, shape and references", _TWO_HUNDRED, check, _check_without_rules, 2),
    Row("what text rules add", _TWO_HUNDRED, check, _check_without_text_rules, 1, Unit.ADDED),
    Row("a committee paper over 200 plans, to check", _TWO_HUNDRED, _render, check, 2),
    Row("check 2,000 plans, to a script of CSafeLoader, pydantic", _TWO_THOUSAND, check, _script, 0.7),
    Row("check 2,000 plans, memory", _TWO_THOUSAND, check, _script, 450, Unit.MEMORY),
    Row("check 2,000 plans, to check 200", _TWO_THOUSAND, check, check, 11, their_plans=_TWO_HUNDRED),
    Row("check 2,000 plans, to js-yaml and ajv", _TWO_THOUSAND, check, _ajv, None),
    Row("check 20,000 findings, to the same plans clean", _FAULTY, _check_faulty, check, 3, their_plans=_TWO_THOUSAND),
    Row("coverage of 2,000 plans, to check --select references", _TWO_THOUSAND, _coverage, _check_references, 1.2),
)
