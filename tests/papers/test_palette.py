"""The colours of the theme, computed from the style sheet itself: contrast, and what is left without colour."""

import re
from itertools import combinations

import pytest

from tests.conftest import ROOT
from tests.papers.small_papers import small_paper

THEME = (ROOT / "templates/theme.css").read_text(encoding="utf-8")
CODES = [meaning.status.code for meaning in small_paper().section("glossary").meanings]
"""Every status, as papers explain it."""
TEXT, STATUS_TEXT, GRAPHIC = 4.5, 7.0, 3.0
"""The least contrast that WCAG 2 asks of text (AA), of text we hold to AAA, and of what shapes are known by."""
LEAST_LIGHTNESS = 7.5
LEAST_DIFFERENCE = 9.0
"""How far two fills must lie apart in CIELAB; eyes tell colours apart from about 2.3."""

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

SEEN_WITHOUT: dict[str, Matrix] = {
    "nothing": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue cones": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of linear light for eyes that lack a kind of cone (Machado, Oliveira and Fernandes, 2009)."""


def palette_of(selector: str) -> dict[str, str]:
    """The colours that a rule gives names to."""
    bodies = re.findall(rf"^{re.escape(selector)} \{{(.*?)\}}", THEME, re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", " ".join(bodies)))


PALETTE = palette_of(":root")
YOUNG = PALETTE | palette_of(".young")


def light(colour: str) -> Colour:
    """The linear light of a colour written as #rrggbb."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: Colour) -> float:
    """How light it is, from 0 to 1."""
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def contrast(one: str, other: str) -> float:
    """The ratio that WCAG 2 defines, from 1 to 21."""
    darker, lighter = sorted((luminance(light(one)), luminance(light(other))))
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: Colour) -> Colour:
    """Linear light as CIELAB under daylight, where equal steps look about equal."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (_root(sum(map(float.__mul__, row, colour)) / sum(row)) for row in rows)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116


def seen(colour: str, eyes: Matrix) -> Colour:
    """A colour as these eyes see it, in CIELAB."""
    red, green, blue = (min(max(sum(map(float.__mul__, map(float, row), light(colour))), 0), 1) for row in eyes)
    return lab((red, green, blue))


def test_the_arithmetic_agrees_with_known_ratios() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)
    assert lab(light("#ffffff")) == pytest.approx((100, 0, 0), abs=0.01)
    assert lab(light("#777777"))[0] == pytest.approx(50.03, abs=0.01)


def test_a_theme_names_every_colour_of_every_status() -> None:
    roles = ("", "-ink", "-fill", "-on", "-edge")
    assert [code + role for code in CODES for role in roles if code + role not in PALETTE] == []


@pytest.mark.parametrize("code", CODES)
def test_a_status_is_drawn_in_its_own_colours(code: str) -> None:
    assert f".tag-{code} {{ background: var(--{code}); color: var(--{code}-ink);" in THEME
    assert f".fill-{code} {{ fill: var(--{code}-fill); stroke: var(--{code}-edge);" in THEME
    assert f".on-{code} {{ fill: var(--{code}-on); }}" in THEME


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *[(ink, ground) for ink in ("ink", "muted", "brand", "link") for ground in ("page", "panel")],
        ("on-brand", "brand"),
        ("note-ink", "note"),
        ("off-track-ink", "page"),
        ("off-track-ink", "panel"),
        ("muted", "shade-0"),
        *[("shade-ink", f"shade-{shade}") for shade in range(5)],
        *[(f"{code}-on", f"{code}-fill") for code in CODES],
    ],
)
def test_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(PALETTE[ink], PALETTE[ground]) >= TEXT
    assert contrast(YOUNG[ink], YOUNG[ground]) >= TEXT


@pytest.mark.parametrize("code", CODES)
def test_the_text_of_a_status_can_be_read_by_nearly_everyone(code: str) -> None:
    assert contrast(PALETTE[f"{code}-ink"], PALETTE[code]) >= STATUS_TEXT


@pytest.mark.parametrize("ground", ["page", "panel"])
@pytest.mark.parametrize("code", CODES)
def test_the_edge_of_a_bar_stands_out_from_what_it_is_drawn_on(code: str, ground: str) -> None:
    assert contrast(PALETTE[f"{code}-edge"], PALETTE[ground]) >= GRAPHIC


@pytest.mark.parametrize(("graphic", "ground"), [("note-line", "page"), ("brand", "page"), ("off-track-fill", "panel")])
def test_lines_stand_out(graphic: str, ground: str) -> None:
    assert contrast(PALETTE[graphic], PALETTE[ground]) >= GRAPHIC


def test_the_dark_ring_of_what_has_the_focus_stands_out_inside_its_bright_one() -> None:
    assert ":focus-visible { outline: 3px solid #0b0c0c;" in THEME
    assert contrast("#0b0c0c", PALETTE["focus"]) >= GRAPHIC
    assert contrast("#0b0c0c", PALETTE["page"]) >= GRAPHIC


@pytest.mark.parametrize(("one", "other"), [*combinations(CODES, 2)])
def test_any_two_statuses_that_may_lie_side_by_side_differ_in_grey(one: str, other: str) -> None:
    greys = [lab(light(PALETTE[f"{code}-fill"]))[0] for code in (one, other)]
    assert abs(greys[0] - greys[1]) >= LEAST_LIGHTNESS


@pytest.mark.parametrize("missing", SEEN_WITHOUT)
def test_any_two_statuses_differ_for_every_eye(missing: str) -> None:
    seen_as = {code: seen(PALETTE[f"{code}-fill"], SEEN_WITHOUT[missing]) for code in CODES}
    alike = [
        (one, other)
        for one, other in combinations(CODES, 2)
        if sum((a - b) ** 2 for a, b in zip(seen_as[one], seen_as[other], strict=True)) ** 0.5 < LEAST_DIFFERENCE
    ]
    assert alike == []
