"""The list of updates due: who is to send one for which action, since when, in words ready to send."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from coparent.progress import ActionProgress
from coparent.progress.wording import organisation_in_words
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.listing import Listing
from coparent.tables.style import TableStyle, in_one_line
from coparent.tables.wording import day_value
from coparent.text.escaping import escape_markdown
from coparent.text.json_text import JsonObject
from coparent.text.natural_order import natural_order
from coparent.text.sentences import count, end_sentence
from coparent.text.terminal_style import BOLD, DIM
from coparent.timescales import day_in_words
from coparent.workspace import Workspace


class _Reporter(NamedTuple):
    """Who is to report on an action: a role (None: nobody is named) and its organisation's id; "" is not known."""

    lead: str | None
    organisation: str


class _DueUpdate(NamedTuple):
    """An update that is due, and the day by which it should have come."""

    progress: ActionProgress
    since: date

    @property
    def reporter(self) -> _Reporter:
        lead = self.progress.action.lead
        role = lead.role if lead is not None else None if self.progress.has_no_lead else ""
        return _Reporter(role, self.progress.lead_organisation or "")

    @property
    def words(self) -> str:
        """What is missing, as a sentence to send."""
        latest = self.progress.latest
        due = f"due by {day_in_words(self.since)}"
        if latest is None:
            return f"No update has been sent yet; the first was {due}."
        return f"The last update is for {day_in_words(latest.on)}; the next was {due}."


@dataclass(frozen=True)
class UpdatesDueList(Listing):
    """The updates due, the oldest first; written under whoever is to send them."""

    key = "updates_due"
    nothing = "No update is due."
    fields = (
        "id", "ref", "title", "plan", "organisation", "lead", "owed_since", "days_owed", "last_update", "words"
    )  # fmt: skip

    records: Sequence[_DueUpdate]
    organisation_names: Mapping[str, str]

    @classmethod
    def build(cls, workspace: Workspace, filters: Filters) -> Self:
        updates = [
            _DueUpdate(action, action.update_due_since)
            for action in pick_actions(workspace, filters)
            if action.update_due_since is not None
        ]
        updates.sort(key=lambda update: (update.since, natural_order(update.progress.id)))
        organisations = {update.reporter.organisation for update in updates}
        return cls(workspace.as_at, updates, {name: organisation_in_words(workspace, name) for name in organisations})

    @property
    def items(self) -> Sequence[JsonObject]:
        return [
            {
                "id": update.progress.action.id,
                "ref": update.progress.action.ref,
                "title": update.progress.action.title,
                "plan": update.progress.plan.id,
                "organisation": update.reporter.organisation or None,
                "lead": update.reporter.lead or None,
                "owed_since": day_value(update.since),
                "days_owed": (self.as_at - update.since).days,
                "last_update": day_value(update.progress.latest.on if update.progress.latest is not None else None),
                "words": update.words,
            }
            for update in self.records
        ]

    def count_in_words(self) -> str:
        return f"{count(len(self.records), 'update')} due from {count(len(self._by_reporter()), 'lead')}."

    def text(self, style: TableStyle) -> list[str]:
        lines: list[str] = []
        for reporter, updates in self._by_reporter().items():
            lines += ["", *style.prose(self._address(reporter), code=BOLD), *style.prose(_request(updates), indent=2)]
            for update in updates:
                action = update.progress.action
                lines += style.prose(f"{action.id}  {action.title}", indent=4)
                lines += style.prose(update.words, indent=6, code=DIM)
        return lines[1:]

    def markdown(self, style: TableStyle) -> list[str]:
        lines: list[str] = []
        for reporter, updates in self._by_reporter().items():
            lines += ["", f"### {escape_markdown(self._address(reporter))}", "", _request(updates), ""]
            for update in updates:
                action = update.progress.action
                title = escape_markdown(end_sentence(in_one_line(action.title)))
                lines.append(f"- **{escape_markdown(action.id)}** {title} {update.words}")
        return lines[1:]

    def _by_reporter(self) -> Mapping[_Reporter, Sequence[_DueUpdate]]:
        """The updates of each reporter: whoever has been late longest comes first."""
        found: dict[_Reporter, list[_DueUpdate]] = defaultdict(list)
        for update in self.records:
            found[update.reporter].append(update)
        return found

    def _address(self, reporter: _Reporter) -> str:
        who = reporter.lead if reporter.lead is not None else "Nobody is named as lead"
        names = (who, self.organisation_names[reporter.organisation])
        return ", ".join(filter(None, names))


def _request(updates: Sequence[_DueUpdate]) -> str:
    if len(updates) == 1:
        return "Please send an update on this action:"
    return f"Please send an update on each of these {len(updates)} actions:"
