"""What the paper is for, what its readers must weigh, and what is attached."""

from collections.abc import Iterator
from string import ascii_uppercase

from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.decisions import decisions_of
from coparent.papers.sections.mentions import link_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.plans import log_groups
from coparent.papers.views.ending import Appendices, Appendix, Implication, Implications
from coparent.papers.views.progress import Purpose
from coparent.timescales import day_in_words, in_words

_IMPLICATIONS = {
    "legal": "Legal",
    "finance": "Finance",
    "equality": "Equality",
    "data": "Data protection",
    "climate": "Climate",
}
_FULL_LIST = "Full list of actions"


def build_purpose(context: PaperContext, numbers: Numbers) -> Purpose:
    """Why the paper is before its readers, and what they are asked to agree."""
    paper, decisions = context.paper, decisions_of(context)
    heading = numbers.section("purpose", "Purpose and recommendations" if decisions else "Purpose")
    purpose = RichText(paper.purpose) if paper.purpose else f"This report shows {context.going_in_words}."
    paragraphs = numbers.paragraphs(purpose, " ".join(_period_in_words(context)))
    ask = numbers.paragraph("Members are asked to:") if decisions else None
    return Purpose(heading, paragraphs, ask, tuple(decision.short for decision in decisions))


def _period_in_words(context: PaperContext) -> Iterator[str]:
    """The day that the paper is about, that of the last report and that of the next."""
    last, following = context.since, context.paper.next_report
    since = ""
    if last is not None:
        since = f", and what has changed since the last report, which was as at {day_in_words(last)}"
    yield f"It gives the position on {day_in_words(context.as_at)}{since}."
    if following is not None:
        yield f"The next report is due in {in_words(following)}."


def build_implications(context: PaperContext, numbers: Numbers) -> Implications | None:
    """What officers say of law, money, equality, data and climate."""
    written = context.paper.implications
    texts = {title: getattr(written, name) for name, title in _IMPLICATIONS.items()} if written is not None else {}
    if not any(texts.values()):
        return None
    heading = numbers.section("implications", "Implications")
    return Implications(
        heading,
        tuple(Implication(title, numbers.paragraph(RichText(text))) for title, text in texts.items() if text),
    )


def build_appendices(context: PaperContext, numbers: Numbers) -> Appendices:
    """The full list of actions, and what officers attach."""
    heading = numbers.section("appendices", "Appendices")
    attached = [
        (_FULL_LIST, None),
        *((appendix.title, link_of(appendix.link)) for appendix in context.paper.appendices),
    ]
    paragraphs = numbers.paragraphs("Appendix A lists every action that this paper counts, by priority.")
    groups = log_groups(context, numbers)
    appendices = tuple(Appendix(_letter(place), title, link) for place, (title, link) in enumerate(attached))
    return Appendices(heading, paragraphs, appendices, groups)


def _letter(place: int) -> str:
    """A, B, … Z, then AA, AB."""
    before, last = divmod(place, len(ascii_uppercase))
    return f"{_letter(before - 1) if before else ''}{ascii_uppercase[last]}"
