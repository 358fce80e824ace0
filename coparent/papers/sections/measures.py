"""The measures, outcome by outcome: the latest figure, the target, England, and which way each went."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from coparent.papers.facts import MeasureLine
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.goals import goals_named
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.small_numbers import NO_EARLIER, NO_FIGURE, measure_line
from coparent.papers.views.coverage import MeasureGroup, Measures
from coparent.text.sentences import count, listing

_OTHERS = "Other measures"
_STANDINGS = {
    "met": ("meets it", "meet it"),
    "amber": ("is close to it", "are close to it"),
    "missed": ("misses it", "miss it"),
}
_EXPLAINED = "Better and worse go by what is good for children: where lower is better, a lower figure is better."
_CLOSE = "Close means short of the target by no more than the measure allows."


def build_measures(context: PaperContext, numbers: Numbers) -> Measures | None:
    """Every measure once, under the first outcome that it shows."""
    found = dict(_group(context))
    if not found:
        return None
    heading = numbers.section("measures", "Measures")
    lines = [line for measures in found.values() for line in measures]
    paragraphs = numbers.paragraphs(
        f"{_how_many(lines)} {judged_in_words(lines)}", gone_in_words(lines), _missing(lines), _explained(lines)
    )
    groups = tuple(
        MeasureGroup(title, numbers.table(_captioned(title)), tuple(measures)) for title, measures in found.items()
    )
    return Measures(heading, paragraphs, groups)


def _group(context: PaperContext) -> Iterator[tuple[str, Sequence[MeasureLine]]]:
    under: dict[str, list[MeasureLine]] = defaultdict(list)
    outcomes = [goal for (kind, _), goal in goals_named(context).items() if kind == "outcome"]
    known = {outcome.id for outcome in outcomes}
    for progress in context.progress.measures:
        first = next((name for name in progress.measure.outcomes if name in known), "")
        under[first].append(measure_line(context, progress))
    for outcome in outcomes:
        if outcome.id in under:
            yield f"{outcome.label}: {outcome.title}", under[outcome.id]
    if "" in under:
        yield _OTHERS, under[""]


def _captioned(title: str) -> str:
    return title if title == _OTHERS else f"Measures of {title.partition(':')[0]}"


def _how_many(lines: Sequence[MeasureLine]) -> str:
    return "One measure is followed." if len(lines) == 1 else f"{len(lines)} measures are followed."


def judged_in_words(lines: Sequence[MeasureLine]) -> str:
    """How many measures meet their target, in sentences."""
    standing = Counter(line.standing for line in lines if line.standing)
    aimed = sum(bool(line.target or line.standing) for line in lines)
    if not aimed:
        return "No target has been set for it." if len(lines) == 1 else "No target has been set for any of them."
    if not standing:
        return f"{_have(aimed, 'a target')}, and none can be judged yet."
    if aimed == 1:
        (code,) = standing
        return f"{'It' if len(lines) == 1 else '1'} has a target, and {_STANDINGS[code][0]}."
    said = [f"{number} {_STANDINGS[code][number > 1]}" for code in _STANDINGS if (number := standing[code])]
    left = aimed - standing.total()
    return f"{_have(aimed, 'a target')}: {listing([*said, *([f'{left} cannot be judged'] if left else [])])}."


def _have(number: int, what: str) -> str:
    return f"{number} {'has' if number == 1 else 'have'} {what}"


def gone_in_words(lines: Sequence[MeasureLine]) -> str:
    """Which way measures went since the figure before, in a sentence; "" where none has two figures."""
    went = Counter(line.direction for line in lines)
    said = [
        f"{went[code]} {words}"
        for code, words in (
            ("better", "got better"),
            ("worse", "got worse"),
            ("same", "stayed the same"),
            ("changed", "moved where neither way is better"),
        )
        if went[code]
    ]
    alone = sum(line.direction_words == NO_EARLIER for line in lines if line.figure != NO_FIGURE)
    left = f" There is no earlier figure{f' for {alone}' if len(lines) > 1 else ''}." if alone else ""
    return f"Compared with the figure before, {listing(said)}.{left}" if said else left.strip()


def _missing(lines: Sequence[MeasureLine]) -> str:
    return " ".join(_missed(lines))


def _missed(lines: Sequence[MeasureLine]) -> Iterator[str]:
    held = _number(line.is_hidden for line in lines)
    without = _number(line.figure == NO_FIGURE for line in lines)
    waiting = _number(bool(line.overdue) for line in lines)
    if without:
        yield f"{_have(without, 'no figure yet')}."
    if waiting:
        yield f"A new figure is overdue for {waiting}."
    if held:
        noun = count(held, "measure")
        yield f"The latest figure of {noun} is held back: so small a number could point to a child."


def _number(answers: Iterable[bool]) -> int:
    return sum(answers)


def _explained(lines: Sequence[MeasureLine]) -> str:
    is_gone = any(line.direction in ("better", "worse") for line in lines)
    is_close = any(line.standing == "amber" for line in lines)
    return " ".join([*([_EXPLAINED] if is_gone else []), *([_CLOSE] if is_close else [])])
