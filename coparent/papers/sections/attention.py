"""The actions that need attention, the worst first, and who owes an update."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from coparent.papers.facts import Owing
from coparent.papers.sections.action_rows import action_line
from coparent.papers.sections.concerns import concern_of
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import name_of, status_of
from coparent.papers.views.progress import Attention, Concern, Concerns
from coparent.progress import ActionProgress
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words

_RANKS = ("off track", "overdue", "at risk", "running late", "paused")
"""Why an action needs attention, the worst first; each counts for the worst of its own alone."""
_MOST_CARDS = 12
_MOST_ON_A_PAGE = 5


@lru_cache(maxsize=1)
def needs_attention(context: PaperContext) -> tuple[ActionProgress, ...]:
    """The live actions that need attention: by what is wrong, then by how late, then as the plans have them."""
    found = [(rank, one) for one in context.actions if (rank := _rank(one)) is not None]
    found.sort(key=lambda pair: (pair[0], -days_late(pair[1], context.as_at)))
    return tuple(one for _, one in found)


def _rank(one: ActionProgress) -> int | None:
    if not one.is_live:
        return None
    code = status_of(one).code
    if code == "off-track":
        return 0
    if one.is_overdue:
        return 1
    if code in ("at-risk", "paused"):
        return 2 if code == "at-risk" else 4
    # Nobody calls it late, but its forecast or a date that no board agreed to does.
    return 3 if one.expected_rating in ("amber", "red") else None


def days_late(one: ActionProgress, as_at: date) -> int:
    """How many days an action is late, or is forecast to be; a recurring one since its turn was over."""
    if one.late_by is not None:
        return max(one.late_by, 0)
    return (as_at - one.turn.end).days if one.is_overdue and one.turn is not None else 0


def build_attention(context: PaperContext, numbers: Numbers) -> Attention | None:
    """The worst in full, the rest in a table, and the updates that are owed."""
    if not context.actions:
        return None
    found = needs_attention(context)
    heading = numbers.section("attention", "Actions that need attention")
    left = found[_MOST_CARDS:]
    told = f"The {_MOST_CARDS} worst are told in full below, and the other {len(left)} are in a table after them."
    paragraphs = numbers.paragraphs(
        _summary(context, found), told if left else "", _silence(found), _not_begun(context)
    )
    more_caption = numbers.table("Other actions that need attention, the worst first") if left else None
    owed = owed_updates(context.actions, context)
    return Attention(
        heading=heading,
        paragraphs=paragraphs,
        concerns=_concerns(context, found[:_MOST_CARDS], "attention"),
        more=tuple(action_line(context, one) for one in left),
        more_caption=more_caption,
        owed_paragraph=numbers.paragraph(_owed_in_words(owed)) if owed else None,
        owed=owed,
    )


def build_concerns(context: PaperContext, numbers: Numbers) -> Concerns | None:
    """The few worst, for a report of one page."""
    if not context.actions:
        return None
    found = needs_attention(context)
    heading = numbers.section("exceptions", "What needs attention")
    left = len(found) - _MOST_ON_A_PAGE
    return Concerns(
        heading=heading,
        paragraphs=numbers.paragraphs(_summary(context, found)),
        concerns=_concerns(context, found[:_MOST_ON_A_PAGE], "exception"),
        more=f"{count(left, 'more action')} {'needs' if left == 1 else 'need'} attention." if left > 0 else "",
    )


def _concerns(context: PaperContext, found: Sequence[ActionProgress], anchor: str) -> tuple[Concern, ...]:
    return tuple(concern_of(context, one, anchor) for one in found)


def _summary(context: PaperContext, found: Sequence[ActionProgress]) -> str:
    if not found:
        return "No action is off track, overdue, at risk, running late or paused."
    verb = "needs" if len(found) == 1 else "need"
    some = "The one action" if len(context.actions) == 1 else f"{len(found)} of {len(context.actions)} actions"
    return f"{some} {verb} attention: {reasons_in_words(found)}."


def reasons_in_words(found: Sequence[ActionProgress]) -> str:
    """How many need attention for which reason: "2 off track and 1 paused"."""
    numbers = Counter(map(_rank, found))
    return listing([f"{numbers[rank]} {words}" for rank, words in enumerate(_RANKS) if numbers[rank]])


def _silence(found: Sequence[ActionProgress]) -> str:
    """What nobody has said about those that need attention."""
    silent = sum(one.latest is None for one in found)
    unled = sum(one.action.lead is None for one in found)
    if len(found) == 1:
        said = ["It has had no update at all." if silent else "", "Nobody is named to answer for it." if unled else ""]
    else:
        verb = "has" if silent == 1 else "have"
        said = [
            f"{silent} of them {verb} had no update at all." if silent else "",
            f"Nobody is named to answer for {unled} of them." if unled else "",
        ]
    return " ".join(filter(None, said))


def _not_begun(context: PaperContext) -> str:
    number = len(should_have_started(context))
    return f"{count(number, 'other action')} should have started by now, and no update says so." if number else ""


def should_have_started(context: PaperContext) -> Sequence[ActionProgress]:
    """The actions whose start has passed and that no update calls begun, but for those that need attention."""
    known = set(map(id, needs_attention(context)))
    return [one for one in context.actions if id(one) not in known and _is_start_past(context, one)]


def _is_start_past(context: PaperContext, one: ActionProgress) -> bool:
    if one.stage != "not-started" or one.action.start is None:
        return False
    begins = one.action.start.within(context.workspace.period(one.plan)).end
    return begins is not None and begins < context.as_at


def owed_updates(actions: Sequence[ActionProgress], context: PaperContext) -> tuple[Owing, ...]:
    """Who owes updates for these actions: whoever has owed one longest comes first, and his own oldest."""
    owed = sorted(_with_day(actions), key=lambda pair: pair[0])
    by_who: dict[str, list[tuple[date, ActionProgress]]] = defaultdict(list)
    for since, one in owed:
        by_who[context.role_in_full(one.action.lead, one.plan)].append((since, one))
    return tuple(
        Owing(who, tuple(name_of(one.action) for _, one in theirs), _owing_in_words(theirs))
        for who, theirs in by_who.items()
    )


def _with_day(actions: Sequence[ActionProgress]) -> Iterator[tuple[date, ActionProgress]]:
    for one in actions:
        if one.update_due_since is not None:
            yield one.update_due_since, one


def _owing_in_words(theirs: Sequence[tuple[date, ActionProgress]]) -> str:
    since = day_in_words(theirs[0][0])
    if len(theirs) == 1:
        return f"1 update, due by {since}"
    return f"{len(theirs)} updates, the first due by {since}"


def _owed_in_words(owed: Sequence[Owing]) -> str:
    updates = sum(len(one.actions) for one in owed)
    if updates == 1:
        return "One update is owed. Without it nobody can say how the action stands."
    return f"{updates} updates are owed, by {count(len(owed), 'lead')}. Who has owed one longest comes first."
