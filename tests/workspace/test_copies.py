"""Records and workspaces can be pickled and copied, and say the same afterwards."""

import copy
import pickle
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from coparent.checking import check
from coparent.schema.record import Record
from coparent.workspace import Workspace, assemble
from tests.workspaces import SMALLEST, lay_over

AS_AT = date(2026, 11, 30)
SHIPPED = {
    f"plans/{path.name}": path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "plans").rglob("*.yaml"))
}
Copied = TypeVar("Copied")


def pickled(value: Copied) -> Copied:
    copied: Copied = pickle.loads(pickle.dumps(value))  # noqa: S301 - what was pickled a moment ago.
    return copied


COPIES = pytest.mark.parametrize("make_copy", [pickled, copy.deepcopy, copy.copy], ids=["pickle", "deep", "shallow"])
MakeCopy = Callable[[object], object]


def every_record(value: object) -> Iterator[Record]:
    """A record and all those inside it."""
    if isinstance(value, Record):
        yield value
        for field in fields(value):
            yield from every_record(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from every_record(item)


def contents(value: object) -> object:
    """What a record says, and where, as values that can be compared."""
    if isinstance(value, Record):
        return type(value), {field.name: contents(getattr(value, field.name)) for field in fields(value)}
    return tuple(map(contents, value)) if isinstance(value, tuple) else value


def one_of_each_class() -> dict[str, Record]:
    workspaces = [assemble(SHIPPED, AS_AT), assemble(lay_over(dict.fromkeys(SMALLEST, "")), AS_AT)]
    return {
        type(record).__name__: record
        for workspace in workspaces
        for file in (*workspace.files, workspace.settings)
        for record in every_record(file)
    }


EACH = one_of_each_class()


def test_there_is_a_record_of_nearly_every_class() -> None:
    assert {"Strategy", "Plan", "Action", "Milestone", "Role", "LinkRecord", "Reading", "Paper", "Settings"} <= set(
        EACH
    )


@COPIES
@pytest.mark.parametrize("name", EACH)
def test_a_record_can_be_copied_and_stays_frozen(name: str, make_copy: MakeCopy) -> None:
    copied = make_copy(EACH[name])
    assert isinstance(copied, Record)
    assert copied is not EACH[name]
    assert contents(copied) == contents(EACH[name])
    with pytest.raises(FrozenInstanceError):
        setattr(copied, "where", EACH[name].where)  # noqa: B010 - mypy knows that it may not be set.


@COPIES
def test_a_workspace_can_be_copied_whatever_it_has_worked_out(make_copy: MakeCopy) -> None:
    workspace = assemble(SHIPPED, AS_AT)
    report = check(workspace, SHIPPED)
    copied = make_copy(workspace)
    assert isinstance(copied, Workspace)
    assert contents(copied.files) == contents(workspace.files)
    assert copied.records.keys() == workspace.records.keys()
    assert check(copied, SHIPPED).diagnostics == report.diagnostics
