"""What has changed since the last report, grouped by kind."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from coparent.papers.sections.changes_since import Event, events_since_report
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import day, name_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.views.progress import Change, ChangeGroup, Changes
from coparent.schema.naming import title_of
from coparent.text.sentences import count, count_each, listing, verb, without_stop
from coparent.timescales import day_in_words

_TITLES = {
    "worse": "Worse, or less certain",
    "completed": "Completed",
    "better": "Better",
    "started": "Started, or taken up again",
    "moved": "Dates moved",
    "reached": "Milestones reached",
    "missed": "Dates missed",
    "new": "New since the last report",
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
    "new": ("action is new", "actions are new"),
    "moved": ("due date moved", "due dates moved"),
    "reached": ("milestone was reached", "milestones were reached"),
    "missed": ("date was missed", "dates were missed"),
    "stopped": ("milestone was given up", "milestones were given up"),
    "approved": ("plan was approved", "plans were approved"),
    "measure": ("measure has a new figure", "measures have a new figure"),
}
_MOST_FIGURES = 12
"""How many new figures are shown: statistics of a whole year come out on one day."""
_MOST_NEW = 12
"""How many new actions are named: a new plan brings all of its own."""
_WORST = ("off-track", "at-risk", "paused")


def build_changes(context: PaperContext, numbers: Numbers) -> Changes | None:
    """Every change since the last report, the weightiest first; None where there was no report to compare with."""
    if context.since is None:
        return None
    events = events_since_report(context)
    heading = numbers.section("changes", "What has changed since the last report")
    paragraphs = numbers.paragraphs(*_summarise(context, day_in_words(context.since), events))
    return Changes(heading, paragraphs, _group(events))


def _group(events: Sequence[Event]) -> tuple[ChangeGroup, ...]:
    changes: dict[str, list[Change]] = defaultdict(list)
    for event in events:
        changes[event.kind].append(_change(event))
    changes["worse"].sort(key=_worst_first)
    changes["measure"] = changes["measure"][:_MOST_FIGURES]
    if len(changes["new"]) > _MOST_NEW:
        changes["new"] = _by_plan(events)
    return tuple(ChangeGroup(kind, title, tuple(changes[kind])) for kind, title in _TITLES.items() if changes[kind])


def _by_plan(events: Sequence[Event]) -> list[Change]:
    """How many actions are new in each plan."""
    plans: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind == "new" and event.action is not None:
            plans[without_stop(title_of(event.action.plan))].append(event)
    return [
        Change(None, title, count(len(new), "new action"), day(new[0].on), None, None) for title, new in plans.items()
    ]


def _change(event: Event) -> Change:
    return Change(
        action=name_of(event.action.action) if event.action is not None else None,
        title=without_stop(event.title),
        words=event.words,
        on=day(event.on),
        before=status_of(event.before) if event.before is not None else None,
        after=status_of(event.action)
        if event.action is not None and (event.before is not None or event.kind == "new")
        else None,
    )


def _worst_first(change: Change) -> int:
    code = change.after.code if change.after is not None else ""
    return _WORST.index(code) if code in _WORST else len(_WORST)


def _summarise(context: PaperContext, since: str, events: Sequence[Event]) -> Iterator[str]:
    updates = _updates_in_words(context)
    if not events and not updates:
        yield f"Nothing has changed since the last report, which was as at {since}."
        yield "No update, new date, milestone or figure is dated after it."
        return
    # A milestone that was given up leaves its action's status as it was.
    statuses = Counter(event.kind for event in events if event.before is not None)
    number = statuses.total()
    if number:
        changed = f"{count(number, 'action', 'has')} changed status"
        how = listing(count_each(statuses, _STATUSES))
        yield f"Since the last report, as at {since}, {changed}: {how if number > 1 else how.replace('1 ', 'it ', 1)}."
    else:
        yield f"No action has changed status since the last report, which was as at {since}."
    yield _others_in_words(events, Counter(event.kind for event in events if event.before is None))
    yield updates or "No update has come in since then."


def _others_in_words(events: Sequence[Event], others: Counter[str]) -> str:
    """What changed besides statuses."""
    if not others:
        return ""
    sentences = [f"{listing(count_each(others, _OTHERS))}."]
    if others["measure"] > _MOST_FIGURES:
        sentences.append(f"Of the new figures, {_MOST_FIGURES} are shown here, those that got worse first.")
    open_moves = sum(event.is_open for event in events)
    if open_moves:
        which = "The date that moved" if others["moved"] == 1 else f"{open_moves} of the {others['moved']} moved dates"
        sentences.append(f"{which} {verb(open_moves, 'has')} not yet been approved by a board.")
    return " ".join(sentences)


def _updates_in_words(context: PaperContext) -> str:
    """How many updates came in, and about how many actions."""
    since = context.since
    numbers = (sum(since is not None and dated.on > since for dated in action.updates) for action in context.actions)
    new = [number for number in numbers if number]
    if not new:
        return ""
    updates = f"{count(sum(new), 'update', 'has')} come in since then"
    return f"{updates}, about {count(len(new), 'action')}."
