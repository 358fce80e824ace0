"""What holds of every command, whatever the workspace is."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema  # type: ignore[import-untyped]
import yaml

from tests.fuzzing.attempts import PLANTED

SARIF = Path(__file__).parents[1] / "reporters" / "data" / "sarif-2.1.0.json"
SAID_TWICE = ["check", "--format", "json"]
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BUGS = ("Traceback (most recent call last)", "fault of its own", "could not judge")
_BETWEEN = re.compile("[\\s./_\u00ad\u200b\u2010-\u2015-]")
_DIGITS = PLANTED.replace(" ", "")
_PARTS = tuple(_DIGITS[place : place + 6] for place in range(len(_DIGITS) - 5))
_COMMAND = re.compile(r"^\s*::(?!error |warning |notice |stop-commands::|coparent-)\S|##\[", re.MULTILINE)


@dataclass(frozen=True)
class Ran:
    """What a command came to: its exit code, or what escaped, and the bytes it wrote."""

    code: int | str
    out: bytes
    err: bytes


class BrokenError(Exception):
    """Something that no command may do: `what` in a few words, and what was seen."""

    def __init__(self, what: str, seen: object = "") -> None:
        self.what, self.seen = what, str(seen)
        super().__init__(what)


TypeIn: TypeAlias = Callable[[Sequence[str]], Ran]


def hold(files: Mapping[str, bytes], arguments: Sequence[str], folder: Path, type_in: TypeIn) -> None:
    """Type a command, and raise BrokenError for whatever it did that none may do."""
    ran = type_in(arguments)
    if ran.code not in (0, 1, 2):
        raise BrokenError("an exception escapes", ran.code)
    out, err = (_decode(stream) for stream in (ran.out, ran.err))
    for text in (out, err):
        for bug in _BUGS:
            if bug in text:
                raise BrokenError("a bug is reported", text[max(0, text.index(bug) - 200) : text.index(bug) + 500])
        _hold_inert(text, arguments)
    _hold_secret(files, out + err)
    if out and ran.code in (0, 1):
        _hold_format(arguments, out, files)
    if "--fix" in arguments or "--diff" in arguments:
        _hold_fixes(files, arguments, folder, type_in)
    elif arguments == SAID_TWICE and type_in(arguments) != ran:
        raise BrokenError("the same command says something else the second time")


def _decode(stream: bytes) -> str:
    try:
        return stream.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenError("the output is not UTF-8", error) from None


def _hold_inert(text: str, arguments: Sequence[str]) -> None:
    if raw := _RAW.search(text.replace("\r\n", "\n") if "csv" in arguments else text):
        raise BrokenError("a control character is printed", repr(text[max(0, raw.start() - 80) : raw.end() + 40]))
    if "GITHUB_ACTIONS=true" in arguments:
        left = re.sub(r"::stop-commands::(\S+)\n.*?::\1::\n", "", text, flags=re.DOTALL)
        if command := _COMMAND.search(left):
            raise BrokenError("a workflow command is printed", repr(left[command.start() : command.end() + 80]))


def _hold_secret(files: Mapping[str, bytes], text: str) -> None:
    """Hold that the planted number is not printed, where it stands in the files as it was planted, and only so."""
    all_files = b"\n".join([*files.values(), *(name.encode() for name in files)])
    planted = len(re.findall(rb"(?<![A-Za-z0-9])NHS number %s(?![A-Za-z0-9])" % PLANTED.encode(), all_files))
    if not planted or b"contacts" in all_files:
        return
    plain = _BETWEEN.sub("", all_files.decode("utf-8", "replace"))
    if any(plain.count(part) != planted for part in _PARTS):
        return
    printed = _BETWEEN.sub("", text)
    for part in _PARTS:
        if part in printed:
            raise BrokenError("a planted number is printed", printed[max(0, printed.index(part) - 100) :][:200])


def _hold_format(arguments: Sequence[str], out: str, files: Mapping[str, bytes]) -> None:
    form = arguments[arguments.index("--format") + 1] if "--format" in arguments else ""
    form = "json" if "--context" in arguments else form
    try:
        _read_format(form, out, files)
    except (ValueError, ET.ParseError, csv.Error) as error:
        raise BrokenError(f"the {form} cannot be read", f"{error}\n{out[:500]}") from None
    if "html" in arguments and "own" not in arguments:
        _Page(out)


def _read_format(form: str, out: str, files: Mapping[str, bytes]) -> None:
    match form:
        case "json" | "gitlab":
            value = json.loads(out)
            if isinstance(value, dict) and "diagnostics" in value:
                _hold_places(value["diagnostics"], files)
        case "sarif":
            _hold_sarif(json.loads(out))
        case "jsonl":
            [json.loads(line) for line in out.splitlines()]
        case "junit":
            ET.fromstring(out)  # noqa: S314 - it is our own.
        case "csv":
            widths = {len(row) for row in csv.reader(io.StringIO(out), strict=True)}
            if len(widths) > 1:
                raise BrokenError("the rows of a table differ", out[:500])
        case _:
            pass


@cache
def _sarif_validator() -> Any:
    return jsonschema.Draft7Validator(json.loads(SARIF.read_text(encoding="utf-8")))


def _hold_sarif(log: object) -> None:
    if error := next(_sarif_validator().iter_errors(log), None):
        raise BrokenError("the schema of SARIF is broken", f"{list(error.absolute_path)}: {error.message[:300]}")


def _hold_places(diagnostics: Sequence[Mapping[str, Any]], files: Mapping[str, bytes]) -> None:
    for found in diagnostics:
        for place in (found, *found["related"]):
            content = files.get(place["path"])
            if content is None:
                continue  # A path with what was redacted, or with what cannot be printed.
            lines = len(re.split(b"\r\n|[\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9]", content))
            if not (1 <= place["line"] <= place["end_line"] <= max(lines, 1) and place["column"] >= 1):
                raise BrokenError("a finding lies outside its file", place)


class _Page(HTMLParser):
    """Refuses whatever could run or load anything."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "base", "form", "link"):
            raise BrokenError("a paper has a live tag", tag)
        for name, value in attrs:
            if name.startswith("on"):
                raise BrokenError("a paper has a live attribute", name)
            if name in ("href", "src") and not re.match(r"https?://|mailto:|tel:|#|data:", value or "", re.IGNORECASE):
                raise BrokenError("a paper leads somewhere else", value)


