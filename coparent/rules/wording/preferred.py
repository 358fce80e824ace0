"""Words that children and young people, or the council, have asked others not to use."""

import re
from collections.abc import Iterable, Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.files import FileTexts, texts_by_file
from coparent.rules.wording.vocabulary import EVERYWHERE, PLAIN, STATUTORY, Preferred
from coparent.schema.naming import named
from coparent.schema.settings import PreferredWord
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

_QUOTATION = compile_later(
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
    for file in texts_by_file(workspace):
        taken: set[str] = set()
        for preferred, fields in _words_in(file, chosen):
            found = _find_word(file, preferred, exempt, fields)
            if found is not None and found[1].group().lower() not in taken:
                taken.add(found[1].group().lower())
                yield _prefer(*found, preferred)


def _chosen(entry: PreferredWord) -> Preferred:
    """A word that the settings avoid."""
    first = entry.avoid.split()[0]
    words = r"\s+".join(map(re.escape, entry.avoid.split()))
    stem = first if entry.avoid.isupper() else first.lower()
    return Preferred((stem,), rf"{words}(?:e?s)?", entry.prefer, entry.why or "this council chose another word")


def _words_in(file: FileTexts, chosen: Iterable[Preferred]) -> Iterator[tuple[Preferred, tuple[str, ...]]]:
    """The words that a file may hold, and the fields they would count in; all fields, if none is named."""
    for preferred in (*chosen, *EVERYWHERE):
        where = file.joined if preferred.keeps_case else file.lowered
        if any(stem in where for stem in preferred.stems):
            yield preferred, ()
    for preferred in PLAIN if file.plain else ():
        if any(stem.lower() in file.plain for stem in preferred.stems):
            yield preferred, ("plain",)


def _exempt(workspace: Workspace) -> re.Pattern[str]:
    """What stays as it is: quotations, names given by law, and the names of organisations and boards."""
    strategy = workspace.strategy
    names = [one.name for one in strategy.organisations] if strategy is not None else []
    names += [one.name for one in strategy.boards] if strategy is not None else []
    parts = [_QUOTATION.pattern, rf"(?i:{STATUTORY.pattern})", *map(re.escape, sorted(names, key=len, reverse=True))]
    return re.compile("|".join(parts))


def _find_word(
    file: FileTexts, preferred: Preferred, exempt: re.Pattern[str], fields: tuple[str, ...]
) -> tuple[FieldText, re.Match[str]] | None:
    for said in file.texts:
        if (not fields or said.field in fields) and preferred.compiled.search(said.text):
            found = preferred.compiled.search(exempt.sub(lambda name: " " * len(name.group()), said.text))
            if found is not None:
                return said, found
    return None


def _prefer(said: FieldText, found: re.Match[str], preferred: Preferred) -> Diagnostic:
    words = " ".join(said.text[slice(*found.span())].split())
    return said.spot.within(said.text, *found.span()).says(
        f'{named(said.owner)} says "{words}", and "{preferred.prefer}" is preferred',
        label=preferred.why,
        help=f"write  {preferred.prefer}",
    )
