"""The list of organisations: what each leads, what it joins, and what is behind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coparent.coverage import leading_organisations_of, organisations_of
from coparent.progress import ActionProgress
from coparent.schema.strategy import Organisation
from coparent.tables.filters import Filters, pick_actions
from coparent.tables.layout import DIM, RED, Cell, Column, Content, Look, count
from coparent.tables.listing import Listing, Table, from_table, from_wide_table
from coparent.workspace import Workspace

FIELDS = (
    "id", "name", "short_name", "type", "members", "plans", "leads", "joins", "live", "overdue", "updates_due", "outcomes"
)  # fmt: skip
_WIDE = 100


@dataclass(frozen=True, slots=True)
class _Part:
    """What one organisation has to do with the actions that were picked; a group by its members."""

    organisation: Organisation
    plans: tuple[str, ...]
    leads: tuple[ActionProgress, ...]
    joins: tuple[ActionProgress, ...]

    @property
    def actions(self) -> tuple[ActionProgress, ...]:
        return (*self.leads, *self.joins)

    @property
    def live(self) -> int:
        return sum(one.is_live for one in self.actions)

    @property
    def overdue(self) -> int:
        return sum(one.is_overdue for one in self.actions)

    @property
    def owed(self) -> int:
        return sum(one.owed_since is not None for one in self.actions)


def list_organisations(workspace: Workspace, filters: Filters) -> Listing:
    """The organisations in the strategy's order. Filters pick the actions to count, and leave out who has none left."""
    parts = _find_parts(workspace, filters)

    def table(look: Look) -> Table:
        return _table(parts, look)

    idle = sum(not part.actions for part in parts)
    summary = f"{count(len(parts), 'organisation')}{f', {idle} with no action' if idle else ''}."
    return Listing(
        as_at=workspace.as_at,
        key="organisations",
        title="Organisations",
        summary=summary if parts else "No organisation is so.",
        items=tuple(_value(part) for part in parts),
        fields=FIELDS,
        text=from_table(table),
        markdown=from_wide_table(table),
    )


def _find_parts(workspace: Workspace, filters: Filters) -> list[_Part]:
    leads, joins = defaultdict(list), defaultdict(list)
    for one in pick_actions(workspace, filters):
        leading = leading_organisations_of(workspace, one)
        for name in organisations_of(workspace, one):
            (leads if name in leading else joins)[name].append(one)
    parts = []
    for organisation in workspace.strategy.organisations if workspace.strategy is not None else ():
        members = workspace.members(organisation.id)
        if filters.organisation and not _is_asked_for(workspace, filters, organisation.id):
            continue
        led = _each_once(leads[name] for name in members)
        joined = [one for one in _each_once(joins[name] for name in members) if one not in led]
        plans = tuple(plan.id for plan in workspace.plans if plan.organisation == organisation.id)
        if led or joined or not filters.given or filters.given == ("organisation",):
            parts.append(_Part(organisation, plans, tuple(led), tuple(joined)))
    return parts


def _is_asked_for(workspace: Workspace, filters: Filters, name: str) -> bool:
    """Whether an organisation is one that was asked for, or is in a group that was."""
    asked = {member for one in filters.organisation for member in (one, *workspace.members(one))}
    return name in asked


def _each_once(lists: Iterable[Sequence[ActionProgress]]) -> list[ActionProgress]:
    return list({one.action.id: one for found in lists for one in found}.values())


def _value(part: _Part) -> dict[str, Any]:
    organisation = part.organisation
    outcomes = dict.fromkeys(name for one in part.actions if one.serves for name in one.action.outcomes)
    return {
        "id": organisation.id,
        "name": organisation.name,
        "short_name": organisation.short_name,
        "type": organisation.type,
        "members": list(organisation.members),
        "plans": list(part.plans),
        "leads": [one.action.id for one in part.leads],
        "joins": [one.action.id for one in part.joins],
        "live": part.live,
        "overdue": part.overdue,
        "updates_due": part.owed,
        "outcomes": list(outcomes),
    }


def _table(parts: Iterable[_Part], look: Look) -> Table:
    is_wide = look.columns >= _WIDE
    figures = ("Leads", "Joins", "Live", "Overdue") + (("Updates due",) if is_wide else ())
    columns = (
        Column("ID"), Column("Organisation", wraps=True), *((Column("Type"),) if is_wide else ()),
        *(Column(title, right=True) for title in figures),
    )  # fmt: skip
    return Table(columns, tuple(_row(part, is_wide=is_wide) for part in parts))


def _row(part: _Part, *, is_wide: bool) -> tuple[Content, ...]:
    organisation = part.organisation
    code = "" if part.actions else DIM
    return (
        organisation.id, Cell(organisation.name, code), *((organisation.type,) if is_wide else ()),
        len(part.leads), len(part.joins), part.live, Cell(str(part.overdue), RED if part.overdue else ""),
        *((part.owed,) if is_wide else ()),
    )  # fmt: skip
