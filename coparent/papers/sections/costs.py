"""What the plans cost and who pays, and what could go wrong."""

from collections import Counter
from collections.abc import Sequence

from coparent.papers.facts import Words
from coparent.papers.rich_text import RichText
from coparent.papers.sections.action_rows import FUNDING, amount_in_words, as_it_stands, rich
from coparent.papers.sections.context import PaperContext
from coparent.papers.sections.numbering import Numbers
from coparent.papers.sections.status import name_of, names_by_id
from coparent.papers.views import ResourceLine, Resources, RiskLine, Risks
from coparent.progress import ActionProgress
from coparent.schema.plan import Plan, Risk
from coparent.schema.plan import Resources as Money
from coparent.text.sentences import count, listing

_WORST_FIRST = ("unfunded", "part-funded", "unknown", "funded", "existing")
_COUNTED = {
    "existing": "within existing resources",
    "funded": "funded",
    "part-funded": "part-funded",
    "unfunded": "not funded",
    "unknown": "whose cost is not known",
}
_HIGH, _MEDIUM = 15, 8
_SCORED = (
    "A score is likelihood times impact, each from 1 to 5. "
    f"A score of {_HIGH} or more is high, {_MEDIUM} to {_HIGH - 1} is medium, and less than {_MEDIUM} is low."
)


def build_resources(context: PaperContext, numbers: Numbers) -> Resources | None:
    """What each action costs, those that still need money first."""
    serving = [one for one in context.actions if one.serves]
    if not serving:
        return None
    heading = numbers.section("resources", "What it costs")
    costed = [(one, one.action.resources) for one in serving if one.action.resources is not None]
    costed.sort(key=lambda one: _WORST_FIRST.index(one[1].status))
    lines = tuple(_resource_line(one, money) for one, money in costed)
    money = [money for _, money in costed]
    paragraphs = numbers.paragraphs(_funded(money, len(serving)), _pounds(money))
    return Resources(heading, paragraphs, numbers.table("What actions cost, and who pays") if lines else None, lines)


def _resource_line(one: ActionProgress, money: Money) -> ResourceLine:
    return ResourceLine(
        action=name_of(one.action), status=FUNDING[money.status], amount=amount_in_words(money), words=_paid_by(money)
    )


def _paid_by(money: Money) -> Words:
    if not money.funding or not money.note:
        return money.funding or rich(money.note)
    return RichText(f"Paid from: {_sentence(as_it_stands(money.funding))}\n\n{money.note}")


def _funded(money: Sequence[Money], total: int) -> str:
    if not money:
        return f"None of the {total} actions says what it costs." if total > 1 else "The action does not say its cost."
    statuses: Counter[str] = Counter(one.status for one in money)
    said = listing([f"{statuses[code]} {words}" for code, words in _COUNTED.items() if statuses[code]])
    silent = total - len(money)
    left = f" {count(silent, 'other')} {'does' if silent == 1 else 'do'} not say." if silent else ""
    verb = "says what it costs" if len(money) == 1 else "say what they cost"
    return f"{len(money)} of {count(total, 'action')} {verb}: {said}.{left}"


def _pounds(money: Sequence[Money]) -> str:
    known = {
        code: sum(one.amount for one in money if one.status == code and one.amount is not None) for code in FUNDING
    }
    priced = sum(one.amount is not None for one in money)
    if not priced:
        return "None of them gives an amount." if money else ""
    parts = [f"£{known[code]:,} {words}" for code, words in _COUNTED.items() if known[code] and code != "unknown"]
    total = f"£{sum(known.values()):,}"
    said = f"Amounts are given for {priced} and come to {total}"
    return f"{said}, over the time that each covers: {listing(parts)}." if parts else f"{said}."


def build_risks(context: PaperContext, numbers: Numbers) -> Risks | None:
    """The open risks, the worst first."""
    if not context.workspace.plans:
        return None
    heading = numbers.section("risks", "Risks")
    found = [(plan, risk) for plan in context.workspace.plans for risk in plan.risks if risk.status == "open"]
    if not found:
        return Risks(heading, numbers.paragraphs("No open risk is on record."), None, ())
    found.sort(key=lambda one: (-_score(one[1]), one[0].id, one[1].id))
    lines = tuple(_risk_line(context, plan, risk) for plan, risk in found)
    return Risks(heading, numbers.paragraphs(_counted(lines), _SCORED), numbers.table("Open risks, worst first"), lines)


def _score(risk: Risk) -> int:
    return risk.likelihood * risk.impact


def _level(score: int) -> str:
    if score >= _HIGH:
        return "high"
    return "medium" if score >= _MEDIUM else "low"


def _risk_line(context: PaperContext, plan: Plan, risk: Risk) -> RiskLine:
    told = (("Cause", risk.cause), ("Effect", risk.effect))
    response = risk.response or ""
    return RiskLine(
        title=risk.title,
        plan=plan.title,
        detail=" ".join(f"{label}: {_sentence(text)}" for label, text in told if text),
        likelihood=risk.likelihood,
        impact=risk.impact,
        score=_score(risk),
        level=_level(_score(risk)),
        response=response[:1].upper() + response[1:],
        mitigations=tuple(text.rstrip(".") for text in risk.mitigations),
        owner=context.role(risk.owner, plan) or "Nobody is named",
        actions=names_by_id(context.everything, risk.actions),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _counted(lines: Sequence[RiskLine]) -> str:
    levels = Counter(line.level for line in lines)
    said = listing([f"{levels[level]} {level}" for level in ("high", "medium", "low") if levels[level]])
    unwatched = sum(line.owner == "Nobody is named" for line in lines)
    opening = f"{count(len(lines), 'risk')} {'is' if len(lines) == 1 else 'are'} open: {said}."
    return f"{opening} Nobody is named as owner of {unwatched}." if unwatched else opening
