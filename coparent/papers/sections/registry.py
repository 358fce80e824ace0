"""A paper as templates are given it, with a field and a builder for each section that one may show."""

# ruff: noqa: RUF009 - _section() makes fields of a dataclass, as field() does.

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Protocol, TypeVar

from coparent.papers.facts import Day, HeadedView, Heading
from coparent.papers.sections.ahead import build_ahead, build_soon
from coparent.papers.sections.attention import build_attention, build_concerns
from coparent.papers.sections.changes import build_changes
from coparent.papers.sections.closing import build_carried, build_dropped, build_finished, build_unfinished
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.costs import build_resources, build_risks
from coparent.papers.sections.coverage import build_coverage
from coparent.papers.sections.decisions import build_decisions
from coparent.papers.sections.glossary import build_glossary, build_key
from coparent.papers.sections.measures import build_measures
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.outcomes import build_outcomes
from coparent.papers.sections.partners import build_asked, build_joining, build_leading, build_partnership
from coparent.papers.sections.plans import build_actions, build_log, build_summary
from coparent.papers.sections.priorities import build_priorities, build_spread
from coparent.papers.sections.purpose import build_appendices, build_implications, build_purpose
from coparent.papers.sections.timeline import build_timeline
from coparent.papers.sections.tracker import build_tracker
from coparent.papers.sections.voices import build_voices
from coparent.papers.sections.young_people import build_doing, build_help, build_upcoming, build_you_said
from coparent.papers.views.coverage import Coverage, Measures, Outcomes, Partnership, Tracker, Voices
from coparent.papers.views.ending import Appendices, Glossary, Implications
from coparent.papers.views.front import Entry, Glance, Notice
from coparent.papers.views.plans import Actions, Asked, Listed, Resources, Risks, Summary
from coparent.papers.views.progress import Ahead, Attention, Changes, Concerns, Decisions, Priorities, Purpose, Timeline
from coparent.papers.views.young_people import Help, WhatWeDo, YouSaid

View_co = TypeVar("View_co", covariant=True)
View = TypeVar("View")


class SectionBuilder(Protocol[View_co]):
    """What builds the view of a section; None where there is nothing to say."""

    def __call__(self, context: PaperContext, numbers: Numbers, /) -> View_co | None:
        """Build the section, with the next numbers of its paper."""
        ...


def _section(build: SectionBuilder[View], *, is_numbered: bool = True) -> View | None:
    """A field of PaperView for a section. A paper that shows one that is not numbered has no numbers at all."""
    return field(default=None, metadata={"build": build, "is_numbered": is_numbered})


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper. `sections` are the heads of its sections in order; each but officers' own is the field of that name.

    `audience`: public, partner, internal; `classification` says it. `running` stands at the foot of printed pages.
    `exempt` is why it is not for publication, "" if it is. A section is None where there is nothing to say.
    """

    template: str
    title: str
    lede: str
    reference: str
    organisation: str
    partner: str
    strategy: str
    front: tuple[Entry, ...]
    document_title: str
    author: str
    date: str
    running: str
    audience: str
    classification: str
    exempt: str
    notices: tuple[Notice, ...]
    as_at: Day
    since: Day | None
    next_report: str
    is_illustrative: bool
    foot: str
    glance: Glance
    sections: tuple[Heading, ...] = ()
    purpose: Purpose | None = _section(build_purpose)
    changes: Changes | None = _section(build_changes)
    priorities: Priorities | None = _section(build_priorities)
    spread: Priorities | None = _section(build_spread)
    attention: Attention | None = _section(build_attention)
    decisions: Decisions | None = _section(build_decisions)
    coverage: Coverage | None = _section(build_coverage)
    timeline: Timeline | None = _section(build_timeline)
    measures: Measures | None = _section(build_measures)
    voices: Voices | None = _section(build_voices)
    partnership: Partnership | None = _section(build_partnership)
    tracker: Tracker | None = _section(build_tracker)
    implications: Implications | None = _section(build_implications)
    glossary: Glossary | None = _section(build_glossary)
    key: Glossary | None = _section(build_key)
    appendices: Appendices | None = _section(build_appendices)
    exceptions: Concerns | None = _section(build_concerns)
    ahead: Ahead | None = _section(build_ahead)
    soon: Ahead | None = _section(build_soon)
    summary: Summary | None = _section(build_summary)
    actions: Actions | None = _section(build_actions)
    resources: Resources | None = _section(build_resources)
    risks: Risks | None = _section(build_risks)
    outcomes: Outcomes | None = _section(build_outcomes)
    asked: Asked | None = _section(build_asked)
    leading: Listed | None = _section(build_leading)
    joining: Listed | None = _section(build_joining)
    log: Listed | None = _section(build_log)
    finished: Listed | None = _section(build_finished)
    carried: Listed | None = _section(build_carried)
    dropped: Listed | None = _section(build_dropped)
    unfinished: Listed | None = _section(build_unfinished)
    # Nobody quotes a paragraph of the young people's version by its number.
    told: YouSaid | None = _section(build_you_said, is_numbered=False)
    doing: WhatWeDo | None = _section(build_doing, is_numbered=False)
    upcoming: WhatWeDo | None = _section(build_upcoming, is_numbered=False)
    help: Help | None = _section(build_help, is_numbered=False)


SECTIONS: Mapping[str, SectionBuilder[HeadedView]] = {
    section.name: section.metadata["build"] for section in fields(PaperView) if section.metadata
}
"""What builds each section, by the name that the blocks of templates have for it."""
UNNUMBERED = frozenset(section.name for section in fields(PaperView) if not section.metadata.get("is_numbered", True))


def with_sections(view: PaperView, headings: Sequence[Heading], sections: Mapping[str, HeadedView]) -> PaperView:
    """The paper with its sections, by their names."""
    # Each field was declared with its own builder, so what SECTIONS built for it is of its type.
    return replace(view, sections=tuple(headings), **sections)  # type: ignore[arg-type]
