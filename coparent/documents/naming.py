"""How a person calls a record: by its id and title, or by its place in the record it belongs to."""

from coparent.diagnostics import Key, Route
from coparent.documents.scalars import Data, step

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SINGULARS = {
    "appendices": "appendix",
    "consulted": "consultation",
    "evidence": "piece of evidence",
    "glossary": "glossary entry",
    "rescheduled": "move",
    "vocabulary": "vocabulary entry",
    "help": "help entry",
}
NUMBERED = (
    "appendices", "consulted", "glossary", "help", "readings", "risks", "sections", "sources", "updates", "vocabulary",
)  # fmt: skip
"""Lists of a file whose records people know by their place, as they do those inside another record.

Their records have no ids, or ids that are only their own file's.
"""

LISTS_OF_RECORDS = frozenset((
    *NUMBERED, "actions", "background", "boards", "evidence", "joint_leads", "measures", "milestones", "organisations",
    "outcomes", "principles", "priorities", "promises", "recommendations", "rescheduled",
))  # fmt: skip
"""Every field that holds a list of records, whatever the kind of file."""

LONGEST_TITLE = 60


def singular(field: str) -> str:
    """One of what a list field holds: "milestones" are each a milestone."""
    if field in _SINGULARS:
        return _SINGULARS[field]
    item = f"{field.removesuffix('ies')}y" if field.endswith("ies") else field.removesuffix("s")
    return item.replace("_", " ")


def ordinal(index: int) -> str:
    """The place of an item counted from 0, in words as far as people say them."""
    if index < len(_ORDINALS):
        return _ORDINALS[index]
    number = index + 1
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def with_title(identity: str, title: str | None) -> str:
    """An id with its title, shortened: home-03 "Open two homes"."""
    if not title or title == identity:
        return identity
    return f'{identity} "{shortened(title)}"'


def shortened(title: str) -> str:
    """A title on one line, cut after a word where it is long."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def name_record(root: Data, route: Route) -> str:
    """Name the record a route leads to or into, as a sentence begins with it."""
    name, data = _name_of_root(root), root
    field: Key | None = None
    for depth, key in enumerate(route):
        data = step(data, key)
        if isinstance(data, dict):
            if isinstance(key, str):
                name = f"the {key.replace('_', ' ')} of {name}"
            elif isinstance(field, str):
                name = _name_of_item(data, field, key, name, is_numbered=depth > 1 or field in NUMBERED)
        field = key
    return name


def _name_of_root(root: Data) -> str:
    if not isinstance(root, dict):
        return "this file"
    identity, title = root.get("id"), root.get("title")
    if isinstance(identity, str):
        return with_title(identity, title if isinstance(title, str) else None)
    kind = root.get("kind")
    if not isinstance(kind, str):
        return "this file"
    return f"the {kind} file" if kind.endswith("s") else f"the {kind}"


def _name_of_item(item: dict[str, Data], field: str, index: int, owner: str, *, is_numbered: bool) -> str:
    identity, title = item.get("id"), item.get("title")
    if isinstance(identity, str) and not is_numbered:
        return with_title(identity, title if isinstance(title, str) else None)
    owner_id = owner.split(' "', 1)[0]
    return f"the {ordinal(index)} {singular(field)} of {owner_id}"
