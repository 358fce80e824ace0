"""File texts to workspace: every file read and validated on its own, then all of them joined."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.parsing import parse
from coparent.documents.reading import Unreadable, report_unreadable
from coparent.schema.fields.surroundings import FileExists, Surroundings, anything_exists
from coparent.schema.kinds import KINDS, Kinds
from coparent.schema.record import FileRecord
from coparent.schema.settings import Settings
from coparent.schema.strategy import Strategy
from coparent.schema.validated import Validated
from coparent.schema.validating import validate
from coparent.text.natural_order import natural_order
from coparent.timescales import Calendar
from coparent.workspace.records import Workspace

Texts: TypeAlias = Mapping[str, str | Unreadable]
"""File texts by path, each read when it is asked for. A file that gives no text says why."""


def assemble(
    texts: Texts,
    as_at: date,
    exists: FileExists = anything_exists,
    today: date | None = None,
    kinds: Kinds = KINDS,
) -> Workspace:
    """Build a workspace from file texts, wherever they were read from: a folder, a git revision, a test.

    `exists` answers for links to files, which are beside `plans/`. `today` is what the calendar on the wall says, where
    that is later than the day to judge for. Raises nothing for a fault of a plan: that is in the workspace's
    diagnostics.
    """
    files = _validate_all(texts, Surroundings(Calendar(), exists, as_at), kinds)
    records = [file.record for file in files if file.record is not None]
    surplus = dict(_find_surplus(records, kinds))
    return Workspace(
        as_at=as_at,
        today=max(as_at, today or as_at),
        files=tuple(record for record in records if record not in surplus),
        surplus=tuple(surplus),
        paths=tuple(file.path for file in files),
        diagnostics=(
            *(diagnostic for file in files for diagnostic in file.diagnostics),
            *surplus.values(),
            *_find_no_strategy(files),
        ),
        unreadable=tuple(file.path for file in files if not file.is_readable),
        broken=tuple(file.path for file in files if file.is_broken),
        broken_ids=frozenset().union(*(file.broken_ids for file in files)),
        faulty={file.path: file.faulty for file in files if file.faulty},
        kinds=kinds,
    )


def _validate_all(texts: Texts, surroundings: Surroundings, kinds: Kinds) -> list[Validated]:
    """Validate each file, the one with the settings first: the others' quarters and terms hang on its calendar.

    Settings kept under an unusual name turn up late; all is then validated once more with their calendar.
    """
    validated: dict[str, Validated] = {}
    has_settings = False
    for path in sorted(texts, key=lambda path: (not path.rsplit("/", 1)[-1].startswith("settings."), path)):
        file = validated[path] = _validate_text(path, texts[path], surroundings, kinds)
        if isinstance(file.record, Settings) and not has_settings:
            has_settings = True
            calendar = file.record.calendar()
            if calendar != surroundings.calendar:
                surroundings = replace(surroundings, calendar=calendar)
                if len(validated) > 1:
                    return _validate_all(texts, surroundings, kinds)
    return [validated[path] for path in sorted(validated, key=natural_order)]


def _validate_text(path: str, text: str | Unreadable, surroundings: Surroundings, kinds: Kinds) -> Validated:
    if isinstance(text, Unreadable):
        return Validated(path, None, (report_unreadable(path, text),), is_readable=False)
    document = parse(path, text)
    if not document.is_readable:
        return Validated(path, None, document.diagnostics, is_readable=False)
    return validate(document, surroundings, kinds)


def _find_surplus(records: list[FileRecord], kinds: Kinds) -> Iterator[tuple[FileRecord, Diagnostic]]:
    """Every file of a kind that a workspace has only once, beside the first, and what to do about it."""
    for kind, record_class in kinds.items():
        files = [record for record in records if isinstance(record, record_class)]
        for file in files[1:] if record_class.second_file_rule else ():
            diagnostic = file.at("kind").says(
                f"this is a second file of kind {kind}, and a workspace has one",
                rule=record_class.second_file_rule,
                label="and again here",
                help=f"keep one: move what is needed to {files[0].where.path} and delete this file",
                related=(Related(files[0].at("kind"), "the first is here"),),
            )
            yield file, diagnostic


def _find_no_strategy(files: list[Validated]) -> Iterator[Diagnostic]:
    """Report that there is no strategy, unless some file may be one that cannot be made out."""
    if files and all(file.record is not None and not isinstance(file.record, Strategy) for file in files):
        yield Spot(Place(None, files[0].path), region=(0, 0)).says(
            "there is no strategy for the plans to serve",
            rule="no-strategy",
            help="add a file  strategy.yaml  with  kind: strategy",
        )
