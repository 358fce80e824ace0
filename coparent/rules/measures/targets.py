"""Actions nobody can judge, measures that are not whole, targets that ask for nothing or were missed."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.progress import MeasureProgress, Standing, is_performance, progress_of, read_in_full
from coparent.rules.registry import Family, LevelByStatus
from coparent.schema.measures import Measure, Target
from coparent.schema.naming import named
from coparent.text.sentences import listing
from coparent.timescales import in_words
from coparent.workspace import Workspace

FAMILY = Family("measures")


@FAMILY.records("no-measure", LevelByStatus())
def no_measure(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action with neither a success nor a measure.

    Why: nobody will be able to say whether it made a difference, so it can only ever be reported as done.
    Fix: say in  success:  how you will know, or name a measure that will show it.

    Before:
        - id: home-01
          title: Open two homes
    After:
        - id: home-01
          title: Open two homes
          success: Two homes are registered by 31 March 2027.
    """
    for progress in read_in_full(workspace, "success", "measures"):
        action = progress.action
        if action.success is None and not action.measures and progress.counts_towards_goals:
            yield action.at("measures").says(
                f"{named(action)} says neither how you will know nor what will measure it",
                label='"success" or "measures" is missing here',
                help="add a line  success:  with what can be seen when it is done, or  measures:  with an id",
            )


@FAMILY.records("incomplete-measure", Level.WARNING)
def incomplete_measure(workspace: Workspace) -> Iterator[Diagnostic]:
    """A measure that is judged against a target and lacks its baseline, its target or its owner.

    Why: a figure means something only beside where it began and where it should get to, and if somebody answers for it.
    Fix: add what is missing; or, where the figure is only watched, write  type: context.

    Before:
        - id: dental
          title: Children seen by a dentist
          type: performance
          unit: percent
          better: higher
    After:
        - id: dental
          title: Children seen by a dentist
          type: performance
          unit: percent
          better: higher
          baseline: {period: 2025/26, value: 64}
          target: {value: 80, by: March 2028}
          owner: Named nurse
    """
    for measure in filter(is_performance, workspace.measures):
        absent = [field for field in ("baseline", "target", "owner") if getattr(measure, field) is None]
        missing = [field for field in absent if workspace.is_whole(measure, field)]
        if missing:
            yield measure.at(missing[0]).says(
                f"{named(measure)} is judged against a target, and has {listing([f'no {field}' for field in missing])}",
                label=f"{' and '.join(missing)} missing here",
                help=f"add  {':  and  '.join(missing)}:  or write  type: context  if it is only watched",
            )


@FAMILY.records("target-not-an-improvement", Level.WARNING)
def target_not_an_improvement(workspace: Workspace) -> Iterator[Diagnostic]:
    """A target that is worse than where the measure began and than every figure since.

    Why: it would be met by things getting worse for children; most often  better  or the figure is the wrong way round.
    Fix: correct the target, or  better. A target to get back to an earlier figure is fine.

    Before:
        better: lower
        baseline: {period: 2025/26, value: 12}
        target: {value: 15, by: March 2028}
    After:
        better: lower
        baseline: {period: 2025/26, value: 12}
        target: {value: 9, by: March 2028}
    """
    for progress, target in _with_target(workspace):
        if _is_worse_than_ever(progress, target) and workspace.is_whole(progress.measure, "readings"):
            measure, baseline = progress.measure, progress.measure.baseline
            other = "higher" if measure.better == "lower" else "lower"
            yield target.at("value").says(
                f"{named(measure)} is better when it is {measure.better}, and its target of {target.value} is worse "
                "than every figure so far",
                label=f"worse, where {measure.better} is better",
                help=f"correct the target, or write  better: {other}  if that is what is meant",
                related=(Related(baseline.at("value"), "it began here"),) if baseline is not None else (),
            )


def _with_target(workspace: Workspace) -> Iterator[tuple[MeasureProgress, Target]]:
    """The measures that are judged against a target of their own, with the target."""
    for progress in progress_of(workspace).measures:
        measure = progress.measure
        if measure.target is not None and measure.better != "neither" and is_performance(measure):
            yield progress, measure.target


def _is_worse_than_ever(progress: MeasureProgress, target: Target) -> bool:
    """Whether a target is worse than the baseline and than every reading."""
    baseline = (progress.measure.baseline,) if progress.measure.baseline is not None else ()
    figures = (*progress.readings, *baseline)
    values: list[int | float] = [figure.value for figure in figures if not isinstance(figure.value, str)]
    if not values:
        return False
    return target.value < min(values) if progress.measure.better == "higher" else target.value > max(values)


@FAMILY.records("target-already-met", Level.NOTE)
def target_already_met(workspace: Workspace) -> Iterator[Diagnostic]:
    """A target still to come that the latest figure meets already.

    Why: it asks for nothing more, so meeting it will look like a success that nobody worked for.
    Fix: ask the board for a higher one, or say in the definition that the figure is to be held.

    Before:
        better: higher
        baseline: {period: 2024/25, value: 75}
        target: {value: 80, by: March 2028}
        readings:
          - {period: 2025/26, value: 84}
    After:
        better: higher
        baseline: {period: 2024/25, value: 75}
        target: {value: 90, by: March 2028}
        readings:
          - {period: 2025/26, value: 84}
    """
    for progress, target in _with_target(workspace):
        measure, latest = progress.measure, progress.latest
        end = progress.target_due
        # Once its date has passed a target is met or missed, not too easy.
        if latest is None or isinstance(latest.value, str) or (end is not None and end < workspace.as_at):
            continue
        is_met = latest.value >= target.value if measure.better == "higher" else latest.value <= target.value
        if is_met and not _is_the_best_there_is(measure, target) and not _is_worse_than_ever(progress, target):
            yield target.at("value").says(
                f"{named(measure)} has a target of {target.value} by {in_words(target.by)}, "
                f"and its latest figure, {latest.value} for {in_words(latest.period)}, meets it already",
                label="met already",
                help="ask the board for a target that goes further",
                related=(Related(latest.at("value"), "the latest figure"),),
            )


def _is_the_best_there_is(measure: Measure, target: Target) -> bool:
    """Whether no target could go further: all of them, or none."""
    if measure.better == "higher":
        return measure.unit == "percent" and target.value >= 100
    return target.value == 0 and measure.unit not in ("percent-change", "percentage-points")


@FAMILY.records("missed-target-without-note", Level.WARNING)
def missed_target_without_note(workspace: Workspace) -> Iterator[Diagnostic]:
    """The latest figure misses its target by more than the tolerance, and nothing says why.

    Why: a missed target is the first thing members ask about, and the figure alone cannot answer.
    Fix: add a  note:  with the reason and what is done about it.

    Before:
        readings:
          - {period: 2025/26, value: 71, target: 80}
    After:
        readings:
          - period: 2025/26
            value: 71
            target: 80
            note: Two practices closed. A third takes children from June.
    """
    for progress in progress_of(workspace).measures:
        measure, latest = progress.measure, progress.latest
        if progress.status is not Standing.MISSED or latest is None or latest.note is not None:
            continue
        if workspace.is_whole(latest, "note"):
            yield latest.at("note").says(
                f"{named(measure)} missed its target of {progress.judged_by} with {latest.value} "
                f"for {in_words(latest.period)}, and nothing says why",
                label='"note" is missing here',
                help="add  note:  with the reason and what is done about it",
            )
