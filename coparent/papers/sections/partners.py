"""Who does the work; and for one partner, what is asked of it and what it leads and joins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coparent.coverage import OrganisationCoverage
from coparent.papers.facts import ActionGroup, ActionLine, Coming
from coparent.papers.sections.action_rows import NO_LEAD, action_line
from coparent.papers.sections.attention import owed_updates
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import day, due_of, name_of, status_of
from coparent.papers.views import Asked, Decision, Listed, PartnerLine, Partnership
from coparent.progress import ActionProgress, steps_to_come
from coparent.progress.wording import lateness_in_words
from coparent.schema.plan import Action, Milestone, Plan
from coparent.text.sentences import count, listing
from coparent.timescales import day_in_words

_WHOLE = "Its due date"


def build_partnership(context: PaperContext, numbers: Numbers) -> Partnership | None:
    """Every organisation that has something to do, the busiest first, and those that have nothing."""
    parts = [one for one in context.survey.organisations if not one.members]
    if not parts:
        return None
    busy = sorted((one for one in parts if one.actions), key=lambda one: (-len(one.leads), -len(one.actions)))
    idle = tuple(one.organisation.name for one in parts if not one.actions)
    heading = numbers.section("partnership", "Working in partnership")
    lines = tuple(map(_partner_line, busy))
    has_groups = len(parts) < len(context.survey.organisations)
    paragraphs = numbers.paragraphs(_taking_part(len(busy), len(parts), has_groups=has_groups), _behind(lines))
    return Partnership(heading, paragraphs, numbers.table("What each organisation leads and joins"), lines, idle)


def _partner_line(one: OrganisationCoverage) -> PartnerLine:
    return PartnerLine(
        name=one.organisation.name,
        leads=len(one.leads),
        joins=len(one.actions) - len(one.leads),
        late=sum(bool(lateness_in_words(action)) for action in one.actions),
        owes=sum(action.update_due_since is not None for action in one.leads),
    )


def _taking_part(busy: int, total: int, *, has_groups: bool) -> str:
    if busy == total:
        said = f"All {total} organisations" if total > 1 else "The one organisation"
        said = f"{said} in the strategy {'lead or join' if total > 1 else 'leads or joins'} at least one action."
    else:
        verb = "leads or joins" if busy == 1 else "lead or join"
        said = f"{busy or 'None'} of the {count(total, 'organisation')} in the strategy {verb} an action."
    if has_groups:
        said = f"{said} Where a group takes part, each of its members is counted."
    return f"{said} An action that is led together counts for each that leads it."


def _behind(lines: Sequence[PartnerLine]) -> str:
    late, owing = sum(line.late > 0 for line in lines), sum(line.owes > 0 for line in lines)
    late_said = f"{count(late, 'organisation')} {'has' if late == 1 else 'have'} an action that is late"
    owing_said = f"{owing} {'owes' if owing == 1 else 'owe'} an update"
    if not late and not owing:
        return "None of them has an action that is late, and none owes an update."
    if not owing:
        return f"{late_said}. None owes an update."
    if not late:
        return f"None has an action that is late. {count(owing, 'organisation')} {owing_said.partition(' ')[2]}."
    return f"{late_said}, and {owing_said}."


def build_asked(context: PaperContext, numbers: Numbers) -> Asked | None:
    """What is asked of the partner whom a brief is for; None in a paper for everyone."""
    if not context.organisation:
        return None
    name = context.organisation_name(context.organisation)
    heading = numbers.section("asked", f"What is asked of {name}")
    leading = [one for one in context.actions if _leads(context, one)]
    owed = owed_updates(leading, context)
    overdue = tuple(sorted(_overdue(context, leading), key=lambda one: one.day.iso))
    asks = tuple(replace(one, label=f"A{number}") for number, one in enumerate(_asks(leading), 1))
    paragraphs = numbers.paragraphs(_part_of(context, name, leading), _told_asked(leading, overdue, asks))
    return Asked(heading, paragraphs, owed, overdue, asks)


def _part_of(context: PaperContext, name: str, leading: Sequence[ActionProgress]) -> str:
    joined = len(context.actions) - len(leading)
    if not context.actions:
        return f"{name} leads no action in these plans, and joins none."
    others = f"{joined} that {'is' if joined == 1 else 'are'} led by others" if joined else "none that others lead"
    return f"{name} leads {count(len(leading), 'action')} and joins {others}."


def _told_asked(leading: Sequence[ActionProgress], overdue: Sequence[Coming], asks: Sequence[Decision]) -> str:
    owed = sum(one.update_due_since is not None for one in leading)
    if not owed and not overdue and not asks:
        return "No update is owed, nothing is overdue and nothing else is asked."
    updates = f"{count(owed, 'update')} {'is' if owed == 1 else 'are'} owed" if owed else "No update is owed"
    late = len(overdue)
    steps = f"{count(late, 'date')} {'has' if late == 1 else 'have'} passed" if late else "nothing is overdue"
    said = [
        updates,
        steps,
        *([f"{count(len(asks), 'other thing')} {'is' if len(asks) == 1 else 'are'} asked"] if asks else []),
    ]
    return f"{listing(said)}."


def _overdue(context: PaperContext, leading: Sequence[ActionProgress]) -> Iterator[Coming]:
    """Actions it leads whose date has passed, and steps that are its own, in whosever action they stand."""
    led = {id(one) for one in leading}
    for one in leading:
        if one.is_overdue:
            last = one.turn.end if one.turn is not None else one.due.end if one.due is not None else None
            if last is not None:
                words = "" if one.turn is None else f"An update on the turn to {day_in_words(last)} is missing"
                yield _coming(context, one, None, last, words)
    wanted = set(context.workspace.members(context.organisation))
    for step in steps_to_come(context.workspace):
        theirs = step.milestone.organisation
        is_own = wanted.intersection(context.workspace.members(theirs)) if theirs else id(step.action) in led
        if is_own and step.due.end is not None and step.due.end < context.as_at:
            yield _coming(context, step.action, step.milestone, step.due.end, "")


def _coming(context: PaperContext, one: ActionProgress, step: Milestone | None, last: date, words: str) -> Coming:
    due = due_of(context.workspace, step or one.action, one.plan)
    was = f" (before that, {', then '.join(due.was)})" if due.was else ""
    who = context.role(one.action.lead, one.plan) or NO_LEAD
    if step is not None and step.organisation is not None:
        who = context.organisation_name(step.organisation)
    return Coming(
        day=day(last),
        due=words or f"Was due {due.words}{was}",
        what=step.title if step is not None else _WHOLE,
        action=name_of(one.action),
        who=who,
        kind="action" if step is None else "milestone",
        status=status_of(one),
    )


def _asks(leading: Sequence[ActionProgress]) -> Iterator[Decision]:
    """What only the partner can say of what it leads: by when, and who answers for it."""
    live = [one for one in leading if one.is_live]
    overdue = [one.action for one in live if one.is_overdue and one.turn is None]
    if overdue:
        title = f"Say when {count(len(overdue), 'overdue action')} will be complete"
        yield Decision("", "overdue", title, f"{_titles(overdue)}.", "", None)
    undated = [one.action for one in live if one.due is None or one.due.is_unknown]
    if undated:
        yield Decision(
            "", "undated", f"Give a date for {count(len(undated), 'action')}", f"{_titles(undated)}.", "", None
        )
    unled = [one.action for one in live if one.action.lead is None]
    if unled:
        title = f"Name one role or team for {count(len(unled), 'action')} without a lead"
        yield Decision("", "lead", title, f"{_titles(unled)}.", "", None)


def _titles(actions: Sequence[Action]) -> str:
    return listing([" ".join(filter(None, [action.ref, action.title])) for action in actions])


def build_leading(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that the partner leads, plan by plan."""
    if not context.organisation:
        return None
    name = context.organisation_name(context.organisation)
    led = [one for one in context.actions if _leads(context, one)]
    heading = numbers.section("leading", f"Actions that {name} leads")
    if not led:
        return Listed(heading, numbers.paragraphs(f"{name} leads no action in these plans."), ())
    paragraphs = numbers.paragraphs(f"{name} answers for {count(len(led), 'action')}.")
    lines = [(one.plan, action_line(context, one)) for one in led]
    return Listed(heading, paragraphs, _by_plan(numbers, lines, "led"))


