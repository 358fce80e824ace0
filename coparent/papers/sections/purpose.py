"""What the paper is for, what its readers must weigh, and what is attached."""

from string import ascii_uppercase

from coparent.papers.facts import ActionGroup
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.plans import log_groups
from coparent.papers.sections.status import link_of
from coparent.papers.views import Appendices, Appendix, Implication, Implications, Purpose
from coparent.text.sentences import count
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
    paper = context.paper
    heading = numbers.section("purpose", "Purpose and recommendations" if paper.recommendations else "Purpose")
    paragraphs = numbers.paragraphs(
        RichText(paper.purpose) if paper.purpose else _usual_purpose(context), _period_told(context)
    )
    ask = numbers.paragraph("Members are asked to:") if paper.recommendations else None
    return Purpose(heading, paragraphs, ask, tuple(map(RichText, paper.recommendations)))


def _usual_purpose(context: PaperContext) -> str:
    strategy = context.workspace.strategy
    of = f" of {strategy.title}" if strategy is not None else ""
    return f"This report tells how the {count(len(context.workspace.plans), 'delivery plan')}{of} are going."


def _period_told(context: PaperContext) -> str:
    as_at = day_in_words(context.as_at)
    told = f"It gives the position on {as_at}"
    if context.since is not None:
        told += f", and what has changed since the last report, which was as at {day_in_words(context.since)}"
    following = context.paper.next_report
    return f"{told}.{f' The next report is due in {in_words(following)}.' if following is not None else ''}"


def build_implications(context: PaperContext, numbers: Numbers) -> Implications | None:
    """What officers say of law, money, equality, data and climate."""
    written = context.paper.implications
    told = {name: getattr(written, name) for name in _IMPLICATIONS if written is not None and getattr(written, name)}
    if not told:
        return None
    heading = numbers.section("implications", "Implications")
    return Implications(
        heading,
        tuple(Implication(_IMPLICATIONS[name], numbers.paragraph(RichText(text))) for name, text in told.items()),
    )


def build_appendices(context: PaperContext, numbers: Numbers) -> Appendices:
    """The full list of actions, and what officers attach."""
    heading = numbers.section("appendices", "Appendices")
    attached = [(_FULL_LIST, None), *((one.title, link_of(one.link)) for one in context.paper.appendices)]
    paragraphs = numbers.paragraphs("Appendix A lists every action that this paper counts, by priority.")
    groups: tuple[ActionGroup, ...] = log_groups(context, numbers)
    appendices = tuple(Appendix(_letter(place), title, link) for place, (title, link) in enumerate(attached))
    return Appendices(heading, paragraphs, appendices, groups)


def _letter(place: int) -> str:
    """A, B, … Z, then AA, AB."""
    before, last = divmod(place, len(ascii_uppercase))
    return f"{_letter(before - 1) if before else ''}{ascii_uppercase[last]}"
