"""Text that only keeps a place for other text."""

import re
from collections.abc import Iterator, Mapping

from coparent.advice import either, take_out, write, write_line
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family, LevelByStatus
from coparent.rules.wording.file_texts import FileTexts, texts_of_files
from coparent.schema.naming import named
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

_SENTENCE_END = r"(?=[\s)\]*_]*(?:[.!?;](?:\s|$)|$|\n))"
_PLACEHOLDER = compile_later(
    r"(?<![^\W_])(?:"
    rf"(?:TBC|TBA|TBD|to\s+be\s+(?:confirmed|advised|announced|decided|determined|added|supplied|inserted)){_SENTENCE_END}"
    r"|(?-i:TBC|TBA|TBD)(?=[)\]]*(?:[,/|]|\s[-\u2013\u2014]))"
    r"|(?:(?:details?|figures?|text|data|evidence|dates?|more|information|updates?|numbers?|names?|narrative|baselines?|targets?"
    r"|contents?|summary|the\s+rest|costs?|costings?|funding|wording|section|table|analysis|commentary)\s+"
    rf"|(?:is|are|will\s+be)\s+)to\s+follow{_SENTENCE_END}"
    r"|lorem\s+ipsum"
    r"|(?:insert|enter)\s+(?:text|names?|dates?|figures?|details?|wording)\s+here"
    r"|click\s+(?:or\s+tap\s+)?here\s+to\s+enter\s+(?:text|a\s+date)"
    r"|(?-i:XXX+|20XX|TODO)(?![^\W_])"
    r")|£\s?X+(?:[,.][X0]+)*(?:k|m|bn)?(?![^\W_])"
    r"|\A\s*(?:XX+|to\s+(?:follow|do|be\s+(?:agreed|completed|written))|choose\s+an\s+item|n\.?y\.?k\.?)[\s.]*\Z"
    r"|\A(?:[^\w]|_)+\Z"
    r"|[\[<]\s*insert\b[^\[\]<>\n]{0,80}[\]>]",
    re.IGNORECASE,
)
_STEMS = (
    "tbc", "tba", "tbd", "to be confirmed", "to be advised", "to be announced", "to be decided", "to be determined",
    "to be added", "to be supplied", "to be inserted", "to be agreed", "to be completed", "to be written", "to follow",
    "to do", "todo", "lorem", "xx", "£x", "£ x", "insert", "enter", "choose an", "nyk", "n.y.k",
)  # fmt: skip
"""One of these is in every placeholder that has a letter, in small letters."""
_SIGNS_ALONE = compile_later(r"^(?:[^\w\n]|_)+$", re.MULTILINE)

_SENTENCE = compile_later(r"[^.!?\n]++(?:[.!?](?=\S)[^.!?\n]*+)*+[.!?]*+")
_MAY_GO = frozenset(
    ["cause", "description", "difference", "effect", "equality", "note", "plain", "response", "who_for", "why"]
)
_OWN_WORDS: Mapping[str, str] = {
    "lead": "the role that answers for it",
    "role": "the role that answers for it",
    "success": "what anyone will see when it is done",
    "summary": "how things stand",
    "title": "what will be done",
}


@FAMILY.records("placeholder-text", LevelByStatus(most=Level.WARNING))
def placeholder_text(workspace: Workspace) -> Iterator[Diagnostic]:
    """Text that keeps a place for other text: TBC, XXX, "figures to follow", lorem ipsum, a dash alone.

    It is the whole of a value, or ends a sentence. A due date may be TBC in a draft.

    Why: a plan that is agreed with gaps in it is printed with gaps in it.
    Fix: write what is known, or leave the field out.

    Before:
        success: TBC
    After:
        success: 80% of children have had a dental check by March 2027
    """
    for file in texts_of_files(workspace):
        for value in file.values if _may_hold_one(file) else ():
            found = _PLACEHOLDER.search(value.text)
            if found is not None:
                words = " ".join(found.group().split())
                yield value.spot.within(value.text, *found.span()).says(
                    f'{named(value.owner)} has "{words}" where its {value.field.replace("_", " ")} should be',
                    label="not written yet",
                    help=_advise(value, found.span()),
                )


def _may_hold_one(file: FileTexts) -> bool:
    return any(stem in file.lowered for stem in _STEMS) or _SIGNS_ALONE.search(file.joined) is not None


def _advise(value: FieldText, span: tuple[int, int]) -> str:
    """What to type: the sentence or the field that goes, or what to write in its place."""
    field = value.field
    sentence = next((found for found in _SENTENCE.finditer(value.text) if found.end() >= span[1]), None)
    if sentence is not None and len(sentence.group().strip()) < len(value.text.strip()):
        words = sentence.group().strip()
        return take_out(words) if "  " not in words else "write what is known in place of this sentence"
    own_words = _OWN_WORDS.get(field, "what is known today")
    written = write(own_words) if value.item is not None else write_line(field, own_words)
    return either(take_out(f"{field}:"), written) if value.item is None and field in _MAY_GO else written
