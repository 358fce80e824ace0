"""References: ids that lead nowhere, lead to two things, go round in circles, or are named by nobody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from coparent.diagnostics import Diagnostic, Level, Related
from coparent.documents.naming import ordinal
from coparent.rules.registry import Family
from coparent.schema.identities import kinds_with_ids
from coparent.schema.naming import named
from coparent.schema.plan import Action
from coparent.schema.record import FileRecord, Record
from coparent.schema.references import Reference
from coparent.schema.strategy import Outcome, Strategy
from coparent.text.suggestions import nearest
from coparent.workspace import Workspace

FAMILY = Family("references")

MOST_CHOICES = 8


@FAMILY.records("unknown-reference", Level.ERROR, concludes_from_absence=True)
def unknown_reference(workspace: Workspace) -> Iterator[Diagnostic]:
    """An id that nothing has.

    Why: an action that serves a goal nobody has serves none, and is counted for none.
    Fix: write the id as suggested, or add the record it should lead to.

    Before:
        outcomes: [o8]
    After:
        outcomes: [o7]
    """
    suggested: dict[tuple[str, str], list[str]] = {}  # One id that was renamed may be named by thousands.
    for reference in workspace.references:
        if _is_known(reference, workspace):
            continue
        known = workspace.records.get(reference.kind, {})
        asked = (reference.kind, reference.id)
        if asked not in suggested:
            suggested[asked] = nearest(reference.id, known) or _by_title(reference.id, known.values())
        near = suggested[asked]
        already = near and near[0] in _siblings(reference)
        other_kinds = [kind for kind, names in workspace.records.items() if reference.id in names]
        label = f"no {reference.kind} has this id"
        if near:
            label = f"did you mean {near[0]}?" + (" It is in this list already" if already else "")
        elif other_kinds:
            label = f"this is the id of {_article(other_kinds[0])}"
        elif 0 < len(known) <= MOST_CHOICES:
            label = f"one of: {', '.join(known)}"
        help = (
            f"write  {near[0]}"
            if near and not already
            else f"take it out, or add {_article(reference.kind)} with this id"
        )
        yield reference.spot.says(
            f'{named(reference.owner)} names {_article(reference.kind)} that there is not: "{reference.id}"',
            label=label,
            help=help,
            subject=reference.id,
        )


def _is_known(reference: Reference, workspace: Workspace) -> bool:
    """Whether an id leads somewhere, or would if what it leads to were there and sound."""
    if reference.id in workspace.records.get(reference.kind, {}) or reference.id in workspace.broken_ids:
        return True
    # What only a strategy holds: where there is none, that is the one thing to say.
    return workspace.strategy is None and reference.kind in kinds_with_ids(Strategy)


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _by_title(word: str, records: Iterable[tuple[Record, ...]]) -> list[str]:
    """The id of the record whose title, name or number was written in place of its id."""
    titles: dict[str, str] = {}
    for record in chain.from_iterable(records):
        identity: str = record.id  # type: ignore[attr-defined]
        for short in filter(None, (getattr(record, "short_name", None), getattr(record, "ref", None))):
            if short.lower() == word.lower():
                return [identity]
        titles |= dict.fromkeys(filter(None, (getattr(record, "title", None), getattr(record, "name", None))), identity)
    near = nearest(word, titles, cutoff=0.85)
    return [titles[near[0]]] if near else []


def _siblings(reference: Reference) -> tuple[str, ...]:
    value = getattr(reference.holder, reference.field, ())
    return value if isinstance(value, tuple) else ()


@FAMILY.records("duplicate-id", Level.ERROR)
def duplicate_id(workspace: Workspace) -> Iterator[Diagnostic]:
    """One id given to two records of the same kind.

    Why: an update or a paper that names the id would be about either, and nobody could tell which.
    Fix: give the later one an id of its own.

    Before:
        actions:
          - id: home-01
            title: Open two homes
          - id: home-01
            title: Recruit carers
    After:
        actions:
          - id: home-01
            title: Open two homes
          - id: home-02
            title: Recruit carers
    """
    by_id: dict[tuple[str, str, FileRecord | None], list[Record]] = defaultdict(list)
    for found in workspace.identified:
        by_id[found.kind, found.id, found.file].append(found.record)
    for (kind, identity, file), records in by_id.items():
        if len(records) > 1:
            yield from _given_again(kind, identity, records, f" of {_called(file)}" if file is not None else "")


def _called(file: FileRecord) -> str:
    identity: str | None = getattr(file, "id", None)
    return identity or named(file)


def _given_again(kind: str, identity: str, records: list[Record], where: str) -> Iterator[Diagnostic]:
    first, *later = records
    for count, record in enumerate(later, start=2):
        yield record.at("id").says(
            f'{_article(kind)}{where} already has the id "{identity}"',
            label="used again here" if count == 2 else f"used for the {ordinal(count - 1)} time here",
            help=f"give this one an id of its own, such as  {identity}-{count}",
            related=(Related(first.at("id"), "first used here"),),
        )


@FAMILY.records("repeated-reference", Level.WARNING)
def repeated_reference(workspace: Workspace) -> Iterator[Diagnostic]:
    """The same id twice in one list.

    Why: it is counted once, so one of the two was most likely meant to be another.
    Fix: take one out, or write the id that was meant.

    Before:
        outcomes: [o1, o1]
    After:
        outcomes: [o1, o2]
    """
    seen: dict[tuple[int, str, str], Reference] = {}
    for reference in workspace.references:
        if reference.index is None:
            continue
        key = (id(reference.holder), reference.field, reference.id)
        first = seen.setdefault(key, reference)
        if first is not reference and _is_known(reference, workspace):
            yield reference.spot.says(
                f'{named(reference.owner)} names "{reference.id}" twice under {reference.field}',
                label="and again here",
                help="take one out",
                related=(Related(first.spot, "first here"),),
                subject=reference.id,
            )


@FAMILY.records("dependency-cycle", Level.ERROR)
def dependency_cycle(workspace: Workspace) -> Iterator[Diagnostic]:
    """Actions that wait for each other in a circle.

    Why: none of them can ever begin.
    Fix: take out the dependency that is not real.

    Before:
        actions:
          - id: home-01
            title: Open two homes
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
            depends_on: [home-01]
    After:
        actions:
          - id: home-01
            title: Open two homes
            depends_on: [home-02]
          - id: home-02
            title: Recruit carers
    """
    actions: dict[str, Action] = {}
    for action in workspace.actions:
        actions.setdefault(action.id, action)
    order = {name: place for place, name in enumerate(actions)}
    for circle in _find_circles({name: list(dict.fromkeys(action.depends_on)) for name, action in actions.items()}):
        first = circle.index(min(circle, key=order.__getitem__))
        names = circle[first:] + circle[:first]
        links = list(pairwise([*names, names[0]]))
        spots = [actions[one].at("depends_on", actions[one].depends_on.index(other)) for one, other in links]
        yield spots[0].says(
            f"actions wait for each other in a circle: {' → '.join([*names, names[0]])}"
            if len(names) > 1
            else f"{named(actions[names[0]])} waits for itself",
            label="the circle begins here" if len(names) > 1 else "its own id",
            help="take out the one that need not wait" if len(names) > 1 else "take it out",
            related=tuple(
                Related(spot, f"{one} waits for {other}")
                for spot, (one, other) in zip(spots[1:], links[1:], strict=True)
            ),
        )


def _find_circles(waits_for: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Circles of actions, each waiting for the next: at least one of every knot, and no link in two of them."""
    told: set[tuple[str, str]] = set()
    done: set[str] = set()
    for start in waits_for:
        path = {start: iter(waits_for[start])} if start not in done else {}
        while path:
            name = next(reversed(path))
            other = next(path[name], None)
            if other is None:
                path.popitem()
                done.add(name)
            elif other in path:
                names = list(path)
                circle = names[names.index(other) :]
                links = set(pairwise([*circle, other]))
                if told.isdisjoint(links):
                    told |= links
                    yield circle
            elif other not in done and other in waits_for:
                path[other] = iter(waits_for[other])


