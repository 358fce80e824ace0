"""What falls due in the next 90 days: actions, milestones and reviews."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from coparent.papers.facts import Coming, Due
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import day, due_of, name_of, status_of
from coparent.papers.views.progress import Ahead
from coparent.progress import ActionProgress, Step, steps_to_come
from coparent.text.sentences import count, listing
from coparent.timescales import Timescale, day_in_words, in_words

_DAYS_AHEAD = 90
_FEW = 6
_ITSELF = "Its due date"
_REVIEW = "Its review"
_KINDS = ("action", "milestone", "review")


def build_ahead(context: PaperContext, numbers: Numbers) -> Ahead | None:
    """What falls due soon, the soonest first; None where nothing does. What is overdue stands elsewhere."""
    return _tell(context, numbers, "ahead")


def build_soon(context: PaperContext, numbers: Numbers) -> Ahead | None:
    """The first few of these, and how many more there are: for a paper of one page."""
    return _tell(context, numbers, "soon", most=_FEW)


def _tell(context: PaperContext, numbers: Numbers, name: str, most: int | None = None) -> Ahead | None:
    coming = sorted(_coming(context), key=_by_day)
    if not coming:
        return None
    until = day_in_words(_until(context))
    heading = numbers.section(name, f"The next {_DAYS_AHEAD} days")
    kinds = Counter(one.kind for one in coming)
    told = listing([count(kinds[kind], kind) for kind in _KINDS if kinds[kind]])
    paragraphs = numbers.paragraphs(f"{told} {'falls' if len(coming) == 1 else 'fall'} due by {until}.")
    shown = coming[:most]
    left = len(coming) - len(shown)
    return Ahead(
        heading=heading,
        paragraphs=paragraphs,
        caption=numbers.table(f"Due by {until}"),
        coming=tuple(shown),
        more=f"{left} more {'falls' if left == 1 else 'fall'} due after these, by {until}." if left else "",
    )


def _by_day(one: Coming) -> str:
    return one.day.iso


def _until(context: PaperContext) -> date:
    return context.as_at + timedelta(days=_DAYS_AHEAD)


def _coming(context: PaperContext) -> Iterator[Coming]:
    counted = {id(one) for one in context.actions}
    for one in context.actions:
        if one.is_live:
            yield from _of_action(context, one)
    for step in steps_to_come(context.workspace):
        if id(step.action) in counted and _is_soon(context, step.due.end):
            yield _of_step(context, step)


def _of_action(context: PaperContext, one: ActionProgress) -> Iterator[Coming]:
    """An action's own date, or the next turn of one that comes round; and its review."""
    period = context.workspace.period(one.plan)
    found = Coming(day(context.as_at), "", _ITSELF, name_of(one.action), "", "action", status_of(one))
    found = replace(found, who=context.role_in_full(one.action.lead, one.plan))
    if one.due is not None and one.due.end is not None and _is_soon(context, one.due.end):
        yield replace(found, day=day(one.due.end), due=_with_earlier(due_of(context.workspace, one.action, one.plan)))
    elif one.due is not None and (turn := _next_turn(context, one, one.due)) is not None:
        yield replace(found, day=day(turn), due=f"{day_in_words(turn)} ({in_words(replace(one.due, review=None))})")
    review = one.action.review or (one.due.review if one.due is not None else None)
    if review is not None:
        review = review.within(period)
        last = review.end or next((turn.end for turn in review.turns(period) if _is_soon(context, turn.end)), None)
        if last is not None and _is_soon(context, last):
            words = in_words(review) if review.end is not None else day_in_words(last)
            yield replace(found, day=day(last), due=words, what=_REVIEW, kind="review")


def _next_turn(context: PaperContext, one: ActionProgress, due: Timescale) -> date | None:
    """The end of a turn that is soon over and that no update tells of yet."""
    turns = due.turns(context.workspace.period(one.plan))
    soon = (turn for turn in turns if _is_soon(context, turn.end))
    begins = one.action.start.within(context.workspace.period(one.plan)).end if one.action.start is not None else None
    last = one.updates[-1].on if one.updates else date.min
    return next((turn.end for turn in soon if last < turn.start and (begins is None or begins <= turn.end)), None)


def _of_step(context: PaperContext, step: Step) -> Coming:
    """A milestone, and whoever takes the step."""
    one, milestone = step.action, step.milestone
    who = context.role_in_full(one.action.lead, one.plan)
    return Coming(
        day=day(step.due.end or context.as_at),
        due=_with_earlier(due_of(context.workspace, milestone, one.plan)),
        what=milestone.title,
        action=name_of(one.action),
        who=context.organisation_name(milestone.organisation) if milestone.organisation is not None else who,
        kind="milestone",
        status=status_of(one),
    )


def _with_earlier(due: Due) -> str:
    return f"{due.words} (was {', then '.join(due.was)})" if due.was else due.words


def _is_soon(context: PaperContext, last: date | None) -> bool:
    return last is not None and context.as_at <= last <= _until(context)
