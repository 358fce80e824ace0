"""The tool itself: comments and settings that name rules. checking/ does the finding."""

from coparent.diagnostics import Level
from coparent.rules.registry import Family

_WARNINGS = {
    "unused-ignore": """
    A comment that ignores a rule where nothing breaks it.

    Why: left behind, it would hide the next fault of that kind on its line.
    Fix: take the comment out.

    Before:
        due: March 2027  # coparent: ignore[bad-timescale] agreed in May
    After:
        due: March 2027
    """,
    "ignore-without-reason": """
    A comment that ignores a rule and does not say why.

    Why: whoever comes next cannot tell a decision from an oversight.
    Fix: write the reason after the bracket.

    Before:
        outcomes: [o1, o1]  # coparent: ignore[repeated-reference]
    After:
        outcomes: [o1, o1]  # coparent: ignore[repeated-reference] once for each of the two homes
    """,
}

_ERRORS = {
    "rule-failed": """
    A rule that came to no end, because it has a bug: what it would have found is not known.

    Why: what the rule would have found is not in the report, so nobody may take the plans for sound.
    Fix: report what the finding says to those who make coparent; all other rules have spoken.

    Before:
        a run in which one rule failed
    After:
        a run of a version in which that is mended
    """,
    "unknown-rule": """
    A rule's name that there is not, in a comment or in the settings.

    Why: what was meant to be silenced is not, or will be when nobody expects it.
    Fix: write the name as suggested; coparent explain lists them all.

    Before:
        levels:
          vague-actions: off
    After:
        levels:
          vague-action: off
    """,
}

FAMILY = Family("tool")
FAMILY.pages(_WARNINGS, Level.WARNING)
FAMILY.pages(_ERRORS)
