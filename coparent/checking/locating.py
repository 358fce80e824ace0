"""Places looked up: the line and column of every finding, composing again only the files that have one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coparent.diagnostics import Diagnostic, Location, Part, RecordName, Related, Spot
from coparent.documents.lines import Lines
from coparent.documents.nodes import Node
from coparent.documents.reading import Unreadable, find_unreadable
from coparent.documents.regions import find_record, find_region, find_value, find_words
from coparent.workspace import Texts


def lay_out(found: list[Diagnostic], texts: Texts) -> dict[str, "SourceMap"]:
    """The layouts of all files that findings stand in or point at."""
    return {path: SourceMap.of(path, texts) for path in sorted({path for one in found for path in _paths(one)})}


def locate(found: list[Diagnostic], layouts: Mapping[str, "SourceMap"]) -> tuple[Diagnostic, ...]:
    """Look up lines and columns, and sort by them."""
    located = [
        layouts[diagnostic.path].place(
            replace(diagnostic, related=tuple(_locate_related(related, layouts) for related in diagnostic.related))
        )
        for diagnostic in found
    ]
    return tuple(sorted(located, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    location = diagnostic.location or Location(diagnostic.path, 1, 1, 1, 1)
    return location.path, location.line, location.column, diagnostic.rule


def _paths(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.path
    for related in diagnostic.related:
        yield related.spot.place.path


def _locate_related(related: Related, layouts: Mapping[str, "SourceMap"]) -> Related:
    return replace(related, location=layouts[related.spot.place.path].location(related.spot))


@dataclass(frozen=True, slots=True)
class SourceMap:
    """One file's lines and nodes."""

    path: str
    root: Node | None
    lines: Lines

    @classmethod
    def of(cls, path: str, texts: Texts) -> "SourceMap":
        text = texts[path]
        if isinstance(text, Unreadable):
            return cls(path, None, Lines(""))
        # No parser may be given a text that cannot be read at all.
        from coparent.documents.composing import compose  # A clean run has nothing to place.

        root = None if find_unreadable(path, text) else compose(path, text).root
        return cls(path, root, Lines(text))

    def location(self, spot: Spot) -> Location:
        start, end = spot.region or self._region(spot)
        line, column = self.lines.position(start)
        end_line, end_column = self.lines.position(max(start, end))
        return Location(self.path, line, column, end_line, end_column)

    def _region(self, spot: Spot) -> tuple[int, int]:
        if spot.words is not None:
            found = find_words(self.root, spot.place.route, spot.words, self.lines.text)
            if found is not None:
                return found
        return find_region(self.root, spot.place.route, spot.part, self.lines.text)

    def whole_region(self, spot: Spot) -> tuple[int, int]:
        """All the characters of the value that a spot is in, however many lines they take up."""
        if spot.region is not None:
            return spot.region
        whole = find_value(self.root, spot.place.route) if spot.part is Part.VALUE else None
        return whole or find_region(self.root, spot.place.route, spot.part, self.lines.text)

    def place(self, diagnostic: Diagnostic) -> Diagnostic:
        kind, identity, field_name = find_record(self.root, diagnostic.spot.place.route)
        return replace(
            diagnostic,
            location=self.location(diagnostic.spot),
            record=RecordName(kind, identity) if identity else None,
            field=field_name,
        )

    def lines_of(self, diagnostic: Diagnostic) -> set[int]:
        """The lines a comment about a finding may stand on: its own, and that of its field's name."""
        route = diagnostic.spot.place.route
        while route and isinstance(route[-1], int):
            route = route[:-1]
        start, _ = find_region(self.root, route, Part.KEY, self.lines.text)
        own = diagnostic.location.line if diagnostic.location is not None else 1
        return {own, self.lines.position(start)[0]}
