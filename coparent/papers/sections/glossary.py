"""What statuses, targets, directions and short forms mean in a paper."""

import re
from collections.abc import Iterable

from coparent.papers.facts import Status
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import (
    AT_RISK,
    COMPLETE,
    NOT_STARTED,
    OFF_TRACK,
    ON_TRACK,
    PAUSED,
    STATUSES,
    STOPPED,
    UNRATED,
    count_statuses,
)
from coparent.papers.views.ending import Glossary, Meaning, Term
from coparent.schema.settings import RatingRule, Settings

_FIXED = {
    COMPLETE.code: "The action is done.",
    UNRATED.code: "Work is under way, and nobody has said how sure they are of the date.",
    PAUSED.code: "Work has stopped for now, and is meant to go on.",
    NOT_STARTED.code: "Nobody has begun, or nobody has said so.",
    STOPPED.code: "The action was cancelled, or its work goes on in another. It no longer counts towards any goal.",
}
_RATINGS = {ON_TRACK.code: "green", AT_RISK.code: "amber", OFF_TRACK.code: "red"}
_WHO_RATES = "Whoever leads an action rates it while work is in progress, by how sure they are of its date."
_AGAINST = {
    "approved": "A date counts as first agreed, or as a board has since approved it.",
    "original": "A date counts as first agreed, whatever it was moved to.",
}
_STANDINGS = (
    "A measure meets its target, is close to it (short by no more than the measure allows), or misses it. "
    "A measure without a target is not judged."
)
_DIRECTIONS = (
    "A measure gets better or worse by what is good for children, compared with the figure before. "
    "Where lower is better, a lower figure is better."
)


def build_glossary(context: PaperContext, numbers: Numbers) -> Glossary:
    """What every status means. Short forms are added when the whole paper is built: see terms_used."""
    rating = _rating_rule(context)
    heading = numbers.section("glossary", "Key and glossary")
    has_measures = bool(context.workspace.measures)
    paragraphs = numbers.paragraphs(
        f"{_WHO_RATES} {_AGAINST[rating.against]}" if rating is not None else _WHO_RATES,
        *((_STANDINGS, _DIRECTIONS) if has_measures else ()),
    )
    return Glossary(heading, paragraphs, tuple(Meaning(status, _meaning(status, rating)) for status in STATUSES), ())


def build_key(context: PaperContext, numbers: Numbers) -> Glossary:
    """What the statuses mean that an action of the paper has: for a paper of one page."""
    rating = _rating_rule(context)
    present = count_statuses(context.actions)
    meanings = tuple(Meaning(status, _meaning(status, rating)) for status in STATUSES if status.code in present)
    return Glossary(numbers.section("key", "Key"), (), meanings, ())


def _rating_rule(context: PaperContext) -> RatingRule | None:
    """How lateness becomes a rating; None in a draft whose settings do not say it so that it can be read."""
    settings = context.workspace.settings
    return settings.rating if context.workspace.is_whole(settings, "rating") else None


def _meaning(status: Status, rating: RatingRule | None) -> str:
    if status.code in _FIXED:
        return _FIXED[status.code]
    name = _RATINGS[status.code]
    if rating is None:
        return ""
    if own := {str(rated): meaning for rated, meaning in rating.meanings.items()}.get(name):
        return own
    amber, red = rating.amber_after.written, rating.red_after.written
    return {
        "green": "On course to be done by its date.",
        "amber": f"Late, or likely to be late, by {amber} or more but less than {red}.",
        "red": f"Late, or likely to be late, by {red} or more, or not expected to be done at all.",
    }[name]


def terms_used(settings: Settings, texts: Iterable[str]) -> tuple[Term, ...]:
    """The short forms of the settings that occur as words in these texts, in alphabetical order."""
    meanings = {term.short: term.long for term in reversed(settings.glossary)}
    text = "\n".join(texts)
    # The longest first, lest a short form be read as a shorter one that it begins with.
    shorts = sorted((short for short in meanings if short in text), key=len, reverse=True)
    found = re.findall(rf"(?<!\w)({'|'.join(map(re.escape, shorts))})s?(?!\w)", text) if shorts else []
    return tuple(
        Term(short, meanings[short]) for short in sorted(set(found), key=lambda short: (short.casefold(), short))
    )