def build_joining(context: PaperContext, numbers: Numbers) -> Listed | None:
    """The actions that others lead and the partner joins, with who leads them."""
    if not context.organisation:
        return None
    name = context.organisation_name(context.organisation)
    joined = [one for one in context.actions if not _leads(context, one)]
    heading = numbers.section("joining", f"Actions that {name} joins")
    if not joined:
        return Listed(heading, numbers.paragraphs(f"{name} joins no action that others lead."), ())
    paragraphs = numbers.paragraphs(f"{name} takes part in {count(len(joined), 'action')} led by others.")
    lines = [
        (one.plan, replace(action_line(context, one), lead=context.role_in_full(one.action.lead, one.plan)))
        for one in joined
    ]
    return Listed(heading, paragraphs, _by_plan(numbers, lines, "joined"))


def _leads(context: PaperContext, one: ActionProgress) -> bool:
    wanted = context.workspace.members(context.organisation)
    return not set(wanted).isdisjoint(one.leaders)


def _by_plan(numbers: Numbers, lines: Sequence[tuple[Plan, ActionLine]], part: str) -> tuple[ActionGroup, ...]:
    found: dict[int, list[ActionLine]] = defaultdict(list)
    titles: dict[int, str] = {}
    for plan, line in lines:
        found[id(plan)].append(line)
        titles[id(plan)] = plan.title
    return tuple(
        ActionGroup(titles[key], numbers.table(f"{titles[key]}: actions {part}"), tuple(under))
        for key, under in found.items()
    )
