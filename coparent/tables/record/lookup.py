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
    """A record, its kind and its id. `within` is the plan of a record whose id is its own only within that plan."""

    kind: str
    id: str
    record: Record
    within: str = ""

    @property
    def title(self) -> str:
        """What the record is called, besides its id."""
        names = (getattr(self.record, name, None) for name in ("title", "name", "who"))
        return next((str(name) for name in names if name), "")

    @property
    def name(self) -> str:
        """What to type to mean this record: PLAN/ID or KIND/ID."""
        return f"{self.within or self.kind}/{self.id}"


def find_record(workspace: Workspace, asked: str) -> Found:
    """The record that is meant. Raises CoparentError where there is none, or more than one."""
    every = list(_every_record(workspace))
    written = asked.strip()
    kind, slash, identity = written.lower().rpartition("/")
    kinds = (kind, singular(kind))
    found = [
        record
        for record in every
        if record.id == identity and (not slash or record.within == kind or record.kind in kinds)
    ]
    if not found and not slash:
        found = [record for record in every if getattr(record.record, "ref", None) == written]
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
    by_ref = all(record.id != asked.strip().lower().rpartition("/")[2] for record in found)
    kinds = [record.kind for record in found]
    names = [
        record.id if by_ref else f"{record.kind}/{record.id}" if kinds.count(record.kind) == 1 else record.name
        for record in found
    ]
    what = ", ".join(f"{record.kind} {named(record.record)}" for record in found)
    typed = "  or  ".join(f"coparent show {name}" for name in names)
    return CoparentError(f'"{asked}" could be any of these: {what}', f"write  {typed}")


def _unknown(workspace: Workspace, asked: str, every: list[Found]) -> CoparentError:
    from coparent.text.suggestions import nearest

    identity = asked.strip().lower().rpartition("/")[2]
    if identity in workspace.broken_ids:
        return CoparentError(f"{identity} cannot be made sense of", "coparent check  shows what to mend in it")
    refs = {ref for record in every if isinstance(ref := getattr(record.record, "ref", None), str)}
    near = nearest(identity, {*(record.id for record in every), *refs}, most=_MOST_NEAR, cutoff=0.5)
    advice = f"did you mean  {'  or  '.join(f'coparent show {name}' for name in near)}?"
    return CoparentError(
        f'nothing is called "{asked}"', advice if near else "coparent list  shows the actions and their ids"
    )
