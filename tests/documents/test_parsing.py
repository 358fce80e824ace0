"""Reading a text into plain data: quickly where it is sound, with care where it is not."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from coparent.diagnostics import Place
from coparent.documents.composing import compose
from coparent.documents.parsing import parse
from coparent.documents.scalars import WHERE, Quoted, value_at
from tests.documents.samples import Sample, samples

PLANS = sorted((Path(__file__).parents[2] / "plans").rglob("*.yaml"))


def without_places(data: Any) -> Any:
    """Data that can be compared: what is quoted is marked, and each record's place is a text."""
    if isinstance(data, dict):
        return {key: repr(value) if key == WHERE else without_places(value) for key, value in data.items()}
    if isinstance(data, tuple):
        return tuple(map(without_places, data))
    return ("quoted", str(data)) if isinstance(data, Quoted) else data


def as_values(data: Any) -> Any:
    """Data with nothing but what its writer wrote."""
    if isinstance(data, dict):
        return {key: as_values(value) for key, value in data.items() if key != WHERE}
    return tuple(map(as_values, data)) if isinstance(data, tuple) else data


def test_the_shipped_plans_are_found() -> None:
    assert len(PLANS) > 10


@pytest.mark.parametrize("file", PLANS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_shipped_plan_reads_the_same_quickly_and_with_care(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    document = parse("x.yaml", text)
    assert document.is_readable
    assert document.diagnostics == ()
    assert without_places(document.data) == without_places(compose("x.yaml", text).data)


@given(samples())
@settings(max_examples=80, deadline=None)
def test_any_sound_text_reads_as_written_quickly_and_with_care(sample: Sample) -> None:
    document, composition = parse("x.yaml", sample.text), compose("x.yaml", sample.text)
    assert composition.is_whole
    assert composition.diagnostics == ()
    assert as_values(document.data) == sample.data
    assert without_places(document.data) == without_places(composition.data)


@pytest.mark.parametrize("written", ["3.10", "007", "2026", "no", "on", "yes", "2026-02-30", "1e3", "0x1f"])
def test_a_plain_value_is_the_text_it_looks_like(written: str) -> None:
    assert value_at(parse("x.yaml", f"a: {written}\n").data, ["a"]) == written


def test_quotes_are_remembered() -> None:
    data = parse("x.yaml", "a: 5\nb: '5'\nc: \"5\"\nd: |\n  5\n").data
    assert [isinstance(value_at(data, key), Quoted) for key in "abcd"] == [False, True, True, True]


def test_a_field_with_nothing_after_it_is_left_out_and_an_empty_text_is_not() -> None:
    document = parse("x.yaml", "a:\nb: ''\nc: # nothing but a comment\nd: []\n")
    assert as_values(document.data) == {"b": "", "d": ()}


def test_an_empty_item_keeps_its_place() -> None:
    assert as_values(parse("x.yaml", "a:\n  -\n  - x\n").data) == {"a": (None, "x")}


@pytest.mark.parametrize("text", ["", "\n", "   \n\n", "# nothing\n", "---\n", "--- # nothing\n"])
def test_a_text_with_nothing_in_it_has_no_data_and_can_be_read(text: str) -> None:
    document = parse("x.yaml", text)
    assert (document.data, document.diagnostics, document.is_readable) == (None, (), True)


def test_every_record_knows_its_place() -> None:
    data = parse("plans/x.yaml", "actions:\n  - id: a\n    milestones: [{id: m}]\n").data
    place = value_at(data, ["actions", 0, "milestones", 0, WHERE])
    assert isinstance(place, Place)
    assert (place.path, place.route) == ("plans/x.yaml", ("actions", 0, "milestones", 0))


@pytest.mark.parametrize("text", ["a: [b\n", "a: b: c\n", "a: 'b\n", "a:\n\t- b\n", "a: @b\n", "%x\n", "a: b\n c: d\n"])
def test_a_text_that_makes_no_sense_has_one_finding_and_no_data(text: str) -> None:
    document = parse("x.yaml", text)
    assert [diagnostic.rule for diagnostic in document.diagnostics] == ["yaml-syntax"]
    assert document.data is None
    assert not document.is_readable
