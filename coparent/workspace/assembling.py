"""File texts to workspace: every file read and validated on its own, then all of them joined."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias, TypeVar

from coparent.diagnostics import Diagnostic, Place, Related, Spot
from coparent.documents.parsing import parse
from coparent.documents.reading import Unreadable, report_unreadable
from coparent.schema.fields import Surroundings, anything_exists
from coparent.schema.measures import Measures
from coparent.schema.paper import Paper
from coparent.schema.plan import Plan
from coparent.schema.record import Record
from coparent.schema.settings import Settings, usual_settings
from coparent.schema.strategy import Strategy
from coparent.schema.updates import Updates
from coparent.schema.validating import Validated, validate
from coparent.timescales import Calendar
from coparent.workspace.records import Workspace

Texts: TypeAlias = Mapping[str, str | Unreadable]
"""File texts by path, each read when it is asked for. A file that gives no text says why."""

RecordType = TypeVar("RecordType", bound=Record)


def assemble(
    texts: Texts, as_at: date, exists: Callable[[str], bool] = anything_exists, today: date | None = None
) -> Workspace:
    """Build a workspace from file texts, wherever they were read from: a folder, a git revision, a test.

    `exists` answers whether a path beside `plans/` is there, for links to files. `today` is what the calendar on the
    wall says, where that is later than the day to judge for. Raises nothing for a fault of a plan: that is in the
    workspace's diagnostics.
    """
    return _join(_validate_all(texts, Surroundings(Calendar(), exists)), as_at, max(as_at, today or as_at))


def _validate_all(texts: Texts, surroundings: Surroundings) -> list[Validated]:
    """Validate each file, the one with the settings first: the others' quarters and terms hang on its calendar.

    Settings kept under an unusual name turn up late; all is then validated once more with their calendar.
    """
    found: dict[str, Validated] = {}
    has_settings = False
    for path in sorted(texts, key=_settings_first):
        one = found[path] = _validate_text(path, texts[path], surroundings)
        if isinstance(one.record, Settings) and not has_settings:
            has_settings = True
            calendar = one.record.calendar()
            if calendar != surroundings.calendar:
                surroundings = Surroundings(calendar, surroundings.exists)
                if len(found) > 1:
                    return _validate_all(texts, surroundings)
    return [found[path] for path in sorted(found)]


def _settings_first(path: str) -> tuple[bool, str]:
    return not path.rsplit("/", 1)[-1].startswith("settings."), path


def _validate_text(path: str, text: str | Unreadable, surroundings: Surroundings) -> Validated:
    if isinstance(text, Unreadable):
        return Validated(path, None, (report_unreadable(path, text),), is_readable=False)
    document = parse(path, text)
    if not document.is_readable:
        return Validated(path, None, document.diagnostics, is_readable=False)
    return validate(document, surroundings)


def _join(files: list[Validated], as_at: date, today: date) -> Workspace:
    records = [file.record for file in files if file.record is not None]
    strategies, settings = _of(records, Strategy), _of(records, Settings)
    unreadable = tuple(file.path for file in files if not file.is_readable)
    broken = tuple(file.path for file in files if file.is_broken)
    diagnostics = [diagnostic for file in files for diagnostic in file.diagnostics]
    diagnostics += _find_second(strategies, "second-strategy", "strategy")
    diagnostics += _find_second(settings, "second-settings", "settings")
    hidden = any(file.record is None for file in files)
    if not strategies and not hidden and files:
        diagnostics.append(_miss_strategy(files[0].path))
    return Workspace(
        as_at=as_at,
        today=today,
        strategy=strategies[0] if strategies else None,
        settings=settings[0] if settings else usual_settings(),
        plans=tuple(_of(records, Plan)),
        measures=tuple(measure for file in _of(records, Measures) for measure in file.measures),
        returns=tuple(_of(records, Updates)),
        papers=tuple(_of(records, Paper)),
        paths=tuple(file.path for file in files),
        diagnostics=tuple(diagnostics),
        unreadable=unreadable,
        broken=broken,
        broken_ids=frozenset().union(*(file.broken_ids for file in files)),
        faulty={file.path: file.faulty for file in files if file.faulty},
    )


def _of(records: Iterable[Record], kind: type[RecordType]) -> list[RecordType]:
    return [record for record in records if isinstance(record, kind)]


def _find_second(records: list[Strategy] | list[Settings], rule: str, kind: str) -> list[Diagnostic]:
    if len(records) < 2:
        return []
    first = Related(records[0].at("kind"), "the first is here")
    return [
        record.at("kind").says(
            f"this is a second file of kind {kind}, and a workspace has one",
            rule=rule,
            label="and again here",
            help=f"keep one: move what is needed to {records[0].where.path} and delete this file",
            related=(first,),
        )
        for record in records[1:]
    ]


def _miss_strategy(path: str) -> Diagnostic:
    return Spot(Place(None, path), region=(0, 0)).says(
        "there is no strategy for the plans to serve",
        rule="no-strategy",
        help="add a file  strategy.yaml  with  kind: strategy",
    )
