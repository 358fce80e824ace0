"""Every section a template may have, by the name of its block: what tells it, or None where there is nothing to say."""

from collections.abc import Callable, Mapping
from typing import Any

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
from coparent.papers.sections.young_people import build_doing, build_help, build_told, build_upcoming

SECTIONS: Mapping[str, Callable[[PaperContext, Numbers], Any]] = {
    "purpose": build_purpose,
    "changes": build_changes,
    "priorities": build_priorities,
    "spread": build_spread,
    "attention": build_attention,
    "exceptions": build_concerns,
    "decisions": build_decisions,
    "coverage": build_coverage,
    "timeline": build_timeline,
    "measures": build_measures,
    "voices": build_voices,
    "partnership": build_partnership,
    "tracker": build_tracker,
    "implications": build_implications,
    "glossary": build_glossary,
    "key": build_key,
    "appendices": build_appendices,
    "ahead": build_ahead,
    "soon": build_soon,
    "summary": build_summary,
    "actions": build_actions,
    "resources": build_resources,
    "risks": build_risks,
    "outcomes": build_outcomes,
    "asked": build_asked,
    "leading": build_leading,
    "joining": build_joining,
    "log": build_log,
    "finished": build_finished,
    "carried": build_carried,
    "dropped": build_dropped,
    "unfinished": build_unfinished,
    "told": build_told,
    "doing": build_doing,
    "upcoming": build_upcoming,
    "help": build_help,
}
