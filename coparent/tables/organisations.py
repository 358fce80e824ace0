"""The list of organisations: what each leads, what it joins, and what of it is behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from coparent.coverage.organisations import OrganisationCoverage, organisations_covered
from coparent.progress import ActionProgress
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.listing import TableListing
from coparent.tables.style import RED, TableStyle
from coparent.tables.table import Cell, Column, Row, Table
from coparent.text.json_text import JsonObject
from coparent.text.sentences import count
from coparent.text.terminal_style import DIM
from coparent.workspace import Workspace

_WIDE, _NARROW = 100, 76


@dataclass(frozen=True, slots=True)
class _OrganisationLine:
    """An organisation, its own plans, and those of its actions that the filters keep; `leads` is how many it leads."""

    coverage: OrganisationCoverage
    plans: tuple[str, ...]
    actions: tuple[ActionProgress, ...]
    leads: int

    @property
    def live(self) -> int:
        return sum(action.is_live for action in self.actions)

    @property
    def overdue(self) -> int:
        return sum(action.is_overdue for action in self.actions)

    @property
    def updates_due(self) -> int:
        return sum(action.update_due_since is not None for action in self.actions)


@dataclass(frozen=True)
class OrganisationList(TableListing):
    """The organisations in the strategy's order. Filters pick the actions to count, and leave out who has none left."""

    key = "organisations"
    title = "Organisations"
    fields = (
        "id", "name", "short_name", "type", "members", "plans", "actions", "leads", "live", "overdue", "updates_due",
        "outcomes",
    )  # fmt: skip

    lines: Sequence[_OrganisationLine]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        """The list of the organisations whose actions the filters keep."""
        return cls(workspace.as_at, list(_find_lines(workspace, filters)))

    @property
    def items(self) -> Sequence[JsonObject]:
        """The organisations as other programs read them."""
        return [_value(line) for line in self.lines]

    @property
    def summary(self) -> str:
        """How many organisations there are, and how many of them have no action."""
        if not self.lines:
            return "No organisation is so."
        idle = sum(not line.actions for line in self.lines)
        return f"{count(len(self.lines), 'organisation')}{f', {idle} with no action' if idle else ''}."

    def table(self, style: TableStyle) -> Table:
        """As many of the numbers as there is room for."""
        if style.columns < _NARROW:
            columns = [Column("Organisation", wraps=True), Column("Actions", right=True), Column("Overdue", right=True)]
            return Table(columns, [row for line in self.lines for row in _two_rows(line)])
        is_wide = style.columns >= _WIDE
        numbers = ("Actions", "Leads", "Live", "Overdue", *(("Updates due",) if is_wide else ()))
        columns = [
            Column("ID"), Column("Organisation", wraps=True), *([Column("Type")] if is_wide else []),
            *(Column(title, right=True) for title in numbers),
        ]  # fmt: skip
        return Table(columns, [_row(line, is_wide=is_wide) for line in self.lines])


def _find_lines(workspace: Workspace, filters: Filters) -> Iterator[_OrganisationLine]:
    picked = frozenset(pick_actions(workspace, filters))
    asked = {name for group in filters.organisation for name in (group, *workspace.members(group))}
    for covered in organisations_covered(workspace):
        actions = tuple(action for action in covered.actions if action in picked)
        is_asked_for = not filters.organisation or covered.id in asked
        if is_asked_for and (actions or set(filters.given) <= {"organisation"}):
            plans = tuple(plan.id for plan in workspace.plans if plan.organisation == covered.id)
            yield _OrganisationLine(covered, plans, actions, len(picked.intersection(covered.leads)))


def _value(line: _OrganisationLine) -> JsonObject:
    organisation = line.coverage.organisation
    return {
        "id": organisation.id,
        "name": organisation.name,
        "short_name": organisation.short_name,
        "type": organisation.type,
        "members": list(organisation.members),
        "plans": list(line.plans),
        "actions": [action.action.id for action in line.actions],
        "leads": line.leads,
        "live": line.live,
        "overdue": line.overdue,
        "updates_due": line.updates_due,
        "outcomes": [
            name for name in line.coverage.outcomes if any(name in action.action.outcomes for action in line.actions)
        ],
    }


def _two_rows(line: _OrganisationLine) -> Iterator[Row]:
    organisation = line.coverage.organisation
    overdue = Cell(str(line.overdue), RED if line.overdue else "")
    yield Cell(organisation.name, "" if line.actions else DIM), len(line.actions), overdue
    yield Cell(f"  {organisation.id}", DIM), "", ""


def _row(line: _OrganisationLine, *, is_wide: bool) -> Row:
    organisation = line.coverage.organisation
    return (
        organisation.id,
        Cell(organisation.name, "" if line.actions else DIM),
        *((organisation.type,) if is_wide else ()),
        len(line.actions),
        line.leads,
        line.live,
        Cell(str(line.overdue), RED if line.overdue else ""),
        *((line.updates_due,) if is_wide else ()),
    )
