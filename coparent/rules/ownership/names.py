"""Names of groups, roles and comparators that are written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial

from coparent.advice import Writable, write, write_line
from coparent.diagnostics import Diagnostic, Key, Level, Part, Related, Spot
from coparent.rules.ownership.roles import find_roles
from coparent.rules.registry import Family
from coparent.schema.record import Record
from coparent.text.near_duplicates import find_alike
from coparent.text.sentences import count
from coparent.workspace import Workspace

FAMILY = Family("ownership")


@FAMILY.records("near-duplicate-name", Level.NOTE)
def near_duplicate_name(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two names for what is most likely one thing: they differ by a capital, "&", a hyphen, a space or one letter.

    Groups are compared within a plan, roles within an organisation, comparators everywhere.

    Why: a paper prints two headings, and a lead's list misses the actions under the other spelling.
    Fix: write it one way throughout.

    Before:
        actions:
          - {id: home-03, title: Open two homes, lead: Head of Care & Placements}
          - {id: home-04, title: Recruit 20 carers, lead: Head of care and placements}
    After:
        actions:
          - {id: home-03, title: Open two homes, lead: Head of care and placements}
          - {id: home-04, title: Recruit 20 carers, lead: Head of care and placements}
    """
    for names in _names_to_compare(workspace):
        for name, usual_name in find_alike(names.uses):
            others = names.uses[name] - 1
            yield names.first_spots[name].says(
                f'{names.what} "{name}" is nearly the same as "{usual_name}"',
                label=f"and {count(others, 'more time')}" if others else f"elsewhere {usual_name}",
                help=names.advise(name, usual_name),
                related=(Related(names.first_spots[usual_name], "written so here"),),
            )


class _Names:
    """Names of things of one sort: how often each is used, and where first."""

    def __init__(self, what: str, part: Part = Part.VALUE) -> None:
        self.what = what
        self.part = part
        self.uses: Counter[str] = Counter()
        self.values: dict[str, Writable] = {}
        self.first_spots: dict[str, Spot] = {}

    def add(self, name: str, record: Record, *keys: Key, value: Writable = "") -> None:
        """Count a use of a name, and keep the value that it first has, if it is that of a field."""
        self.uses[name] += 1
        if name not in self.first_spots:
            self.values[name] = value
            self.first_spots[name] = Spot(record.at(*keys).place, self.part)

    def advise(self, name: str, usual_name: str) -> str:
        """What to write in place of a name."""
        return write_line(usual_name, self.values[name]) if self.part is Part.KEY else write(usual_name)


def _names_to_compare(workspace: Workspace) -> Iterator[_Names]:
    """The groups of each plan, the roles of each organisation, and all comparators."""
    for plan in workspace.plans:
        groups = _Names(f"in {plan.id} the group")
        for action in plan.actions:
            if action.group is not None:
                groups.add(action.group, action, "group")
        yield groups
    roles: dict[str, _Names] = defaultdict(partial(_Names, "the role"))
    for in_use in find_roles(workspace):
        roles[in_use.organisation].add(in_use.role.role, in_use.role, "role")
    yield from roles.values()
    comparators = _Names("the comparator", Part.KEY)
    for measure in workspace.measures:
        for reading in measure.readings:
            for name, value in reading.comparators.items():
                comparators.add(name, reading, "comparators", name, value=value)
    yield comparators
