"""Does by machine what a `fix:` line says, as a person would who types it literally.

The forms are those of coparent/advice.py. A file that YAML can read is changed as a tree of nodes; what is wrong with
the writing of a file is mended in its lines.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from coparent.diagnostics import Diagnostic, Key, Part
from tests.printed_lines import CannotBeDone, is_typed_without_code, rename, retype, split
from tests.workspaces import write_node

Files: TypeAlias = dict[str, str]
_NOT_COMMENT = re.compile(r"^\s*[^#\s]", re.MULTILINE)
FIELD = re.compile(r"([a-z][a-z_-]*):(?: |$)")
PREFIX = re.compile(r"(?:in (?P<path>\S+), )?(?:under (?P<id>[^\s,]+), )?(?P<verb>.*)")


@dataclass(frozen=True)
class Step:
    """One thing to do: the verb, what is typed, and the record it is for where it is not the finding's own."""

    verb: str
    codes: tuple[str, ...]
    path: str = ""
    id: str = ""


JOINTS = ("and", "and below it", "the item", "out", "")
"""What may stand between two things to type; a word on when to type it ("if it counts no people") may stand behind."""


def alternatives(help: str) -> Iterator[tuple[Step, ...]]:
    """The ways to mend that a fix offers, each as its steps; a way that is only words, for a person, is left out."""
    verb = ""
    for advice in re.split(r"[;,]? {1,2}or(?= )", help):
        has_verb = not advice.startswith("  ") or advice.startswith(f"  {verb}  ")
        steps = tuple(_steps(advice.strip() if has_verb else f"{verb}{advice}"))
        verb = steps[-1].verb if steps else verb
        if steps and all(step.codes or is_typed_without_code(step.verb) for step in steps):
            yield steps


def _steps(advice: str) -> Iterator[Step]:
    words, codes = "", list[str]()
    for place, token in enumerate(re.split(r" {2,}", advice)):
        if place % 2:
            codes.append(token)
        elif not words or not (token.startswith("if ") or token.strip(" ,;.") in JOINTS):
            if words:
                yield _step(words, codes)
            words, codes = token, []
    if words:
        yield _step(words, codes)


def _step(words: str, codes: Sequence[str]) -> Step:
    found = PREFIX.fullmatch(words.strip(" ,;."))
    assert found is not None
    verb = found["verb"].removeprefix("and ").removesuffix(", and")
    return Step(verb, tuple(codes), found["path"] or "", found["id"] or "")


def apply(step: Step, finding: Diagnostic, files: Mapping[str, str]) -> Files:
    """The files after a step is done."""
    path = step.path or finding.path
    if path not in files:
        raise CannotBeDone(f"there is no file {path}")
    root = _compose(files[path])
    if root is None and step.verb == "add a line" and not _NOT_COMMENT.search(files[path]):
        return {**files, path: f"{files[path].rstrip()}\n{step.codes[0]}\n"}
    if root is None or finding.spot.region is not None:
        if step.verb == "end its name in .yaml:":
            return rename(step.codes, path, files)
        if step.verb.startswith("split at line"):
            return split(step.verb, path, files)
        return {**files, path: retype(step.verb, step.codes, finding, files[path])}
    route = _route(step, finding, root)
    _ACTS.get(step.verb, _cannot)(step, finding, root, route)
    return {**files, path: write_node(root)}


def normalise(files: Mapping[str, str]) -> Files:
    """The files as they are written after a change that changes nothing: comments and the way of writing go."""
    return {path: text if (root := _compose(text)) is None else write_node(root) for path, text in files.items()}


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text)
    except yaml.YAMLError:
        return None


def _route(step: Step, finding: Diagnostic, root: yaml.Node) -> tuple[Key, ...]:
    if step.id:
        return _find_id(step.id, root)
    if step.path and step.path != finding.path:
        return ()
    return finding.spot.place.route


