"""Actions whole, each for a line of a table or a card, and in groups under titles."""

from collections.abc import Iterable, Sequence

from coparent.papers.facts import ActionGroup, ActionLine, Milestone, Update
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.costs import resources_in_words
from coparent.papers.sections.goals import named_goals
from coparent.papers.sections.mentions import day, due_of, links_of, name_of, names_by_id, rich
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.sections.updates_due import is_late_start
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.progress.wording import lateness_in_words
from coparent.schema.measures import Measure
from coparent.schema.naming import title_of
from coparent.text.sentences import end_sentence, headed, without_stop
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace


def action_line(context: PaperContext, progress: ActionProgress) -> ActionLine:
    """An action whole, built once however many sections show it."""
    lines = context.workspace.remember(_lines_built)
    if progress not in lines:
        lines[progress] = _build_line(context, progress)
    return lines[progress]


def _lines_built(workspace: Workspace) -> dict[ActionProgress, ActionLine]:
    return {}


def action_lines(context: PaperContext, actions: Sequence[ActionProgress]) -> tuple[ActionLine, ...]:
    """Actions whole."""
    return tuple(action_line(context, action) for action in actions)


def action_groups(
    numbers: Numbers, titled: Iterable[tuple[str, Sequence[ActionLine]]], caption: str = ""
) -> tuple[ActionGroup, ...]:
    """Actions under titles, each in the next table of the paper, less the titles that have none.

    `caption` follows the title over each table.
    """
    return tuple(
        ActionGroup(title, numbers.table(headed(title, caption) if caption else title), tuple(lines))
        for title, lines in titled
        if lines
    )


def _build_line(context: PaperContext, progress: ActionProgress) -> ActionLine:
    workspace, action, plan = context.workspace, progress.action, progress.plan
    measures = (workspace.find("measure", identity) for identity in action.measures)
    return ActionLine(
        name=name_of(action),
        plan=without_stop(title_of(plan)),
        lead=context.lead(progress),
        joint_leads=tuple(context.role(role, plan) for role in action.joint_leads),
        partners=tuple(map(context.organisation_name, action.partners)),
        outcomes=tuple(outcome.label for outcome in named_goals(context, "outcome", action.outcomes)),
        start=in_words(action.start) if action.start is not None else "",
        due=due_of(progress),
        status=status_of(progress),
        late=lateness_in_words(progress),
        owed=_describe_update_due(progress),
        why=rich(action.why),
        difference=rich(action.difference),
        success=rich(action.success),
        who_for=action.who_for or "",
        plain=rich(action.plain),
        resources=resources_in_words(action.resources),
        measures=tuple(without_stop(measure.title) for measure in measures if isinstance(measure, Measure)),
        milestones=tuple(milestone_row(context, milestone) for milestone in progress.milestones),
        depends_on=names_by_id(context.everything, action.depends_on),
        becomes=names_by_id(context.everything, action.becomes),
        update=_last_update(context, progress),
        sources=links_of(action.sources),
        is_illustrative=is_illustrative(progress),
    )


def _describe_update_due(progress: ActionProgress) -> str:
    """What there should be word of by now; "" for nothing."""
    if progress.update_due_since is not None:
        return f"An update was due by {day_in_words(progress.update_due_since)}"
    if is_late_start(progress) and progress.starts_by is not None:
        return f"It should have begun by {day_in_words(progress.starts_by)}"
    return ""


def is_illustrative(progress: ActionProgress) -> bool:
    """Whether an action is marked as an example: itself, or its plan."""
    return (progress.action.basis or progress.plan.basis) == "illustrative"


def milestone_row(context: PaperContext, progress: MilestoneProgress) -> Milestone:
    """A step on the way, and whether it was reached."""
    milestone, due = progress.milestone, due_of(progress)
    if progress.is_reached and milestone.done is not None:
        state, words = "met", f"met {day_in_words(milestone.done)}"
    elif progress.is_dropped and milestone.dropped is not None:
        state, words = "dropped", f"dropped {day_in_words(milestone.dropped.on)}: {milestone.dropped.reason}"
    elif progress.is_missed:
        state, words = "missed", f"not met, was due {due.words}"
    else:
        state, words = "coming", f"due {due.words}"
    organisation = context.organisation_name(milestone.organisation) if milestone.organisation is not None else ""
    return Milestone(without_stop(milestone.title), due, state, words, organisation)


def _last_update(context: PaperContext, progress: ActionProgress) -> Update | None:
    if progress.latest is None:
        return None
    update = progress.latest.update
    return Update(
        on=day(progress.latest.on),
        summary=rich(end_sentence(update.summary)),
        next=rich(update.next),
        impact=rich(update.impact),
        by=context.role(update.by, progress.plan),
        evidence=links_of(update.evidence),
    )
