"""Ratings that say too little, or more than the dates and the money allow."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import ActionProgress, progress_of
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named
from coparent.schema.plan import Progress
from coparent.text.sentences import count
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace

FAMILY = Family("delivery")

_RATINGS = ("green", "amber", "red")


def _rated(workspace: Workspace, *ratings: str) -> Iterator[tuple[ActionProgress, Progress]]:
    """Live actions whose latest update has one of some ratings, with that update."""
    for progress in progress_of(workspace).actions:
        if progress.rating in ratings and progress.is_live:
            yield progress, progress.updates[-1].update


def _report_missing(
    workspace: Workspace, field_name: str, ratings: tuple[str, ...], problem: str, help: str
) -> Iterator[Diagnostic]:
    """A finding for each latest update of these ratings that leaves a field out."""
    for progress, update in _rated(workspace, *ratings):
        if getattr(update, field_name) is None and workspace.is_whole(update, field_name):
            yield update.at(field_name).says(
                f"{named(progress.action)} is {progress.rating}, and its update of "
                f"{day_in_words(progress.updates[-1].on)} {problem}",
                label=f'"{field_name}" is missing here',
                help=help,
            )


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
    help = "add a line  reason:  with what has made it late or put it at risk"
    yield from _report_missing(workspace, "reason", ("amber", "red"), "does not say why", help)


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
    help = "add a line  next:  with what is done about it, and by when"
    yield from _report_missing(workspace, "next", ("amber", "red"), "does not say what happens next", help)


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
    help = "add a line  forecast:  with the month it is now expected, or  forecast: TBC"
    yield from _report_missing(workspace, "forecast", ("red",), "does not say when it is expected now", help)


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
    help = "add a line  impact:  with what the delay means for children"
    yield from _report_missing(workspace, "impact", ("red",), "does not say what that means for children", help)


@FAMILY.records("rating-disagrees", Level.WARNING)
def rating_disagrees(workspace: Workspace) -> Iterator[Diagnostic]:
    """A rating that is better than the dates allow, by the rule in the settings.

    Why: a green that everybody knows to be late teaches members to believe no rating at all.
    Fix: write the rating that the dates give; or, where a board has agreed to a later date, record the move.

    Before:
        due: June 2026
        updates:
          - {on: 2026-06-30, stage: in-progress, rating: green, summary: Nearly there., forecast: August 2026}
    After:
        due: June 2026
        updates:
          - {on: 2026-06-30, stage: in-progress, rating: amber, summary: Nearly there., forecast: August 2026}
    """
    for progress, update in _rated(workspace, "green", "amber"):
        expected, declared = progress.expected_rating, progress.rating
        if expected is None or declared is None or progress.stage == "paused":
            continue
        is_better = _RATINGS.index(expected) > _RATINGS.index(declared)
        if is_better and workspace.is_whole(progress.action, "due", "rescheduled"):
            yield update.at("rating").says(
                f"{named(progress.action)} is rated {declared}, and by its dates it is {expected}: "
                f"{_describe_lateness(progress)}",
                label=f"by its dates this is {expected}",
                help=f"write  rating: {expected}{_offer_approval(progress)}",
                related=_dates_counted(progress),
            )


def _describe_lateness(progress: ActionProgress) -> str:
    """Why a rating is expected, such as: its last forecast is August 2026, 62 days after June 2026, the first date."""
    if progress.promised is None or progress.late_by is None:
        return ""
    which = "the date first agreed" if progress.promised_move is None else "the date a board last approved"
    late = f"{count(progress.late_by, 'day')} after {in_words(progress.promised)}, {which}"
    if progress.forecast is not None and progress.forecast.end is not None:
        return f"its last forecast is {in_words(progress.forecast)}, {late}"
    return f"it is still open {late}"


def _offer_approval(progress: ActionProgress) -> str:
    """Advice for a last move that no board approved, where only approved dates count."""
    last = progress.moves[-1] if progress.moves else None
    if last is None or last.approved_by is not None or progress.workspace.settings.rating.against != "approved":
        return ""
    return f"  or add  approved_by:  to the move to {in_words(last.to)} if a board agreed to it"


def _dates_counted(progress: ActionProgress) -> tuple[Related, ...]:
    """The date that lateness was counted from, and the forecast it was counted to."""
    move, forecast = progress.promised_move, progress.forecast_update
    promised = Related(progress.action.at("due") if move is None else move.at("to"), "late is counted from here")
    return (promised,) if forecast is None else (promised, Related(forecast.at("forecast"), "the last forecast"))


@FAMILY.records("unfunded-but-green", Level.WARNING)
def unfunded_but_green(workspace: Workspace) -> Iterator[Diagnostic]:
    """Work that is rated green while there is no money for it.

    Why: it cannot be on course; members would learn of the gap when the work fails.
    Fix: rate it amber or red with a reason, or say where the money has come from.

    Before:
        resources: {status: unfunded}
        updates:
          - {on: 2026-09-30, stage: in-progress, rating: green, summary: Employers are being asked.}
    After:
        resources: {status: unfunded}
        updates:
          - on: 2026-09-30
            stage: in-progress
            rating: amber
            summary: Employers are being asked.
            reason: No budget has been found for the wages.
            next: A bid goes to the schools forum in November.
    """
    for progress, update in _rated(workspace, "green"):
        resources = progress.action.resources
        if resources is not None and resources.status == "unfunded" and progress.stage != "paused":
            yield update.at("rating").says(
                f"{named(progress.action)} is rated green, and there is no money for it",
                label="green, though unfunded",
                help="write  rating: amber  with a reason, or correct the status of its resources",
                related=(Related(resources.at("status"), "unfunded here"),),
            )


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
                help="take this line out, or correct the stage",
            )
