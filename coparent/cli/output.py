"""The one way out: all that the program prints and writes, without personal data, and safe wherever it is read."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

import typer

from coparent.errors import CoparentError
from coparent.text.escaping import make_visible
from coparent.text.file_writing import write_file
from coparent.text.inert import shield_log, shield_terminal
from coparent.text.patterns import compile_later

if TYPE_CHECKING:
    from coparent.checking.redaction import Secrets

LONGEST_WORD, LONGEST_SENTENCE = 200, 2000
"""What is longer was never typed by hand, and would bury the sentence that quotes it."""

_LONG_WORD = compile_later(rf"(\S{{{LONGEST_WORD}}}+)\S++")
_MAY_BE_PERSONAL = compile_later(r"[0-9]|@|(?i:child|person|baby|boy|girl|pupil|aged|year)|[^\x00-\x7f]")


class _Nowhere(io.TextIOBase):
    """A stream that swallows everything."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        return len(text)


class Stream(io.TextIOBase):
    """Stdout or stderr as everything that prints finds it: whatever it is given is made safe first."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._taken: TextIO | None = None
        self.has_failed = False

    def take(self) -> None:
        """Stand in front of the real stream: pipes and files then hold UTF-8, whatever the console's code page is."""
        real: TextIO = getattr(sys, self._name) or cast(TextIO, _Nowhere())
        if isinstance(real, io.TextIOWrapper):
            real.reconfigure(encoding=real.encoding if real.isatty() else "utf-8", errors="backslashreplace")
        self._taken = real
        self.has_failed = False
        setattr(sys, self._name, self)

    def leave(self) -> None:
        """Give the real stream its place back."""
        setattr(sys, self._name, self.real)
        self._taken = None

    @property
    def real(self) -> TextIO:
        """What it is written to in the end."""
        stream: TextIO = self._taken or getattr(sys, self._name)
        return stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """What the letters become; nothing here depends on it."""
        return self.real.encoding or "utf-8"

    def isatty(self) -> bool:
        """Whether a terminal shows it."""
        return self.real.isatty()

    def fileno(self) -> int:
        """What the system calls it."""
        return self.real.fileno()

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Print what another library prints, as if it were a text of our own."""
        if not isinstance(text, str):
            raise TypeError("text is wanted here")
        OUTPUT.print(self, text)
        return len(text)

    def flush(self) -> None:
        """Send out what is still waiting."""
        self.send("", colour=False)

    def send(self, text: str, *, colour: bool) -> None:
        """Send a safe text on its way. Where the reader has gone away it goes nowhere, as does the rest."""
        try:
            typer.echo(text, file=self.real, nl=False, color=colour)
        except (BrokenPipeError, ValueError):
            self.discard()
        except OSError as error:
            self.discard()
            self.has_failed = True
            reason = (error.strerror or "unknown reason").lower()
            raise CoparentError(f"cannot write the results: {reason}", "make room, or send them elsewhere") from None

    def discard(self) -> None:
        """Let whatever is still to be written go nowhere."""
        self._taken = cast(TextIO, _Nowhere())


class Output:
    """The streams of one run, and what nobody may read in them."""

    def __init__(self) -> None:
        self.results = Stream("stdout")
        self.sentences = Stream("stderr")
        self.start_run()

    def start_run(self) -> None:
        """Begin without any plans: nothing is known of them yet."""
        self.in_workflow = os.environ.get("GITHUB_ACTIONS") == "true"
        self.secrets: Secrets | None = None
        self.contacts: tuple[str, ...] = ()
        self.find_secrets: Callable[[], Secrets] | None = None

    def print(self, stream: Stream, text: str, form: str = "text", *, colour: bool = False) -> None:
        """Put a finished text on a stream."""
        text = self.redact(text, form)
        if stream.isatty() or self.in_workflow:
            text = shield_terminal(text, colour=colour)
        if self.in_workflow:
            text = shield_log(text, form)
        stream.send(text, colour=colour)

    def redact(self, text: str, form: str) -> str:
        """A finished text without what is known to be secret in the plans."""
        if not self.secrets:
            return text
        from coparent.checking.finished_text import redact_finished  # Hardly any run has something to redact.

        return redact_finished(text, self.secrets, form)

    def redact_sentence(self, sentence: str) -> str:
        """A sentence that may quote plans which nobody has checked, or a file that is none of them."""
        if self.secrets is None and self.find_secrets is not None:
            find, self.find_secrets = self.find_secrets, None
            try:
                self.secrets = find()
            except Exception:  # The sentence may be about just this.
                self.secrets = None
        sentence = self.redact(sentence, "text")
        if not _MAY_BE_PERSONAL.search(sentence):
            return sentence
        from coparent.checking.finished_text import redact_finished, scan

        return redact_finished(sentence, scan(sentence, self.contacts))


OUTPUT = Output()


@contextmanager
def streams_guarded() -> Iterator[Output]:
    """Have all that is printed in the block pass through here, by whichever library it is printed."""
    OUTPUT.start_run()
    for stream in (OUTPUT.results, OUTPUT.sentences):
        stream.take()
    try:
        yield OUTPUT
    finally:
        for stream in (OUTPUT.results, OUTPUT.sentences):
            stream.leave()


def write_out(text: str, form: str = "text", *, colour: bool = False) -> None:
    """Put results on stdout, with their colours if they are wanted. Raises CoparentError where there is no room."""
    OUTPUT.print(OUTPUT.results, text, form, colour=colour)


def write_to(path: Path, text: str, form: str) -> None:
    """Write results to a file. Raises CoparentError if it cannot be written."""
    write_file(path, OUTPUT.redact(text, form))


def report(text: str, *, colour: bool = False) -> None:
    """Put findings on stderr."""
    OUTPUT.print(OUTPUT.sentences, text, colour=colour)


def say(sentence: str) -> None:
    """Put a sentence on stderr: one line, whatever it quotes, and no longer than anybody reads."""
    line = make_visible(OUTPUT.redact_sentence(sentence))
    line = _LONG_WORD.sub("\\1\N{HORIZONTAL ELLIPSIS}", line)
    if len(line) > LONGEST_SENTENCE:
        line = f"{line[:LONGEST_SENTENCE]}\N{HORIZONTAL ELLIPSIS}"
    OUTPUT.print(OUTPUT.sentences, f"{line}\n")


def draw(text: str) -> None:
    """Draw on the terminal that stderr is: for what moves the cursor and quotes nothing."""
    if OUTPUT.sentences.isatty():
        OUTPUT.sentences.send(text, colour=True)


def clear() -> None:
    """Clear the terminal that stdout is."""
    if OUTPUT.results.isatty():
        OUTPUT.results.send("\x1b[2J\x1b[H", colour=True)
