"""Goals that no action serves or too little, and actions that serve no goal."""

from collections.abc import Iterator

from coparent.coverage import GoalCoverage, GoalStatus, coverage_of
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import progress_of
from coparent.rules.coverage.advice import advise_outcome, advise_partly_served, advise_unserved
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named
from coparent.text.sentences import count, listing
from coparent.workspace import Workspace

FAMILY = Family("coverage")


def _find_unserved(workspace: Workspace, kind: str) -> Iterator[Diagnostic]:
    """Report each goal of a kind that no action serves, unless a board has accepted the gap for now."""
    for covered in coverage_of(workspace).goals[kind]:
        if covered.status is GoalStatus.MISSING:
            passed_on = _passed_on(workspace, covered)
            stages = f" any more: {', '.join(related.message for related in passed_on)}" if passed_on else ""
            yield covered.goal.at("id").says(
                f"{named(covered.goal)} has no action that serves it",
                label=f"no action serves this {kind}{stages}",
                help=advise_unserved(covered, workspace),
                related=passed_on,
            )


def _passed_on(workspace: Workspace, covered: GoalCoverage) -> tuple[Related, ...]:
    """The first few actions that name a goal and were superseded, cancelled or carried forward."""
    naming = {reference.owner for reference in workspace.naming.get((covered.kind, covered.id), ())}
    return tuple(
        Related(progress.action.at("id"), f"{progress.action.id} is {progress.stage}")
        for progress in progress_of(workspace).actions
        if not progress.counts_towards_goals and progress.action in naming
    )[:3]


@FAMILY.records("outcome-without-action", Level.WARNING, concludes_from_absence=True)
def outcome_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """An outcome of the strategy that no action in any plan serves.

    Why: the council has promised it to children, and nobody is doing anything about it.
    Fix: name it in the action that serves it, plan one, or have the board accept the gap for a time.

    Before:
        kind: strategy
        outcomes:
          - {id: o8, title: Brothers and sisters see each other}
    After:
        id: families-01
        title: Write family time into every plan
        outcomes: [o8]
    """
    return _find_unserved(workspace, "outcome")


@FAMILY.records("priority-without-action", Level.WARNING, concludes_from_absence=True)
def priority_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A priority of the strategy that no action serves, by itself or through its outcomes.

    Why: a whole chapter of the strategy is left to chance.
    Fix: plan an action for one of its outcomes, or have the board accept the gap for a time.

    Before:
        kind: strategy
        priorities:
          - {id: self, title: Self}
    After:
        id: families-01
        title: Train 400 adults in the thinking tool
        priorities: [self]
    """
    return _find_unserved(workspace, "priority")


@FAMILY.records("promise-without-action", Level.WARNING, concludes_from_absence=True)
def promise_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A promise of the Pledge that no action keeps, by itself or through the outcomes it is kept through.

    Why: children wrote it and councillors signed it.
    Fix: name it in the action that keeps it, plan one, or have the board accept the gap for a time.

    Before:
        kind: strategy
        promises:
          - {id: p4, title: Have help to keep in touch with family and friends}
    After:
        id: families-01
        title: Write family time into every plan
        promises: [p4]
    """
    return _find_unserved(workspace, "promise")


@FAMILY.records("recommendation-without-action", Level.WARNING, concludes_from_absence=True)
def recommendation_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """Something inspectors, scrutiny or young people asked for that no action answers.

    Why: they will come back and ask what became of it.
    Fix: name it in the action that answers it, plan one, or have the board accept the gap for a time.

    Before:
        kind: strategy
        recommendations:
          - {id: ofsted-voices, title: Make children's voices stronger, by: Ofsted, on: November 2021}
    After:
        id: voice-02
        title: Publish what children say about their reviews
        recommendations: [ofsted-voices]
    """
    return _find_unserved(workspace, "recommendation")


@FAMILY.records("outcome-below-needs", Level.WARNING, concludes_from_absence=True)
def outcome_below_needs(workspace: Workspace) -> Iterator[Diagnostic]:
    """An outcome that something serves, with fewer actions, organisations or measures than it needs.

    Why: one action is not a programme, and an outcome nobody measures cannot be seen to be reached.
    Fix: add what is short, or change  needs  where less is enough.

    Before:
        kind: strategy
        outcomes:
          - {id: o1, title: Children live near the people they know, needs: {organisations: 2}}
    After:
        id: home-01
        title: Open two homes
        outcomes: [o1]
        partners: [icb]
    """
    for covered in coverage_of(workspace).goals["outcome"]:
        if covered.status is GoalStatus.PARTIAL:
            short = listing(covered.lacks)
            yield covered.goal.at("id").says(
                f"{named(covered.goal)} is served by {count(len(covered.actions), 'action')}, and falls short of its "
                f"needs: {short}",
                label=short,
                help=advise_partly_served(covered, workspace),
            )


@FAMILY.records("action-without-outcome", LevelByStatus(), concludes_from_absence=True)
def action_without_outcome(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that names no outcome.

    Why: nobody can say which promise to children it helps to keep, and it counts towards none.
    Fix: name the outcome it is for.

    Before:
        - id: home-01
          title: Open two homes
    After:
        - id: home-01
          title: Open two homes
          outcomes: [o3]
    """
    for progress in progress_of(workspace).actions:
        if not progress.action.outcomes and progress.counts_towards_goals:
            yield progress.action.at("outcomes").says(
                f"{named(progress.action)} serves no outcome",
                label='"outcomes" is missing here',
                help=advise_outcome(progress.action, workspace),
            )
