"""Findings mended by a program: each fix is tried on the text, and kept only if it does that and nothing more."""

from collections import defaultdict
from collections.abc import Sequence

from coparent.authoring.edits import Edit, apply_edits, changes_only
from coparent.checking import Report
from coparent.diagnostics import Diagnostic, Fix, Part
from coparent.documents.composing import compose
from coparent.documents.parsing import Document, parse
from coparent.documents.reading import Unreadable
from coparent.documents.regions import find_region
from coparent.schema.fields import Surroundings
from coparent.schema.validating import validate
from coparent.values import frozen
from coparent.workspace import Texts


@frozen
class FixedFile:
    """One file's text before and after, and the findings that are mended by the difference."""

    path: str
    before: str
    after: str
    mended: tuple[Diagnostic, ...]


def fix_texts(report: Report, texts: Texts, surroundings: Surroundings) -> tuple[FixedFile, ...]:
    """Mend what can be mended safely; a file in which nothing can be is left out."""
    fixable_by_path: dict[str, list[tuple[Diagnostic, Fix]]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        if diagnostic.fix is not None:
            fixable_by_path[diagnostic.path].append((diagnostic, diagnostic.fix))
    readable = ((path, texts[path], fixable) for path, fixable in fixable_by_path.items())
    fixed_files = (
        _fix_file(path, text, fixable, surroundings)
        for path, text, fixable in readable
        if not isinstance(text, Unreadable)
    )
    return tuple(fixed for fixed in fixed_files if fixed.mended)


def _fix_file(
    path: str, before: str, fixable: Sequence[tuple[Diagnostic, Fix]], surroundings: Surroundings
) -> FixedFile:
    """Make one fix after another, each only if the text is better for it."""
    root = compose(path, before).root
    edits: list[Edit] = []
    mended: list[Diagnostic] = []
    after = before
    for diagnostic, fix in fixable:
        region = fix.spot.region or find_region(root, fix.spot.place.route, fix.spot.part, before)
        trial_edits = [*edits, Edit(region, fix.text)]
        try:
            trial = apply_edits(before, trial_edits)
        except ValueError:  # Another fix has changed these characters already.
            continue
        if _is_mended(diagnostic.rule, fix, parse(path, after), parse(path, trial), surroundings):
            edits, after = trial_edits, trial
            mended.append(diagnostic)
    return FixedFile(path, before, after, tuple(mended))


def _is_mended(rule: str, fix: Fix, before: Document, after: Document, surroundings: Surroundings) -> bool:
    """Whether a fix does away with its finding, brings no other, and leaves every other value what it was."""
    if not after.is_readable:
        return False
    if not before.is_readable:
        return not after.diagnostics
    route = fix.spot.place.route
    new_route = (*route[:-1], fix.text) if fix.spot.part is Part.KEY else route
    if not changes_only(before.data, after.data, route, new_route):
        return False
    left = validate(after, surroundings).diagnostics
    if any(finding.rule == rule and finding.spot.place.route in (route, new_route) for finding in left):
        return False
    return len(left) <= len(validate(before, surroundings).diagnostics)
