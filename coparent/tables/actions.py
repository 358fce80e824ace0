"""The list of actions: what is to be done, by whom and by when, and how far it has come."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.layout import DIM, RED, Cell, Column, Content, Look
from coparent.tables.listing import Listing, Table, from_table, from_wide_table
from coparent.tables.wording import (
    COLOURS,
    day_value,
    deadline_in_words,
    role_in_words,
    short_day,
    stage_in_words,
    timescale_value,
)
from coparent.text.sentences import count, listing
from coparent.workspace import Workspace

FIELDS = (
    "id", "ref", "title", "plan", "organisation", "lead", "outcomes", "priorities", "stage", "rating",
    "due.written", "due.start", "due.end", "due.original", "late_by_days", "last_update",
)  # fmt: skip
_WIDE, _NARROW, _TIGHT = 110, 76, 56


def list_actions(workspace: Workspace, filters: Filters) -> Listing:
    """The actions that the filters keep: those still to be done first, each by the end of its due date, then by id."""
    picked = sorted(pick_actions(workspace, filters), key=order)

    def table(look: Look) -> Table:
        return _table(picked, look)

    return Listing(
        as_at=workspace.as_at,
        key="actions",
        title="Actions",
        summary=_summarise(picked),
        items=tuple(action_value(one) for one in picked),
        fields=FIELDS,
        text=from_table(table),
        markdown=from_wide_table(table),
    )


def order(progress: ActionProgress) -> tuple[bool, date, str]:
    """Where an action stands in a list."""
    return not progress.is_live, progress.deadline or date.max, progress.action.id


def action_value(progress: ActionProgress) -> dict[str, Any]:
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


def _summarise(picked: Iterable[ActionProgress]) -> str:
    actions = list(picked)
    if not actions:
        return "No action is so."
    parts = [
        (sum(one.is_live for one in actions), "to be done"),
        (sum(one.is_overdue for one in actions), "overdue"),
        (sum(one.update_due_since is not None for one in actions), "with an update due"),
        (sum(one.stage == "complete" for one in actions), "complete"),
        (sum(not one.serves for one in actions), "passed on or cancelled"),
    ]
    return f"{count(len(actions), 'action')}: {listing([f'{number} {words}' for number, words in parts if number])}."


def _table(picked: Iterable[ActionProgress], look: Look) -> Table:
    """Beside one another where there is room; else who leads it and what is late stand under the title."""
    title, due, state = Column("Action", wraps=True), Column("Due"), Column("State")
    if look.columns >= _WIDE or look.columns < _TIGHT:
        columns = (
            Column("ID"), title, Column("Plan"), Column("Lead", wraps=True), due, state,
            Column("Late"), Column("Updated"),
        )  # fmt: skip
        return Table(columns, tuple(_row(one) for one in picked))
    if look.columns >= _NARROW:
        rows = [row for one in picked for row in _two_rows(one)]
        return Table((Column("ID"), title, due, state), tuple(rows))
    rows = [row for one in picked for row in _two_narrow_rows(one)]
    return Table((Column("ID"), title, due), tuple(rows))


def _row(one: ActionProgress) -> tuple[Content, ...]:
    return (
        one.action.id, one.action.title, one.plan.id, role_in_words(one.action.lead),
        due_cell(one), state_cell(one), _late_cell(one),
        short_day(one.latest.on) if one.latest is not None else "never",
    )  # fmt: skip


def _two_rows(one: ActionProgress) -> Iterable[tuple[Content, ...]]:
    late = _late_cell(one)
    yield one.action.id, one.action.title, due_cell(one), state_cell(one)
    yield "", Cell(role_in_words(one.action.lead), DIM), "", late


def _two_narrow_rows(one: ActionProgress) -> Iterable[tuple[Content, ...]]:
    words = filter(None, [role_in_words(one.action.lead), stage_in_words(one), lateness_in_words(one)])
    yield one.action.id, one.action.title, due_cell(one)
    yield "", Cell("; ".join(words), DIM), ""


def due_cell(one: ActionProgress) -> Cell:
    """When an action is due, in red where that has passed."""
    return Cell(deadline_in_words(one.due), RED if one.is_overdue else "")


def state_cell(one: ActionProgress) -> Cell:
    """How far an action has come, in the colour of its rating."""
    code = COLOURS.get(one.rating or "", "") if one.is_live else DIM
    return Cell(stage_in_words(one), code)


def _late_cell(one: ActionProgress) -> Cell:
    return Cell(lateness_in_words(one), RED if one.is_overdue else COLOURS["amber"])
