"""How a plan ended: what was finished on time and late, what goes on and where, what was dropped and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from coparent.papers.facts import ActionGroup, ActionLine, ActionName, Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import action_line, as_it_stands
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views import Listed
from coparent.progress import ActionProgress
from coparent.progress.wording import time_in_words
from coparent.schema.plan import Plan
from coparent.text.sentences import count, listing

_ON_TIME, _LATE, _UNDATED = "Finished on time", "Finished late", "Finished, with no date to hold it to"
_OPEN = {"in-progress": "In progress", "paused": "Paused", "not-started": "Not started"}


def build_finished(context: PaperContext, numbers: Numbers) -> Listed:
    """What was finished, on time and late (the latest first), held against the date that the settings go by."""
    heading = numbers.section("finished", "What was finished")
    done = [one for one in context.actions if one.stage == "complete"]
    if not done:
        return Listed(heading, numbers.paragraphs("No action was finished."), ())
    found = {
        _ON_TIME: [one for one in done if (days := _days_late(one)) is not None and days <= 0],
        _LATE: sorted((one for one in done if (_days_late(one) or 0) > 0), key=lambda one: -(_days_late(one) or 0)),
        _UNDATED: [one for one in done if _days_late(one) is None],
    }
    paragraphs = numbers.paragraphs(_finished(context, found), _held_against(context))
    return Listed(heading, paragraphs, _groups(context, numbers, found, _with_lateness))


def _days_late(one: ActionProgress) -> int | None:
    """How many days after the date it was held to an action was finished; None where there was no such date."""
    if one.completed_on is None or one.promised is None or one.promised.end is None:
        return None
    return (one.completed_on - one.promised.end).days


def _with_lateness(line: ActionLine, one: ActionProgress) -> ActionLine:
    late = _days_late(one)
    return replace(line, late=f"{time_in_words(late)} late") if late is not None and late > 0 else line


def _finished(context: PaperContext, found: Mapping[str, Sequence[ActionProgress]]) -> str:
    done, total = sum(map(len, found.values())), len(context.actions)
    said = [
        f"{len(found[title])} {words}"
        for title, words in ((_ON_TIME, "on time"), (_LATE, "late"), (_UNDATED, "with no date to hold them to"))
        if found[title]
    ]
    verb = "was" if done == 1 else "were"
    if len(said) == 1:
        how = said[0].partition(" ")[2]
        return f"{done} of {count(total, 'action')} {verb} finished, {'all ' if done > 1 else ''}{how}."
    return f"{done} of {count(total, 'action')} {verb} finished: {listing(said)}."


def _held_against(context: PaperContext) -> str:
    if context.workspace.settings.rating.against == "approved":
        return "Late means after the date first agreed, or after the last one that a board approved in its place."
    return "Late means after the date first agreed, whatever it was moved to."


def build_carried(context: PaperContext, numbers: Numbers) -> Listed:
    """What goes on elsewhere, and where."""
    heading = numbers.section("carried", "What goes on elsewhere")
    found = {
        "Carried forward": [one for one in context.actions if one.stage == "carried-forward"],
        "Superseded by other work": [one for one in context.actions if one.stage == "superseded"],
    }
    moved = [one for actions in found.values() for one in actions]
    if not moved:
        return Listed(heading, numbers.paragraphs("No action was carried forward, and none was superseded."), ())
    homes = {action.id: plan for plan in reversed(context.everything.plans) for action in plan.actions}

    def tell(line: ActionLine, one: ActionProgress) -> ActionLine:
        return replace(_with_reason(line, one), becomes=tuple(_placed(name, one.plan, homes) for name in line.becomes))

    groups = _groups(context, numbers, found, tell)
    lost = sum(not line.becomes for group in groups for line in group.actions)
    said = [
        f"{len(actions)} {'was' if len(actions) == 1 else 'were'} {title[:1].lower()}{title[1:]}"
        for title, actions in found.items()
        if actions
    ]
    paragraphs = numbers.paragraphs(
        f"Of {count(len(context.actions), 'action')}, {listing(said)}.",
        f"Nothing here shows where the work of {lost} goes on." if lost else "",
    )
    return Listed(heading, paragraphs, groups)


def _placed(name: ActionName, left: Plan, homes: Mapping[str, Plan]) -> ActionName:
    """An action as it is mentioned, with its plan where that is another."""
    plan = homes[name.id]
    return name if plan is left or plan.id == left.id else replace(name, title=f"{name.title} ({plan.title})")


def build_dropped(context: PaperContext, numbers: Numbers) -> Listed:
    """What will not be done, and why."""
    heading = numbers.section("dropped", "What was dropped, and why")
    dropped = [one for one in context.actions if one.stage == "cancelled"]
    if not dropped:
        return Listed(heading, numbers.paragraphs("No action was dropped."), ())
    unexplained = sum(one.latest is not None and not one.latest.update.reason for one in dropped)
    paragraphs = numbers.paragraphs(
        f"{count(len(dropped), 'action')} {'was' if len(dropped) == 1 else 'were'} dropped and will not be done.",
        f"{unexplained} {'gives' if unexplained == 1 else 'give'} no reason beyond the last update."
        if unexplained
        else "",
    )
    return Listed(heading, paragraphs, _groups(context, numbers, {"Dropped": dropped}, _with_reason))


def build_unfinished(context: PaperContext, numbers: Numbers) -> Listed:
    """What is still open on the day, with what is left of it."""
    heading = numbers.section("unfinished", "What is still open")
    found = {title: [one for one in context.actions if one.stage == stage] for stage, title in _OPEN.items()}
    total = sum(map(len, found.values()))
    if not total:
        return Listed(heading, numbers.paragraphs("No action is still open."), ())
    verb = "is" if total == 1 else "are"
    said = [f"{len(actions)} {title.lower()}" for title, actions in found.items() if actions]
    paragraphs = numbers.paragraphs(
        f"{count(total, 'action')} {verb} still open: {listing(said)}.",
        "Before the plan can close, each must be finished, carried forward or dropped with a reason.",
    )
    return Listed(heading, paragraphs, _groups(context, numbers, found, _with_rest))


def _with_reason(line: ActionLine, one: ActionProgress) -> ActionLine:
    update = one.latest.update if one.latest is not None else None
    if update is None or not update.reason:
        return line
    return _saying(line, RichText(f"{update.summary}\n\n{update.reason}"))


def _with_rest(line: ActionLine, one: ActionProgress) -> ActionLine:
    """The last update with what is left: as it says itself, else the milestones not yet reached."""
    update = one.latest.update if one.latest is not None else None
    if update is None:
        return line
    if update.next:
        rest = update.next
    else:
        steps = [as_it_stands(step.title) for step in line.milestones if step.state in ("coming", "missed")]
        rest = f"{'; '.join(steps) or 'the last update does not say'}."
    return _saying(line, RichText(f"{update.summary}\n\nStill to do: {rest}"))


def _saying(line: ActionLine, words: Words) -> ActionLine:
    return replace(line, update=replace(line.update, summary=words, next="")) if line.update is not None else line


def _groups(
    context: PaperContext,
    numbers: Numbers,
    found: Mapping[str, Sequence[ActionProgress]],
    tell: Callable[[ActionLine, ActionProgress], ActionLine],
) -> tuple[ActionGroup, ...]:
    return tuple(
        ActionGroup(title, numbers.table(title), tuple(tell(action_line(context, one), one) for one in actions))
        for title, actions in found.items()
        if actions
    )
