"""Fixed values: what each means, and what councils write when they mean it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal


@dataclass(frozen=True, eq=False)
class Choices:
    """The meaning of each value a field may have, and other words for them.

    A synonym leads to the text to write instead, or, in `advice`, to a sentence where another field is meant.
    """

    meanings: Mapping[str, str]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    advice: Mapping[str, str] = field(default_factory=dict)


FileKind = Literal["strategy", "plan", "updates", "measures", "paper", "settings"]
"""What the `kind` of a file may be."""

GoalKind = Literal["outcome", "priority", "promise", "recommendation", "principle"]
"""What a strategy may ask for, and coverage counts."""

Stage = Annotated[
    Literal["not-started", "in-progress", "complete", "paused", "carried-forward", "superseded", "cancelled"],
    Choices(
        {
            "not-started": "Nobody has begun.",
            "in-progress": "Work is under way.",
            "complete": "The action is done.",
            "paused": "Work has stopped for now, and is meant to go on.",
            "carried-forward": "The work goes on in another plan: name the action under becomes.",
            "superseded": "Another action has taken its place: name it under becomes.",
            "cancelled": "The action will not be done.",
        },
        synonyms={
            "abandoned": "cancelled",
            "achieved": "complete",
            "active": "in-progress",
            "closed": "complete",
            "complete and ongoing": "complete",
            "completed": "complete",
            "deferred": "paused",
            "delivered": "complete",
            "done": "complete",
            "dropped": "cancelled",
            "finished": "complete",
            "live": "in-progress",
            "no longer applicable": "cancelled",
            "not yet scheduled": "not-started",
            "not yet started": "not-started",
            "on hold": "paused",
            "ongoing": "in-progress",
            "open": "in-progress",
            "pending": "not-started",
            "planned": "not-started",
            "replaced": "superseded",
            "rolled forward": "carried-forward",
            "started": "in-progress",
            "stopped": "cancelled",
            "suspended": "paused",
            "under way": "in-progress",
            "underway": "in-progress",
            "withdrawn": "cancelled",
        },
        advice={
            "on track": "write  stage: in-progress  and  rating: green",
            "on target": "write  stage: in-progress  and  rating: green",
            "on schedule": "write  stage: in-progress  and  rating: green",
            "at risk": "write  stage: in-progress  and  rating: amber",
            "delayed": "write  stage: in-progress  and  rating: amber  (or red), and say why under  reason:",
            "slipped": "write  stage: in-progress  and  rating: amber  (or red), and say why under  reason:",
            "overdue": "write  stage: in-progress  and  rating: red, and say why under  reason:",
            "off track": "write  stage: in-progress  and  rating: red, and say why under  reason:",
            "behind schedule": "write  stage: in-progress  and  rating: red, and say why under  reason:",
            "green": "write  stage: in-progress  and  rating: green",
            "amber": "write  stage: in-progress  and  rating: amber",
            "red": "write  stage: in-progress  and  rating: red",
            "blue": "write  stage: complete",
        },
    ),
]

Rating = Annotated[
    Literal["green", "amber", "red"],
    Choices(
        {
            "green": "On course to be done when agreed.",
            "amber": "Some doubt that it will be done when agreed.",
            "red": "Not expected to be done when agreed.",
        },
        synonyms={
            "at risk": "amber",
            "delayed": "amber",
            "off track": "red",
            "on schedule": "green",
            "on target": "green",
            "on track": "green",
            "orange": "amber",
            "yellow": "amber",
        },
        advice={
            "blue": "blue is how a paper shows a finished action: leave rating out and write  stage: complete",
            "complete": "leave rating out and write  stage: complete",
            "completed": "leave rating out and write  stage: complete",
            "grey": "leave rating out: an action that nobody has rated has none",
            "gray": "leave rating out: an action that nobody has rated has none",
            "none": "leave rating out",
            "n/a": "leave rating out",
        },
    ),
]

Status = Annotated[
    Literal["draft", "consultation", "approved", "closed"],
    Choices(
        {
            "draft": "Still being written: gaps are only noted.",
            "consultation": "Out for comment: gaps are warnings.",
            "approved": "Agreed by a board: gaps are errors.",
            "closed": "Ended: gaps are no longer looked for.",
        },
        synonyms={
            "adopted": "approved",
            "agreed": "approved",
            "consulting": "consultation",
            "ended": "closed",
            "final": "approved",
            "in consultation": "consultation",
            "live": "approved",
            "out for consultation": "consultation",
            "published": "approved",
            "signed off": "approved",
        },
    ),
]

Basis = Annotated[
    Literal["public", "derived", "illustrative"],
    Choices(
        {
            "public": "Stated by a public source, which is named.",
            "derived": "Worked out from public figures.",
            "illustrative": "Ours, to show what a plan could say: printed on every paper.",
        },
        synonyms={
            "calculated": "derived",
            "example": "illustrative",
            "invented": "illustrative",
            "published": "public",
        },
    ),
]

Visibility = Annotated[
    Literal["public", "partner", "internal"],
    Choices(
        {
            "public": "Anyone may read it in a paper.",
            "partner": "Only partners' papers show it.",
            "internal": "Only internal papers show it.",
        },
        synonyms={"confidential": "internal", "partners": "partner", "private": "internal", "restricted": "internal"},
    ),
]

OrganisationType = Annotated[
    Literal[
        "council", "district", "nhs", "police", "education", "voluntary", "provider", "young-people", "group", "other"
    ],
    Choices(
        {
            "council": "A county or unitary council.",
            "district": "A district, borough or city council.",
            "nhs": "A health body.",
            "police": "A police force, or a police and crime commissioner.",
            "education": "A school, college, university or virtual school.",
            "voluntary": "A charity or community body.",
            "provider": "A provider of homes or care.",
            "young-people": "A body of children and young people.",
            "group": "Several organisations under one name: list them under members.",
            "other": "Anything else.",
        },
        synonyms={
            "borough": "district",
            "charity": "voluntary",
            "city": "district",
            "college": "education",
            "county": "council",
            "health": "nhs",
            "school": "education",
            "university": "education",
            "young people": "young-people",
        },
    ),
]

ConsultationKind = Annotated[
    Literal["young-people", "families", "carers", "partners", "staff", "public"],
    Choices(
        {
            "young-people": "Children in care, care leavers and other young people.",
            "families": "Parents and wider families.",
            "carers": "Foster carers, kinship carers and adopters.",
            "partners": "Partner organisations.",
            "staff": "People who work in the services.",
            "public": "Everyone.",
        },
        synonyms={
            "children": "young-people",
            "foster carers": "carers",
            "parents": "families",
            "young people": "young-people",
        },
    ),
]

RiskStatus = Annotated[
    Literal["open", "closed"],
    Choices({"open": "It may still happen.", "closed": "It has passed, or is dealt with."}, synonyms={"live": "open"}),
]

Funding = Annotated[
    Literal["existing", "funded", "part-funded", "unfunded", "unknown"],
    Choices(
        {
            "existing": "Met from what there already is.",
            "funded": "New money is agreed.",
            "part-funded": "Some of the money is agreed.",
            "unfunded": "No money is agreed.",
            "unknown": "Nobody has worked it out yet.",
        },
        synonyms={
            "existing budget": "existing",
            "none": "unfunded",
            "not funded": "unfunded",
            "partly funded": "part-funded",
            "tbc": "unknown",
            "within existing resources": "existing",
        },
    ),
]

MeasureType = Annotated[
    Literal["performance", "context"],
    Choices(
        {
            "performance": "Judged against a target.",
            "context": "Watched, with no target.",
        },
        synonyms={"contextual": "context", "indicator": "context", "kpi": "performance"},
    ),
]

Unit = Annotated[
    Literal[
        "percent",
        "percentage-points",
        "percent-change",
        "count",
        "number",
        "rate-per-10000",
        "ratio",
        "days",
        "weeks",
        "months",
        "pounds",
        "score",
    ],
    Choices(
        {
            "percent": "A share of 100.",
            "percentage-points": "The difference between two percentages.",
            "percent-change": "How much something grew or shrank, in percent.",
            "count": "A whole number of people or things.",
            "number": "Any number.",
            "rate-per-10000": "So many in every 10,000 children.",
            "ratio": "So many for each one of another.",
            "days": "A length of time in days.",
            "weeks": "A length of time in weeks.",
            "months": "A length of time in months.",
            "pounds": "Money, in pounds.",
            "score": "Points on a scale.",
        },
        synonyms={
            "%": "percent",
            "£": "pounds",
            "children": "count",
            "gbp": "pounds",
            "money": "pounds",
            "people": "count",
            "percentage": "percent",
            "points": "score",
            "rate": "rate-per-10000",
            "young people": "count",
        },
    ),
]

Better = Annotated[
    Literal["higher", "lower", "neither"],
    Choices(
        {
            "higher": "More is better.",
            "lower": "Less is better.",
            "neither": "Neither more nor less is better in itself.",
        },
        synonyms={
            "bigger": "higher",
            "decrease": "lower",
            "down": "lower",
            "high": "higher",
            "increase": "higher",
            "less": "lower",
            "low": "lower",
            "more": "higher",
            "none": "neither",
            "smaller": "lower",
            "up": "higher",
        },
    ),
]

Frequency = Annotated[
    Literal["monthly", "quarterly", "termly", "six-monthly", "yearly"],
    Choices(
        {
            "monthly": "Every month.",
            "quarterly": "Every three months.",
            "termly": "Every school term.",
            "six-monthly": "Every six months.",
            "yearly": "Every year.",
        },
        synonyms={
            "annual": "yearly",
            "annually": "yearly",
            "bi-annual": "six-monthly",
            "every month": "monthly",
            "every quarter": "quarterly",
            "every term": "termly",
            "every year": "yearly",
            "half-yearly": "six-monthly",
        },
    ),
]

UpdateEvery = Annotated[
    Literal["monthly", "quarterly"],
    Choices(
        {"monthly": "An update is owed every month.", "quarterly": "An update is owed every three months."},
        synonyms={"every month": "monthly", "every quarter": "quarterly"},
    ),
]

RatingAgainst = Annotated[
    Literal["approved", "original"],
    Choices(
        {
            "approved": "Late means later than the last date a board approved.",
            "original": "Late means later than the date first agreed.",
        },
        synonyms={"first": "original", "revised": "approved"},
    ),
]

LevelSetting = Annotated[
    Literal["error", "warning", "note", "off"],
    Choices(
        {
            "error": "The check fails.",
            "warning": "It is shown, and the check passes.",
            "note": "It is shown only to those who ask.",
            "off": "It is not looked for.",
        },
        synonyms={
            "advice": "note",
            "disabled": "off",
            "fail": "error",
            "ignore": "off",
            "info": "note",
            "none": "off",
            "warn": "warning",
        },
    ),
]
