"""Plans as councils write them, made up from a seed: about 15 KB, 450 lines and 19 actions each, sound or faulty."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from textwrap import fill

AS_AT = "2026-11-30"
ACTIONS = 19
MEASURES = 240

_ORGANISATIONS = [f"{kind}-{number}" for kind in ("council", "trust", "school", "charity") for number in range(1, 11)]
_OUTCOMES = [f"o{number}" for number in range(1, 8)]
_PROMISES = [f"p{number}" for number in range(1, 8)]
_PRIORITIES = ("self", "health", "home", "learning", "independence")
_BOARDS = ("panel", "partnership", "scrutiny")
_STAGES = ("in-progress", "in-progress", "in-progress", "not-started", "paused")
_ROLES = (
    "Head of fostering", "Virtual School", "Housing options", "Health commissioning", "Leaving care service",
    "Placements team", "Independent reviewing service", "Participation team", "Quality and audit", "Adoption service",
)  # fmt: skip
_VERBS = ("Open", "Visit", "Train", "Recruit", "Publish", "Write to", "Interview", "Match", "Move", "Register")
_THINGS = (
    "foster families", "supported homes", "personal advisers", "young mentors", "school places", "health passports",
    "family group meetings", "work placements", "council tenancies", "mental health workers", "life story books",
)  # fmt: skip
_AREAS = ("north", "south", "east", "west", "coast", "city", "rural", "estuary", "border", "valley")
_SUBJECTS = (
    "Brothers and sisters", "Young people who have left care", "Families on the waiting list", "New social workers",
    "Foster carers", "Children living far from home", "Designated teachers", "District housing officers",
)  # fmt: skip
_PREDICATES = (
    "told us in {month} that they had waited {count} weeks for an answer",
    "asked for one named person, and {count} of them now have one",
    "met {count} times in {month} and agreed what each would do next",
    "were offered {count} places; the rest are asked again in {month}",
    "see the same worker at {count} visits out of every {more}",
    "got their papers late in {month}, so {count} reviews had to be held again",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


_FAULTS = (
    ("    lead: ", "    leed: "),
    ("    start: ", "    start: 31 February, "),
    ("    due: ", "    due: soon after "),
    ("    success: ", "    succes: "),
    ("        stage: ", "        stage: nearly-"),
)
"""Beginnings of lines that every action has, and what makes a fault of each."""


def write_workspace(folder: Path, plans: int, seed: int = 1, faults: int = 0) -> Path:
    """Write a workspace of so many plans below a folder; fewer plans of the same seed are the first of more.

    Each plan gets as many faults as asked for, spread over its actions.
    """
    root = folder / "plans"
    (root / "delivery").mkdir(parents=True)
    (root / "strategy.yaml").write_text(strategy(), encoding="utf-8")
    (root / "measures.yaml").write_text(measures(Random(seed)), encoding="utf-8")  # noqa: S311
    for number in range(1, plans + 1):
        text = plan(number, Random(seed * 1_000_003 + number))  # noqa: S311
        (root / "delivery" / f"plan-{number:04}.yaml").write_text(spoil(text, faults), encoding="utf-8")
    return root


def spoil(text: str, faults: int) -> str:
    """Put so many faults into a plan, each of which gives one finding: five into its first action, and so on."""
    lines = text.split("\n")
    spoilt = 0
    for number, line in enumerate(lines):
        sound, faulty = next((pair for pair in _FAULTS if line.startswith(pair[0])), ("", ""))
        if sound and spoilt < faults:
            lines[number] = faulty + line.removeprefix(sound)
            spoilt += 1
    return "\n".join(lines)


def strategy() -> str:
    """The strategy that every generated plan serves."""
    return "\n".join(
        [
            "kind: strategy",
            "id: strategy",
            "title: A made-up strategy",
            "organisation: council-1",
            "period: April 2026 to March 2028",
            "priorities:",
            *(f"  - {{id: {name}, title: {name.title()}}}" for name in _PRIORITIES),
            "outcomes:",
            *(
                f"  - {{id: {name}, title: Outcome {name} is reached, priorities: [{_PRIORITIES[place % 5]}]}}"
                for place, name in enumerate(_OUTCOMES)
            ),
            "promises:",
            *(f"  - {{id: {name}, title: Promise {name} is kept, outcomes: [o{name[1:]}]}}" for name in _PROMISES),
            "organisations:",
            *(f"  - {{id: {name}, name: The {name}, type: {_type(name)}}}" for name in _ORGANISATIONS),
            "boards:",
            *(f"  - {{id: {name}, name: The {name}}}" for name in _BOARDS),
            "",
        ]
    )


def measures(random: Random) -> str:
    """The measures that generated actions name."""
    lines = ["kind: measures", "measures:"]
    for number in range(1, MEASURES + 1):
        first = random.randint(40, 70)
        lines += [
            f"  - id: measure-{number:03}",
            f"    title: Share of {random.choice(_THINGS)} in the {random.choice(_AREAS)} that lasted a year",
            "    unit: percent",
            "    better: higher",
            f"    outcomes: [{_OUTCOMES[number % len(_OUTCOMES)]}]",
            "    frequency: yearly",
            "    lag: 8 months",
            "    readings:",
            f"      - {{period: 2023/24, value: {first}, comparators: {{England: {first + 1}}}}}",
            f"      - {{period: 2024/25, value: {first + random.randint(-5, 9)}.5}}",
            "",
        ]
    return "\n".join(lines)


def plan(number: int, random: Random) -> str:
    """One delivery plan. It depends only on plans with lower numbers, so no circle can arise."""
    lines = [
        f"# Plan {number}, kept by {random.choice(_ROLES)}.",
        "kind: plan",
        f"id: plan-{number:04}",
        f"title: {random.choice(_AREAS).title()} {random.choice(_THINGS)} delivery plan {number}",
        f"organisation: {random.choice(_ORGANISATIONS)}",
        "status: draft",
        "basis: illustrative",
        "period: 2026/27",
        f"sponsor: {random.choice(_ROLES)}",
        f"reports_to: [{random.choice(_BOARDS)}]",
        "summary: >-",
        *_folded(random, 3, indent=2),
        "",
        "actions:",
    ]
    for index in range(1, ACTIONS + 1):
        lines += [*_action(number, index, random), ""]
    lines += [
        "risks:",
        "  - id: too-few-homes",
        "    title: Fewer homes open than are needed",
        "    likelihood: 3",
        "    impact: 4",
        f"    owner: {random.choice(_ROLES)}",
        f"    actions: [{_action_id(number, 1)}, {_action_id(number, 2)}]",
        "    status: open",
        "",
    ]
    return "\n".join(lines)


def _action(number: int, index: int, random: Random) -> Iterator[str]:
    name = _action_id(number, index)
    yield f"  - id: {name}"
    yield f"    ref: {number % 9 + 1}.{index}"
    yield f"    title: {random.choice(_VERBS)} {random.randint(5, 400)} {random.choice(_THINGS)}"
    yield "    why: >-"
    yield from _folded(random, 1 + index % 2, indent=6)
    yield f"    outcomes: [{', '.join(sorted(random.sample(_OUTCOMES, 2)))}]"
    if index % 3 == 0:
        yield f"    promises: [{random.choice(_PROMISES)}]"
    yield f"    lead: {random.choice(_ROLES)}"
    yield f"    partners: [{', '.join(sorted(random.sample(_ORGANISATIONS, 2)))}]"
    yield f"    start: {random.choice(('April 2026', '2026-05-01', 'Q1 2026/27', '1 June 2026'))}"
    yield f"    due: {random.choice(('31 March 2027', 'March 2027', 'Q4 2026/27', '2027-03-31'))}"
    yield f'    success: "{_sentence(random)}"' if index % 4 == 0 else f"    success: {_sentence(random)}"
    yield f"    measures: [measure-{random.randint(1, MEASURES):03}]"
    if index % 2:
        yield "    milestones:"
        yield f"      - id: {name}-half"
        yield f"        title: Half of the {random.choice(_THINGS)} are ready  # as counted by the service"
        yield f"        due: {random.choice(('December 2026', 'January 2027', '2027-01-31'))}"
    if number > 1 and index % 5 == 0:
        yield f"    depends_on: [{_action_id(random.randrange(1, number), random.randint(1, ACTIONS))}]"
    yield f"    resources: {{status: {random.choice(('existing', 'funded', 'unknown'))}}}"
    yield from _update(index, random)


def _update(index: int, random: Random) -> Iterator[str]:
    stage = random.choice(_STAGES)
    yield "    updates:"
    yield f"      - on: 2026-09-{28 + index % 3}"
    yield f"        stage: {stage}"
    if stage == "in-progress":
        yield "        rating: green"
    yield "        summary: >-"
    yield from _folded(random, 1, indent=10)


def _action_id(number: int, index: int) -> str:
    return f"plan-{number:04}-{index:02}"


def _sentence(random: Random) -> str:
    count = random.randint(2, 40)
    words = random.choice(_PREDICATES).format(month=random.choice(_MONTHS), count=count, more=count + 3)
    return f"{random.choice(_SUBJECTS)} {words}."


def _folded(random: Random, sentences: int, indent: int) -> list[str]:
    margin = " " * indent
    text = " ".join(_sentence(random) for _ in range(sentences))
    return fill(text, 96, initial_indent=margin, subsequent_indent=margin).split("\n")


def _type(organisation: str) -> str:
    kinds = {"council": "council", "trust": "nhs", "school": "education", "charity": "voluntary"}
    return kinds[organisation.split("-")[0]]
