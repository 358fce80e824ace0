"""The list of organisations: what each leads, what it joins, and what of it is behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from coparent.coverage.organisations import OrganisationCoverage, organisations_covered, outcomes_served
from coparent.schema.plan import Plan
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.listing import TableListing
from coparent.tables.style import RED, TableStyle
from coparent.tables.table import Cell, Column, Row, Table
from coparent.text.json_text import JsonObject
from coparent.text.sentences import count
from coparent.text.terminal_style import DIM
from coparent.workspace import Workspace

_WIDE, _NARROW = 100, 76


@dataclass(frozen=True)
class OrganisationList(TableListing):
    """The organisations in the strategy's order. Filters pick the actions to count, and leave out who has none left."""

    key = "organisations"
    nothing = "No organisation is so."
    fields = (
        "id", "name", "short_name", "type", "members", "plans", "actions", "leads", "live", "overdue", "updates_due",
        "outcomes",
    )  # fmt: skip

    records: Sequence[OrganisationCoverage]
    plans: Sequence[Plan]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        return cls(workspace.as_at, list(_find_parts(workspace, filters)), workspace.plans)

    @property
    def items(self) -> Sequence[JsonObject]:
        return [
            {
                "id": part.id,
                "name": part.organisation.name,
                "short_name": part.organisation.short_name,
                "type": part.organisation.type,
                "members": list(part.organisation.members),
                "plans": [plan.id for plan in self.plans if plan.organisation == part.id],
                "actions": [action.id for action in part.actions],
                "leads": len(part.leads),
                "live": len(part.live),
                "overdue": len(part.overdue),
                "updates_due": len(part.with_update_due),
                "outcomes": list(part.outcomes),
            }
            for part in self.records
        ]

    def count_in_words(self) -> str:
        idle = sum(not part.actions for part in self.records)
        return f"{count(len(self.records), 'organisation')}{f', {idle} with no action' if idle else ''}."

    def table(self, style: TableStyle) -> Table:
        """As many of the numbers as there is room for."""
        if style.columns < _NARROW:
            columns = [Column("Organisation", wraps=True), Column("Actions", right=True), Column("Overdue", right=True)]
            return Table(columns, [row for part in self.records for row in _two_rows(part)])
        is_wide = style.columns >= _WIDE
        numbers = ("Actions", "Leads", "Live", "Overdue", *(("Updates due",) if is_wide else ()))
        columns = [
            Column("ID"), Column("Organisation", wraps=True), *([Column("Type")] if is_wide else []),
            *(Column(title, right=True) for title in numbers),
        ]  # fmt: skip
        return Table(columns, [_row(part, is_wide=is_wide) for part in self.records])


def _find_parts(workspace: Workspace, filters: Filters) -> Iterator[OrganisationCoverage]:
    """Every organisation that is asked for, with what the filters keep of its actions."""
    picked = frozenset(pick_actions(workspace, filters))
    asked = {name for group in filters.organisation for name in (group, *workspace.members(group))}
    for covered in organisations_covered(workspace):
        actions = tuple(action for action in covered.actions if action in picked)
        is_asked_for = not filters.organisation or covered.id in asked
        if is_asked_for and (actions or set(filters.given) <= {"organisation"}):
            leads = tuple(action for action in covered.leads if action in picked)
            yield replace(covered, actions=actions, leads=leads, outcomes=outcomes_served(workspace, actions))


def _two_rows(part: OrganisationCoverage) -> Iterator[Row]:
    overdue = len(part.overdue)
    yield _name_cell(part), len(part.actions), Cell(str(overdue), RED if overdue else "")
    yield Cell(f"  {part.id}", DIM), "", ""


def _row(part: OrganisationCoverage, *, is_wide: bool) -> Row:
    overdue = len(part.overdue)
    return (
        part.id,
        _name_cell(part),
        *((part.organisation.type,) if is_wide else ()),
        *(len(part.actions), len(part.leads), len(part.live)),
        Cell(str(overdue), RED if overdue else ""),
        *((len(part.with_update_due),) if is_wide else ()),
    )


def _name_cell(part: OrganisationCoverage) -> Cell:
    return Cell(part.organisation.name, "" if part.actions else DIM)
