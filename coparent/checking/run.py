"""One run of the rules over a workspace and its texts, from what the rules find to the report."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coparent.checking.ignores import Ignores, may_ignore, unknown_rule
from coparent.checking.levels import apply_levels, is_off
from coparent.checking.locating import locate, map_sources, place_order
from coparent.checking.precedence import keep_one_per_fault
from coparent.checking.report import Report, SkippedRules
from coparent.checking.selection import Selection
from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES, Family, RecordRule, Rule, TextRule
from coparent.values import frozen
from coparent.workspace import Texts, Workspace

_EVERYTHING = Selection()


@frozen
class _Rules:
    """All rules by their names; those the run looks for, `skipped` left out; and what `skipped` ones wait for."""

    known: Mapping[str, Rule]
    active: tuple[Rule, ...]
    skipped: SkippedRules


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
    rules = _choose_rules(workspace, families, selection)
    text_findings, ignores = _check_texts(rules, workspace, texts)
    ungraded = [*workspace.diagnostics, *_check_records(rules, workspace), *text_findings]
    findings = list(apply_levels(ungraded, workspace, rules.known))
    selected = [
        finding
        for finding in keep_one_per_fault(findings, workspace, families)
        if selection.wants(rules.known[finding.rule])
    ]
    # Where a file holds ignores, every finding is looked up: one may be of use however little its finding matters.
    to_locate = [finding for finding in selected if finding.level.rank <= least.rank or finding.path in ignores.paths]
    unlocated = [
        finding for finding in selected if finding.level.rank > least.rank and finding.path not in ignores.paths
    ]
    sources = map_sources(to_locate, texts)
    located = locate(to_locate, sources, workspace.kinds)
    unsilenced = [finding for finding in located if not ignores.silence(finding, sources[finding.path])]
    about_names = list(_check_names(rules, workspace, ignores, selection))
    sources |= map_sources([finding for finding in about_names if finding.path not in sources], texts)
    report = Report(
        as_at=workspace.as_at,
        diagnostics=tuple(sorted([*unsilenced, *locate(about_names, sources, workspace.kinds)], key=place_order)),
        sources={path: source.lines for path, source in sources.items()},
        files=len(workspace.paths),
        plans=len(workspace.plans),
        actions=sum(len(plan.actions) for plan in workspace.plans),
        skipped=rules.skipped,
        paths=workspace.paths,
        ignored=len(located) - len(unsilenced),
        unlocated=tuple(unlocated),
    )
    if not any(finding.secret for finding in findings):
        return report
    from coparent.checking.redacted_report import redact_report  # Hardly any run has something to redact.

    return redact_report(report, findings, sources)


def _choose_rules(workspace: Workspace, families: tuple[Family, ...], selection: Selection) -> _Rules:
    """The rules that are selected and not off; those that conclude from absence only where nothing is broken."""
    known = {rule.name: rule for family in families for rule in family.rules}
    wanted = [rule for rule in known.values() if selection.wants(rule) and not is_off(rule, workspace)]
    broken = tuple(sorted({*workspace.unreadable, *workspace.broken}))
    skipped = [rule for rule in wanted if broken and isinstance(rule, RecordRule) and rule.concludes_from_absence]
    return _Rules(
        known,
        tuple(rule for rule in wanted if rule not in skipped),
        SkippedRules(tuple(rule.name for rule in skipped), broken if skipped else ()),
    )


def _check_texts(rules: _Rules, workspace: Workspace, texts: Texts) -> tuple[list[Diagnostic], Ignores]:
    """The findings of text rules, and the ignores; a text is taken apart only if it may hold either."""
    text_rules = [rule for rule in rules.active if isinstance(rule, TextRule)]
    findings: list[Diagnostic] = []
    ignores = Ignores()
    for path in workspace.paths:
        text = texts[path]
        if isinstance(text, Unreadable):
            continue
        matching_rules = [rule for rule in text_rules if rule.prefilter(text)]
        if matching_rules or may_ignore(text):
            from coparent.documents.annotated_source import annotate_source  # Most runs meet no such file.

            source = annotate_source(path, text)
            ignores.add_file(source, text)
            for rule in matching_rules:
                findings += rule.find(source, workspace.settings)
    return findings, ignores


def _check_records(rules: _Rules, workspace: Workspace) -> Iterator[Diagnostic]:
    """The findings of record rules, at the places where their items are written."""
    for rule in rules.active:
        if isinstance(rule, RecordRule):
            for finding in rule.find(workspace):
                related = tuple(replace(other, spot=_as_written(other.spot, workspace)) for other in finding.related)
                yield replace(finding, spot=_as_written(finding.spot, workspace), related=related)


def _check_names(rules: _Rules, workspace: Workspace, ignores: Ignores, selection: Selection) -> Iterator[Diagnostic]:
    """The tool family's own findings: about ignores, and about rules that the settings name."""
    active = {rule.name for rule in rules.active}
    findings = list(ignores.find_faults(rules.known, active))
    for name in workspace.settings.levels:
        if name not in rules.known:
            findings.append(unknown_rule(name, workspace.settings.at_key("levels", name), rules.known))
    for finding in apply_levels(findings, workspace, rules.known):
        if selection.wants(rules.known[finding.rule]):
            yield finding


def _as_written(spot: Spot, workspace: Workspace) -> Spot:
    """A spot in a list of texts, its index counted with the items that were cut out of the list."""
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
