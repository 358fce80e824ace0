"""What can be saved of a document with faults: the smallest parts that hold them are explained and cut out."""

from dataclasses import dataclass, field
from itertools import islice

from pydantic import ValidationError

from coparent.diagnostics import MOST_FINDINGS, Diagnostic, Level, Route
from coparent.documents.parsing import Document
from coparent.documents.scalars import Data, value_at
from coparent.schema.cutting import ids_in, kept_indices, prune, restore
from coparent.schema.explaining import explain
from coparent.schema.faults import Fault
from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.record import FileRecord
from coparent.schema.shapes import find_field
from coparent.schema.unknown_names import route_meant
from coparent.schema.validated import Validated, build_or_refuse

MOST_FAULTS = 5_000
"""A document with more faults than this is not tried again with what is at fault cut out: too little of it is sound."""

MOST_ROUNDS = 12
"""How often a document is tried again with more cut out; each round goes one level up from what the last one cut."""


def salvage(
    document: Document,
    record_class: type[FileRecord],
    surroundings: Surroundings,
    built: FileRecord | ValidationError,
) -> Validated:
    """Find every fault of a document, and the record that is left without them; `built` came of the whole document."""
    return _Salvage(document, record_class, surroundings, built).run()


@dataclass(slots=True)
class _Salvage:
    """One document while it is being tried; `cuts` are the routes of what was cut out of it so far.

    `built` is what came of the last try; `emptied` are the cuts that None takes the place of, since the file must have
    them; `misread` are routes that the reader has already explained, and the other lists are as in Validated.
    """

    document: Document
    record_class: type[FileRecord]
    surroundings: Surroundings
    built: FileRecord | ValidationError
    cuts: set[Route] = field(default_factory=set)
    emptied: set[Route] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    faulty: set[Route] = field(default_factory=set)
    is_broken: bool = False
    misread: frozenset[Route] = frozenset()
    more: int = 0
    holders: dict[Route, dict[str, Data]] = field(default_factory=dict)

    def run(self) -> Validated:
        self.take_in_misreadings()
        record = self.build_what_is_left()
        lost = [self.document.data] if record is None else map(self.value, self.cuts)
        return Validated(
            self.document.path,
            record,
            (*self.reading_diagnostics(), *self.diagnostics),
            is_broken=self.is_broken or record is None,
            broken_ids=frozenset().union(*map(ids_in, lost)),
            faulty=frozenset(self.faulty),
            more=self.document.more + self.more,
        )

    def take_in_misreadings(self) -> None:
        """Note what the reader had to leave out; of a field given twice, the first is there to be judged."""
        misreadings = [diagnostic for diagnostic in self.document.diagnostics if diagnostic.level is Level.ERROR]
        self.misread = frozenset(diagnostic.spot.place.route for diagnostic in misreadings)
        self.faulty = {route for route in self.misread if self.value(route) is None}
        self.is_broken = any(map(self.hides_records, misreadings))

    def build_what_is_left(self) -> FileRecord | None:
        """Cut until the rest is sound. None if there is nothing sound in it."""
        for _ in range(MOST_ROUNDS):
            if not isinstance(self.built, ValidationError):
                return self.built
            faults = self.locate(self.built)
            self.explain(faults)
            if self.built.error_count() > MOST_FAULTS:
                self.more += self.built.error_count() - MOST_FAULTS
                break
            is_new = [self.cut(fault) for fault in faults]
            if not any(is_new):
                break
            data = prune(self.document.data, self.cuts, self.emptied)
            self.built = build_or_refuse(self.record_class, data, self.surroundings)
        return None

    def locate(self, error: ValidationError) -> list[Fault]:
        """The faults by their routes in the whole document.

        Left out are lists that look empty to the validator only because their every item is at fault.
        """
        data, kept = self.document.data, kept_indices(self.document.data, self.cuts)
        located = [
            (details, restore(data, kept, (*details["loc"], *details.get("ctx", {}).get("keys", ()))))
            for details in islice(error.errors(include_url=False, include_input=False), MOST_FAULTS)
        ]
        holders = {route[:length] for _, route in located for length in range(len(route))}
        return [
            Fault(details, route, self.document, self.record_class, self.surroundings, self.holders)
            for details, route in located
            if details["type"] != "too_short" or route not in holders
        ]

    def explain(self, faults: list[Fault]) -> None:
        """Explain what does not follow from another fault, or from a part that was cut already."""
        unknown = [fault for fault in faults if fault.details["type"] == "unexpected_keyword_argument"]
        misspelt = {route for route in map(route_meant, unknown[:MOST_FINDINGS]) if route is not None}
        emptied = {cut[:length] for cut in self.cuts for length in range(len(cut))}
        self.faulty |= misspelt
        for fault in faults:
            is_known = fault.route in emptied or (fault.route in misspelt and fault.is_missing)
            if is_known or self.is_explained(fault.route):
                continue
            if len(self.diagnostics) >= MOST_FINDINGS:
                self.more += 1
            else:
                diagnostic = explain(fault)
                self.diagnostics.append(diagnostic)
                self.faulty.add(diagnostic.spot.place.route)

    def is_explained(self, route: Route) -> bool:
        """Whether what is wrong here follows from a part already cut, or from what the reader said."""
        beginnings = [route[:length] for length in range(1, len(route) + 1)]
        return not (self.cuts.isdisjoint(beginnings) and self.misread.isdisjoint(beginnings))

    def cut(self, fault: Fault) -> bool:
        """Cut the smallest part that holds a fault: its field or item, or where a field is missing, the record.

        The file itself is kept: None stands in it for the field. False if there is nothing more to cut.
        """
        route = fault.route[:-1] if fault.is_missing else fault.route
        if fault.is_missing and not route and fault.route not in self.emptied:
            return self.empty(fault.route)
        if not route or route in self.cuts:
            return False
        self.cuts.add(route)
        self.is_broken |= isinstance(self.value(route), dict) or self.holds_records(route)
        return True

    def empty(self, route: Route) -> bool:
        """Leave a field empty that the file itself must have."""
        self.cuts.add(route)
        self.emptied.add(route)
        self.faulty.add(route)
        self.is_broken = True
        return True

    def reading_diagnostics(self) -> list[Diagnostic]:
        """What the reader said, without its suspicions of values that turned out to be wrong as they stand."""
        wrong = {diagnostic.spot.place.route for diagnostic in self.diagnostics}
        return [
            diagnostic
            for diagnostic in self.document.diagnostics
            if diagnostic.level is Level.ERROR or diagnostic.spot.place.route not in wrong
        ]

    def hides_records(self, misreading: Diagnostic) -> bool:
        """Whether records, or the names of some, were left out with what the reader refused."""
        route = misreading.spot.place.route
        is_decorated = misreading.rule == "not-supported-yaml" and self.value(route) is not None
        return not route or (self.holds_records(route) and not is_decorated)

    def holds_records(self, route: Route) -> bool:
        """Whether something could look absent that is not, while what a route leads to is left out."""
        shape = find_field(self.record_class, route).field
        return shape is None or shape.holds_ids

    def value(self, route: Route) -> Data:
        return value_at(self.document.data, route)
