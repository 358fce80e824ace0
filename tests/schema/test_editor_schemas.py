"""The JSON Schemas for editors: they take every sound plan, refuse faulty ones, and explain each field."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from coparent.schema.editor import build_schema, write_schema
from coparent.schema.kinds import KINDS
from coparent.schema.shapes import shapes
from tests.workspaces import SMALLEST

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "plans").rglob("*.yaml"))


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2's core values, as editors read them: a date is a text, and so are yes, no and on."""


AsEditorsRead.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read(text: str) -> Any:
    return yaml.load(text, AsEditorsRead)  # noqa: S506 - a safe loader with less in it.


def class_of(kind: str) -> Any:
    return KINDS[kind]


def every_property(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from every_property(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from every_property(value)


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_every_schema_is_sound_draft_07(kind: str | None) -> None:
    jsonschema.Draft7Validator.check_schema(build_schema(kind))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_shipped_plans_are_taken_by_their_own_schema_and_by_the_one_for_all(path: Path) -> None:
    data = read(path.read_text(encoding="utf-8"))
    for kind in (None, data["kind"]):
        jsonschema.Draft7Validator(build_schema(kind)).validate(data)


@pytest.mark.parametrize("kind", ["strategy", "plan", "updates", "settings", "paper"])
def test_an_optional_field_with_nothing_after_it_is_taken(kind: str) -> None:
    """Only fixed values and groups of fields are shown as missing something: there an editor has more to offer."""
    data, schema = read(SMALLEST[kind]), build_schema(kind)
    optional = [name for name, shape in shapes(class_of(kind)).items() if not shape.is_needed]
    plain = [
        name for name in optional if "type" in schema["properties"][name] and "enum" not in schema["properties"][name]
    ]
    assert plain
    for name in plain:
        jsonschema.Draft7Validator(schema).validate({**data, name: None})


@pytest.mark.parametrize(
    "fault",
    [
        {"status": "agreed"},
        {"titel": "Home plan"},
        {"actions": "none"},
        {"actions": [{"id": "Home 1", "title": "Open"}]},
        {"risks": [{"id": "r", "title": "Rain", "likelihood": 6, "impact": 1, "status": "open"}]},
        {"period": {"start": "April 2026"}},
        {"actions": [{"id": "a", "title": "Open", "updates": [{"on": "2026-01-01", "stage": "done", "summary": "x"}]}]},
    ],
)
def test_a_fault_of_shape_is_refused(fault: dict[str, Any]) -> None:
    data = {**read(SMALLEST["plan"]), **fault}
    assert not jsonschema.Draft7Validator(build_schema("plan")).is_valid(data)
    assert not jsonschema.Draft7Validator(build_schema()).is_valid(data)


@pytest.mark.parametrize("value", ["3.10", "007", "2026", "no", "Home"])
def test_a_text_field_takes_what_looks_like_something_else(value: str) -> None:
    text = SMALLEST["plan"].replace("title: Home plan", f"title: {value}")
    jsonschema.Draft7Validator(build_schema("plan")).validate(read(text))


def test_no_union_with_nothing_and_no_trace_of_the_program_is_in_a_schema() -> None:
    text = write_schema()
    assert '{"type": "null"}' not in json.dumps(json.loads(text))
    assert "\\u0000" not in text
    assert "where" not in {name for name, _ in every_property(json.loads(text))}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained_and_every_fixed_value_too(kind: str) -> None:
    for name, field in every_property(build_schema(kind)):
        assert field.get("description") or "$ref" in field or name in KINDS, name
        if "enum" in field and all(isinstance(value, str) for value in field["enum"]):
            assert len(field["enumDescriptions"]) == len(field["enum"]), name
