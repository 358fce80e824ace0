"""Text that only keeps a place for other text."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family, LevelByStatus
from coparent.rules.wording.file_texts import texts_of_files
from coparent.schema.naming import named
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

_PLACEHOLDER = compile_later(
    r"(?<![^\W_])(?:"
    r"(?:TBC|TBA|TBD|to\s+be\s+(?:confirmed|advised|announced|decided|determined))(?=[\s)\]]*(?:[.!?](?:\s|$)|$|\n))"
    r"|(?:details?|figures?|text|data|evidence|dates?|more|information|updates?|numbers?|names?|narrative|baselines?|targets?"
    r"|contents?|summary|the\s+rest|costs?|costings?|funding|wording|section|table|analysis|commentary)\s+to\s+follow"
    r"(?=[\s)\]]*(?:[.!?](?:\s|$)|$|\n))"
    r"|lorem\s+ipsum"
    r"|(?-i:XXX+)(?![^\W_])"
    r")|\A\s*(?:XX+|to\s+follow|n\.?y\.?k\.?|\?\?+|\.\.\.+|\u2026)[\s.]*\Z"
    r"|[\[<]\s*insert\b[^\[\]<>\n]{0,80}[\]>]",
    re.IGNORECASE,
)
_STEMS = (
    "tbc", "tba", "tbd", "to be confirmed", "to be advised", "to be announced", "to be decided", "to be determined",
    "to follow", "lorem", "xx", "insert", "nyk", "n.y.k", "??", "..", "\u2026",
)  # fmt: skip
"""One of these is in every placeholder, in small letters."""


@FAMILY.records("placeholder-text", LevelByStatus(most=Level.WARNING))
def placeholder_text(workspace: Workspace) -> Iterator[Diagnostic]:
    """Text that keeps a place for other text: TBC, XXX, "figures to follow", lorem ipsum.

    Why: a plan that is agreed with gaps in it is printed with gaps in it.
    Fix: write what is known, or leave the field out.

    Before:
        success: TBC
    After:
        success: 80% of children have had a dental check by March 2027
    """
    for file in texts_of_files(workspace):
        for value in file.values if any(stem in file.lowered for stem in _STEMS) else ():
            found = _PLACEHOLDER.search(value.text)
            if found is not None:
                words = " ".join(found.group().split())
                yield value.spot.within(value.text, *found.span()).says(
                    f'{named(value.owner)} has "{words}" where its {value.field} should be',
                    label="not written yet",
                    help=f"write what is known, or take out  {value.field}:",
                )
