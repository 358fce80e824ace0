"""Which paper is asked for: one of the workspace, or one straight from the plans; for one organisation, or for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coparent.coverage.organisations import organisations_covered
from coparent.errors import CoparentError
from coparent.schema.paper import Paper
from coparent.schema.record import with_changes, with_defaults
from coparent.text.suggestions import nearest
from coparent.workspace import Workspace


@dataclass(frozen=True, eq=False)
class Source:
    """The plans that papers are made from.

    `draft` says in words what of them could not be read, "" if all was; `redact` puts dots for personal data.
    """

    workspace: Workspace
    draft: str = ""
    redact: Callable[[str], str] = str


EACH = "each"
"""Stands for every organisation that has a part in the plans."""


def find_paper(workspace: Workspace, name: str) -> Paper:
    """The paper of that id, or in that file (its path in the workspace). Raises CoparentError for none."""
    for paper in workspace.papers:
        if name in (paper.id, paper.where.path):
            return paper
    names = [paper.id for paper in workspace.papers if paper.id is not None]
    near = nearest(name.rsplit("/", 1)[-1].rsplit(".", 1)[0], names)
    if near:
        raise CoparentError(f"there is no paper {name}", f"did you mean  coparent render {near[0]}?")
    known = f"the papers are: {', '.join(names)}" if names else "add a file with  kind: paper,  or name a template"
    raise CoparentError(f"there is no paper {name}", known)


def paper_from_plans(workspace: Workspace, template: str) -> Paper:
    """A paper for which there is no file: a template over all plans, as at the workspace's day."""
    words = template.replace("-", " ")
    strategy = workspace.strategy.title if workspace.strategy is not None else None
    title = f"{strategy}: {words}" if strategy is not None else words.capitalize()
    return with_defaults(Paper, kind="paper", id=template, title=title, template=template, as_at=workspace.as_at)


def with_audience(paper: Paper, audience: str) -> Paper:
    """The paper for another audience."""
    return with_changes(paper, audience=audience)


def organisations_for(workspace: Workspace, paper: Paper, organisation: str | None) -> Sequence[str]:
    """The organisations that a paper is made for, in the strategy's order; "" where it is for nobody in particular.

    A group stands for each of its members; `each` is every organisation that leads or joins an action. Raises
    CoparentError for an organisation that is not in the strategy.
    """
    wanted = organisation or paper.organisation or ""
    if wanted != EACH:
        if wanted and workspace.find("organisation", wanted) is None:
            raise _unknown(workspace, wanted)
        return workspace.members(wanted) if wanted else ("",)
    return tuple(part.id for part in organisations_covered(workspace) if part.actions and not part.members)


def _unknown(workspace: Workspace, name: str) -> CoparentError:
    organisations = workspace.strategy.organisations if workspace.strategy is not None else ()
    named = {key: body.id for body in organisations for key in (body.id, body.name, body.short_name or body.id)}
    near = nearest(name, named)
    return CoparentError(
        f"--organisation: there is no organisation {name}",
        f"did you mean  {named[near[0]]}?" if near else "coparent list organisations  shows who there is",
    )
