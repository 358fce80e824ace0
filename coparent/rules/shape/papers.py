"""Papers that name a template, or a section of one, that there is not."""

from collections.abc import Collection, Iterator, Sequence

from coparent.advice import either, write_line
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.schema.naming import named
from coparent.schema.paper import Paper, Section
from coparent.text.suggestions import nearest
from coparent.workspace import Workspace

FAMILY = Family("shape")

_MOST_CHOICES = 10
_PRINTED_IN = {
    **dict.fromkeys(("recommendation", "recommendations", "background", "introduction"), "purpose"),
    **dict.fromkeys(("climate", "data", "equality", "finance", "financial", "legal"), "implications"),
    **dict.fromkeys(("appendix", "annex", "annexes"), "appendices"),
    **dict.fromkeys(("consultation", "engagement", "feedback"), "voices"),
    **dict.fromkeys(("performance", "indicators", "kpis"), "measures"),
}
"""What people call a part of a paper, and the section that prints it."""


@FAMILY.records("unknown-template", Level.ERROR)
def unknown_template(workspace: Workspace) -> Iterator[Diagnostic]:
    """A paper's template that there is not, among those that are shipped and those beside the plans.

    Why: on the day before the meeting the paper cannot be made.
    Fix: write the name as suggested, or add the template to the folder templates.

    Before:
        template: comittee-paper
    After:
        template: committee-paper
    """
    for paper in workspace.papers:
        names = sorted(workspace.templates.names())
        if paper.template is not None and paper.template not in names:
            near = nearest(paper.template, names, cutoff=0.5)
            added = f"add a template of that name, templates/{paper.template.strip()}.md.j2"
            yield paper.at("template").says(
                f'{named(paper)} has a template that there is not: "{paper.template}"',
                label=f"did you mean {near[0]}?" if near else _list_some(names, paper.template),
                help=either(write_line("template", (near or names)[0]), *([added] if not near else [])),
            )


@FAMILY.records("unknown-place", Level.ERROR)
def unknown_place(workspace: Workspace) -> Iterator[Diagnostic]:
    """An officers' section that is to stand beside a section which the paper's template does not have.

    Why: on the day before the meeting the paper cannot be made.
    Fix: write the name of a section of that template, or first or last.

    Before:
        template: committee-paper
        sections:
          - {title: Finance, text: The budget is agreed in May., place: after implication}
    After:
        template: committee-paper
        sections:
          - {title: Finance, text: The budget is agreed in May., place: after implications}
    """
    for paper in workspace.papers:
        for section in paper.sections:
            where, _, name = (section.place or "").partition(" ")
            if name and paper.template is not None:
                known = list(workspace.templates.sections(paper.template))
                if known and name.strip() not in known:
                    yield _report_place(paper, section, (where, name.strip()), known)


def _report_place(paper: Paper, section: Section, place: tuple[str, str], known: Sequence[str]) -> Diagnostic:
    where, name = place
    asked = name.lower()
    near = _PRINTED_IN.get(asked, "")
    if near not in known:
        near = next(iter(nearest(asked, known, cutoff=0.6)), "")
    line = write_line("place", f"{where} {near}" if near else "last")
    return section.at("place").says(
        f'the section "{section.title}" of {named(paper)} is to stand {where} "{name}", '
        f"and the template {paper.template} has no such section",
        label=f"did you mean {where} {near}?" if near else _list_some(known, asked),
        help=line if near else either(line, f"{where} one of its sections: {', '.join(known)}"),
    )


def _list_some(names: Collection[str], asked: str) -> str:
    """The names to choose from; of many, the three that are most like what was asked for."""
    if len(names) > _MOST_CHOICES:
        names = nearest(asked, names, most=3, cutoff=0)
    return f"one of: {', '.join(names)}"
