"""Dates of actions and milestones that come in an order in which nobody could keep them."""

import re
from collections.abc import Iterator

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import ActionProgress, progress_of, read_in_full, steps_to_come
from coparent.progress.offers import in_record, offer_move
from coparent.rules.dates.years import in_another_year
from coparent.rules.registry import Family
from coparent.schema.naming import named, named_within
from coparent.text.patterns import compile_later
from coparent.timescales import Timescale, add_months, in_words
from coparent.workspace import Workspace

FAMILY = Family("dates")

_RIGHTLY_AFTERWARDS = compile_later(r"\b(?:audit|evaluat|re-?audit|review)", re.IGNORECASE)
"""Words for a milestone that rightly comes when the work is over."""


@FAMILY.records("due-before-start", Level.ERROR)
def due_before_start(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is due before it starts.

    Why: one of the two dates is wrong, and a committee would hold people to it.
    Fix: correct the wrong one. A first date that a board has agreed stays, and the move goes under rescheduled.

    Before:
        start: October 2026
        due: March 2026
    After:
        start: October 2026
        due: March 2027
    """
    for progress in read_in_full(workspace, "due", "rescheduled", "start"):
        action, due = progress.action, progress.due
        if action.start is None or due is None:
            continue
        start = action.start.within(progress.period)
        if start.is_after(due):
            spot = workspace.due_spot(action)
            yield spot.says(
                f"{named(action)} is due before it starts",
                label=f"it starts {in_words(start)}",
                help=_offer_years(progress, start, due, spot),
                related=(Related(action.at("start"), "starts here"),),
            )


def _offer_years(progress: ActionProgress, start: Timescale, due: Timescale, spot: Spot) -> str:
    """The due date in the first year that comes after the start; the start a year earlier if the plan is over by then.

    What a board agreed to is not written over.
    """
    if start.start is None or due.end is None:
        return ""
    years = start.start.year - due.end.year
    years += add_months(due.end, 12 * years) < start.start
    ends = progress.period.end if progress.period is not None else None
    if ends is not None and add_months(due.end, 12 * years) > ends:
        return in_record(spot, progress.action, advice.write_line("start", in_another_year(start, -years)))
    later = in_another_year(due, years)
    is_agreed = progress.plan.status in ("approved", "closed")
    return offer_move(progress, spot, later) if is_agreed else advice.write(later)


@FAMILY.records("milestone-after-due", Level.WARNING)
def milestone_after_due(workspace: Workspace) -> Iterator[Diagnostic]:
    """A milestone that comes after the action it belongs to. Audits, evaluations and reviews may.

    Why: a committee reads the due date as the promise, and a step beyond it breaks that promise.
    Fix: bring the milestone forward, or move the action's own date and say why.

    Before:
        due: March 2027
        milestones:
          - title: The second home opens
            due: May 2027
    After:
        due: March 2027
        milestones:
          - title: The second home opens
            due: March 2027
    """
    for progress, milestone, due in steps_to_come(workspace):
        if progress.due is not None and due.is_after(progress.due) and not _RIGHTLY_AFTERWARDS.search(milestone.title):
            spot, action = workspace.due_spot(milestone), progress.action
            yield spot.says(
                f"{named_within(milestone, action)} is due after the action itself",
                label=f"the action is due {in_words(progress.due)}",
                help=advice.either(advice.write(in_words(progress.due)), offer_move(progress, spot, in_words(due))),
                related=(Related(workspace.due_spot(progress.action), "the action is due here"),),
            )


@FAMILY.records("depends-on-later-action", Level.WARNING)
def depends_on_later_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that waits for another which is due only after it.

    Why: it cannot be done by its own date.
    Fix: move one of the two dates, or take out the dependency that is not real.

    Before:
        actions:
          - id: home-01
            title: Open two homes
            due: March 2027
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            due: July 2027
    After:
        actions:
          - id: home-01
            title: Open two homes
            due: October 2027
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            due: July 2027
    """
    by_action = progress_of(workspace).by_action
    for progress in read_in_full(workspace, "due", "rescheduled"):
        if not progress.is_live or progress.due is None:
            continue
        for index, name in enumerate(progress.action.depends_on):
            awaited = by_action.get(name)
            late = _find_later_date(workspace, awaited, progress.due) if awaited is not None else None
            if late is not None:
                spot, verb, when = late
                yield progress.action.at("depends_on", index).says(
                    f"{named(progress.action)} is due {in_words(progress.due)}, and waits for {name}, "
                    f"which {verb} {in_words(when)}",
                    label="comes too late",
                    help=f"{advice.take_out(name)}; or move one of the two dates",
                    related=(Related(spot, f"{name} {verb.split()[0]} here"),),
                )


def _find_later_date(
    workspace: Workspace, awaited: ActionProgress, due: Timescale
) -> tuple[Spot, str, Timescale] | None:
    """The due date or start of a live action that lies after a date: its spot, what the action does then, and when."""
    action = awaited.action
    if not awaited.is_live or not workspace.is_whole(action, "due", "rescheduled"):
        return None
    if awaited.due is not None and awaited.due.is_after(due):
        return workspace.due_spot(action), "is due", awaited.due
    start = action.start.within(awaited.period) if action.start is not None else None
    if start is not None and start.is_after(due):
        return action.at("start"), "starts", start
    return None
