"""Days, due dates, actions, sources and rich text as papers mention them."""

from collections.abc import Iterable
from datetime import date

from coparent.papers.facts import ActionName, Day, Due, Link, Words
from coparent.papers.rich_text import RichText
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.schema.plan import Action
from coparent.schema.shared import LinkRecord
from coparent.text.patterns import compile_later
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace

_MARKUP = compile_later(r"[\\*_\[\]<]")


def rich(text: str | None) -> Words:
    """Rich text of a plan; "" where nobody wrote any."""
    return RichText(text) if text else ""


def without_markup(text: str) -> str:
    """Plain text for the middle of a line of rich text, where nothing in it may count as markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


def day(value: date) -> Day:
    """A day for machines and for people."""
    return Day(value.isoformat(), day_in_words(value))


def name_of(action: Action) -> ActionName:
    """An action as it is mentioned."""
    return ActionName(action.id, action.ref or "", action.title)


def names_of(actions: Iterable[ActionProgress]) -> tuple[ActionName, ...]:
    """Actions as they are mentioned."""
    return tuple(name_of(progress.action) for progress in actions)


def names_by_id(workspace: Workspace, identities: Iterable[str]) -> tuple[ActionName, ...]:
    """Actions by id, less those that the audience may not see."""
    records = (workspace.find("action", identity) for identity in identities)
    return tuple(name_of(record) for record in records if isinstance(record, Action))


def due_of(progress: ActionProgress | MilestoneProgress) -> Due:
    """The due date in force, and every date before it: none is lost."""
    if not progress.due_dates:
        return Due("no date" if progress.dates_are_known else "not known")
    *earlier, last = progress.due_dates
    words = in_words(last)
    if isinstance(progress, ActionProgress) and last.review is None and last.end is None:
        review = progress.action.review
        words = f"{words}, review {in_words(review)}" if review is not None else words
    return Due(words, last.end.isoformat() if last.end is not None else "", tuple(map(in_words, earlier)))


def link_of(link: LinkRecord | None) -> Link | None:
    """A source. A file of the workspace is only named, since readers of a paper do not have it."""
    return Link(link.title, link.url or "", link.held_by or link.path or "") if link is not None else None


def links_of(links: Iterable[LinkRecord]) -> tuple[Link, ...]:
    """Sources."""
    return tuple(found for link in links if (found := link_of(link)) is not None)
