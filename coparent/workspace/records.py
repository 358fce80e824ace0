"""The workspace: all records at one moment, every id resolved, seen as at one day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from coparent.diagnostics import Diagnostic, Key, Route, Spot
from coparent.schema.measures import Measure, Reading
from coparent.schema.paper import Paper
from coparent.schema.plan import Action, Milestone, Move, Plan, Progress
from coparent.schema.record import Record
from coparent.schema.references import Reference, find_references
from coparent.schema.settings import Settings
from coparent.schema.shared import Consultation
from coparent.schema.strategy import Organisation, Strategy
from coparent.schema.updates import Updates
from coparent.timescales import Timescale

Worked = TypeVar("Worked")


@dataclass(frozen=True, slots=True)
class DatedUpdate:
    """An update of an action, wherever it was written, with the day it is for."""

    on: date
    update: Progress


@dataclass(frozen=True, eq=False)
class Workspace:
    """All records at one moment, with every id resolved.

    `diagnostics` is what reading and validating found. `unreadable` and `broken` are the files that hide something,
    so that nobody concludes from absence; `faulty` are the routes in each file that need no second finding. Everything
    is judged as at `as_at`; `today`, which is never earlier, is only the day after which nothing can have happened yet.
    """

    as_at: date
    today: date
    strategy: Strategy | None
    settings: Settings
    plans: tuple[Plan, ...] = ()
    measures: tuple[Measure, ...] = ()
    returns: tuple[Updates, ...] = ()
    papers: tuple[Paper, ...] = ()
    paths: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unreadable: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    broken_ids: frozenset[str] = frozenset()
    faulty: Mapping[str, frozenset[Route]] = field(default_factory=dict)
    _worked_out: dict[object, Any] = field(default_factory=dict, init=False, repr=False)

    def remember(self, work_out: "Callable[[Workspace], Worked]") -> "Worked":
        """What a function works out of this workspace, worked out once however many rules and papers ask for it."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        worked: Worked = self._worked_out[work_out]
        return worked

    @property
    def actions(self) -> Iterator[Action]:
        """Every action of every plan."""
        for plan in self.plans:
            yield from plan.actions

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, tuple[Record, ...]]]:
        """The records of each kind by id; more than one where an id was given twice, in the order of path and line."""
        found: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for kind, record in self._named_records():
            found[kind][record.id].append(record)  # type: ignore[attr-defined]
        return {kind: {name: tuple(records) for name, records in names.items()} for kind, names in found.items()}

    def _named_records(self) -> Iterator[tuple[str, Record]]:
        lists: list[tuple[str, Iterable[Record]]] = []
        consultations: list[Consultation] = []
        if self.strategy is not None:
            lists = [("strategy", (self.strategy,)), *self.strategy.named_lists()]
            consultations += self.strategy.consulted
        consultations += [consultation for plan in self.plans for consultation in plan.consulted]
        lists += [
            ("plan", self.plans),
            ("action", self.actions),
            ("measure", self.measures),
            ("updates", self.returns),
            ("paper", self.papers),
            ("consultation", [one for one in consultations if one.id is not None]),
        ]
        for kind, records in lists:
            for record in records:
                yield kind, record

    def find(self, kind: str, identity: str) -> Record | None:
        """The record of that kind and id (the first, if an id was given twice)."""
        found = self.records.get(kind, {}).get(identity)
        return found[0] if found else None

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that any record names, by path and then as the fields are documented."""
        return tuple(reference for record in self._files() for reference in find_references(record))

    def _files(self) -> Iterator[Record]:
        strategy = (self.strategy,) if self.strategy is not None else ()
        yield from sorted((*strategy, *self.plans, *self.returns, *self.papers), key=lambda file: file.where.path)
        yield from self.measures

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
        """Backwards: for each kind and id, who names it."""
        found: dict[tuple[str, str], list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.kind, reference.id].append(reference)
        return {key: tuple(references) for key, references in found.items()}

    def members(self, organisation: str) -> tuple[str, ...]:
        """The organisations an id stands for: a group's members (of groups in it, too), or itself."""
        return tuple(dict.fromkeys(self._members(organisation, frozenset())))

    def _members(self, organisation: str, seen: frozenset[str]) -> Iterator[str]:
        found = self.find("organisation", organisation)
        if isinstance(found, Organisation) and found.members:
            for member in found.members:
                if member not in seen:
                    yield from self._members(member, seen | {organisation})
        else:
            yield organisation

    def is_whole(self, record: Record, *fields: str) -> bool:
        """Whether nothing had to be cut out of any of these fields: what a rule misses there is then truly missing."""
        faults = self._faults_below.get(record.where.path)
        if faults is None:
            return True
        route = record.where.route
        return all(self._is_kept(record, field, faults.get((*route, field))) for field in fields)

    def _is_kept(self, record: Record, field_name: str, below: set[Key | None] | None) -> bool:
        if not below:
            return True
        held = getattr(record, field_name, None)
        kept = {item.where.key for item in held if isinstance(item, Record)} if isinstance(held, tuple) else set()
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
        found: dict[str, list[DatedUpdate]] = defaultdict(list)
        for file in self.returns:
            for update in file.updates:
                found[update.action].append(DatedUpdate(update.on or file.on, update))
        return {action: tuple(updates) for action, updates in found.items()}

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
        found: dict[str, list[Reading]] = defaultdict(list)
        for file in self.returns:
            for reading in file.readings:
                found[reading.measure].append(reading)
        return {measure: tuple(readings) for measure, readings in found.items()}

    def readings(self, measure: Measure) -> tuple[Reading, ...]:
        """A measure's readings whose period had ended by the day, from its file and from all returns, oldest first."""
        ended = [
            reading
            for reading in (*measure.readings, *self._returned_readings.get(measure.id, ()))
            if reading.period.end and reading.period.end <= self.as_at
        ]
        return tuple(sorted(ended, key=lambda reading: reading.period.sort_key))

    def period(self, plan: Plan) -> Timescale | None:
        """The time a plan covers: its own period, or the strategy's."""
        return plan.period or (self.strategy.period if self.strategy is not None else None)
