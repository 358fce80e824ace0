"""The commands that are typed in an attempt."""

from collections.abc import Sequence
from random import Random

from coparent.papers.templates import all_templates
from coparent.reporters import FORMATS
from tests.fuzzing.words import HOSTILE

TEMPLATES = tuple(template.name for template in all_templates(None))
_FORMS = ("markdown", "html")
FIRST = "check --format json"
"""What is typed in every attempt."""
_CHECKS = (
    *(f"check --format {form}" for form in FORMATS),
    *("check --fix", "check --diff", "check --statistics", "check --show note -v", "check --fix --format json"),
    *("GITHUB_ACTIONS=true check", "GITHUB_ACTIONS=true check --diff"),
)
_TABLES = (
    *(f"list {what} --format {form} --draft" for what in ("actions", "measures", "organisations", "risks", "updates-due")
      for form in ("text", "json", "csv", "markdown")),
    *(f"coverage --format {form} --draft" for form in ("text", "json", "csv", "markdown")),
    *(f"coverage --by {kind} --draft" for kind in ("outcome", "priority", "promise", "organisation", "principle")),
    *("coverage --matrix --draft", "coverage --audience public --draft", "coverage", "list", "show {ID}"),
    *("show {ID} --draft", "show {ID} --draft --format json", "show {ID} --draft --format markdown"),
    *("GITHUB_ACTIONS=true show {ID} --draft", "GITHUB_ACTIONS=true list --draft"),
)  # fmt: skip
_PAPERS = (
    *(f"render --template {name} --to {form} --draft" for name in TEMPLATES for form in _FORMS),
    *(f"render --template {name} --to {form} --organisation each --draft" for name in ("partner-brief",)
      for form in _FORMS),
    *(f"render --template {name} --context --draft" for name in TEMPLATES[:3]),
    *("render --all --dry-run --draft", "render {ID} --draft", "render {ID} --to html --draft", "render {ID} --context"),
    *("render --template committee-paper --to html --audience public --draft", "GITHUB_ACTIONS=true render {ID} --draft"),
)  # fmt: skip
EVERY = (_CHECKS, _CHECKS, _TABLES, _TABLES, _PAPERS)
_OF_TEMPLATES = (
    *(
        "templates check",
        "templates list",
        "templates show own",
        "templates show highlight",
        "templates show highlight",
    ),
    *("render paper", "render paper --to html", "render --template own", "render --template own --to html"),
    *("render --template highlight", "render --template highlight --to html", "render --all --dry-run"),
    *("check --format text", "GITHUB_ACTIONS=true templates check", "GITHUB_ACTIONS=true templates show own"),
    *("render paper --context", "render paper --no-user-templates"),
)
OF_TEMPLATES = (_OF_TEMPLATES,)


def pick_commands(random: Random, groups: Sequence[Sequence[str]]) -> Sequence[str]:
    """The check that every attempt begins with, and a few of these commands."""
    commands = [FIRST, *(random.choice(random.choice(groups)) for _ in range(5))]
    if random.random() < 0.05:
        word = random.choice([word for word in HOSTILE if word.isascii() and word.isprintable()])
        commands.append(f"explain '{word.replace(chr(39), '')[:80]}'")
    return list(dict.fromkeys(commands))
