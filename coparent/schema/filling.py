"""A record for what was written as a single text: the text goes where it belongs, and the needed fields are added."""

import re
from collections.abc import Callable, Mapping

from coparent.schema.choices import Choices
from coparent.schema.dating import coming_month, last_day
from coparent.schema.faults import Fault
from coparent.schema.fields.amounts import read_number
from coparent.schema.ids import kind_of
from coparent.schema.meanings import find_same, lines_meant
from coparent.schema.record import Record
from coparent.schema.shapes import shapes
from coparent.schema.written import Fields
from coparent.text.slips import plain

WORDS: Mapping[str, str] = {
    "title": "what it is called",
    "summary": "what has been done so far",
    "reason": "why the date moved",
    "held_by": "who holds it",
    "heard": "what they said",
}
"""What stands where a person must find the words."""
_SLUG_WORDS = 5
_AFTER_STATUS = re.compile(r"[.;:] ++(?=\S)|(?<! ) ++[-\u2013] ++(?=\S)")
_FILE_NAME = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|csv|pptx?|md|txt)", re.IGNORECASE)


def fill(record: type[Record], text: str, fault: Fault) -> Fields | None:
    """The fields of a record that was written as a text; None where a person must choose more than words."""
    make = _MAKERS.get(kind_of(record))
    return make(text, fault) if make is not None else None


def slug_of(text: str) -> str:
    """An id made of the first words of a title."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:_SLUG_WORDS]) or "home-03"


def read_statuses(text: str) -> tuple[Fields, ...]:
    """What a cell of a column for status or rating may mean, as the lines of an update, the likeliest first.

    A status that goes on in words is read by its opening, and is the summary, too.

    >>> read_statuses("On track"), read_statuses("Not complete"), read_statuses("Soon")
    (({'stage': 'in-progress', 'rating': 'green'},), ({'stage': 'in-progress'}, {'stage': 'not-started'}), ())
    """
    opening, gap, _ = _AFTER_STATUS.sub("\0", text, count=1).partition("\0")
    if gap and (status := _read_whole(opening)):
        return tuple({**one, "summary": text} for one in status[:1])
    return _read_whole(text)


def _read_whole(text: str) -> tuple[Fields, ...]:
    from coparent.schema.plan import Progress

    stages, ratings = (shapes(Progress)[name].choices or Choices() for name in ("stage", "rating"))
    asked = plain(text)
    if lines := lines_meant("stage", asked, stages):
        return ({name: value for name, value in lines.items() if name in ("stage", "rating", "percent")},)
    if rating := find_same(text, ratings):
        return ({"stage": "in-progress", "rating": rating},)
    if asked in ratings.either and asked not in stages.either:
        return tuple({"stage": "in-progress", "rating": rating} for rating in ratings.either[asked])
    stage = find_same(text, stages)
    return ({"stage": stage},) if stage else tuple({"stage": one} for one in stages.either.get(asked, ()))


def resources_of(text: str) -> Fields:
    """What a cell about money says: an amount, whether the money is there, or words that are kept as a note."""
    from coparent.schema.plan import Resources

    choices = shapes(Resources)["status"].choices or Choices()
    if status := find_same(text, choices):
        return {"status": status}
    amount = "0" if text.casefold() in ("nil", "zero") else read_number(text, is_share=False)
    return {"status": "unknown", "amount": float(amount) if "." in amount else int(amount)} if amount else {
        "status": "unknown", "note": text
    }  # fmt: skip


def _link(text: str, fault: Fault) -> Fields:
    if re.match(r"(?:https?://|mailto:)\S+$", text, re.IGNORECASE):
        return {"title": WORDS["title"], "url": text}
    if re.match(r"www\.\S+$", text, re.IGNORECASE):
        return {"title": WORDS["title"], "url": f"https://{text}"}
    if _FILE_NAME.fullmatch(text) and fault.surroundings.find_file(text) == text:
        return {"title": WORDS["title"], "path": text}
    return {"title": text, "held_by": WORDS["held_by"]}


def _update(text: str, fault: Fault) -> Fields:
    status = next(iter(read_statuses(text)), {"stage": "in-progress"})
    return {"on": last_day(fault), **status, "summary": text}


def _target(text: str, fault: Fault) -> Fields | None:
    found = re.fullmatch(r"(.*?)\s*(?:\bby\b|[(,])\s*(.*?(?:19|20)\d\d.*?)\)?", text)
    number = read_number(found[1] if found else text)
    return {"value": _number(number), "by": found[2] if found else coming_month(fault)} if number else None


def _baseline(text: str, fault: Fault) -> Fields | None:
    found = re.fullmatch(r"(.*?)\s*[(,]\s*(.*?(?:19|20)\d\d.*?)\)?", text)
    number = read_number(found[1] if found else text)
    return {"period": found[2] if found else "2025/26", "value": _number(number)} if number else None


def _number(written: str) -> int | float:
    return float(written) if "." in written else int(written)


def _action(text: str, fault: Fault) -> Fields:
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        return {"id": text, "title": "what will be done"}
    return {"id": slug_of(text), "title": text}


def _goal(text: str, fault: Fault) -> Fields:
    return {"id": slug_of(text), "title": text}


def _consultation(text: str, fault: Fault) -> Fields | None:
    from coparent.schema.shared import Consultation

    kind = find_same(text, shapes(Consultation)["kind"].choices or Choices())
    return {"who": text, "kind": kind, "on": last_day(fault), "heard": WORDS["heard"]} if kind else None


_MAKERS: Mapping[str, Callable[[str, Fault], Fields | None]] = {
    "accepted-gap": lambda text, fault: {"reason": text, "until": coming_month(fault)},
    "action": _action,
    "appendix": lambda text, _: {"title": text},
    "baseline": _baseline,
    "board": lambda text, _: {"id": slug_of(text), "name": text},
    "consultation": _consultation,
    "dropped": lambda text, fault: {"on": last_day(fault), "reason": text},
    "link-record": _link,
    "milestone": lambda text, fault: {"title": text, "due": coming_month(fault)},
    "move": lambda text, fault: {"to": text, "on": last_day(fault), "reason": WORDS["reason"]},
    "outcome": _goal,
    "principle": _goal,
    "priority": _goal,
    "promise": _goal,
    "resources": lambda text, _: resources_of(text),
    "reading": _baseline,
    "risk": lambda text, _: {**_goal(text, _), "likelihood": 3, "impact": 3, "status": "open"},
    "role": lambda text, _: {"role": text},
    "section": lambda text, _: {"title": "its heading", "text": text},
    "target": _target,
    "update": _update,
}
"""For each kind of record that people write as a text, how its fields are made of it."""
