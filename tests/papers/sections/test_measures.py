"""Measures in a paper: each once, counted by how it stands and which way it went."""

from tests.papers.small_papers import SmallPaper, prose, small_paper
from tests.tables import everything

MEASURES = """
measures:
  - id: m1
    title: Seen in time
    unit: percent
    better: higher
    outcomes: [o2, o1]
    target: {value: 90, by: March 2027}
    tolerance: 5
    readings: [{period: 2024/25, value: 80}, {period: 2025/26, value: 92}]
  - id: m2
    title: Moves
    unit: percent
    better: lower
    outcomes: [o2]
    target: {value: 10, by: March 2027}
    tolerance: 2
    readings: [{period: 2024/25, value: 11}, {period: 2025/26, value: 12}]
  - id: m3
    title: Waits
    unit: weeks
    better: lower
    outcomes: [o1]
    target: {value: 4, by: March 2027}
    readings: [{period: 2024/25, value: 9}, {period: 2025/26, value: 9}]
  - {id: m4, title: Homes, unit: count, better: neither, frequency: monthly, readings: [
      {period: 2024/25, value: 20}, {period: 2025/26, value: 30}]}
  - {id: m5, title: Not begun, unit: count, better: higher, target: {value: 9, by: March 2027}, outcomes: [o7]}
"""
PLAN = "actions: []"


def test_a_measure_stands_once_under_the_first_outcome_it_names() -> None:
    view = small_paper(measures=MEASURES, plan=PLAN).section("measures")
    found = {group.title.partition(":")[0]: [line.id for line in group.measures] for group in view.groups}
    assert found == {"Outcome 1": ["m3"], "Outcome 2": ["m1", "m2"], "Outcome 7": ["m5"], "Other measures": ["m4"]}
    assert list(found)[-1] == "Other measures"
    assert view.groups[1].caption.text == "Measures of Outcome 2"


def test_targets_and_directions_are_counted_in_sentences() -> None:
    text = prose(small_paper(measures=MEASURES, plan=PLAN).section("measures"))
    assert (
        "5 measures are followed. 4 have a target: 1 meets it, 1 is close to it, 1 is off course for it "
        "and 1 cannot be judged." in text
    )
    assert (
        "Compared with the figure before, 1 got better, 1 got worse, 1 stayed the same "
        "and 1 moved where neither way is better." in text
    )
    assert "1 has no figure yet. A new figure is overdue for 1." in text
    assert "Better and worse go by what is good for children" in text
    assert "Close means" in text


def test_no_target_at_all_is_said_plainly() -> None:
    measures = "measures: [{id: m1, title: Homes, unit: count, better: higher, outcomes: [o1]}]"
    text = prose(small_paper(measures=measures, plan=PLAN).section("measures"))
    assert "One measure is followed. No target has been set for it." in text
    assert "Better and worse" not in text


def test_a_small_number_is_counted_as_held_back_and_not_as_better() -> None:
    measures = """
measures:
  - {id: m1, title: Children moved, unit: count, counts_people: true, better: lower, outcomes: [o1], readings: [
      {period: 2024/25, value: 40}, {period: 2025/26, value: 3}]}
"""
    public = prose(small_paper(measures=measures, plan=PLAN).section("measures"))
    assert "The latest figure of 1 measure is held back" in public
    assert "better" not in public
    inside = prose(small_paper("audience: internal\n", measures=measures, plan=PLAN).section("measures"))
    assert "held back" not in inside
    assert "1 got better" in inside


def test_without_measures_nothing_is_said_and_no_number_is_taken() -> None:
    assert small_paper(measures="measures: []", plan=PLAN).leaves_out("measures")


def test_a_figure_that_is_suppressed_is_no_figure_to_count() -> None:
    view = SmallPaper(everything.TEXTS).section("measures")
    lines = {line.id: line for group in view.groups for line in group.measures}
    assert lines["m1"].figure == "14.5%"
    assert lines["m3"].figure == "No figure yet"


def test_one_target_alone_reads_as_a_sentence() -> None:
    measures = """
measures:
  - {id: m1, title: Seen, unit: percent, better: higher, outcomes: [o1], target: {value: 9, by: March 2027}, readings: [
      {period: 2025/26, value: 10}]}
"""
    assert "One measure is followed. It has a target, and meets it." in prose(
        small_paper(measures=measures, plan=PLAN).section("measures")
    )


def test_targets_without_a_figure_cannot_be_judged() -> None:
    measures = "measures: [{id: m1, title: A, unit: count, better: higher, target: {value: 9, by: March 2027}}]"
    text = prose(small_paper(measures=measures, plan=PLAN).section("measures"))
    assert "1 has a target, and none can be judged yet." in text
