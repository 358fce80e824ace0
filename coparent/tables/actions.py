"""The list of actions: what is to be done, by whom and by when, and how far it has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.listing import TableListing
from coparent.tables.style import RED, TableStyle
from coparent.tables.table import Cell, Column, Row, Table
from coparent.tables.wording import (
    COLOURS,
    actions_in_words,
    day_value,
    deadline_in_words,
    role_in_words,
    short_day,
    stage_in_words,
    timescale_value,
)
from coparent.text.json_text import JsonObject
from coparent.text.natural_order import NaturalKey, natural_order
from coparent.text.sentences import count
from coparent.text.terminal_style import DIM
from coparent.workspace import Workspace

_WIDE, _NARROW, _TIGHT = 110, 76, 56


@dataclass(frozen=True)
class ActionList(TableListing):
    """The actions still to be done first, each by the end of its due date, then by id as people count."""

    key = "actions"
    nothing = "No action is so."
    fields = (
        "id", "ref", "title", "plan", "organisation", "lead", "outcomes", "priorities", "stage", "rating",
        "due.written", "due.start", "due.end", "due.original", "late_by_days", "last_update",
    )  # fmt: skip

    records: Sequence[ActionProgress]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        return cls(workspace.as_at, sorted(pick_actions(workspace, filters), key=_order))

    @property
    def items(self) -> Sequence[JsonObject]:
        return [action_value(action) for action in self.records]

    def count_in_words(self) -> str:
        ended = {
            "complete": sum(action.stage == "complete" for action in self.records),
            "passed on or cancelled": sum(not action.counts_towards_goals for action in self.records),
        }
        return f"{count(len(self.records), 'action')}: {actions_in_words(self.records, ended)}."

    def table(self, style: TableStyle) -> Table:
        """Beside one another where there is room; else who leads it and what is late stand under the title."""
        title, due, state = Column("Action", wraps=True), Column("Due"), Column("State")
        if style.columns >= _WIDE or style.columns < _TIGHT:
            lead = Column("Lead", wraps=True)
            columns = [Column("ID"), title, Column("Plan"), lead, due, state, Column("Late"), Column("Updated")]
            return Table(columns, [_row(action) for action in self.records])
        if style.columns >= _NARROW:
            return Table(
                [Column("ID"), title, due, state], [row for action in self.records for row in _two_rows(action)]
            )
        return Table([Column("ID"), title, due], [row for action in self.records for row in _two_narrow_rows(action)])


def _order(progress: ActionProgress) -> tuple[bool, date, NaturalKey]:
    return not progress.is_live, progress.deadline or date.max, natural_order(progress.id)


def action_value(progress: ActionProgress) -> JsonObject:
    """An action as other programs read it."""
    action, plan = progress.action, progress.plan
    due, latest = timescale_value(progress.due), progress.latest
    original = action.due.written if action.due is not None else None
    lead = action.lead
    return {
        "id": action.id,
        "ref": action.ref,
        "title": action.title,
        "plan": plan.id,
        "organisation": (lead.organisation if lead is not None else None) or plan.organisation,
        "lead": lead.role if lead is not None else None,
        "outcomes": list(action.outcomes),
        "priorities": list(progress.priorities),
        "stage": progress.stage,
        "rating": progress.rating,
        "due": {**due, "original": original} if due is not None else None,
        "late_by_days": progress.late_by,
        "last_update": day_value(latest.on) if latest is not None else None,
    }


def _row(progress: ActionProgress) -> Row:
    return (
        progress.id, progress.title, progress.plan.id, role_in_words(progress.action.lead),
        _due_cell(progress), _state_cell(progress), _late_cell(progress),
        short_day(progress.latest.on) if progress.latest is not None else "never",
    )  # fmt: skip


def _two_rows(progress: ActionProgress) -> Iterator[Row]:
    late = _late_cell(progress)
    yield progress.id, progress.title, _due_cell(progress), _state_cell(progress)
    yield "", Cell(role_in_words(progress.action.lead), DIM), "", late


def _two_narrow_rows(progress: ActionProgress) -> Iterator[Row]:
    words = filter(None, [role_in_words(progress.action.lead), stage_in_words(progress), lateness_in_words(progress)])
    yield progress.id, progress.title, _due_cell(progress)
    yield "", Cell("; ".join(words), DIM), ""


def _due_cell(progress: ActionProgress) -> Cell:
    """When an action is due, in red where that has passed."""
    return Cell(deadline_in_words(progress.due), RED if progress.is_overdue else "")


def _state_cell(progress: ActionProgress) -> Cell:
    """How far an action has come, in the colour of its rating."""
    code = COLOURS.get(progress.rating or "", "") if progress.is_live else DIM
    return Cell(stage_in_words(progress), code)


def _late_cell(progress: ActionProgress) -> Cell:
    return Cell(lateness_in_words(progress), RED if progress.is_overdue else COLOURS["amber"])
