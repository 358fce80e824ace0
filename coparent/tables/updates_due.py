"""The list of updates due: who owes one for which action, since when, in words ready to send."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from coparent.progress import ActionProgress
from coparent.progress.wording import organisation_in_words
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.layout import BOLD, DIM, Look
from coparent.tables.listing import Listing
from coparent.tables.wording import day_value
from coparent.text.escaping import escape_markdown
from coparent.text.sentences import count
from coparent.timescales import day_in_words
from coparent.workspace import Workspace

FIELDS = (
    "id", "ref", "title", "plan", "organisation", "lead", "owed_since", "days_owed", "last_update", "words"
)  # fmt: skip


class _Owed(NamedTuple):
    """An update that someone owes."""

    progress: ActionProgress
    since: date

    @property
    def words(self) -> str:
        """What is missing, as a sentence to send."""
        latest = self.progress.latest
        due = f"due by {day_in_words(self.since)}"
        if latest is None:
            return f"No update has been sent yet; the first was {due}."
        return f"The last update is for {day_in_words(latest.on)}; the next was {due}."


class _Debtor(NamedTuple):
    """Who owes it."""

    lead: str
    organisation: str


def list_updates_due(workspace: Workspace, filters: Filters) -> Listing:
    """The updates that are owed: whoever has owed one longest comes first, and of his own the oldest."""
    owed = [
        _Owed(one, one.update_due_since) for one in pick_actions(workspace, filters) if one.update_due_since is not None
    ]
    owed.sort(key=lambda one: (one.since, one.progress.action.id))
    debtors: dict[_Debtor, list[_Owed]] = defaultdict(list)
    for one in owed:
        debtors[_debtor(one)].append(one)
    names = {name: organisation_in_words(workspace, name) for _, name in debtors}
    people = count(len(debtors), "lead")
    summary = f"{count(len(owed), 'update')} due from {people}." if owed else "No update is due."
    return Listing(
        as_at=workspace.as_at,
        key="updates_due",
        title="Updates due",
        summary=summary,
        items=tuple(_value(one, workspace.as_at) for one in owed),
        fields=FIELDS,
        text=lambda look: _write_text(debtors, names, look),
        markdown=lambda look: _write_markdown(debtors, names, look),
    )


def _debtor(owed: _Owed) -> _Debtor:
    lead, plan = owed.progress.action.lead, owed.progress.plan
    return _Debtor(lead.role if lead is not None else "", (lead.organisation if lead else None) or plan.organisation)


def _value(owed: _Owed, as_at: date) -> dict[str, Any]:
    action, latest, debtor = owed.progress.action, owed.progress.latest, _debtor(owed)
    return {
        "id": action.id,
        "ref": action.ref,
        "title": action.title,
        "plan": owed.progress.plan.id,
        "organisation": debtor.organisation,
        "lead": debtor.lead or None,
        "owed_since": day_value(owed.since),
        "days_owed": (as_at - owed.since).days,
        "last_update": day_value(latest.on) if latest is not None else None,
        "words": owed.words,
    }


def _addressed(debtor: _Debtor, names: Mapping[str, str]) -> str:
    who = debtor.lead or "Nobody is named as lead"
    return f"{who}, {names[debtor.organisation]}"


def _asking(owed: Sequence[_Owed]) -> str:
    if len(owed) == 1:
        return "Please send an update on this action:"
    return f"Please send an update on each of these {len(owed)} actions:"


def _write_text(debtors: Mapping[_Debtor, Sequence[_Owed]], names: Mapping[str, str], look: Look) -> list[str]:
    lines: list[str] = []
    for debtor, owed in debtors.items():
        lines += ["", *look.prose(_addressed(debtor, names), code=BOLD), *look.prose(_asking(owed), indent=2)]
        for one in owed:
            action = one.progress.action
            lines += look.prose(f"{action.id}  {action.title}", indent=4)
            lines += look.prose(one.words, indent=6, code=DIM)
    return lines[1:]


def _write_markdown(debtors: Mapping[_Debtor, Sequence[_Owed]], names: Mapping[str, str], look: Look) -> list[str]:
    lines: list[str] = []
    for debtor, owed in debtors.items():
        lines += ["", f"### {escape_markdown(look.hide(_addressed(debtor, names)))}", "", _asking(owed), ""]
        for one in owed:
            action = one.progress.action
            lines.append(f"- **{escape_markdown(action.id)}** {escape_markdown(look.hide(action.title))}. {one.words}")
    return lines[1:]