def _find_id(identity: str, root: yaml.Node) -> tuple[Key, ...]:
    for route, node in _walk(root, ()):
        if isinstance(node, yaml.MappingNode) and any(
            key.value == "id" and value.value == identity for key, value in node.value
        ):
            return (*route, "id")
    raise CannotBeDone(f"there is no {identity}")


def _walk(node: yaml.Node, route: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], yaml.Node]]:
    yield route, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, (*route, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*route, index))


def _node_at(root: yaml.Node, route: tuple[Key, ...]) -> yaml.Node | None:
    node: yaml.Node | None = root
    for key in route:
        node = _child(node, key)
    return node


def _child(node: yaml.Node | None, key: Key) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]  # type: ignore[no-any-return]
    return None


def _record(root: yaml.Node, route: tuple[Key, ...]) -> tuple[yaml.MappingNode, Key | None]:
    """The record that the caret is in, and the field of it that the caret is at or below."""
    node = _node_at(root, route)
    field: Key | None = None
    while not isinstance(node, yaml.MappingNode):
        if not route:
            raise CannotBeDone("the caret is in no record")
        field, route = route[-1], route[:-1]
        node = _node_at(root, route)
    return node, field


def _value(code: str) -> yaml.Node:
    node = yaml.compose(code)
    if node is None:
        raise CannotBeDone("nothing is to be typed")
    return node


def _entries(codes: tuple[str, ...]) -> list[tuple[yaml.Node, yaml.Node]]:
    nodes = [yaml.compose(code) for code in codes]
    if not nodes or not all(isinstance(node, yaml.MappingNode) and len(node.value) == 1 for node in nodes):
        raise CannotBeDone(f"these are no lines of fields: {codes}")
    return [node.value[0] for node in nodes if node is not None]


