"""Places looked up: the line and column of every finding, composing again only the files that have one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from coparent.diagnostics import Diagnostic, Location, Part, RecordName, Spot
from coparent.documents.lines import Lines, Region
from coparent.documents.naming import singular
from coparent.documents.nodes import Node
from coparent.documents.reading import Unreadable, find_unreadable
from coparent.documents.regions import (
    EnclosingRecord,
    find_record,
    find_region,
    find_value,
    find_words,
    is_nothing,
    text_of_field,
)
from coparent.schema.ids import kind_of, kinds_with_ids
from coparent.schema.kinds import Kinds
from coparent.schema.shapes import find_field
from coparent.values import frozen
from coparent.workspace import Texts


def map_sources(
    findings: Iterable[Diagnostic], texts: Texts, known: Mapping[str, "SourceMap"] | None = None
) -> dict[str, "SourceMap"]:
    """The source maps of all files that findings stand in or point at, and those already `known`."""
    sources = dict(known or {})
    paths = {path for finding in findings for path in finding.paths}
    return sources | {path: SourceMap.of(path, texts) for path in sorted(paths - sources.keys())}


def locate(findings: Iterable[Diagnostic], sources: Mapping[str, "SourceMap"], kinds: Kinds) -> list[Diagnostic]:
    """Findings with the lines and columns of their places, and the records and fields that hold these."""
    located: list[Diagnostic] = []
    for finding in findings:
        source = sources[finding.path]
        enclosing = find_record(source.root, finding.spot.place.route)
        related = (
            replace(other, location=sources[other.spot.place.path].location(other.spot)) for other in finding.related
        )
        finding = _write_over_nothing(finding, source)
        record = _name_record(enclosing, text_of_field(source.root, "kind"), kinds) if enclosing.id else None
        location = source.location(finding.spot)
        located.append(
            replace(finding, location=location, record=record, field=enclosing.field, related=tuple(related))
        )
    return located


def _write_over_nothing(finding: Diagnostic, source: "SourceMap") -> Diagnostic:
    """What is missing where its field stands already, with nothing after it, is written there and not added."""
    field = finding.spot.place.key
    added = f"add a line  {field}:"
    if not finding.help.startswith(added) or not is_nothing(source.root, finding.spot.place.route):
        return finding
    label = f'"{field}" is empty' if finding.label == f'"{field}" is missing here' else finding.label
    return replace(finding, label=label, help=f"write  {field}:{finding.help.removeprefix(added)}")


def _name_record(record: EnclosingRecord, file_kind: str, kinds: Kinds) -> RecordName:
    """A record by its kind and id; one that should have none is of the kind that its list is named for."""
    if not record.route:
        return RecordName(file_kind, record.id)
    shape = find_field(kinds[file_kind], record.route[:-1]).field if file_kind in kinds else None
    if shape is not None and shape.record is not None and kind_of(shape.record) in kinds_with_ids(shape.record):
        return RecordName(kind_of(shape.record), record.id)
    return RecordName(singular(next((key for key in reversed(record.route) if isinstance(key, str)), "")), record.id)


def place_order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """What findings are sorted by: path, line, column and rule."""
    location = diagnostic.location or Location(diagnostic.path, 1, 1, 1, 1)
    return location.path, location.line, location.column, diagnostic.rule


@frozen
class SourceMap:
    """One file's lines and nodes, in which places are looked up."""

    path: str
    root: Node | None
    lines: Lines

    @classmethod
    def of(cls, path: str, texts: Texts) -> "SourceMap":
        """The source map of a file; of one that cannot be read, what could be made of it."""
        content = texts[path]
        text = content.text if isinstance(content, Unreadable) else content
        from coparent.documents.composing import compose  # A clean run has nothing to look up.

        # No parser may be given a text that cannot be read at all.
        root = None if find_unreadable(path, text) else compose(path, text).root
        return cls(path, root, Lines(text))

    def location(self, spot: Spot) -> Location:
        """The lines and columns of what a spot points at."""
        start, end = spot.region or self._find_words(spot) or self._find(spot)
        line, column = self.lines.position(start)
        end_line, end_column = self.lines.position(max(start, end))
        return Location(self.path, line, column, end_line, end_column)

    def whole_region(self, spot: Spot) -> Region:
        """All the characters of the value that a spot is in, however many lines they take up."""
        value = find_value(self.root, spot.place.route) if spot.part is Part.VALUE else None
        return spot.region or value or self._find(spot)

    def lines_for_ignores(self, diagnostic: Diagnostic) -> set[int]:
        """The lines an ignore of a finding may stand on: its own, and that of its field's name."""
        route = diagnostic.spot.place.route
        while route and isinstance(route[-1], int):
            route = route[:-1]
        start, _ = find_region(self.root, route, Part.KEY, self.lines.text)
        own = diagnostic.location.line if diagnostic.location is not None else 1
        return {own, self.lines.position(start)[0]}

    def _find(self, spot: Spot) -> Region:
        return find_region(self.root, spot.place.route, spot.part, self.lines.text)

    def _find_words(self, spot: Spot) -> Region | None:
        if spot.words is None:
            return None
        return find_words(self.root, spot.place.route, spot.words, self.lines.text)
