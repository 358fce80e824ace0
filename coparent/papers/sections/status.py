"""How actions stand, in words: status, dates, who answers for them, and how many stand so."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from coparent.papers.charts import bar_of
from coparent.papers.facts import ActionName, Day, Due, Link, Share, Spread, Status
from coparent.progress import ActionProgress
from coparent.schema.plan import Action, Milestone, Plan
from coparent.schema.shared import LinkRecord
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace

COMPLETE = Status("complete", "Complete")
ON_TRACK = Status("on-track", "On track")
AT_RISK = Status("at-risk", "At risk")
OFF_TRACK = Status("off-track", "Off track")
UNRATED = Status("unrated", "In progress (not rated)")
PAUSED = Status("paused", "Paused")
NOT_STARTED = Status("not-started", "Not started")
STOPPED = Status("stopped", "Stopped or passed on")

STATUSES = (COMPLETE, ON_TRACK, AT_RISK, OFF_TRACK, UNRATED, PAUSED, NOT_STARTED, STOPPED)
"""Every status, in the order in which papers count them."""

_BY_RATING = {"green": ON_TRACK, "amber": AT_RISK, "red": OFF_TRACK}
_BY_STAGE = {
    "complete": COMPLETE,
    "paused": PAUSED,
    "not-started": NOT_STARTED,
    "carried-forward": Status("stopped", "Carried forward"),
    "superseded": Status("stopped", "Superseded"),
    "cancelled": Status("stopped", "Cancelled"),
}


def status_of(progress: ActionProgress) -> Status:
    """How an action stands: its rating where work on it is in progress, else its stage."""
    if progress.stage == "in-progress":
        return _BY_RATING[progress.rating] if progress.rating is not None else UNRATED
    if progress.stage == "not-started" and progress.rating in ("amber", "red"):
        return Status(_BY_RATING[progress.rating].code, f"{_BY_RATING[progress.rating].words}, not started")
    return _BY_STAGE[progress.stage]


def spread_of(now: Sequence[ActionProgress], before: Sequence[ActionProgress] | None = None) -> Spread:
    """Actions by status, and how each number has changed since before (None: there is nothing to compare with)."""
    numbers = Counter(status_of(one).code for one in now)
    earlier = Counter(status_of(one).code for one in before) if before is not None else None
    shares = tuple(
        Share(
            status=status,
            number=numbers[status.code],
            change=_change(numbers[status.code], earlier[status.code]) if earlier is not None else "",
        )
        for status in STATUSES
        if numbers[status.code] or (earlier is not None and earlier[status.code])
    )
    said = [f"{share.number} {_in_sentence(share.status.words)}" for share in shares if share.number]
    return Spread(
        total=len(now),
        shares=shares,
        sentence=f"{count(len(now), 'action')}: {listing(said)}." if said else "No actions.",
        bar=bar_of([(share.status.code, share.number) for share in shares]),
    )


def _in_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def _change(now: int, before: int) -> str:
    return change_in_words(now - before)


def change_in_words(difference: int) -> str:
    """By how much a number has changed."""
    if difference == 0:
        return "no change"
    return f"{difference} more" if difference > 0 else f"{-difference} fewer"


def day(value: date) -> Day:
    """A day for machines and for people."""
    return Day(value.isoformat(), day_in_words(value))


def name_of(action: Action) -> ActionName:
    """An action as it is mentioned."""
    return ActionName(action.id, action.ref or "", action.title)


def names_of(actions: Iterable[ActionProgress]) -> tuple[ActionName, ...]:
    """Actions as they are mentioned."""
    return tuple(name_of(one.action) for one in actions)


def names_by_id(workspace: Workspace, identities: Iterable[str]) -> tuple[ActionName, ...]:
    """Actions by id, less those that the audience may not see."""
    found = (workspace.find("action", identity) for identity in identities)
    return tuple(name_of(one) for one in found if isinstance(one, Action))


def due_of(workspace: Workspace, record: Action | Milestone, plan: Plan) -> Due:
    """The due date in force, and every date before it: none is lost."""
    moves = workspace.moves(record)
    period = workspace.period(plan)
    dates = [one.within(period) for one in (record.due, *(move.to for move in moves)) if one is not None]
    if not dates:
        return Due("no date")
    written = [in_words(one) for one in dates]
    words = written[-1]
    if isinstance(record, Action) and record.review is not None and dates[-1].review is None and dates[-1].end is None:
        words = f"{words}, review {in_words(record.review)}"
    end = dates[-1].end
    return Due(words, end.isoformat() if end is not None else "", tuple(written[:-1]))


def link_of(link: LinkRecord | None) -> Link | None:
    """A source; a file of the workspace is named, for a paper is read elsewhere."""
    if link is None:
        return None
    return Link(link.title, link.url or "", link.held_by or link.path or "")


def links_of(links: Iterable[LinkRecord]) -> tuple[Link, ...]:
    """Sources."""
    return tuple(found for link in links if (found := link_of(link)) is not None)
