"""What is worked out of a record: how it stands, what it serves and what serves it, and what names it."""

from collections.abc import Iterable, Iterator, Sequence

from coparent.coverage import GoalCoverage, coverage_of
from coparent.coverage.organisations import OrganisationCoverage, organisations_covered
from coparent.coverage.serving import GoalKeys, goals_named, goals_served
from coparent.progress import ActionProgress, MeasureProgress, MilestoneProgress, progress_of
from coparent.progress.wording import ENGLAND, england, lateness_in_words
from coparent.schema.ids import Reference, kind_of
from coparent.schema.measures import Measure, Reading
from coparent.schema.plan import Action, Milestone, Plan, Risk
from coparent.schema.record import Record
from coparent.schema.strategy import Organisation, Strategy
from coparent.tables.measures import direction_in_words, figure, judged_in_words, trend
from coparent.tables.record.fields import date_in_words, details_of, name_of, title_of
from coparent.tables.record.lookup import Found
from coparent.tables.record.sheet import Entries, Entry, Fact
from coparent.tables.risks import score
from coparent.tables.style import TableStyle
from coparent.tables.wording import actions_in_words, deadline_in_words, stage_in_words
from coparent.text.rich_tables import join_rich_lines
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words
from coparent.workspace import DatedUpdate, Workspace

BETTER_SHOWN_HERE = {
    "action": (
        "due", "rescheduled", "milestones", "measures", "updates", "outcomes", "priorities", "promises",
        "recommendations",
    ),
    "measure": ("readings", "target"),
    "milestone": ("due", "rescheduled", "done", "dropped"),
    "plan": ("actions",),
    "strategy": ("priorities", "outcomes", "promises", "principles", "recommendations", "organisations", "boards"),
}  # fmt: skip
"""For each kind, the fields of which these facts say more than the field itself."""


def find_goal(workspace: Workspace, found: Found) -> GoalCoverage | None:
    """The coverage of a goal; None for any other record."""
    goals = coverage_of(workspace).goals.get(found.kind, ())
    return next((goal for goal in goals if goal.goal is found.record), None)


def find_goals_served(workspace: Workspace, progress: ActionProgress) -> GoalKeys:
    """The kind and id of every goal that an action serves; what it names, if it was passed on."""
    return goals_served(workspace).get(progress) or goals_named(progress)


def build_facts(workspace: Workspace, found: Found, style: TableStyle) -> Iterator[Fact]:
    """How a record stands, in lines of a label and words."""
    record = found.record
    if isinstance(record, Action):
        yield from _action_facts(progress_of(workspace).by_action[record.id])
    elif isinstance(record, Measure):
        yield from _measure_facts(progress_of(workspace).by_measure[record.id], style)
    elif isinstance(record, Plan):
        actions = _actions_of_plan(workspace, record)
        counts = actions_in_words(actions)
        yield Fact("progress", f"{count(len(actions), 'action')}{f': {counts}' if counts else ''}")
    elif isinstance(record, Milestone):
        yield from _milestone_facts(workspace, record)
    elif isinstance(record, Risk):
        yield Fact("plan", f"{title_of(workspace, 'plan', found.within)} ({found.within})")
        yield Fact("score", f"{score(record)} of 25")
    elif isinstance(record, Organisation):
        yield from _organisation_facts(_find_organisation(workspace, record))
    elif (goal := find_goal(workspace, found)) is not None:
        yield from _goal_facts(goal)


def _action_facts(progress: ActionProgress) -> Iterator[Fact]:
    late, due, first_due = lateness_in_words(progress), progress.due, progress.first_due
    yield Fact("plan", f"{progress.plan.title} ({progress.plan.id})")
    yield Fact("state", f"{stage_in_words(progress)}{f', {late}' if late else ''}")
    if due is not None:
        has_moved = first_due is not None and first_due != due
        moved = f", first agreed as {first_due.written}" if has_moved and first_due is not None else ""
        yield Fact("due", f"{date_in_words(due)}{moved}")
    if progress.completed_on is not None:
        yield Fact("completed", day_in_words(progress.completed_on))
    yield Fact("last update", day_in_words(progress.latest.on) if progress.latest is not None else "none yet")
    if progress.update_due_since is not None:
        yield Fact("update due", f"since {day_in_words(progress.update_due_since)}")


