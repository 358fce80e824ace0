"""What belongs to a record: what it serves and what serves it, its parts, and everything that names it."""

from collections.abc import Iterable, Iterator

from coparent.coverage.organisations import organisations_covered
from coparent.coverage.serving import goals_named, goals_served
from coparent.progress import ActionProgress, progress_of
from coparent.progress.wording import lateness_in_words
from coparent.schema.measures import Measure, Reading
from coparent.schema.plan import Action, Plan, Progress
from coparent.schema.record import Record
from coparent.schema.strategy import Organisation, Strategy
from coparent.tables.layout import Look
from coparent.tables.measures import figure
from coparent.tables.record.fields import record_entry, title_of
from coparent.tables.record.finding import Found
from coparent.tables.record.sheet import Entries, Entry
from coparent.tables.record.status import goal_of, latest_in_words, reached_in_words
from coparent.tables.wording import deadline_in_words, stage_in_words
from coparent.timescales import day_in_words
from coparent.workspace import Workspace

TOLD_OTHERWISE = {
    "action": (
        "due", "rescheduled", "milestones", "measures", "updates", "outcomes", "priorities", "promises",
        "recommendations",
    ),
    "measure": ("readings", "target"),
    "milestone": ("due", "rescheduled", "done", "dropped"),
    "plan": ("actions",),
    "strategy": ("priorities", "outcomes", "promises", "principles", "recommendations", "organisations", "boards"),
}  # fmt: skip
"""Fields that the facts and these parts tell better than their own words would."""


def belonging_to(workspace: Workspace, found: Found, look: Look) -> Iterator[Entries]:
    """Everything that belongs to a record, sort by sort; a sort of which there is nothing may be empty."""
    record = found.record
    if isinstance(record, Action):
        yield from _of_action(workspace, progress_of(workspace).by_action[record.id], look)
    elif isinstance(record, Measure):
        readings = reversed(progress_of(workspace).by_measure[record.id].readings)
        yield Entries("readings", tuple(_reading(workspace, one, record.unit, look) for one in readings))
    elif isinstance(record, Plan):
        yield Entries("actions", _actions(one for one in progress_of(workspace).actions if one.plan is record))
    elif isinstance(record, Strategy):
        for name in TOLD_OTHERWISE["strategy"]:
            yield Entries(name, tuple(_by_title(one) for one in getattr(record, name)))
    elif isinstance(record, Organisation):
        yield Entries("actions", _actions(_taken_part_in(workspace, record)))
    if (goal := goal_of(workspace, found)) is not None:
        yield Entries("actions", _actions(goal.actions))
        yield Entries("measures", tuple(_measure(workspace, one.id, look) for one in goal.measures))
    yield Entries("named by", tuple(_named_by(workspace, found)))


def _of_action(workspace: Workspace, one: ActionProgress, look: Look) -> Iterator[Entries]:
    action = one.action
    known = progress_of(workspace).by_measure
    heading = "serves" if one.serves else f"would serve, were it not {one.stage.replace('-', ' ')}"
    yield Entries(
        heading, tuple(Entry(f"{k} {name}", title_of(workspace, k, name)) for k, name in served(workspace, one))
    )
    yield Entries("measures", tuple(_measure(workspace, name, look) for name in action.measures if name in known))
    milestones = (
        Entry(step.id or "", step.title, (reached_in_words(workspace, one.plan, step),)) for step in action.milestones
    )
    yield Entries("milestones", tuple(milestones))
    moves = (
        Entry(day_in_words(move.on), f"to {move.to.written}", _details(workspace, move, "to", "on"))
        for move in workspace.moves(action)
    )
    yield Entries("moves", tuple(moves))
    updates = (
        Entry(
            day_in_words(dated.on),
            update_in_words(dated.update),
            _details(workspace, dated.update, "on", "action", "stage", "rating", "summary"),
        )
        for dated in reversed(one.updates)
    )
    yield Entries("updates", tuple(updates))


def update_in_words(update: Progress) -> str:
    """What an update says of stage and rating, and its summary."""
    rating = f", {update.rating}" if update.rating else ""
    return f"{update.stage.replace('-', ' ')}{rating}. {' '.join(update.summary.split())}"


def _details(workspace: Workspace, record: Record, *without: str) -> tuple[str, ...]:
    return record_entry(workspace, record, without).details


def _reading(workspace: Workspace, reading: Reading, unit: str, look: Look) -> Entry:
    shown = figure(reading.value, unit, look)
    return Entry(reading.period.written, shown, _details(workspace, reading, "period", "value", "measure"))


def served(workspace: Workspace, one: ActionProgress) -> tuple[tuple[str, str], ...]:
    """The kind and id of every goal an action serves, or names if it was passed on."""
    return goals_served(workspace).get(one) or goals_named(one)


def _measure(workspace: Workspace, name: str, look: Look) -> Entry:
    one = progress_of(workspace).by_measure[name]
    return Entry(name, one.measure.title, (latest_in_words(one, look),))


def _actions(picked: Iterable[ActionProgress]) -> tuple[Entry, ...]:
    return tuple(Entry(one.action.id, one.action.title, (_in_short(one),)) for one in picked)


def _in_short(one: ActionProgress) -> str:
    due = deadline_in_words(one.due)
    return "; ".join(filter(None, [stage_in_words(one), f"due {due}", lateness_in_words(one)]))


def _taken_part_in(workspace: Workspace, organisation: Organisation) -> tuple[ActionProgress, ...]:
    covered = organisations_covered(workspace)
    return next((one.actions for one in covered if one.organisation is organisation), ())


def _by_title(record: Record) -> Entry:
    return Entry(getattr(record, "id", ""), str(getattr(record, "title", None) or getattr(record, "name", "")))


def _named_by(workspace: Workspace, found: Found) -> Iterator[Entry]:
    """Who names a record, and as what; whoever serves a goal or acts for an organisation stands there already."""
    seen = _told(workspace, found)
    for reference in workspace.naming.get((found.kind, found.id), ()):
        owner = reference.holder if getattr(reference.holder, "id", None) else reference.owner
        kind = type(owner).__name__.lower()
        identity = getattr(owner, "id", None) or owner.where.path
        if id(owner) not in seen:
            seen.add(id(owner))
            title = getattr(owner, "title", None) or getattr(owner, "name", None) or getattr(owner, "who", "")
            is_plain = reference.field in (found.kind, f"{found.kind}s", "priorities")
            under = () if is_plain else (f"under {reference.field.replace('_', ' ')}",)
            yield Entry(f"{kind} {identity}", str(title), under)


def _told(workspace: Workspace, found: Found) -> set[int]:
    """The records that stand in the other parts of a sheet."""
    goal, record = goal_of(workspace, found), found.record
    actions = goal.actions if goal is not None else ()
    if isinstance(record, Organisation):
        actions = _taken_part_in(workspace, record)
    return {id(record), *(id(one.action) for one in actions), *map(id, goal.measures if goal is not None else ())}
