"""Goals that are served and could soon not be: what leans on one action or organisation, is late, or ends early."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from coparent.coverage.goals import GoalCoverage, coverage_of
from coparent.progress import ActionProgress
from coparent.text.sentences import in_letters
from coparent.timescales import Timescale, add_months, in_words, span_in_words
from coparent.values import frozen
from coparent.workspace import Workspace

_LAST_MONTHS = 24


@frozen
class GoalAssessment:
    """A goal's coverage, and in words what makes it fragile."""

    goal: GoalCoverage
    fragile: tuple[str, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """All that is lacking: what is short of the needs, then what is fragile."""
        return (*self.goal.lacks, *self.fragile)


def assess_goals(workspace: Workspace) -> tuple[GoalAssessment, ...]:
    """Every goal's coverage with what is fragile about it, in the order of the coverage."""
    period = workspace.strategy.period if workspace.strategy is not None else None
    ends = period.end if period is not None else None
    return tuple(GoalAssessment(goal, tuple(_find_fragile(workspace, goal, ends))) for goal in coverage_of(workspace))


def _find_fragile(workspace: Workspace, goal: GoalCoverage, strategy_ends: date | None) -> Iterator[str]:
    # A date that had to be cut must not look left out, nor the one before it look missed.
    if not goal.actions or (workspace.faulty and not _are_whole(workspace, goal.actions)):
        return
    if len(goal.actions) == 1:
        alone = "only one action, by one organisation" if len(goal.organisations) == 1 else "only one action"
        yield from _describe_lone(alone, goal.needs.actions, _when_it_ends(goal.actions[0], workspace.as_at))
    elif len(goal.organisations) == 1:
        ending = _when_they_end(goal.actions, workspace.as_at)
        yield from _describe_lone("only one organisation", goal.needs.organisations, ending)
    live = goal.live
    if len(goal.actions) > 1 and live and all(action.is_late for action in live):
        yield "everything still to be done is late" if len(live) > 1 else "the one action still to be done is late"
    if strategy_ends is not None:
        last_years_begin = add_months(strategy_ends, -_LAST_MONTHS)
        # A plan for one year of the strategy cannot name a date in its last years.
        reaches = any(_reaches(last_years_begin, action) for action in goal.actions)
        if reaches and not any(_may_end_after(last_years_begin, action) for action in goal.actions):
            yield f"nothing is due in the strategy's last two years (to {_month(strategy_ends)})"


def _are_whole(workspace: Workspace, actions: Sequence[ActionProgress]) -> bool:
    return all(workspace.is_whole(action.action, "due", "rescheduled", "updates") for action in actions)


def _describe_lone(alone: str, needed: int, ending: str) -> Iterator[str]:
    """That a goal leans on one thing, where more is not needed anyway, and when that ends, if it may."""
    if needed <= 1:
        yield f"{alone}, and {ending}" if ending else alone
    elif ending:
        yield ending


def _when_it_ends(action: ActionProgress, as_at: date) -> str:
    if not action.is_live:
        return "it is complete"
    due = action.due
    if action.is_late:
        return f"it is late: it was due {_by(due)}" if due is not None and due.end and due.end < as_at else "it is late"
    return f"it ends in {_month(due.end)}" if due is not None and due.end is not None else ""


def _by(due: Timescale) -> str:
    return f"on {in_words(due)}" if due.start == due.end else f"in {in_words(due)}"


def _when_they_end(actions: Sequence[ActionProgress], as_at: date) -> str:
    number = in_letters(len(actions))
    if not any(action.is_live for action in actions):
        return f"its {number} actions are complete"
    ends = [action.due.end if action.due is not None else None for action in actions]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return ""
    last = max(known)
    if len({_month(end) for end in known}) == 1:
        return f"its {number} actions {'ended' if last < as_at else 'end'} in {_month(last)}"
    return f"the last of its {number} actions {'ended' if last < as_at else 'ends'} in {_month(last)}"


def _reaches(day: date, action: ActionProgress) -> bool:
    """Whether the plan of an action goes on past a day."""
    return action.period is not None and action.period.end is not None and action.period.end > day


def _may_end_after(day: date, action: ActionProgress) -> bool:
    """Whether work on an action goes on past a day, or nobody has said when it ends."""
    return action.due is None or action.due.end is None or action.due.end > day


def _month(day: date) -> str:
    first = day.replace(day=1)
    return span_in_words(first, add_months(first, 1) - timedelta(days=1))
