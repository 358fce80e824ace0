"""Actions and measures told whole, a line of a table or a card each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from coparent.papers.charts import Axis, Span, span_of
from coparent.papers.facts import ActionLine, Due, Milestone, Update, Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.status import day, due_of, links_of, name_of, names_by_id, status_of
from coparent.progress import ActionProgress
from coparent.progress.wording import lateness_in_words
from coparent.schema import plan as schema
from coparent.schema.measures import Measure
from coparent.text.patterns import compile_later
from coparent.timescales import day_in_words, in_words
from coparent.workspace import Workspace

NO_LEAD = "Nobody is named"
_MARKUP = compile_later(r"[\\*_\[\]<]")
FUNDING = {
    "existing": "Within existing resources",
    "funded": "Funded",
    "part-funded": "Part-funded",
    "unfunded": "Not funded",
    "unknown": "Cost not known",
}


def rich(text: str | None) -> Words:
    """Rich text of a plan; "" where nobody wrote any."""
    return RichText(text) if text else ""


def as_it_stands(text: str) -> str:
    """Plain text for the middle of a line of rich text, where nothing in it may count as markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


def outcome_labels(context: PaperContext) -> Mapping[str, str]:
    """What people call each outcome: "Outcome 3"."""
    return context.workspace.remember(_label_outcomes)


def _label_outcomes(workspace: Workspace) -> Mapping[str, str]:
    outcomes = workspace.strategy.outcomes if workspace.strategy is not None else ()
    return {outcome.id: f"Outcome {number}" for number, outcome in enumerate(outcomes, 1)}


def action_line(context: PaperContext, progress: ActionProgress, axis: Axis | None = None) -> ActionLine:
    """An action whole; drawn on an axis where there is one."""
    told = context.workspace.remember(_lines_told)
    # Many sections tell the same action; what is kept beside its line keeps its id from being given to another.
    if id(progress) not in told:
        told[id(progress)] = progress, _tell(context, progress)
    line = told[id(progress)][1]
    return replace(line, span=_span(context, progress, axis)) if axis is not None else line


def _lines_told(workspace: Workspace) -> dict[int, tuple[ActionProgress, ActionLine]]:
    return {}


def _tell(context: PaperContext, progress: ActionProgress) -> ActionLine:
    workspace, action, plan = context.workspace, progress.action, progress.plan
    labels = outcome_labels(context)
    measures = (workspace.find("measure", identity) for identity in action.measures)
    return ActionLine(
        name=name_of(action),
        plan=plan.title,
        lead=context.role(action.lead, plan) or NO_LEAD,
        joint_leads=tuple(context.role(role, plan) for role in action.joint_leads),
        partners=tuple(context.organisation_name(identity) for identity in action.partners),
        outcomes=tuple(labels[identity] for identity in action.outcomes if identity in labels),
        start=in_words(action.start) if action.start is not None else "",
        due=due_of(workspace, action, plan),
        status=status_of(progress),
        late=lateness_in_words(progress),
        owed=f"An update was due by {day_in_words(progress.update_due_since)}"
        if progress.update_due_since is not None
        else "",
        why=rich(action.why),
        difference=rich(action.difference),
        success=rich(action.success),
        who_for=action.who_for or "",
        plain=rich(action.plain),
        resources=resources_in_words(action.resources),
        measures=tuple(measure.title for measure in measures if isinstance(measure, Measure)),
        milestones=tuple(milestone_line(context, one, plan) for one in action.milestones),
        depends_on=names_by_id(context.everything, action.depends_on),
        becomes=names_by_id(context.everything, action.becomes),
        update=update_of(context, progress),
        sources=links_of(action.sources),
        is_illustrative=is_illustrative(progress),
    )


def is_illustrative(progress: ActionProgress) -> bool:
    """Whether an action is marked as an example: itself, or its plan."""
    return (progress.action.basis or progress.plan.basis) == "illustrative"


def resources_in_words(resources: schema.Resources | None) -> Words:
    """Whether the money is there, how much it is and where it comes from; "" where nobody said."""
    if resources is None:
        return ""
    parts = [FUNDING[resources.status], amount_in_words(resources), resources.funding or ""]
    return ", ".join(part for part in parts if part)


def amount_in_words(resources: schema.Resources) -> str:
    """How much it costs, and for what time; "" where nobody said."""
    if resources.amount is None:
        return ""
    period = f" for {in_words(resources.period)}" if resources.period is not None else ""
    return f"£{resources.amount:,}{period}"


def milestone_line(context: PaperContext, milestone: schema.Milestone, plan: schema.Plan) -> Milestone:
    """A step on the way, and whether it was reached."""
    due = due_of(context.workspace, milestone, plan)
    state = milestone_state(context, milestone, due)
    words = {"met": "met", "missed": "not met", "coming": "due", "dropped": "dropped"}[state]
    if state == "met" and milestone.done is not None:
        said = f"{words} {day_in_words(milestone.done)}"
    elif state == "dropped" and milestone.dropped is not None:
        said = f"{words} {day_in_words(milestone.dropped.on)}: {milestone.dropped.reason}"
    else:
        said = f"{words}, was due {due.words}" if state == "missed" else f"{words} {due.words}"
    organisation = context.organisation_name(milestone.organisation) if milestone.organisation is not None else ""
    return Milestone(milestone.title, due, state, said, organisation)


def milestone_state(context: PaperContext, milestone: schema.Milestone, due: Due) -> str:
    """met, dropped, missed (its date has passed) or coming."""
    if context.workspace.is_done(milestone):
        return "met"
    if milestone.dropped is not None and milestone.dropped.on <= context.as_at:
        return "dropped"
    return "missed" if due.end and due.end < context.as_at.isoformat() else "coming"


def update_of(context: PaperContext, progress: ActionProgress) -> Update | None:
    """What was last said of an action."""
    if progress.latest is None:
        return None
    update = progress.latest.update
    return Update(
        on=day(progress.latest.on),
        summary=rich(update.summary),
        next=rich(update.next),
        impact=rich(update.impact),
        by=context.role(update.by, progress.plan),
        evidence=links_of(update.evidence),
    )


def _span(context: PaperContext, progress: ActionProgress, axis: Axis) -> Span | None:
    start, end = begins(context, progress), ends(progress)
    if start is None or end is None or end < start:
        return None
    lines = [milestone_line(context, one, progress.plan) for one in progress.action.milestones]
    marks = [
        (on, one.state, f"{one.title}: {one.words}")
        for one in lines
        if one.due.end and one.state != "dropped" and axis.first <= (on := date.fromisoformat(one.due.end)) <= axis.last
    ]
    first = progress.first_due.end if progress.first_due is not None else None
    return span_of(axis, start, end, first if first is not None and first < end else None, marks)


def begins(context: PaperContext, progress: ActionProgress) -> date | None:
    """The first day of an action: its start, else its plan's approval or the start of the plan's period."""
    if progress.action.start is not None:
        return progress.action.start.within(context.workspace.period(progress.plan)).start
    if progress.updates:
        return progress.updates[0].on
    period = context.workspace.period(progress.plan)
    return period.start if period is not None else None


def ends(progress: ActionProgress) -> date | None:
    """The last day of an action: when it was completed, else its due date in force."""
    if progress.completed_on is not None:
        return progress.completed_on
    return progress.due.end if progress.due is not None else None
