"""The YAML parser's complaints, in words for people who write plans."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from yaml.error import YAMLError

from coparent.documents.syntax.brackets import (
    find_bracket_over_fields,
    find_fault_in_brackets,
    find_special_in_brackets,
    find_stray_bracket,
    find_text_after_brackets,
    find_tight_colon,
)
from coparent.documents.syntax.context import Scene
from coparent.documents.syntax.fields import (
    find_field_without_colon,
    find_item_on_line,
    find_list_without_field,
    find_loose_line,
    find_short_text_line,
    find_stray_colon,
)
from coparent.documents.syntax.indentation import (
    find_first_line_moved,
    find_hidden_break,
    find_hyphen_fault,
    find_misaligned_line,
    find_note_in_text,
    find_odd_space,
    find_tab,
)
from coparent.documents.syntax.punctuation import find_special_start, find_text_after_header, report_line_start
from coparent.documents.syntax.quotes import (
    find_quote_over_fields,
    find_text_after_long_quote,
    find_text_after_quote,
    find_text_below_quote,
    find_unclosed_quote,
    find_unknown_escape,
)
from coparent.documents.syntax.wording import SyntaxFault

__all__ = ["SyntaxFault", "translate"]

_Finder: TypeAlias = Callable[[Scene], SyntaxFault | None]


def _find_document_mark(scene: Scene) -> SyntaxFault | None:
    """A line of --- or ... that ends the file, as far as YAML goes, before its end."""
    for line in (scene.here, scene.above(scene.here.number)):
        if line is not None and line.text.startswith(("---", "...")):
            return SyntaxFault(
                f"a line of {line.text[:3]} ends the plan, and more follows",
                "ends the plan here",
                "delete this line",
                line.region(0, 3),
            )
    return None


def _find_percent_line(scene: Scene) -> SyntaxFault | None:
    """A line that starts with a percent sign, wherever the parser noticed it."""
    first = scene.below(0)
    for line in (scene.line_at(scene.context), scene.here, first):
        if line is not None and line.text.startswith("%"):
            return report_line_start(line)
    return None


def _find_hyphen_in_list(scene: Scene) -> SyntaxFault | None:
    """A hyphen with no space after it, or another bullet, where a list item starts."""
    line = scene.here
    begins_line = scene.is_first_on_line or scene.context == line.start + line.indent
    return find_hyphen_fault(line) if begins_line else None


_ALWAYS: tuple[_Finder, ...] = (
    find_odd_space,
    find_hidden_break,
    find_quote_over_fields,
    find_bracket_over_fields,
)
"""What is looked for first, whatever the parser complained of: it notices these late, or somewhere else."""

_BY_COMPLAINT: tuple[tuple[str, tuple[_Finder, ...]], ...] = (
    ("'\\t' that cannot start", (find_tab,)),
    ("tab character", (find_tab,)),
    (
        "cannot start any token",
        (find_tab, _find_hyphen_in_list, find_special_in_brackets, find_special_start),
    ),
    ("escape", (find_unknown_escape,)),
    ("hexdecimal", (find_unknown_escape,)),
    ("quoted scalar", (find_unclosed_quote,)),
    ("block scalar", (find_text_after_header,)),
    ("mapping values are not allowed", (_find_document_mark, find_stray_colon)),
    ("sequence entries are not allowed", (find_item_on_line, find_text_after_quote, find_special_start)),
    ("mapping keys are not allowed", (find_special_start,)),
    ("could not find expected ':'", (find_text_below_quote, find_field_without_colon)),
    ("directive", (_find_percent_line,)),
    (
        "<document start>",
        (_find_percent_line, _find_document_mark, find_first_line_moved, find_stray_bracket),
    ),
    ("an alias", (_find_hyphen_in_list, find_special_in_brackets, find_special_start)),
    ("an anchor", (find_special_in_brackets, find_special_start)),
    ("tag", (find_special_in_brackets, find_special_start)),
    ("found unexpected ':'", (find_tight_colon,)),
    ("parsing a flow", (find_fault_in_brackets,)),
    ("node content", (find_stray_bracket,)),
    (
        "parsing a block",
        (
            find_text_after_quote,
            find_text_after_long_quote,
            find_text_after_brackets,
            find_stray_bracket,
            find_text_below_quote,
            _find_hyphen_in_list,
            find_note_in_text,
            find_short_text_line,
            find_misaligned_line,
            find_list_without_field,
            find_loose_line,
            find_special_start,
        ),
    ),
)
"""For each kind of complaint, in the words of libyaml or of PyYAML's own parser, what may be behind it."""


def translate(text: str, error: YAMLError) -> SyntaxFault:
    """Say what is wrong with a text that the YAML parser refused, plainly and with something to type."""
    scene = Scene(text, error)
    fault = _find_fault(scene)
    return replace(fault, region=scene.settle(fault.region))


def _find_fault(scene: Scene) -> SyntaxFault:
    finders = next((finders for words, finders in _BY_COMPLAINT if words in scene.complaint), ())
    for find in (*_ALWAYS, *finders):
        fault = find(scene)
        if fault is not None:
            return fault
    return SyntaxFault(
        "this line cannot be read",
        "the trouble is here or on the line above",
        "compare it with a line of the same kind: its spaces, colons, quotes and brackets",
        scene.mark,
    )
