"""One run of the rules over a workspace and its texts, from what the rules find to the report."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import count, islice

from coparent.checking.failures import Failures
from coparent.checking.ignores import Ignores, may_ignore, unknown_level
from coparent.checking.levels import UNSWITCHABLE_FAMILIES, apply_levels, is_off
from coparent.checking.limits import Limits
from coparent.checking.locating import SourceMap, locate, map_sources, place_order
from coparent.checking.precedence import keep_one_per_fault
from coparent.checking.report import Report, SkippedRules
from coparent.checking.selection import Selection
from coparent.diagnostics import Diagnostic, Level, Route, Spot
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES, Family, RecordRule, Rule, TextRule, personal_data
from coparent.rules.personal_data.file_names import find_in_names
from coparent.text.folding import fold_shortly
from coparent.values import frozen
from coparent.workspace import Texts, Workspace

_EVERYTHING = Selection()


@frozen
class _Rules:
    """The rules of one run."""

    known: Mapping[str, Rule]
    """All there are, by their names."""
    active: tuple[Rule, ...]
    """Those that are asked for."""
    redacting: tuple[Rule, ...]
    """Those that run besides, since no output may show what they find."""
    skipped: SkippedRules
    """Those that would run if nothing were broken."""
    of_reading: frozenset[str]
    """The names of those that speak while files are read and validated."""


def check(
    workspace: Workspace,
    texts: Texts,
    families: tuple[Family, ...] = FAMILIES,
    selection: Selection = _EVERYTHING,
    least: Level = Level.NOTE,
) -> Report:
    """Run the rules over a workspace and the texts it came from.

    Findings less serious than `least` are only counted: looking up their lines would take as long as all the rules.
    """
    rules, limits, failures = _choose_rules(workspace, families, selection), Limits(), Failures(workspace)
    text_findings, ignores = _check_texts(rules, workspace, texts, limits, failures)
    record_findings = _check_records(rules, workspace, limits, failures)
    ungraded = [*workspace.diagnostics, *record_findings, *text_findings, *failures.findings]
    graded = list(apply_levels(ungraded, workspace, rules.known))
    wanted = _select(keep_one_per_fault(graded, workspace, families), rules, selection)
    limits.add_read(wanted, workspace.more, rules.of_reading)
    selected = limits.keep_most_serious(wanted)
    to_locate, unlocated = _part_by_level(selected, least, ignores)
    rule_sources = map_sources(to_locate, texts)
    unsilenced = _leave_out_silenced(locate(to_locate, rule_sources, workspace.kinds), ignores, rule_sources)
    # Which ignores are of no use is known only now that every finding has met them.
    named = _check_names(rules, workspace, ignores, limits)
    tool_findings = limits.keep_most_serious(_select(named, rules, selection))
    sources = map_sources(tool_findings, texts, known=rule_sources)
    diagnostics = [*unsilenced, *locate(tool_findings, sources, workspace.kinds)]
    report = replace(
        _build_empty_report(workspace, rules),
        diagnostics=tuple(sorted(diagnostics, key=place_order)),
        sources={path: source.lines for path, source in sources.items()},
        ignored=len(to_locate) - len(unsilenced),
        unlocated=tuple(unlocated),
        more={path: dict(levels) for path, levels in limits.more.items()},
        failures=tuple(failures.errors),
    )
    secret = [finding for finding in graded if finding.secret]
    if not secret:
        return report
    from coparent.checking.redacted_report import redact_report  # Hardly any run has something to redact.

    ignored_sources = map_sources((finding for finding in secret if finding.path in ignores.paths), texts, sources)
    return redact_report(report, (found for found in secret if not ignores.allow(found, ignored_sources)), sources)


def _choose_rules(workspace: Workspace, families: tuple[Family, ...], selection: Selection) -> _Rules:
    """The rules that are selected and not off; those that conclude from absence only where nothing is broken."""
    known = {rule.name: rule for family in families for rule in family.rules}
    wanted = [rule for rule in known.values() if selection.wants(rule) and not is_off(rule, workspace)]
    broken = tuple(sorted({*workspace.unreadable, *workspace.broken}))
    skipped = [rule for rule in wanted if broken and isinstance(rule, RecordRule) and rule.concludes_from_absence]
    return _Rules(
        known=known,
        active=tuple(rule for rule in wanted if rule not in skipped),
        redacting=tuple(
            rule
            for rule in personal_data.FAMILY.rules
            if rule.name in known and not selection.wants(rule) and not is_off(rule, workspace)
        ),
        skipped=SkippedRules(tuple(rule.name for rule in skipped), broken if skipped else ()),
        of_reading=frozenset(rule.name for rule in known.values() if rule.family in UNSWITCHABLE_FAMILIES),
    )


def _check_texts(
    rules: _Rules, workspace: Workspace, texts: Texts, limits: Limits, failures: Failures
) -> tuple[list[Diagnostic], Ignores]:
    """The findings of text rules, and the ignores; a text is taken apart only if it may hold either."""
    text_rules = [rule for rule in (*rules.active, *rules.redacting) if isinstance(rule, TextRule)]
    findings = [found for found in find_in_names(texts, workspace.settings) if found.rule in rules.known]
    ignores = Ignores()
    for path in texts:
        content = texts[path]
        # Lines of a file that cannot be read are shown too, so nothing in them may go unseen.
        text = content.text if isinstance(content, Unreadable) else content
        folded = fold_shortly(text)
        matching_rules = [rule for rule in text_rules if failures.ask(rule.name, partial(rule.prefilter, folded), path)]
        if matching_rules or may_ignore(text):
            from coparent.documents.annotated_source import annotate_source  # Most runs meet no such file.

            source = annotate_source(path, text)
            ignores.add_file(source, text)
            for rule in matching_rules:
                found = failures.watch(rule.name, partial(rule.finder, source, workspace.settings), path)
                findings += limits.cut(rule.name, found)
    return findings, ignores


def _check_records(rules: _Rules, workspace: Workspace, limits: Limits, failures: Failures) -> Iterator[Diagnostic]:
    """The findings of record rules, at the places where their items are written."""
    for rule in rules.active:
        if isinstance(rule, RecordRule):
            for finding in limits.cut(rule.name, failures.watch(rule.name, partial(rule.finder, workspace))):
                if finding.path not in workspace.faulty and not finding.related:
                    yield finding
                    continue
                related = tuple(replace(other, spot=_restore_index(other.spot, workspace)) for other in finding.related)
                yield replace(finding, spot=_restore_index(finding.spot, workspace), related=related)


def _check_names(rules: _Rules, workspace: Workspace, ignores: Ignores, limits: Limits) -> Iterator[Diagnostic]:
    """The tool family's own findings: about ignores, and about rules that the settings name."""
    active = {rule.name for rule in rules.active}
    # What an ignore in a file with too many findings is there for may be among those that were left out.
    findings = [fault for fault in ignores.find_faults(rules.known, active) if fault.path not in limits.more]
    for name, level in workspace.settings.levels.items():
        if name not in rules.known:
            findings.append(unknown_level(name, level, workspace.settings.at_key("levels", name), rules.known))
    return apply_levels(findings, workspace, rules.known)


