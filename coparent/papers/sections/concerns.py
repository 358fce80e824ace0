"""An action that needs attention, told as members ask: what happened, what it means, what is done, and by when."""

from collections.abc import Iterable

from coparent.papers.facts import Due, Status, Words
from coparent.papers.sections.action_rows import rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.status import due_of, name_of, status_of
from coparent.papers.views.progress import Concern
from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.schema.plan import Progress
from coparent.timescales import Timescale, day_in_words, in_words

_NO_DATE = "no new date"
_SILENT = "No update has been sent."


def concern_of(context: PaperContext, progress: ActionProgress, anchor: str) -> Concern:
    """A concern whole; what nobody has said is said to be missing."""
    action, plan = progress.action, progress.plan
    update = progress.latest.update if progress.latest is not None else None
    forecast = _forecast_of(context, progress)
    back_by = _back_by(context, progress, forecast)
    return Concern(
        action=name_of(action),
        anchor=f"{anchor}-{action.id}",
        status=status_told(progress),
        lead=context.role_in_full(action.lead, plan),
        happened=happened(update) if update is not None else _SILENT,
        means=_said(update, update.impact if update is not None else None, "what it means for children"),
        doing=_said(update, update.next if update is not None else None, "what happens next"),
        back_by=back_by,
        back_words=_back_words(back_by, is_forecast=forecast is not None),
        late=lateness_in_words(progress),
        ask=rich(update.ask) if update is not None and update.ask else "Nothing is asked of members.",
        updated=_updated(context, progress),
        asked_of=context.board_name(update.ask_of) if update is not None and update.ask else "",
    )


def status_told(progress: ActionProgress) -> Status:
    """How an action stands that needs attention: it is no more than rated as on track."""
    status = status_of(progress)
    return Status(status.code, "Rated on track") if status.code == "on-track" else status


def happened(update: Progress) -> Words:
    """The position, and why it is so, as paragraphs."""
    return rich(joined((update.summary, update.reason)))


def joined(texts: Iterable[str | None]) -> str:
    """Rich texts as paragraphs of one."""
    return "\n\n".join(text.strip() for text in texts if text)


def _said(update: Progress | None, text: str | None, what: str) -> Words:
    if update is None:
        return f"Nobody has said {what}."
    return rich(text) or f"The last update does not say {what}."


def _back_by(context: PaperContext, progress: ActionProgress, forecast: Timescale | None) -> Due:
    """When it is now expected, and each date it was due before; a date that has passed is no answer."""
    due = due_of(context.workspace, progress.action, progress.plan)
    as_at = context.as_at.isoformat()
    was = (*due.was, due.words) if progress.due is not None else ()
    if forecast is not None and (forecast.end is None or forecast.end >= context.as_at):
        if progress.due is not None and forecast.days is not None and forecast.days == progress.due.days:
            return due
        return Due(in_words(forecast), forecast.end.isoformat() if forecast.end is not None else "", was)
    if due.end and due.end < as_at:
        late = (in_words(forecast),) if forecast is not None and in_words(forecast) != due.words else ()
        return Due(_NO_DATE, "", (*was, *late))
    return due


def _forecast_of(context: PaperContext, progress: ActionProgress) -> Timescale | None:
    """The last date that an update expected it to be done by; lateness is counted to the same one."""
    given = (one.update.forecast for one in reversed(progress.updates))
    forecast = next((one for one in given if one is not None), None)
    return forecast.within(context.workspace.period(progress.plan)) if forecast is not None else None


def _back_words(back_by: Due, *, is_forecast: bool) -> str:
    was = f"; first due {', then '.join(back_by.was)}" if back_by.was else ""
    if back_by.words == _NO_DATE:
        return f"No new date has been given{was}"
    if back_by.end and not is_forecast:
        return f"{back_by.words}, its due date{was}; no forecast has been given"
    return f"{back_by.words[0].upper()}{back_by.words[1:]}{was}"


def _updated(context: PaperContext, progress: ActionProgress) -> str:
    latest = progress.latest
    owed = day_in_words(progress.update_due_since) if progress.update_due_since is not None else ""
    if latest is None:
        return f"No update has been sent; the first was due by {owed}" if owed else "No update has been sent"
    by = context.role(latest.update.by, progress.plan)
    said = f"{day_in_words(latest.on)}{f', by {by}' if by else ''}"
    return f"{said}; the next update was due by {owed}" if owed else said
