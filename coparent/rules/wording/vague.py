"""Titles of actions that open with a verb which nobody could see done."""

import re
from collections.abc import Iterator, Mapping

from coparent.advice import Writable, add_item, add_line, either, write_line
from coparent.diagnostics import Diagnostic, Level
from coparent.progress import ActionProgress, progress_of
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.text.patterns import compile_later
from coparent.timescales import day_in_words
from coparent.workspace import Workspace

FAMILY = Family("wording")

_LONG_TEXT = 200

_VERBS = (
    "explore", "consider", "continue", "support", "promote", "ensure", "seek", "aim", "monitor", "review", "develop",
    "embed", "improve", "strengthen", "facilitate",
)  # fmt: skip
_CONTINUOUS = tuple(verb.removesuffix("e") + "ing" for verb in _VERBS)
# Verbs that say nothing only together with the words behind them.
_PHRASES = (
    r"look(?:ing)?\s++(?:again\s++)?(?:at|into)",
    r"work(?:ing)?(?:\s++(?:closely|together|jointly|collaboratively|effectively|proactively|creatively))*+"
    r"(?:\s++in\s++(?:close\s++)?partnership)?\s++with",
    r"rais(?:e|ing)\s++(?:[a-z'\u2019-]+\s++){0,2}awareness",
)
_STEMS = tuple({word[:4] for word in (*_VERBS, "look", "work", "rais")})
"""How every such verb begins: most titles have none of these, and are not looked at more closely."""
_OPENING = compile_later(rf"(?:{'|'.join([*_VERBS, *_CONTINUOUS, *_PHRASES])})(?![\w'\u2019-]|\s+high)", re.IGNORECASE)

_BULLET = r"[\u2022\u25aa\u25cf\u25e6\u2023\u00b7*\u2013\u2014-]\s*+|o\s++(?=[A-Z])"
_NUMBER_BEFORE = (
    r"(?:(?:action|objective|priority|step|key\s++action)\s++)?\(?(?:[A-Z]{0,3}\d++(?:\.\d++)*+[a-z]?|[ivx]{1,4}|[a-z])"
    r"[.):]+(?!\d)\s*+|(?:action|objective|priority|step)\s++\d++(?:\s++(?:[-\u2013\u2014]\s++)?|[-\u2013\u2014]\s++)|\d++(?:\.\d++)++\s++"
    r"(?:[-\u2013\u2014]\s++)?|\d+\s++[-\u2013\u2014]\s++"
)
_SUBJECT = (
    r"(?:to|in\s++order\s++to|and)\s++"
    r"|(?:we|(?:the\s++)?(?:council|county|partners|partnership|board|service|team|plan)|all\s++partners|partners)"
    r"\s++(?:will|shall|are\s++going\s++to|is\s++going\s++to|intends?\s++to|plans?\s++to|wants?\s++to|would\s++like\s++to|need\s++to|must)\s++"
    r"|we(?:'|\u2019)ll\s++"
)
_NO_ADVERB = (
    r"early|family|daily|weekly|monthly|quarterly|yearly|termly|elderly|friendly|supply|apply|reply|assembly|july"
)
_ADVERB = (
    r"(?:where(?:ver)?\s++(?:possible|appropriate|needed|applicable)|as\s++appropriate|over\s++time)(?:\s++(?:,\s++)?|,\s++)"
    rf"|(?:further|also|again|always|better|together|still|more|(?!(?:{_NO_ADVERB})\b)[a-z]+ly)(?:\s++(?:,\s++)?|,\s++)"
)
_BEFORE = compile_later(rf"\s*+(?:(?:{_BULLET}|{_NUMBER_BEFORE}|{_SUBJECT}|{_ADVERB}))++", re.IGNORECASE)

_HEAD = (
    r"advis[eo]r|assistant|board|case|circle|clinic|club|conference|coordinator|date|day|desk|event|form|forum|fund|grant|group"
    r"|hub|lead|letter|line|manager|meeting|network|nurse|officer|package|panel|person|point|practitioner|session|specialist"
    r"|survey|team|visit|visitor|worker|workshop"
)
_FINITE = (
    r"is|are|was|were|be|has|have|had|will|shall|can|may|must|should|do|does|now|also|meet|visit|attend|see|hold|give|get"
    r"|receive|take|go|come|help|report|keep|run|offer|work|start|begin|open|know|use|make|share|ask|call|write|agree"
    r"|complete|join|chair|train|check|bring|carry|cover|lead|move|set|talk|spend"
)
_COMPOUND = compile_later(
    rf"(?:(?P<support>support)|(?P<checks>monitoring)|review|monitor|[a-z]+ing)\s+(?:(?:{_HEAD})"
    r"|(?(support)(?:offer|plan|service|scheme|programme|project|home|lodging)|(?!))"
    r"|(?(checks)(?:system|framework|report|dashboard|tool)|(?!))"
    rf"|(?:(?:{_HEAD}|document)s|staff|work|evidence)\s+(?:(?:in|of|at|from|for)\s+(?:the\s+|each\s+|every\s+)?\w+\s+)?(?:{_FINITE})"
    r"|(?<=continuing )(?:care|healthcare|professional))(?![\w'\u2019-])",
    re.IGNORECASE,
)
"""A name that begins with such a word: Support workers visit every child."""

