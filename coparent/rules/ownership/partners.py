"""Partners that a plan names and asks nothing of."""

from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.plan import Plan
from coparent.workspace import Workspace

FAMILY = Family("ownership")


@FAMILY.records("partner-without-action", Level.NOTE, concludes_from_absence=True)
def partner_without_action(workspace: Workspace) -> Iterator[Diagnostic]:
    """A partner that is named on a plan and in none of its actions.

    Why: the plan looks like theirs too, and nothing in it asks anything of them.
    Fix: name it where it takes part, or take it out.

    Before:
        partners: [icb]
        actions:
          - id: health-04
            title: Follow up every missing episode
    After:
        partners: [icb]
        actions:
          - id: health-04
            title: Follow up every missing episode
            partners: [icb]
    """
    for plan in workspace.plans:
        if not plan.partners or not plan.actions:
            continue
        taking_part = {member for name in _organisations_in_actions(plan) for member in workspace.members(name)}
        for index, partner in enumerate(plan.partners):
            if taking_part.isdisjoint(workspace.members(partner)):
                yield plan.at("partners", index).says(
                    f"{named(plan)} names {partner} as a partner, and none of its actions does",
                    label="in no action, joint lead or milestone",
                    help=f"add {partner} to the  partners:  of the action it takes part in, or take it out here",
                )


def _organisations_in_actions(plan: Plan) -> set[str]:
    """The organisations that lead or join an action of a plan, or that a milestone is of."""
    names: set[str] = set()
    for action in plan.actions:
        leads = (*action.joint_leads, action.lead) if action.lead is not None else action.joint_leads
        names.update(role.organisation or plan.organisation for role in leads)
        names.update(action.partners)
        names.update(step.organisation for step in action.milestones if step.organisation is not None)
    return names
