"""Everything found in the plans: rules run, levels applied, places looked up, all as one report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from coparent.diagnostics import Diagnostic, Level, Location, RecordName, Related, Route, Spot
from coparent.documents.composing import compose
from coparent.documents.lines import Lines
from coparent.documents.nodes import Node, find, find_record
from coparent.documents.reading import Unreadable
from coparent.documents.written import read_written
from coparent.rules import FAMILIES, Completeness, Family, Rule, Sees
from coparent.workspace import Texts, Workspace

UNSWITCHABLE_FAMILIES = ("reading", "shape")
UNSWITCHABLE_RULES = ("unknown-reference", "duplicate-id", "personal-data")
"""What no settings can turn off, or take less seriously than the rule does."""

_PRECEDENCE = ("reading", "shape", "references")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rules that conclude from absence keep silent while something is broken; this says which, and for what."""

    rules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one run found: diagnostics sorted by path, line, column and rule, and the lines they stand in."""

    as_at: date
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Lines] = field(default_factory=dict)
    files: int = 0
    plans: int = 0
    actions: int = 0
    waiting: Waiting = Waiting()

    def count(self, level: Level) -> int:
        """How many diagnostics are of this level."""
        return sum(diagnostic.level is level for diagnostic in self.diagnostics)

    def about(self, paths: Iterable[str]) -> "Report":
        """The same report with only what stands in these files, or points at them."""
        wanted = frozenset(paths)
        kept = (
            diagnostic
            for diagnostic in self.diagnostics
            if diagnostic.path in wanted or any(related.spot.place.path in wanted for related in diagnostic.related)
        )
        return replace(self, diagnostics=tuple(kept))


def check(workspace: Workspace, texts: Texts, families: tuple[Family, ...] = FAMILIES) -> Report:
    """Run every rule over a workspace and the texts it came from."""
    broken = tuple(sorted({*workspace.unreadable, *workspace.broken}))
    rules = [rule for family in families for rule in family.rules if rule.finder is not None]
    waiting = tuple(rule.name for rule in rules if rule.concludes_from_absence and broken)
    found = list(workspace.diagnostics)
    found += [diagnostic for rule in rules if rule.name not in waiting for diagnostic in _run(rule, workspace, texts)]
    levelled = _level(found, workspace, {rule.name: rule for family in families for rule in family.rules})
    kept = _silence(levelled, workspace, families)
    diagnostics, sources = _locate(kept, texts)
    return Report(
        as_at=workspace.as_at,
        diagnostics=diagnostics,
        sources=sources,
        files=len(workspace.paths),
        plans=len(workspace.plans),
        actions=sum(len(plan.actions) for plan in workspace.plans),
        waiting=Waiting(waiting, broken if waiting else ()),
    )


def _run(rule: Rule, workspace: Workspace, texts: Texts) -> Iterator[Diagnostic]:
    """One rule's findings, with its name put on them, and items of cut lists counted as their writer would."""
    for subject in _subjects(rule.sees, workspace, texts):
        assert rule.finder is not None  # noqa: S101 - manuals are never run.
        for diagnostic in rule.finder(subject):
            related = tuple(replace(one, spot=_recount(one.spot, workspace)) for one in diagnostic.related)
            yield replace(diagnostic, rule=rule.name, spot=_recount(diagnostic.spot, workspace), related=related)


def _subjects(sees: Sees, workspace: Workspace, texts: Texts) -> Iterator[object]:
    if sees is Sees.RECORDS:
        yield workspace
    elif sees is Sees.TEXTS:
        for path in workspace.paths:
            text = texts[path]
            if not isinstance(text, Unreadable):
                yield read_written(path, text)


def _recount(spot: Spot, workspace: Workspace) -> Spot:
    """Move the index of an item in a list of texts past the items that were cut out of the list."""
    index = spot.place.key
    if not isinstance(index, int) or spot.place.parent is None or spot.place.path not in workspace.faulty:
        return spot
    holder, faulty = spot.place.parent, workspace.faulty[spot.place.path]
    route, original = holder.route, -1
    for _ in range(index + 1):
        original += 1
        while (*route, original) in faulty:
            original += 1
    return replace(spot, place=holder / original)


