"""Ratings that say too little, and those of work that is not in progress."""

from collections.abc import Iterator

from coparent import advice
from coparent.diagnostics import Diagnostic, Level
from coparent.progress import ActionProgress, progress_of
from coparent.progress.offers import offer_month
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named
from coparent.schema.plan import Progress
from coparent.timescales import day_in_words
from coparent.workspace import Workspace

FAMILY = Family("delivery")

_A_QUARTER = 3
"""How many months later late work is expected, where nobody has said when."""


def rated_actions(workspace: Workspace, *ratings: str) -> Iterator[tuple[ActionProgress, Progress]]:
    """Live actions whose latest update has one of some ratings, with that update."""
    for progress in progress_of(workspace).actions:
        if progress.rating in ratings and progress.is_live and workspace.is_whole(progress.action, "updates"):
            yield progress, progress.updates[-1].update


WORDS = {
    "reason": "what has put it at risk",
    "next": "what is done about it, and by when",
    "impact": "what the delay means for children",
}
"""What each field of an update is to say that a rating asks for."""


def _report_missing(
    workspace: Workspace, field_name: str, ratings: tuple[str, ...], problem: str
) -> Iterator[Diagnostic]:
    """A finding for each latest update of these ratings that leaves a field out."""
    for progress, update in rated_actions(workspace, *ratings):
        if getattr(update, field_name) is None:
            yield update.at(field_name).says(
                f"{named(progress.action)} is {progress.rating}, and its update of "
                f"{day_in_words(progress.updates[-1].on)} {problem}",
                label=f'"{field_name}" is missing here',
                help=advice.either(*(advice.add_line(field_name, words) for words in _offers(progress, field_name))),
            )


def _offers(progress: ActionProgress, field_name: str) -> tuple[str, ...]:
    """What may be written in a field of an update: of a forecast a month, or that nobody knows."""
    return (WORDS[field_name],) if field_name in WORDS else (offer_forecast(progress), "TBC")


def offer_forecast(progress: ActionProgress) -> str:
    """A month to offer as the forecast of work that is late: a quarter after it is due, or after the day."""
    promised = progress.promised.end if progress.promised is not None else None
    return offer_month(progress.workspace, progress.plan, _A_QUARTER, promised)


@FAMILY.records("rating-without-reason", LevelByStatus())
def rating_without_reason(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update is amber or red and does not say why.

    Why: a colour tells members that something is wrong, and not what; they will ask.
    Fix: add a line  reason:  to the update.

    Before:
        on: 2026-09-30
        stage: in-progress
        rating: amber
        summary: One site of two is bought.
    After:
        on: 2026-09-30
        stage: in-progress
        rating: amber
        summary: One site of two is bought.
        reason: The seller of the second site withdrew in August.
    """
    yield from _report_missing(workspace, "reason", ("amber", "red"), "does not say why")


@FAMILY.records("rating-without-next", LevelByStatus())
def rating_without_next(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update is amber or red and does not say what happens next.

    Why: members accept that work is late; they do not accept that nobody is doing anything about it.
    Fix: add a line  next:  to the update.

    Before:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
        reason: It was sold.
    After:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
        reason: It was sold.
        next: Three other sites are looked at in October.
    """
    yield from _report_missing(workspace, "next", ("amber", "red"), "does not say what happens next")


@FAMILY.records("red-without-forecast", Level.WARNING)
def red_without_forecast(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update is red and does not say when the work is now expected to be done.

    Why: "not by the agreed date" leaves everyone who waits for it without any date.
    Fix: add a line  forecast:  to the update; TBC is an honest answer too.

    Before:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
    After:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
        forecast: June 2027
    """
    yield from _report_missing(workspace, "forecast", ("red",), "does not say when it is expected now")


@FAMILY.records("red-without-impact", Level.WARNING)
def red_without_impact(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update is red and does not say what that means for children.

    Why: the panel is there for the children; a delay matters as much as it does to them.
    Fix: add a line  impact:  to the update.

    Before:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
    After:
        on: 2026-09-30
        stage: in-progress
        rating: red
        summary: The site is lost.
        impact: Some children stay further from their school for another half year.
    """
    yield from _report_missing(workspace, "impact", ("red",), "does not say what that means for children")


@FAMILY.records("rated-but-not-in-progress", Level.NOTE)
def rated_but_not_in_progress(workspace: Workspace) -> Iterator[Diagnostic]:
    """A rating on work that has not begun, rests or is over.

    Why: a rating is confidence in work in progress; others would be counted as if they were under way.
    Fix: take the rating out, or correct the stage. Papers show complete work as blue by themselves.

    Before:
        on: 2026-09-30
        stage: complete
        rating: green
        summary: Both homes are open.
    After:
        on: 2026-09-30
        stage: complete
        summary: Both homes are open.
    """
    for progress in progress_of(workspace).actions:
        if progress.rating is not None and progress.stage != "in-progress":
            update = progress.updates[-1].update
            yield update.at("rating").says(
                f"{named(progress.action)} is rated {progress.rating}, and it is {progress.stage}",
                label="only work in progress has a rating",
                help=advice.TAKE_LINE_OUT,
            )
