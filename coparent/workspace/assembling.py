"""File texts to workspace: every file read and validated on its own, then all of them joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.misnamed import find_misnamed
from coparent.documents.parsing import parse
from coparent.documents.plan_files import is_plan_name
from coparent.documents.reading import Unreadable, report_unreadable
from coparent.documents.scalars import Data, step
from coparent.schema.fields.surroundings import FindFile, Surroundings, anything_exists
from coparent.schema.kinds import KINDS, Kinds
from coparent.schema.known_later import MOST_IDS, PAST_DAY, fill_in, is_open
from coparent.schema.record import FileRecord
from coparent.schema.settings import Settings
from coparent.schema.strategy import Strategy
from coparent.schema.updates import Updates
from coparent.schema.validated import Validated
from coparent.schema.validating import validate
from coparent.text.natural_order import natural_order
from coparent.timescales import Calendar, day_in_words
from coparent.workspace.records import Workspace

Texts: TypeAlias = Mapping[str, str | Unreadable]
"""File texts by path, each read when it is asked for. A file that gives no text says why.

One whose name is no plan's is not read as a plan: it is only looked at for being one all the same.
"""


def assemble(
    texts: Texts,
    as_at: date,
    find_file: FindFile = anything_exists,
    today: date | None = None,
    kinds: Kinds = KINDS,
) -> Workspace:
    """Build a workspace from file texts, wherever they were read from: a folder, a git revision, a test.

    `find_file` answers for links to files, which are beside `plans/`. `today` is what the calendar on the wall says,
    where that is later than the day to judge for. Raises nothing for a fault of a plan: that is in the workspace's
    diagnostics.
    """
    misnamed = tuple(_find_misnamed(texts))
    files = _validate_all(texts, Surroundings(Calendar(), find_file, as_at), kinds)
    records = [file.record for file in files if file.record is not None]
    surplus = dict(_find_surplus(records, kinds))
    workspace = Workspace(
        as_at=as_at,
        today=max(as_at, today or as_at),
        files=tuple(record for record in records if record not in surplus),
        surplus=tuple(surplus),
        paths=tuple(file.path for file in files),
        diagnostics=(
            *(diagnostic for file in files for diagnostic in file.diagnostics),
            *surplus.values(),
            *_find_no_strategy(files),
            *misnamed,
        ),
        unreadable=tuple(file.path for file in files if not file.is_readable),
        broken=tuple(file.path for file in files if file.is_broken),
        broken_ids=frozenset().union(*(file.broken_ids for file in files)),
        unread_reports=frozenset().union(*(file.unread_reports for file in files)),
        faulty={file.path: file.faulty for file in files if file.faulty},
        more={file.path: file.more for file in files if file.more},
        kinds=kinds,
    )
    return _fill_in_advice(workspace) if any(is_open(found.help) for found in workspace.diagnostics) else workspace


def _fill_in_advice(workspace: Workspace) -> Workspace:
    """The workspace with ids that exist, and days that have been, in the advice of its diagnostics."""
    quarter_end = day_in_words(workspace.settings.calendar().last_quarter_end(workspace.as_at))

    def find(kind: str) -> Sequence[str]:
        return (quarter_end,) if kind == PAST_DAY else workspace.ids(kind, MOST_IDS)

    filled = (replace(found, help=fill_in(found.help, find)) for found in workspace.diagnostics)
    return replace(workspace, diagnostics=tuple(filled))


def _validate_all(texts: Texts, surroundings: Surroundings, kinds: Kinds) -> list[Validated]:
    """Validate each file, the one with the settings first: the others' quarters and terms hang on its calendar.

    Settings kept under an unusual name turn up late; all is then validated once more with their calendar.
    """
    validated: dict[str, Validated] = {}
    has_settings = False
    paths = [path for path in texts if is_plan_name(path) or isinstance(texts[path], Unreadable)]
    for path in sorted(paths, key=lambda path: (not path.rsplit("/", 1)[-1].startswith("settings."), path)):
        file = validated[path] = _validate_text(path, texts[path], surroundings, kinds)
        if isinstance(file.record, Settings) and not has_settings:
            has_settings = True
            calendar = file.record.calendar()
            if calendar != surroundings.calendar:
                surroundings = replace(surroundings, calendar=calendar)
                if len(validated) > 1:
                    return _validate_all(texts, surroundings, kinds)
    return [validated[path] for path in sorted(validated, key=natural_order)]


def _find_misnamed(texts: Texts) -> Iterator[Diagnostic]:
    """Report each file that holds a plan and is not read, because its name is no plan's."""
    for path in texts:
        text = "" if is_plan_name(path) else texts[path]
        if text and not isinstance(text, Unreadable) and (finding := find_misnamed(path, text, texts)):
            yield finding


def _validate_text(path: str, text: str | Unreadable, surroundings: Surroundings, kinds: Kinds) -> Validated:
    if isinstance(text, Unreadable):
        return Validated(path, None, (report_unreadable(path, text),), is_readable=False)
    document = parse(path, text)
    if not document.is_readable:
        return Validated(path, None, document.diagnostics, is_readable=False, more=document.more)
    validated = validate(document, surroundings, kinds)
    if isinstance(validated.record, Updates) and validated.faulty:
        return replace(validated, unread_reports=_find_unread_reports(document.data, validated.record))
    return validated


def _find_unread_reports(written: Data, kept: Updates) -> frozenset[str]:
    """The actions that the updates written in a return name, less those of updates that were kept and have a day."""
    updates = step(written, "updates")
    if updates is not None and not isinstance(updates, tuple):
        return frozenset({""})
    read = {update.where.key for update in kept.updates if update.on is not None or kept.on is not None}
    unread = (step(update, "action") for index, update in enumerate(updates or ()) if index not in read)
    return frozenset(action if isinstance(action, str) else "" for action in unread)


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
