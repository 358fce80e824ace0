"""What can be saved of a document with faults: the smallest parts that hold them are explained and cut out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coparent.diagnostics import NOWHERE, Diagnostic, Level, Route
from coparent.documents.parsing import Document
from coparent.documents.scalars import WHERE, Data, value_at
from coparent.schema.cutting import ids_in, kept_indices, prune, restore
from coparent.schema.explaining import Explainer
from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.record import FileRecord, with_changes
from coparent.schema.shapes import find_field
from coparent.schema.validated import Validated, build_or_refuse

MOST_ROUNDS = 12
"""How often a document is tried again with more cut out; each round goes one level up from what the last one cut."""

_GOALS: Data = ({"id": "unnamed", "title": "Untitled", WHERE: NOWHERE},)
_STAND_INS: dict[str, Data] = {
    "id": "unnamed",
    "title": "Untitled",
    "organisation": "unnamed",
    "status": "draft",
    "on": "2000-01-01",
    "as_at": "2000-01-01",
    "template": "unnamed",
    "period": "2000/01",
    "priorities": _GOALS,
    "outcomes": _GOALS,
    "organisations": ({"id": "unnamed", "name": "Unnamed", "type": "other", WHERE: NOWHERE},),
    "measures": (),
}
"""What takes the place of a needed field at the top of a file, so that the rest of the file is still judged."""


class _Fault(NamedTuple):
    """One error of the validator, and the route of the whole document that it is about."""

    details: ErrorDetails
    route: Route
    is_missing: bool


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

    `built` is what came of the last try, `stand_ins` take the place of some of these, `misread` are routes that the
    reader has already explained, and the other lists are as in Validated.
    """

    document: Document
    record_class: type[FileRecord]
    surroundings: Surroundings
    built: FileRecord | ValidationError
    cuts: set[Route] = field(default_factory=set)
    stand_ins: dict[Route, Data] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    faulty: set[Route] = field(default_factory=set)
    is_broken: bool = False
    misread: frozenset[Route] = frozenset()

    def run(self) -> Validated:
        self.take_in_misreadings()
        record = self.build_what_is_left()
        if record is None:
            lost = ids_in(self.document.data)
        else:
            record = self.without_stand_ins(record)
            lost = set().union(*(ids_in(self.value(route)) for route in self.cuts))
        return Validated(
            self.document.path,
            record,
            (*self.reading_diagnostics(), *self.diagnostics),
            is_broken=self.is_broken or record is None,
            broken_ids=frozenset(lost),
            faulty=frozenset(self.faulty),
        )

    def take_in_misreadings(self) -> None:
        """Note what the reader had to leave out; of a field given twice, the first is there to be judged."""
        misreadings = [diagnostic for diagnostic in self.document.diagnostics if diagnostic.level is Level.ERROR]
        self.misread = frozenset(diagnostic.spot.place.route for diagnostic in misreadings)
        self.faulty = {route for route in self.misread if self.value(route) is None}
        self.is_broken = any(map(self.hides_records, misreadings))

    def build_what_is_left(self) -> FileRecord | None:
        """Cut until the rest is sound. None if there is nothing sound in it."""
        explainer = Explainer(self.document.path, self.document.data, self.record_class)
        for _ in range(MOST_ROUNDS):
            if not isinstance(self.built, ValidationError):
                return self.built
            faults = self.locate(self.built)
            self.explain(faults, explainer)
            is_new = [self.cut(fault) for fault in faults]
            if not any(is_new):
                break
            data = prune(self.document.data, self.cuts, self.stand_ins)
            self.built = build_or_refuse(self.record_class, data, self.surroundings)
        return None

    def locate(self, error: ValidationError) -> list[_Fault]:
        """The faults by their routes in the whole document.

        Left out are lists that look empty to the validator only because their every item is at fault.
        """
        data, kept = self.document.data, kept_indices(self.document.data, self.cuts)
        located = [
            (details, restore(data, kept, (*details["loc"], *details.get("ctx", {}).get("keys", ()))))
            for details in error.errors(include_url=False, include_input=False)
        ]
        holders = {route[:length] for _, route in located for length in range(len(route))}
        return [
            _Fault(details, route, is_missing=details["type"] == "missing" or self.value(route) == ())
            for details, route in located
            if details["type"] != "too_short" or route not in holders
        ]

    def explain(self, faults: Sequence[_Fault], explainer: Explainer) -> None:
        """Explain what does not follow from another fault, or from a part that was cut already."""
        misspelt = {route for fault in faults if (route := self.misspelt(fault, explainer))}
        emptied = {cut[:length] for cut in self.cuts for length in range(len(cut))}
        self.faulty |= misspelt
        for fault in faults:
            is_known = fault.route in emptied or (fault.route in misspelt and fault.is_missing)
            if not is_known and not self.is_explained(fault.route):
                diagnostic = explainer.explain(fault.details, fault.route)
                self.diagnostics.append(diagnostic)
                self.faulty.add(diagnostic.spot.place.route)

    def misspelt(self, fault: _Fault, explainer: Explainer) -> Route | None:
        """The route of the field that was meant by one we do not know, if that is not there as well."""
        if fault.details["type"] != "unexpected_keyword_argument":
            return None
        meant = explainer.unknown_fields.suggest(fault.route, find_field(self.record_class, fault.route))
        route = (*fault.route[:-1], meant or "")
        return route if meant and self.value(route) is None else None

    def is_explained(self, route: Route) -> bool:
        """Whether what is wrong here follows from a part already cut, or from what the reader said."""
        beginnings = [route[:length] for length in range(1, len(route) + 1)]
        return not (self.cuts.isdisjoint(beginnings) and self.misread.isdisjoint(beginnings))

    def cut(self, fault: _Fault) -> bool:
        """Cut the smallest part that holds a fault: its field or item, or where a field is missing, the record.

        False if it is cut already, or is the whole file.
        """
        route = fault.route
        if fault.is_missing and len(route) == 1:
            return self.stand_in(route)
        if fault.is_missing:
            route = route[:-1]
        if not route or route in self.cuts:
            return False
        self.cuts.add(route)
        self.is_broken |= isinstance(self.value(route), dict) or self.holds_records(route)
        return True

    def stand_in(self, route: Route) -> bool:
        """Put something in the place of a field of the file itself. False if nothing can stand there."""
        field_name = str(route[0])
        if field_name not in _STAND_INS or route in self.stand_ins:
            return False
        self.cuts.add(route)
        self.stand_ins[route] = _STAND_INS[field_name]
        self.faulty.add(route)
        self.is_broken = True
        return True

    def without_stand_ins(self, record: FileRecord) -> FileRecord:
        """The record with the lists empty that only a stand-in is in: nobody wrote it, so nobody may count it."""
        lists = [str(route[0]) for route, stand_in in self.stand_ins.items() if isinstance(stand_in, tuple)]
        return with_changes(record, **dict.fromkeys(lists, ()))

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
