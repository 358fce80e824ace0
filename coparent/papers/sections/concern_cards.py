"""An action that needs attention, as members ask: what happened, what it means, what is done, and by when."""

from coparent.papers.facts import Due, Status, Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.decisions import decisions_about
from coparent.papers.sections.mentions import due_of, name_of, rich, without_markup
from coparent.papers.sections.status import status_of
from coparent.papers.views.progress import Concern
from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.schema.plan import Progress
from coparent.text.sentences import end_sentence, upper_first, within
from coparent.timescales import day_in_words, in_words

_NO_DATE = "no new date"
_SILENT = "No update has been sent."


def concern_of(context: PaperContext, action: ActionProgress, anchor: str) -> Concern:
    """Build the view of an action that needs attention; where nobody has said something, it says so."""
    update = action.latest.update if action.latest is not None else None
    back_by = _back_by(context, action)
    return Concern(
        action=name_of(action.action),
        anchor=f"{anchor}-{action.id}",
        status=hedged_status(action),
        lead=context.lead_in_full(action),
        happened=_happened(update) if update is not None else _SILENT,
        means=_or_silence(update, update.impact if update is not None else None, "what it means for children"),
        doing=_or_silence(update, update.next if update is not None else None, "what happens next"),
        back_by=back_by,
        back_words=_back_in_words(back_by, action),
        late=lateness_in_words(action),
        ask=_describe_ask(context, action, update) or "Nothing is asked of members.",
        updated=_updated_in_words(context, action),
        asked_of=_name_board_asked(context, action, update),
    )


def _happened(update: Progress) -> Words:
    said = [text for text in (update.summary, update.reason) if text]
    return rich("\n\n".join(map(end_sentence, said)))


def _describe_ask(context: PaperContext, action: ActionProgress, update: Progress | None) -> Words:
    """What is asked of members about an action, as the list of decisions has it, and what its update asks of others."""
    decisions = decisions_about(context, action)
    asks = [f"{decision.label}: {_source(decision.ask)}" for decision in decisions]
    if update is not None and update.ask and all(decision.kind != "ask" for decision in decisions):
        board = context.board_name(update.ask_of)
        asks.append(f"Asked of {without_markup(within(board))}: {update.ask}" if decisions and board else update.ask)
    return rich("\n\n".join(asks))


def _source(words: Words) -> str:
    return words.source if isinstance(words, RichText) else without_markup(words)


def _name_board_asked(context: PaperContext, action: ActionProgress, update: Progress | None) -> str:
    """The board that all of it is asked of, where the update names one."""
    if update is None or not update.ask:
        return ""
    is_all = all(decision.kind == "ask" for decision in decisions_about(context, action))
    return within(context.board_name(update.ask_of)) if is_all else ""


def hedged_status(action: ActionProgress) -> Status:
    """The status of an action that needs attention: it is no more than rated as on track."""
    status = status_of(action)
    return Status(status.code, "Rated on track") if status.code == "on-track" else status


def _or_silence(update: Progress | None, text: str | None, what: str) -> Words:
    if update is None:
        return f"Nobody has said {what}."
    return rich(text) or f"The last update does not say {what}."


def _back_by(context: PaperContext, action: ActionProgress) -> Due:
    """When the action is now expected, with its earlier dates; a date that has passed counts as no date."""
    due, forecast = due_of(action), action.forecast
    was = (*due.was, due.words) if action.due is not None else ()
    if forecast is not None and (forecast.end is None or forecast.end >= context.as_at):
        if action.due is not None and forecast.end is not None and forecast.end == action.due.end:
            return due
        return Due(in_words(forecast), forecast.end.isoformat() if forecast.end is not None else "", was)
    if due.end and due.end < context.as_at.isoformat():
        passed = (in_words(forecast),) if forecast is not None and in_words(forecast) != due.words else ()
        return Due(_NO_DATE, "", (*was, *passed))
    return due


def _back_in_words(back_by: Due, action: ActionProgress) -> str:
    was = f"; first due {', then '.join(back_by.was)}" if back_by.was else ""
    if back_by.words == _NO_DATE:
        return f"No new date has been given{was}"
    if back_by.end and action.forecast is None:
        if action.stage == "paused":
            return f"No date has been given; it is due {back_by.words}{was}"
        return f"{back_by.words}, its due date{was}; no forecast has been given"
    return f"{upper_first(back_by.words)}{was}"


def _updated_in_words(context: PaperContext, action: ActionProgress) -> str:
    """When the last update came and from whom, and since when the next is due if it is late."""
    latest = action.latest
    owed = f"due by {day_in_words(action.update_due_since)}" if action.update_due_since is not None else ""
    if latest is None:
        return f"No update has been sent; the first was {owed}" if owed else "No update has been sent"
    by = context.role(latest.update.by, action.plan)
    updated = f"{day_in_words(latest.on)}, by {by}" if by else day_in_words(latest.on)
    return f"{updated}; the next update was {owed}" if owed else updated
