"""PyYAML's own parser, for a Python without libyaml: slower, and the same in everything else."""

from typing import Any

import pytest
from hypothesis import given, settings

from coparent.documents import events
from coparent.documents.annotated_source import annotate_source
from coparent.documents.composing import compose
from coparent.documents.nodes import MappingNode, Node, ScalarNode, SequenceNode
from coparent.documents.parsing import Document, parse
from tests.documents.samples import Sample, samples
from tests.documents.test_parsing import PLANS, without_places

FAULTS = (
    "a: &one x\nb: *one\nc: !two y\n<<: *one\n[d]: e\nf: g\nf: h\ni: !three &four [j, *one]\n",
    "a: b\n---\nc: d\n",
    f"a: {'[' * 40}{']' * 40}\nb: *c\n",
    "a: We see\n  - one\n  - two\nb: Agreed by panel #4\nc: >\n  - one\n  - two\n",
    "{a: b, c, d: e}\n",
    "a: [b\n",
    "a: b: c\n",
    "a: 'b\nc: d\n",
    "a:\n\tb: c\n",
    "a: @b\n",
    "a: b\n c: d\n",
    "a: %b\n",
    "a: b\nc\n",
    "a: \x00\n",
    "a: b\n<<<<<<< x\n",
)


def parse_purely(text: str) -> Document:
    """Read a text as where PyYAML came without its C extension."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "HAS_LIBYAML", False)
        return parse("x.yaml", text)


def regions(node: Node | None) -> list[Any]:
    """A node, by the characters it takes up and what it holds."""
    if isinstance(node, MappingNode):
        return [node.region, *(regions(part) for entry in node.entries for part in entry)]
    if isinstance(node, SequenceNode):
        return [node.region, *map(regions, node.items)]
    return [node.region, node.value] if isinstance(node, ScalarNode) else []


@given(samples())
@settings(max_examples=30, deadline=None)
def test_any_sound_text_reads_the_same(sample: Sample) -> None:
    document, root = parse("x.yaml", sample.text), regions(compose("x.yaml", sample.text).root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "HAS_LIBYAML", False)
        assert regions(compose("x.yaml", sample.text).root) == root
    pure = parse_purely(sample.text)
    assert without_places(pure.data) == without_places(document.data)
    assert pure.diagnostics == document.diagnostics


@pytest.mark.parametrize("text", ["a: \x85é\u2028 'b'\n", 'b: "x\u2028y\x85z"\n', "a: 😀\r\nb: |\r\n  住\r\n"])
def test_the_line_breaks_that_only_yaml_knows_are_read_the_same(text: str) -> None:
    assert without_places(parse_purely(text).data) == without_places(parse("x.yaml", text).data)


@pytest.mark.parametrize("text", FAULTS)
def test_the_same_faults_are_found_at_the_same_places(text: str) -> None:
    document, pure = parse("x.yaml", text), parse_purely(text)
    assert document.diagnostics
    assert pure.diagnostics == document.diagnostics
    assert without_places(pure.data) == without_places(document.data)


def test_a_shipped_plan_reads_the_same() -> None:
    text = PLANS[0].read_text(encoding="utf-8")
    written = annotate_source("x.yaml", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "HAS_LIBYAML", False)
        pure = annotate_source("x.yaml", text)
    assert (pure.values, pure.comments) == (written.values, written.comments)
    assert without_places(parse_purely(text).data) == without_places(written.data)
