"""What the plans cost and who pays, and what could go wrong."""

from collections import Counter
from collections.abc import Sequence

from coparent.papers.facts import Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.context import NOBODY, PaperContext
from coparent.papers.sections.mentions import name_of, names_by_id, rich, without_markup
from coparent.papers.sections.numbering import Numbers
from coparent.papers.views.plans import ResourceLine, Resources, RiskLine, Risks
from coparent.progress import ActionProgress
from coparent.schema import plan as schema
from coparent.text.natural_order import natural_order
from coparent.text.sentences import count, count_each, end_sentence, listing, upper_first
from coparent.timescales import in_words

_FUNDING = {
    "existing": "Within existing resources",
    "funded": "Funded",
    "part-funded": "Part-funded",
    "unfunded": "Not funded",
    "unknown": "Cost not known",
}
_COUNTED = {
    "existing": "within existing resources",
    "funded": "funded",
    "part-funded": "part-funded",
    "unfunded": "not funded",
    "unknown": "whose cost is not known",
}
_WORST_FIRST = ("unfunded", "part-funded", "unknown", "funded", "existing")
_HIGH, _MEDIUM = 15, 8
_SCORED = (
    "A score is likelihood times impact, each from 1 to 5. "
    f"A score of {_HIGH} or more is high, {_MEDIUM} to {_HIGH - 1} is medium, and less than {_MEDIUM} is low."
)


def resources_in_words(resources: schema.Resources | None) -> Words:
    """Whether the money is there, how much it is and where it comes from; "" where nobody said."""
    if resources is None:
        return ""
    return ", ".join(filter(None, (_FUNDING[resources.status], _amount_in_words(resources), resources.funding)))


def _amount_in_words(resources: schema.Resources) -> str:
    """How much it costs, and for what time; "" where nobody said."""
    if resources.amount is None:
        return ""
    period = f" for {in_words(resources.period)}" if resources.period is not None else ""
    return f"£{resources.amount:,}{period}"


def build_resources(context: PaperContext, numbers: Numbers) -> Resources | None:
    """What each action costs, those that still need money first."""
    serving = [action for action in context.actions if action.counts_towards_goals]
    if not serving:
        return None
    heading = numbers.section("resources", "What it costs")
    costed = [(action, action.action.resources) for action in serving if action.action.resources is not None]
    costed.sort(key=lambda pair: _WORST_FIRST.index(pair[1].status))
    resources = [money for _, money in costed]
    paragraphs = numbers.paragraphs(_statuses_in_words(resources, len(serving)), _pounds_in_words(resources))
    caption = numbers.table("What actions cost, and who pays") if costed else None
    return Resources(heading, paragraphs, caption, tuple(_resource_line(action, money) for action, money in costed))


def _resource_line(action: ActionProgress, money: schema.Resources) -> ResourceLine:
    words: Words = money.funding or rich(money.note)
    if money.funding and money.note:
        words = RichText(f"Paid from: {end_sentence(without_markup(money.funding))}\n\n{money.note}")
    return ResourceLine(name_of(action.action), _FUNDING[money.status], _amount_in_words(money), words)


def _statuses_in_words(resources: Sequence[schema.Resources], total: int) -> str:
    if not resources:
        return f"None of the {total} actions says what it costs." if total > 1 else "The action does not say its cost."
    statuses = listing(count_each(Counter(money.status for money in resources), _COUNTED))
    says = "says what it costs" if len(resources) == 1 else "say what they cost"
    silent = total - len(resources)
    rest = f" {count(silent, 'other', 'does')} not say." if silent else ""
    return f"{len(resources)} of {count(total, 'action')} {says}: {statuses}.{rest}"


def _pounds_in_words(resources: Sequence[schema.Resources]) -> str:
    priced = [(money.status, money.amount) for money in resources if money.amount is not None]
    if not priced:
        return "None of them gives an amount." if resources else ""
    pounds = {code: sum(amount for status, amount in priced if status == code) for code in _COUNTED}
    total = f"Amounts are given for {len(priced)} and come to £{sum(pounds.values()):,}"
    parts = [f"£{pounds[code]:,} {words}" for code, words in _COUNTED.items() if pounds[code] and code != "unknown"]
    return f"{total}, over the time that each covers: {listing(parts)}." if parts else f"{total}."


def build_risks(context: PaperContext, numbers: Numbers) -> Risks | None:
    """The open risks, the worst first."""
    plans = context.workspace.plans
    if not plans:
        return None
    heading = numbers.section("risks", "Risks")
    risks = [(plan, risk) for plan in plans for risk in plan.risks if risk.status == "open"]
    if not risks:
        return Risks(heading, numbers.paragraphs("No open risk is on record."), None, ())
    risks.sort(key=lambda pair: (-_score(pair[1]), *map(natural_order, (pair[0].id, pair[1].id))))
    lines = tuple(_risk_line(context, plan, risk) for plan, risk in risks)
    paragraphs = numbers.paragraphs(_risks_in_words(lines), _SCORED)
    return Risks(heading, paragraphs, numbers.table("Open risks, worst first"), lines)


def _score(risk: schema.Risk) -> int:
    return risk.likelihood * risk.impact


def _risk_line(context: PaperContext, plan: schema.Plan, risk: schema.Risk) -> RiskLine:
    score = _score(risk)
    details = (("Cause", risk.cause), ("Effect", risk.effect))
    return RiskLine(
        title=risk.title,
        plan=plan.title,
        detail=" ".join(f"{label}: {end_sentence(text)}" for label, text in details if text),
        likelihood=risk.likelihood,
        impact=risk.impact,
        score=score,
        level="high" if score >= _HIGH else "medium" if score >= _MEDIUM else "low",
        response=upper_first(risk.response or ""),
        mitigations=tuple(text.rstrip(".") for text in risk.mitigations),
        owner=context.role(risk.owner, plan) or NOBODY,
        actions=names_by_id(context.everything, risk.actions),
    )


def _risks_in_words(lines: Sequence[RiskLine]) -> str:
    levels = count_each(Counter(line.level for line in lines), {level: level for level in ("high", "medium", "low")})
    unwatched = sum(line.owner == NOBODY for line in lines)
    opening = f"{count(len(lines), 'risk', 'is')} open: {listing(levels)}."
    return f"{opening} Nobody is named as owner of {unwatched}." if unwatched else opening
