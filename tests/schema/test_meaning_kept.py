"""A fix changes the form of what was written and never its meaning, whatever words a council writes."""

from itertools import chain

import pytest

from coparent.schema import kinds
from coparent.schema.headings import HEADINGS
from coparent.schema.ids import kind_of
from coparent.schema.record import Record
from coparent.schema.shapes import shapes
from tests.schema.findings import ACTION, PLAN, UPDATE
from tests.workspaces import judge_texts

STAGES = {
    "not-started": "Not started; NOT STARTED; not_started; not strated; Not Started.; not yet started; planned; "
    "notstarted",
    "in-progress": "In progress; In Progress; in_progress; in-progres; in progess; “in progress”; Ongoing; on-going; "
    "live; "
    "under way; underway; started; inprogress; work in progress; in hand; In-Progress.",
    "complete": "Complete; COMPLETE; compleet; completed; Done; finished; delivered; achieved; cmplete; complet; "
    "(complete)",
    "paused": "Paused; pasued; on hold; On-Hold; suspended",
    "carried-forward": "Carried forward; carried_forward; caried forward; rolled forward",
    "superseded": "Superseded; superceded; replaced",
    "cancelled": "Cancelled; canceled; abandoned; withdrawn; no longer applicable",
    "": "Not complete; not completed; Incomplete; uncompleted; non-complete; to complete; To be completed; to"
    " be complete; "
    "part complete; part-complete; partly complete; partially complete; nearly complete; almost complete; mostly done; "
    "not yet complete; not quite complete; never completed; isn't complete; can't complete; unable to complete; "
    "complete?; completed?; done?; complete (tbc); 80% complete; 80%; 50 per cent; half complete; semi-complete; "
    "without completing; should be complete; complete soon; due to complete; completing; completes; completion; "
    "not cancelled; never cancelled; uncancelled; not to be cancelled; to be cancelled; nearly cancelled; "
    "not paused; no longer paused; unpaused; to be paused; on hold?; not on hold; off hold; passed; caused; poised; "
    "not in progress; no progress; not progressing; in progress?; not underway; not under way; "
    "not superseded; to be superseded; not carried forward; to be carried forward; carried forward?; "
    "started?; yet to start; yet to be started; about to start; starting; restarted; not ongoing; not "
    "live; not begun yet; "
    "not started yet; not dropped; not withdrawn; not replaced; unreplaced; not abandoned; reopened; open; closed; "
    "stopped; deferred; pending; TBC; TBA; n/a; unknown; red; amber; green; blue; r; g; red/amber; amber to green; "
    "on track; not on track; off track; at risk; not at risk; delayed; slipped; behind schedule; overdue; not overdue; "
    "on schedule; ahead of schedule; complete and ongoing; business as usual; unstarted; discontinued; disapproved",
}  # fmt: skip
RATINGS = {
    "green": "Green; GREEN; gren; grren; G; on track; On-Track; on schedule; on target",
    "amber": "Amber; amver; AMBER; A; at risk; yellow; orange",
    "red": "Red; RED; R; off track; off-track; “red”",
    "": "not green; ungreen; never green; nearly green; green?; green/amber; amber to green; red/amber; amber/red; "
    "not on track; not at risk; no longer at risk; not off track; not red; blue; B; grey; n/a; TBC; none; not rated; "
    "delayed; slipped; behind schedule; greed; greet; read; reed; rid; umber; amended; partly green; to be green; "
    "complete; not started; on hold; red to amber; green with risks; turning green; light green; greenish; great",
}
STATUSES = {
    "draft": "Draft; DRAFT; drfat; in draft; in development",
    "consultation": "Consultation; consulation; in consultation; out for consultation",
    "approved": "Approved; approvd; APPROVED; aproved; agreed; adopted; published; live; signed off; signed-off",
    "closed": "Closed; ended; closd",
    "": "Not approved; unapproved; disapproved; not yet approved; to be approved; for approval; awaiting approval; "
    "part approved; partly approved; nearly approved; approved?; approving; approval; never approved; "
    "disagreed; not agreed; "
    "unpublished; not published; unadopted; not live; not closed; unclosed; to be closed; closing; "
    "closest; closet; drift; "
    "final draft; not final; not draft; not signed off; not ended; consultant; consulted; complete; open;"
    " TBC; n/a; ready",
}
FREQUENCIES = {
    "monthly": "Monthly; monthy; every month; MONTHLY",
    "quarterly": "Quarterly; quartely; every quarter",
    "termly": "Termly; every term",
    "six-monthly": "six monthly; Six-monthly; half-yearly; twice a year",
    "yearly": "Yearly; annual; annually; every year",
    "": "bimonthly; bi-monthly; semi-monthly; biannual; bi-annual; biennial; fortnightly; weekly; not "
    "monthly; never; early; "
    "nearly; two-monthly; three-monthly; every two months; ad hoc; as required; half-termly; semi-annual;"
    " twice a month",
}  # fmt: skip
FUNDINGS = {
    "existing": "Existing; existing budgets; within existing resources; exsiting",
    "funded": "Funded; fully funded; fundd",
    "part-funded": "Part funded; part-funded; partly funded",
    "unfunded": "Unfunded; un-funded; not funded; no funding; unfuned",
    "unknown": "Unknown; TBC; not known",
    "": "not fully funded; to be funded; underfunded; founded; refunded; unfounded; funded?; nearly funded; "
    "not unfunded; "
    "not existing; non-existing; exiting; exciting; none; nil; known; funding; fund; half funded; dis-"
    "funded; yet to be funded",
}
UNITS = {
    "percent": "Percent; %; per cent; percentage; precent",
    "percentage-points": "percentage points; pp",
    "rate-per-10000": "rate per 10,000; rate per 10000; Rate-per-10000",
    "count": "Count; coutn; children; people",
    "days": "Days; dyas",
    "pounds": "Pounds; £; gbp",
    "": "rate per 1000; rate per 100; rate per 100,000; rate-per-1000; county; court; non-percent; not a "
    "count; discount; "
    "account; percentile; working days; half days; £000; pounds (thousands); rate; hours; years; ration; "
    "uncounted; number of days",
}
BETTERS = {
    "higher": "Higher; hihger; higher is better; increase; up; more",
    "lower": "Lower; lwoer; lower is better; decrease; less; down",
    "neither": "Neither; n/a; niether",
    "": "not higher; no higher; not lower; slower; highest; lowest; lover; either; hither; not neither; no "
    "more; no less; "
    "not increase; higher or lower; maintain; stay the same; higher?; never lower; loser; flower",
}
MEASURE = "kind: measures\nmeasures:\n  - {id: m1, title: Homes, unit: count, better: higher, %s}\n"
FIELDS = {
    "stage": (STAGES, f"{UPDATE}        stage: %s\n"),
    "rating": (RATINGS, f"{UPDATE}        stage: in-progress\n        rating: %s\n"),
    "status": (STATUSES, PLAN.replace("status: draft", "status: %s")),
    "frequency": (FREQUENCIES, MEASURE % "frequency: %s"),
    "unit": (UNITS, MEASURE.replace("unit: count", "unit: %s").replace(", %s}", "}")),
    "better": (BETTERS, MEASURE.replace("better: higher", "better: %s").replace(", %s}", "}")),
    "funding": (FUNDINGS, f"{ACTION}    resources: {{status: %s}}\n"),
}


