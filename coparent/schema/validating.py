"""Document to records: one call for a sound document, and what can be saved of one with faults."""

from coparent.diagnostics import Level
from coparent.documents.parsing import Document
from coparent.schema.fields.surroundings import Surroundings
from coparent.schema.kinds import KINDS, Kinds
from coparent.schema.validated import Validated, build_or_refuse


def validate(document: Document, surroundings: Surroundings, kinds: Kinds = KINDS) -> Validated:
    """Turn a document that could be read into the records of its kind."""
    data = document.data
    kind = data.get("kind") if isinstance(data, dict) else None
    record_class = kinds.get(kind) if isinstance(kind, str) else None
    if record_class is None:
        return _explain_kind(document, kinds)
    built = build_or_refuse(record_class, data, surroundings)
    if isinstance(built, record_class) and not document.diagnostics:
        return Validated(document.path, built)
    from coparent.schema.salvage import salvage  # Most runs meet no such file.

    return salvage(document, record_class, surroundings, built)


def _explain_kind(document: Document, kinds: Kinds) -> Validated:
    """Explain a file that does not say what it is, unless the reader already said that its kind cannot be read."""
    from coparent.schema.cutting import ids_in
    from coparent.schema.unknown_names import explain_kind

    diagnostics, lost = document.diagnostics, frozenset(ids_in(document.data))
    misread = {diagnostic.spot.place.route for diagnostic in diagnostics if diagnostic.level is Level.ERROR}
    if misread.isdisjoint([(), ("kind",)]) or (isinstance(document.data, dict) and "kind" in document.data):
        diagnostics = (*diagnostics, explain_kind(document, kinds))
    return Validated(
        document.path,
        None,
        diagnostics,
        is_broken=True,
        broken_ids=lost,
        faulty=frozenset({()}),
        more=document.more,
    )
