"""Coverage as a person reads it at a terminal."""

from collections.abc import Iterator, Sequence

from coparent.coverage import GOAL_KINDS, GoalAssessment, GoalCoverage, GoalStatus, OrganisationCoverage, Survey
from coparent.tables.coverage.matrix import write_matrix
from coparent.tables.coverage.wording import COUNTED, CoverageRequest, action_ids, heading, notes, remarks, share
from coparent.tables.style import CYAN, GREEN, RED, YELLOW, TableStyle
from coparent.tables.table import Cell, Column, Row, Table, write_text
from coparent.text.cells import head, measure, wrap
from coparent.text.sentences import count, listing, plural, verb
from coparent.text.terminal_style import BOLD, DIM

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


def write(survey: Survey, request: CoverageRequest, style: TableStyle) -> str:
    """All goals in short, those of one kind in full, the organisations, or the matrix."""
    lines = [style.paint(row, BOLD) for row in style.prose(survey.title)] if survey.title else []
    lines += style.prose(heading(survey))
    for note in notes(survey, request):
        lines += style.prose(f"! {note}", code=YELLOW)
    if any(survey.goals.values()):
        lines += ["", *_body(survey, request, style)]
    return "\n".join([*lines, ""])


def _body(survey: Survey, request: CoverageRequest, style: TableStyle) -> Iterator[str]:
    if request.matrix:
        yield from write_matrix(survey, style)
    elif request.by == "organisation":
        yield from _organisations(survey, style)
    elif request.by:
        yield from _headline(survey, request.by, style)
        for assessment in survey.goals[request.by]:
            yield from ("", *_in_full(assessment, style))
    else:
        for kind in filter(survey.goals.get, GOAL_KINDS):
            yield from (*_headline(survey, kind, style), *_in_short(survey.goals[kind], style), "")
        yield from _sum_up(survey, style)


def _headline(survey: Survey, kind: str, style: TableStyle) -> Iterator[str]:
    name, words = plural(kind).capitalize(), share(survey, kind)
    room = style.reading_width
    length = _LONG_BAR if room >= _ROOM_FOR_LONG_BAR else _SHORT_BAR
    filled = int(survey.coverage.percent(kind) * length / 100)
    full, empty = "#." if style.ascii else "\N{FULL BLOCK}\N{LIGHT SHADE}"
    bar = full * filled + empty * (length - filled)
    first, *rest = wrap(f"{name}: {words}", room, hanging=2, first=0)
    padding = room - measure(first) - length
    has_room = not rest and padding >= 2
    yield style.paint(name, BOLD) + first[len(name) :] + (" " * padding + style.paint(bar, DIM) if has_room else "")
    yield from rest


def _in_short(goals: Sequence[GoalAssessment], style: TableStyle) -> Iterator[str]:
    """A line for each goal, its title cut to fit; where ids are long, the title stands on a line of its own."""
    longest = max(measure(style.visible(assessment.goal.id)) for assessment in goals)
    room = style.reading_width - longest - max(len(_tally(assessment)) for assessment in goals) - 8
    is_apart = longest > _LONG_ID or room < _LEAST_TITLE
    for assessment in goals:
        name, title = style.visible(assessment.goal.id), style.visible(assessment.goal.title)
        if is_apart:
            left = _cut(name, style.reading_width - len(_tally(assessment)) - 6, style)
            yield _spread(assessment, left, style)
            yield f"    {_cut(title, style.reading_width - 4, style)}"
        else:
            padding = " " * (longest - measure(name) + 2)
            yield _spread(assessment, f"{name}{padding}{_cut(title, room, style)}", style)
        for word, remark in remarks(assessment).items():
            yield from _label(word, remark, style, indent=4 if is_apart else longest + 6, code=_REMARKS[word])


def _spread(assessment: GoalAssessment, left: str, style: TableStyle) -> str:
    """A line with its mark before it, and its tally at the far end."""
    tally = _tally(assessment)
    gap = " " * (style.reading_width - 4 - measure(left) - len(tally))
    return f"  {_mark(assessment, style)} {left}{gap}{tally}"