def fixes_of(text: str) -> list[str]:
    report = judge_texts({"plans/x.yaml": text})
    return [found.fix.text for found in report.diagnostics if found.fix is not None]


@pytest.mark.parametrize("field", FIELDS)
def test_no_word_for_a_value_is_mended_into_another_meaning(field: str) -> None:
    classes, text = FIELDS[field]
    wrong = []
    for meant, words in classes.items():
        for word in words.split("; "):
            if word == meant:
                continue
            found = fixes_of(text % f'"{word}"')
            if found != ([meant] if meant else []):
                wrong.append(f"{word!r} becomes {found}, and means {meant or 'none of them'}")
    assert wrong == []


def _records() -> list[type[Record]]:
    waiting, found = list[type[Record]](kinds.KINDS.values()), list[type[Record]]()
    while waiting:
        record = waiting.pop()
        if record not in found:
            found.append(record)
            waiting += [shape.record for shape in shapes(record).values() if shape.record is not None]
    return found


def test_no_heading_of_a_plan_is_mended_into_the_name_of_another_field() -> None:
    """A heading may be mended only into the same word; a table says which words that are alike are not the same."""
    from coparent.schema.moving import find_same_field

    same = {"report_to", "reports_to", "report to", "count people"}
    headings = {
        heading.strip()
        for table in HEADINGS.values()
        for words in table.values()
        for heading in words.split(",")
        if heading.strip()
    }
    for record in _records():
        for heading in headings | set(chain.from_iterable(shapes(other) for other in _records())):
            meant = find_same_field(heading, record)
            assert meant is None or _same(heading, meant) or heading in same, (record.__name__, heading, meant)


def _same(heading: str, field: str) -> bool:
    """Whether two names are one word but for capitals, spaces, hyphens and its plural."""
    one, other = ("".join(filter(str.isalnum, name.lower())) for name in (heading, field))
    plurals = {other, f"{other}s", other.removesuffix("s"), f"{other[:-1]}ies", f"{other[:-3]}y", f"{other}es"}
    return one in plurals


def test_every_heading_leads_to_a_field_that_there_is() -> None:
    known = {kind_of(record): record for record in _records()}
    for kind, table in HEADINGS.items():
        for path in table:
            field, _, inner = path.partition(".")
            shape = shapes(known[kind])[field]
            assert not inner or (shape.record is not None and inner in shapes(shape.record)), (kind, path)
