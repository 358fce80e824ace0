"""Words that children and young people, or the council, have asked others not to use."""

import re
from collections.abc import Iterable, Iterator

from coparent.advice import either, write
from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import FileTexts, texts_of_files
from coparent.rules.wording.vocabulary import EVERYWHERE, PLAIN, STATUTORY, Preferred
from coparent.schema.naming import named
from coparent.schema.settings import PreferredWord
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.text.sentences import upper_first
from coparent.workspace import Workspace

FAMILY = Family("wording")

_QUOTATION = (
    "\"[^\"]{1,400}\"|\u201c[^\u201d]{1,400}\u201d|\u2018[^\u2019]{1,400}\u2019(?!\\w)|(?<!\\w)'[^'\n]{1,200}'(?!\\w)"
)


@FAMILY.records("preferred-words", Level.NOTE)
def preferred_words(workspace: Workspace) -> Iterator[Diagnostic]:
    """A word that children and young people have asked not to be called, or that the settings avoid.

    In young people's wording the whole list counts; elsewhere only corporate parenting, LAC, CLA, abscond, birth
    parents and hard to place, and the settings' own. Names given by law, quotations and links are left alone. Each word
    is said once for a plan.

    Why: "placement" and "contact" are words for things; the children who live in them call them home and family.
    Fix: write what they would say.

    Before:
        plain: We find placements for siblings.
    After:
        plain: We find homes where brothers and sisters live together.
    """
    chosen = tuple(_chosen(entry) for entry in workspace.settings.vocabulary)
    exempt = _exempt(workspace)
    for file in texts_of_files(workspace):
        words_found: set[str] = set()
        for preferred, is_everywhere in _may_be_in(file, chosen):
            first = _find_first(file, preferred, exempt, is_everywhere=is_everywhere)
            if first is None or first[1].group().lower() in words_found:
                continue
            value, found = first
            words_found.add(found.group().lower())
            words = " ".join(value.text[slice(*found.span())].split())
            yield value.spot.within(value.text, *found.span()).says(
                f'{named(value.owner)} says "{words}", and "{preferred.prefer}" is preferred',
                label=preferred.why,
                help=_advise(value.text, found.span(), preferred),
            )


def _advise(text: str, span: tuple[int, int], preferred: Preferred) -> str:
    """What to write in place of a word, with a capital where it begins a sentence."""
    before = text[: span[0]].rstrip()
    begins = text[span[0]].isupper() and (not before or before[-1] in ".!?:")
    words = preferred.prefer.split(", or ")
    return either(*(write(upper_first(word) if begins else word) for word in words))


def _chosen(entry: PreferredWord) -> Preferred:
    """A word that the settings avoid."""
    first = entry.avoid.split()[0]
    words = r"\s+".join(map(re.escape, entry.avoid.split()))
    stem = first if entry.avoid.isupper() else first.lower()
    return Preferred((stem,), rf"{words}(?:e?s)?", entry.prefer, entry.why or "this council chose another word")


def _may_be_in(file: FileTexts, chosen: Iterable[Preferred]) -> Iterator[tuple[Preferred, bool]]:
    """The words that a file may hold, and whether they count everywhere or only in what young people read."""
    for preferred in (*chosen, *EVERYWHERE):
        text = file.joined if preferred.keeps_case else file.lowered
        if any(stem in text for stem in preferred.stems):
            yield preferred, True
    for preferred in PLAIN if file.plain else ():
        if any(stem.lower() in file.plain for stem in preferred.stems):
            yield preferred, False


def _exempt(workspace: Workspace) -> re.Pattern[str]:
    """What stays as it is: quotations, names given by law, and the names of organisations and boards."""
    strategy = workspace.strategy
    names: list[str] = []
    if strategy is not None:
        names = [*(body.name for body in strategy.organisations), *(board.name for board in strategy.boards)]
    parts = [_QUOTATION, rf"(?i:{STATUTORY})", *map(re.escape, sorted(names, key=len, reverse=True))]
    return compile_later("|".join(parts))


def _find_first(
    file: FileTexts, preferred: Preferred, exempt: re.Pattern[str], *, is_everywhere: bool
) -> tuple[FieldText, re.Match[str]] | None:
    """The first text with a word outside what is exempt, and the word."""
    for value in file.values:
        if (is_everywhere or value.field == "plain") and preferred.compiled.search(value.text):
            found = preferred.compiled.search(exempt.sub(lambda name: " " * len(name.group()), value.text))
            if found is not None:
                return value, found
    return None
