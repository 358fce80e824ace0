"""The measures by outcome: the latest figure, the target, England, and which way each went."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from coparent.papers.facts import MeasureLine
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_by_key
from coparent.papers.sections.measure_rows import NO_EARLIER, measure_lines
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.small_numbers import NO_FIGURE
from coparent.papers.views.coverage import MeasureGroup, Measures
from coparent.text.sentences import count, count_each, listing, verb

_OTHERS = "Other measures"
_STANDINGS = {
    "met": ("meets it", "meet it"),
    "amber": ("is close to it", "are close to it"),
    "missed": ("misses it", "miss it"),
    "on-course": ("is on course for it", "are on course for it"),
    "off-course": ("is off course for it", "are off course for it"),
    "short": ("is short of it so far", "are short of it so far"),
    "": ("cannot be judged", "cannot be judged"),
}
_DIRECTIONS = {
    "better": "got better",
    "worse": "got worse",
    "same": "stayed the same",
    "changed": "moved where neither way is better",
}
_EXPLAINED = "Better and worse go by what is good for children: where lower is better, a lower figure is better."
_CLOSE = "Close means short of the target by no more than the measure allows."


def build_measures(context: PaperContext, numbers: Numbers) -> Measures | None:
    """Every measure once, under the first outcome that it shows."""
    lines = measure_lines(context)
    if not lines:
        return None
    heading = numbers.section("measures", "Measures")
    followed = "One measure is followed." if len(lines) == 1 else f"{len(lines)} measures are followed."
    paragraphs = numbers.paragraphs(
        f"{followed} {standings_in_words(lines)}",
        directions_in_words(lines),
        " ".join(_missing(lines)),
        " ".join(_explain(lines)),
    )
    return Measures(heading, paragraphs, tuple(_groups(context, numbers)))


def _groups(context: PaperContext, numbers: Numbers) -> Iterator[MeasureGroup]:
    """The measures of each outcome, then those that show none."""
    under: dict[str, list[MeasureLine]] = defaultdict(list)
    outcomes = {identity: goal for (kind, identity), goal in goals_by_key(context).items() if kind == "outcome"}
    for progress, line in zip(context.progress.measures, measure_lines(context), strict=True):
        under[next((name for name in progress.measure.outcomes if name in outcomes), "")].append(line)
    for identity, goal in outcomes.items():
        if identity in under:
            caption = numbers.table(f"Measures of {goal.label}")
            yield MeasureGroup(f"{goal.label}: {goal.title}", caption, tuple(under[identity]))
    if "" in under:
        yield MeasureGroup(_OTHERS, numbers.table(_OTHERS), tuple(under[""]))


def standings_in_words(lines: Sequence[MeasureLine]) -> str:
    """How many measures meet their target, in sentences."""
    aimed = [line for line in lines if line.target or line.standing]
    standings = Counter(line.standing for line in aimed)
    if not aimed:
        return "No target has been set for it." if len(lines) == 1 else "No target has been set for any of them."
    if not any(standings.keys()):
        return f"{_have(len(aimed), 'a target')}, and none can be judged yet."
    if len(aimed) == 1:
        return f"{'It' if len(lines) == 1 else '1'} has a target, and {_STANDINGS[aimed[0].standing][0]}."
    return f"{_have(len(aimed), 'a target')}: {listing(count_each(standings, _STANDINGS))}."


def _have(number: int, what: str) -> str:
    return f"{number} {verb(number, 'has')} {what}"


def directions_in_words(lines: Sequence[MeasureLine]) -> str:
    """Which way measures went since the figure before, in a sentence; "" where none has two figures."""
    went = count_each(Counter(line.direction for line in lines), _DIRECTIONS)
    alone = sum(line.direction_words == NO_EARLIER for line in lines if line.figure != NO_FIGURE)
    left = f"There is no earlier figure{f' for {alone}' if len(lines) > 1 else ''}." if alone else ""
    return f"Compared with the figure before, {listing(went)}. {left}".rstrip() if went else left


def _missing(lines: Sequence[MeasureLine]) -> Iterator[str]:
    """How many figures are missing, overdue or held back."""
    without = sum(line.figure == NO_FIGURE for line in lines)
    waiting = sum(bool(line.overdue) for line in lines)
    held_back = sum(line.is_hidden for line in lines)
    if without:
        yield f"{_have(without, 'no figure yet')}."
    if waiting:
        yield f"A new figure is overdue for {waiting}."
    if held_back:
        noun = count(held_back, "measure")
        yield f"The latest figure of {noun} is held back: so small a number could point to a child."


def _explain(lines: Sequence[MeasureLine]) -> Iterator[str]:
    if any(line.direction in ("better", "worse") for line in lines):
        yield _EXPLAINED
    if any(line.standing == "amber" for line in lines):
        yield _CLOSE
