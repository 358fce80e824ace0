"""Updates that claim more than the dates, the money or their own stage allow."""

from collections.abc import Iterator, Mapping

from coparent import advice
from coparent.advice import Writable
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import ActionProgress, progress_of
from coparent.progress.dates import has_passed
from coparent.progress.offers import EVIDENCE, offer_month, offer_update
from coparent.progress.wording import time_ago, time_between
from coparent.rules.delivery.ratings import WORDS, offer_forecast, rated_actions
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Progress
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace

FAMILY = Family("delivery")

_RATINGS = ("green", "amber", "red")
_NEEDED = {"amber": ("reason", "next"), "red": ("reason", "next", "impact", "forecast")}
"""What an update of each rating has to say as well."""
_ALL = 100
_A_QUARTER = 3
"""How many months on a new forecast is offered."""


def lines_of(rating: str, progress: ActionProgress, update: Progress) -> Mapping[str, Writable]:
    """The line of a rating, with the lines that it needs and that the update does not have."""
    missing = [field for field in _NEEDED.get(rating, ()) if getattr(update, field) is None]
    return {"rating": rating} | {field: WORDS.get(field) or offer_forecast(progress) for field in missing}


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
    for progress, update in rated_actions(workspace, "green", "amber"):
        expected, declared = progress.expected_rating, progress.rating
        if expected is None or declared is None or progress.stage == "paused":
            continue
        is_better = _RATINGS.index(expected) > _RATINGS.index(declared)
        if is_better and workspace.is_whole(progress.action, "due", "rescheduled"):
            yield update.at("rating").says(
                f"{named(progress.action)} is rated {declared}, and by its dates it is {expected}: "
                f"{_describe_lateness(progress)}",
                label=f"by its dates this is {expected}",
                help=f"{advice.write_lines(lines_of(expected, progress, update))}{_offer_approval(progress)}",
                related=_dates_counted(progress),
            )


def _describe_lateness(progress: ActionProgress) -> str:
    """Why a rating is expected, such as: its last forecast is August 2026, 2 months after June 2026, the first date."""
    if progress.promised is None or progress.promised.end is None:
        return ""
    which = "the date first agreed" if progress.promised_move is None else "the date a board last approved"
    forecast = progress.forecast.end if progress.forecast is not None else None
    length = time_between(progress.promised.end, forecast or progress.workspace.as_at)
    late = f"{length} after {in_words(progress.promised)}, {which}"
    if progress.forecast is not None and forecast is not None:
        return f"its last forecast is {in_words(progress.forecast)}, {late}"
    return f"it is still open {late}"


def _offer_approval(progress: ActionProgress) -> str:
    """Advice for a last move that no board approved, where only approved dates count."""
    last = progress.moves[-1] if progress.moves else None
    if last is None or last.approved_by is not None or progress.workspace.settings.rating.against != "approved":
        return ""
    return f"; or if a board agreed to the move to {in_words(last.to)}, name it there as approved_by"


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
    for progress, update in rated_actions(workspace, "green"):
        resources = progress.action.resources
        if resources is not None and resources.status == "unfunded" and progress.stage != "paused":
            yield update.at("rating").says(
                f"{named(progress.action)} is rated green, and there is no money for it",
                label="green, though unfunded",
                help=advice.write_lines(lines_of("amber", progress, update)) + "; or say where the money has come from",
                related=(Related(resources.at("status"), "unfunded here"),),
            )


@FAMILY.records("forecast-passed", Level.WARNING)
def forecast_passed(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update expects work to be done by a day that has passed, and the work is not over.

    Why: it is the date that members were given last, and it has quietly gone by.
    Fix: add an update that says where the work stands and when it is expected now.

    Before:
        updates:
          - {on: 2026-06-30, stage: in-progress, summary: Nearly there., forecast: August 2026}
    After:
        updates:
          - {on: 2026-06-30, stage: in-progress, summary: Nearly there., forecast: August 2026}
          - {on: 2026-09-30, stage: in-progress, summary: The lift is still to come., forecast: December 2026}
    """
    for progress in progress_of(workspace).actions:
        forecast = progress.latest.update.forecast if progress.latest is not None else None
        placed = forecast.within(progress.period) if forecast is not None else None
        if placed is None or placed.end is None or not has_passed(placed, workspace.as_at):
            continue
        if progress.is_live and workspace.is_whole(progress.action, "updates"):
            by = "on" if placed.start == placed.end else "by the end of"
            spot = progress.updates[-1].update.at("forecast")
            offered = offer_month(workspace, progress.plan, _A_QUARTER)
            fields = {"stage": progress.stage, "summary": "where it stands now", "forecast": offered}
            yield spot.says(
                f"{named(progress.action)} was last expected {by} {in_words(placed)}, and is not complete",
                label=time_ago(placed.end, workspace.as_at),
                help=offer_update(progress, spot, fields) or advice.write(offered),
            )


@FAMILY.records("percent-disagrees", Level.WARNING)
def percent_disagrees(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest update says that all of the work is done and that it is in progress, or that it is complete in part.

    Why: a reader cannot tell which of the two is true, and counts of both are printed.
    Fix: write  stage: complete  with what shows it, or the per cent that is done.

    Before:
        on: 2026-09-30
        stage: in-progress
        summary: Both homes are open.
        percent: 100
    After:
        on: 2026-09-30
        stage: complete
        summary: Both homes are open.
        percent: 100
        evidence:
          - {title: Registration certificates, held_by: Residential service}
    """
    for progress in progress_of(workspace).actions:
        update = progress.latest.update if progress.latest is not None else None
        if update is None or update.percent is None or not workspace.is_whole(progress.action, "updates"):
            continue
        is_in_progress = update.stage == "in-progress" and update.percent == _ALL
        if is_in_progress or (update.stage == "complete" and update.percent < _ALL):
            yield update.at("percent").says(
                f"{named(progress.action)} is {update.stage.replace('-', ' ')} on "
                f"{day_in_words(progress.updates[-1].on)}, and {update.percent} per cent of it is done",
                label=f"the stage says {update.stage}",
                help=_offer_stage(progress, update)
                if is_in_progress
                else advice.either(advice.write(_ALL), advice.TAKE_LINE_OUT),
                related=(Related(update.at("stage"), "the stage is here"),),
            )


def _offer_stage(progress: ActionProgress, update: Progress) -> str:
    """That work is complete, with what that needs, unless a rating or an open step says that it is not."""
    may_be_complete = update.rating is None and not any(step.is_missed for step in progress.milestones)
    lines: dict[str, Writable] = {"stage": "complete", "percent": _ALL}
    if not update.evidence:
        lines["evidence"] = EVIDENCE
    return advice.either(*([advice.write_lines(lines)] if may_be_complete else []), advice.TAKE_LINE_OUT)
