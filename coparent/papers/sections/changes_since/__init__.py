"""What has changed since the last report, as plain events: the one place that papers ask for it."""

from coparent.papers.sections.changes_since.dates import date_events
from coparent.papers.sections.changes_since.event import Event, event_of
from coparent.papers.sections.changes_since.readings import reading_events
from coparent.papers.sections.changes_since.statuses import approval_events, missed_event, status_event
from coparent.papers.sections.context import PaperContext

__all__ = ["Event", "events_since_report"]


def events_since_report(context: PaperContext) -> list[Event]:
    """Every change since the last report, in the order of the plans; none where there was no report to compare with."""
    since = context.since
    if since is None:
        return []
    events: list[Event] = []
    then = {now.action.id: before for before, now in context.compared}
    new = frozenset(context.new_actions)
    for now in context.actions:
        before = then.get(now.action.id)
        status = status_event(since, before, now) if before is not None else missed_event(since, now)
        events += [status] if status is not None else []
        events += [event_of("new", now, "", context.as_at)] if now in new else []
        events += date_events(context, since, now)
    return [*events, *approval_events(context, since), *reading_events(context, since)]
