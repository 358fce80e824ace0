"""Every HTML paper drawn as people get it, so that a person can look: `python -m tests.papers.pictures FOLDER [NAME…]`.

For each page whose name holds one of the words given (all, if none is): its HTML, the screen of a desktop and of a
phone from top to bottom, each sheet of paper, and the first sheet as a black-and-white printer gives it.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.papers.browser import NARROW, WIDE, missing_browser, screenshots, start_browser
from tests.papers.pages import rendered_pages
from tests.papers.printed import draw_sheets, print_page


def main() -> int:
    """Draw the pages, and say where they are."""
    options = argparse.ArgumentParser(prog="python -m tests.papers.pictures", description="Draw every HTML paper.")
    options.add_argument("folder", type=Path, help="where to put the pictures")
    options.add_argument("names", nargs="*", metavar="NAME", help="a word in the names of the pages wanted")
    asked = options.parse_args()
    if reason := missing_browser():
        print(reason, file=sys.stderr)
        return 2
    pages = {name: html for name, html in rendered_pages().items() if _is_asked(name, asked.names)}
    with start_browser() as browser:
        for name, html in pages.items():
            print(f"{_draw(browser, html, asked.folder / name.replace(' ', '-'))}  {name}", flush=True)
    return 0 if pages else 1


def _is_asked(name: str, words: list[str]) -> bool:
    return not words or any(word in name for word in words)


def _draw(browser: Browser, html: str, folder: Path) -> Path:
    """Fill a folder with the pictures of one page, in place of those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in folder.glob("*.png"):
        picture.unlink()
    (folder / "page.html").write_text(html, encoding="utf-8")
    for width in (WIDE, NARROW):
        for number, png in enumerate(screenshots(browser, html, width), 1):
            (folder / f"screen-{width}-{number:02}.png").write_bytes(png)
    for number, sheet in enumerate(draw_sheets(print_page(browser, html), dots_per_inch=110), 1):
        sheet.save(folder / f"paper-{number:02}.png")
        if number == 1:
            sheet.convert("L").save(folder / "paper-grey.png")
    return folder


if __name__ == "__main__":
    sys.exit(main())
