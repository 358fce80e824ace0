"""Priorities of an action that are not those of its outcomes."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.strategy import Outcome
from coparent.workspace import Workspace

FAMILY = Family("references")


@FAMILY.records("priority-mismatch", Level.NOTE)
def priority_mismatch(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action whose own priorities have nothing in common with those of its outcomes.

    Why: the committee sees it under a priority that it does not seem to serve.
    Fix: leave priorities out (they follow from the outcomes), or name the outcome that was meant.

    Before:
        outcomes: [o6]
        priorities: [home]
    After:
        outcomes: [o6]
    """
    for action in workspace.actions:
        if not action.priorities or not workspace.is_whole(action, "outcomes", "priorities"):
            continue
        outcomes = [found for name in action.outcomes if isinstance(found := workspace.find("outcome", name), Outcome)]
        theirs = dict.fromkeys(name for outcome in outcomes for name in outcome.priorities)
        # An outcome that is cross-cutting or was not read in full may be of any priority.
        are_known = len(outcomes) == len(action.outcomes) and all(
            outcome.priorities and workspace.is_whole(outcome, "priorities") for outcome in outcomes
        )
        if outcomes and are_known and theirs.keys().isdisjoint(action.priorities):
            yield action.at("priorities").says(
                f"{named(action)} is under {' and '.join(action.priorities)}, "
                f"and its outcomes are under {' and '.join(theirs)}",
                label="shares nothing with its outcomes",
                help="take this line out, or name the outcome that was meant",
            )
