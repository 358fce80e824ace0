"""The types of fields: how each reads what was written, and the words it finds when it cannot.

Reading is typed here and nowhere else: the parser hands on text, so "no", 3.10 and 007 are still what they look like.
"""

from coparent.schema.fields.annotations import Identifies, Noun, OrRecord, Refers
from coparent.schema.fields.dates import Day, Length, MonthDay, Period, Since, When
from coparent.schema.fields.numbers import Count, MonthNumber, Number, OneToFive, Percent, Pounds, ReadingValue, YesNo
from coparent.schema.fields.roles import Role, RoleOrText, RolesOrTexts
from coparent.schema.fields.surroundings import FileExists, Surroundings, anything_exists, refuse, surroundings_of
from coparent.schema.fields.texts import (
    ActionId,
    BoardId,
    BriefOrganisation,
    Id,
    IdWithinFile,
    MeasureId,
    OrganisationId,
    OutcomeId,
    OwnFields,
    PaperId,
    PlanId,
    PriorityId,
    PromiseId,
    RecommendationId,
    Rich,
    Text,
)

__all__ = [
    "ActionId",
    "BoardId",
    "BriefOrganisation",
    "Count",
    "Day",
    "FileExists",
    "Id",
    "IdWithinFile",
    "Identifies",
    "Length",
    "MeasureId",
    "MonthDay",
    "MonthNumber",
    "Noun",
    "Number",
    "OneToFive",
    "OrRecord",
    "OrganisationId",
    "OutcomeId",
    "OwnFields",
    "PaperId",
    "Percent",
    "Period",
    "PlanId",
    "Pounds",
    "PriorityId",
    "PromiseId",
    "ReadingValue",
    "RecommendationId",
    "Refers",
    "Rich",
    "Role",
    "RoleOrText",
    "RolesOrTexts",
    "Since",
    "Surroundings",
    "Text",
    "When",
    "YesNo",
    "anything_exists",
    "refuse",
    "surroundings_of",
]
