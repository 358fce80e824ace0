"""What to type where a goal has too little serving it: at the likeliest action, or for the board that knows of it."""

from collections.abc import Iterator, Sequence

from coparent.advice import add_item, add_line, either, elsewhere, write_line
from coparent.coverage import GoalCoverage
from coparent.progress import progress_of
from coparent.schema.plan import Action
from coparent.schema.strategy import Outcome
from coparent.text.sentences import listing
from coparent.text.shared_words import likeliest_first
from coparent.timescales import add_months, month_in_words
from coparent.workspace import Workspace

_MOST_CHOICES = 8
_GAP_MONTHS = 6
"""For how long a gap is offered to be accepted."""


def advise_unserved(covered: GoalCoverage, workspace: Workspace) -> str:
    """To name the goal in the action that serves it; or to write down that the board knows of the gap."""
    until = month_in_words(add_months(workspace.as_at, _GAP_MONTHS))
    write_or_add = write_line if covered.goal.accepted_gap is not None else add_line
    accepted = write_or_add("accepted_gap", {"reason": "why nothing serves it yet", "until": until})
    field, identity = f"{covered.kind}s", covered.id
    if covered.kind == "priority":
        # An action belongs to the priorities of its outcomes.
        field, identity = "outcomes", _outcome_of(covered.id, workspace)
    lines = list(_name_in_action(field, identity, covered, workspace)) if identity else []
    return either(*(lines or ["plan an action that serves it"]), accepted)


def _outcome_of(priority: str, workspace: Workspace) -> str:
    """The first outcome that belongs to a priority; "" where none does."""
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    return next((outcome.id for outcome in outcomes if priority in outcome.priorities), "")


def _name_in_action(field: str, identity: str, covered: GoalCoverage, workspace: Workspace) -> Iterator[str]:
    """The line that names a goal in the likeliest action, and that it may stand in another."""
    serving = set(covered.actions)
    may_serve = [
        progress
        for progress in progress_of(workspace).actions
        if progress.counts_towards_goals and progress not in serving and not progress.action.priorities
    ]
    likeliest = likeliest_first(covered.title, ((progress.title, progress) for progress in may_serve))
    for progress in likeliest[:1]:
        held: tuple[str, ...] = getattr(progress.action, field)
        line = add_item(field, identity, is_first=not held)
        yield elsewhere(line, under=progress.id, path=progress.plan.where.path)
    if len(likeliest) > 1:
        yield "the same under another action that serves it"


def advise_partly_served(covered: GoalCoverage, workspace: Workspace) -> str:
    """To name what is short, and the line that says that less is enough."""
    short = covered.needs.actions - len(covered.actions)
    lines: list[str] = []
    if len(covered.lacks) == 1 and short == 1:
        lines += _name_in_action("outcomes", covered.id, covered, workspace)
    elif len(covered.lacks) == 1 and not covered.measures and covered.needs.measures == 1:
        lines += _name_in_measure(covered, workspace)
    goal = covered.goal
    have = {
        "actions": min(covered.needs.actions, len(covered.actions)),
        "organisations": min(covered.needs.organisations, len(covered.organisations)),
        "measures": min(covered.needs.measures, len(covered.measures)),
    }
    has_needs = isinstance(goal, Outcome) and goal.needs is not None
    enough = write_line("needs", have) if has_needs else add_line("needs", have)
    return either(*lines, *([] if lines else [_describe_short(covered)]), enough)


def _name_in_measure(covered: GoalCoverage, workspace: Workspace) -> Iterator[str]:
    """The line that names an outcome in the likeliest measure."""
    for measure in likeliest_first(covered.title, ((measure.title, measure) for measure in workspace.measures))[:1]:
        line = add_item("outcomes", covered.id, is_first=not measure.outcomes)
        yield elsewhere(line, under=measure.id, path=measure.where.path)


def _describe_short(covered: GoalCoverage) -> str:
    """Where what is short is named, in words."""
    needs = covered.needs
    places = [
        f"in more actions, outcomes: [{covered.id}]" if len(covered.actions) < needs.actions else "",
        "under partners of its actions" if len(covered.organisations) < needs.organisations else "",
        f"in the measure that shows it, outcomes: [{covered.id}]" if len(covered.measures) < needs.measures else "",
    ]
    return f"name what is short {listing(places)}"


def advise_outcome(action: Action, workspace: Workspace) -> str:
    """The line with the likeliest outcome, and the ids of the others."""
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    fitting = [outcome for outcome in outcomes if not set(outcome.priorities).isdisjoint(action.priorities)]
    ids = likeliest_first(action.title, ((outcome.title, outcome.id) for outcome in fitting or outcomes))
    if not ids:
        return "name the outcome it is for, once there is a strategy"
    return either(add_line("outcomes", ids[:1]), *_list_others(ids[1:]))


def _list_others(ids: Sequence[str]) -> Sequence[str]:
    if not ids:
        return ()
    return [f"another of: {', '.join(ids)}" if len(ids) < _MOST_CHOICES else "another outcome that it is for"]
