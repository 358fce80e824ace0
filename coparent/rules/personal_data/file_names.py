"""Personal data in the names of files and folders, judged as a text is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coparent.diagnostics import Diagnostic
from coparent.documents.annotated_source import annotate_name, name_as_text
from coparent.rules.personal_data import FAMILY
from coparent.rules.personal_data.joined_text import BREAK
from coparent.rules.registry import TextRule
from coparent.schema.settings import Settings
from coparent.text.folding import fold_shortly


def find_in_names(paths: Iterable[str], settings: Settings) -> Iterator[Diagnostic]:
    """What the names of files and folders give away, by the names of the rules that find the same in texts."""
    rules = [rule for rule in FAMILY.rules if isinstance(rule, TextRule)]
    names = {path: fold_shortly(name_as_text(path)) for path in paths}
    # Few names hold anything, and to look at all of them at once takes no time.
    joined = BREAK.join(names.values())
    for rule in [rule for rule in rules if rule.prefilter(joined)]:
        for path, name in names.items():
            if rule.prefilter(name):
                yield from (replace(found, rule=rule.name) for found in rule.finder(annotate_name(path), settings))
