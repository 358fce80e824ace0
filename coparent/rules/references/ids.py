"""Ids that nothing has, that two records have, or that stand twice in one list."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.documents.naming import ordinal
from coparent.rules.registry import Family
from coparent.schema.ids import Reference, kind_of, kinds_with_ids
from coparent.schema.naming import named
from coparent.schema.record import FileRecord, Record
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
    nearest_ids: dict[tuple[str, str], str] = {}  # One id that was renamed may be named by thousands.
    for reference in workspace.references:
        if _is_known(reference, workspace):
            continue
        kind, identity = reference.kind, reference.id
        known = workspace.records.get(kind, {})
        if (kind, identity) not in nearest_ids:
            nearest_ids[kind, identity] = next(iter(nearest(identity, known)), "") or _find_by_title(identity, known)
        near = nearest_ids[kind, identity]
        beside = getattr(reference.holder, reference.field, ())
        is_listed = bool(near) and isinstance(beside, tuple) and near in beside
        other_kind = next((other for other, ids in workspace.records.items() if identity in ids), "")
        label = f"no {kind} has this id"
        if near:
            label = f"did you mean {near}?{' It is in this list already' if is_listed else ''}"
        elif other_kind:
            label = f"this is the id of {_with_article(other_kind)}"
        elif 0 < len(known) <= MOST_CHOICES:
            label = f"one of: {', '.join(known)}"
        yield reference.spot.says(
            f'{named(reference.owner)} names {_with_article(kind)} that there is not: "{identity}"',
            label=label,
            help=f"write  {near}"
            if near and not is_listed
            else f"take it out, or add {_with_article(kind)} with this id",
            subject=identity,
        )


def _is_known(reference: Reference, workspace: Workspace) -> bool:
    """Whether an id leads somewhere, or would if what it leads to were there and sound."""
    if reference.id in workspace.records.get(reference.kind, {}) or reference.id in workspace.broken_ids:
        return True
    # What only a strategy holds: where there is none, that is the one thing to say.
    return workspace.strategy is None and reference.kind in kinds_with_ids(Strategy)


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _find_by_title(words: str, known: Mapping[str, tuple[Record, ...]]) -> str:
    """The id of the record whose title, name, short name or number was written in place of its id; empty if none."""
    ids_by_title: dict[str, str] = {}
    for identity, records in known.items():
        for record in records:
            short_names = (getattr(record, field, None) for field in ("short_name", "ref"))
            if words.lower() in (name.lower() for name in short_names if name):
                return identity
            titles = (getattr(record, field, None) for field in ("title", "name"))
            ids_by_title |= dict.fromkeys(filter(None, titles), identity)
    near = nearest(words, ids_by_title, cutoff=0.85)
    return ids_by_title[near[0]] if near else ""


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
    for (kind, identity, file), (first, *later) in by_id.items():
        for count, record in enumerate(later, start=2):
            where = f" of {getattr(file, 'id', None) or f'the {kind_of(type(file))} file'}" if file is not None else ""
            yield record.at("id").says(
                f'{_with_article(kind)}{where} already has the id "{identity}"',
                label="used again here" if count == 2 else f"used for the {ordinal(count - 1)} time here",
                help=f"give this one an id of its own, such as  {identity}-{count}",
                related=(Related(first.at("id"), "first used here"),),
            )


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
                help="take one out",
                related=(Related(first.spot, "first here"),),
                subject=reference.id,
            )