def _write(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    is_key = finding.spot.part is Part.KEY
    if step.codes and all(FIELD.match(code) or (is_key and ": " in code) for code in step.codes):
        _write_lines(step, finding, root, route)
    elif len(step.codes) != 1:
        raise CannotBeDone(f"two values for one place: {step.codes}")
    elif finding.spot.words is not None:
        _replace_words(_scalar(root, route), finding, step.codes[0])
    elif finding.spot.part is Part.KEY:
        raise CannotBeDone(f"the caret is under a field: {step.codes}")
    else:
        _replace(root, route, _value(step.codes[0].removeprefix("- ")))


def _write_lines(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    is_key = finding.spot.part is Part.KEY and not step.id
    record, field = _record(root, route[:-1] if is_key else route)
    field = route[-1] if is_key else field
    typed = _entries(step.codes)
    names = {key.value for key, _ in typed}
    if {key.value for key, _ in record.value if key.value != field} & names and field not in names:
        names -= {field}
    place = next((index for index, (key, _) in enumerate(record.value) if key.value == (field or "")), None)
    if place is None or (field not in names and any(key.value in names for key, _ in record.value)):
        place = next((index for index, (key, _) in enumerate(record.value) if key.value in names), None)
    if place is None:
        raise CannotBeDone(f"there is no line to write {step.codes} over")
    kept_before = [entry for entry in record.value[:place] if entry[0].value not in names]
    kept_after = [entry for entry in record.value[place + 1 :] if entry[0].value not in names]
    record.value = [*kept_before, *typed, *kept_after]


def _scalar(root: yaml.Node, route: tuple[Key, ...]) -> yaml.ScalarNode:
    node = _node_at(root, route)
    if not isinstance(node, yaml.ScalarNode):
        raise CannotBeDone("there are no words at the caret")
    return node


def _replace_words(node: yaml.ScalarNode, finding: Diagnostic, typed: str) -> None:
    assert finding.spot.words is not None
    text, words = node.value, finding.spot.words.text
    start = -1
    for _ in range(finding.spot.words.before + 1):
        start = text.find(words, start + 1)
    if start < 0:
        raise CannotBeDone(f"{words} does not stand there")
    node.value = " ".join(f"{text[:start]}{typed}{text[start + len(words) :]}".split(" "))


def _replace(root: yaml.Node, route: tuple[Key, ...], value: yaml.Node) -> None:
    parent = _node_at(root, route[:-1])
    if isinstance(parent, yaml.MappingNode):
        parent.value = [(key, value if key.value == route[-1] else old) for key, old in parent.value]
    elif isinstance(parent, yaml.SequenceNode) and isinstance(route[-1], int):
        parent.value[route[-1]] = value
    else:
        raise CannotBeDone("there is no value at the caret")


def _add_lines(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    record, _ = _record(root, route)
    typed = _entries(step.codes)
    # Where a field is written with nothing in it, a person fills it in.
    record.value = [
        (key, value) for key, value in record.value if not isinstance(value, yaml.SequenceNode) or value.value
    ]
    there = {key.value for key, _ in record.value} & {key.value for key, _ in typed}
    if there:
        raise CannotBeDone(f"{there} is there already")
    record.value += typed


def _add_item(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    if len(step.codes) != 2:
        raise CannotBeDone(f"a list and an item are needed: {step.codes}")
    field = step.codes[0].rstrip(":")
    item = _value(step.codes[1])
    holder: yaml.Node | None = None
    for end in range(len(route), -1, -1):
        holder = _child(_node_at(root, route[:end]), field)
        if holder is not None or (end and isinstance(_node_at(root, route[:end]), yaml.MappingNode)):
            break
    if not isinstance(holder, yaml.SequenceNode) or not isinstance(item, yaml.SequenceNode):
        raise CannotBeDone(f"there is no list {field}")
    holder.value += item.value


def _take_out(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    (code,) = step.codes
    node = _node_at(root, route)
    if isinstance(node, yaml.ScalarNode) and code in node.value and node.value != code:
        node.value = node.value.replace(code, "", 1)
        return
    if finding.spot.part is not Part.KEY and isinstance(node, yaml.ScalarNode) and node.value == code:
        _drop(root, route)
        return
    record, _ = _record(root, route)
    name = code.partition(":")[0]
    if all(key.value != name for key, _ in record.value):
        raise CannotBeDone(f"there is no {code} to take out")
    record.value = [(key, value) for key, value in record.value if key.value != name]


def _take_line_out(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    if route and route[-1] == "id":
        route = route[:-1]
    _drop(root, route)


def _take_item_out(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    while route and not isinstance(route[-1], int):
        route = route[:-1]
    _drop(root, route)


def _drop(root: yaml.Node, route: tuple[Key, ...]) -> None:
    parent = _node_at(root, route[:-1])
    if isinstance(parent, yaml.MappingNode):
        parent.value = [entry for entry in parent.value if entry[0].value != route[-1]]
    elif isinstance(parent, yaml.SequenceNode) and isinstance(route[-1], int):
        del parent.value[route[-1]]
    else:
        raise CannotBeDone("there is nothing at the caret to take out")


def _put_hyphen(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    node = _node_at(root, route)
    if not isinstance(node, yaml.MappingNode) or not step.codes[0].startswith(f"- {node.value[0][0].value}:"):
        raise CannotBeDone("there are no fields below it that begin so")
    _replace(root, route, yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=False))


def _cannot(step: Step, finding: Diagnostic, root: yaml.Node, route: tuple[Key, ...]) -> None:
    raise CannotBeDone(f"{step.verb!r} is no form of a fix")


_ACTS: Mapping[str, Callable[[Step, Diagnostic, yaml.Node, tuple[Key, ...]], None]] = {
    "write": _write,
    "add a line": _add_lines,
    "add the lines": _add_lines,
    "add under": _add_item,
    "take out": _take_out,
    "take the line": _take_out,
    "take this line out": _take_line_out,
    "take this item out": _take_item_out,
    "put a hyphen in place of two spaces before its first line:": _put_hyphen,
}
