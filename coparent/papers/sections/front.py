"""A paper without its sections: its front block, notices, first screen and foot."""

from collections.abc import Iterator

from coparent.papers.sections.action_rows import is_illustrative
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.glance import build_glance
from coparent.papers.sections.mentions import day
from coparent.papers.sections.registry import PaperView
from coparent.papers.views.front import Entry, Notice
from coparent.schema.naming import title_of
from coparent.text.sentences import count
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


def open_paper(context: PaperContext) -> PaperView:
    """Build the view of a paper, still without its sections."""
    paper, strategy = context.paper, context.workspace.strategy
    report_to = paper.report_to or context.board_name(paper.board)
    owner = context.organisation_name(strategy.organisation) if strategy is not None else ""
    title = f"{title_of(paper)}: {context.partner}" if context.partner else title_of(paper)
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
        document_title=f"{name}: {report_to}" if report_to else name,
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
            f"{_OTHER_FORMATS} {paper.enquiries_to or 'the author of this paper'}."
        ),
        glance=build_glance(context),
    )


def _front(context: PaperContext, report_to: str) -> tuple[Entry, ...]:
    """The front block, in the order of the Essex paper PAF/10/22, less what was not given."""
    paper, meeting = context.paper, context.paper.date
    weekday = f"{WEEKDAYS[meeting.weekday()]} {day_in_words(meeting)}" if meeting is not None else ""
    entries = (
        Entry("Reference number", paper.reference or ""),
        Entry("Report title", title_of(paper)),
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
        yield Notice("draft", "Draft", context.draft)
    yield from _illustrative(context)
    if left_out:
        actions, them = count(left_out, "action", "is"), "it" if left_out == 1 else "them"
        who = "for the public" if context.audience is Audience.PUBLIC else "for partners"
        words = f"{actions} not {who}, and no number in this paper counts {them}."
        yield Notice("left-out", f"{actions} not shown", words)
    if not context.is_whole:
        names = "; ".join(title_of(plan) for plan in context.workspace.plans)
        yield Notice("part", "Not all plans", f"This paper is about these plans alone: {names}.")


def _illustrative(context: PaperContext) -> Iterator[Notice]:
    actions = context.progress.actions
    marked = [action for action in actions if is_illustrative(action)]
    plans = [plan for plan in context.workspace.plans if plan.basis == "illustrative"]
    if not marked and not plans:
        return
    if len(marked) == len(actions):
        words = (
            "Every plan here is an example. Its leads, dates and numbers to reach are made up, and none is a "
            "commitment of an organisation it names. Figures about children are real where a source is given."
        )
    else:
        words = (
            f"{len(marked)} of {count(len(actions), 'action')} are examples, and the lists of actions say which. Their "
            "leads, dates and numbers to reach are no commitment of the organisations they name."
        )
    yield Notice("illustrative", "Illustrative", words)
