"""What to type in place of a date that could not be read: all that was written, in the fields it belongs in."""

from collections.abc import Iterator

from coparent.advice import TAKE_LINE_OUT, Writable, add_item, add_line, either, write, write_line, write_lines
from coparent.documents.scalars import Data, step
from coparent.schema.dating import coming_month, day_of_new_update, form_of, last_day, year_meant
from coparent.schema.faults import Fault
from coparent.schema.plan import Action
from coparent.schema.shapes import shapes
from coparent.timescales import EXAMPLE_YEAR, NotATimescale, parse

_MOST_OFFERS = 2
_UNKNOWN = "to be confirmed"
_WHAT_WAS_DONE = "what was done"
_WHY_MOVED = "why the date moved"

Fields = dict[str, Writable]


def offers_for(fault: Fault, refusal: NotATimescale) -> tuple[str, ...]:
    """What the field could hold in place of what was written, in the file's form for dates."""
    offers = refusal.offers
    if _holds(fault, "a length of time"):
        return offers[:_MOST_OFFERS]
    if refusal.lacks_year:
        offers = tuple(year_meant(offer, fault, EXAMPLE_YEAR) for offer in offers)
    if not _takes_unknown(fault):
        offers = tuple(offer for offer in offers if offer != _UNKNOWN)
    form = form_of(fault.document.data)
    return tuple(form.write(offer, fault.surroundings.calendar) for offer in offers)[:_MOST_OFFERS]


def advise(fault: Fault, refusal: NotATimescale, offers: tuple[str, ...], otherwise: str) -> str:
    """The fix that is printed: the finished line or lines, or what a person has to decide.

    `otherwise` is what to type in the field where it should hold anything but a time to come.
    """
    lines = next(_lines_elsewhere(fault, refusal), "")
    if lines:
        return lines
    if offers and not (fault.field == "due" and "start" in refusal.elsewhere):
        return either(*(_write_with_review(fault, offer) for offer in offers))
    if _holds(fault, "a date"):
        return f"{write(last_day(fault))}, or the day that is meant"
    if _holds(fault, "a date or the id of a paper"):
        return f"{write(last_day(fault))}, or the id of an earlier paper"
    if "start" in refusal.elsewhere and "start" in fault.holder:
        return "write the date when it is due; when it starts is written already"
    if not refusal.names_nothing:
        return refusal.hint or otherwise
    months = 3 if fault.field == "next_report" else 12
    is_to_come = _holds(fault, "a date or a period")
    return f"{write(coming_month(fault, months))}, or the date that is meant" if is_to_come else otherwise


def offer_missing(fault: Fault) -> str | None:
    """The line for a date that is missing; None for any other field."""
    if _holds(fault, "a date"):
        return add_line(fault.field, last_day(fault))
    return add_line(fault.field, coming_month(fault)) if _holds(fault, "a date or a period") else None


def _holds(fault: Fault, noun: str) -> bool:
    return fault.found.field is not None and fault.found.field.noun.words == noun


def _takes_unknown(fault: Fault) -> bool:
    """Whether a date may be left to be confirmed: only the due date of an action in a draft."""
    is_due = fault.found.record is Action and fault.field == "due"
    return is_due and step(fault.document.data, "status") == "draft"


def _write_with_review(fault: Fault, offer: str) -> str:
    """The value; where it has no end and nobody has said when it is looked at again, with a review."""
    if fault.found.record is not Action or fault.field != "due" or fault.holder.get("review") or offer == _UNKNOWN:
        return write(offer)
    found = parse(offer, fault.surroundings.calendar)
    return write_lines({"due": offer, "review": _review(fault)}) if found.needs_review else write(offer)


def _review(fault: Fault, start: str = "") -> str:
    """When what has no end is looked at again: a year after it starts, or half a year from now."""
    if not start:
        return coming_month(fault, months=6)
    return coming_month(fault, since=parse(start, fault.surroundings.calendar).end)


def _lines_elsewhere(fault: Fault, refusal: NotATimescale) -> Iterator[str]:
    """What was written, in the other fields of the record that it belongs in."""
    known, said, form = shapes(fault.found.record), refusal.elsewhere, form_of(fault.document.data)
    said = {field: form.write(value, fault.surroundings.calendar) if value else value for field, value in said.items()}
    if fault.field != "due" or not said:
        return
    if "done" in said:
        yield from _lines_done(fault, said["done"])
    elif "to" in said and "rescheduled" in known and not fault.holder.get("rescheduled"):
        move: Fields = {"to": said["to"], "on": last_day(fault), "reason": _WHY_MOVED}
        yield write_lines({"due": said["due"], "rescheduled": [move]})
    elif "start" in said and "start" in known:
        yield from _lines_of_start(fault, said["start"], said["due"], said.get("review", ""))
    elif "review" in said and "review" in known and not fault.holder.get("review"):
        yield write_lines({"due": said["due"], "review": said["review"]})


def _lines_done(fault: Fault, done: str) -> Iterator[str]:
    """An update that says the work is complete; of a milestone, the day on which it was done."""
    if fault.found.record is Action:
        day = done or day_of_new_update(fault)
        if day is None:
            return
        item: Fields = {"on": day, "stage": "complete", "summary": _WHAT_WAS_DONE}
        if fault.holder.get("updates"):
            yield f"{add_item('updates', item, is_first=False)}  and {TAKE_LINE_OUT}"
        else:
            yield write_line("updates", [item])
    elif done and "done" in shapes(fault.found.record):
        yield write_lines({"due": done, "done": done})


def _lines_of_start(fault: Fault, start: str, due: str, review: str) -> Iterator[str]:
    """The start and the deadline; one without an end with a review.

    Where another start is written, turns go on from there ("March 2027 and every March"); only how often work comes
    round says enough to take the other start's place.
    """
    calendar, written = fault.surroundings.calendar, fault.holder.get("start")
    is_other = written is not None and not _is_same(written, start, fault)
    if is_other and not (due and parse(due, calendar).is_recurring):
        return
    goes_on = is_other and due.startswith("every ")
    lines: Fields = {"due": due} if goes_on else {"start": start, "due": due or "end of plan"}
    if not fault.holder.get("review") and due and parse(due, calendar).needs_review:
        lines["review"] = review or _review(fault, start)
    yield write_lines(lines)


def _is_same(written: Data, start: str, fault: Fault) -> bool:
    try:
        found = parse(str(written), fault.surroundings.calendar)
    except NotATimescale:
        return False
    return found.days == parse(start, fault.surroundings.calendar).days
