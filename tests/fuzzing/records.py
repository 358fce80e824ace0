"""YAML built from the shape of every record: sound, or slightly broken, in every form that YAML has for a value."""

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from coparent.schema.kinds import KINDS
from coparent.schema.record import Record
from coparent.schema.shapes import FieldShape, shapes
from tests.fuzzing.words import ADDRESSES, DATES, HOSTILE, NUMBERS, PLAIN, pick_text

Value: TypeAlias = "str | list[Value] | list[tuple[str, Value]]"

IDS = ("a1", "a2", "a3", "b1", "ecc", "icb", "o1", "o2", "home", "m1", "m2", "p1", "r1", "board", "paper", "home-plan")
"""Few, so that records meet."""
_ODD_KEYS = (
    "id",
    "kind",
    "duue",
    "Titel",
    "??",
    "",
    "null",
    "<<",
    "=",
    "on",
    "1",
    "title ",
    "ид",
    "__class__",
    "where",
)
_DEEPEST = 6


class Tree(list[tuple[str, "object"]]):
    """The fields of a record, in their order; a name may come twice."""


def build_file(random: Random, kind: str, broken: float) -> str:
    """A file of a kind as YAML. `broken` is how likely each value is to be wrong."""
    fields = build_record(random, KINDS[kind], broken, 0)
    fields = Tree((name, kind if name == "kind" and random.random() < 0.97 else value) for name, value in fields)
    return write(random, fields, 0) + random.choice(("", "", "\n", "...\n", "# the end", "  # coparent: ignore[x] y\n"))


def build_record(random: Random, record: type[Record], broken: float, depth: int) -> Tree:
    """The fields of one record."""
    tree = Tree()
    for name, shape in shapes(record).items():
        wanted = 0.97 if shape.is_needed else (0.9 if depth == 0 else 0.35)
        if random.random() < wanted:
            tree.append((name, _build_field(random, shape, broken, depth)))
    if random.random() < broken:
        tree.append((random.choice((*_ODD_KEYS, *shapes(record))), pick_text(random)))
    if random.random() < broken:
        random.shuffle(tree)
    return tree


def _build_field(random: Random, shape: FieldShape, broken: float, depth: int) -> object:
    if random.random() < broken:
        return _build_junk(random, depth)
    if shape.is_list:
        return [_build_item(random, shape, broken, depth) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    return _build_item(random, shape, broken, depth)


def _build_item(random: Random, shape: FieldShape, broken: float, depth: int) -> object:
    if shape.entries is not None:
        names = [random.choice((*PLAIN, "green", "long-title", "no-lead", *HOSTILE[:10])) for _ in range(2)]
        return Tree((name, _build_item(random, shape.entries, broken, depth)) for name in names)
    if shape.record is not None and depth < _DEEPEST and not (shape.record_only is None and random.random() < 0.5):
        return build_record(random, shape.record, broken, depth + 1)
    if shape.choices is not None:
        return random.choice([*shape.choices.meanings, *list(shape.choices.synonyms)[:2]])
    if shape.refers is not None or shape.identifies is not None:
        return random.choice(IDS) if random.random() < 0.9 else f"{random.choice(IDS)}-{random.randrange(40)}"
    return _build_words(random, shape)


def _build_words(random: Random, shape: FieldShape) -> str:
    words = shape.noun.words
    for sign, sources in (("date", DATES), ("length", DATES), ("number", NUMBERS), ("month", DATES)):
        if sign in words:
            return random.choice(sources)
    if shape.name == "url":
        return random.choice(ADDRESSES)
    if shape.name == "template":
        return random.choice(("committee-paper", "young-people", "highlight", "partner-brief", "own", "nowhere"))
    if any(sign in words for sign in ("period", "timescale", "day")) or shape.name in ("on", "due", "until", "by"):
        return random.choice(DATES)
    return pick_text(random)


def _build_junk(random: Random, depth: int) -> object:
    make: Sequence[Callable[[], object]] = (
        lambda: pick_text(random),
        lambda: random.choice(DATES),
        lambda: random.choice(NUMBERS),
        list,
        Tree,
        lambda: [pick_text(random)] * random.choice((1, 2, 9)),
        lambda: Tree([(random.choice(_ODD_KEYS), pick_text(random))]),
        lambda: [[[]]] if depth < _DEEPEST else "",
    )
    return random.choice(make)()


def write(random: Random, value: object, indent: int) -> str:
    """A value as YAML in one of its forms; now and then in one that YAML refuses."""
    pad = " " * indent
    if isinstance(value, (Tree, list)) and (not value or (indent > 0 and random.random() < 0.25)):
        return f" {_write_flow(random, value)}\n"
    if isinstance(value, Tree):
        lines = "".join(f"{pad}{_write_key(random, name)}:{write(random, item, indent + 2)}" for name, item in value)
        return f"\n{lines}" if indent else lines
    if isinstance(value, list):
        return "\n" + "".join(f"{pad}-{_write_item(random, item, indent + 2)}" for item in value)
    return _write_scalar(random, str(value), indent)


def _write_item(random: Random, item: object, indent: int) -> str:
    text = write(random, item, indent)
    return f" {text.lstrip()}" if isinstance(item, Tree) and text.startswith("\n") else text


def _write_key(random: Random, name: str) -> str:
    if random.random() < 0.98 and name.replace("_", "").replace("-", "").isalnum():
        return name
    return json.dumps(name, ensure_ascii=False)


def _write_flow(random: Random, value: object) -> str:
    if isinstance(value, Tree):
        return "{" + ", ".join(f"{_write_key(random, name)}: {_write_flow(random, item)}" for name, item in value) + "}"
    if isinstance(value, list):
        return f"[{', '.join(_write_flow(random, item) for item in value)}]"
    text = str(value)
    is_simple = text and all(character.isalnum() or character in " -/." for character in text)
    return text if is_simple or random.random() < 0.02 else json.dumps(text, ensure_ascii=random.random() < 0.5)


def _write_scalar(random: Random, text: str, indent: int) -> str:
    form = random.random()
    pad = " " * indent
    body = f"\n{pad}".join(text.split("\n"))
    if form < 0.5 and "\n" not in text:
        comment = random.choice(("", "", "", "", " # why", "  # coparent: ignore[long-title, no-lead] agreed", " #4 x"))
        return f" {text}{comment}\n"
    if form < 0.75:
        return f" {json.dumps(text, ensure_ascii=False)}\n"
    if form < 0.82:
        return f" '{body.replace(chr(39), chr(39) * 2)}'\n"
    if form < 0.97:
        return f" {random.choice('|>')}{random.choice(('', '-', '+', '2', '', ''))}\n{pad}{body}\n"
    return random.choice((f" &x {text}\n", " *x\n", f" !!str {text}\n", f" ? {text}\n", f"\t{text}\n", f"\n{text}\n"))
