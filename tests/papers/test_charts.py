"""The geometry of charts: where bars, lines and years lie, in plain numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coparent.papers.charts.bars import bar_of
from coparent.papers.charts.timeline import Axis, Mark, axis_over, scale_of, span_of
from coparent.papers.charts.trends import trend_of

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
EYELASH = 0.02
"""What rounding to hundredths of a per cent may add up to at an edge."""


def test_a_bar_gives_each_part_its_share_of_the_length() -> None:
    first, second = bar_of([("complete", 1), ("on-track", 3)]).segments
    assert (first.x, first.width, first.middle) == (0, 25, 12.5)
    assert (second.x, second.width, second.middle) == (25, 75, 62.5)


def test_a_bar_leaves_out_what_there_is_none_of() -> None:
    assert [segment.code for segment in bar_of([("complete", 0), ("paused", 2)]).segments] == ["paused"]
    assert bar_of([("complete", 0)]).segments == ()


def test_a_sliver_of_a_bar_has_no_room_for_its_number() -> None:
    sliver, rest = bar_of([("off-track", 1), ("on-track", 99)]).segments
    assert not sliver.is_labelled
    assert rest.is_labelled


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8))
def test_the_parts_of_a_bar_lie_end_to_end_and_fill_it(numbers: list[int]) -> None:
    segments = bar_of([(str(place), number) for place, number in enumerate(numbers)]).segments
    assert sum(segment.number for segment in segments) == sum(numbers)
    end = 0.0
    for segment in segments:
        assert segment.x == pytest.approx(end, abs=EYELASH)
        end = segment.x + segment.width
    assert not segments or end == pytest.approx(100, abs=EYELASH)


def test_a_trend_rises_where_the_figures_do() -> None:
    trend = trend_of([10, 20])
    assert trend is not None
    (_, first), (_, last) = trend.dots
    assert last < first, "the picture's heights count from the top"


@pytest.mark.parametrize("figures", [[], [5.0], [None, 5.0, None]])
def test_one_figure_is_no_trend(figures: list[float | None]) -> None:
    assert trend_of(figures) is None


def test_a_missing_figure_breaks_the_line() -> None:
    trend = trend_of([1, 2, None, 3, 4])
    assert trend is not None
    assert len(trend.lines) == 2
    assert len(trend.dots) == 4


def test_figures_that_never_change_lie_in_the_middle() -> None:
    trend = trend_of([7, 7, 7])
    assert trend is not None
    assert {y for _, y in trend.dots} == {trend.height / 2}


@given(
    st.lists(st.none() | st.floats(-1e9, 1e9), min_size=2, max_size=12),
    st.none() | st.floats(-1e9, 1e9),
)
def test_a_trend_stays_within_its_box(figures: list[float | None], target: float | None) -> None:
    trend = trend_of(figures, target)
    if trend is not None:
        assert all(0 <= x <= trend.width and 0 <= y <= trend.height for x, y in trend.dots)
        assert trend.target is None or 0 <= trend.target <= trend.height


def test_an_axis_holds_whole_months_and_the_day_it_is_drawn_for() -> None:
    axis = axis_over([date(2026, 3, 15), date(2026, 5, 2)], date(2026, 7, 9))
    assert axis == Axis(date(2026, 3, 1), date(2026, 7, 31))


def test_a_scale_names_the_financial_years_it_crosses() -> None:
    scale = scale_of(Axis(date(2025, 10, 1), date(2026, 9, 30)), date(2026, 4, 1), 4)
    assert [year.words for year in scale.years] == ["2025/26", "2026/27"]
    assert scale.as_at == scale.years[1].x


def test_a_council_whose_year_is_the_calendars_sees_calendar_years() -> None:
    scale = scale_of(Axis(date(2025, 10, 1), date(2026, 9, 30)), date(2026, 4, 1), 1)
    assert [year.words for year in scale.years] == ["2025", "2026"]


def test_the_day_is_not_drawn_where_it_lies_outside() -> None:
    assert scale_of(Axis(date(2025, 10, 1), date(2026, 9, 30)), date(2027, 4, 1), 4).as_at is None


@given(st.lists(DAYS, min_size=1, max_size=6), DAYS, st.integers(1, 12))
def test_the_years_of_a_scale_fill_it(days: list[date], as_at: date, year_starts: int) -> None:
    scale = scale_of(axis_over(days, as_at), as_at, year_starts)
    end = 0.0
    for year in scale.years:
        assert year.x == pytest.approx(end, abs=EYELASH)
        end = year.x + year.width
    assert end == pytest.approx(100, abs=EYELASH)


def test_an_action_is_drawn_from_its_first_day_to_the_end_of_its_last() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 12, 31))
    span = span_of(axis, date(2026, 1, 1), date(2026, 12, 31), None, [])
    assert (span.x, span.solid, span.end, span.is_moved) == (0, 100, 100, False)


def test_a_moved_date_and_milestones_are_drawn_at_the_end_of_their_days() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 12, 31))
    marks = [Mark(axis.after(date(2026, 6, 30)), "met", "Half")]
    span = span_of(axis, date(2026, 1, 1), date(2026, 12, 31), date(2026, 6, 30), marks)
    assert span.solid == axis.at(date(2026, 7, 1)) == span.marks[0].x
    assert (span.end, span.is_moved) == (100, True)


def test_a_date_that_was_brought_forward_leaves_no_tail() -> None:
    axis = Axis(date(2026, 1, 1), date(2026, 12, 31))
    span = span_of(axis, date(2026, 1, 1), date(2026, 6, 30), date(2026, 9, 30), [])
    assert (span.is_moved, span.solid) == (False, span.end)


def test_a_year_with_little_room_is_named_in_short_and_a_sliver_not_at_all() -> None:
    wide = scale_of(Axis(date(2026, 1, 1), date(2027, 12, 31)), date(2026, 4, 1), 4)
    assert [year.words for year in wide.years] == ["", "2026/27", "2027/28"]
    assert [year.words for year in scale_of(Axis(date(2025, 12, 1), date(2027, 7, 31)), date(2026, 4, 1), 4).years] == [
        "2025/26", "2026/27", "2027/28"
    ]  # fmt: skip


@given(DAYS, st.integers(0, 4000), DAYS)
def test_whatever_lies_outside_an_axis_stands_at_its_edge(start: date, length: int, first: date) -> None:
    axis = axis_over([first], first + timedelta(days=200))
    span = span_of(axis, start, start + timedelta(days=length), None, [])
    assert 0 <= span.x <= 100
    assert span.solid > 0
