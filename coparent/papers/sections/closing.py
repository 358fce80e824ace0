"""How a plan ended: what was finished on time and late, what goes on and where, what was dropped and why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from coparent.papers.facts import ActionGroup, ActionLine
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import action_line
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import without_markup
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.plans import Listed
from coparent.progress import ActionProgress
from coparent.progress.wording import time_in_words
from coparent.schema.plan import Plan
from coparent.text.sentences import count, count_each, listing, lower_first, verb
from coparent.workspace import Workspace

_ENDINGS = {"on time": "Finished on time", "late": "Finished late", "undated": "Finished, with no date to hold it to"}
_ENDED = {"on time": "on time", "late": "late", "undated": "with no date to hold them to"}
_CARRIED = {"carried-forward": "Carried forward", "superseded": "Superseded by other work"}
_OPEN = {"in-progress": "In progress", "paused": "Paused", "not-started": "Not started"}


class Closing(Protocol):
    """What is added to the line of an action in a report on how a plan ended."""

    def __call__(self, context: PaperContext, line: ActionLine, action: ActionProgress, /) -> ActionLine:
        """The line with it."""
        ...


def build_finished(context: PaperContext, numbers: Numbers) -> Listed:
    """What was finished, on time and late (the latest first), held against the date that the settings go by."""
    heading = numbers.section("finished", "What was finished")
    done = [action for action in context.actions if action.stage == "complete"]
    if not done:
        return Listed(heading, numbers.paragraphs("No action was finished."), ())
    by_ending = {ending: [action for action in done if _ending(action) == ending] for ending in _ENDINGS}
    by_ending["late"].sort(key=lambda action: _days_late(action) or 0, reverse=True)
    paragraphs = numbers.paragraphs(_finished_in_words(context, by_ending), _explain_lateness(context))
    groups = {_ENDINGS[ending]: actions for ending, actions in by_ending.items()}
    return Listed(heading, paragraphs, _groups(context, numbers, groups, _with_lateness))


def _days_late(action: ActionProgress) -> int | None:
    """How many days after the date it was held to an action was finished; None where there was no such date."""
    if action.completed_on is None or action.promised is None or action.promised.end is None:
        return None
    return (action.completed_on - action.promised.end).days


def _ending(action: ActionProgress) -> str:
    days = _days_late(action)
    if days is None:
        return "undated"
    return "late" if days > 0 else "on time"


def _with_lateness(context: PaperContext, line: ActionLine, action: ActionProgress) -> ActionLine:
    late = _days_late(action)
    return replace(line, late=f"{time_in_words(late)} late") if late is not None and late > 0 else line


def _finished_in_words(context: PaperContext, by_ending: Mapping[str, Sequence[ActionProgress]]) -> str:
    numbers = {ending: len(actions) for ending, actions in by_ending.items() if actions}
    done = sum(numbers.values())
    finished = f"{done} of {count(len(context.actions), 'action')} {verb(done, 'was')} finished"
    if len(numbers) > 1:
        return f"{finished}: {listing(count_each(numbers, _ENDED))}."
    (ending,) = numbers
    return f"{finished}, {'all ' if done > 1 else ''}{_ENDED[ending]}."


def _explain_lateness(context: PaperContext) -> str:
    if context.workspace.settings.rating.against == "approved":
        return "Late means after the date first agreed, or after the last one that a board approved in its place."
    return "Late means after the date first agreed, whatever it was moved to."


def build_carried(context: PaperContext, numbers: Numbers) -> Listed:
    """What goes on elsewhere, and where."""
    heading = numbers.section("carried", "What goes on elsewhere")
    found = _by_stage(context, _CARRIED)
    if not any(found.values()):
        return Listed(heading, numbers.paragraphs("No action was carried forward, and none was superseded."), ())
    groups = _groups(context, numbers, found, _with_home)
    lost = sum(not line.becomes for group in groups for line in group.actions)
    parts = [
        f"{len(actions)} {verb(len(actions), 'was')} {lower_first(title)}"
        for title, actions in found.items()
        if actions
    ]
    paragraphs = numbers.paragraphs(
        f"Of {count(len(context.actions), 'action')}, {listing(parts)}.",
        f"Nothing here shows where the work of {lost} goes on." if lost else "",
    )
    return Listed(heading, paragraphs, groups)


def _with_home(context: PaperContext, line: ActionLine, action: ActionProgress) -> ActionLine:
    """The line with the reason, and with the plan of each action that it became where that is another."""
    homes = context.everything.remember(_plans_by_action)
    becomes = tuple(
        name if home.id == action.plan.id else replace(name, title=f"{name.title} ({home.title})")
        for name, home in ((name, homes[name.id]) for name in line.becomes)
    )
    return replace(_with_reason(context, line, action), becomes=becomes)


def _plans_by_action(workspace: Workspace) -> Mapping[str, Plan]:
    return {action.id: plan for plan in reversed(workspace.plans) for action in plan.actions}


def build_dropped(context: PaperContext, numbers: Numbers) -> Listed:
    """What will not be done, and why."""
    heading = numbers.section("dropped", "What was dropped, and why")
    dropped = [action for action in context.actions if action.stage == "cancelled"]
    if not dropped:
        return Listed(heading, numbers.paragraphs("No action was dropped."), ())
    silent = sum(action.latest is not None and not action.latest.update.reason for action in dropped)
    paragraphs = numbers.paragraphs(
        f"{count(len(dropped), 'action')} {verb(len(dropped), 'was')} dropped and will not be done.",
        f"{silent} {verb(silent, 'gives')} no reason beyond the last update." if silent else "",
    )
    return Listed(heading, paragraphs, _groups(context, numbers, {"Dropped": dropped}, _with_reason))


def build_unfinished(context: PaperContext, numbers: Numbers) -> Listed:
    """What is still open on the day, with what is left of it."""
    heading = numbers.section("unfinished", "What is still open")
    found = _by_stage(context, _OPEN)
    total = sum(map(len, found.values()))
    if not total:
        return Listed(heading, numbers.paragraphs("No action is still open."), ())
    stages = listing([f"{len(actions)} {title.lower()}" for title, actions in found.items() if actions])
    paragraphs = numbers.paragraphs(
        f"{count(total, 'action')} {verb(total, 'is')} still open: {stages}.",
        "Before the plan can close, each must be finished, carried forward or dropped with a reason.",
    )
    return Listed(heading, paragraphs, _groups(context, numbers, found, _with_rest))


def _by_stage(context: PaperContext, titles: Mapping[str, str]) -> dict[str, list[ActionProgress]]:
    """The actions of each of these stages, by its title."""
    return {title: [action for action in context.actions if action.stage == stage] for stage, title in titles.items()}


def _with_reason(context: PaperContext, line: ActionLine, action: ActionProgress) -> ActionLine:
    update = action.latest.update if action.latest is not None else None
    return _saying(line, f"{update.summary}\n\n{update.reason}") if update is not None and update.reason else line


def _with_rest(context: PaperContext, line: ActionLine, action: ActionProgress) -> ActionLine:
    """The last update with what is left: as it says itself, else the milestones not yet reached."""
    update = action.latest.update if action.latest is not None else None
    if update is None:
        return line
    steps = [without_markup(step.title) for step in line.milestones if step.state in ("coming", "missed")]
    rest = update.next or f"{'; '.join(steps) or 'the last update does not say'}."
    return _saying(line, f"{update.summary}\n\nStill to do: {rest}")


def _saying(line: ActionLine, words: str) -> ActionLine:
    """The line with other words as its last update."""
    return replace(line, update=replace(line.update, summary=RichText(words), next="")) if line.update else line


def _groups(
    context: PaperContext, numbers: Numbers, found: Mapping[str, Sequence[ActionProgress]], add: Closing
) -> tuple[ActionGroup, ...]:
    return tuple(
        ActionGroup(
            title, numbers.table(title), tuple(add(context, action_line(context, action), action) for action in actions)
        )
        for title, actions in found.items()
        if actions
    )
