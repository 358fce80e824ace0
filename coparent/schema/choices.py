"""Fixed values: what each means, and what councils write when they mean it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from coparent.schema.annotations import Annotation


class Value:
    """A value that a field may have, what it means, and other words that people write for it."""

    def __init__(self, value: str, meaning: str, other_words: str = "") -> None:
        self.value = value
        self.meaning = meaning
        self.other_words = other_words


class Choices(Annotation):
    """The meaning of each value that a field may have, and the value that each other word stands for.

    `advice` has the sentence for each word that means another field, or more than one. Words are given with commas.
    """

    def __init__(self, *values: Value, advice: Mapping[str, str] = MappingProxyType({})) -> None:
        self.meanings = {value.value: value.meaning for value in values}
        self.synonyms = {word: value.value for value in values for word in _split(value.other_words)}
        self.advice = {word: sentence for sentence, words in advice.items() for word in _split(words)}


def _split(words: str) -> list[str]:
    return words.split(", ") if words else []


GoalKind = Literal["outcome", "priority", "promise", "recommendation", "principle"]
"""What a strategy may ask for, and coverage counts."""

Stage = Annotated[
    Literal["not-started", "in-progress", "complete", "paused", "carried-forward", "superseded", "cancelled"],
    Choices(
        Value("not-started", "Nobody has begun.", "not yet scheduled, not yet started, pending, planned"),
        Value("in-progress", "Work is under way.", "active, live, ongoing, open, started, under way, underway"),
        Value(
            "complete",
            "The action is done.",
            "achieved, closed, complete and ongoing, completed, delivered, done, finished",
        ),
        Value("paused", "Work has stopped for now, and is meant to go on.", "deferred, on hold, suspended"),
        Value("carried-forward", "The work goes on in another plan: name the action under becomes.", "rolled forward"),
        Value("superseded", "Another action has taken its place: name it under becomes.", "replaced"),
        Value(
            "cancelled", "The action will not be done.", "abandoned, dropped, no longer applicable, stopped, withdrawn"
        ),
        advice={
            "write  stage: in-progress  and  rating: green": "on track, on target, on schedule, green",
            "write  stage: in-progress  and  rating: amber": "at risk, amber",
            "write  stage: in-progress  and  rating: amber  (or red), and say why under  reason:": "delayed, slipped",
            "write  stage: in-progress  and  rating: red, and say why under  reason:": (
                "overdue, off track, behind schedule"
            ),
            "write  stage: in-progress  and  rating: red": "red",
            "write  stage: complete": "blue",
        },
    ),
]

Rating = Annotated[
    Literal["green", "amber", "red"],
    Choices(
        Value("green", "On course to be done when agreed.", "on schedule, on target, on track"),
        Value("amber", "Some doubt that it will be done when agreed.", "at risk, delayed, orange, yellow"),
        Value("red", "Not expected to be done when agreed.", "off track"),
        advice={
            "blue is how a paper shows a finished action: leave rating out and write  stage: complete": "blue",
            "leave rating out and write  stage: complete": "complete, completed",
            "leave rating out: an action that nobody has rated has none": "grey, gray",
            "leave rating out": "none, n/a",
        },
    ),
]

Status = Annotated[
    Literal["draft", "consultation", "approved", "closed"],
    Choices(
        Value("draft", "Still being written: gaps are only noted."),
        Value(
            "consultation", "Out for comment: gaps are warnings.", "consulting, in consultation, out for consultation"
        ),
        Value("approved", "Agreed by a board: gaps are errors.", "adopted, agreed, final, live, published, signed off"),
        Value("closed", "Ended: gaps are no longer looked for.", "ended"),
    ),
]

Basis = Annotated[
    Literal["public", "derived", "illustrative"],
    Choices(
        Value("public", "Stated by a public source, which is named.", "published"),
        Value("derived", "Worked out from public figures.", "calculated"),
        Value("illustrative", "Ours, to show what a plan could say: printed on every paper.", "example, invented"),
    ),
]

Visibility = Annotated[
    Literal["public", "partner", "internal"],
    Choices(
        Value("public", "Anyone may read it in a paper."),
        Value("partner", "Only partners' papers show it.", "partners"),
        Value("internal", "Only internal papers show it.", "confidential, private, restricted"),
    ),
]

OrganisationType = Annotated[
    Literal[
        "council", "district", "nhs", "police", "education", "voluntary", "provider", "young-people", "group", "other"
    ],
    Choices(
        Value("council", "A county or unitary council.", "county"),
        Value("district", "A district, borough or city council.", "borough, city"),
        Value("nhs", "A health body.", "health"),
        Value("police", "A police force, or a police and crime commissioner."),
        Value("education", "A school, college, university or virtual school.", "college, school, university"),
        Value("voluntary", "A charity or community body.", "charity"),
        Value("provider", "A provider of homes or care."),
        Value("young-people", "A body of children and young people.", "young people"),
        Value("group", "Several organisations under one name: list them under members."),
        Value("other", "Anything else."),
    ),
]

ConsultationKind = Annotated[
    Literal["young-people", "families", "carers", "partners", "staff", "public"],
    Choices(
        Value("young-people", "Children in care, care leavers and other young people.", "children, young people"),
        Value("families", "Parents and wider families.", "parents"),
        Value("carers", "Foster carers, kinship carers and adopters.", "foster carers"),
        Value("partners", "Partner organisations."),
        Value("staff", "People who work in the services."),
        Value("public", "Everyone."),
    ),
]

RiskStatus = Annotated[
    Literal["open", "closed"],
    Choices(
        Value("open", "It may still happen.", "live"),
        Value("closed", "It has passed, or is dealt with."),
    ),
]

Funding = Annotated[
    Literal["existing", "funded", "part-funded", "unfunded", "unknown"],
    Choices(
        Value("existing", "Met from what there already is.", "existing budget, within existing resources"),
        Value("funded", "New money is agreed."),
        Value("part-funded", "Some of the money is agreed.", "partly funded"),
        Value("unfunded", "No money is agreed.", "none, not funded"),
        Value("unknown", "Nobody has worked it out yet.", "tbc"),
    ),
]

MeasureType = Annotated[
    Literal["performance", "context"],
    Choices(
        Value("performance", "Judged against a target.", "kpi"),
        Value("context", "Watched, with no target.", "contextual, indicator"),
    ),
]

_UnitWord = Literal[
    "percent", "percentage-points", "percent-change", "count", "number", "rate-per-10000", "ratio",
    "days", "weeks", "months", "pounds", "score",
]  # fmt: skip
Unit = Annotated[
    _UnitWord,
    Choices(
        Value("percent", "A share of 100.", "%, percentage"),
        Value("percentage-points", "The difference between two percentages."),
        Value("percent-change", "How much something grew or shrank, in percent."),
        Value("count", "A whole number of people or things.", "children, people, young people"),
        Value("number", "Any number."),
        Value("rate-per-10000", "So many in every 10,000 children.", "rate"),
        Value("ratio", "So many for each one of another."),
        Value("days", "A length of time in days."),
        Value("weeks", "A length of time in weeks."),
        Value("months", "A length of time in months."),
        Value("pounds", "Money, in pounds.", "£, gbp, money"),
        Value("score", "Points on a scale.", "points"),
    ),
]

Better = Annotated[
    Literal["higher", "lower", "neither"],
    Choices(
        Value("higher", "More is better.", "bigger, high, increase, more, up"),
        Value("lower", "Less is better.", "decrease, down, less, low, smaller"),
        Value("neither", "Neither more nor less is better in itself.", "none"),
    ),
]

Frequency = Annotated[
    Literal["monthly", "quarterly", "termly", "six-monthly", "yearly"],
    Choices(
        Value("monthly", "Every month.", "every month"),
        Value("quarterly", "Every three months.", "every quarter"),
        Value("termly", "Every school term.", "every term"),
        Value("six-monthly", "Every six months.", "bi-annual, half-yearly"),
        Value("yearly", "Every year.", "annual, annually, every year"),
    ),
]

UpdateEvery = Annotated[
    Literal["monthly", "quarterly"],
    Choices(
        Value("monthly", "An update is owed every month.", "every month"),
        Value("quarterly", "An update is owed every three months.", "every quarter"),
    ),
]

RatingAgainst = Annotated[
    Literal["approved", "original"],
    Choices(
        Value("approved", "Late means later than the last date a board approved.", "revised"),
        Value("original", "Late means later than the date first agreed.", "first"),
    ),
]

LevelSetting = Annotated[
    Literal["error", "warning", "note", "off"],
    Choices(
        Value("error", "The check fails.", "fail"),
        Value("warning", "It is shown, and the check passes.", "warn"),
        Value("note", "It is shown only to those who ask.", "advice, info"),
        Value("off", "It is not looked for.", "disabled, ignore, none"),
    ),
]
