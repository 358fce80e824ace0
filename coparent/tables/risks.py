"""The list of risks: what could go wrong, how badly, and who watches it."""

from collections.abc import Iterable
from typing import Any

from coparent.schema.plan import Plan, Risk
from coparent.tables.filters import Filters, pick_risks
from coparent.tables.layout import DIM, Cell, Column, Content, Look
from coparent.tables.listing import Listing, Table, from_table, from_wide_table
from coparent.text.sentences import count
from coparent.workspace import Workspace

FILTERS = ("lead", "organisation", "plan", "board", "outcome", "priority")
FIELDS = ("id", "title", "plan", "likelihood", "impact", "score", "owner", "status", "actions")
_WIDE = 100


def list_risks(workspace: Workspace, filters: Filters) -> Listing:
    """The risks that the filters keep: open ones first, the highest score (likelihood times impact) before others."""
    picked = sorted(pick_risks(workspace, filters), key=_order)

    def table(look: Look) -> Table:
        return _table(picked, look)

    return Listing(
        as_at=workspace.as_at,
        key="risks",
        title="Risks",
        summary=_summarise([risk for _, risk in picked]),
        items=tuple(_value(plan, risk) for plan, risk in picked),
        fields=FIELDS,
        text=from_table(table),
        markdown=from_wide_table(table),
    )


def _order(one: tuple[Plan, Risk]) -> tuple[bool, int, str, str]:
    plan, risk = one
    return risk.status != "open", -score(risk), plan.id, risk.id


def score(risk: Risk) -> int:
    """Likelihood times impact, from 1 to 25."""
    return risk.likelihood * risk.impact


def _value(plan: Plan, risk: Risk) -> dict[str, Any]:
    return {
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


def _summarise(risks: list[Risk]) -> str:
    if not risks:
        return "No risk is so."
    number = sum(risk.status == "open" for risk in risks)
    return f"{count(len(risks), 'risk')}, {number} open. A score is likelihood times impact, each from 1 to 5."


def _table(picked: Iterable[tuple[Plan, Risk]], look: Look) -> Table:
    title, points = Column("Risk", wraps=True), Column("Score", right=True)
    if look.columns >= _WIDE:
        columns = (Column("ID"), title, points, Column("Owner", wraps=True), Column("Plan"), Column("Status"))
        rows = [
            (risk.id, risk.title, _score_in_words(risk), _owner(risk), plan.id, risk.status) for plan, risk in picked
        ]
        return Table(columns, tuple(rows))
    return Table((Column("ID"), title, points), tuple(row for one in picked for row in _two_rows(*one)))


def _two_rows(plan: Plan, risk: Risk) -> Iterable[tuple[Content, ...]]:
    yield risk.id, risk.title, _score_in_words(risk)
    yield "", Cell(f"{plan.id}; {_owner(risk)}; {risk.status}", DIM), ""


def _score_in_words(risk: Risk) -> str:
    return f"{risk.likelihood} x {risk.impact} = {score(risk):>2}"


def _owner(risk: Risk) -> str:
    return risk.owner.role if risk.owner is not None else "no owner"
