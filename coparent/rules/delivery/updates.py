"""Updates that are missing, out of order or given twice, and updates that go back or say nothing new."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from coparent import advice
from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import ActionProgress, progress_of
from coparent.progress.dates import MONTHS_BEFORE, find_beginning
from coparent.progress.offers import offer_update
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Update
from coparent.schema.updates import ReturnedUpdate
from coparent.timescales import add_months, day_in_words, month_in_words
from coparent.workspace import DatedUpdate, Workspace

FAMILY = Family("delivery")


@FAMILY.records("update-owed", Level.WARNING, concludes_from_absence=True)
def update_owed(workspace: Workspace) -> Iterator[Diagnostic]:
    """Work that has begun, and that nobody has reported on for one and a half times the usual time.

    Why: the committee is shown a position that may no longer be true, and children wait on work nobody looks at.
    Fix: add an update, even one that says nothing has changed; if the work rests, let it say  stage: paused.

    Before:
        start: October 2025
        updates:
          - {on: 2026-03-31, stage: in-progress, rating: green, summary: Sites are being looked at.}
    After:
        start: October 2025
        updates:
          - {on: 2026-03-31, stage: in-progress, rating: green, summary: Sites are being looked at.}
          - {on: 2026-09-30, stage: in-progress, rating: green, summary: Two sites are bought.}
    """
    for progress in progress_of(workspace).actions:
        if progress.update_due_since is None or _is_long_past(progress):
            continue
        problem, label = "has begun and has no update", "no update yet"
        if progress.starts_by is None:
            problem, label = "has no start of its own, and no update since its plan was approved", "no update yet"
        if progress.latest is not None:
            last = day_in_words(progress.latest.on)
            problem, label = f"has had no update since {last}", f"none since {last}"
        spot, stage = progress.action.at("updates"), "in-progress" if progress.latest is None else progress.stage
        report = offer_update(progress, spot, {"stage": stage, "summary": "where it stands now"})
        yield spot.says(
            f"{named(progress.action)} {problem}, and one was due by {day_in_words(progress.update_due_since)}",
            label=label,
            help=advice.either(*filter(None, (report, _offer_start(progress)))),
        )


def _is_long_past(progress: ActionProgress) -> bool:
    """Whether the last update is dated so early that its own year must be mended first."""
    begins = find_beginning(progress.workspace, progress.plan)
    return (
        progress.latest is not None and begins is not None and progress.latest.on < add_months(begins, -MONTHS_BEFORE)
    )


def _offer_start(progress: ActionProgress) -> str:
    """A start in the month of the day, for work that nobody has said the start of and that may not have begun."""
    action, as_at = progress.action, progress.workspace.as_at
    ends = [when.end for when in (progress.due, progress.period) if when is not None and when.end is not None]
    if progress.starts_by is not None or progress.updates or any(end < as_at for end in ends):
        return ""
    write_or_add = advice.add_line if action.start is None else advice.write_line
    return write_or_add("start", month_in_words(as_at))


class _Entry(NamedTuple):
    """An update as it is written in one file, with its day."""

    on: date
    update: Update | ReturnedUpdate

    @property
    def spot(self) -> Spot:
        """Where it gives its day; where its action, if it takes the day from its file."""
        return self.update.at("on" if self.update.on is not None else "action")

    @property
    def key(self) -> tuple[date, str | None]:
        """Its day and the organisation that reports: a return may hold the updates of several."""
        return self.on, self.update.by.organisation if self.update.by is not None else None


def _lists_of_updates(workspace: Workspace) -> Iterator[tuple[str, list[_Entry]]]:
    """The updates of one action in one file up to the day, in the order of the file, with the name of the action."""
    for plan in workspace.plans:
        for action in plan.actions:
            if len(action.updates) > 1:
                entries = [_Entry(update.on, update) for update in action.updates]
                yield named(action), [entry for entry in entries if entry.on <= workspace.as_at]
    for file in workspace.returns:
        by_action: dict[str, list[_Entry]] = defaultdict(list)
        for update in file.updates:
            on = update.on or file.on
            if on is not None:
                by_action[update.action].append(_Entry(on, update))
        for name, entries in by_action.items():
            found = workspace.find("action", name)
            what = named(found) if found is not None else name
            yield what, [entry for entry in entries if entry.on <= workspace.as_at]


@FAMILY.records("updates-out-of-order", Level.ERROR)
def updates_out_of_order(workspace: Workspace) -> Iterator[Diagnostic]:
    """An update that stands below a later one.

    Why: people read a list from the top, and take the last line for the position now.
    Fix: move it up to where its date belongs, or correct the date.

    Before:
        updates:
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
          - {on: 2026-06-30, stage: in-progress, summary: One home is open.}
    After:
        updates:
          - {on: 2026-06-30, stage: in-progress, summary: One home is open.}
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
    """
    for what, entries in _lists_of_updates(workspace):
        keys_above = set()
        for above, entry in pairwise(entries):
            keys_above.add(above.key)
            if entry.on < above.on and entry.key not in keys_above:
                yield entry.spot.says(
                    f"{what} has its update of {day_in_words(entry.on)} below that of {day_in_words(above.on)}",
                    label="earlier than the one above",
                    help="move it up to where its date belongs, or correct the date",
                    related=(Related(above.spot, "this one is later"),),
                )


@FAMILY.records("repeated-update", Level.ERROR)
def repeated_update(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two updates of one action for the same day in one file.

    Why: only one of them can be the position on that day, and nobody can tell which was meant.
    Fix: keep one. Returns of two organisations, each in a file of its own, are both welcome.

    Before:
        updates:
          - {on: 2026-09-30, stage: in-progress, summary: One home is open.}
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
    After:
        updates:
          - {on: 2026-09-30, stage: complete, summary: Both homes are open.}
    """
    for what, entries in _lists_of_updates(workspace):
        first: dict[tuple[date, str | None], _Entry] = {}
        for entry in entries:
            earlier = first.setdefault(entry.key, entry)
            if earlier is not entry:
                yield entry.spot.says(
                    f"{what} has a second update for {day_in_words(entry.on)}",
                    label="this day again",
                    help="keep one of the two, or correct the date of this one",
                    related=(Related(earlier.spot, "the first is here"),),
                )


