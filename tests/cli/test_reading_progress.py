"""The line that says how far a long run has come."""

import io

import pytest

from coparent.cli.reading_progress import ReadingProgress

TEXTS = {f"plans/{number}.yaml": "" for number in range(3)}


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def read_twice(stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience: float) -> str:
    """What stderr shows while every text is read twice."""
    monkeypatch.setattr("coparent.cli.reading_progress.PATIENCE", patience)
    monkeypatch.setattr("coparent.cli.reading_progress._PAUSE", 0)
    monkeypatch.setattr("sys.stderr", stderr)
    with ReadingProgress(TEXTS) as texts:
        assert len(texts) == 3
        for _ in range(2):
            assert [texts[path] for path in texts] == [""] * 3
    return stderr.getvalue()


def test_a_long_run_shows_how_far_it_is_and_takes_the_line_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_twice(Terminal(), monkeypatch, 0) == (
        "\rreading plans: 1 of 3\rreading plans: 2 of 3\rreading plans: 3 of 3\r\x1b[K"
    )


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_twice(Terminal(), monkeypatch, 60) == ""


def test_a_run_that_nobody_watches_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_twice(io.StringIO(), monkeypatch, 0) == ""
