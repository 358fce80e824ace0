"""Rules that fail: what a bug in one of them leaves unjudged is a finding, and the others speak all the same."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from coparent import __version__
from coparent.diagnostics import Diagnostic, Place, Spot
from coparent.errors import CoparentError
from coparent.workspace import Workspace


@dataclass(slots=True)
class Failures:
    """The rules of one run that failed: the findings that say so, and the errors themselves for whoever mends them."""

    workspace: Workspace
    findings: list[Diagnostic] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def watch(self, rule: str, find: Callable[[], Iterable[Diagnostic]], path: str = "") -> Iterator[Diagnostic]:
        """What a rule finds until it fails, if it does; `path` is the only file that it judges, if it judges one."""
        try:
            yield from find()
        except CoparentError:
            raise
        except Exception as error:
            self._note(rule, error, path)

    def ask(self, rule: str, matches: Callable[[], bool], path: str) -> bool:
        """Whether a rule may find something in a file; no where it cannot say."""
        try:
            return matches()
        except Exception as error:
            self._note(rule, error, path)
            return False

    def _note(self, rule: str, error: Exception, path: str) -> None:
        self.errors.append(error)
        self.findings.append(self._report(rule, type(error).__name__, path))

    def _report(self, rule: str, kind: str, path: str) -> Diagnostic:
        """The finding for a rule that failed. It quotes no word of a plan: nobody knows which one the error holds."""
        first = path or next(iter(self.workspace.paths), "")
        return Spot(Place(None, first), region=(0, 0)).says(
            f"the rule {rule} could not judge {'this file' if path else 'the plans'}: please report it",
            rule="rule-failed",
            label=f"coparent {__version__} met {kind} in {rule}",
            help=f"report this line to those who make coparent:  coparent {__version__}, {rule}, {kind}",
        )
