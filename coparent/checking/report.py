"""What one run found, as plain values that any reporter can lay out."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from coparent.checking.redaction import Secrets
from coparent.diagnostics import Diagnostic, Level
from coparent.documents.lines import Lines
from coparent.values import frozen


@frozen
class SkippedRules:
    """Rules that conclude from absence, which do not run while something is broken, and the broken files."""

    rules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@frozen
class Report:
    """What one run found: diagnostics sorted by path, line, column and rule, and the lines they stand in.

    `unlocated` are findings less serious than anyone asked to see: they count, and nobody looked up their lines.
    `ignored` counts what comments and a baseline silenced; `outdated_keys` are the entries of the baseline that match
    nothing any more. Nothing in a report holds a character of its `secrets`: who shows more of a file redacts it.
    """

    as_at: date
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Lines] = field(default_factory=dict)
    files: int = 0
    plans: int = 0
    actions: int = 0
    skipped: SkippedRules = SkippedRules()
    paths: tuple[str, ...] = ()
    ignored: int = 0
    outdated_keys: tuple[str, ...] = ()
    secrets: Secrets = field(default_factory=Secrets)
    unlocated: tuple[Diagnostic, ...] = ()

    def count(self, level: Level) -> int:
        """How many diagnostics are of this level."""
        return sum(diagnostic.level is level for diagnostic in (*self.diagnostics, *self.unlocated))

    @property
    def fixable(self) -> int:
        """How many diagnostics `coparent check --fix` may mend."""
        return sum(diagnostic.is_fixable for diagnostic in self.diagnostics)

    def about(self, paths: Iterable[str]) -> "Report":
        """The same report with only what stands in these files, or points at them."""
        wanted = frozenset(paths)
        return replace(
            self,
            diagnostics=tuple(finding for finding in self.diagnostics if not wanted.isdisjoint(paths_of(finding))),
            unlocated=tuple(finding for finding in self.unlocated if not wanted.isdisjoint(paths_of(finding))),
            paths=tuple(path for path in self.paths if path in wanted),
        )


def paths_of(diagnostic: Diagnostic) -> tuple[str, ...]:
    """The files that a finding stands in or points at, its own first."""
    return diagnostic.path, *(related.spot.place.path for related in diagnostic.related)
