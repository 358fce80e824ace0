"""The YAML parser, as a stream of events: libyaml where it is there, PyYAML's own (slower) where it is not."""

from collections.abc import Callable
from typing import TypeAlias, cast

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

try:
    from yaml._yaml import CParser

    HAS_LIBYAML = True
except ImportError:  # PyYAML was installed without its C extension.
    HAS_LIBYAML = False

Region: TypeAlias = tuple[int, int]
"""The index of a stretch's first character and of the one just past its last."""

DEEPEST = 32
"""How deep lists and fields may be nested."""

NextEvent = Callable[[], Event]


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: the same events and marks, about twenty times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def read_events(text: str) -> NextEvent:
    """Start parsing a text; each call of what is returned gives the next event, or raises YAMLError."""
    return cast("NextEvent", CParser(text).get_event if HAS_LIBYAML else _PureParser(text).get_event)


def span(event: Event) -> Region:
    """The index of an event's first character and of the one just past its last, as the parser says."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start is not None and end is not None else (0, 0)
