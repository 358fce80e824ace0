"""Fixed values: what each means, and what councils write when they mean it."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from coparent.schema.fields.annotations import Annotation
from coparent.values import frozen_by_identity


@frozen_by_identity
class Choices(Annotation):
    """The meaning of each value a field may have, and other words that people write for it.

    `hints` are sentences to answer other words with that mean another field, or more than one.
    """

    meanings: Mapping[str, str]
    other_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def synonyms(self) -> Mapping[str, str]:
        """The value that each other word means."""
        return _by_word(self.other_words)

    @property
    def advice(self) -> Mapping[str, str]:
        """The sentence to answer each other word with."""
        return _by_word(self.hints)


def _by_word(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: meant for meant, words in groups.items() for word in words}


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
        other_words={
            "cancelled": ("abandoned", "dropped", "no longer applicable", "stopped", "withdrawn"),
            "complete": ("achieved", "closed", "complete and ongoing", "completed", "delivered", "done", "finished"),
            "in-progress": ("active", "live", "ongoing", "open", "started", "under way", "underway"),
            "paused": ("deferred", "on hold", "suspended"),
            "not-started": ("not yet scheduled", "not yet started", "pending", "planned"),
            "superseded": ("replaced",),
            "carried-forward": ("rolled forward",),
        },
        hints={
            "write  stage: in-progress  and  rating: green": ("on track", "on target", "on schedule", "green"),
            "write  stage: in-progress  and  rating: amber": ("at risk", "amber"),
            "write  stage: in-progress  and  rating: amber  (or red), and say why under  reason:": (
                "delayed",
                "slipped",
            ),
            "write  stage: in-progress  and  rating: red, and say why under  reason:": (
                "overdue",
                "off track",
                "behind schedule",
            ),
            "write  stage: in-progress  and  rating: red": ("red",),
            "write  stage: complete": ("blue",),
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
        other_words={
            "amber": ("at risk", "delayed", "orange", "yellow"),
            "red": ("off track",),
            "green": ("on schedule", "on target", "on track"),
        },
        hints={
            "blue is how a paper shows a finished action: leave rating out and write  stage: complete": ("blue",),
            "leave rating out and write  stage: complete": ("complete", "completed"),
            "leave rating out: an action that nobody has rated has none": ("grey", "gray"),
            "leave rating out": ("none", "n/a"),
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
        other_words={
            "approved": ("adopted", "agreed", "final", "live", "published", "signed off"),
            "consultation": ("consulting", "in consultation", "out for consultation"),
            "closed": ("ended",),
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
        other_words={"derived": ("calculated",), "illustrative": ("example", "invented"), "public": ("published",)},
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
        other_words={"internal": ("confidential", "private", "restricted"), "partner": ("partners",)},
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
        other_words={
            "district": ("borough", "city"),
            "voluntary": ("charity",),
            "education": ("college", "school", "university"),
            "council": ("county",),
            "nhs": ("health",),
            "young-people": ("young people",),
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
        other_words={
            "young-people": ("children", "young people"),
            "carers": ("foster carers",),
            "families": ("parents",),
        },
    ),
]

RiskStatus = Annotated[
    Literal["open", "closed"],
    Choices(
        {"open": "It may still happen.", "closed": "It has passed, or is dealt with."}, other_words={"open": ("live",)}
    ),
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
        other_words={
            "existing": ("existing budget", "within existing resources"),
            "unfunded": ("none", "not funded"),
            "part-funded": ("partly funded",),
            "unknown": ("tbc",),
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
        other_words={"context": ("contextual", "indicator"), "performance": ("kpi",)},
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
        other_words={
            "percent": ("%", "percentage"),
            "pounds": ("£", "gbp", "money"),
            "count": ("children", "people", "young people"),
            "score": ("points",),
            "rate-per-10000": ("rate",),
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
        other_words={
            "higher": ("bigger", "high", "increase", "more", "up"),
            "lower": ("decrease", "down", "less", "low", "smaller"),
            "neither": ("none",),
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
        other_words={
            "yearly": ("annual", "annually", "every year"),
            "six-monthly": ("bi-annual", "half-yearly"),
            "monthly": ("every month",),
            "quarterly": ("every quarter",),
            "termly": ("every term",),
        },
    ),
]

UpdateEvery = Annotated[
    Literal["monthly", "quarterly"],
    Choices(
        {"monthly": "An update is owed every month.", "quarterly": "An update is owed every three months."},
        other_words={"monthly": ("every month",), "quarterly": ("every quarter",)},
    ),
]

RatingAgainst = Annotated[
    Literal["approved", "original"],
    Choices(
        {
            "approved": "Late means later than the last date a board approved.",
            "original": "Late means later than the date first agreed.",
        },
        other_words={"original": ("first",), "approved": ("revised",)},
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
        other_words={
            "note": ("advice", "info"),
            "off": ("disabled", "ignore", "none"),
            "error": ("fail",),
            "warning": ("warn",),
        },
    ),
]
