"""Coverage as a person reads it at a terminal."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalStatus, Survey
from coparent.tables.coverage.matrix import draw
from coparent.tables.coverage.views import View, heading, notes, remarks, serving, share
from coparent.tables.layout import BOLD, CYAN, DIM, GREEN, RED, WIDEST, YELLOW, Cell, Column, Content, Look, lay_out
from coparent.text.cells import head, measure, wrap
from coparent.text.sentences import count, listing, plural

_MARKS = {
    GoalStatus.COVERED: ("\N{CHECK MARK}", "+", GREEN),
    GoalStatus.PARTIAL: ("~", "~", YELLOW),
    GoalStatus.ACCEPTED: ("-", "-", CYAN),
    GoalStatus.MISSING: ("\N{BALLOT X}", "x", RED),
}
_REMARKS = {"gap": RED, "fragile": YELLOW, "accepted": CYAN}
_LABELS = len("organisations")
_LONG_BAR, _SHORT_BAR = 20, 10
_ROOM_FOR_LONG_BAR = 72
_LONG_ID = 12
_LEAST_TITLE = 16


def write(survey: Survey, view: View, look: Look) -> str:
    """All goals in short, those of one kind in full, the organisations, or the matrix."""
    lines = [look.paint(row, BOLD) for row in look.prose(survey.title)] if survey.title else []
    lines += look.prose(heading(survey))
    for note in notes(survey, view):
        lines += look.prose(f"! {note}", code=YELLOW)
    if any(survey.goals.values()):
        lines += ["", *_body(survey, view, look)]
    return "\n".join([*lines, ""])


def _body(survey: Survey, view: View, look: Look) -> Iterator[str]:
    if view.matrix:
        yield from draw(survey, look)
    elif view.by == "organisation":
        yield from _organisations(survey, look)
    elif view.by:
        yield from _headline(survey, view.by, look)
        for judged in survey.goals[view.by]:
            yield from ("", *_in_full(judged, look))
    else:
        for kind in filter(survey.goals.get, GOAL_KINDS):
            yield from (*_headline(survey, kind, look), *_in_short(survey.goals[kind], look), "")
        yield from _sum_up(survey, look)


def _headline(survey: Survey, kind: str, look: Look) -> Iterator[str]:
    name, words = plural(kind).capitalize(), share(survey, kind)
    room = min(look.columns, WIDEST)
    length = _LONG_BAR if room >= _ROOM_FOR_LONG_BAR else _SHORT_BAR
    filled = int(survey.coverage.percent(kind) * length / 100)
    full, empty = "#." if look.ascii else "\N{FULL BLOCK}\N{LIGHT SHADE}"
    bar = full * filled + empty * (length - filled)
    first, *rest = wrap(f"{name}: {words}", room, hanging=2, first=0)
    padding = room - measure(first) - length
    has_room = not rest and padding >= 2
    yield look.paint(name, BOLD) + first[len(name) :] + (" " * padding + look.paint(bar, DIM) if has_room else "")
    yield from rest


def _in_short(goals: Sequence[GoalAssessment], look: Look) -> Iterator[str]:
    """A line for each goal, its title cut to fit; where ids are long, the title stands on a line of its own."""
    width = min(look.columns, WIDEST)
    longest = max(measure(look.visible(one.goal.id)) for one in goals)
    room = width - longest - max(len(_tally(one)) for one in goals) - 8
    is_apart = longest > _LONG_ID or room < _LEAST_TITLE
    for one in goals:
        name, title, tally = look.visible(one.goal.id), look.visible(one.goal.goal.title), _tally(one)
        if is_apart:
            yield _spread(one, _cut(name, width - len(tally) - 6, look), tally, look)
            yield f"    {_cut(title, width - 4, look)}"
        else:
            yield _spread(one, f"{name}{' ' * (longest - measure(name) + 2)}{_cut(title, room, look)}", tally, look)
        for word, said in remarks(one):
            yield from _label(word, said, look, indent=4 if is_apart else longest + 6, code=_REMARKS[word])


def _spread(judged: GoalAssessment, left: str, right: str, look: Look) -> str:
    """A line with its mark before it, and something at its far end."""
    gap = " " * (min(look.columns, WIDEST) - 4 - measure(left) - len(right))
    return f"  {_mark(judged, look)} {left}{gap}{right}"


def _tally(judged: GoalAssessment) -> str:
    if judged.goal.status is GoalStatus.COVERED:
        return count(len(judged.goal.actions), "action")
    return judged.goal.status.value


def _mark(judged: GoalAssessment, look: Look) -> str:
    mark, plain, code = _MARKS[judged.goal.status]
    return look.paint(plain if look.ascii else mark, code)


def _cut(text: str, room: int, look: Look) -> str:
    if measure(text) <= room:
        return text
    dots = "..." if look.ascii else "\N{HORIZONTAL ELLIPSIS}"
    return head(text, room - len(dots)).rstrip() + dots


def _label(word: str, text: str, look: Look, *, indent: int, code: str = DIM) -> Iterator[str]:
    """A word that says what follows, and the text beside it."""
    width = max(map(len, _REMARKS)) if word in _REMARKS and indent > 2 else _LABELS
    first, *rest = wrap(look.visible(text), min(look.columns, WIDEST), hanging=indent + width + 2)
    yield f"{' ' * indent}{look.paint(word, code)}{' ' * (width - len(word) + 2)}{first}"
    yield from rest


def _in_full(judged: GoalAssessment, look: Look) -> Iterator[str]:
    goal = judged.goal
    status = look.paint(goal.status.value, _MARKS[goal.status][2])
    yield f"{_mark(judged, look)} {look.paint(look.visible(goal.id), BOLD)}  {status}"
    yield from look.prose(goal.goal.title, indent=2)
    yield from look.prose(serving(goal), indent=2)
    lists = {
        "actions": [one.action.id for one in goal.actions],
        "organisations": goal.organisations,
        "measures": [one.id for one in goal.measures],
    }
    for label, names in lists.items():
        if names:
            yield from _label(label, ", ".join(names), look, indent=2)
    for word, said in remarks(judged):
        yield from _label(word, said, look, indent=2, code=_REMARKS[word])


def _organisations(survey: Survey, look: Look) -> Iterator[str]:
    idle = sum(not one.actions for one in survey.organisations)
    total = len(survey.organisations)
    yield f"{look.paint('Organisations', BOLD)}: {total - idle} of {total} take part"
    columns = [Column("organisation", wraps=True)]
    columns += [Column(title, right=True) for title in ("actions", "leads", "live", "outcomes")]
    rows: list[list[Content]] = [
        [
            Cell(_name(one.organisation.name, one.id, len(one.members)), "" if one.actions else RED),
            len(one.actions),
            len(one.leads),
            len(one.live),
            len(one.outcomes),
        ]
        for one in survey.organisations
    ]
    yield from lay_out(columns, rows, look, indent=2)
    lacking = [(one.id, one.lacks) for one in survey.organisations if one.lacks]
    for number, (name, lacks) in enumerate(lacking):
        if number == 0:
            yield ""
        yield from look.prose(f"! {name}: {'; '.join(lacks)}", code=YELLOW)


def _name(name: str, identity: str, members: int) -> str:
    return f"{name} ({identity}, {count(members, 'member')})" if members else f"{name} ({identity})"


def _sum_up(survey: Survey, look: Look) -> Iterator[str]:
    gaps = {kind: len(survey.gaps(kind)) for kind in GOAL_KINDS}
    fragile = sum(bool(one.fragile) for goals in survey.goals.values() for one in goals)
    named = listing([count(number, kind) for kind, number in gaps.items() if number])
    said = f"Gaps: {named}." if named else "No gaps."
    if fragile:
        said += f" {count(fragile, 'goal')} {'is' if fragile == 1 else 'are'} fragile."
    yield from look.prose(said)
    yield from look.prose(
        "coparent coverage --by outcome  shows what serves each; --matrix sets priorities by outcomes."
    )