_RANKS = {"not-started": 0, "in-progress": 1, "complete": 2, "carried-forward": 2, "superseded": 2, "cancelled": 2}


@FAMILY.records("stage-goes-backwards", Level.WARNING)
def stage_goes_backwards(workspace: Workspace) -> Iterator[Diagnostic]:
    """An update that puts work back to an earlier stage and does not say why.

    Why: members were told that it was done, or begun, and find out by chance that it is not.
    Fix: add a line  reason:  to the update, or correct the stage.

    Before:
        updates:
          - {on: 2026-06-30, stage: complete, summary: Both homes are open.}
          - {on: 2026-09-30, stage: in-progress, summary: One home is open.}
    After:
        updates:
          - {on: 2026-06-30, stage: complete, summary: Both homes are open.}
          - on: 2026-09-30
            stage: in-progress
            summary: One home is open.
            reason: The second home closed in August after a flood.
    """
    for progress in progress_of(workspace).actions:
        for before, dated in _backward_steps(progress.updates):
            update = dated.update
            if update.reason is None and workspace.is_whole(update, "reason"):
                yield update.at("stage").says(
                    f"{named(progress.action)} goes back from {before.update.stage} to {update.stage} on "
                    f"{day_in_words(dated.on)}, and nothing says why",
                    label=f"it was {before.update.stage} on {day_in_words(before.on)}",
                    help=advice.add_line("reason", f"why it went back to {update.stage}"),
                    related=(Related(before.update.at("stage"), "further on here"),),
                )


def _backward_steps(updates: tuple[DatedUpdate, ...]) -> Iterator[tuple[DatedUpdate, DatedUpdate]]:
    """Pairs of an update and a later one with an earlier stage.

    Of several organisations' updates of one day the least advanced counts. A pause is no step back, unless from work
    that was over.
    """
    if len(updates) < 2:
        return
    rank, least = 0, None
    for _, same_day in groupby(updates, key=lambda dated: dated.on):
        ranked = [(_RANKS.get(dated.update.stage, min(rank, 1)), dated) for dated in same_day]
        if least is not None:
            yield from ((least, dated) for rank_of_stage, dated in ranked if rank_of_stage < rank)
        rank, least = min(ranked, key=lambda item: item[0])


@FAMILY.records("same-words-again", Level.WARNING)
def same_words_again(workspace: Workspace) -> Iterator[Diagnostic]:
    """An update that repeats the summary of the one before it.

    Why: a line copied from last quarter tells members that nobody looked.
    Fix: say what has changed since, or that nothing has and why.

    Before:
        updates:
          - {on: 2026-06-30, stage: in-progress, summary: Work is going well.}
          - {on: 2026-09-30, stage: in-progress, summary: Work is going well.}
    After:
        updates:
          - {on: 2026-06-30, stage: in-progress, summary: Work is going well.}
          - {on: 2026-09-30, stage: in-progress, summary: Both sites are bought and builders start in October.}
    """
    for progress in progress_of(workspace).actions:
        for before, dated in pairwise(progress.updates):
            update = dated.update
            rests = update.stage == before.update.stage == "paused"
            if dated.on == before.on or rests or _words(update.summary) != _words(before.update.summary):
                continue
            yield update.at("summary").says(
                f"{named(progress.action)} says the same on {day_in_words(dated.on)} as on {day_in_words(before.on)}",
                label="word for word the update before",
                help=advice.write_line("summary", f"what has changed since {day_in_words(before.on)}"),
                related=(Related(before.update.at("summary"), "said here first"),),
            )


def _words(text: str) -> str:
    """The words of a text, whatever its capitals, spaces and last full stop."""
    return " ".join(text.casefold().split()).rstrip(".!")
