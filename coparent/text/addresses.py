"""Where a link may lead: to a page or to a mailbox. Plans and papers ask the same question."""

import re

from coparent.text.patterns import compile_later

_ADDRESS = compile_later(r"(?:https?://|mailto:)[^/?#:@]", re.ASCII | re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is a whole address of a page or a mailbox, with nothing in it that cannot be seen."""
    return _ADDRESS.match(text) is not None and " " not in text and text.isprintable()
