"""How much of what is found in one file is shown: the most serious findings, and how many more there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from coparent.diagnostics import LONGEST_SENTENCE, MOST_FINDINGS, Diagnostic, Level


@dataclass(slots=True)
class Limits:
    """What is left out of a report: `more` is how many findings of each file, by their level.

    `uncounted` are those that rules found besides as many as are shown, by rule and file: their levels are only known
    once the others have theirs.
    """

    more: dict[str, Counter[Level]] = field(default_factory=lambda: defaultdict(Counter))
    uncounted: Counter[tuple[str, str]] = field(default_factory=Counter)
    _shown: Counter[str] = field(default_factory=Counter)

    def cut(self, rule: str, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """What a rule finds, under its name; no more of one file than could be shown."""
        counts: Counter[str] = Counter()
        for finding in found:
            path = finding.path
            counts[path] += 1
            if counts[path] <= MOST_FINDINGS:
                yield replace(finding, rule=rule)
            else:
                self.uncounted[rule, path] += 1

    def add_read(self, findings: Iterable[Diagnostic], read: Mapping[str, int], rules: frozenset[str]) -> None:
        """Count the errors that reading found besides, in the files where a selection wants what it finds."""
        wanted = {finding.path for finding in findings if finding.rule in rules}
        for path, number in read.items():
            if path in wanted:
                self.more[path][Level.ERROR] += number

    def keep_most_serious(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """As many findings of each file as there is still room for, the most serious first, and none too long."""
        all_findings = list(findings)
        self._count_levels(all_findings)
        by_path = Counter(finding.path for finding in all_findings)
        if any(self._shown[path] + number > MOST_FINDINGS for path, number in by_path.items()):
            all_findings = list(self._fill(sorted(all_findings, key=lambda finding: finding.level.rank)))
        else:
            self._shown += by_path
        return [shorten(finding) for finding in all_findings]

    def _count_levels(self, findings: Iterable[Diagnostic]) -> None:
        if not self.uncounted:
            return
        levels = {(finding.rule, finding.path): finding.level for finding in findings}
        for (rule, path), number in self.uncounted.items():
            # Where none of a rule's findings is left, those that were left out would have gone with them.
            if (rule, path) in levels:
                self.more[path][levels[rule, path]] += number
        self.uncounted.clear()

    def _fill(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        for finding in findings:
            if self._shown[finding.path] < MOST_FINDINGS:
                self._shown[finding.path] += 1
                yield finding
            else:
                self.more[finding.path][finding.level] += 1


def shorten(finding: Diagnostic) -> Diagnostic:
    """A finding none of whose sentences is longer than anyone could read."""
    sentences = finding.message, finding.label, finding.help, *(other.message for other in finding.related)
    if 4 * max(map(len, sentences)) <= LONGEST_SENTENCE and len(finding.related) <= MOST_FINDINGS:
        return finding
    related = tuple(replace(other, message=_cut(other.message)) for other in finding.related[:MOST_FINDINGS])
    message, label, help = map(_cut, sentences[:3])
    return replace(finding, message=message, label=label, help=help, related=related)


def _cut(sentence: str) -> str:
    """A sentence that is at most so many bytes long, with … where it was cut."""
    raw = sentence.encode("utf-8", "surrogatepass")
    if len(raw) <= LONGEST_SENTENCE:
        return sentence
    return raw[:LONGEST_SENTENCE].decode("utf-8", "ignore") + "…"
