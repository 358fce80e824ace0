"""The rules' manual: one page, or the table of all, as text, Markdown or JSON."""

from collections.abc import Sequence
from textwrap import fill, indent

from coparent.diagnostics import Level
from coparent.rules import LevelByStatus, Rule
from coparent.text.json_text import JsonObject, encode_json

WIDEST = 100
"""Prose is not read well in longer lines."""


def level_in_words(rule: Rule) -> str:
    """A rule's level; for one that follows the plan's status, how."""
    if not isinstance(rule.level, LevelByStatus):
        return rule.level.value
    if rule.level.most is Level.ERROR:
        return "by the plan's status"
    return f"by the plan's status, at most {rule.level.most.value}"


def write_page(rule: Rule, format_: str, width: int) -> str:
    """One rule's page in a format: text, markdown or json."""
    if format_ == "json":
        return encode_json({"format": 1, **_facts(rule)}) + "\n"
    return _page_as_markdown(rule) if format_ == "markdown" else _page_as_text(rule, width)


def write_table(rules: Sequence[Rule], format_: str, width: int) -> str:
    """All rules, a line each, under their families."""
    if format_ == "json":
        return encode_json({"format": 1, "rules": [_facts(rule) for rule in rules]}) + "\n"
    return _table_as_markdown(rules) if format_ == "markdown" else _table_as_text(rules, width)


def _page_as_text(rule: Rule, width: int) -> str:
    page, columns = rule.page, min(width, WIDEST)
    parts = [
        f"{rule.name} ({level_in_words(rule)}; {rule.family})",
        fill(page.what, columns),
        fill(f"Why: {page.why}", columns, subsequent_indent="     "),
        fill(f"Fix: {page.fix}", columns, subsequent_indent="     "),
        f"Before:\n{indent(page.before, '    ')}",
        f"After:\n{indent(page.after, '    ')}",
    ]
    return "\n\n".join(parts) + "\n"


def _page_as_markdown(rule: Rule) -> str:
    page = rule.page
    return (
        f"## {rule.name}\n\n{page.what}\n\n*Level: {level_in_words(rule)}. Family: {rule.family}.*\n\n"
        f"**Why it matters.** {page.why}\n\n**How to fix it.** {page.fix}\n\n"
        f"Before:\n\n```yaml\n{page.before}\n```\n\nAfter:\n\n```yaml\n{page.after}\n```\n"
    )


def _facts(rule: Rule) -> JsonObject:
    page = rule.page
    return {
        "name": rule.name,
        "family": rule.family,
        "level": level_in_words(rule),
        "what": page.what,
        "why": page.why,
        "fix": page.fix,
        "before": page.before,
        "after": page.after,
    }


def _table_as_text(rules: Sequence[Rule], width: int) -> str:
    longest = max(len(rule.name) for rule in rules)
    lines: list[str] = []
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += ["", family.capitalize()]
        lead = f"  {rule.name.ljust(longest)}  "
        lines.append(
            fill(rule.summary, max(width, longest + 30), initial_indent=lead, subsequent_indent=" " * len(lead))
        )
    return "\n".join([*lines[1:], "", "coparent explain RULE  tells more of one."]) + "\n"


def _table_as_markdown(rules: Sequence[Rule]) -> str:
    rows = [f"| {rule.name} | {rule.family} | {level_in_words(rule)} | {rule.summary} |" for rule in rules]
    return "\n".join(["| rule | family | level | finds |", "|---|---|---|---|", *rows]) + "\n"
