"""Two actions of one plan that readers cannot keep apart: the same title, or the same printed number."""

from collections.abc import Collection, Iterator
from itertools import count

from coparent.advice import either, write_line
from coparent.diagnostics import Diagnostic, Level, Related
from coparent.rules.registry import Family
from coparent.schema.naming import named, short_name
from coparent.schema.plan import Action
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("references")

_LAST_NUMBER = compile_later(r"\d+(?=\D*\Z)")


@FAMILY.records("repeated-title", Level.WARNING)
def repeated_title(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two actions of one plan with the same title.

    An action that goes on in another may have passed its title on to it.

    Why: a committee that reads the title in a paper cannot tell which of the two it is about.
    Fix: say in the later title what sets it apart, or take the action out if it was copied by mistake.

    Before:
        actions:
          - id: home-01
            title: Open two homes
          - id: home-02
            title: Open two homes
    After:
        actions:
          - id: home-01
            title: Open two homes in the north
          - id: home-02
            title: Open two homes in the south
    """
    for plan in workspace.plans:
        first_actions: dict[str, Action] = {}
        for action in plan.actions:
            first = first_actions.setdefault(_plain_words(action.title), action)
            if first is action or first.id in action.becomes or action.id in first.becomes:
                continue
            yield action.at("title").says(
                f"{named(action)} has the same title as {first.id}",
                label="and again here",
                help=either(
                    write_line("title", _set_apart(action)), f"take {action.id} out, if it is a copy of {first.id}"
                ),
                related=(Related(first.at("title"), "first here"),),
            )


def _plain_words(title: str) -> str:
    """A title as readers see it: without regard to capitals, spaces and what stands at its end."""
    return " ".join(title.casefold().split()).rstrip(" .;,")


def _set_apart(action: Action) -> str:
    """The title with the place for what is different about this action."""
    return f"{' '.join(action.title.split()).rstrip(' .;,')} (where and for whom)"


@FAMILY.records("repeated-ref", Level.WARNING)
def repeated_ref(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two actions of one plan with the same printed number.

    Why: minutes that record a decision about 3.10 are then about either.
    Fix: give the later one the number that the printed plan has for it, or the next that is free.

    Before:
        actions:
          - {id: home-01, ref: "3.10", title: Open two homes}
          - {id: home-02, ref: "3.10", title: Recruit 20 carers}
    After:
        actions:
          - {id: home-01, ref: "3.10", title: Open two homes}
          - {id: home-02, ref: "3.11", title: Recruit 20 carers}
    """
    for plan in workspace.plans:
        first_actions: dict[str, Action] = {}
        taken = {_plain_words(action.ref) for action in plan.actions if action.ref is not None}
        for action in plan.actions:
            if action.ref is None:
                continue
            first = first_actions.setdefault(_plain_words(action.ref), action)
            if first is not action:
                free = _next_free(action.ref, taken)
                taken.add(_plain_words(free))
                yield action.at("ref").says(
                    f'{named(action)} is printed as "{action.ref}" in {short_name(plan)}, and so is {first.id}',
                    label="and again here",
                    help=either(write_line("ref", free), "the number that the printed plan has for it"),
                    related=(Related(first.at("ref"), "first here"),),
                )


def _next_free(ref: str, taken: Collection[str]) -> str:
    """The next printed number after one that no action has."""
    found = _LAST_NUMBER.search(ref)
    for number in count(int(found.group()) + 1 if found else 2):
        free = f"{ref[: found.start()]}{number}{ref[found.end() :]}" if found else f"{ref}-{number}"
        if _plain_words(free) not in taken:
            return free
    raise AssertionError("there is always another number")