@FAMILY.records("unused-measure", Level.NOTE, concludes_from_absence=True)
def unused_measure(workspace: Workspace) -> Iterator[Diagnostic]:
    """A measure that shows no outcome and no action.

    Why: somebody collects figures that no paper will ever print.
    Fix: name the outcome it shows, name it in an action, or take it out.

    Before:
        - id: places
          title: Places in children's homes
          unit: count
          better: higher
    After:
        - id: places
          title: Places in children's homes
          unit: count
          better: higher
          outcomes: [o3]
    """
    for measure in workspace.measures:
        references = workspace.naming.get(("measure", measure.id), ())
        if not measure.outcomes and not any(isinstance(reference.owner, Action) for reference in references):
            yield measure.at("id").says(
                f"{named(measure)} shows no outcome and no action",
                label="named by nobody",
                help="add a line  outcomes:  to it, or name it under  measures:  of an action",
            )


@FAMILY.records("unused-organisation", Level.NOTE, concludes_from_absence=True)
def unused_organisation(workspace: Workspace) -> Iterator[Diagnostic]:
    """An organisation that nothing names.

    Why: it looks like a partner in the strategy, and no plan asks anything of it.
    Fix: name it where it takes part, or take it out.

    Before:
        organisations:
          - id: essex-police
            name: Essex Police
            type: police
    After:
        actions:
          - id: health-04
            title: Follow up every missing episode
            partners: [essex-police]
    """
    if workspace.strategy is None:
        return
    for organisation in workspace.strategy.organisations:
        if ("organisation", organisation.id) not in workspace.naming:
            yield organisation.at("id").says(
                f"{named(organisation)} is named by no plan, action or measure",
                label="named by nobody",
                help="name it where it takes part, or take it out",
            )


@FAMILY.records("priority-mismatch", Level.NOTE)
def priority_mismatch(workspace: Workspace) -> Iterator[Diagnostic]:
    """An action whose own priorities have nothing in common with those of its outcomes.

    Why: the committee sees it under a priority that it does not seem to serve.
    Fix: leave priorities out (they follow from the outcomes), or name the outcome that was meant.

    Before:
        outcomes: [o6]
        priorities: [home]
    After:
        outcomes: [o6]
    """
    for action in workspace.actions:
        outcomes = [found for name in action.outcomes if isinstance(found := workspace.find("outcome", name), Outcome)]
        if not action.priorities or not outcomes or len(outcomes) < len(action.outcomes):
            continue
        if any(not outcome.priorities or not workspace.is_whole(outcome, "priorities") for outcome in outcomes):
            continue
        if not workspace.is_whole(action, "outcomes") or not workspace.is_whole(action, "priorities"):
            continue
        through = list(dict.fromkeys(chain.from_iterable(outcome.priorities for outcome in outcomes)))
        if not set(through) & set(action.priorities):
            yield action.at("priorities").says(
                f"{named(action)} is under {' and '.join(action.priorities)}, "
                f"and its outcomes are under {' and '.join(through)}",
                label="shares nothing with its outcomes",
                help="take this line out, or name the outcome that was meant",
            )