def _measure_facts(progress: MeasureProgress, style: TableStyle) -> Iterator[Fact]:
    yield Fact("latest", _latest_in_words(progress, style))
    if (beside := england(progress.latest)) is not None:
        yield Fact(ENGLAND, figure(beside, progress.measure.unit, style))
    if drawn := trend(progress, style):
        yield Fact("trend", drawn)
    yield Fact("target", judged_in_words(progress, style) or "none")
    if progress.stale_since is not None:
        yield Fact("reading due", f"since {day_in_words(progress.stale_since)}")


def _latest_in_words(progress: MeasureProgress, style: TableStyle) -> str:
    """The last figure of a measure, what it is of, and which way it went."""
    latest, direction = progress.latest, direction_in_words(progress)
    if latest is None:
        return "no figure yet"
    words = f"{figure(latest.value, progress.measure.unit, style)}, {latest.period.written}"
    return f"{words}, {direction}" if direction else words


def _actions_of_plan(workspace: Workspace, plan: Plan) -> Sequence[ActionProgress]:
    return [progress for progress in progress_of(workspace).actions if progress.plan is plan]


def _milestone_facts(workspace: Workspace, milestone: Milestone) -> Iterator[Fact]:
    for progress in progress_of(workspace).actions:
        for step in progress.milestones:
            if step.milestone is milestone:
                yield Fact("action", f"{progress.title} ({progress.id})")
                yield Fact("state", _milestone_in_words(step))


def _milestone_in_words(step: MilestoneProgress) -> str:
    """When a milestone is due, and whether it was reached, missed or given up by the day."""
    when = f"due {step.due.written}" if step.due is not None else "no date"
    done, dropped = step.milestone.done, step.milestone.dropped
    if step.is_reached and done is not None:
        return f"{when}; reached on {day_in_words(done)}"
    if step.is_dropped and dropped is not None:
        return f"{when}; given up on {day_in_words(dropped.on)}: {dropped.reason}"
    return f"{when}; overdue" if step.is_missed else when


def _find_organisation(workspace: Workspace, organisation: Organisation) -> OrganisationCoverage:
    return next(covered for covered in organisations_covered(workspace) if covered.organisation is organisation)


def _organisation_facts(covered: OrganisationCoverage) -> Iterator[Fact]:
    overdue = f", {len(covered.overdue)} overdue" if covered.overdue else ""
    led = f"leads {len(covered.leads)}, {len(covered.live)} to be done"
    yield Fact("takes part in", f"{count(len(covered.actions), 'action')}, {led}{overdue}")
    if covered.outcomes:
        yield Fact("serves", f"outcomes {listing(covered.outcomes)}")


def _goal_facts(goal: GoalCoverage) -> Iterator[Fact]:
    yield Fact("coverage", f"{goal.status}{f': {listing(goal.lacks)}' if goal.lacks else ''}")
    amounts = [count(len(goal.actions), "action"), count(len(goal.organisations), "organisation")]
    if goal.kind == "outcome":
        amounts.append(count(len(goal.measures), "measure"))
    yield Fact("served by", listing(amounts))


