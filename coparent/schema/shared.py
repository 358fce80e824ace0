"""Records that several kinds of file hold: links, consultations, gaps that a board has accepted."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from coparent.advice import add_line, as_line, either, take_out, write, write_line
from coparent.schema.choices import ConsultationKind
from coparent.schema.fields.dates import Day, When
from coparent.schema.fields.numbers import Count
from coparent.schema.fields.surroundings import Surroundings, refuse, surroundings_of
from coparent.schema.fields.texts import ActionId, Id, OutcomeId, Rich, Text
from coparent.schema.record import Record, record

_SCHEMES = ("https://", "http://", "mailto:")
_WHO_HOLDS_IT = "who holds it, in words"


def _check_url(url: str) -> str:
    if not url.lower().startswith(_SCHEMES):
        is_bare = "." in url.split("/")[0] and ":" not in url
        help = f"write  https://{url}" if is_bare else "write the whole address, from https:// on"
        raise refuse("bad-link", "a web address starts with https://", help)
    if any(character.isspace() for character in url) or len(url.split(":", 1)[1].strip("/")) == 0:
        raise refuse("bad-link", "this is not a whole address", "copy it again from the browser")
    return url


def _check_path(path: str, info: ValidationInfo[Surroundings | None]) -> str:
    steps = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\", "~")) or ":" in steps[0] or ".." in steps:
        help = f"{write_line('held_by', _WHO_HOLDS_IT)}; or its path from that folder, such as documents/minutes.pdf"
        raise refuse("bad-link", "a path stays inside the folder that holds plans/", help)
    near = surroundings_of(info).find_file(path)
    if near != path:
        label = f"there is no such file: did you mean {near}?" if near else "there is no such file"
        raise refuse("bad-link", label, write(near) if near else write_line("held_by", _WHO_HOLDS_IT))
    return path


Address = Annotated[Text, AfterValidator(_check_url)]
PathHere = Annotated[Text, AfterValidator(_check_path)]


@record
class LinkRecord(Record):
    """A title, and one place where the thing can be found."""

    title: Text = Field(description="What it is called.")
    url: Address | None = Field(default=None, description="Its web or e-mail address: https, http or mailto.")
    path: PathHere | None = Field(
        default=None, description="A file in this folder of plans, as a path from the folder that holds plans/."
    )
    held_by: Text | None = Field(default=None, description="Who holds it, in words: a minute, an internal file.")


def _check_link(link: LinkRecord) -> LinkRecord:
    given = [name for name in ("url", "path", "held_by") if getattr(link, name) is not None]
    if not given:
        help = f"{add_line('held_by', _WHO_HOLDS_IT)}; or its url or path, where it can be read"
        raise refuse("bad-link", "it leads nowhere", help)
    if len(given) > 1:
        help = either(*(take_out(as_line(name, getattr(link, name))) for name in reversed(given)))
        raise refuse("bad-link", "it leads to two places", help, keys=(given[1],))
    return link


Link = Annotated[LinkRecord, AfterValidator(_check_link)]


@record
class AcceptedGap(Record):
    """A board's word that nothing serves a goal for now."""

    reason: Rich = Field(description="Why nothing serves this for now.")
    until: When = Field(description="When the gap will be looked at again.")


@record
class Consultation(Record):
    """Who was asked, what they said, and what changed."""

    id: Id | None = Field(default=None, description="A short name to refer to it by.")
    who: Text = Field(description="Who was asked.")
    kind: ConsultationKind = Field(description="What kind of people they are.")
    on: When = Field(description="When they were asked.")
    heard: Rich = Field(description="What they said, in our words.")
    changed: Rich | None = Field(default=None, description="What changed because of it.")
    answer: Rich | None = Field(default=None, description="What could not be done, and why.")
    told: Day | None = Field(default=None, description="The day they were told what came of it.")
    actions: tuple[ActionId, ...] = Field(default=(), description="The actions that answer them.")
    plain: Rich | None = Field(default=None, description="The same in young people's words.")
    source: Link | None = Field(default=None, description="Where it is written down.")


@record
class Needs(Record):
    """What an outcome must have to count as covered."""

    actions: Count = Field(default=1, description="How many actions must serve it.")
    organisations: Count = Field(default=1, description="How many organisations must work on it.")
    measures: Count = Field(default=1, description="How many measures must show it.")


@record
class Goal(Record):
    """What every goal of the strategy has."""

    id: Id = Field(description="The short name plans refer to it by.")
    title: Text = Field(description="Its wording as published.")
    accepted_gap: AcceptedGap | None = Field(
        default=None, description="The board knows that nothing serves it, and until when."
    )


@record
class OutcomeGoal(Goal):
    """A goal that names the outcomes it is reached through."""

    outcomes: tuple[OutcomeId, ...] = Field(default=(), description="The outcomes it is served through.")
