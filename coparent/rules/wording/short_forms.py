"""Short forms that readers may not know."""

import re
from collections.abc import Iterator, Sequence

from coparent.advice import add_item, add_line, either, elsewhere, write
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import FileTexts, texts_of_files
from coparent.rules.wording.vocabulary import EVERYWHERE, KNOWN_SHORT_FORMS, SHOUTED
from coparent.schema.naming import named
from coparent.schema.settings import Settings
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

_SHORT_FORM = compile_later(r"[A-Z][a-z]?[A-Z]{1,5}[a-z]?")
"""Anything like NHS, CiCC or DfE, even inside a word."""
_WORD = compile_later(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_MOST_WORDS = 12
"""How far before a short form its words may begin."""
_SKIPPED_WORDS = 2
"""How many words in a row a short form may leave out: the "of the" of Director of the Service."""


@FAMILY.records("unexplained-acronym", Level.NOTE)
def unexplained_acronym(workspace: Workspace) -> Iterator[Diagnostic]:
    """A short form that nothing explains, once in each plan.

    Explained are those of the settings' glossary, short names of organisations, those that the plan itself writes out
    ("Special Guardianship Order (SGO)", or the other way round), and those that everybody knows, such as NHS and GCSE.
    Words in brackets that its letters do not stand for explain nothing.

    Why: councillors, carers and young people read these papers, and every unknown short form shuts some of them out.
    Fix: write it out, or add it to the glossary.

    Before:
        title: Hold an SGO surgery every month
    After:
        title: Hold a surgery on Special Guardianship Orders (SGO) every month
    """
    known = _known_short_forms(workspace)
    for file in texts_of_files(workspace):
        for short in sorted({short.removesuffix("s") for short in _SHORT_FORM.findall(file.joined)} - known):
            first = _find_first(file, re.compile(rf"(?<![^\W_])(?<![/.@-]){short}s?(?![^\W_])(?![/@]|\.\w|-?\d)"))
            if first is not None and not _is_explained(short, file.joined):
                value, found = first
                yield value.spot.within(value.text, *found.span()).says(
                    f'{named(value.owner)} uses "{short}", and nothing says what it stands for',
                    label="not explained",
                    help=_advise(short, workspace),
                )


def _known_short_forms(workspace: Workspace) -> frozenset[str]:
    written = [entry.short for entry in workspace.settings.glossary]
    if workspace.strategy is not None:
        written += [name for body in workspace.strategy.organisations for name in (body.name, body.short_name) if name]
        written += [board.name for board in workspace.strategy.boards]
    listed = {short.removesuffix("s") for text in written for short in (text, *_SHORT_FORM.findall(text))}
    avoided = {preferred.stems[0] for preferred in EVERYWHERE if preferred.keeps_case}
    return KNOWN_SHORT_FORMS | SHOUTED | listed | avoided


def _find_first(file: FileTexts, pattern: re.Pattern[str]) -> tuple[FieldText, re.Match[str]] | None:
    """The first match of a pattern in a text that is not all in capitals, with the text."""
    for value in file.values:
        found = pattern.search(value.text)
        if found is not None and not value.text.isupper():
            return value, found
    return None


def _is_explained(short: str, text: str) -> bool:
    """Whether a text writes a short form out: the words before it in brackets or behind a dash, or those behind it."""
    mark = r"(?:\(\s*(?:the\s+)?|[-\u2013\u2014=:]\s+|,\s+(?:or|the)\s+|stands\s+for\s+|means\s+)"
    for found in re.finditer(rf"(?<![^\W_]){short}(?:s|['\u2019]s)?['\"\u201d\u2019]?\s*{mark}([^\n]{{2,150}})", text):
        if _begin_with(short, _WORD.findall(found[1])):
            return True
    opened = r"(?:[(\[]\s*(?:the\s+|or\s+|known\s+as\s+)?|\s[-\u2013\u2014]\s+|,\s+(?:or\s+)?)[\"'\u201c\u2018]?"
    for found in re.finditer(rf"{opened}{short}s?(?![^\W_])", text):
        before = _WORD.findall(text[max(0, found.start() - 200) : found.start()].rpartition("\n")[2])[-_MOST_WORDS:]
        if any(_begin_with(short, before[start:], is_all=True) for start in range(len(before))):
            return True
    return False


def _begin_with(short: str, words: Sequence[str], *, is_all: bool = False) -> bool:
    """Whether words begin with the letters of a short form in turn; `is_all` when they must end with it, too.

    >>> _begin_with("BHFT", ["Berkshire", "Healthcare", "NHS", "Foundation", "Trust"], is_all=True)
    True
    >>> _begin_with("NAS", ["funded", "by", "the", "district"])
    False
    """
    return bool(words) and words[0][:1].lower() == short[0].lower() and _spells(short.lower(), words, is_all)


def _spells(letters: str, words: Sequence[str], is_all: bool) -> bool:
    """Whether each letter begins a word, or goes on in the word that the letter before it began."""
    if not letters:
        return not is_all or len(words) <= _SKIPPED_WORDS
    for skipped, word in enumerate(words[: _SKIPPED_WORDS + 1]):
        lowered = word.lower()
        for length in range(1, len(letters) + 1):
            if not lowered.startswith(letters[:length]):
                break
            if _spells(letters[length:], words[skipped + 1 :], is_all):
                return True
    return False


def _advise(short: str, workspace: Workspace) -> str:
    """The line that explains it: as an organisation's short name, written out in place, or in the glossary."""
    strategy = workspace.strategy
    unnamed = [body for body in strategy.organisations if body.short_name is None] if strategy is not None else []
    named_so = [body for body in unnamed if _begin_with(short, _WORD.findall(body.name), is_all=True)]
    short_name = add_line("short_name", short)
    lines = [elsewhere(short_name, under=body.id, path=body.where.path) for body in named_so]
    lines.append(write(f"{' '.join(short)} written out ({short})"))
    for settings in workspace.of_kind(Settings)[:1]:
        entry = add_item("glossary", {"short": short, "long": "what it stands for"}, is_first=not settings.glossary)
        lines.append(elsewhere(entry, path=settings.where.path))
    return either(*lines)
