"""What each organisation leads and joins; and in the brief of one partner, what is asked of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.coverage import OrganisationCoverage
from coparent.papers.facts import ActionGroup, ActionLine, Coming
from coparent.papers.sections.action_rows import action_groups, action_line, action_lines
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import day, due_of, name_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.sections.updates_due import find_updates_due
from coparent.papers.views.coverage import PartnerLine, Partnership
from coparent.papers.views.plans import Asked, Listed
from coparent.papers.views.progress import Decision
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.schema.plan import Plan
from coparent.text.sentences import count, listing, verb


def build_partnership(context: PaperContext, numbers: Numbers) -> Partnership | None:
    """Every organisation that has an action, the busiest first, and those that have none."""
    parts = [part for part in context.survey.organisations if not part.members]
    if not parts:
        return None
    busy = sorted((part for part in parts if part.actions), key=lambda part: (-len(part.leads), -len(part.actions)))
    lines = tuple(map(_partner_line, busy))
    has_groups = len(parts) < len(context.survey.organisations)
    return Partnership(
        heading=numbers.section("partnership", "Working in partnership"),
        paragraphs=numbers.paragraphs(
            _taking_part_in_words(len(busy), len(parts), has_groups=has_groups), _behind_in_words(lines)
        ),
        caption=numbers.table("What each organisation leads and joins"),
        lines=lines,
        idle=tuple(part.organisation.name for part in parts if not part.actions),
    )


def _partner_line(part: OrganisationCoverage) -> PartnerLine:
    return PartnerLine(
        name=part.organisation.name,
        leads=len(part.leads),
        joins=len(part.actions) - len(part.leads),
        late=sum(action.is_late for action in part.actions),
        owes=sum(action.update_due_since is not None for action in part.leads),
    )


def _taking_part_in_words(busy: int, total: int, *, has_groups: bool) -> str:
    if busy < total:
        join = "leads or joins" if busy == 1 else "lead or join"
        words = f"{busy or 'None'} of the {count(total, 'organisation')} in the strategy {join} an action."
    elif total > 1:
        words = f"All {total} organisations in the strategy lead or join at least one action."
    else:
        words = "The one organisation in the strategy leads or joins at least one action."
    groups = " Where a group takes part, each of its members is counted." if has_groups else ""
    return f"{words}{groups} An action that is led together counts for each that leads it."


def _behind_in_words(lines: Sequence[PartnerLine]) -> str:
    late, owing = sum(line.late > 0 for line in lines), sum(line.owes > 0 for line in lines)
    if not late and not owing:
        return "None of them has an action that is late, and none owes an update."
    owe = f"{verb(owing, 'owes')} an update"
    if not late:
        return f"None has an action that is late. {count(owing, 'organisation')} {owe}."
    have_late = f"{count(late, 'organisation', 'has')} an action that is late"
    return f"{have_late}, and {owing} {owe}." if owing else f"{have_late}. None owes an update."


def build_asked(context: PaperContext, numbers: Numbers) -> Asked | None:
    """What is asked of the partner whom a brief is for; None in a paper for everyone."""
    if not context.organisation:
        return None
    passed = [*_overdue_actions(context), *_missed_milestones(context)]
    overdue = tuple(sorted(passed, key=lambda coming: coming.day.iso))
    asks = tuple(replace(ask, label=f"A{number}") for number, ask in enumerate(_asks(context.led), 1))
    heading = numbers.section("asked", f"What is asked of {context.partner}")
    paragraphs = numbers.paragraphs(_part_in_words(context), _asked_in_words(context.led, overdue, asks))
    return Asked(heading, paragraphs, find_updates_due(context, context.led), overdue, asks)


def _part_in_words(context: PaperContext) -> str:
    if not context.actions:
        return f"{context.partner} leads no action in these plans, and joins none."
    leading, joining = len(context.led), len(context.actions) - len(context.led)
    others = f"{joining} that {verb(joining, 'is')} led by others" if joining else "none that others lead"
    return f"{context.partner} leads {count(leading, 'action')} and joins {others}."


def _asked_in_words(leading: Sequence[ActionProgress], overdue: Sequence[Coming], asks: Sequence[Decision]) -> str:
    owed, late, other = sum(action.update_due_since is not None for action in leading), len(overdue), len(asks)
    if not owed and not late and not other:
        return "No update is owed, nothing is overdue and nothing else is asked."
    parts = [
        f"{count(owed, 'update', 'is')} owed" if owed else "No update is owed",
        f"{count(late, 'date', 'has')} passed" if late else "nothing is overdue",
        *([f"{count(other, 'other thing', 'is')} asked"] if other else []),
    ]
    return f"{listing(parts)}."


def _overdue_actions(context: PaperContext) -> Iterator[Coming]:
    """The actions that the partner leads and whose date has passed."""
    for action in context.led:
        if action.is_overdue and action.deadline is not None:
            last, who = day(action.deadline), context.lead(action)
            words = f"An update on the turn to {last.words} is missing" if action.turn is not None else _was_due(action)
            yield Coming(last, words, "Its due date", name_of(action.action), who, "action", status_of(action))


def _missed_milestones(context: PaperContext) -> Iterator[Coming]:
    """The milestones that are the partner's, in any action, and whose date has passed."""
    for action in context.progress.actions:
        for milestone in action.milestones_to_come:
            due, organisation = milestone.due, milestone.milestone.organisation
            if due is None or due.end is None or not milestone.is_missed or not _is_own(context, action, milestone):
                continue
            who = context.organisation_name(organisation) if organisation is not None else context.lead(action)
            name, status = name_of(action.action), status_of(action)
            yield Coming(day(due.end), _was_due(milestone), milestone.title, name, who, "milestone", status)


