"""Actions that name where their work goes on, though it has not left them."""

from collections.abc import Iterator, Mapping

from coparent.advice import Writable, add_item, as_line, either, take_out
from coparent.diagnostics import Diagnostic, Level
from coparent.progress import ActionProgress, progress_of
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Action
from coparent.text.sentences import listing
from coparent.workspace import Workspace

FAMILY = Family("references")

_PASSED_ON = ("superseded", "carried-forward")


@FAMILY.records("becomes-on-live-work", Level.WARNING)
def becomes_on_live_work(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action that names the one it becomes, and is neither superseded nor carried forward.

    Why: a board reads that the work has moved elsewhere, while this action still counts as its own.
    Fix: take the line out; or, if the work has moved, say so in an update.

    Before:
        - id: home-01
          title: Open two homes
          becomes: [home-21]
          updates:
            - {on: 2026-06-30, stage: in-progress, summary: One home is open.}
    After:
        - id: home-01
          title: Open two homes
          becomes: [home-21]
          updates:
            - {on: 2026-06-30, stage: in-progress, summary: One home is open.}
            - {on: 2026-09-30, stage: carried-forward, summary: The second home is part of home-21.}
    """
    if not any(action.becomes for action in workspace.actions):
        return  # How far everything has come is worked out only where it is asked for.
    for progress in progress_of(workspace).actions:
        action = progress.action
        if not action.becomes or progress.stage in _PASSED_ON or _moves_on_later(action, workspace):
            continue
        if workspace.is_whole(action, "updates", "becomes"):
            yield action.at("becomes").says(
                f"{named(action)} becomes {listing(action.becomes)}, and is {progress.stage}",
                label="only superseded or carried-forward work goes on elsewhere",
                help=_advise(progress),
            )


def _advise(progress: ActionProgress) -> str:
    """What to type, where the work has not moved and where it has."""
    latest, day = progress.latest, progress.workspace.as_at
    becomes = progress.action.becomes
    taken_out = take_out(as_line("becomes", becomes))
    if latest is not None and latest.on >= day:
        return taken_out
    summary = f"The work goes on in {listing(becomes)}."
    update: Mapping[str, Writable] = {"on": day, "stage": "carried-forward", "summary": summary}
    return either(taken_out, add_item("updates", update, is_first=not progress.action.updates))


def _moves_on_later(action: Action, workspace: Workspace) -> bool:
    """Whether an update dated after the day passes the work on: the plan then names its successor early."""
    returned = (update for file in workspace.returns for update in file.updates if update.action == action.id)
    return any(update.stage in _PASSED_ON for update in (*action.updates, *returned))
