"""How a plan ended: what was finished on time and late, what goes on and where, what was dropped and why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coparent.papers.facts import ActionLine
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import action_groups, action_line
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import without_markup
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.plans import Listed
from coparent.progress import ActionProgress
from coparent.progress.wording import time_between
from coparent.schema.plan import Plan
from coparent.text.sentences import count, count_each, listing, lower_first, verb
from coparent.workspace import Workspace

_ENDINGS = {"on time": "Finished on time", "late": "Finished late", "undated": "Finished, with no date to hold it to"}
_ENDED = {"on time": "on time", "late": "late", "undated": "with no date to hold them to"}
_CARRIED = {"carried-forward": "Carried forward", "superseded": "Superseded by other work"}
_OPEN = {"in-progress": "In progress", "paused": "Paused", "not-started": "Not started"}


def build_finished(context: PaperContext, numbers: Numbers) -> Listed:
    """What was finished on time and late (the latest first), by the date that the settings count from."""
    heading = numbers.section("finished", "What was finished")
    done = [action for action in context.actions if action.stage == "complete"]
    if not done:
        return Listed(heading, numbers.paragraphs("No action was finished."), ())
    by_ending = {ending: [action for action in done if _ending(action) == ending] for ending in _ENDINGS}
    by_ending["late"].sort(key=lambda action: _days_late(action) or 0, reverse=True)
    paragraphs = numbers.paragraphs(_finished_in_words(context, by_ending), _explain_lateness(context))
    lines = {
        title: [_with_lateness(context, action) for action in by_ending[ending]] for ending, title in _ENDINGS.items()
    }
    return Listed(heading, paragraphs, action_groups(numbers, lines.items()))


def _days_late(action: ActionProgress) -> int | None:
    """How many days after its promised date an action was finished; None where it had none."""
    if action.completed_on is None or action.promised is None or action.promised.end is None:
        return None
    return (action.completed_on - action.promised.end).days


def _ending(action: ActionProgress) -> str:
    days = _days_late(action)
    if days is None:
        return "undated"
    return "late" if days > 0 else "on time"


def _with_lateness(context: PaperContext, action: ActionProgress) -> ActionLine:
    line, done, promised = action_line(context, action), action.completed_on, action.promised
    if done is None or promised is None or promised.end is None or done <= promised.end:
        return line
    return replace(line, late=f"{time_between(promised.end, done)} late")


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
    carried = _by_stage(context, _CARRIED)
    if not any(carried.values()):
        return Listed(heading, numbers.paragraphs("No action was carried forward, and none was superseded."), ())
    lines = {title: [_with_home(context, action) for action in actions] for title, actions in carried.items()}
    lost = sum(not line.becomes for group in lines.values() for line in group)
    how = [f"{len(group)} {verb(len(group), 'was')} {lower_first(title)}" for title, group in lines.items() if group]
    paragraphs = numbers.paragraphs(
        f"Of {count(len(context.actions), 'action')}, {listing(how)}.",
        f"Nothing here shows where the work of {lost} goes on." if lost else "",
    )
    return Listed(heading, paragraphs, action_groups(numbers, lines.items()))


def _with_home(context: PaperContext, action: ActionProgress) -> ActionLine:
    """The line of an action with the reason, and with the plans of actions it became in other plans."""
    line, homes = _with_reason(context, action), context.everything.remember(_plans_by_action)
    becomes = tuple(
        name if homes[name.id].id == action.plan.id else replace(name, title=f"{name.title} ({homes[name.id].title})")
        for name in line.becomes
    )
    return replace(line, becomes=becomes)


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
        f"{count(len(dropped), 'action', 'was')} dropped and will not be done.",
        f"{silent} {verb(silent, 'gives')} no reason beyond the last update." if silent else "",
    )
    lines = {"Dropped": [_with_reason(context, action) for action in dropped]}
    return Listed(heading, paragraphs, action_groups(numbers, lines.items()))


def _with_reason(context: PaperContext, action: ActionProgress) -> ActionLine:
    """The line of an action, with the reason added to its last update."""
    line, latest = action_line(context, action), action.latest
    if latest is None or not latest.update.reason:
        return line
    return _with_update(line, f"{latest.update.summary}\n\n{latest.update.reason}")


def build_unfinished(context: PaperContext, numbers: Numbers) -> Listed:
    """What is still open on the day, with what is left of it."""
    heading = numbers.section("unfinished", "What is still open")
    unfinished = _by_stage(context, _OPEN)
    total = sum(map(len, unfinished.values()))
    if not total:
        return Listed(heading, numbers.paragraphs("No action is still open."), ())
    stages = listing(f"{len(actions)} {title.lower()}" for title, actions in unfinished.items() if actions)
    paragraphs = numbers.paragraphs(
        f"{count(total, 'action', 'is')} still open: {stages}.",
        "Before the plan can close, each must be finished, carried forward or dropped with a reason.",
    )
    lines = {title: [_with_rest(context, action) for action in actions] for title, actions in unfinished.items()}
    return Listed(heading, paragraphs, action_groups(numbers, lines.items()))


def _by_stage(context: PaperContext, titles: Mapping[str, str]) -> dict[str, list[ActionProgress]]:
    """The actions of each of these stages, by its title."""
    return {title: [action for action in context.actions if action.stage == stage] for stage, title in titles.items()}


def _with_rest(context: PaperContext, action: ActionProgress) -> ActionLine:
    """The line of an action, with what is left to do added to its last update: its own words, else open milestones."""
    line, latest = action_line(context, action), action.latest
    if latest is None:
        return line
    milestones = [without_markup(row.title) for row in line.milestones if row.state in ("coming", "missed")]
    rest = latest.update.next or f"{'; '.join(milestones) or 'the last update does not say'}."
    return _with_update(line, f"{latest.update.summary}\n\nStill to do: {rest}")


def _with_update(line: ActionLine, words: str) -> ActionLine:
    return replace(line, update=replace(line.update, summary=RichText(words), next="")) if line.update else line
