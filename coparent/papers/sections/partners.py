"""What each organisation leads and joins; and in the brief of one partner, what is asked of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coparent.coverage import OrganisationCoverage
from coparent.papers.facts import ActionGroup, ActionLine, Coming
from coparent.papers.sections.action_rows import action_groups, action_line, action_lines
from coparent.papers.sections.ahead import until_soon
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.mentions import day, due_of, name_in_words, name_of
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import status_of
from coparent.papers.sections.updates_due import count_updates_due, find_silent, find_updates_due, is_late_start
from coparent.papers.views.coverage import PartnerLine, Partnership
from coparent.papers.views.plans import Asked, Listed
from coparent.papers.views.progress import Decision
from coparent.progress import ActionProgress, MilestoneProgress
from coparent.schema.plan import Plan
from coparent.text.sentences import count, end_sentence, listing, lower_first, upper_first, verb, without_stop
from coparent.timescales import day_in_words


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
        owes=len(find_silent(part.leads)),
    )


def _taking_part_in_words(busy: int, total: int, *, has_groups: bool) -> str:
    if total == 1 and not busy:
        words = "The one organisation in the strategy leads or joins no action."
    elif busy < total:
        join = "leads or joins" if busy == 1 else "lead or join"
        words = f"{busy or 'None'} of the {count(total, 'organisation')} in the strategy {join} an action."
    elif total > 1:
        every = "Both" if total == 2 else f"All {total}"
        words = f"{every} organisations in the strategy lead or join at least one action."
    else:
        words = "The one organisation in the strategy leads or joins at least one action."
    groups = " Where a group takes part, each of its members is counted." if has_groups else ""
    return f"{words}{groups} An action that is led together counts for each that leads it."


def _behind_in_words(lines: Sequence[PartnerLine]) -> str:
    """How many organisations have an action that is late, and how many lead one of which there is no word."""
    if not lines:
        return ""
    late, silent = sum(line.late > 0 for line in lines), sum(line.owes > 0 for line in lines)
    if len(lines) == 1:
        has = listing(
            ("an action that is late" if late else "", "an action of which there is no word" if silent else "")
        )
        return f"It has {has}." if has else "None of its actions is late, and no update is due."
    if not late and not silent:
        return "None of them has an action that is late, and no update is due."
    if not silent:
        return f"{count(late, 'organisation', 'has')} an action that is late. No update is due."
    no_word = f"{verb(silent, 'leads')} an action of which there is no word"
    if not late:
        return f"None has an action that is late. {count(silent, 'organisation')} {no_word}."
    return f"{count(late, 'organisation', 'has')} an action that is late, and {silent} {no_word}."


def build_asked(context: PaperContext, numbers: Numbers) -> Asked | None:
    """What is asked of the partner whom a brief is for; None in a paper for everyone."""
    if not context.organisation:
        return None
    overdue, asks = _find_passed(context), _find_asks(context)
    heading = numbers.section("asked", f"Asked of: {context.partner}")
    paragraphs = numbers.paragraphs(_part_in_words(context), _describe_asks(context))
    return Asked(heading, paragraphs, find_updates_due(context, context.led), overdue, asks)


def _find_passed(context: PaperContext) -> tuple[Coming, ...]:
    """The dates of the partner that have passed, the oldest first."""
    passed = [*_overdue_actions(context), *_missed_milestones(context)]
    return tuple(sorted(passed, key=lambda coming: coming.day.iso))


def _find_asks(context: PaperContext) -> tuple[Decision, ...]:
    return tuple(replace(ask, label=f"A{number}") for number, ask in enumerate(_asks(context.led), 1))


def _part_in_words(context: PaperContext) -> str:
    leading, joining = len(context.led), len(context.actions) - len(context.led)
    leads = f"Leads {count(leading, 'action') if leading else 'no action'}"
    joins = f"joins {joining} that {verb(joining, 'is')} led by others" if joining else "joins none that others lead"
    return f"{leads} and {joins}."


def asked_of_partner_in_words(context: PaperContext) -> str:
    """What is asked of the partner whom a brief is for, in a sentence; "" where nothing is."""
    words = _describe_asks(context)
    return "" if words.startswith("Nothing") else f"Asked of this partner: {lower_first(words)}"


def _describe_asks(context: PaperContext) -> str:
    silent = find_silent(context.led)
    due, late, other = count_updates_due(silent), len(_find_passed(context)), len(_find_asks(context))
    unheard = count(len(silent) - due, "more action" if due else "action") if len(silent) > due else ""
    parts = [
        f"{count(due, 'update', 'is')} due" if due else "",
        f"there is no word of {unheard}" if unheard else "",
        f"{count(late, 'date', 'has')} passed" if late else "",
        f"{count(other, 'other thing' if silent or late else 'thing', 'is')} asked" if other else "",
    ]
    if not any(parts):
        return f"Nothing is asked now: no update is due, and no date has passed.{_own_steps_in_words(context)}"
    return f"{upper_first(listing(parts))}."


def _own_steps_in_words(context: PaperContext) -> str:
    """How many milestones of the partner fall due soon; "" for none."""
    until = until_soon(context)
    ends = [
        milestone.due.end
        for action in context.actions
        for milestone in action.milestones_to_come
        if milestone.due is not None and _is_own(context, action, milestone)
    ]
    soon = sum(end is not None and context.as_at <= end <= until for end in ends)
    return f" {count(soon, 'milestone', 'falls')} due on its part by {day_in_words(until)}." if soon else ""


def _overdue_actions(context: PaperContext) -> Iterator[Coming]:
    """The actions that the partner leads and whose date has passed."""
    for action in context.led:
        if action.is_overdue and action.deadline is not None:
            last, who = day(action.deadline), context.lead(action)
            words = f"an update on the turn to {last.words} is missing" if action.turn is not None else _was_due(action)
            yield Coming(last, words, "", name_of(action.action), who, "action", status_of(action))


def _missed_milestones(context: PaperContext) -> Iterator[Coming]:
    """The milestones that are the partner's, in any action, and whose date has passed."""
    for action in context.progress.actions:
        for milestone in action.milestones_to_come:
            due, organisation = milestone.due, milestone.milestone.organisation
            if due is None or due.end is None or not milestone.is_missed or not _is_own(context, action, milestone):
                continue
            who = context.organisation_name(organisation) if organisation is not None else context.lead(action)
            name, status = name_of(action.action), status_of(action)
            yield Coming(
                day(due.end), _was_due(milestone), without_stop(milestone.title), name, who, "milestone", status
            )


