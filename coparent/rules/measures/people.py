"""Figures that stand for so few people that a child may be known, and counts that do not say what they count."""

from collections.abc import Iterator

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import MeasureProgress, may_be_printed, progress_of
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.timescales import in_words
from coparent.workspace import Workspace

FAMILY = Family("measures")


@FAMILY.records("small-number", Level.ERROR)
def small_number(workspace: Workspace) -> Iterator[Diagnostic]:
    """A figure that stands for so few people that somebody may know who they are.

    Why: anyone may read these files and papers; "2 children in custody" in one town can be two known children.
    Fix: write  suppressed  in place of the figure. Taking it out here does not take it out of git's history.

    Before:
        counts_people: true
        readings:
          - {period: 2025/26, value: 3}
    After:
        counts_people: true
        readings:
          - {period: 2025/26, value: suppressed}
    """
    most = workspace.settings.small_number
    for progress in progress_of(workspace).measures:
        measure = progress.measure
        for purpose, spot in _hidden_figures(workspace, progress):
            if measure.unit != "count" or measure.counts_people:
                yield spot.says(
                    f"{named(measure)} has a figure {purpose} that stands for no more than {most} people",
                    label="so few that somebody may know who they are",
                    help=advice.write("suppressed"),
                )


@FAMILY.records("people-not-said", Level.WARNING)
def people_not_said(workspace: Workspace) -> Iterator[Diagnostic]:
    """A count with so small a figure that it would have to be hidden if it counts people, and nobody says if it does.

    Why: three homes may be printed and three children may not. Until it says no, public papers hold the figure back.
    Fix: write  counts_people: false  where it counts homes or visits; for people write true, and suppress the figure.

    Before:
        - id: visits
          title: Visits that were late
          unit: count
          readings:
            - {period: 2025/26, value: 3}
    After:
        - id: visits
          title: Visits that were late
          unit: count
          counts_people: false
          readings:
            - {period: 2025/26, value: 3}
    """
    most = workspace.settings.small_number
    for progress in progress_of(workspace).measures:
        measure = progress.measure
        if measure.unit != "count" or measure.counts_people is not None:
            continue
        hidden = next(_hidden_figures(workspace, progress), None)
        if hidden is not None:
            yield measure.at("counts_people").says(
                f"{named(measure)} has a figure {hidden[0]} from 1 to {most}, and does not say if it counts people",
                label='"counts_people" is missing here; public papers hold the figure back',
                help=f"{advice.add_line('counts_people', False)}  if it counts no people; "
                "or say true, and write suppressed in place of the figure",
                related=(Related(hidden[1], "a figure so small"),),
            )


def _hidden_figures(workspace: Workspace, progress: MeasureProgress) -> Iterator[tuple[str, Spot]]:
    """What each figure that may not be printed for everyone is for, and where it is written."""
    measure = progress.measure
    if not workspace.is_whole(workspace.settings, "small_number") or not workspace.is_whole(measure, "counts_people"):
        return
    if measure.baseline is not None and not may_be_printed(workspace, measure, measure.baseline):
        yield "as its baseline", measure.baseline.at("value")
    for reading in progress.readings:
        if not may_be_printed(workspace, measure, reading):
            yield f"for {in_words(reading.period)}", reading.at("value")
