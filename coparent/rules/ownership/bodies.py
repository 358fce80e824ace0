"""Leads that are a whole organisation or a board, where a role or a team of it should answer."""

from collections.abc import Iterator, Mapping

from coparent.advice import either, write, write_line, write_lines
from coparent.diagnostics import Diagnostic, Level, TextPlace
from coparent.rules.registry import Family
from coparent.schema.fields import Role
from coparent.schema.naming import named
from coparent.schema.strategy import Board, Organisation
from coparent.workspace import Workspace

FAMILY = Family("ownership")

_ANSWERING = "the role that answers for it"


@FAMILY.records("lead-is-not-a-role", Level.WARNING)
def lead_is_not_a_role(workspace: Workspace) -> Iterator[Diagnostic]:
    """A lead that is the name of an organisation or a board.

    Why: a whole organisation answers no telephone, and a board meets four times a year.
    Fix: name the role or the team in it that answers for the action.

    Before:
        lead: Corporate parenting board
    After:
        lead: Head of placements
    """
    bodies = _bodies_by_name(workspace)
    for plan in workspace.plans if bodies else ():
        for action in plan.actions:
            for field, role in (("lead", action.lead), *(("joint lead", joint) for joint in action.joint_leads)):
                body = bodies.get(_plain(role.role)) if role is not None else None
                if role is not None and body is not None:
                    what = "a board" if isinstance(body, Board) else "an organisation"
                    yield role.at("role").says(
                        f"the {field} of {named(action)} is {what}, not a role",
                        label="who in it answers for this?",
                        help=_advise(role, body, plan.organisation, is_listed=field != "lead"),
                    )


def _bodies_by_name(workspace: Workspace) -> Mapping[str, Organisation | Board]:
    """Every organisation by its name and short name, and every board."""
    strategy = workspace.strategy
    if strategy is None:
        return {}
    names: dict[str, Organisation | Board] = {_plain(board.name): board for board in strategy.boards}
    for body in strategy.organisations:
        names |= {_plain(name): body for name in (body.name, body.short_name) if name}
    return names


def _plain(name: str) -> str:
    """A name without regard to capitals, spaces and an article before it."""
    return " ".join(name.casefold().replace("&", " and ").split()).rstrip(".").removeprefix("the ")


def _advise(role: Role, body: Organisation | Board, own: str, *, is_listed: bool) -> str:
    """The line with the organisation in its own field, and room for the role; of a board, its chair."""
    answering = _ANSWERING
    if isinstance(body, Board):
        answering = f"Chair of the {body.name.removeprefix('The ').removeprefix('the ')}"
    lines = {"role": answering}
    organisation = role.organisation or (body.id if isinstance(body, Organisation) else own)
    if organisation not in (own, role.organisation):
        lines["organisation"] = organisation
    if not isinstance(role.where, TextPlace):
        line = write_lines(lines)
    else:
        whole = lines if len(lines) > 1 else answering
        line = write(whole) if is_listed else write_line("lead", whole)
    return line if answering == _ANSWERING else either(line, _ANSWERING)
