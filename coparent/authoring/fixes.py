"""Findings mended automatically: each change tried on the text, and kept only if it does that and nothing more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coparent.authoring.edits import Edit, apply_edits
from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Key, Part, Route
from coparent.documents.composing import compose
from coparent.documents.nodes import find
from coparent.documents.parsing import Document, parse
from coparent.documents.reading import Unreadable
from coparent.documents.scalars import WHERE, Data
from coparent.schema.fields import Surroundings
from coparent.schema.validating import validate
from coparent.workspace import Texts


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file's text before and after, and the findings that are mended by the difference."""

    path: str
    before: str
    after: str
    mended: tuple[Diagnostic, ...]


def fix_texts(
    report: Report, texts: Texts, surroundings: Surroundings, *, even_unsafe: bool = False
) -> tuple[FixedFile, ...]:
    """Mend what can be mended safely.

    With `even_unsafe`, also what only a person should decide: to be shown, and not kept.
    """
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        if diagnostic.fix is not None and (diagnostic.fix.is_safe or even_unsafe):
            by_path[diagnostic.path].append(diagnostic)
    return tuple(_fix_files(by_path, texts, surroundings))


def _fix_files(
    by_path: Mapping[str, list[Diagnostic]], texts: Texts, surroundings: Surroundings
) -> Iterator[FixedFile]:
    for path, diagnostics in by_path.items():
        before = texts[path]
        if isinstance(before, Unreadable):
            continue
        root = compose(path, before).root
        edits: list[Edit] = []
        mended: list[Diagnostic] = []
        text = before
        for diagnostic in diagnostics:
            assert diagnostic.fix is not None  # noqa: S101 - only such are in by_path.
            spot = diagnostic.fix.spot
            region = spot.region or find(root, spot.place.route, spot.part, before)
            trial = [*edits, Edit(region, diagnostic.fix.text)]
            try:
                changed = apply_edits(before, trial)
            except ValueError:
                continue
            if _mends(diagnostic, parse(path, text), parse(path, changed), surroundings):
                edits, text = trial, changed
                mended.append(diagnostic)
        if mended:
            yield FixedFile(path, before, text, tuple(mended))


def _mends(diagnostic: Diagnostic, before: Document, after: Document, surroundings: Surroundings) -> bool:
    """Whether a change does away with a finding, brings no other, and leaves every other value what it was."""
    if not after.is_readable or diagnostic.fix is None:
        return False
    if not before.is_readable:
        return not after.diagnostics
    route = diagnostic.fix.spot.place.route
    renamed = (*route[:-1], diagnostic.fix.text) if diagnostic.fix.spot.part is Part.KEY else route
    was, now = _leaves(before.data), _leaves(after.data)
    if _without(was, route) != _without(now, renamed):
        return False
    if renamed != route and _below(was, route) != _below(now, renamed):
        return False
    found = validate(after, surroundings).diagnostics
    still_there = any(one.rule == diagnostic.rule and one.spot.place.route in (route, renamed) for one in found)
    if still_there or not diagnostic.fix.is_safe:
        return not still_there  # What else then comes to light is for the person who decides.
    return len(found) <= len(validate(before, surroundings).diagnostics)


def _leaves(data: Data, route: Route = ()) -> dict[Route, Data]:
    """Every single value of a document by its route."""
    if isinstance(data, dict):
        pairs: list[tuple[Key, Data]] = [(key, value) for key, value in data.items() if key != WHERE]
    elif isinstance(data, tuple):
        pairs = list(enumerate(data))
    else:
        return {route: data}
    leaves: dict[Route, Data] = {} if pairs else {route: type(data).__name__}
    for key, value in pairs:
        leaves.update(_leaves(value, (*route, key)))
    return leaves


def _without(leaves: dict[Route, Data], route: Route) -> dict[Route, Data]:
    return {key: value for key, value in leaves.items() if key[: len(route)] != route}


def _below(leaves: dict[Route, Data], route: Route) -> dict[Route, Data]:
    return {key[len(route) :]: value for key, value in leaves.items() if key[: len(route)] == route}
