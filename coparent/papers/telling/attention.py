"""The actions that need attention, the worst first, and who owes an update."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from coparent.papers.facts import Owing
from coparent.papers.telling.concerns import concern_of
from coparent.papers.telling.lines import action_line
from coparent.papers.telling.material import Material
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.standing import name_of, status_of
from coparent.papers.views import Attention, Concern, Concerns
from coparent.progress import ActionProgress
from coparent.sentences import count, listing
from coparent.timescales import day_in_words

_RANKS = ("off track", "overdue", "at risk", "running late", "paused")
"""Why an action needs attention, the worst first; each counts for the worst of its own alone."""
_MOST_CARDS = 12
_MOST_ON_A_PAGE = 5


@lru_cache(maxsize=1)
def needs_attention(material: Material) -> tuple[ActionProgress, ...]:
    """The live actions that need attention: by what is wrong, then by how late, then as the plans have them."""
    found = [(rank, one) for one in material.actions if (rank := _rank(one)) is not None]
    found.sort(key=lambda pair: (pair[0], -days_late(pair[1], material.as_at)))
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


def tell_attention(material: Material, numbers: Numbers) -> Attention | None:
    """The worst in full, the rest in a table, and the updates that are owed."""
    if not material.actions:
        return None
    found = needs_attention(material)
    heading = numbers.section("attention", "Actions that need attention")
    left = found[_MOST_CARDS:]
    told = f"The {_MOST_CARDS} worst are told in full below, and the other {len(left)} are in a table after them."
    paragraphs = numbers.paragraphs(
        _summary(material, found), told if left else "", _silence(found), _not_begun(material)
    )
    more_caption = numbers.table("Other actions that need attention, the worst first") if left else None
    owed = owed_updates(material.actions, material)
    return Attention(
        heading=heading,
        paragraphs=paragraphs,
        concerns=_concerns(material, found[:_MOST_CARDS], "attention"),
        more=tuple(action_line(material, one) for one in left),
        more_caption=more_caption,
        owed_paragraph=numbers.paragraph(_owed_in_words(owed)) if owed else None,
        owed=owed,
    )


def tell_concerns(material: Material, numbers: Numbers) -> Concerns | None:
    """The few worst, for a report of one page."""
    if not material.actions:
        return None
    found = needs_attention(material)
    heading = numbers.section("exceptions", "What needs attention")
    left = len(found) - _MOST_ON_A_PAGE
    return Concerns(
        heading=heading,
        paragraphs=numbers.paragraphs(_summary(material, found)),
        concerns=_concerns(material, found[:_MOST_ON_A_PAGE], "exception"),
        more=f"{count(left, 'more action')} {'needs' if left == 1 else 'need'} attention." if left > 0 else "",
    )


def _concerns(material: Material, found: Sequence[ActionProgress], anchor: str) -> tuple[Concern, ...]:
    return tuple(concern_of(material, one, anchor) for one in found)


def _summary(material: Material, found: Sequence[ActionProgress]) -> str:
    if not found:
        return "No action is off track, overdue, at risk, running late or paused."
    verb = "needs" if len(found) == 1 else "need"
    some = "The one action" if len(material.actions) == 1 else f"{len(found)} of {len(material.actions)} actions"
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


def _not_begun(material: Material) -> str:
    number = len(should_have_started(material))
    return f"{count(number, 'other action')} should have started by now, and no update says so." if number else ""


def should_have_started(material: Material) -> Sequence[ActionProgress]:
    """The actions whose start has passed and that no update calls begun, but for those that need attention."""
    known = set(map(id, needs_attention(material)))
    return [one for one in material.actions if id(one) not in known and _is_start_past(material, one)]


def _is_start_past(material: Material, one: ActionProgress) -> bool:
    if one.stage != "not-started" or one.action.start is None:
        return False
    begins = one.action.start.within(material.workspace.period(one.plan)).end
    return begins is not None and begins < material.as_at


def owed_updates(actions: Sequence[ActionProgress], material: Material) -> tuple[Owing, ...]:
    """Who owes updates for these actions: whoever has owed one longest comes first, and his own oldest."""
    owed = sorted(_with_day(actions), key=lambda pair: pair[0])
    by_who: dict[str, list[tuple[date, ActionProgress]]] = defaultdict(list)
    for since, one in owed:
        by_who[material.role_in_full(one.action.lead, one.plan)].append((since, one))
    return tuple(
        Owing(who, tuple(name_of(one.action) for _, one in theirs), _owing_in_words(theirs))
        for who, theirs in by_who.items()
    )


def _with_day(actions: Sequence[ActionProgress]) -> Iterator[tuple[date, ActionProgress]]:
    for one in actions:
        if one.owed_since is not None:
            yield one.owed_since, one


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
