"""Goals that are served and could soon not be: what leans on one action or organisation, is late, or ends early."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coparent.coverage.goals import GoalCoverage, coverage_of
from coparent.progress import ActionProgress
from coparent.text.sentences import in_letters
from coparent.timescales import Timescale, add_months, in_words, span_in_words
from coparent.workspace import Workspace

_LAST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class GoalAssessment:
    """A goal's coverage, and in words what makes it fragile."""

    goal: GoalCoverage
    fragile: tuple[str, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """All that is lacking: what is short of the needs, then what is fragile."""
        return (*self.goal.lacks, *self.fragile)


def judge(workspace: Workspace) -> tuple[GoalAssessment, ...]:
    """Every goal's coverage with what is fragile about it, in the order of the coverage."""
    last_years = _last_years(workspace)
    return tuple(GoalAssessment(goal, _weigh(workspace, goal, last_years)) for goal in coverage_of(workspace))


def _last_years(workspace: Workspace) -> tuple[date, date] | None:
    """The day after which a strategy's last two years begin, and the one on which they end."""
    period = workspace.strategy.period if workspace.strategy is not None else None
    return (add_months(period.end, -_LAST_MONTHS), period.end) if period is not None and period.end else None


def _weigh(workspace: Workspace, goal: GoalCoverage, last_years: tuple[date, date] | None) -> tuple[str, ...]:
    # A date that had to be cut must not look left out, nor the one before it look missed.
    if not goal.actions or (workspace.faulty and not _are_whole(workspace, goal.actions)):
        return ()
    return tuple(_find(workspace, goal, last_years))


def _are_whole(workspace: Workspace, actions: Sequence[ActionProgress]) -> bool:
    return all(workspace.is_whole(one.action, "due", "rescheduled", "updates") for one in actions)


def _find(workspace: Workspace, goal: GoalCoverage, last_years: tuple[date, date] | None) -> Iterator[str]:
    if len(goal.actions) == 1:
        yield from _leaning_on_one_action(goal, workspace.as_at)
    elif len(goal.organisations) == 1:
        yield from _leaning_on_one_organisation(goal, workspace.as_at)
    live = goal.live
    if len(goal.actions) > 1 and live and all(action.is_late for action in live):
        yield "everything still to be done is late" if len(live) > 1 else "the one action still to be done is late"
    if last_years is not None and not any(_may_end_after(last_years[0], one) for one in goal.actions):
        yield f"nothing is due in the strategy's last two years (to {_month(last_years[1])})"


def _leaning_on_one_action(goal: GoalCoverage, as_at: date) -> Iterator[str]:
    (only,) = goal.actions
    lone = "only one action, by one organisation" if len(goal.organisations) == 1 else "only one action"
    ending = _when_it_ends(only, as_at)
    if goal.needs.actions <= 1:
        yield f"{lone}, and {ending}" if ending else lone
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


def _leaning_on_one_organisation(goal: GoalCoverage, as_at: date) -> Iterator[str]:
    ending = _when_they_end(goal.actions, as_at)
    if goal.needs.organisations <= 1:
        yield f"only one organisation, and {ending}" if ending else "only one organisation"
    elif ending:
        yield ending


def _when_they_end(actions: Sequence[ActionProgress], as_at: date) -> str:
    number = in_letters(len(actions))
    if not any(one.is_live for one in actions):
        return f"its {number} actions are complete"
    ends = [one.due.end if one.due is not None else None for one in actions]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return ""
    last = max(known)
    if len({_month(end) for end in known}) == 1:
        return f"its {number} actions {'ended' if last < as_at else 'end'} in {_month(last)}"
    return f"the last of its {number} actions {'ended' if last < as_at else 'ends'} in {_month(last)}"


def _may_end_after(day: date, action: ActionProgress) -> bool:
    """Whether work on an action goes on past a day, or nobody has said when it ends."""
    return action.due is None or action.due.end is None or action.due.end > day


def _month(day: date) -> str:
    first = day.replace(day=1)
    return span_in_words(first, add_months(first, 1) - timedelta(days=1))
