"""What may be behind each complaint of the YAML parser, and the search for it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from yaml.error import YAMLError

from coparent.diagnostics import Diagnostic, Fix, Place, Related, Spot
from coparent.documents.syntax.brackets import (
    find_bracket_over_fields,
    find_fault_in_brackets,
    find_special_in_brackets,
    find_stray_bracket,
    find_text_after_brackets,
    find_tight_colon,
)
from coparent.documents.syntax.context import SyntaxContext
from coparent.documents.syntax.fault import SyntaxFault
from coparent.documents.syntax.fields import (
    find_field_without_colon,
    find_loose_line,
    find_short_text_line,
    find_stray_colon,
)
from coparent.documents.syntax.indentation import (
    find_first_line_moved,
    find_hidden_break,
    find_misaligned_line,
    find_note_in_text,
    find_odd_space,
    find_tab,
)
from coparent.documents.syntax.lists import find_item_on_line, find_list_without_field, find_missing_hyphen
from coparent.documents.syntax.punctuation import (
    find_document_mark,
    find_hyphen_in_list,
    find_percent_line,
    find_special_start,
    find_text_after_header,
)
from coparent.documents.syntax.quotes import (
    find_quote_over_fields,
    find_text_after_long_quote,
    find_text_after_quote,
    find_text_below_quote,
    find_unclosed_quote,
    find_unknown_escape,
)


class Finder(Protocol):
    """Looks for one kind of fault round the place where the parser gave up."""

    def __call__(self, context: SyntaxContext, /) -> SyntaxFault | None: ...


_ALWAYS: tuple[Finder, ...] = (
    find_odd_space,
    find_hidden_break,
    find_quote_over_fields,
    find_bracket_over_fields,
    find_missing_hyphen,
)
"""What is looked for first, whatever the parser complained of: it notices these late, or somewhere else."""

_BY_COMPLAINT: tuple[tuple[str, tuple[Finder, ...]], ...] = (
    ("'\\t' that cannot start", (find_tab,)),
    ("tab character", (find_tab,)),
    (
        "cannot start any token",
        (find_tab, find_hyphen_in_list, find_special_in_brackets, find_special_start),
    ),
    ("escape", (find_unknown_escape,)),
    ("hexdecimal", (find_unknown_escape,)),
    ("quoted scalar", (find_unclosed_quote,)),
    ("block scalar", (find_text_after_header,)),
    ("mapping values are not allowed", (find_document_mark, find_stray_colon)),
    ("sequence entries are not allowed", (find_item_on_line, find_text_after_quote, find_special_start)),
    ("mapping keys are not allowed", (find_special_start,)),
    ("could not find expected ':'", (find_text_below_quote, find_field_without_colon)),
    ("directive", (find_percent_line,)),
    (
        "<document start>",
        (find_percent_line, find_document_mark, find_first_line_moved, find_stray_bracket),
    ),
    ("an alias", (find_hyphen_in_list, find_special_in_brackets, find_special_start)),
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
            find_hyphen_in_list,
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


def diagnose_complaint(top: Place, text: str, error: YAMLError) -> Diagnostic:
    """The diagnostic of a text that the YAML parser refused."""
    return diagnose(top, explain_complaint(text, error))


def diagnose(place: Place, fault: SyntaxFault) -> Diagnostic:
    """The diagnostic of a fault in the writing of a file."""
    opened = (Related(Spot(place, region=fault.opened), fault.opened_label),) if fault.opened else ()
    fix = Fix(Spot(place, region=fault.fix[0]), fault.fix[1]) if fault.fix else None
    return Spot(place, region=fault.region).says(
        fault.message, rule="yaml-syntax", label=fault.label, help=fault.help, related=opened, fix=fix
    )


def explain_complaint(text: str, error: YAMLError) -> SyntaxFault:
    """Find what is wrong with a text that the YAML parser refused, in plain words and with something to type."""
    context = SyntaxContext(text, error)
    fault = next(filter(None, (find(context) for find in _finders_for(context.complaint))), None)
    if fault is None:
        fault = SyntaxFault(
            "this line cannot be read",
            "the trouble is here or on the line above",
            "compare it with a line of the same kind: its spaces, colons, quotes and brackets",
            context.mark,
        )
    return replace(fault, region=context.fit_to_line(fault.region))


def _finders_for(complaint: str) -> Iterator[Finder]:
    yield from _ALWAYS
    yield from next((finders for words, finders in _BY_COMPLAINT if words in complaint), ())
