"""What tests of papers may count on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.papers.browser import missing_browser, start_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once in each process that runs a test which asks for it."""
    if reason := missing_browser():
        pytest.skip(reason)
    with start_browser() as browser:
        yield browser
