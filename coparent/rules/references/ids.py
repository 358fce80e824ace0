"""Ids that nothing has, that two records have, or that stand twice in one list."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count as count_from
from typing import NamedTuple

from coparent.advice import TAKE_ITEM_OUT, TAKE_LINE_OUT, either, take_out, write, write_line
from coparent.diagnostics import Diagnostic, Fix, Level, Related
from coparent.documents.naming import ordinal
from coparent.rules.registry import Family
from coparent.schema.faults import with_article
from coparent.schema.ids import Reference, kind_of, kinds_with_ids
from coparent.schema.naming import kind_in_words, named, short_name
from coparent.schema.record import FileRecord, Record
from coparent.schema.shapes import shapes
from coparent.schema.strategy import Strategy
from coparent.text.suggestions import nearest
from coparent.workspace import Workspace

FAMILY = Family("references")

MOST_CHOICES = 8
"""How many ids are listed to choose from."""


@FAMILY.records("unknown-reference", Level.ERROR, concludes_from_absence=True)
def unknown_reference(workspace: Workspace) -> Iterator[Diagnostic]:
    """An id that nothing has.

    Why: an action that serves a goal nobody has serves none, and is counted for none.
    Fix: write the id as suggested, or add the record it should lead to.

    Before:
        outcomes: [o8]
    After:
        outcomes: [o7]
    """
    meant: dict[tuple[str, str], _Meant] = {}  # One id that was renamed may be named by thousands.
    for reference in workspace.references:
        if _is_known(reference, workspace):
            continue
        kind, identity = reference.kind, reference.id
        known = workspace.records.get(kind, {})
        if (kind, identity) not in meant:
            meant[kind, identity] = _find_meant(kind, identity, known)
        near = meant[kind, identity]
        taken = _find_taken(reference)
        label, help = _offer(reference, near.id, [other for other in known if other not in taken], workspace)
        is_sure = near.is_sure and near.id not in taken
        yield reference.spot.says(
            f'{named(reference.owner)} names {_with_article(kind)} that there is not: "{identity}"',
            label=label,
            help=help,
            fix=Fix(reference.spot, near.id) if is_sure else None,
            subject=identity,
        )


def _find_taken(reference: Reference) -> Sequence[str]:
    """The ids that cannot stand in a place: those beside it in its list, and the record's own."""
    beside = getattr(reference.holder, reference.field, ())
    own = getattr(reference.owner, "id", None) if kind_of(type(reference.owner)) == reference.kind else None
    return (*(beside if isinstance(beside, tuple) else ()), *([own] if own else []))


def _offer(reference: Reference, near: str, choices: Sequence[str], workspace: Workspace) -> tuple[str, str]:
    """What the caret says, and what to type; `choices` are the ids that do not stand in the same list already."""
    kind, identity, is_item = reference.kind, reference.id, reference.index is not None
    known = workspace.records.get(kind, {})
    if near and near not in choices:
        is_own = near == getattr(reference.owner, "id", None)
        why = "That is this record itself" if is_own else "It is in this list already"
        return f"did you mean {near}? {why}", take_out(identity)
    if near:
        return f"did you mean {near}?", write(near)
    other_kind = next((other for other, ids in workspace.records.items() if identity in ids), "")
    label = f"this is the id of {_with_article(other_kind)}" if other_kind else f"no {kind_in_words(kind)} has this id"
    if 0 < len(known) <= MOST_CHOICES:
        label = label if other_kind else f"one of: {', '.join(known)}"
        if choices:
            return label, either(*map(write, choices))
    if is_item:
        return label, take_out(identity)
    is_needed = shapes(type(reference.holder))[reference.field].is_needed
    likeliest = nearest(identity, choices, 3, 0.1) or choices[:3]
    if is_needed:
        return label, either(*map(write, likeliest)) if likeliest else TAKE_ITEM_OUT
    return label, TAKE_LINE_OUT


class _Meant(NamedTuple):
    """The id that was most likely meant, empty if none; `is_sure` where only the way of writing differs."""

    id: str = ""
    is_sure: bool = False


