"""What SECURITY names is there, and the README leads to it."""

import re

from tests.conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`\n]+)`")


def test_every_file_that_is_named_is_there() -> None:
    paths = [name for name in CODE.findall(TEXT) if re.fullmatch(r"[\w./-]+\.(py|md)", name)]
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_the_limits_are_those_of_the_program() -> None:
    from coparent.papers.limits import MEBIBYTES, SECONDS

    assert SECONDS == 3
    assert "have three seconds" in TEXT
    assert f"{MEBIBYTES} MiB" in TEXT


def test_the_readme_and_a_release_have_it() -> None:
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert '"SECURITY.md"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert not re.search(r"\S+@\S+", TEXT)
