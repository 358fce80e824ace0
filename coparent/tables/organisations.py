"""The list of organisations: what each leads, what it joins, and what of it is behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from coparent.coverage.organisations import OrganisationCoverage, organisations_covered
from coparent.progress import ActionProgress
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.layout import DIM, RED, Cell, Column, Content, Look
from coparent.tables.listing import Listing, Table, from_table, from_wide_table
from coparent.text.sentences import count
from coparent.workspace import Workspace

FIELDS = (
    "id", "name", "short_name", "type", "members", "plans", "actions", "leads", "live", "overdue", "updates_due",
    "outcomes",
)  # fmt: skip
_WIDE, _NARROW = 100, 76


@dataclass(frozen=True, slots=True)
class _Part:
    """What of the actions that were picked an organisation takes part in."""

    covered: OrganisationCoverage
    plans: tuple[str, ...]
    actions: tuple[ActionProgress, ...]
    leads: int

    @property
    def live(self) -> int:
        return sum(one.is_live for one in self.actions)

    @property
    def overdue(self) -> int:
        return sum(one.is_overdue for one in self.actions)

    @property
    def owed(self) -> int:
        return sum(one.update_due_since is not None for one in self.actions)


def list_organisations(workspace: Workspace, filters: Filters) -> Listing:
    """The organisations in the strategy's order. Filters pick the actions to count, and leave out who has none left."""
    parts = [*_find_parts(workspace, filters)]

    def table(look: Look) -> Table:
        return _table(parts, look)

    idle = sum(not part.actions for part in parts)
    summary = f"{count(len(parts), 'organisation')}{f', {idle} with no action' if idle else ''}."
    return Listing(
        as_at=workspace.as_at,
        key="organisations",
        title="Organisations",
        summary=summary if parts else "No organisation is so.",
        items=tuple(_value(part) for part in parts),
        fields=FIELDS,
        text=from_table(table),
        markdown=from_wide_table(table),
    )


def _find_parts(workspace: Workspace, filters: Filters) -> Iterable[_Part]:
    picked = {id(one) for one in pick_actions(workspace, filters)}
    asked = {name for one in filters.organisation for name in (one, *workspace.members(one))}
    for covered in organisations_covered(workspace):
        actions = tuple(one for one in covered.actions if id(one) in picked)
        is_asked_for = not filters.organisation or covered.id in asked
        if is_asked_for and (actions or set(filters.given) <= {"organisation"}):
            plans = tuple(plan.id for plan in workspace.plans if plan.organisation == covered.id)
            yield _Part(covered, plans, actions, sum(id(one) in picked for one in covered.leads))


def _value(part: _Part) -> dict[str, Any]:
    organisation = part.covered.organisation
    return {
        "id": organisation.id,
        "name": organisation.name,
        "short_name": organisation.short_name,
        "type": organisation.type,
        "members": list(organisation.members),
        "plans": list(part.plans),
        "actions": [one.action.id for one in part.actions],
        "leads": part.leads,
        "live": part.live,
        "overdue": part.overdue,
        "updates_due": part.owed,
        "outcomes": [
            name for name in part.covered.outcomes if any(name in one.action.outcomes for one in part.actions)
        ],
    }


def _table(parts: Iterable[_Part], look: Look) -> Table:
    if look.columns < _NARROW:
        columns = Column("Organisation", wraps=True), Column("Actions", right=True), Column("Overdue", right=True)
        return Table(columns, tuple(row for part in parts for row in _two_rows(part)))
    is_wide = look.columns >= _WIDE
    figures = ("Actions", "Leads", "Live", "Overdue", *(("Updates due",) if is_wide else ()))
    wider = (
        Column("ID"), Column("Organisation", wraps=True), *((Column("Type"),) if is_wide else ()),
        *(Column(title, right=True) for title in figures),
    )  # fmt: skip
    return Table(wider, tuple(_row(part, is_wide=is_wide) for part in parts))


def _two_rows(part: _Part) -> Iterable[tuple[Content, ...]]:
    organisation = part.covered.organisation
    overdue = Cell(str(part.overdue), RED if part.overdue else "")
    yield Cell(organisation.name, "" if part.actions else DIM), len(part.actions), overdue
    yield Cell(f"  {organisation.id}", DIM), "", ""


def _row(part: _Part, *, is_wide: bool) -> tuple[Content, ...]:
    organisation = part.covered.organisation
    return (
        organisation.id,
        Cell(organisation.name, "" if part.actions else DIM),
        *((organisation.type,) if is_wide else ()),
        len(part.actions),
        part.leads,
        part.live,
        Cell(str(part.overdue), RED if part.overdue else ""),
        *((part.owed,) if is_wide else ()),
    )
