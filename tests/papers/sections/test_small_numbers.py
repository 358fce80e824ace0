"""A number so small that it may point to a child is shown inside, and to nobody else, by any section."""

from functools import cache

import pytest

from coparent.papers import SECTIONS
from tests.papers.small_papers import Facts, SmallPaper, all_text, prose, small_paper, values_in

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


def paper_for(audience: str) -> SmallPaper:
    """A paper over these measures."""
    return small_paper(f"audience: {audience}\n{SINCE}", plan=PLAN, measures=MEASURES, settings=SETTINGS)


@cache
def sections(audience: str) -> dict[str, Facts]:
    """Every section that has something to say to an audience."""
    facts = paper_for(audience).facts(*SECTIONS)
    return {name: getattr(facts, name) for name in SECTIONS if getattr(facts, name) is not None}


def measures_in(value: object) -> list[Facts]:
    """The lines of measures within facts."""
    if isinstance(value, Facts) and hasattr(value, "is_hidden"):
        return [value]
    within = vars(value).values() if isinstance(value, Facts) else value if isinstance(value, list) else ()
    return [line for part in within for line in measures_in(part)]


def lines(audience: str) -> dict[str, Facts]:
    """Every measure as an audience sees it."""
    return {line.id: line for line in measures_in(sections(audience)["measures"])}


@others
@pytest.mark.parametrize("value", [*VALUES, *NEXT_TO_THEM, "Hidden note"])
def test_no_text_of_any_section_holds_a_small_number(audience: str, value: str) -> None:
    for name, facts in sections(audience).items():
        telling = [text for text in values_in(facts) if isinstance(text, str) and value in text]
        assert not telling, (name, telling)


def test_every_section_that_could_show_it_is_there() -> None:
    assert {"measures", "outcomes", "changes", "glossary"} <= set(sections("public"))


@others
def test_no_number_of_any_section_is_a_small_number(audience: str) -> None:
    for name, facts in sections(audience).items():
        numbers = {str(number) for number in values_in(facts) if isinstance(number, (int, float))}
        assert numbers.isdisjoint({*VALUES, *NEXT_TO_THEM}), name


@others
def test_the_note_and_the_target_met_or_missed_are_held_back_with_it(audience: str) -> None:
    for name in ("count", "percent"):
        line = lines(audience)[name]
        assert line.is_hidden
        assert (line.note, line.standing, line.direction) == ("", "", "unknown")
        assert "Hidden note" not in all_text(line)


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
    assert (inside["count"].standing, inside["percent"].standing) == ("met", "off-course")
    assert inside["before"].direction == "better"
    assert "Hidden note." in all_text(inside["count"])
    assert "44.4%" in all_text(sections("internal")["measures"])
    assert "44.4%" in all_text(sections("internal")["outcomes"])


@others
def test_no_count_of_measures_shows_which_way_a_hidden_one_went(audience: str) -> None:
    outcome = sections(audience)["outcomes"].parts[0]
    for counted in (prose(sections(audience)["measures"]), prose(outcome)):
        assert "followed" in counted or "whether it is" in counted
        assert "got better" not in counted
        assert "got worse" not in counted
        assert "meets it" not in counted


@pytest.mark.parametrize("small_number", [0, 850, 999])
def test_how_small_is_small_is_for_the_settings_to_say(small_number: int) -> None:
    paper = small_paper("audience: public\n", plan=PLAN, measures=MEASURES, settings=f"small_number: {small_number}")
    hidden = {line.id: line.is_hidden for line in measures_in(paper.section("measures"))}
    assert hidden == {"count": small_number >= 857, "percent": small_number >= 849, "before": False}


def test_every_measure_line_in_a_section_is_the_one_that_was_checked() -> None:
    elsewhere = [
        line for name, facts in sections("public").items() if name != "measures" for line in measures_in(facts)
    ]
    assert elsewhere
    assert all(line == lines("public")[line.id] for line in elsewhere)
