"""Work and plans that end untidily, and plans that nobody is known to have approved."""

from collections import defaultdict
from collections.abc import Iterator

from coparent import advice
from coparent.advice import Writable
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import ActionProgress, progress_of
from coparent.progress.offers import EVIDENCE, offer_update
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named, named_within
from coparent.schema.plan import Plan
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace
from coparent.workspace.written_days import write_day

FAMILY = Family("delivery")

_MOST_NAMED = 8
"""How many ids a fix lists to choose from."""


@FAMILY.records("complete-without-evidence", LevelByStatus(most=Level.WARNING))
def complete_without_evidence(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is complete, and nothing shows it.

    Why: inspectors and members ask how the council knows; "we were told so" is not an answer.
    Fix: add  evidence:  to the update that says complete: a link, a file, or who holds the record.

    Before:
        on: 2026-09-30
        stage: complete
        summary: Both homes are open.
    After:
        on: 2026-09-30
        stage: complete
        summary: Both homes are open.
        evidence:
          - {title: Registration certificates, held_by: Residential service}
    """
    for progress in progress_of(workspace).actions:
        if progress.stage != "complete":
            continue
        complete = [dated.update for dated in progress.updates if dated.update.stage == "complete"]
        if not any(update.evidence or not workspace.is_whole(update, "evidence") for update in complete):
            update = complete[-1]
            yield update.at("evidence").says(
                f"{named(progress.action)} is complete, and nothing shows it",
                label='"evidence" is missing here',
                help=advice.add_line("evidence", EVIDENCE),
            )


@FAMILY.records("complete-with-open-milestones", Level.WARNING)
def complete_with_open_milestones(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is complete, with a milestone that should have been reached by then and was not.

    Why: either the work is not finished or the list of steps is not true, and a reader cannot tell which.
    Fix: add the day it was reached, or that it was dropped and why.

    Before:
        milestones:
          - {title: Staff are trained, due: May 2026}
        updates:
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
    After:
        milestones:
          - {title: Staff are trained, due: May 2026, done: 2026-05-20}
        updates:
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
    """
    for progress in progress_of(workspace).actions:
        if progress.completed_on is None:
            continue
        for step in progress.milestones:
            milestone, due = step.milestone, step.due
            if not step.is_open or due is None or due.end is None or due.end > progress.completed_on:
                continue
            if workspace.is_whole(milestone, "dropped", "rescheduled"):
                done = write_day(workspace, milestone.where.path, progress.completed_on)
                dropped = {"on": done, "reason": "why it was not needed"}
                yield milestone.at("done").says(
                    f"{named_within(milestone, progress.action)} was due in {in_words(due)} and is still open, "
                    f"though the action was complete on {day_in_words(progress.completed_on)}",
                    label="neither done nor dropped",
                    help=advice.either(advice.add_line("done", done), advice.add_line("dropped", dropped)),
                )


@FAMILY.records("closed-without-successor", LevelByStatus())
def closed_without_successor(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that is superseded or carried forward, and nobody can see to where.

    Why: this is how promises get lost between two plans.
    Fix: name the action that goes on with the work.

    Before:
        - id: home-01
          title: Open two homes
          updates:
            - {on: 2026-09-30, stage: carried-forward, summary: One home is open.}
    After:
        - id: home-01
          title: Open two homes
          becomes: [home-21]
          updates:
            - {on: 2026-09-30, stage: carried-forward, summary: One home is open.}
    """
    for progress in progress_of(workspace).actions:
        action, is_passed_on = progress.action, progress.stage in ("superseded", "carried-forward")
        if is_passed_on and not action.becomes and workspace.is_whole(action, "becomes"):
            yield action.at("becomes").says(
                f"{named(action)} is {progress.stage}, and nothing says where the work goes on",
                label='"becomes" is missing here',
                help=_offer_successors(progress),
            )


def _offer_successors(progress: ActionProgress) -> str:
    """The actions that may go on with the work, of many those for the same goals; that it stopped, if there is none."""
    action = progress.action
    others = [
        other for other in progress_of(progress.workspace).actions if other.is_live and other.action is not action
    ]
    related = [other for other in others if set(other.action.outcomes) & set(action.outcomes)]
    found = related if len(others) > _MOST_NAMED else others
    if found and len(found) <= _MOST_NAMED:
        return advice.either(*(advice.add_line("becomes", [other.id]) for other in found))
    spot, stopped = action.at("becomes"), {"stage": "cancelled", "summary": "why it stopped"}
    named_here = "add the action that goes on with it, and name it here under becomes"
    return "; or ".join(filter(None, (named_here, offer_update(progress, spot, stopped))))


@FAMILY.records("approval-not-recorded", Level.ERROR)
def approval_not_recorded(workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan that is approved or closed, and does not say by which board and when.

    Why: lateness, edits and updates owed are all counted from what a board agreed to on a day.
    Fix: add the board and the day; if no board has approved it, it is not approved yet.

    Before:
        status: approved
    After:
        status: approved
        approval: {by: corporate-parenting-panel, on: 2026-03-31}
    """
    for plan in workspace.plans:
        if plan.status in ("approved", "closed") and plan.approval is None and workspace.is_whole(plan, "approval"):
            yield plan.at("approval").says(
                f"{named(plan)} is {plan.status}, and does not say which board approved it and when",
                label='"approval" is missing here: the board, and the day it met',
                help=advice.either(*_offer_approvals(workspace, plan)),
            )


def _offer_approvals(workspace: Workspace, plan: Plan) -> Iterator[str]:
    """The approval of each board that it may have been; that it was not, for a plan that is still to be approved."""
    boards = tuple(board.id for board in workspace.strategy.boards) if workspace.strategy is not None else ()
    offered = plan.reports_to or boards
    on = write_day(workspace, plan.where.path, workspace.as_at)
    for board in offered if len(offered) <= _MOST_NAMED else offered[:3]:
        yield advice.add_line("approval", {"by": board, "on": on})
    if plan.status == "approved" or not offered:
        yield advice.write_line("status", "consultation")


@FAMILY.records("plan-ended-with-live-actions", Level.WARNING)
def plan_ended_with_live_actions(workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan that is over, with actions that are neither complete nor passed on.

    Why: work nobody closed is work nobody answers for any more.
    Fix: give each of them a last update: complete, carried-forward (with becomes), superseded or cancelled.

    Before:
        period: 2025/26
        actions:
          - id: home-01
            title: Open two homes
            updates:
              - {on: 2026-03-31, stage: in-progress, summary: One home is open.}
    After:
        period: 2025/26
        actions:
          - id: home-01
            title: Open two homes
            becomes: [home-21]
            updates:
              - {on: 2026-03-31, stage: carried-forward, summary: One home is open.}
    """
    live: dict[Plan, list[ActionProgress]] = defaultdict(list)
    for progress in progress_of(workspace).actions:
        if progress.is_live:
            live[progress.plan].append(progress)
    for plan, progresses in live.items():
        period = workspace.period(plan)
        if period is not None and period.is_after(period):
            continue  # Its dates are the wrong way round, and that is to be mended first.
        if period is not None and period.end is not None and period.end < workspace.as_at:
            yield _report_ended(plan, "period", f"ended on {day_in_words(period.end)}", progresses)
        elif plan.status == "closed":
            yield _report_ended(plan, "status", "is closed", progresses)


def _report_ended(plan: Plan, field: str, is_over: str, live: list[ActionProgress]) -> Diagnostic:
    names = [progress.action.id for progress in live]
    listed = ", ".join(names) if len(names) <= 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"
    count = "one live action" if len(names) == 1 else f"{len(names)} live actions"
    spot = plan.at(field)
    ends: dict[str, Writable] = {"stage": "complete", "summary": "what was done", "evidence": EVIDENCE}
    offers = (offer_update(progress, spot, ends) for progress in live)
    report = next(filter(None, offers), f"give {names[0]} a last update: complete")
    return spot.says(
        f"{named(plan)} {is_over} with {count}: {listed}",
        label="over, and not all of it is settled",
        help=f"{report}; or carried-forward with becomes, superseded or cancelled"
        f"{', and so for the others' if len(names) > 1 else ''}",
        related=tuple(Related(progress.action.at("id"), f"still {progress.stage}") for progress in live[:3]),
    )
