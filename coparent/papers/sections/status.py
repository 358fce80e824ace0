"""The status of actions, and how many actions have each."""

from collections import Counter
from collections.abc import Sequence

from coparent.papers.charts.bars import bar_of
from coparent.papers.facts import Share, Spread, Status
from coparent.progress import ActionProgress
from coparent.text.sentences import count, listing, lower_first

COMPLETE = Status("complete", "Complete")
ON_TRACK = Status("on-track", "On track")
AT_RISK = Status("at-risk", "At risk")
OFF_TRACK = Status("off-track", "Off track")
UNRATED = Status("unrated", "In progress (not rated)")
PAUSED = Status("paused", "Paused")
NOT_STARTED = Status("not-started", "Not started")
STOPPED = Status("stopped", "Stopped or passed on")

UNKNOWN = Status("unknown", "Not known")
"""That of an action of a draft whose updates could not all be read."""

STATUSES = (COMPLETE, ON_TRACK, AT_RISK, OFF_TRACK, UNRATED, PAUSED, NOT_STARTED, STOPPED)
"""Every status that an action can have, in the order in which papers count them."""

_BY_RATING = {"green": ON_TRACK, "amber": AT_RISK, "red": OFF_TRACK}
_BY_STAGE = {
    "complete": COMPLETE,
    "paused": PAUSED,
    "not-started": NOT_STARTED,
    "carried-forward": Status("stopped", "Carried forward"),
    "superseded": Status("stopped", "Superseded"),
    "cancelled": Status("stopped", "Cancelled"),
    "unknown": UNKNOWN,
}


def status_of(progress: ActionProgress) -> Status:
    """An action's rating where work on it is in progress, else its stage."""
    if progress.stage == "in-progress":
        return _BY_RATING[progress.rating] if progress.rating is not None else UNRATED
    if progress.stage == "not-started" and progress.rating in ("amber", "red"):
        rating = _BY_RATING[progress.rating]
        return Status(rating.code, f"{rating.words}, not started")
    return _BY_STAGE[progress.stage]


def count_statuses(actions: Sequence[ActionProgress]) -> Counter[str]:
    """How many actions have each status, by its code."""
    return Counter(status_of(action).code for action in actions)


def spread_of(now: Sequence[ActionProgress], before: Sequence[ActionProgress] | None = None) -> Spread:
    """Actions by status, and how each number has changed since before (None: there is nothing to compare with)."""
    numbers = count_statuses(now)
    earlier = count_statuses(before) if before is not None else None
    shares = tuple(
        Share(
            status,
            numbers[status.code],
            change_in_words(numbers[status.code], earlier[status.code] if earlier is not None else None),
        )
        for status in (*STATUSES, UNKNOWN)
        if numbers[status.code] or (earlier is not None and earlier[status.code])
    )
    parts = [f"{share.number} {lower_first(share.status.words)}" for share in shares if share.number]
    return Spread(
        total=len(now),
        shares=shares,
        sentence=f"{count(len(now), 'action')}: {listing(parts)}." if parts else "No actions.",
        bar=bar_of([(share.status.code, share.number) for share in shares]),
    )


def change_in_words(now: int, before: int | None) -> str:
    """By how much a number has changed; "" where there is nothing to compare with."""
    if before is None:
        return ""
    if now == before:
        return "no change"
    return f"{now - before} more" if now > before else f"{before - now} fewer"