def _is_own(context: PaperContext, action: ActionProgress, milestone: MilestoneProgress) -> bool:
    """Whether a milestone is the partner's: it names the partner, or names nobody and the partner leads the action."""
    organisation = milestone.milestone.organisation
    if organisation is None:
        return context.answers_for(action)
    return not context.members.isdisjoint(context.workspace.members(organisation))


def _was_due(progress: ActionProgress | MilestoneProgress) -> str:
    due = due_of(progress)
    was = f" (before that, {', then '.join(due.was)})" if due.was else ""
    return f"Was due {due.words}{was}"


def _asks(leading: Sequence[ActionProgress]) -> Iterator[Decision]:
    """What only the partner can say of the actions it leads: by when they will be done, and who leads them."""
    live = [action for action in leading if action.is_live]
    if overdue := [action for action in live if action.is_overdue and action.turn is None]:
        yield _ask("overdue", f"Say when {count(len(overdue), 'overdue action')} will be complete", overdue)
    if undated := [action for action in live if action.due is None or action.due.is_unknown]:
        yield _ask("undated", f"Give a date for {count(len(undated), 'action')}", undated)
    if unled := [action for action in live if action.has_no_lead]:
        yield _ask("lead", f"Name one role or team for {count(len(unled), 'action')} without a lead", unled)


def _ask(kind: str, title: str, actions: Sequence[ActionProgress]) -> Decision:
    titles = [f"{action.action.ref or ''} {action.title}".strip() for action in actions]
    return Decision("", kind, title, f"{listing(titles)}.", "", None)


def build_leading(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that the partner leads, plan by plan."""
    if not context.organisation:
        return None
    partner, led = context.partner, context.led
    heading = numbers.section("leading", f"Actions that {partner} leads")
    if not led:
        return Listed(heading, numbers.paragraphs(f"{partner} leads no action in these plans."), ())
    paragraphs = numbers.paragraphs(f"{partner} answers for {count(len(led), 'action')}.")
    return Listed(heading, paragraphs, _by_plan(numbers, led, action_lines(context, led), "led"))


def build_joining(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that others lead and the partner joins, with who leads them."""
    if not context.organisation:
        return None
    partner, joined = context.partner, [action for action in context.actions if not context.answers_for(action)]
    heading = numbers.section("joining", f"Actions that {partner} joins")
    if not joined:
        return Listed(heading, numbers.paragraphs(f"{partner} joins no action that others lead."), ())
    paragraphs = numbers.paragraphs(f"{partner} takes part in {count(len(joined), 'action')} led by others.")
    lines = [replace(action_line(context, action), lead=context.lead_in_full(action)) for action in joined]
    return Listed(heading, paragraphs, _by_plan(numbers, joined, lines, "joined"))


def _by_plan(
    numbers: Numbers, actions: Sequence[ActionProgress], lines: Sequence[ActionLine], part: str
) -> tuple[ActionGroup, ...]:
    plans: dict[Plan, list[ActionLine]] = defaultdict(list)
    for action, line in zip(actions, lines, strict=True):
        plans[action.plan].append(line)
    return action_groups(numbers, [(group[0].plan, group) for group in plans.values()], f": actions {part}")