def build_related(workspace: Workspace, found: Found, style: TableStyle) -> Iterator[Entries]:
    """The other records that a record has to do with, sort by sort; a sort may be empty."""
    record, goal = found.record, find_goal(workspace, found)
    shown: set[Record] = {record}
    if isinstance(record, Action):
        yield from _related_to_action(workspace, progress_of(workspace).by_action[record.id], style)
    elif isinstance(record, Measure):
        readings = reversed(progress_of(workspace).by_measure[record.id].readings)
        yield Entries("readings", [_reading(workspace, reading, record.unit, style) for reading in readings])
    elif isinstance(record, Plan):
        yield Entries("actions", _actions(_actions_of_plan(workspace, record)))
    elif isinstance(record, Strategy):
        for name in BETTER_SHOWN_HERE["strategy"]:
            yield Entries(name, [Entry(item.id, name_of(item)) for item in getattr(record, name)])
    elif isinstance(record, Organisation):
        actions = _find_organisation(workspace, record).actions
        shown.update(action.action for action in actions)
        yield Entries("actions", _actions(actions))
    if goal is not None:
        shown.update(action.action for action in goal.actions)
        shown.update(goal.measures)
        yield Entries("actions", _actions(goal.actions))
        known = progress_of(workspace).by_measure
        yield Entries("measures", [_measure(known[measure.id], style) for measure in goal.measures])
    yield Entries("named by", list(_named_by(workspace, found, shown)))


def _related_to_action(workspace: Workspace, progress: ActionProgress, style: TableStyle) -> Iterator[Entries]:
    known = progress_of(workspace).by_measure
    goals = find_goals_served(workspace, progress)
    serves = "serves"
    if not progress.counts_towards_goals:
        serves = f"would serve, were it not {progress.stage.replace('-', ' ')}"
    yield Entries(serves, [Entry(f"{kind} {name}", title_of(workspace, kind, name)) for kind, name in goals])
    yield Entries("measures", [_measure(known[name], style) for name in progress.action.measures if name in known])
    milestones = progress.milestones
    yield Entries(
        "milestones", [Entry(step.milestone.id or "", step.title, [_milestone_in_words(step)]) for step in milestones]
    )
    moves = [
        Entry(day_in_words(move.on), f"to {move.to.written}", details_of(workspace, move, "to", "on"))
        for move in progress.moves
    ]
    yield Entries("moves", moves)
    yield Entries("updates", [_update(workspace, dated) for dated in reversed(progress.updates)])


def _update(workspace: Workspace, dated: DatedUpdate) -> Entry:
    update = dated.update
    rating = f", {update.rating}" if update.rating else ""
    words = f"{update.stage.replace('-', ' ')}{rating}. {join_rich_lines(update.summary)}"
    details = details_of(workspace, update, "on", "action", "stage", "rating", "summary")
    return Entry(day_in_words(dated.on), words, details)


def _reading(workspace: Workspace, reading: Reading, unit: str, style: TableStyle) -> Entry:
    details = details_of(workspace, reading, "period", "value", "measure")
    return Entry(reading.period.written, figure(reading.value, unit, style), details)


def _measure(progress: MeasureProgress, style: TableStyle) -> Entry:
    return Entry(progress.measure.id, progress.measure.title, [_latest_in_words(progress, style)])


def _actions(actions: Iterable[ActionProgress]) -> list[Entry]:
    return [Entry(action.id, action.title, [_in_short(action)]) for action in actions]


def _in_short(progress: ActionProgress) -> str:
    due = f"due {deadline_in_words(progress.due)}"
    return "; ".join(filter(None, [stage_in_words(progress), due, lateness_in_words(progress)]))


def naming_record(reference: Reference) -> Record:
    """The record that names another: the holder of the field if people know it by an id, else the one round it."""
    return reference.holder if getattr(reference.holder, "id", None) else reference.owner


def _named_by(workspace: Workspace, found: Found, shown: set[Record]) -> Iterator[Entry]:
    """Which records name this one, each once, and under which field; less those that are shown elsewhere."""
    for reference in workspace.naming.get((found.kind, found.id), ()):
        record = naming_record(reference)
        if record not in shown:
            shown.add(record)
            title = name_of(record) or str(getattr(record, "who", ""))
            is_plain = reference.field in (found.kind, f"{found.kind}s", "priorities")
            under = [] if is_plain else [f"under {reference.field.replace('_', ' ')}"]
            yield Entry(f"{kind_of(type(record))} {getattr(record, 'id', None) or record.where.path}", title, under)