def _hold_fixes(files: Mapping[str, bytes], arguments: Sequence[str], folder: Path, type_in: TypeIn) -> None:
    """Hold that --diff writes nothing, and that --fix keeps every value and has nothing more to mend afterwards."""
    mended = {name: (folder / name).read_bytes() for name in files}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    try:
        if there != set(files):
            raise BrokenError("something is left behind", sorted(there ^ set(files)))
        if "--diff" in arguments and mended != dict(files):
            raise BrokenError("--diff changes a file")
        for name, content in files.items():
            if name.endswith((".yaml", ".yml")) and mended[name] != content:
                _hold_shape(content, mended[name])
        if "--fix" in arguments:
            type_in(arguments)
            if changed := [name for name in files if (folder / name).read_bytes() != mended[name]]:
                raise BrokenError("--fix mends again", changed)
    finally:
        for name, content in files.items():
            (folder / name).write_bytes(content)


def _hold_shape(before: bytes, after: bytes) -> None:
    shape = _shape_of(before)
    if shape is not None and _shape_of(after) != shape:
        raise BrokenError("--fix changes what a file holds", after.decode("utf-8", "replace"))


def _shape_of(content: bytes) -> object:
    """How many values a file holds, list by list; None where YAML cannot read it."""
    try:
        return _count(yaml.load(content, yaml.CBaseLoader))  # noqa: S506 - it makes nothing but texts.
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _count(value: object) -> object:
    if isinstance(value, dict):
        return sorted(repr(_count(item)) for item in value.values())
    return [_count(item) for item in value] if isinstance(value, list) else ""
