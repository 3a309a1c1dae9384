"""How large a page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0)
"""Sizes that zooming in and out goes through; 1 is a page's own size."""

NARROWEST_PX = 50


class Fit(Enum):
    """What of the page is always in sight."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = ""


@dataclass(frozen=True)
class Zoom:
    """As large as fits, or at a scale of the page's own size."""

    fit: Fit = Fit.WIDTH
    scale: float = 1.0

    def width(self, room: tuple[float, float], ratio: float, own_width: float) -> float:
        """Of the page, in px, where there is so much room in both directions.

        ratio  the page's height by its width
        """
        if self.fit is Fit.NOTHING:
            return max(self.scale * own_width, NARROWEST_PX)
        width, height = room
        if self.fit is Fit.PAGE:
            width = min(width, height / ratio)
        return max(width, NARROWEST_PX)


def larger(scale: float) -> float:
    """The next step."""
    return next((step for step in STEPS if step > scale * 1.02), STEPS[-1])


def smaller(scale: float) -> float:
    """The step before."""
    return next((step for step in reversed(STEPS) if step < scale / 1.02), STEPS[0])


def limited(scale: float) -> float:
    """Between the smallest and the largest step."""
    return min(max(scale, STEPS[0]), STEPS[-1])
