"""Personal data in the name of a file or a folder, judged as a text is."""

from collections.abc import Iterable, Iterator

from coparent.diagnostics import Diagnostic, Place, Spot
from coparent.rules.personal_data.births import find_births
from coparent.rules.personal_data.contacts import bare_letters, find_contacts
from coparent.rules.personal_data.details import find_details
from coparent.rules.personal_data.joined_text import BREAK, Find
from coparent.rules.personal_data.numbers import find_numbers
from coparent.rules.personal_data.prefilter import may_hold_contact, may_hold_detail, may_hold_number
from coparent.schema.settings import Settings

_HELP = "give it another name; and tell the data protection officer"


def find_in_names(paths: Iterable[str], settings: Settings) -> Iterator[Diagnostic]:
    """What the names of files and folders give away, by the names of the rules that find the same in texts."""
    names = {path: _readable(path) for path in paths}
    # Few names hold anything, and to look at all of them at once takes no time.
    joined = BREAK.join(names.values())
    if may_hold_number(joined) or may_hold_contact(joined) or may_hold_detail(joined):
        for path, name in names.items():
            for rule, find in _find(name, settings):
                spot = Spot(Place(None, path), region=(0, 0))
                message = f"the name of this file or its folder holds {find.what}"
                yield spot.says(message, rule=rule, label="its name", help=_HELP).with_secret(
                    name[find.start : find.end]
                )


def _readable(path: str) -> str:
    """A name as a pattern is to see it, of which bytes that stand for no letter are none either."""
    return path.encode(errors="replace").decode().replace("_", " ")


def _find(name: str, settings: Settings) -> Iterator[tuple[str, Find]]:
    for find in (*find_numbers(name), *find_births(name)):
        yield "personal-data", find
    allowed = [bare_letters(contact) for contact in settings.contacts]
    for find in find_contacts(name):
        if not any(bare_letters(name[find.start : find.end]) in contact for contact in allowed):
            yield "contact-details", find
    for find in find_details(name, settings.small_number):
        yield "identifying-detail", find
