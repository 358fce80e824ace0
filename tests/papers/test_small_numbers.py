"""A number so small that it may point to a child is told inside, and to nobody else, by any section."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from coparent.papers.charts import Trend
from coparent.papers.facts import MeasureLine
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.measure_rows import measure_line
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.registry import SECTIONS
from tests.papers.contexts import laid, texts_of

MEASURES = """
measures:
  - id: count
    title: Children moved
    unit: count
    counts_people: true
    better: lower
    outcomes: [o1]
    baseline: {period: March 2024, value: 733}
    target: {value: 9000, by: March 2027}
    readings:
      - {period: March 2025, value: 7100}
      - {period: March 2026, value: 7200}
      - {period: June 2026, value: 857, target: 1213, note: Hidden note.}
  - id: percent
    title: Children settled
    unit: percent
    better: higher
    outcomes: [o1]
    target: {value: 61, by: March 2027}
    readings:
      - {period: March 2025, value: 73}
      - {period: March 2026, value: 74}
      - {period: June 2026, value: 44.4, of: 1913, note: Hidden note.}
  - id: before
    title: Children seen
    unit: count
    counts_people: true
    better: higher
    outcomes: [o1]
    readings:
      - {period: March 2026, value: 613}
      - {period: June 2026, value: 5700}
"""
PLAN = """
actions:
  - {id: x1, title: Move fewer, outcomes: [o1], measures: [count, percent, before], lead: Homes, due: March 2027}
"""
SETTINGS = "small_number: 999"
"""So that what is small is a number that stands in no text for another reason."""
SINCE = "since: 2026-04-30\n"
VALUES = ("857", "44.4", "613", "733", "1913", "1,913")
"""The values that stand for so few, and out of how many one of them is."""
NEXT_TO_THEM = ("849", "6343", "6,343", "8143", "8,143", "29.6", "16.6", "5087", "5,087")
"""What would give them away: how many people a share is, and how far they are from the figure before or the target."""

others = pytest.mark.parametrize("audience", ["public", "partner"])


def material_for(audience: str) -> PaperContext:
    """What a paper over these measures is told from."""
    return laid(f"audience: {audience}\n{SINCE}", plan=PLAN, measures=MEASURES, settings=SETTINGS)


def lines(audience: str) -> dict[str, MeasureLine]:
    """Every measure as an audience sees it."""
    context = material_for(audience)
    return {one.measure.id: measure_line(context, one) for one in context.progress.measures}


def sections(audience: str) -> Iterator[tuple[str, Any]]:
    """Every section there is, told for an audience."""
    context = material_for(audience)
    for name, tell in SECTIONS.items():
        view = tell(context, Numbers(are_shown=True))
        if view is not None:
            yield name, view


def found(value: object, kind: type) -> Iterator[Any]:
    """Everything of a kind within a view."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from found(item, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from found(getattr(value, field.name), kind)


@others
@pytest.mark.parametrize("value", [*VALUES, *NEXT_TO_THEM, "Hidden note"])
def test_no_text_of_any_section_tells_a_small_number(audience: str, value: str) -> None:
    for name, view in sections(audience):
        telling = [text for text in texts_of(view) if value in text]
        assert not telling, (name, telling)


def test_every_section_that_could_tell_it_is_told() -> None:
    assert {"measures", "outcomes", "changes", "glossary"} <= {name for name, _ in sections("public")}


@others
def test_no_number_of_any_section_is_a_small_number(audience: str) -> None:
    for name, view in sections(audience):
        numbers = {str(number) for number in (*found(view, int), *found(view, float))}
        assert numbers.isdisjoint({*VALUES, *NEXT_TO_THEM}), name


@others
def test_the_note_and_the_target_met_or_missed_are_held_back_with_it(audience: str) -> None:
    for name in ("count", "percent"):
        line = lines(audience)[name]
        assert line.is_hidden
        assert (line.note, line.standing, line.direction) == ("", "", "unknown")
        assert "Hidden note" not in " ".join(texts_of(line))


@others
def test_which_way_it_went_is_held_back_where_the_figure_before_is_small(audience: str) -> None:
    line = lines(audience)["before"]
    assert not line.is_hidden
    assert (line.figure, line.direction, line.direction_words) == ("5,700", "unknown", "Not shown")


@others
def test_a_trend_draws_only_what_is_shown(audience: str) -> None:
    shown, inside = lines(audience), lines("internal")
    for name, hidden in (("count", 1), ("percent", 1)):
        drawn, whole = shown[name].trend, inside[name].trend
        assert isinstance(drawn, Trend)
        assert isinstance(whole, Trend)
        assert len(drawn.dots) == len(whole.dots) - hidden == 2
        assert drawn.last == drawn.dots[-1]
    assert shown["before"].trend is None


@others
def test_the_scale_of_a_trend_does_not_reach_down_to_it(audience: str) -> None:
    trend = lines(audience)["count"].trend
    assert trend is not None
    heights = {height for _, height in trend.dots} | {trend.target}
    assert {6.0, 46.0} <= heights, "the figures that are shown, and the target, fill the box"


@others
def test_a_series_says_that_it_is_held_back(audience: str) -> None:
    assert lines(audience)["count"].series == "7,100 (March 2025); 7,200 (March 2026); 999 or fewer (June 2026)"
    assert lines(audience)["percent"].series == "73% (March 2025); 74% (March 2026); too few to show (June 2026)"


def test_inside_everything_is_shown() -> None:
    inside = lines("internal")
    assert (inside["count"].figure, inside["percent"].figure) == ("857", "44.4%")
    assert (inside["count"].standing, inside["percent"].standing) == ("met", "missed")
    assert inside["before"].direction == "better"
    assert "Hidden note." in " ".join(texts_of(inside["count"]))
    told = {name: " ".join(texts_of(view)) for name, view in sections("internal")}
    assert "44.4%" in told["measures"]
    assert "44.4%" in told["outcomes"]


@others
def test_no_count_of_measures_tells_which_way_a_hidden_one_went(audience: str) -> None:
    told: dict[str, Callable[[PaperContext, Numbers], Any]] = dict(SECTIONS)
    for name in ("measures", "outcomes"):
        view = told[name](material_for(audience), Numbers(are_shown=True))
        paragraphs = " ".join(text for text in texts_of(view) if "followed" in text or "whether it is" in text)
        assert "got better" not in paragraphs
        assert "got worse" not in paragraphs
        assert "meets it" not in paragraphs


@pytest.mark.parametrize("small_number", [0, 850, 999])
def test_how_small_is_small_is_for_the_settings_to_say(small_number: int) -> None:
    context = laid("audience: public\n", plan=PLAN, measures=MEASURES, settings=f"small_number: {small_number}")
    hidden = {one.measure.id: measure_line(context, one).is_hidden for one in context.progress.measures}
    assert hidden == {"count": small_number >= 857, "percent": small_number >= 849, "before": False}


def test_every_measure_line_in_a_section_is_the_one_that_was_checked() -> None:
    checked = set(lines("public").values())
    seen = {line for _, view in sections("public") for line in found(view, MeasureLine)}
    assert seen
    assert seen <= checked
