"""Short forms that readers may not know."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.file_texts import FileTexts, texts_of_files
from coparent.rules.wording.vocabulary import EVERYWHERE, KNOWN_SHORT_FORMS, SHOUTED
from coparent.schema.naming import named
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

_SHORT_FORM = compile_later(r"[A-Z][a-z]?[A-Z]{1,5}[a-z]?")
"""Anything like NHS, CiCC or DfE, even inside a word."""


@FAMILY.records("unexplained-acronym", Level.NOTE)
def unexplained_acronym(workspace: Workspace) -> Iterator[Diagnostic]:
    """A short form that nothing explains, once in each plan.

    Explained are those of the settings' glossary, short names of organisations, those that the plan itself writes out
    ("Special Guardianship Order (SGO)"), and those that everybody knows, such as NHS and GCSE.

    Why: councillors, carers and young people read these papers, and every unknown short form shuts some of them out.
    Fix: write it out, or add it to the glossary.

    Before:
        title: Hold an SGO surgery every month
    After:
        title: Hold a surgery on Special Guardianship Orders (SGO) every month
    """
    settings, strategy = workspace.settings, workspace.strategy or workspace.settings
    if not workspace.is_whole(settings, "glossary") or not workspace.is_whole(strategy, "organisations", "boards"):
        return
    known = _known_short_forms(workspace)
    for file in texts_of_files(workspace):
        for short in sorted({short.removesuffix("s") for short in _SHORT_FORM.findall(file.joined)} - known):
            if f"({short})" in file.joined or f"({short}s)" in file.joined:
                continue
            first = _find_first(file, re.compile(rf"(?<![^\W_])(?<![/.@-]){short}s?(?![^\W_])(?![/@]|\.\w|-?\d)"))
            if first is not None and not re.search(rf"{short}s?\s+\([A-Za-z]", file.joined):
                value, found = first
                yield value.spot.within(value.text, *found.span()).says(
                    f'{named(value.owner)} uses "{short}", and nothing says what it stands for',
                    label="not explained",
                    help=f"write it out with  ({short})  after it, or add it under  glossary:  in the settings",
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
