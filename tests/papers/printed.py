"""A page as it comes out of a printer on A4: what the paper shows, and how well it is filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.papers.browser import open_page

WIDTH, HEIGHT = 680, 971
"""What margins of 15 mm at the sides and 20 mm above and below leave of A4, in CSS pixels."""

_MARGIN_BOXES = [f"@{side}-{place}" for side in ("top", "bottom") for place in ("left", "center", "right")]
_BARE_MARGINS = "@page {" + " ".join(f"{box} {{ content: none !important }}" for box in _MARGIN_BOXES) + "}"
_WHITE = 245
"""Greyer than this, a point is ink; the palest panels are not."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How ink lies on one printed page, in shares of the paper's height."""

    lowest: float
    widest_gap: float


def print_page(browser: Browser, html: str, *, bare_margins: bool = False) -> bytes:
    """The page as PDF on A4, as a person prints it who changes nothing in the window that asks.

    With `bare_margins`, without the lines that its style puts into the margins of every page.
    """
    with open_page(browser, html, bypass_csp=bare_margins) as visit:
        if bare_margins:
            visit.page.add_style_tag(content=_BARE_MARGINS)
        return visit.page.pdf(format="A4", prefer_css_page_size=True)


def draw_sheets(pdf: bytes, *, dots_per_inch: int = 72) -> Iterator[Image.Image]:
    """Each page of a PDF as a picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image: Image.Image = page.render(scale=dots_per_inch / 72).to_pil()
            yield image


def text(pdf: bytes) -> str:
    """All words that the PDF shows, with single spaces between them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def measure_sheets(browser: Browser, html: str) -> list[Filling]:
    """How each printed page is filled, its margins left aside."""
    return [_filling(image) for image in draw_sheets(print_page(browser, html, bare_margins=True))]


def _filling(image: Image.Image) -> Filling:
    grey = image.convert("L")
    points, width, height = grey.tobytes(), grey.width, grey.height
    inked = [row for row in range(height) if min(points[row * width : (row + 1) * width]) < _WHITE]
    if not inked:
        return Filling(0.0, 0.0)
    gaps = (after - before - 1 for before, after in pairwise(inked))
    return Filling((inked[-1] + 1) / height, max(gaps, default=0) / height)


@contextmanager
def open_on_paper(browser: Browser, html: str) -> Iterator[Page]:
    """The page laid out as for printing, as wide as the paper leaves room for, where its elements can be measured."""
    with open_page(browser, html, WIDTH) as visit:
        visit.page.emulate_media(media="print")
        yield visit.page


def find_torn(page: Page, selector: str) -> list[str]:
    """What the selector finds on paper that the end of a sheet may tear: its style allows that, or it is too tall."""
    found: list[str] = page.evaluate(
        """([selector, tallest]) => [...document.querySelectorAll(selector)]
            .filter(e => e.checkVisibility())
            .filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.getBoundingClientRect().height > tallest)
            .map(e => e.outerHTML.slice(0, 120))
        """,
        [selector, HEIGHT],
    )
    return found


def find_lost(page: Page) -> list[str]:
    """What lies in a closed `details` and is lost on paper, where nobody can open it."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('details > :not(summary)')]
            .filter(e => !e.checkVisibility())
            .map(e => e.outerHTML.slice(0, 120))
        """
    )
    return found