def _select(findings: Iterable[Diagnostic], rules: _Rules, selection: Selection) -> list[Diagnostic]:
    """The findings of the rules that are selected."""
    return [finding for finding in findings if selection.wants(rules.known[finding.rule])]


def _part_by_level(
    findings: Iterable[Diagnostic], least: Level, ignores: Ignores
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings whose lines are to be looked up, and those that are only counted."""
    to_locate: list[Diagnostic] = []
    unlocated: list[Diagnostic] = []
    for finding in findings:
        # Where a file holds ignores, every finding is looked up: even the slightest may be what one is there for.
        is_located = finding.level.rank <= least.rank or finding.path in ignores.paths
        (to_locate if is_located else unlocated).append(finding)
    return to_locate, unlocated


def _leave_out_silenced(
    findings: Iterable[Diagnostic], ignores: Ignores, sources: Mapping[str, SourceMap]
) -> list[Diagnostic]:
    """The located findings that no comment silences; the ignores that silence one then count as used."""
    return [finding for finding in findings if not ignores.silence(finding, sources[finding.path])]


def _build_empty_report(workspace: Workspace, rules: _Rules) -> Report:
    """What was read and which rules were skipped, without any finding."""
    return Report(
        as_at=workspace.as_at,
        diagnostics=(),
        files=len(workspace.paths),
        plans=len(workspace.plans),
        actions=sum(len(plan.actions) for plan in workspace.plans),
        skipped=rules.skipped,
        paths=workspace.paths,
    )


def _restore_index(spot: Spot, workspace: Workspace) -> Spot:
    """A spot in a list of texts, its index counted with the items that were cut out of the list."""
    place = spot.place
    if not isinstance(place.key, int) or place.parent is None or place.path not in workspace.faulty:
        return spot
    index = _index_before_cutting(place.key, place.parent.route, workspace.faulty[place.path])
    return replace(spot, place=place.parent / index)


def _index_before_cutting(index: int, list_route: Route, cut: Collection[Route]) -> int:
    """The index that an item had in its file before the items at the routes in `cut` were taken out of its list."""
    kept = (written for written in count() if (*list_route, written) not in cut)
    return next(islice(kept, index, None))
