"""The run: every rule over the workspace and its texts, and what is left after levels, precedence and ignores."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from coparent.checking.ignores import Ignores, may_ignore, unknown_rule
from coparent.checking.levels import apply_levels, is_off
from coparent.checking.precedence import keep_first
from coparent.checking.report import Report, Waiting
from coparent.checking.selection import Selection
from coparent.diagnostics import Diagnostic, Level, Spot
from coparent.documents.reading import Unreadable
from coparent.rules import FAMILIES, Family, RecordRule, Rule, TextRule
from coparent.workspace import Texts, Workspace

_EVERYTHING = Selection()


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
    broken = tuple(sorted({*workspace.unreadable, *workspace.broken}))
    known = {rule.name: rule for family in families for rule in family.rules}
    wanted = [rule for rule in known.values() if selection.wants(rule) and not is_off(rule, workspace)]
    record_rules = [rule for rule in wanted if isinstance(rule, RecordRule)]
    text_rules = [rule for rule in wanted if isinstance(rule, TextRule)]
    waiting = tuple(rule.name for rule in record_rules if rule.concludes_from_absence and broken)
    from coparent.checking.locating import lay_out, locate

    over_records = [rule for rule in record_rules if rule.name not in waiting]
    in_texts, ignores = _look_over(text_rules, workspace, texts)
    found = [*apply_levels([*workspace.diagnostics, *_run(over_records, workspace), *in_texts], workspace, known)]
    kept = [one for one in keep_first(found, workspace, families) if selection.wants(known[one.rule])]
    unseen = [one for one in kept if one.level.rank > least.rank and one.path not in ignores.paths]
    seen = [one for one in kept if one.level.rank <= least.rank or one.path in ignores.paths]
    layouts = lay_out(seen, texts)
    located = locate(seen, layouts)
    spoken = [one for one in located if not ignores.silence(one, layouts[one.path].lines_of(one))]
    ran = {rule.name for rule in wanted if rule.name not in waiting}
    judged = apply_levels(_judge_names(workspace, ignores, known, ran), workspace, known)
    of_names = [one for one in judged if selection.wants(known[one.rule])]
    layouts |= lay_out([one for one in of_names if one.path not in layouts], texts)
    report = Report(
        as_at=workspace.as_at,
        diagnostics=locate([*spoken, *of_names], layouts),
        sources={path: layout.lines for path, layout in layouts.items()},
        files=len(workspace.paths),
        plans=len(workspace.plans),
        actions=sum(len(plan.actions) for plan in workspace.plans),
        waiting=Waiting(waiting, broken if waiting else ()),
        paths=workspace.paths,
        ignored=len(located) - len(spoken),
        unseen=tuple(unseen),
    )
    if not any(one.secret for one in found):
        return report
    from coparent.checking.redacted_report import redact_report  # Hardly any run has something to hide.

    return redact_report(report, found, layouts)


def _judge_names(
    workspace: Workspace, ignores: Ignores, known: Mapping[str, Rule], ran: Collection[str]
) -> Iterator[Diagnostic]:
    """The tool family's own findings: about ignores, and about rules that the settings name."""
    yield from ignores.judge(known, ran)
    for name in workspace.settings.levels:
        if name not in known:
            yield unknown_rule(name, workspace.settings.at_key("levels", name), known)


def _run(rules: Iterable[RecordRule], workspace: Workspace) -> Iterator[Diagnostic]:
    """The findings of record rules, with items of cut lists counted as their writer would."""
    for rule in rules:
        for diagnostic in rule.find(workspace):
            related = tuple(replace(one, spot=_recount(one.spot, workspace)) for one in diagnostic.related)
            yield replace(diagnostic, spot=_recount(diagnostic.spot, workspace), related=related)


def _look_over(rules: Sequence[TextRule], workspace: Workspace, texts: Texts) -> tuple[list[Diagnostic], Ignores]:
    """Every text once: the findings of text rules, and the ignores. Only a hopeful text is taken apart."""
    found: list[Diagnostic] = []
    ignores = Ignores()
    for path in workspace.paths:
        text = texts[path]
        if isinstance(text, Unreadable):
            continue
        hopeful = [rule for rule in rules if rule.prefilter(text)]
        if hopeful or may_ignore(text):
            from coparent.documents.annotated_source import annotate_source  # Most runs meet no such file.

            written = annotate_source(path, text)
            ignores.read(written, text)
            for rule in hopeful:
                found += rule.find(written, workspace.settings)
    return found, ignores


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
