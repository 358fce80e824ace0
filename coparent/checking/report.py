"""What one run found, as plain values that any reporter can lay out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from coparent.checking.redaction import Secrets
from coparent.diagnostics import Diagnostic, Level
from coparent.documents.lines import Lines


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rules that conclude from absence keep silent while something is broken; this says which, and for what."""

    rules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one run found: diagnostics sorted by path, line, column and rule, and the lines they stand in.

    `ignored` counts what comments and a baseline silenced; `stale` are the entries of the baseline that nothing
    matches any more; `unseen` are findings of levels nobody asked to see, which have no location.
    Nothing in a report holds a character of its `secrets`: who shows more of a file hides them there.
    """

    as_at: date
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Lines] = field(default_factory=dict)
    files: int = 0
    plans: int = 0
    actions: int = 0
    waiting: Waiting = Waiting()
    paths: tuple[str, ...] = ()
    ignored: int = 0
    stale: tuple[str, ...] = ()
    secrets: Secrets = field(default_factory=Secrets)
    unseen: tuple[Diagnostic, ...] = ()

    def count(self, level: Level) -> int:
        """How many diagnostics are of this level."""
        return sum(diagnostic.level is level for diagnostic in (*self.diagnostics, *self.unseen))

    @property
    def fixable(self) -> int:
        """How many diagnostics `coparent check --fix` may mend."""
        return sum(diagnostic.is_fixable for diagnostic in self.diagnostics)

    def about(self, paths: Iterable[str]) -> "Report":
        """The same report with only what stands in these files, or points at them."""
        wanted = frozenset(paths)

        def keep(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
            return tuple(
                one
                for one in found
                if one.path in wanted or any(related.spot.place.path in wanted for related in one.related)
            )

        return replace(
            self,
            diagnostics=keep(self.diagnostics),
            unseen=keep(self.unseen),
            paths=tuple(path for path in self.paths if path in wanted),
        )
