"""What has changed since the last report, as plain events: the one place that papers ask for it."""

from coparent.papers.sections.changes_since.dates import date_events
from coparent.papers.sections.changes_since.event import Event
from coparent.papers.sections.changes_since.readings import reading_events
from coparent.papers.sections.changes_since.statuses import approval_events, status_event
from coparent.papers.sections.context import PaperContext

__all__ = ["Event", "events_since_report"]


def events_since_report(context: PaperContext) -> list[Event]:
    """Every change since the last report, in the order of the plans; none where there was no report to compare with."""
    since = context.since
    if since is None:
        return []
    events: list[Event] = []
    for before, now in context.compared:
        status = status_event(since, before, now)
        events += [status] if status is not None else []
        events += date_events(context, since, now)
    return [*events, *approval_events(context, since), *reading_events(context, since)]
