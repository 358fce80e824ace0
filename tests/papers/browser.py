"""A real browser with the checkers that look at a page in it, or a plain reason why they are not here."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".ci/node_modules/axe-core/axe.min.js"
NU = ROOT / ".ci/node_modules/vnu-jar/build/dist/vnu.jar"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDE, ZOOMED, NARROW = 1280, 640, 320
"""Widths in CSS pixels: a desktop, the same at 200 % zoom, and a small phone (or a desktop at 400 %)."""

_ADDRESS = "http://paper.invalid/"
_PATIENCE = 120_000
"""Milliseconds to wait for the browser: a machine that runs every test at once is slow, which is no fault of a page."""
_INSTALL = "run  make browser"


@dataclass(frozen=True)
class Visit:
    """A page as it stands in the browser, with what it asked for and complained of, which grows as it does."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


def chromium() -> str | None:
    """Where Chromium is: what COPARENT_CHROMIUM names, or the first of the usual programs on the path."""
    asked = os.environ.get("COPARENT_CHROMIUM")
    return shutil.which(asked) if asked else next(filter(None, map(shutil.which, CHROMIUMS)), None)


def missing_browser() -> str | None:
    """Why no page can be looked at here, if none can."""
    return None if chromium() else f"No Chromium on the path, and COPARENT_CHROMIUM names none: {_INSTALL}"


def missing_axe() -> str | None:
    """Why axe-core cannot be run here, if it cannot."""
    return missing_browser() or (None if AXE.exists() else f"axe-core is not installed: {_INSTALL}")


def missing_nu() -> str | None:
    """Why the Nu HTML checker cannot be run here, if it cannot."""
    if not shutil.which("java"):
        return f"The Nu HTML checker needs Java: {_INSTALL}"
    return None if NU.exists() else f"The Nu HTML checker is not installed: {_INSTALL}"


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Chromium without a window. A start takes a second or so, so share one."""
    # Chromium refuses to run as root in its sandbox; here it only ever opens what we wrote ourselves.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"] if is_root else [], timeout=_PATIENCE
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Browser, html: str, width: int = WIDE, *, bypass_csp: bool = False) -> Iterator[Visit]:
    """Open a page that way wide, in a context of its own; whatever else it asks for is noted and refused.

    Only with `bypass_csp` can a test add style to a page that has a content security policy.
    """
    with browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=bypass_csp) as context:
        visit = Visit(context.new_page())

        def answer(route: Route) -> None:
            if route.request.url == _ADDRESS:
                route.fulfill(body=html, headers={"content-type": "text/html"})
            else:
                visit.requests.append(route.request.url)
                route.abort()

        context.set_default_timeout(_PATIENCE)
        context.route("**/*", answer)
        visit.page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.messages.append(f"error: {error}"))
        visit.page.goto(_ADDRESS, wait_until="load")
        yield visit


def find_violations(browser: Browser, html: str, width: int) -> list[str]:
    """What axe-core finds wrong with a page that way wide, an item for each element."""
    with open_page(browser, html, width, bypass_csp=True) as visit:
        visit.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = visit.page.evaluate(
            "options => axe.run(document, options)", {"runOnly": list(RULES), "resultTypes": ["violations"]}
        )
    return [
        f"{violation['id']} ({violation['impact']}) at {' '.join(map(str, node['target']))}: "
        + " ".join(node["failureSummary"].split())
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def find_sticking_out(page: Page) -> list[str]:
    """What makes the page scroll sideways, outermost first; empty where it does not."""
    found: list[str] = page.evaluate(
        """() => {
            const root = document.documentElement, edge = root.clientWidth;
            if (root.scrollWidth <= edge) return [];
            const all = [...document.body.querySelectorAll('*')];
            const out = all.filter(e => e.getBoundingClientRect().right > edge + 1);
            return [`the page is ${root.scrollWidth} px wide in a window of ${edge} px`,
                ...out.slice(0, 9).map(e => e.outerHTML.slice(0, 120))];
        }"""
    )
    return found


def screenshots(browser: Browser, html: str, width: int, *, slice_height: int = 1600) -> list[bytes]:
    """The whole page as PNG images, from top to bottom, none taller than a slice."""
    with open_page(browser, html, width) as visit:
        height: int = visit.page.evaluate("document.documentElement.scrollHeight")
        return [
            visit.page.screenshot(
                full_page=True,
                clip={"x": 0, "y": top, "width": width, "height": min(slice_height, height - top)},
            )
            for top in range(0, height, slice_height)
        ]


def nu_errors(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """What the Nu HTML checker calls an error, by page; a page without one is left out.

    Java takes seconds to start, so give it all pages at once.
    """
    with TemporaryDirectory() as name:
        files = {f"page-{number}.html": page for number, page in enumerate(pages)}
        for file, page in files.items():
            (Path(name) / file).write_text(pages[page], encoding="utf-8")
        done = subprocess.run(
            ["java", "-jar", NU, "--errors-only", "--format", "json", "--exit-zero-always", *files],
            cwd=name, check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
    errors: dict[str, list[str]] = {}
    for message in json.loads(done.stderr)["messages"]:
        page = files[message["url"].rpartition("/")[2]]
        errors.setdefault(page, []).append(f"line {message.get('lastLine', 0)}: {message['message']}")
    return errors