_NUMBER = compile_later(
    r"\d|(?<![^\W_])(?:one(?!\s+another|[\s-]stop|[\s-]to[\s-]one|\s+place)|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozen|half|(?:a|two)[\s-]thirds?"
    r"|third(?!\s+(?:sector|part))|quarters?|double|twice)(?![^\W_])",
    re.IGNORECASE,
)
_NO_ONE = compile_later(r"(?<![^\W_])(?:no|any|every|each)[\s-]one(?![^\W_])", re.IGNORECASE)
_DATE = compile_later(
    r"(?<!\d)20\d\d(?!\d)|\d\d?[/.]\d\d?[/.]\d\d|(?<![^\W_])(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring|summer|autumn|winter)\s+(?:term\s+)?'?\d\d",
    re.IGNORECASE,
)


@FAMILY.records("vague-action", Level.WARNING)
def vague_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A title that opens with a word such as support, explore or ensure, with nothing that would show it done.

    "To", "We will", a number, a bullet or an adverb before the word changes nothing. A measure, a number in the title,
    a date in success or a milestone with a date makes up for it. "Support workers visit every child" is clean.

    Why: a board that agrees to "support carers" cannot find out a year later whether it was done.
    Fix: say what will be there that is not there now, or name the measure that will show it.

    Before:
        title: Support foster carers
    After:
        title: Train 40 foster carers in first aid for mental health
    """
    for progress in progress_of(workspace).actions:
        action = progress.action
        if not any(stem in action.title.lower() for stem in _STEMS) or not progress.is_live or action.measures:
            continue
        opening = find_vague_opening(action.title)
        if opening is None or _has_number(action.title, opening[0]) or _DATE.search(action.success or ""):
            continue
        if any(step.due is not None and step.due.end is not None for step in progress.milestones):
            continue
        words = " ".join(action.title[slice(*opening)].lower().split())
        yield (
            action.at("title")
            .within(action.title, *opening)
            .says(
                f'{named(action)} opens with "{words}", and nothing says how anyone will see it done',
                label="what will be there that is not there now?",
                help=_advise(progress, workspace),
            )
        )


def find_vague_opening(title: str) -> tuple[int, int] | None:
    """The characters of the verb that a title opens with, if it is one that nobody could see done.

    >>> find_vague_opening("1. To further develop the offer")
    (14, 21)
    >>> find_vague_opening("Reviewing officers meet every child before the review")
    """
    before = _BEFORE.match(title)
    start = before.end() if before is not None else len(title) - len(title.lstrip())
    found = _OPENING.match(title, start)
    if found is None or _COMPOUND.match(title, start):
        return None
    return found.span()


def _has_number(title: str, opening: int) -> bool:
    """Whether a title says how many; its own number, before its first word, does not."""
    return _NUMBER.search(_NO_ONE.sub("", title[opening:])) is not None


def _advise(progress: ActionProgress, workspace: Workspace) -> str:
    """What makes a title certain: a measure of the same outcome, or a day by which anybody sees something."""
    action = progress.action
    open_with = "start the title with what will be done and how many (open two homes, train 40 carers)"
    measures = [measure.id for measure in workspace.measures if not set(measure.outcomes).isdisjoint(action.outcomes)]
    by_measure = [add_line("measures", measures[:1])] if measures else []
    return either(_advise_day(progress, workspace), *by_measure, open_with)


def _advise_day(progress: ActionProgress, workspace: Workspace) -> str:
    """A line for success with the day on which the action is due; beside a long text, a milestone on that day."""
    period = workspace.period(progress.plan)
    ends = [due.end for due in (progress.due, period) if due is not None and due.end is not None]
    day = day_in_words(ends[0] if ends else workspace.as_at)
    success = progress.action.success
    if success is None:
        return add_line("success", f"what anyone will see by {day}")
    if len(success) < _LONG_TEXT and "\n" not in success:
        return write_line("success", f"{success.rstrip('. ')}, by {day}.")
    milestone: Mapping[str, Writable] = {"title": "what anyone will see", "due": day}
    return add_item("milestones", milestone, is_first=not progress.action.milestones)
