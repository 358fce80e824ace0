"""`--fail-under KIND=PERCENT`: how much of a kind of goal must be covered, and what is short of it."""

from collections.abc import Iterable, Mapping

from coparent.cli.output import say
from coparent.coverage import GOAL_KINDS, GoalAssessment, Survey
from coparent.errors import CoparentError
from coparent.schema.naming import named
from coparent.tables.style import TableStyle
from coparent.text.sentences import plural
from coparent.text.suggestions import nearest

_OPTION = "--fail-under"
_EXAMPLE = f"write  {_OPTION} outcomes=100"


def read_thresholds(written: Iterable[str]) -> Mapping[str, float]:
    """The least percentage of each kind of goal; the last one given counts. Raises CoparentError for anything else."""
    return dict(map(_read, written))


def _read(pair: str) -> tuple[str, float]:
    name, equals, percent = (part.strip() for part in pair.partition("="))
    if not equals or not name:
        raise CoparentError(f'{_OPTION}: "{pair}" is not KIND=PERCENT', _EXAMPLE)
    return _kind(name), _percent(percent)


def _kind(name: str) -> str:
    kinds = {spelling: kind for kind in GOAL_KINDS for spelling in (plural(kind), kind)}
    if name.lower() in kinds:
        return kinds[name.lower()]
    near = nearest(name.lower(), kinds)
    advice = f"did you mean  {near[0]}?" if near else f"one of: {', '.join(plural(kind) for kind in GOAL_KINDS)}"
    raise CoparentError(f'{_OPTION}: there is no kind of goal "{name}"', advice)


def _percent(written: str) -> float:
    try:
        percent = float(written.removesuffix("%"))
    except ValueError:
        percent = -1.0
    if 0 <= percent <= 100:
        return percent
    raise CoparentError(f'{_OPTION}: "{written}" is not a number from 0 to 100', _EXAMPLE)


def report_below(survey: Survey, thresholds: Mapping[str, float], look: TableStyle) -> bool:
    """Say on stderr which bars are missed, and name the gaps. Whether any is: none can be met without a strategy."""
    if thresholds and not any(survey.goals.values()):
        say(f"{_OPTION}: there are no goals to count")
        return True
    missed = {kind: threshold for kind, threshold in thresholds.items() if survey.coverage.percent(kind) < threshold}
    for kind, threshold in missed.items():
        covered = survey.coverage.percent(kind)
        say(f"{plural(kind)}: {covered}% covered, and {_OPTION} asks for {threshold:g}%")
        for gap in survey.gaps(kind):
            say(f"  {_in_words(gap)}")
    return bool(missed)


def _in_words(gap: GoalAssessment) -> str:
    return f"{named(gap.goal.goal)} is {gap.goal.status}: {', '.join(gap.goal.lacks)}"
