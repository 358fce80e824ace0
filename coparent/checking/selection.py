"""Which rules a run is about."""

from collections.abc import Iterable

from coparent.checking.ignores import NEVER_IGNORED
from coparent.errors import CoparentError
from coparent.rules import FAMILIES, RULES, Rule
from coparent.text.suggestions import nearest
from coparent.values import frozen


@frozen
class Selection:
    """Names of rules and families: those to look for (all, if none is named), less those to leave out."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def wants(self, rule: Rule) -> bool:
        """Whether findings of a rule are wanted; some always are."""
        if rule.name in NEVER_IGNORED:
            return True
        names = {rule.name, rule.family}
        return (not self.select or bool(names & self.select)) and not names & self.ignore


def read_selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """The selection that options ask for; raises CoparentError for a name that no rule or family has."""
    families = {family.name.replace(" ", "-"): family.name for family in FAMILIES}
    return Selection(
        frozenset(_read_name(name, "--select", families) for name in select),
        frozenset(_read_name(name, "--ignore", families) for name in ignore),
    )


def _read_name(name: str, option: str, families: dict[str, str]) -> str:
    asked = name.strip().lower()
    if asked in RULES:
        return asked
    if asked.replace(" ", "-") in families:
        return families[asked.replace(" ", "-")]
    near = nearest(asked, [*RULES, *families])
    advice = f"did you mean  {option} {near[0]}?" if near else "coparent explain  lists the rules and their families"
    raise CoparentError(f'{option}: there is no rule or family "{name}"', advice)
