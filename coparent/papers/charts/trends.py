"""Trends: a line through figures at even steps, with its gaps and its target."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _MARGIN = 168.0, 52.0, 6.0


@dataclass(frozen=True, slots=True)
class Trend:
    """A line of figures, in units of its own box. `lines` are runs without a gap, as SVG writes points.

    `target` is the height of the target's line, None if there is none or it may not be shown.
    """

    width: float
    height: float
    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    last: tuple[float, float]
    target: float | None


def trend_of(figures: Sequence[float | None], target: float | None = None) -> Trend | None:
    """A line through figures at even steps; None is a gap. Nothing for fewer than two figures."""
    known = [figure for figure in figures if figure is not None]
    if len(known) < 2:
        return None
    heights = [*known, target] if target is not None else known
    lowest = min(heights) / 2
    span = max(heights) / 2 - lowest  # Of halves: the whole may be more than a number can be.
    step = (_WIDTH - 2 * _MARGIN) / (len(figures) - 1)

    def height(figure: float) -> float:
        share = (figure / 2 - lowest) / span if span else 0.5
        return _round(_HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN))

    runs: list[list[tuple[float, float]]] = [[]]
    for place, figure in enumerate(figures):
        if figure is None:
            runs.append([])
        else:
            runs[-1].append((_round(_MARGIN + place * step), height(figure)))
    dots = tuple(dot for run in runs for dot in run)
    return Trend(
        width=_WIDTH,
        height=_HEIGHT,
        lines=tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        dots=dots,
        last=dots[-1],
        target=height(target) if target is not None else None,
    )


def _round(number: float) -> float:
    return round(number, 2)
