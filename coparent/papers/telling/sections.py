"""Every section a template may have, by the name of its block: what tells it, or None where there is nothing to say."""

from collections.abc import Callable, Mapping
from typing import Any

from coparent.papers.telling.ahead import tell_ahead, tell_soon
from coparent.papers.telling.attention import tell_attention, tell_concerns
from coparent.papers.telling.changes import tell_changes
from coparent.papers.telling.closing import tell_carried, tell_dropped, tell_finished, tell_unfinished
from coparent.papers.telling.costs import tell_resources, tell_risks
from coparent.papers.telling.coverage import tell_coverage
from coparent.papers.telling.decisions import tell_decisions
from coparent.papers.telling.glossary import tell_glossary, tell_key
from coparent.papers.telling.material import Material
from coparent.papers.telling.measures import tell_measures
from coparent.papers.telling.numbering import Numbers
from coparent.papers.telling.outcomes import tell_outcomes
from coparent.papers.telling.partners import tell_asked, tell_joining, tell_leading, tell_partnership
from coparent.papers.telling.plans import tell_actions, tell_log, tell_summary
from coparent.papers.telling.priorities import tell_priorities, tell_spread
from coparent.papers.telling.purpose import tell_appendices, tell_implications, tell_purpose
from coparent.papers.telling.timeline import tell_timeline
from coparent.papers.telling.tracker import tell_tracker
from coparent.papers.telling.voices import tell_voices
from coparent.papers.telling.young import tell_doing, tell_help, tell_told, tell_upcoming

SECTIONS: Mapping[str, Callable[[Material, Numbers], Any]] = {
    "purpose": tell_purpose,
    "changes": tell_changes,
    "priorities": tell_priorities,
    "spread": tell_spread,
    "attention": tell_attention,
    "exceptions": tell_concerns,
    "decisions": tell_decisions,
    "coverage": tell_coverage,
    "timeline": tell_timeline,
    "measures": tell_measures,
    "voices": tell_voices,
    "partnership": tell_partnership,
    "tracker": tell_tracker,
    "implications": tell_implications,
    "glossary": tell_glossary,
    "key": tell_key,
    "appendices": tell_appendices,
    "ahead": tell_ahead,
    "soon": tell_soon,
    "summary": tell_summary,
    "actions": tell_actions,
    "resources": tell_resources,
    "risks": tell_risks,
    "outcomes": tell_outcomes,
    "asked": tell_asked,
    "leading": tell_leading,
    "joining": tell_joining,
    "log": tell_log,
    "finished": tell_finished,
    "carried": tell_carried,
    "dropped": tell_dropped,
    "unfinished": tell_unfinished,
    "told": tell_told,
    "doing": tell_doing,
    "upcoming": tell_upcoming,
    "help": tell_help,
}
