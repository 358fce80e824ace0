"""`kind: paper`: one committee paper, made from the plans."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from coparent.documents.scalars import Data
from coparent.schema.choices import Visibility
from coparent.schema.fields.dates import Day, Since, When
from coparent.schema.fields.surroundings import refuse
from coparent.schema.fields.texts import BoardId, BriefOrganisation, Id, PaperId, PlanId, Rich, Text
from coparent.schema.record import FileRecord, Record, record
from coparent.schema.shared import Link
from coparent.text.patterns import compile_later

_PLACE = compile_later(r"(first|last|(before|after) \S.*)")


def _check_section_place(value: Data) -> Data:
    if isinstance(value, str) and not _PLACE.fullmatch(value.strip()):
        raise refuse(
            "unknown-value", "a section's place is not written so", "write  first,  last,  before NAME  or  after NAME"
        )
    return value


SectionPlace = Annotated[Text, BeforeValidator(_check_section_place)]


@record
class Section(Record):
    """Officers' own text."""

    title: Text = Field(description="Its heading.")
    text: Rich = Field(description="What it says.")
    place: SectionPlace | None = Field(
        default=None, description="Where it stands: first, last, before NAME or after NAME."
    )


@record
class Implications(Record):
    """What members must weigh."""

    legal: Rich | None = Field(default=None, description="Legal implications.")
    finance: Rich | None = Field(default=None, description="Financial implications.")
    equality: Rich | None = Field(default=None, description="Equality implications.")
    data: Rich | None = Field(default=None, description="Data protection implications.")
    climate: Rich | None = Field(default=None, description="Climate implications.")


@record
class Appendix(Record):
    """What is attached."""

    title: Text = Field(description="What it is called.")
    link: Link | None = Field(default=None, description="Where it is.")
    paper: PaperId | None = Field(default=None, description="Another paper of this workspace.")


@record
class Paper(FileRecord):
    """One committee paper: its front block, and which facts it shows."""

    kind: Literal["paper"] = Field(description="What this file is.")
    id: Id | None = Field(description="A short name: of its own among papers.")
    title: Text | None = Field(description="The paper's title.")
    template: Text | None = Field(description="The template that lays it out.")
    as_at: Day | None = Field(description="The day as at which everything is judged.")
    since: Since | None = Field(default=None, description="The day of the last report, or that paper's id.")
    plans: tuple[PlanId, ...] = Field(default=(), description="The plans it is about: all if left out.")
    organisation: BriefOrganisation | None = Field(
        default=None, description="For a partner's brief: whose. each makes one for everyone."
    )
    audience: Visibility = Field(default="public", description="Who it is for.")
    reference: Text | None = Field(default=None, description="Its reference number.")
    report_to: Text | None = Field(default=None, description="The body that receives it.")
    report_author: Text | None = Field(default=None, description="The role that wrote it.")
    date: Day | None = Field(default=None, description="The day of the meeting.")
    for_: Text | None = Field(default=None, alias="for", description="What is asked: decision, input, information.")
    enquiries_to: Text | None = Field(default=None, description="Whom to ask.")
    divisions_affected: Text | None = Field(default=None, description="The county divisions it is about.")
    board: BoardId | None = Field(default=None, description="The board that receives it: fills report_to.")
    purpose: Rich | None = Field(default=None, description="What the paper is for.")
    recommendations: tuple[Rich, ...] = Field(default=(), description="What members are asked to agree.")
    sections: tuple[Section, ...] = Field(default=(), description="Officers' own text.")
    implications: Implications | None = Field(default=None, description="What members must weigh.")
    exempt: Text | None = Field(default=None, description="Why it is not for publication.")
    next_report: When | None = Field(default=None, description="When the next report comes.")
    appendices: tuple[Appendix, ...] = Field(default=(), description="What is attached.")
