"""Priorities by outcomes on a terminal: how many actions serve both, and where none does."""

from collections.abc import Iterator, Sequence
from math import ceil

from coparent.coverage import MatrixCell, Survey
from coparent.tables.style import CYAN, RED, TableStyle
from coparent.tables.table import Cell, Column, Row, Table, write_text
from coparent.text.cells import measure, wrap
from coparent.text.terminal_style import BOLD, DIM

_WIDEST_NAME = 28
_WIDEST_NUMBER = len("[999]")
_GAP = 2
_SIGNS = {
    "[3]": "three actions, and the strategy links the two",
    "3": "three actions, and it does not",
    "gap": "the strategy links the two, and no action serves both",
    "-": "the same, and a board has accepted it",
    "": "no action, and no link",
}


def write_matrix(survey: Survey, style: TableStyle) -> Iterator[str]:
    """The matrix, in several parts where the outcomes do not fit side by side, and what its signs mean."""
    yield from style.prose("Actions that serve both a priority and an outcome", code=BOLD)
    for table in _build_tables(survey, style):
        yield from ("", *write_text(table, style))
    yield from ("", *_explain_signs(survey, style))
    yield from ("", *_name_outcomes(survey, style))
    gaps = [f"gap: nothing serves both {cell.priority} and {cell.outcome}" for cell in survey.matrix if cell.is_gap]
    if gaps:
        yield ""
    for gap in gaps:
        yield from style.prose(gap, code=RED)


def _build_tables(survey: Survey, style: TableStyle) -> Iterator[Table]:
    """The matrix, as many outcomes at a time as stand beside the names of the priorities."""
    outcomes = [assessment.goal.id for assessment in survey.goals["outcome"]]
    priorities = [assessment.goal for assessment in survey.goals["priority"]]
    rows: list[Row] = [
        [priority.goal.title, *(_build_cell(cell, style) for cell in survey.matrix_row(priority.id))]
        for priority in priorities
    ]
    each = _outcomes_side_by_side(outcomes, [priority.goal.title for priority in priorities], style)
    for start in range(0, len(outcomes), each):
        columns = [Column("", wraps=True), *(Column(name, right=True) for name in outcomes[start : start + each])]
        yield Table(columns, [[row[0], *row[1 + start : 1 + start + each]] for row in rows])


def _outcomes_side_by_side(outcomes: Sequence[str], priorities: Sequence[str], style: TableStyle) -> int:
    """How many outcomes go into each part, so that all parts are about as wide."""
    names = [measure(style.visible(title)) for title in priorities]
    room = style.columns - min(max(names, default=0), _WIDEST_NAME)
    widest = max([_WIDEST_NUMBER, *(measure(style.visible(outcome)) for outcome in outcomes)])
    fitting = max(1, room // (widest + _GAP))
    parts = ceil(len(outcomes) / fitting)
    return ceil(len(outcomes) / parts) if parts else 1


def _build_cell(cell: MatrixCell, style: TableStyle) -> Cell:
    number = len(cell.actions)
    if cell.is_gap:
        return Cell("gap", RED)
    if cell.is_linked:
        return Cell(f"[{number}]", BOLD) if number else Cell("- ", CYAN)
    return Cell(f"{number} ") if number else Cell(f"{_nothing(style)} ", DIM)


def _nothing(style: TableStyle) -> str:
    return "." if style.ascii else "\N{MIDDLE DOT}"


def _explain_signs(survey: Survey, style: TableStyle) -> Iterator[str]:
    has_accepted = any(cell.is_linked and cell.is_accepted and not cell.actions for cell in survey.matrix)
    for sign, meaning in _SIGNS.items():
        if sign != "-" or has_accepted:
            yield from style.prose(f"{sign or _nothing(style)}".ljust(5) + meaning)


def _name_outcomes(survey: Survey, style: TableStyle) -> Iterator[str]:
    for assessment in survey.goals["outcome"]:
        name = f"{style.visible(assessment.goal.id)}  "
        title = style.visible(assessment.goal.title)
        if measure(name) > style.reading_width // 2:
            yield from (name.rstrip(" "), *style.prose(assessment.goal.title, indent=4))
        else:
            first, *rest = wrap(title, style.reading_width, hanging=measure(name))
            yield from (name + first, *rest)
