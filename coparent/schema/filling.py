"""A record for what was written as a single text: the text goes where it belongs, and the needed fields are added."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from coparent.advice import Writable
from coparent.documents.scalars import WHERE, Data
from coparent.schema.choices import Choices
from coparent.schema.faults import Fault
from coparent.schema.fields.amounts import read_number, says_nothing
from coparent.schema.ids import kind_of
from coparent.schema.meanings import find_same
from coparent.schema.record import Record
from coparent.schema.shapes import shapes
from coparent.text.slips import plain
from coparent.timescales import Calendar

Fields = dict[str, Writable]
WORDS: Mapping[str, str] = {
    "title": "what it is called",
    "summary": "what has been done so far",
    "reason": "why the date moved",
    "held_by": "who holds it",
    "heard": "what they said",
}
"""What stands where a person must find the words."""
_USUAL_DAY = "31 March 2026"
_USUAL_DATE = "March 2027"
_SLUG_WORDS = 5
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FILE_NAME = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|csv|pptx?|md|txt)", re.IGNORECASE)


def fill(record: type[Record], text: str, fault: Fault) -> Fields | None:
    """The fields of a record that was written as a text; None where a person must choose more than words."""
    make = _MAKERS.get(kind_of(record))
    return make(text, fault) if make is not None else None


def last_day(fault: Fault) -> str:
    """The day of the position that is most likely reported: the last quarter's end, in the form of the file's dates."""
    days = [day for day in _days_in(fault.document.data) if isinstance(day, str)]
    as_at = fault.surroundings.as_at
    if as_at is None:
        return days[-1] if days else _USUAL_DAY
    day = _last_quarter_end(as_at, fault.surroundings.calendar)
    is_iso = bool(days) and all(map(_ISO_DAY.fullmatch, days))
    return day.isoformat() if is_iso else f"{day.day} {day:%B %Y}"


def _last_quarter_end(as_at: date, calendar: Calendar) -> date:
    """The last day of the last quarter of a financial year that is over."""
    day = as_at
    while not ((day + timedelta(days=1)).day == 1 and (day.month - calendar.year_starts + 1) % 3 == 0):
        day -= timedelta(days=1)
    return day


def _days_in(data: Data) -> list[Data]:
    if isinstance(data, tuple):
        return [day for item in data for day in _days_in(item)]
    if isinstance(data, dict):
        own = [data["on"]] if "on" in data else []
        return own + [day for key, item in data.items() if key != WHERE for day in _days_in(item)]
    return []


def slug_of(text: str) -> str:
    """An id made of the first words of a title."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:_SLUG_WORDS]) or "home-03"


def read_status(text: str) -> Fields | None:
    """The stage, and the rating or percent, that a cell of a column for either says; None where it does not.

    >>> read_status("On track"), read_status("Done"), read_status("Not complete")
    ({'stage': 'in-progress', 'rating': 'green'}, {'stage': 'complete'}, None)
    """
    from coparent.schema.plan import Progress

    stages, ratings = (shapes(Progress)[name].choices or Choices() for name in ("stage", "rating"))
    lines = stages.fields.get(plain(text))
    if lines is not None:
        return {name: value for name, value in lines.items() if name in ("stage", "rating")}
    if rating := find_same(text, ratings):
        return {"stage": "in-progress", "rating": rating}
    stage = find_same(text, stages)
    return {"stage": stage} if stage else None


def resources_of(text: str) -> Fields:
    """What a cell about money says: an amount, whether the money is there, or words that are kept as a note."""
    from coparent.schema.plan import Resources

    choices = shapes(Resources)["status"].choices or Choices()
    if status := find_same(text, choices):
        return {"status": status}
    if says_nothing(text):
        return {"status": "unknown"}
    amount = read_number(text, is_share=False)
    return {"status": "unknown", "amount": float(amount) if "." in amount else int(amount)} if amount else {
        "status": "unknown", "note": text
    }  # fmt: skip


def _link(text: str, fault: Fault) -> Fields:
    if re.match(r"(?:https?://|mailto:)\S+$", text, re.IGNORECASE):
        return {"title": WORDS["title"], "url": text}
    if re.match(r"www\.\S+$", text, re.IGNORECASE):
        return {"title": WORDS["title"], "url": f"https://{text}"}
    if _FILE_NAME.fullmatch(text) and fault.surroundings.exists(text):
        return {"title": WORDS["title"], "path": text}
    return {"title": text, "held_by": WORDS["held_by"]}


def _update(text: str, fault: Fault) -> Fields:
    status = read_status(re.split(r"[.;:,\n]", text, maxsplit=1)[0]) or {"stage": "in-progress"}
    return {"on": last_day(fault), **status, "summary": WORDS["summary"] if read_status(text) else text}


def _target(text: str, fault: Fault) -> Fields | None:
    number = read_number(text)
    return {"value": _number(number), "by": _USUAL_DATE} if number else None


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
    "accepted-gap": lambda text, _: {"reason": text, "until": _USUAL_DATE},
    "action": _action,
    "appendix": lambda text, _: {"title": text},
    "baseline": _baseline,
    "board": lambda text, _: {"id": slug_of(text), "name": text},
    "consultation": _consultation,
    "dropped": lambda text, fault: {"on": last_day(fault), "reason": text},
    "link-record": _link,
    "milestone": lambda text, _: {"title": text, "due": _USUAL_DATE},
    "move": lambda text, fault: {"to": text, "on": last_day(fault), "reason": WORDS["reason"]},
    "outcome": _goal,
    "principle": _goal,
    "priority": _goal,
    "promise": _goal,
    "resources": lambda text, _: resources_of(text),
    "role": lambda text, _: {"role": text},
    "section": lambda text, _: {"title": "its heading", "text": text},
    "target": _target,
    "update": _update,
}
"""For each kind of record that people write as a text, how its fields are made of it."""
