"""The workspace: all records at one moment, every id resolved, seen as at one day."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar, cast

from coparent.diagnostics import Diagnostic, Key, Route, Spot, TextPlace
from coparent.schema.ids import Identified, Reference, find_identified, find_references, kinds_with_ids
from coparent.schema.kinds import KINDS, Kinds
from coparent.schema.measures import Measure, Measures, Reading
from coparent.schema.paper import Paper
from coparent.schema.plan import Action, Milestone, Move, Plan, Progress
from coparent.schema.record import FileRecord, Record, with_changes, with_defaults
from coparent.schema.settings import Settings
from coparent.schema.strategy import Organisation, Strategy
from coparent.schema.updates import Updates
from coparent.text.natural_order import natural_order
from coparent.timescales import Timescale
from coparent.values import frozen, frozen_by_identity
from coparent.workspace.organisation_groups import expand_group
from coparent.workspace.templates import ShippedTemplates, Templates

Fact_co = TypeVar("Fact_co", covariant=True)
FileType = TypeVar("FileType", bound=FileRecord)
Item = TypeVar("Item")
Name = TypeVar("Name", bound=Hashable)


class WorksOut(Protocol[Fact_co]):
    """Works a fact out of a workspace."""

    def __call__(self, workspace: "Workspace", /) -> Fact_co: ...


@frozen
class DatedUpdate:
    """An update of an action, wherever it was written, with the day it is for."""

    on: date
    update: Progress


@frozen_by_identity
class Workspace:
    """All records at one moment, with every id resolved.

    `files` are the records of all files by path, whatever their kind; `surplus` those of a kind that a workspace has
    only once, beside the first: nothing but a diagnostic comes of them. `diagnostics` is what reading and validating
    found. `unreadable` and `broken` are the files that hide something, so that nobody concludes from absence; `faulty`
    are the routes in each file that need no second diagnostic. `unread_reports` are the actions that updates in returns
    name which could not be read, with "" for one that names none. `more` is how many faults were found in
    a file besides those in its diagnostics. `templates` are those that papers may name.
    Everything is judged as at `as_at`; `today`, which is never earlier, is only the day after which nothing can have
    happened yet.
    """

    as_at: date
    today: date
    files: tuple[FileRecord, ...] = ()
    surplus: tuple[FileRecord, ...] = ()
    paths: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unreadable: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    broken_ids: frozenset[str] = frozenset()
    faulty: Mapping[str, frozenset[Route]] = field(default_factory=dict)
    unread_reports: frozenset[str] = frozenset()
    more: Mapping[str, int] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=lambda: KINDS)
    templates: Templates = field(default_factory=ShippedTemplates)
    _facts: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def remember(self, work_out: WorksOut[Fact_co]) -> Fact_co:
        """What a function works out of this workspace, worked out once however many rules and papers ask for it."""
        if work_out not in self._facts:
            self._facts[work_out] = work_out(self)
        return cast("Fact_co", self._facts[work_out])

    def __getstate__(self) -> dict[str, object]:
        """What a copy is made from: not the facts worked out, which it can work out again."""
        return {own.name: getattr(self, own.name) for own in fields(self) if own.init} | {"_facts": {}}

    # The files by kind.

    def of_kind(self, kind: type[FileType]) -> tuple[FileType, ...]:
        """The files of one kind, by path."""
        return tuple(file for file in self.files if isinstance(file, kind))

    @cached_property
    def strategy(self) -> Strategy | None:
        return next(iter(self.of_kind(Strategy)), None)

    @cached_property
    def settings(self) -> Settings:
        """What the council does differently; all the defaults where no file says so."""
        return next(iter(self.of_kind(Settings)), None) or with_defaults(Settings)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        return self.of_kind(Plan)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(measure for file in self.of_kind(Measures) for measure in file.measures)

    @cached_property
    def returns(self) -> tuple[Updates, ...]:
        return self.of_kind(Updates)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        return self.of_kind(Paper)

    @property
    def actions(self) -> Iterator[Action]:
        """Every action of every plan."""
        for plan in self.plans:
            yield from plan.actions

    def only(self, plans: Iterable[Plan], measures: Iterable[Measure] | None = None) -> "Workspace":
        """The same workspace with only these plans, and only these of its measures (all if left out)."""
        files: list[FileRecord] = [file for file in self.files if not isinstance(file, Plan | Measures)]
        kept = set(self.measures if measures is None else measures)
        for file in self.of_kind(Measures):
            own = tuple(measure for measure in file.measures if measure in kept)
            files.append(file if len(own) == len(file.measures) else with_changes(file, measures=own))
        return self.with_files(sorted([*files, *plans], key=lambda file: natural_order(file.where.path)))

    def with_files(self, files: Iterable[FileRecord]) -> "Workspace":
        """The same workspace with the records of these files, which are in the order of their paths."""
        return replace(self, files=tuple(files))

    # The records by their ids.

    @cached_property
    def identified(self) -> tuple[Identified, ...]:
        """Every record that has an id, by path and line."""
        return tuple(found for file in self.files for found in find_identified(file))

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, tuple[Record, ...]]]:
        """The records of each kind by id; more than one where an id was given twice, in the order of path and line.

        Those whose ids are only their own file's, such as milestones, are not among them.
        """
        by_kind = _group((found.kind, (found.id, found.record)) for found in self.identified if found.file is None)
        kinds = (kind for file_kind in self.kinds.values() for kind in kinds_with_ids(file_kind))
        return {kind: _group(by_kind[kind]) for kind in kinds if kind in by_kind}

    def find(self, kind: str, identity: str) -> Record | None:
        """The record of that kind and id (the first, if an id was given twice)."""
        found = self.records.get(kind, {}).get(identity)
        return found[0] if found else None

    def ids(self, kind: str, most: int) -> tuple[str, ...]:
        """The ids of a kind to choose from, whoever owns the strategy first; of more than `most`, it alone."""
        owner = self.strategy.organisation if self.strategy is not None and kind == "organisation" else None
        ids = sorted(self.records.get(kind, ()), key=lambda identity: identity != owner)
        return tuple(ids if len(ids) <= most else ids[:1] if owner in ids else ())

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that any record names, by path and then as the fields are documented; those of mere lists last."""
        files = sorted(self.files, key=lambda file: not hasattr(file, "id"))
        return tuple(reference for file in files for reference in find_references(file))

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
        """Backwards: for each kind and id, who names it."""
        return _group(((reference.kind, reference.id), reference) for reference in self.references)

    def members(self, organisation: str) -> tuple[str, ...]:
        """The organisations an id stands for: a group's members (of groups in it, too), or itself."""
        return expand_group(organisation, self._organisations)

    @cached_property
    def _organisations(self) -> Mapping[str, Organisation]:
        found = (records[0] for records in self.records.get("organisation", {}).values())
        return {record.id: record for record in found if isinstance(record, Organisation)}

    def is_whole(self, record: Record, *fields: str) -> bool:
        """Whether nothing had to be cut out of any of these fields: what a rule misses there is then truly missing."""
        faults = self._faults_below.get(record.where.path)
        if faults is None:
            return True
        route = record.where.route
        if route and route not in faults:
            return True
        return all(self._is_kept(record, field, faults.get((*route, field))) for field in fields)

    def knows_updates(self, action: Action) -> bool:
        """Whether every update of an action could be read, in its plan and in the returns."""
        return self.unread_reports.isdisjoint((action.id, "")) and self.is_whole(action, "updates")

    def _is_kept(self, record: Record, field_name: str, below: set[Key | None] | None) -> bool:
        if not below:
            return True
        held = getattr(record, field_name, None)
        if not isinstance(held, tuple):
            return False
        # The place of an item written as a text is counted in what is left of the list, so it says nothing here.
        kept = {item.where.key for item in held if isinstance(item, Record) and not isinstance(item.where, TextPlace)}
        return below <= kept

    @cached_property
    def _faults_below(self) -> Mapping[str, Mapping[Route, set[Key | None]]]:
        """For every file and route, the keys below it that lead to a fault; None where the route itself is one."""
        found: dict[str, dict[Route, set[Key | None]]] = {}
        for path, faulty in self.faulty.items():
            below = found[path] = defaultdict(set)
            for route in faulty:
                for length in range(1, len(route) + 1):
                    below[route[:length]].add(route[length] if length < len(route) else None)
        return found

    # As at the day: what was known then.

    @cached_property
    def _returned(self) -> Mapping[str, tuple[DatedUpdate, ...]]:
        dated = ((update.on or file.on, update) for file in self.returns for update in file.updates)
        return _group((update.action, DatedUpdate(on, update)) for on, update in dated if on is not None)

    def updates(self, action: Action) -> tuple[DatedUpdate, ...]:
        """An action's updates as at the day, from its plan and from all returns, oldest first."""
        own = tuple(DatedUpdate(update.on, update) for update in action.updates)
        known = [update for update in (*own, *self._returned.get(action.id, ())) if update.on <= self.as_at]
        return tuple(sorted(known, key=lambda update: update.on))

    def moves(self, record: Action | Milestone) -> tuple[Move, ...]:
        """The moves of a due date that were made by the day."""
        return tuple(move for move in record.rescheduled if move.on <= self.as_at) if record.rescheduled else ()

    def due(self, record: Action | Milestone, plan: Plan) -> Timescale | None:
        """The due date in force as at the day, placed in the plan's period."""
        moves = self.moves(record)
        due = moves[-1].to if moves else record.due
        return due.within(self.period(plan)) if due is not None else None

    def due_spot(self, record: Action | Milestone) -> Spot:
        """Where the due date in force as at the day is written."""
        moves = self.moves(record)
        return moves[-1].at("to") if moves else record.at("due")

    def is_done(self, milestone: Milestone) -> bool:
        """Whether a milestone was reached by the day."""
        return milestone.done is not None and milestone.done <= self.as_at

    @cached_property
    def _returned_readings(self) -> Mapping[str, tuple[Reading, ...]]:
        return _group((reading.measure, reading) for file in self.returns for reading in file.readings)

    def readings(self, measure: Measure) -> tuple[Reading, ...]:
        """A measure's readings that were known by the day, from its file and from all returns, oldest first.

        The period of each had ended by then, and it was published, where that is said.
        """
        ended = [
            reading
            for reading in (*measure.readings, *self._returned_readings.get(measure.id, ()))
            if reading.period.end and max(reading.period.end, reading.published or date.min) <= self.as_at
        ]
        return tuple(sorted(ended, key=lambda reading: reading.period.sort_key))

    def period(self, plan: Plan) -> Timescale | None:
        """The time a plan covers: its own period, or the strategy's.

        None while that could not be read, and where it ends before it starts.
        """
        if plan.period is None and not self.is_whole(plan, "period"):
            return None
        period = plan.period or (self.strategy.period if self.strategy is not None else None)
        return None if period is None or period.is_reversed else period


def _group(pairs: Iterable[tuple[Name, Item]]) -> dict[Name, tuple[Item, ...]]:
    """The items that go with each name, in their order."""
    found: dict[Name, list[Item]] = defaultdict(list)
    for name, item in pairs:
        found[name].append(item)
    return {name: tuple(items) for name, items in found.items()}
