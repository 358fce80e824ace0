"""What has changed since the last report, told from what the plans date after it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.moves import Event, dates_since, missed_since
from coparent.papers.sections.new_readings import readings_since
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import day, name_of, status_of
from coparent.papers.views.progress import Change, ChangeGroup, Changes
from coparent.progress import ActionProgress
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words

_TITLES = {
    "worse": "Worse, or less certain",
    "completed": "Completed",
    "better": "Better",
    "started": "Started, or taken up again",
    "moved": "Dates moved",
    "reached": "Milestones reached",
    "missed": "Dates missed",
    "stopped": "Stopped, passed on or dropped",
    "approved": "Plans approved",
    "measure": "New figures",
}
"""The kinds of change, the weightiest first."""
_STATUSES = {
    "worse": ("is worse or less certain", "are worse or less certain"),
    "completed": ("was completed", "were completed"),
    "better": ("is better", "are better"),
    "started": ("started or was taken up again", "started or were taken up again"),
    "missed": ("went on but missed its date", "went on but missed their dates"),
    "stopped": ("was stopped or passed on", "were stopped or passed on"),
}
_OTHERS = {
    "moved": ("due date moved", "due dates moved"),
    "reached": ("milestone was reached", "milestones were reached"),
    "missed": ("date was missed", "dates were missed"),
    "stopped": ("milestone was given up", "milestones were given up"),
    "approved": ("plan was approved", "plans were approved"),
    "measure": ("measure has a new figure", "measures have a new figure"),
}
_MOST_FIGURES = 12
"""How many new figures are told: statistics of a whole year come out on one day."""
_LIKED = {"on-track": 0, "unrated": 1, "at-risk": 2, "off-track": 3, "paused": 4}
"""How sure anyone can be of live work, best first; work that nobody rates is less sure than work that is on track."""
_WORST = ("off-track", "at-risk", "paused")


def build_changes(context: PaperContext, numbers: Numbers) -> Changes | None:
    """Every change since the last report, the weightiest first; None where there was no report to compare with."""
    if context.since is None:
        return None
    events = _events(context)
    heading = numbers.section("changes", "What has changed since the last report")
    return Changes(heading, numbers.paragraphs(*_told(context, events)), _grouped(events))


def _grouped(events: Sequence[Event]) -> tuple[ChangeGroup, ...]:
    found: dict[str, list[Change]] = defaultdict(list)
    for event in events:
        found[event.kind].append(event.change)
    found["worse"].sort(key=_worst_first)
    found["measure"] = found["measure"][:_MOST_FIGURES]
    return tuple(ChangeGroup(kind, title, tuple(found[kind])) for kind, title in _TITLES.items() if found[kind])


def _worst_first(change: Change) -> int:
    code = change.after.code if change.after is not None else ""
    return _WORST.index(code) if code in _WORST else len(_WORST)


def _events(context: PaperContext) -> list[Event]:
    since, before = context.since, context.actions_before
    if since is None or before is None:
        return []
    events: list[Event] = []
    for was, now in zip(before, context.actions, strict=True):
        status = _status_event(since, was, now)
        if status is not None:
            events.append(status)
        if now.action.rescheduled or now.action.milestones:
            events += dates_since(context, since, now)
    return [*events, *_approved(context, since), *readings_since(context, since)]


def _status_event(since: date, was: ActionProgress, now: ActionProgress) -> Event | None:
    """How an action's status changed, else that its date passed: it stands once, for the weightier of the two."""
    before, after = status_of(was), status_of(now)
    missed = missed_since(since, now)
    if before == after or now.latest is None:
        return missed
    kind = _kind(was, now)
    if missed is not None and kind in ("better", "started"):
        return missed._replace(change=replace(missed.change, before=before, after=after))
    dated = now.latest
    if kind == "completed":
        dated = next(one for one in now.updates if one.update.stage == "complete")
    name = name_of(now.action)
    return Event(kind, Change(name, now.action.title, rich(dated.update.summary), day(dated.on), before, after))


def _kind(was: ActionProgress, now: ActionProgress) -> str:
    before, after = status_of(was).code, status_of(now).code
    if not now.is_live:
        return "completed" if after == "complete" else "stopped"
    if before == "complete" or after == "not-started":
        return "worse"
    if before in ("not-started", "stopped", "paused"):
        return "started" if after in ("on-track", "unrated") else "worse"
    if before == after:
        return "started"
    return "worse" if _LIKED[after] > _LIKED[before] or after == "unrated" else "better"


def _approved(context: PaperContext, since: date) -> Iterator[Event]:
    counted = {id(one.plan) for one in context.actions} if context.organisation else None
    for plan in context.workspace.plans:
        approval = plan.approval
        if approval is None or not since < approval.on <= context.as_at:
            continue
        if counted is None or id(plan) in counted:
            board = context.board_name(approval.by) or approval.by
            yield Event("approved", Change(None, plan.title, f"Approved by {board}.", day(approval.on), None, None))


def _told(context: PaperContext, events: Sequence[Event]) -> Iterator[str]:
    since = day_in_words(context.since) if context.since is not None else ""
    updates = _updates(context)
    if not events and not updates:
        yield f"Nothing has changed since the last report, which was as at {since}."
        yield "No update, new date, milestone or figure is dated after it."
        return
    # A milestone that was given up leaves its action's status as it was.
    statuses = Counter(event.kind for event in events if event.change.after is not None)
    number = sum(statuses.values())
    if number:
        changed = _each(statuses, _STATUSES) if number > 1 else f"it {_STATUSES[next(iter(statuses))][0]}"
        verb = "has" if number == 1 else "have"
        yield f"Since the last report, as at {since}, {count(number, 'action')} {verb} changed status: {changed}."
    else:
        yield f"No action has changed status since the last report, which was as at {since}."
    yield _others(events, statuses)
    yield updates or "No update has come in since then."


def _each(numbers: Mapping[str, int], words: Mapping[str, tuple[str, str]]) -> str:
    return listing([f"{numbers[kind]} {said[numbers[kind] > 1]}" for kind, said in words.items() if numbers.get(kind)])


def _others(events: Sequence[Event], statuses: Counter[str]) -> str:
    """What changed besides statuses."""
    numbers = Counter(event.kind for event in events) - statuses
    if not numbers:
        return ""
    told = f"{_each(numbers, _OTHERS)}."
    if numbers["measure"] > _MOST_FIGURES:
        told += f" Of the new figures, {_MOST_FIGURES} are told here, those that got worse first."
    open_ones = sum(event.is_open for event in events)
    if open_ones:
        which = "The date that moved" if numbers["moved"] == 1 else f"{open_ones} of the moved dates"
        told += f" {which} {'has' if open_ones == 1 else 'have'} not yet been approved by a board."
    return told


def _updates(context: PaperContext) -> str:
    """How many updates came in, and about how many actions."""
    before = context.actions_before or ()
    fresh = [len(now.updates) - len(was.updates) for was, now in zip(before, context.actions, strict=True)]
    told = sum(number > 0 for number in fresh)
    if not told:
        return ""
    verb = "has" if sum(fresh) == 1 else "have"
    return f"{count(sum(fresh), 'update')} {verb} come in since then, about {count(told, 'action')}."
