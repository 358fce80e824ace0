"""The tool itself: comments and settings that name rules. checking/ does the finding."""

from coparent.diagnostics import Level
from coparent.rules.registry import Family

FAMILY = Family("tool")


@FAMILY.manual("unused-ignore", Level.WARNING)
def unused_ignore() -> None:
    """A comment that ignores a rule where nothing breaks it.

    Why: left behind, it would hide the next fault of that kind on its line.
    Fix: take the comment out.

    Before:
        due: March 2027  # coparent: ignore[bad-timescale] agreed in May
    After:
        due: March 2027
    """


@FAMILY.manual("ignore-without-reason", Level.WARNING)
def ignore_without_reason() -> None:
    """A comment that ignores a rule and does not say why.

    Why: whoever comes next cannot tell a decision from an oversight.
    Fix: write the reason after the bracket.

    Before:
        outcomes: [o1, o1]  # coparent: ignore[repeated-reference]
    After:
        outcomes: [o1, o1]  # coparent: ignore[repeated-reference] once for each of the two homes
    """


@FAMILY.manual("unknown-rule")
def unknown_rule() -> None:
    """A rule's name that there is not, in a comment or in the settings.

    Why: what was meant to be silenced is not, or will be when nobody expects it.
    Fix: write the name as suggested; coparent explain lists them all.

    Before:
        levels:
          vague-actions: off
    After:
        levels:
          vague-action: off
    """
