"""Which record is meant by an id, by KIND/ID, by PLAN/ID, or by an action's printed number."""

from collections.abc import Iterator
from dataclasses import dataclass

from coparent.documents.naming import singular
from coparent.errors import CoparentError
from coparent.schema.naming import named
from coparent.schema.record import Record
from coparent.workspace import Workspace

_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A record, what kind it is, and its id. `within` is the plan of a record whose id is only its plan's own."""

    kind: str
    id: str
    record: Record
    within: str = ""

    @property
    def name(self) -> str:
        """What to type to mean this record and no other of its id, unless its kind has another."""
        return f"{self.within or self.kind}/{self.id}"


def find_record(workspace: Workspace, asked: str) -> Found:
    """The record that is meant. Raises CoparentError where there is none, or more than one."""
    every = list(_every_record(workspace))
    written = asked.strip()
    kind, slash, identity = written.lower().rpartition("/")
    kinds = (kind, singular(kind))
    found = [one for one in every if one.id == identity and (not slash or one.within == kind or one.kind in kinds)]
    if not found and not slash:
        found = [one for one in every if getattr(one.record, "ref", None) == written]
    if len(found) == 1:
        return found[0]
    raise _ambiguous(asked, found) if found else _unknown(workspace, asked, every)


def _every_record(workspace: Workspace) -> Iterator[Found]:
    for kind, records in workspace.records.items():
        for identity, named_so in records.items():
            yield Found(kind, identity, named_so[0])
    for found in workspace.identified:
        if found.file is not None:
            yield Found(found.kind, found.id, found.record, getattr(found.file, "id", found.file.where.path))


def _ambiguous(asked: str, found: list[Found]) -> CoparentError:
    kinds = [one.kind for one in found]
    by_ref = all(one.id != asked.strip().lower().rpartition("/")[2] for one in found)
    names = [one.id if by_ref else f"{one.kind}/{one.id}" if kinds.count(one.kind) == 1 else one.name for one in found]
    what = ", ".join(f"{one.kind} {named(one.record)}" for one in found)
    typed = "  or  ".join(f"coparent show {name}" for name in names)
    return CoparentError(f'"{asked}" could be any of these: {what}', f"write  {typed}")


def _unknown(workspace: Workspace, asked: str, every: list[Found]) -> CoparentError:
    from coparent.text.suggestions import nearest

    identity = asked.strip().lower().rpartition("/")[2]
    if identity in workspace.broken_ids:
        return CoparentError(f"{identity} cannot be made sense of", "coparent check  shows what to mend in it")
    refs = {ref for one in every if isinstance(ref := getattr(one.record, "ref", None), str)}
    near = nearest(identity, {*(one.id for one in every), *refs}, most=_MOST_NEAR, cutoff=0.5)
    advice = f"did you mean  {'  or  '.join(f'coparent show {one}' for one in near)}?"
    return CoparentError(
        f'nothing is called "{asked}"', advice if near else "coparent list  shows the actions and their ids"
    )
