"""Document to records: one call for a sound document, the smallest faulty part cut out of an unsound one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from coparent.diagnostics import Diagnostic, Level, Route
from coparent.documents.parsing import Document
from coparent.documents.scalars import WHERE, Data, value_at
from coparent.schema.fields import Surroundings
from coparent.schema.kinds import KINDS, FileRecord
from coparent.schema.record import NOWHERE

MOST_ROUNDS = 12
"""How often a document is tried again with more cut out; each round goes one level up from what the last one cut."""


@dataclass(frozen=True, slots=True)
class Validated:
    """What came of one document.

    `record` is None where nothing of it could be kept. `is_broken` says that a record, or a field which names
    records, was cut: `broken_ids` are the ids written in what was cut. `faulty` are the routes a rule need not judge.
    """

    path: str
    record: FileRecord | None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_broken: bool = False
    broken_ids: frozenset[str] = frozenset()
    faulty: frozenset[Route] = frozenset()
    is_readable: bool = True


def validate(document: Document, surroundings: Surroundings) -> Validated:
    """Turn a document that could be read into the records of its kind."""
    data = document.data
    kind = data.get("kind") if isinstance(data, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        return _without_kind(document)
    if not document.diagnostics:
        try:
            return Validated(document.path, _read(model, data, surroundings))
        except ValidationError:
            pass
    return _Surgery(document, model, surroundings).operate()


def _read(model: type[FileRecord], data: Data, surroundings: Surroundings) -> FileRecord:
    validator: Any = model.__pydantic_validator__  # type: ignore[union-attr]
    read: FileRecord = validator.validate_python(data, context=surroundings)
    return read


def _without_kind(document: Document) -> Validated:
    """Explain a file that does not say what it is, unless the reader already said that its kind cannot be read."""
    from coparent.schema.cutting import ids_in

    is_misread = any(one.level == "error" and one.spot.place.route in ((), ("kind",)) for one in document.diagnostics)
    if is_misread and (not isinstance(document.data, dict) or "kind" not in document.data):
        diagnostics = document.diagnostics
    else:
        from coparent.schema.unknown_kinds import explain_kind

        diagnostics = (*document.diagnostics, explain_kind(document))
    return Validated(
        document.path,
        None,
        diagnostics,
        is_broken=True,
        broken_ids=frozenset(ids_in(document.data)),
        faulty=frozenset({()}),
    )


_UNNAMED = {
    "id": "unnamed",
    "title": "Untitled",
    "organisation": "unnamed",
    "status": "draft",
    "on": "2000-01-01",
    "as_at": "2000-01-01",
    "template": "unnamed",
    "period": "2000/01",
}
_GOALS: Data = ({"id": "unnamed", "title": "Untitled", WHERE: NOWHERE},)
_BODIES: Data = ({"id": "unnamed", "name": "Unnamed", "type": "other", WHERE: NOWHERE},)
_STAND_INS: dict[str, Data] = {
    **_UNNAMED,
    "priorities": _GOALS,
    "outcomes": _GOALS,
    "organisations": _BODIES,
    "measures": (),
}
"""What takes the place of a needed field at the top of a file, so that the rest of the file is still judged."""


@dataclass(slots=True)
class _Surgery:
    """Finds every fault of one document, and the record that is left without them."""

    document: Document
    model: type[FileRecord]
    surroundings: Surroundings
    cuts: set[Route] = field(default_factory=set)
    stand_ins: dict[Route, Data] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    faulty: set[Route] = field(default_factory=set)
    is_broken: bool = False
    misread: frozenset[Route] = frozenset()

    def operate(self) -> Validated:
        from coparent.schema.cutting import ids_in, prune

        misreadings = [one for one in self.document.diagnostics if one.level is Level.ERROR]
        self.misread = frozenset(one.spot.place.route for one in misreadings)
        # What the reader had to leave out; of a field given twice, the first is there to be judged.
        self.faulty = {route for route in self.misread if self.value(route) is None}
        self.is_broken = any(map(self.hides_records, misreadings))
        record = None
        for _ in range(MOST_ROUNDS):
            data = prune(self.document.data, self.cuts, self.stand_ins)
            try:
                record = _read(self.model, data, self.surroundings)
                break
            except ValidationError as error:
                if not self.cut_out(error):
                    break
        self.take_out_stand_ins(record)
        whole = record is not None
        lost = ids_in(self.document.data) if not whole else set().union(*map(ids_in, map(self.value, self.cuts)))
        return Validated(
            self.document.path,
            record,
            (*self.reading_diagnostics(), *self.diagnostics),
            is_broken=self.is_broken or not whole,
            broken_ids=frozenset(lost),
            faulty=frozenset(self.faulty),
        )

    def take_out_stand_ins(self, record: FileRecord | None) -> None:
        """Empty the lists that only a stand-in is in: nobody wrote it, so nobody may count it."""
        for route, stand_in in self.stand_ins.items():
            if record is not None and isinstance(stand_in, tuple):
                object.__setattr__(record, str(route[0]), ())

    def reading_diagnostics(self) -> Iterator[Diagnostic]:
        """What the reader said, without its suspicions of values that turned out to be wrong as they stand."""
        wrong = {one.spot.place.route for one in self.diagnostics}
        for one in self.document.diagnostics:
            if one.level is Level.ERROR or one.spot.place.route not in wrong:
                yield one

    def cut_out(self, error: ValidationError) -> bool:
        """Explain what is new among the errors and cut their places out. False if there was nothing left to cut."""
        from coparent.schema.cutting import kept_indices, restore
        from coparent.schema.explaining import Explainer

        explainer = Explainer(self.document.path, self.document.data, self.model)
        kept = kept_indices(self.document.data, self.cuts)
        errors = [
            (details, restore(self.document.data, kept, (*details["loc"], *details.get("ctx", {}).get("keys", ()))))
            for details in error.errors(include_url=False, include_input=False)
        ]
        known_cuts = frozenset(self.cuts)
        misspelt = {
            (*route[:-1], suggestion)
            for details, route in errors
            if details["type"] == "unexpected_keyword_argument"
            and (suggestion := explainer.suggested_field(route, self.found(route)))
            and self.value((*route[:-1], suggestion)) is None
        }
        hollow = {cut[:length] for cut in known_cuts for length in range(len(cut))}
        self.faulty |= misspelt
        progress = False
        for details, route in errors:
            if details["type"] == "too_short" and any(
                len(other) > len(route) for _, other in errors if other[: len(route)] == route
            ):
                continue  # A list whose every item is at fault looks empty to the validator.
            is_missing = details["type"] == "missing" or self.value(route) == ()
            follows_on = route in hollow or (route in misspelt and is_missing) or self.is_known(route, known_cuts)
            if not follows_on:
                self.diagnostics.append(explainer.explain(details, route))
                self.faulty.add(self.diagnostics[-1].spot.place.route)
            progress |= self.cut(route, is_missing=is_missing)
        return progress

    def is_known(self, route: Route, cuts: frozenset[Route]) -> bool:
        """Whether what is wrong here follows from a part already cut, or from what the reader said."""
        beginnings = [route[:length] for length in range(1, len(route) + 1)]
        return not (cuts.isdisjoint(beginnings) and self.misread.isdisjoint(beginnings))

    def cut(self, route: Route, *, is_missing: bool) -> bool:
        """Cut the smallest part that holds a fault: its field or item, or where a field is missing, the record."""
        if is_missing and len(route) == 1:
            return self.stand_in(route)
        if is_missing:
            route = route[:-1]
        if not route or route in self.cuts:
            return False
        self.cuts.add(route)
        self.is_broken |= isinstance(self.value(route), dict) or self.holds_records(route)
        return True

    def hides_records(self, misreading: Diagnostic) -> bool:
        """Whether records, or the names of some, were left out with what the reader refused."""
        route = misreading.spot.place.route
        is_decorated = misreading.rule == "not-supported-yaml" and self.value(route) is not None
        return not route or (self.holds_records(route) and not is_decorated)

    def holds_records(self, route: Route) -> bool:
        """Whether something could look absent that is not, while what a route leads to is left out."""
        field = self.found(route).field
        return field is None or bool(field.holds_ids)

    def stand_in(self, route: Route) -> bool:
        field_name = str(route[0])
        if field_name not in _STAND_INS or route in self.stand_ins:
            return False
        self.cuts.add(route)
        self.stand_ins[route] = _STAND_INS[field_name]
        self.faulty.add(route)
        self.is_broken = True
        return True

    def found(self, route: Route) -> Any:
        from coparent.schema.shapes import follow

        return follow(self.model, route)

    def value(self, route: Route) -> Data:
        return value_at(self.document.data, route)
