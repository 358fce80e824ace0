"""A paper whole: what a template is given."""

from dataclasses import dataclass

from coparent.papers.facts import Day, Heading
from coparent.papers.views.coverage import Coverage, Measures, Outcomes, Partnership, Tracker, Voices
from coparent.papers.views.ending import Appendices, Glossary, Implications
from coparent.papers.views.front import Entry, Glance, Notice
from coparent.papers.views.plans import Actions, Asked, Listed, Resources, Risks, Summary
from coparent.papers.views.progress import Ahead, Attention, Changes, Concerns, Decisions, Priorities, Purpose, Timeline
from coparent.papers.views.young_people import Help, WhatWeDo, YouSaid


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper. `sections` are its heads in order; each but officers' own is the field of that name.

    `audience`: public, partner, internal; `classification` says it. `running` stands at the foot of printed pages.
    `exempt` is why it is not for publication, "" if it is.
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
    sections: tuple[Heading, ...]
    purpose: Purpose | None = None
    changes: Changes | None = None
    priorities: Priorities | None = None
    spread: Priorities | None = None
    attention: Attention | None = None
    decisions: Decisions | None = None
    coverage: Coverage | None = None
    timeline: Timeline | None = None
    measures: Measures | None = None
    voices: Voices | None = None
    partnership: Partnership | None = None
    tracker: Tracker | None = None
    implications: Implications | None = None
    glossary: Glossary | None = None
    key: Glossary | None = None
    appendices: Appendices | None = None
    exceptions: Concerns | None = None
    ahead: Ahead | None = None
    soon: Ahead | None = None
    summary: Summary | None = None
    actions: Actions | None = None
    resources: Resources | None = None
    risks: Risks | None = None
    outcomes: Outcomes | None = None
    asked: Asked | None = None
    leading: Listed | None = None
    joining: Listed | None = None
    log: Listed | None = None
    finished: Listed | None = None
    carried: Listed | None = None
    dropped: Listed | None = None
    unfinished: Listed | None = None
    told: YouSaid | None = None
    doing: WhatWeDo | None = None
    upcoming: WhatWeDo | None = None
    help: Help | None = None
