"""Coverage: goals that no action serves, actions that serve no goal, children who were not asked or not answered."""

from collections.abc import Iterator

from coparent.coverage import GoalCoverage, GoalStatus, coverage_of
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import progress_of
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named
from coparent.text.sentences import count, listing
from coparent.timescales import add_months, in_words
from coparent.workspace import Workspace

FAMILY = Family("coverage")

_ANSWERED_WITHIN_MONTHS = 6


def _find_unserved(workspace: Workspace, kind: str, advice: str) -> Iterator[Diagnostic]:
    """Report each goal of a kind that no action serves, unless a board has accepted the gap for now."""
    for covered in coverage_of(workspace).goals[kind]:
        if covered.status is GoalStatus.MISSING:
            passed_on = _passed_on(workspace, covered)
            stages = f" any more: {', '.join(related.message for related in passed_on)}" if passed_on else ""
            yield covered.goal.at("id").says(
                f"{named(covered.goal)} has no action that serves it",
                label=f"no action serves this {kind}{stages}",
                help=f"{advice}; or, where the board knows of it, add  accepted_gap:  with a reason and until",
                related=passed_on,
            )


def _passed_on(workspace: Workspace, covered: GoalCoverage) -> tuple[Related, ...]:
    """The first few actions that name a goal and were superseded, cancelled or carried forward."""
    naming = {reference.owner for reference in workspace.naming.get((covered.kind, covered.id), ())}
    return tuple(
        Related(progress.action.at("id"), f"{progress.action.id} is {progress.stage}")
        for progress in progress_of(workspace).actions
        if not progress.serves and progress.action in naming
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
    return _find_unserved(workspace, "outcome", "name it under  outcomes:  of the action that serves it, or plan one")


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
    return _find_unserved(workspace, "priority", "plan an action for one of its outcomes")


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
    return _find_unserved(workspace, "promise", "name it under  promises:  of the action that keeps it, or plan one")


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
    return _find_unserved(
        workspace, "recommendation", "name it under  recommendations:  of the action that answers it, or plan one"
    )


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
                help=_advise(covered),
            )


def _advise(covered: GoalCoverage) -> str:
    """What to type for the first amount that is short."""
    if len(covered.actions) < covered.needs.actions:
        return f"name it in more actions:  outcomes: [{covered.id}]"
    if len(covered.organisations) < covered.needs.organisations:
        return "name those who take part under  partners:  of its actions"
    return f"name it in the measure that shows it:  outcomes: [{covered.id}]"


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
        if not progress.action.outcomes and progress.serves:
            yield progress.action.at("outcomes").says(
                f"{named(progress.action)} serves no outcome",
                label='"outcomes" is missing here',
                help="add a line  outcomes:  with the id of the outcome it is for",
            )


@FAMILY.records("no-young-voice", LevelByStatus(most=Level.WARNING), concludes_from_absence=True)
def no_young_voice(workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan that shows no young people being asked about it.

    Why: the law asks councils to take children's views into account, and plans made without them miss what matters.
    Fix: ask them, and record it. Never make a consultation up: the finding stays until it has happened.

    Before:
        kind: plan
        id: home
    After:
        kind: plan
        id: home
        consulted:
          - who: Children in Care Council
            kind: young-people
            on: October 2026
            heard: Moves come with too little warning.
            changed: Every move is now talked through a week before.
    """
    for plan in workspace.plans:
        if not any(consultation.kind == "young-people" for consultation in plan.consulted):
            others = f"lists {count(len(plan.consulted), 'consultation')}, none with"
            yield plan.at("consulted").says(
                f"{named(plan)} {others if plan.consulted else 'consulted no'} young people",
                label="no young people asked",
                help="ask them, then add to  consulted:  an item with  kind: young-people",
            )


@FAMILY.records("asked-but-not-answered", Level.WARNING, concludes_from_absence=True)
def asked_but_not_answered(workspace: Workspace) -> Iterator[Diagnostic]:
    """People were asked more than six months ago, and nothing says what changed or why not.

    Why: young people who hear nothing back do not answer a second time.
    Fix: say what changed, or what could not be done and why; and tell them.

    Before:
        consulted:
          - who: Children in Care Council
            kind: young-people
            on: January 2026
            heard: Moves come with too little warning.
    After:
        consulted:
          - who: Children in Care Council
            kind: young-people
            on: January 2026
            heard: Moves come with too little warning.
            answer: Some moves cannot wait, for a child's safety. Those children hear why on the same day.
            told: 2026-03-12
    """
    asked = [(plan.consulted, workspace.period(plan), plan.id) for plan in workspace.plans]
    if workspace.strategy is not None:
        asked.append((workspace.strategy.consulted, workspace.strategy.period, "the strategy"))
    consultations = ((consultation, period, owner) for consulted, period, owner in asked for consultation in consulted)
    for consultation, period, owner in consultations:
        on = consultation.on.within(period)
        answered = consultation.changed is not None or consultation.answer is not None
        if answered or on.end is None or add_months(on.end, _ANSWERED_WITHIN_MONTHS) >= workspace.as_at:
            continue
        if workspace.is_whole(consultation, "changed", "answer"):
            yield consultation.at("changed").says(
                f"{owner} asked {consultation.who} in {in_words(on)}, and says neither what changed nor why not",
                label="asked more than six months ago",
                help="add a line  changed:  or  answer:  (what could not be done, and why)",
            )
