"""A paper without its sections: its front block, notices, first screen and foot."""

from collections.abc import Collection, Iterator

from coparent.papers.sections.action_rows import is_illustrative
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.glance import build_glance
from coparent.papers.sections.mentions import day
from coparent.papers.sections.registry import PaperView
from coparent.papers.views.front import Entry, Notice
from coparent.schema.naming import title_of
from coparent.schema.paper import Paper
from coparent.text.sentences import count, end_sentence, headed, upper_first, without_stop
from coparent.timescales import day_in_words, in_words
from coparent.timescales.calendars import WEEKDAYS
from coparent.workspace.audience import Audience

_CLASSIFICATIONS = {
    Audience.PUBLIC: "Public report",
    Audience.PARTNER: "For partners: not for publication",
    Audience.INTERNAL: "Internal: not for publication",
}
_EXEMPT = "Exempt: not for publication"
_OTHER_FORMATS = "If you need this paper in another format, such as large print or Easy Read, ask"


def _whom_to_ask(paper: Paper) -> str:
    return f": {end_sentence(paper.enquiries_to)}" if paper.enquiries_to else " the author of this paper."


def open_paper(context: PaperContext, outline: Collection[str]) -> PaperView:
    """Build the view of a paper that shows these sections, still without them."""
    paper, strategy = context.paper, context.workspace.strategy
    report_to = paper.report_to or context.board_name(paper.board)
    owner = context.organisation_name(strategy.organisation) if strategy is not None else ""
    own = without_stop(title_of(paper))
    title = headed(own, context.partner) if context.partner else own
    name = f"{paper.reference} {title}" if paper.reference else title
    notices = tuple(_notices(context))
    is_illustrative = any(notice.kind == "illustrative" for notice in notices)
    exempt = _EXEMPT if paper.exempt else ""
    running = (paper.reference, title, "Illustrative" if is_illustrative else "", exempt)
    return PaperView(
        template=paper.template or "",
        title=title,
        lede=f"{context.plans_in_words}, as at {day_in_words(context.as_at)}",
        reference=paper.reference or "",
        organisation=owner,
        partner=context.partner,
        strategy=(strategy.title if strategy is not None else None) or "",
        front=_front(context, report_to),
        document_title=headed(name, report_to) if report_to else name,
        author=paper.report_author or owner,
        date=(paper.date or context.as_at).isoformat(),
        running=" · ".join(filter(None, running)),
        audience=context.audience.value,
        classification=exempt or _CLASSIFICATIONS[context.audience],
        exempt=paper.exempt or "",
        notices=notices,
        as_at=day(context.as_at),
        since=day(context.since) if context.since is not None else None,
        next_report=in_words(paper.next_report) if paper.next_report is not None else "",
        is_illustrative=is_illustrative,
        foot=(
            f"Made by coparent from the delivery plans, as at {day_in_words(context.as_at)}. "
            f"{_OTHER_FORMATS}{_whom_to_ask(paper)}"
        ),
        glance=build_glance(context, outline),
    )


def _front(context: PaperContext, report_to: str) -> tuple[Entry, ...]:
    """The front block, in the order of the Essex paper PAF/10/22, less what was not given."""
    paper, meeting = context.paper, context.paper.date
    weekday = f"{WEEKDAYS[meeting.weekday()]} {day_in_words(meeting)}" if meeting is not None else ""
    entries = (
        Entry("Reference number", paper.reference or ""),
        Entry("Report title", without_stop(title_of(paper))),
        Entry("Report to", report_to),
        Entry("Report author", paper.report_author or ""),
        Entry("Date", weekday, meeting.isoformat() if meeting is not None else ""),
        Entry("For", paper.for_ or ""),
        Entry("Enquiries to", paper.enquiries_to or ""),
        Entry("County Divisions affected", paper.divisions_affected or ""),
        Entry("Position as at", day_in_words(context.as_at), context.as_at.isoformat()),
    )
    return tuple(entry for entry in entries if entry.words)


def _notices(context: PaperContext) -> Iterator[Notice]:
    paper, left_out = context.paper, context.left_out
    if paper.exempt:
        yield Notice("exempt", _EXEMPT, paper.exempt)
    if context.draft:
        # The notice has its own word for it.
        yield Notice("draft", "Draft", upper_first(context.draft.removeprefix("Draft: ")))
    yield from _illustrative(context)
    if left_out:
        actions, them = count(left_out, "action", "is"), "it" if left_out == 1 else "them"
        who = "for the public" if context.audience is Audience.PUBLIC else "for partners"
        words = f"{actions} not {who}, and no number in this paper counts {them}."
        yield Notice("left-out", f"{actions} not shown", words)
    if not context.is_whole:
        names = "; ".join(without_stop(title_of(plan)) for plan in context.workspace.plans)
        which = "this plan" if len(context.workspace.plans) == 1 else "these plans"
        yield Notice("part", "Not all plans", f"This paper is about {which} alone: {names}.")


def _illustrative(context: PaperContext) -> Iterator[Notice]:
    actions = context.progress.actions
    marked = [action for action in actions if is_illustrative(action)]
    plans = [plan for plan in context.workspace.plans if plan.basis == "illustrative"]
    if not marked and not plans:
        return
    words = _examples_in_words(len(marked), len(actions), len(plans), len(context.workspace.plans))
    yield Notice("illustrative", "Illustrative", words)


def _examples_in_words(marked: int, actions: int, marked_plans: int, plans: int) -> str:
    """How many actions are examples, else how many plans, and what that means."""
    if marked == actions:
        return (
            f"Every {'plan' if marked_plans == plans else 'action'} here is an example. Its leads, dates and numbers "
            "to reach are made up, and none is a commitment of an organisation it names. Figures about children are "
            "real where a source is given."
        )
    number, total = (marked, f"{actions} actions") if marked else (marked_plans, count(plans, "plan"))
    are, whose = ("is an example", "Its") if number == 1 else ("are examples", "Their")
    listed = ", and the lists of actions say which" if marked else ""
    return (
        f"{number} of {total} {are}{listed}. {whose} leads, dates and numbers to reach are no commitment of the "
        "organisations they name."
    )