def _level(found: Iterable[Diagnostic], workspace: Workspace, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """Give each diagnostic the level of its rule, of its plan's status, or of the settings."""
    statuses = {plan.where.path: plan.status for plan in workspace.plans}
    for diagnostic in found:
        rule = rules[diagnostic.rule]
        level = rule.level
        set_level = workspace.settings.levels.get(rule.name)
        if set_level is not None and rule.family not in UNSWITCHABLE_FAMILIES and rule.name not in UNSWITCHABLE_RULES:
            if set_level != "off":
                yield diagnostic.at_level(Level(set_level))
        elif isinstance(level, Completeness):
            by_status = level.level(statuses.get(diagnostic.path, "approved"))
            if by_status is not None:
                yield diagnostic.at_level(by_status)
        else:
            yield diagnostic.at_level(level)


def _silence(found: Iterable[Diagnostic], workspace: Workspace, families: tuple[Family, ...]) -> list[Diagnostic]:
    """Keep one finding for one fault: reading beats shape beats references beats the rest, at the same place."""
    family_of = {rule.name: family.name for family in families for rule in family.rules}
    rank = {name: place for place, name in enumerate(_PRECEDENCE)}
    ranked = sorted(found, key=lambda one: rank.get(family_of[one.rule], len(rank)))
    kept: list[Diagnostic] = []
    taken: dict[str, dict[Route, int]] = {path: dict.fromkeys(routes, 1) for path, routes in workspace.faulty.items()}
    for diagnostic in ranked:
        own_rank = rank.get(family_of[diagnostic.rule], len(rank))
        routes = taken.setdefault(diagnostic.path, {})
        route = diagnostic.spot.place.route
        if own_rank > 1 and any(routes.get(route[:length], own_rank) < own_rank for length in range(1, len(route) + 1)):
            continue
        kept.append(diagnostic)
        if own_rank < len(rank):
            routes.setdefault(route, own_rank)
    return kept


def _locate(found: list[Diagnostic], texts: Texts) -> tuple[tuple[Diagnostic, ...], dict[str, Lines]]:
    """Look up lines and columns, composing again only the files that have something to report."""
    layouts = {path: _Layout.of(path, texts) for path in sorted({path for one in found for path in _paths(one)})}
    located = [
        layouts[diagnostic.path].place(
            replace(diagnostic, related=tuple(_locate_related(related, layouts) for related in diagnostic.related))
        )
        for diagnostic in found
    ]
    located.sort(key=lambda one: (one.location or _NOWHERE, one.rule))
    return tuple(located), {path: layout.lines for path, layout in layouts.items()}


_NOWHERE = Location("", 1, 1, 1, 1)


def _paths(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.path
    for related in diagnostic.related:
        yield related.spot.place.path


def _locate_related(related: Related, layouts: Mapping[str, "_Layout"]) -> Related:
    return replace(related, location=layouts[related.spot.place.path].location(related.spot))


@dataclass(frozen=True, slots=True)
class _Layout:
    """One file's lines and nodes."""

    path: str
    root: Node | None
    lines: Lines

    @classmethod
    def of(cls, path: str, texts: Texts) -> "_Layout":
        text = texts[path]
        if isinstance(text, Unreadable):
            return cls(path, None, Lines(""))
        return cls(path, compose(path, text).root, Lines(text))

    def location(self, spot: Spot) -> Location:
        start, end = spot.region or find(self.root, spot.place.route, spot.part, self.lines.text)
        line, column = self.lines.position(start)
        end_line, end_column = self.lines.position(max(start, end))
        return Location(self.path, line, column, end_line, end_column)

    def place(self, diagnostic: Diagnostic) -> Diagnostic:
        kind, identity, field_name = find_record(self.root, diagnostic.spot.place.route)
        return replace(
            diagnostic,
            location=self.location(diagnostic.spot),
            record=RecordName(kind, identity) if identity else None,
            field=field_name,
        )