def _find_meant(kind: str, written: str, known: Mapping[str, tuple[Record, ...]]) -> _Meant:
    from coparent.text.slips import is_written_alike  # Most runs meet no such id.

    alike = [identity for identity in known if is_written_alike(written, identity)]
    if len(alike) == 1:
        return _Meant(alike[0], is_sure=True)
    first, numbers = written.partition(" ")[0].strip(_AFTER_AN_ID), _numbers(written)
    if by_words := _find_by_title(written, known) or (first if first in known else ""):
        return _Meant(by_words)
    same_numbers = [identity for identity in known if _numbers(identity) == numbers]
    if is_written_alike(re.sub(r"\d+", "", written), kind_in_words(kind)) and len(same_numbers) == 1:
        return _Meant(same_numbers[0])
    return _Meant(next(iter(nearest(written, same_numbers)), ""))


_AFTER_AN_ID = ".,:;()"


def _numbers(identity: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", identity)]


def _is_known(reference: Reference, workspace: Workspace) -> bool:
    """Whether an id leads somewhere, or would if what it leads to were there and sound."""
    if reference.id in workspace.records.get(reference.kind, {}) or reference.id in workspace.broken_ids:
        return True
    # What only a strategy holds: where there is none, that is the one thing to say.
    return workspace.strategy is None and reference.kind in kinds_with_ids(Strategy)


def _with_article(kind: str) -> str:
    return with_article(kind_in_words(kind))


def _find_by_title(words: str, known: Mapping[str, tuple[Record, ...]]) -> str:
    """The id of the record whose title, name, short name or number was written in place of its id; empty if none."""
    from coparent.text.slips import is_slip, is_written_alike

    names = [
        (name, identity)
        for identity, records in known.items()
        for record in records
        for field in ("short_name", "ref", "title", "name")
        if (name := getattr(record, field, None))
    ]
    same = next((identity for name, identity in names if is_written_alike(words, name)), "")
    return same or next((identity for name, identity in names if is_slip(words, name)), "")


@FAMILY.records("duplicate-id", Level.ERROR)
def duplicate_id(workspace: Workspace) -> Iterator[Diagnostic]:
    """One id given to two records of the same kind.

    Why: an update or a paper that names the id would be about either, and nobody could tell which.
    Fix: give the later one an id of its own.

    Before:
        actions:
          - id: home-01
            title: Open two homes
          - id: home-01
            title: Recruit carers
    After:
        actions:
          - id: home-01
            title: Open two homes
          - id: home-02
            title: Recruit carers
    """
    by_id: dict[tuple[str, str, FileRecord | None], list[Record]] = defaultdict(list)
    for found in workspace.identified:
        by_id[found.kind, found.id, found.file].append(found.record)
    taken = {identity for _, identity, _ in by_id}
    for (kind, identity, file), (first, *later) in by_id.items():
        for count, record in enumerate(later, start=2):
            where = f" of {short_name(file)}" if file is not None else ""
            yield record.at("id").says(
                f'{_with_article(kind)}{where} already has the id "{identity}"',
                label="used again here" if count == 2 else f"used for the {ordinal(count - 1)} time here",
                help=write_line("id", _free_id(identity, count, taken)),
                related=(Related(first.at("id"), "first used here"),),
            )


def _free_id(start: str, number: int, taken: Collection[str]) -> str:
    """The next id after one, by its number, that nothing has yet."""
    return next(free for other in count_from(number) if (free := f"{start}-{other}") not in taken)


@FAMILY.records("repeated-reference", Level.WARNING)
def repeated_reference(workspace: Workspace) -> Iterator[Diagnostic]:
    """The same id twice in one list.

    Why: it is counted once, so one of the two was most likely meant to be another.
    Fix: take one out, or write the id that was meant.

    Before:
        outcomes: [o1, o1]
    After:
        outcomes: [o1, o2]
    """
    first_references: dict[tuple[Record, str, str], Reference] = {}
    for reference in workspace.references:
        if reference.index is None:
            continue
        first = first_references.setdefault((reference.holder, reference.field, reference.id), reference)
        if first is not reference and _is_known(reference, workspace):
            yield reference.spot.says(
                f'{named(reference.owner)} names "{reference.id}" twice under {reference.field}',
                label="and again here",
                help=either(take_out(reference.id), "write the id that was meant"),
                related=(Related(first.spot, "first here"),),
                subject=reference.id,
            )
