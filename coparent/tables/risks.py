"""The list of risks: what could go wrong, how badly, and who watches it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from coparent.schema.fields import Role
from coparent.schema.plan import Plan, Risk
from coparent.tables.filters import Filters, PlannedRisk, pick_risks
from coparent.tables.listing import TableListing
from coparent.tables.style import TableStyle
from coparent.tables.table import Cell, Column, Row, Table
from coparent.text.json_text import JsonObject
from coparent.text.natural_order import NaturalKey, natural_order
from coparent.text.sentences import count
from coparent.text.terminal_style import DIM
from coparent.workspace import Workspace

_WIDE = 100


@dataclass(frozen=True)
class RiskList(TableListing):
    """The risks, each with its plan: open ones first, the highest score before others."""

    key = "risks"
    nothing = "No risk is so."
    fields = ("id", "title", "plan", "likelihood", "impact", "score", "owner", "status", "actions")
    filters = ("lead", "organisation", "plan", "board", "outcome", "priority")

    records: Sequence[PlannedRisk]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        risks = sorted(pick_risks(workspace, filters), key=_order)
        return cls(workspace.as_at, risks)

    @staticmethod
    def roles(workspace: Workspace) -> Iterator[Role | None]:
        return (risk.owner for plan in workspace.plans for risk in plan.risks)

    @property
    def items(self) -> Sequence[JsonObject]:
        return [
            {
                "id": risk.id,
                "title": risk.title,
                "plan": plan.id,
                "likelihood": risk.likelihood,
                "impact": risk.impact,
                "score": score(risk),
                "owner": risk.owner.role if risk.owner is not None else None,
                "status": risk.status,
                "actions": list(risk.actions),
            }
            for plan, risk in self.records
        ]

    def count_in_words(self) -> str:
        number = sum(risk.status == "open" for _, risk in self.records)
        counted = f"{count(len(self.records), 'risk')}, {number} open."
        return f"{counted} A score is likelihood times impact, each from 1 to 5."

    def table(self, style: TableStyle) -> Table:
        """A row for each where there is room; else its plan, owner and status stand under its title."""
        title, points = Column("Risk", wraps=True), Column("Score", right=True)
        if style.columns >= _WIDE:
            columns = [Column("ID"), title, points, Column("Owner", wraps=True), Column("Plan"), Column("Status")]
            rows = [
                (risk.id, risk.title, _score_in_words(risk), _owner(risk), plan.id, risk.status)
                for plan, risk in self.records
            ]
            return Table(columns, rows)
        return Table([Column("ID"), title, points], [row for pair in self.records for row in _two_rows(*pair)])


def _order(planned: PlannedRisk) -> tuple[bool, int, NaturalKey, NaturalKey]:
    plan, risk = planned
    return risk.status != "open", -score(risk), natural_order(plan.id), natural_order(risk.id)


def score(risk: Risk) -> int:
    """Likelihood times impact, from 1 to 25."""
    return risk.likelihood * risk.impact


def _two_rows(plan: Plan, risk: Risk) -> Iterator[Row]:
    yield risk.id, risk.title, _score_in_words(risk)
    yield "", Cell(f"{plan.id}; {_owner(risk)}; {risk.status}", DIM), ""


def _score_in_words(risk: Risk) -> str:
    return f"{risk.likelihood} x {risk.impact} = {score(risk):>2}"


def _owner(risk: Risk) -> str:
    return risk.owner.role if risk.owner is not None else "no owner"
