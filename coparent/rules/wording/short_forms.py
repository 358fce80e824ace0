"""Short forms that readers may not know."""

import re
from collections.abc import Iterator

from coparent.diagnostics import Diagnostic, Level
from coparent.rules.registry import Family
from coparent.rules.wording.files import FileTexts, texts_by_file
from coparent.rules.wording.vocabulary import EVERYWHERE, KNOWN_SHORT_FORMS, SHOUTED
from coparent.schema.naming import named
from coparent.schema.texts import FieldText
from coparent.text.patterns import compile_later
from coparent.workspace import Workspace

FAMILY = Family("wording")

# Short forms look like NHS, CiCC or DfE; the second look is at one text.
_SHORT_FORM = compile_later(r"[A-Z][a-z]?[A-Z]{1,5}[a-z]?")


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
    known = _known_short_forms(workspace)
    for file in texts_by_file(workspace):
        for short in sorted({short.removesuffix("s") for short in _SHORT_FORM.findall(file.joined)} - known):
            if f"({short})" in file.joined or f"({short}s)" in file.joined:
                continue
            said, found = _first(file, re.compile(rf"(?<![^\W_])(?<![/.@-]){short}s?(?![^\W_])(?![/@]|\.\w|-?\d)"))
            if said is not None and found is not None and not re.search(rf"{short}s?\s+\([A-Za-z]", file.joined):
                yield said.spot.within(said.text, *found.span()).says(
                    f'{named(said.owner)} uses "{short}", and nothing says what it stands for',
                    label="not explained",
                    help=f"write it out with  ({short})  after it, or add it under  glossary:  in the settings",
                )


def _known_short_forms(workspace: Workspace) -> frozenset[str]:
    written = [entry.short for entry in workspace.settings.glossary]
    if workspace.strategy is not None:
        written += [text for one in workspace.strategy.organisations for text in (one.name, one.short_name) if text]
        written += [board.name for board in workspace.strategy.boards]
    listed = {short.removesuffix("s") for text in written for short in (text, *_SHORT_FORM.findall(text))}
    avoided = {preferred.stems[0] for preferred in EVERYWHERE if preferred.keeps_case}
    return KNOWN_SHORT_FORMS | SHOUTED | listed | avoided


def _first(file: FileTexts, pattern: re.Pattern[str]) -> tuple[FieldText | None, re.Match[str] | None]:
    """The first text with what a pattern matches."""
    for said in file.texts:
        found = pattern.search(said.text)
        if found is not None and not said.text.isupper():
            return said, found
    return None, None
