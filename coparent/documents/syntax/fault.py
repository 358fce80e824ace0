"""A fault of syntax in the words that people read."""

from coparent.documents.lines import Region
from coparent.values import frozen


@frozen
class SyntaxFault:
    """What is wrong with the writing of a file, where, and what to type instead.

    `region` and `opened` are character indices in its text, each on one line; `opened` is another place to
    look at, such as an opening bracket. `fix` is what a program may put in place of some of the text, where
    quotes round a value mend the fault and nothing else could be meant.
    """

    message: str
    label: str
    help: str
    region: Region
    opened: Region | None = None
    opened_label: str = ""
    fix: tuple[Region, str] | None = None
