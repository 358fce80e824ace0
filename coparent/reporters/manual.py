"""The rules' manual: one page, or the table of all, as text, Markdown or JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from textwrap import fill, indent

from coparent.diagnostics import Level
from coparent.rules import LevelByStatus, Rule

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
    return _PAGES[format_](rule, width)


def write_table(rules: Sequence[Rule], format_: str, width: int) -> str:
    """All rules, a line each, under their families."""
    return _TABLES[format_](rules, width)


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


def _page_as_markdown(rule: Rule, _: int) -> str:
    page = rule.page
    return (
        f"## {rule.name}\n\n{page.what}\n\n*Level: {level_in_words(rule)}. Family: {rule.family}.*\n\n"
        f"**Why it matters.** {page.why}\n\n**How to fix it.** {page.fix}\n\n"
        f"Before:\n\n```yaml\n{page.before}\n```\n\nAfter:\n\n```yaml\n{page.after}\n```\n"
    )


def _facts(rule: Rule) -> Mapping[str, str]:
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


def _page_as_json(rule: Rule, _: int) -> str:
    return json.dumps({"format": 1, **_facts(rule)}, indent=2, ensure_ascii=False) + "\n"


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


def _table_as_markdown(rules: Sequence[Rule], _: int) -> str:
    rows = [f"| {rule.name} | {rule.family} | {level_in_words(rule)} | {rule.summary} |" for rule in rules]
    return "\n".join(["| rule | family | level | finds |", "|---|---|---|---|", *rows]) + "\n"


def _table_as_json(rules: Sequence[Rule], _: int) -> str:
    return json.dumps({"format": 1, "rules": [_facts(rule) for rule in rules]}, indent=2, ensure_ascii=False) + "\n"


_PAGES: Mapping[str, Callable[[Rule, int], str]] = {
    "text": _page_as_text,
    "markdown": _page_as_markdown,
    "json": _page_as_json,
}
_TABLES: Mapping[str, Callable[[Sequence[Rule], int], str]] = {
    "text": _table_as_text,
    "markdown": _table_as_markdown,
    "json": _table_as_json,
}
