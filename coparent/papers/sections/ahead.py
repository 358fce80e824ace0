"""What falls due in the next 90 days: actions, milestones and reviews."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from coparent.papers.facts import Coming, Day
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import day, due_of, name_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.views.progress import Ahead
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.text.sentences import count, listing, verb, without_stop
from coparent.timescales import Timescale, day_in_words, in_words

_DAYS_AHEAD = 90
_FEW = 6
_KINDS = ("action", "milestone", "review")


def build_ahead(context: PaperContext, numbers: Numbers) -> Ahead | None:
    """What falls due soon, the soonest first, without what is overdue; None where nothing does."""
    return _build(context, numbers, "ahead")


def build_soon(context: PaperContext, numbers: Numbers) -> Ahead | None:
    """The first few of these, and how many more there are: for a paper of one page."""
    return _build(context, numbers, "soon", most=_FEW)


def _build(context: PaperContext, numbers: Numbers, name: str, most: int | None = None) -> Ahead | None:
    coming = sorted(_coming(context), key=lambda each: each.day.iso)
    if not coming:
        return None
    until = day_in_words(until_soon(context))
    kinds = Counter(each.kind for each in coming)
    falling = listing([count(kinds[kind], kind) for kind in _KINDS if kinds[kind]])
    shown = tuple(coming[:most])
    left = len(coming) - len(shown)
    return Ahead(
        heading=numbers.section(name, f"The next {_DAYS_AHEAD} days"),
        paragraphs=numbers.paragraphs(f"{falling} {verb(len(coming), 'falls')} due by {until}."),
        caption=numbers.table(f"Due by {until}"),
        coming=shown,
        more=f"{left} more {verb(left, 'falls')} due after these, by {until}." if left else "",
    )


def until_soon(context: PaperContext) -> date:
    return context.as_at + timedelta(days=_DAYS_AHEAD)


def _is_soon(context: PaperContext, last: date | None) -> bool:
    return last is not None and context.as_at <= last <= until_soon(context)


def _coming(context: PaperContext) -> Iterator[Coming]:
    for action in context.actions:
        if action.is_live:
            yield from _of_action(context, action)
    for action in context.actions:
        for milestone in action.milestones_to_come:
            due = milestone.due
            if due is not None and due.end is not None and _is_soon(context, due.end):
                yield _of_milestone(context, action, milestone, day(due.end))


def _of_action(context: PaperContext, action: ActionProgress) -> Iterator[Coming]:
    """The due date of an action, or the next turn of a recurring one; and its review."""
    name, status = name_of(action.action), status_of(action)
    who = context.lead_in_full(action)
    if (own := _own_date(context, action)) is not None:
        last, words = own
        yield Coming(day(last), words, "Its due date", name, who, "action", status)
    if (review := _review(context, action)) is not None:
        last, words = review
        yield Coming(day(last), words, "Its review", name, who, "review", status)


def _own_date(context: PaperContext, action: ActionProgress) -> tuple[date, str] | None:
    """The day on which an action falls due, and its date in words; None if that is not soon."""
    due = action.due
    if due is None:
        return None
    if due.end is not None and _is_soon(context, due.end):
        return due.end, _with_earlier(action)
    turn = _next_turn(context, action, due)
    return (turn, f"{day_in_words(turn)} ({in_words(replace(due, review=None))})") if turn is not None else None


def _review(context: PaperContext, action: ActionProgress) -> tuple[date, str] | None:
    """The day of an action's review, and its date in words; None if no review falls due soon."""
    review = action.review
    if review is None:
        return None
    turns = review.turns(action.period)
    last = review.end or next((turn.end for turn in turns if _is_soon(context, turn.end)), None)
    if last is None or not _is_soon(context, last):
        return None
    return last, in_words(review) if review.end is not None else day_in_words(last)


def _next_turn(context: PaperContext, action: ActionProgress, due: Timescale) -> date | None:
    """The end of the next turn that is soon over and has had no update yet."""
    starts_by, last_update = action.starts_by or date.min, action.updates[-1].on if action.updates else date.min
    soon = (turn for turn in due.turns(action.period) if _is_soon(context, turn.end))
    return next((turn.end for turn in soon if last_update < turn.start and starts_by <= turn.end), None)


def _of_milestone(context: PaperContext, action: ActionProgress, milestone: MilestoneProgress, last: Day) -> Coming:
    """A milestone, and whose it is."""
    organisation = milestone.milestone.organisation
    who = context.lead_in_full(action)
    return Coming(
        day=last,
        due=_with_earlier(milestone),
        what=without_stop(milestone.title),
        action=name_of(action.action),
        who=context.organisation_name(organisation) if organisation is not None else who,
        kind="milestone",
        status=status_of(action),
    )


def _with_earlier(progress: ActionProgress | MilestoneProgress) -> str:
    due = due_of(progress)
    return f"{due.words} (was {', then '.join(due.was)})" if due.was else due.words
