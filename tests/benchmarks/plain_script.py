"""What a programmer would write in an afternoon: PyYAML's C loader, pydantic models, ids looked up. A peer, not a part.

It gives no line numbers, knows no calendar, and says what is wrong in pydantic's words.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

When = date | str | int
Text = str | int | float | date


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Milestone(_Record):
    """One step of an action."""

    id: str | None = None
    title: Text
    due: When


class Resources(_Record):
    """What an action costs."""

    status: Literal["existing", "funded", "part-funded", "unfunded", "unknown"]
    note: Text | None = None


class Update(_Record):
    """The position of an action on one day."""

    on: date
    stage: Literal["not-started", "in-progress", "complete", "paused", "carried-forward", "superseded", "cancelled"]
    rating: Literal["green", "amber", "red"] | None = None
    summary: Text
    reason: Text | None = None


class Action(_Record):
    """One thing that will be done."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    ref: Text | None = None
    title: Text
    why: Text | None = None
    outcomes: list[str] = []
    promises: list[str] = []
    lead: Text | None = None
    partners: list[str] = []
    start: When | None = None
    due: When | None = None
    success: Text | None = None
    measures: list[str] = []
    milestones: list[Milestone] = []
    depends_on: list[str] = []
    resources: Resources | None = None
    updates: list[Update] = []


class Risk(_Record):
    """What could go wrong."""

    id: str
    title: Text
    likelihood: int = Field(ge=1, le=5)
    impact: int = Field(ge=1, le=5)
    owner: Text | None = None
    actions: list[str] = []
    status: Literal["open", "closed"]


class Plan(_Record):
    """One delivery plan."""

    kind: Literal["plan"]
    id: str
    title: Text
    organisation: str
    status: Literal["draft", "consultation", "approved", "closed"]
    basis: Literal["public", "derived", "illustrative"] | None = None
    period: When | None = None
    sponsor: Text | None = None
    reports_to: list[str] = []
    summary: Text | None = None
    actions: list[Action] = []
    risks: list[Risk] = []


class Loader(yaml.CSafeLoader):
    """CSafeLoader, but `on:` stays the word it looks like."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, words) for tag, words in resolvers if not tag.endswith(":bool")]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    """One file as plain data."""
    with path.open("rb") as file:
        return yaml.load(file, Loader=Loader)  # noqa: S506 - it is a safe loader.


def find_faults(root: Path) -> list[str]:
    """Validate every plan, then look up every id that one names."""
    strategy, measures = load(root / "strategy.yaml"), load(root / "measures.yaml")
    plans, faults = [], []
    for path in sorted((root / "delivery").glob("*.yaml")):
        try:
            plans.append(Plan.model_validate(load(path)))
        except (yaml.YAMLError, ValidationError) as error:
            faults.append(f"{path}: {error}")
    kinds = ("outcomes", "promises", "organisations", "boards")
    known = {kind: {one["id"] for one in strategy[kind]} for kind in kinds}
    known["measures"] = {measure["id"] for measure in measures["measures"]}
    known["actions"] = {action.id for plan in plans for action in plan.actions}
    if len(known["actions"]) < sum(len(plan.actions) for plan in plans):
        faults.append("an action's id is used twice")
    for plan in plans:
        faults += [f"{plan.id}: no {kind} {name}" for kind, name in _names(plan) if name not in known[kind]]
    return faults


def _names(plan: Plan) -> list[tuple[str, str]]:
    names = [("organisations", plan.organisation), *(("boards", name) for name in plan.reports_to)]
    for action in plan.actions:
        names += [("outcomes", name) for name in action.outcomes]
        names += [("promises", name) for name in action.promises]
        names += [("organisations", name) for name in action.partners]
        names += [("measures", name) for name in action.measures]
        names += [("actions", name) for name in action.depends_on]
    return names


if __name__ == "__main__":
    found = find_faults(Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(bool(found))
