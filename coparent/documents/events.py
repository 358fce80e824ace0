"""The YAML parser, as a stream of events: libyaml where it is there, PyYAML's own (slower) where it is not."""

from collections.abc import Iterator

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent
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


_FURTHEST = 500
"""How many events are looked at before they are read: a record of a plan has fewer."""


class Lookahead(Iterator[Event]):
    """The events of a text, of which the next ones can be looked at before they are read."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._ahead: list[Event] = []
        self._error: YAMLError | None = None

    def __next__(self) -> Event:
        if self._ahead:
            return self._ahead.pop(0)
        if self._error is not None:
            raise self._error
        return next(self._events)

    def peek(self) -> Event | None:
        """The event that comes next; None at the end, or where the text makes no sense."""
        return next(self._look(), None)

    def names_ahead(self, *, is_value: bool = True) -> Iterator[str]:
        """The names of the fields that follow in a record, seen from the value or the name that comes next."""
        depth = 0
        for event in self._look():
            if isinstance(event, CollectionEndEvent):
                if depth == 0:
                    return
                depth -= 1
            elif isinstance(event, CollectionStartEvent):
                depth += 1
            elif depth == 0 and not is_value and isinstance(event, ScalarEvent):
                yield event.value
            is_value = is_value if depth else not is_value

    def _look(self) -> Iterator[Event]:
        for index in range(_FURTHEST):
            if index == len(self._ahead):
                try:
                    self._ahead.append(next(self._events))
                except (YAMLError, StopIteration) as end:
                    self._error = end if isinstance(end, YAMLError) else None
                    return
            yield self._ahead[index]
