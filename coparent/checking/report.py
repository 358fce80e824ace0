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
    """What one run found, with the counts and texts that a reporter needs to lay it out."""

    as_at: date
    """The date for which the plans are judged."""
    diagnostics: tuple[Diagnostic, ...]
    """The findings to show, sorted by path, line, column and rule."""
    sources: Mapping[str, Lines] = field(default_factory=dict)
    """The lines of each file that a diagnostic stands in or points at, by its path."""
    files: int = 0
    """How many files were read."""
    plans: int = 0
    """How many plans they hold."""
    actions: int = 0
    """How many actions these plans hold."""
    skipped: SkippedRules = SkippedRules()
    """The rules that did not run, as something is broken."""
    paths: tuple[str, ...] = ()
    """The files that the report is about: all that were read, or those that somebody named."""
    ignored: int = 0
    """How many findings were silenced by comments and by a baseline."""
    outdated_keys: tuple[str, ...] = ()
    """The entries of the baseline that match nothing any more."""
    secrets: Secrets = field(default_factory=Secrets)
    """Words that nothing in the report holds: redact them from whatever else of a file is shown."""
    unlocated: tuple[Diagnostic, ...] = ()
    """Findings less serious than anyone asked to see: they are counted, but nobody looked up their lines."""

    more: Mapping[str, Mapping[Level, int]] = field(default_factory=dict)
    """How many findings of a file there are besides, by their level: they are counted, but nobody worked them out."""
    failures: tuple[Exception, ...] = ()
    """What the rules met that failed, for whoever mends them."""

    def count(self, level: Level) -> int:
        """How many findings are of this level, those among them that were only counted."""
        found = sum(diagnostic.level is level for diagnostic in (*self.diagnostics, *self.unlocated))
        return found + sum(levels.get(level, 0) for levels in self.more.values())

    @property
    def fixable(self) -> int:
        """How many diagnostics `coparent check --fix` may mend."""
        return sum(diagnostic.is_fixable for diagnostic in self.diagnostics)

    def about(self, paths: Iterable[str]) -> "Report":
        """The same report with only the findings that stand in these files or point at them.

        Its numbers of files, plans, actions and ignored findings stay those of the whole run.
        """
        wanted = frozenset(paths)
        return replace(
            self,
            diagnostics=_pick_by_file(self.diagnostics, wanted),
            unlocated=_pick_by_file(self.unlocated, wanted),
            paths=tuple(path for path in self.paths if path in wanted),
            more={path: levels for path, levels in self.more.items() if path in wanted},
        )


def _pick_by_file(findings: Iterable[Diagnostic], paths: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The findings that stand in these files or point at them."""
    return tuple(finding for finding in findings if not paths.isdisjoint(finding.paths))
