"""Updates that are owed, out of order, given twice, or that go back or say nothing new."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from typing import TypeAlias

from coparent.diagnostics import Diagnostic, Level, Related, Spot
from coparent.progress import progress_of
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Update
from coparent.schema.updates import ReturnedUpdate
from coparent.timescales import day_in_words
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
        if progress.update_due_since is None:
            continue
        latest, owed_by = progress.latest, f"one was owed by {day_in_words(progress.update_due_since)}"
        last = (
            f"has had no update since {day_in_words(latest.on)}"
            if latest is not None
            else "has begun and has no update"
        )
        yield progress.action.at("updates").says(
            f"{named(progress.action)} {last}, and {owed_by}",
            label=f"none since {day_in_words(latest.on)}" if latest is not None else "no update yet",
            help=f"add an item to  updates:  with  on: {workspace.as_at}  its stage and a summary",
        )


_Entry: TypeAlias = Update | ReturnedUpdate


def _entries(workspace: Workspace) -> Iterator[tuple[str, list[tuple[date, _Entry]]]]:
    """The updates of one action in one file as they stand there, where there are several, and the action's name."""
    for plan in workspace.plans:
        for action in plan.actions:
            if len(action.updates) > 1:
                yield named(action), _seen(workspace, [(update.on, update) for update in action.updates])
    for file in workspace.returns:
        for name, updates in groupby(sorted(file.updates, key=_action_of), key=_action_of):
            entries: list[tuple[date, _Entry]] = [(update.on or file.on, update) for update in updates]
            if len(entries) > 1:
                action_there = workspace.find("action", name)
                yield named(action_there) if action_there is not None else name, _seen(workspace, entries)


def _action_of(update: ReturnedUpdate) -> str:
    return update.action


def _seen(workspace: Workspace, entries: list[tuple[date, _Entry]]) -> list[tuple[date, _Entry]]:
    return [(on, update) for on, update in entries if on <= workspace.as_at]


def _day_of(update: _Entry) -> Spot:
    """Where an update says its day; one that takes it from its file, where it says what it is about."""
    return update.at("on" if update.on is not None else "action")


def _reporter(update: _Entry) -> str | None:
    """Whose position an update is, where it says so: a return may hold those of several organisations."""
    return update.by.organisation if update.by is not None else None


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
    for name, entries in _entries(workspace):
        above_it = set()
        for (before, above), (on, update) in pairwise(entries):
            above_it.add((before, _reporter(above)))
            if on < before and (on, _reporter(update)) not in above_it:
                yield _day_of(update).says(
                    f"{name} has its update of {day_in_words(on)} below that of {day_in_words(before)}",
                    label="earlier than the one above",
                    help="move it up to where its date belongs, or correct the date",
                    related=(Related(_day_of(above), "this one is later"),),
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
    for name, entries in _entries(workspace):
        first: dict[tuple[date, str | None], _Entry] = {}
        for on, update in entries:
            earlier = first.setdefault((on, _reporter(update)), update)
            if earlier is not update:
                yield _day_of(update).says(
                    f"{name} has a second update for {day_in_words(on)}",
                    label="this day again",
                    help="keep one of the two, or correct the date of this one",
                    related=(Related(_day_of(earlier), "the first is here"),),
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
        if len(progress.updates) > 1:
            for before, dated in _backward_steps(progress.updates):
                update = dated.update
                if update.reason is None and workspace.is_whole(update, "reason"):
                    yield update.at("stage").says(
                        f"{named(progress.action)} goes back from {before.update.stage} to {update.stage} on "
                        f"{day_in_words(dated.on)}, and nothing says why",
                        label=f"it was {before.update.stage} on {day_in_words(before.on)}",
                        help="add a line  reason:  to this update, or correct the stage",
                        related=(Related(before.update.at("stage"), "further on here"),),
                    )


def _backward_steps(updates: tuple[DatedUpdate, ...]) -> Iterator[tuple[DatedUpdate, DatedUpdate]]:
    """Each update with a stage before that of an earlier day, and the one of that day.

    Of several organisations' positions on one day the least advanced counts. A pause is no step back, unless from
    work that was over.
    """
    before: tuple[int, DatedUpdate] | None = None
    for _, same_day in groupby(updates, key=lambda update: update.on):
        ranked = []
        for dated in same_day:
            rank = _RANKS.get(dated.update.stage, min(before[0], 1) if before is not None else 0)
            if before is not None and rank < before[0]:
                yield before[1], dated
            ranked.append((rank, dated))
        before = min(ranked, key=lambda one: one[0])


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
                help="say what has changed since then, or that nothing has and why",
                related=(Related(before.update.at("summary"), "said here first"),),
            )


def _words(text: str) -> str:
    """The words of a text, whatever its capitals, spaces and last full stop."""
    return " ".join(text.casefold().split()).rstrip(".!")
