"""Priorities by outcomes, drawn for a terminal: how many actions serve both, and where none does."""

from collections.abc import Iterator
from math import ceil

from coparent.coverage import MatrixCell, Survey
from coparent.tables.layout import BOLD, CYAN, DIM, RED, WIDEST, Cell, Column, Content, Look, lay_out
from coparent.text.cells import measure, wrap

_WIDEST_NAME = 28
_GAP = 2
_SIGNS = {
    "[3]": "three actions, and the strategy links the two",
    "3": "three actions, and it does not",
    "gap": "the strategy links the two, and no action serves both",
    "-": "the same, and a board has accepted it",
    "": "no action, and no link",
}


def draw(survey: Survey, look: Look) -> Iterator[str]:
    """The matrix, in several parts where the outcomes do not fit side by side, and what its signs mean."""
    outcomes = [one.goal.id for one in survey.goals["outcome"]]
    cells = {(pair.priority, pair.outcome): _cell(pair, look) for pair in survey.matrix}
    yield from look.prose("Actions that serve both a priority and an outcome", code=BOLD)
    for part in _split(survey, outcomes, look):
        yield ""
        columns = [Column("", wraps=True), *(Column(outcome, right=True) for outcome in part)]
        rows: list[list[Content]] = [
            [one.goal.goal.title, *(cells[one.goal.id, outcome] for outcome in part)]
            for one in survey.goals["priority"]
        ]
        yield from lay_out(columns, rows, look)
    yield ""
    is_accepted = any(pair.is_linked and pair.is_accepted and not pair.actions for pair in survey.matrix)
    for sign, meaning in _SIGNS.items():
        if sign == "-" and not is_accepted:
            continue
        yield from look.prose(f"{sign or _nothing(look)}".ljust(5) + meaning)
    yield ""
    for one in survey.goals["outcome"]:
        name = f"{look.visible(one.goal.id)}  "
        first, *rest = wrap(look.visible(one.goal.goal.title), min(look.columns, WIDEST), hanging=measure(name))
        yield from (name + first, *rest)
    gaps = [pair for pair in survey.matrix if pair.is_gap]
    if gaps:
        yield ""
        for pair in gaps:
            yield from look.prose(f"gap: nothing serves both {pair.priority} and {pair.outcome}", code=RED)


def _nothing(look: Look) -> str:
    return "." if look.ascii else "\N{MIDDLE DOT}"


def _cell(pair: MatrixCell, look: Look) -> Cell:
    if pair.is_gap:
        return Cell("gap", RED)
    if pair.is_linked:
        return Cell(f"[{len(pair.actions)}]", BOLD) if pair.actions else Cell("- ", CYAN)
    return Cell(f"{len(pair.actions)} ") if pair.actions else Cell(f"{_nothing(look)} ", DIM)


def _split(survey: Survey, outcomes: list[str], look: Look) -> Iterator[list[str]]:
    """The outcomes, as many at a time as stand beside the names of the priorities."""
    names = [measure(look.visible(one.goal.goal.title)) for one in survey.goals["priority"]]
    room = look.columns - min(max(names, default=0), _WIDEST_NAME)
    widest = max([len("[999]"), *(measure(look.visible(outcome)) for outcome in outcomes)])
    fitting = max(1, room // (widest + _GAP))
    parts = ceil(len(outcomes) / fitting)
    each = ceil(len(outcomes) / parts) if parts else 1
    for start in range(0, len(outcomes), each):
        yield outcomes[start : start + each]