def _is_own(context: PaperContext, action: ActionProgress, milestone: MilestoneProgress) -> bool:
    """Whether a milestone is the partner's: it names the partner, or names nobody and the partner leads the action."""
    organisation = milestone.milestone.organisation
    if organisation is None:
        return context.answers_for(action)
    return not context.members.isdisjoint(context.workspace.members(organisation))


def _was_due(progress: ActionProgress | MilestoneProgress) -> str:
    due = due_of(progress)
    was = f" (before that, {', then '.join(due.was)})" if due.was else ""
    return f"was due {due.words}{was}"


def _asks(leading: Sequence[ActionProgress]) -> Iterator[Decision]:
    """What only the partner can say of the actions it leads: by when they will be done, and who leads them."""
    live = [action for action in leading if action.is_live]
    if overdue := [action for action in live if action.is_overdue and action.turn is None]:
        yield _ask("overdue", f"Say when {count(len(overdue), 'overdue action')} will be complete", overdue)
    if unbegun := [action for action in live if is_late_start(action) and not action.is_overdue]:
        yield _ask("unbegun", f"Say whether {count(len(unbegun), 'action', 'has')} begun", unbegun)
    if undated := [action for action in live if action.due is None or action.due.is_unknown]:
        yield _ask("undated", f"Give a date for {count(len(undated), 'action')}", undated)
    if unled := [action for action in live if action.has_no_lead]:
        yield _ask("lead", f"Name one role or team for {count(len(unled), 'action')} without a lead", unled)


def _ask(kind: str, title: str, actions: Sequence[ActionProgress]) -> Decision:
    return Decision(
        "", kind, title, end_sentence("; ".join(name_in_words(action.action) for action in actions)), "", None
    )


def build_leading(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that the partner leads, plan by plan."""
    if not context.organisation:
        return None
    led = context.led
    heading = numbers.section("leading", "Actions led by this partner")
    if not led:
        return Listed(heading, numbers.paragraphs("Leads no action in these plans."), ())
    paragraphs = numbers.paragraphs(f"Leads {count(len(led), 'action')}.")
    return Listed(heading, paragraphs, _by_plan(numbers, led, action_lines(context, led), "led"))


def build_joining(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that others lead and the partner joins, with who leads them."""
    if not context.organisation:
        return None
    joined = [action for action in context.actions if not context.answers_for(action)]
    heading = numbers.section("joining", "Actions joined by this partner")
    if not joined:
        return Listed(heading, numbers.paragraphs("Joins no action that others lead."), ())
    paragraphs = numbers.paragraphs(f"Joins {count(len(joined), 'action')} led by others.")
    lines = [replace(action_line(context, action), lead=context.lead_in_full(action)) for action in joined]
    return Listed(heading, paragraphs, _by_plan(numbers, joined, lines, "joined"))


def _by_plan(
    numbers: Numbers, actions: Sequence[ActionProgress], lines: Sequence[ActionLine], part: str
) -> tuple[ActionGroup, ...]:
    plans: dict[Plan, list[ActionLine]] = defaultdict(list)
    for action, line in zip(actions, lines, strict=True):
        plans[action.plan].append(line)
    return action_groups(numbers, [(group[0].plan, group) for group in plans.values()], f"actions {part}")