def _tally(assessment: GoalAssessment) -> str:
    if assessment.goal.status is GoalStatus.COVERED:
        return count(len(assessment.goal.actions), "action")
    return assessment.goal.status.value


def _mark(assessment: GoalAssessment, style: TableStyle) -> str:
    mark, plain, code = _MARKS[assessment.goal.status]
    return style.paint(plain if style.ascii else mark, code)


def _cut(text: str, room: int, style: TableStyle) -> str:
    if measure(text) <= room:
        return text
    dots = "..." if style.ascii else "\N{HORIZONTAL ELLIPSIS}"
    return head(text, room - len(dots)).rstrip() + dots


def _label(word: str, text: str, style: TableStyle, *, indent: int, code: str = DIM) -> Iterator[str]:
    """A word that says what follows, and the text beside it."""
    width = max(map(len, _REMARKS)) if word in _REMARKS and indent > 2 else _LABELS
    first, *rest = wrap(style.visible(text), style.reading_width, hanging=indent + width + 2)
    yield f"{' ' * indent}{style.paint(word, code)}{' ' * (width - len(word) + 2)}{first}"
    yield from rest


def _in_full(assessment: GoalAssessment, style: TableStyle) -> Iterator[str]:
    goal = assessment.goal
    status = style.paint(goal.status.value, _MARKS[goal.status][2])
    yield f"{_mark(assessment, style)} {style.paint(style.visible(goal.id), BOLD)}  {status}"
    yield from style.prose(goal.title, indent=2)
    yield from style.prose(_serving(goal), indent=2)
    lists = {
        "actions": action_ids(goal.actions),
        "organisations": ", ".join(goal.organisations),
        "measures": ", ".join(measure.id for measure in goal.measures),
    }
    for label, ids in lists.items():
        if ids:
            yield from _label(label, ids, style, indent=2)
    for word, remark in remarks(assessment).items():
        yield from _label(word, remark, style, indent=2, code=_REMARKS[word])


def _serving(goal: GoalCoverage) -> str:
    """What serves a goal, counted."""
    parts = ["no action"]
    if goal.actions:
        live, approved = len(goal.live), len(goal.approved)
        parts = [
            f"{count(len(goal.actions), 'action')} ({live} live, {approved} in approved plans)",
            count(len(goal.organisations), "organisation"),
        ]
    if goal.kind == "outcome" and (goal.actions or goal.measures):
        parts.append(count(len(goal.measures), "measure"))
    return ", ".join(parts)


def _organisations(survey: Survey, style: TableStyle) -> Iterator[str]:
    idle = sum(not covered.actions for covered in survey.organisations)
    total = len(survey.organisations)
    yield f"{style.paint('Organisations', BOLD)}: {total - idle} of {total} take part"
    columns = [Column("organisation", wraps=True)]
    columns += [Column(title, right=True) for title in COUNTED]
    rows: list[Row] = [
        [
            Cell(_name(covered), "" if covered.actions else RED),
            *(covered.counts[name] for name in COUNTED),
        ]
        for covered in survey.organisations
    ]
    yield from write_text(Table(columns, rows), style, indent=2)
    lacking = [covered for covered in survey.organisations if covered.lacks]
    if lacking:
        yield ""
    for covered in lacking:
        yield from style.prose(f"! {covered.id}: {'; '.join(covered.lacks)}", code=YELLOW)


def _name(covered: OrganisationCoverage) -> str:
    members = f", {count(len(covered.members), 'member')}" if covered.members else ""
    return f"{covered.organisation.name} ({covered.id}{members})"


def _sum_up(survey: Survey, style: TableStyle) -> Iterator[str]:
    gaps = {kind: len(survey.gaps(kind)) for kind in GOAL_KINDS}
    fragile = sum(bool(assessment.fragile) for goals in survey.goals.values() for assessment in goals)
    counted = listing([count(number, kind) for kind, number in gaps.items() if number])
    sentence = f"Gaps: {counted}." if counted else "No gaps."
    if fragile:
        sentence += f" {count(fragile, 'goal')} {verb(fragile, 'is')} fragile."
    yield from style.prose(sentence)
    yield from style.prose(
        "coparent coverage --by outcome  shows what serves each; --matrix sets priorities by outcomes."
    )
