"""The YAML parser, as a stream of events: libyaml where it is there, PyYAML's own (slower) where it is not."""

from collections.abc import Iterator

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from coparent.documents.lines import Region

try:
    from yaml._yaml import CParser

    HAS_LIBYAML = True
except ImportError:  # PyYAML was installed without its C extension.
    HAS_LIBYAML = False

DEEPEST = 32
"""How deep lists and fields may be nested."""


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: the same events and marks, about twenty times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def read_events(text: str) -> Iterator[Event]:
    """Parse a text event by event. Raises YAMLError where it makes no sense."""
    parser = CParser(text) if HAS_LIBYAML else _PureParser(text)
    return iter(parser.get_event, None)


def span(event: Event) -> Region:
    """The index of an event's first character and of the one just past its last, as the parser says."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start is not None and end is not None else (0, 0)
