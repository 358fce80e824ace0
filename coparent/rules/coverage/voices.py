"""Children who were not asked, and people who were asked and never answered."""

from collections.abc import Iterator

from coparent.advice import add_item, add_line, either
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.naming import named
from coparent.text.sentences import count
from coparent.timescales import add_months, in_words, month_in_words
from coparent.workspace import Workspace

FAMILY = Family("coverage")

_ANSWERED_WITHIN_MONTHS = 6


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
                label="no young people asked: ask them, then write it down",
                help=add_item(
                    "consulted",
                    {
                        "who": "the young people who were asked",
                        "kind": "young-people",
                        "on": month_in_words(workspace.as_at),
                        "heard": "what they said",
                        "changed": "what is different because of it",
                    },
                    is_first=not plan.consulted,
                ),
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
                help=either(
                    add_line("changed", "what is different because of it"),
                    add_line("answer", "what could not be done, and why"),
                ),
            )
