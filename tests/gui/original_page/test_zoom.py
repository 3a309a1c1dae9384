"""How large a page is shown."""

from __future__ import annotations

import pytest

from briefing_app.gui.original_page.zoom import (
    NARROWEST_PX,
    STEPS,
    Fit,
    Zoom,
    larger,
    limited,
    smaller,
)

ROOM = (600.0, 400.0)


@pytest.mark.parametrize(
    ("zoom", "width"),
    [(Zoom(Fit.WIDTH), 600), (Zoom(Fit.PAGE), 200), (Zoom(Fit.NOTHING, 1.5), 1200)],
)
def test_a_page_twice_as_high_as_wide(zoom: Zoom, width: int) -> None:
    assert zoom.width(ROOM, 2.0, 800) == width


def test_a_wide_page_is_no_wider_than_the_room() -> None:
    assert Zoom(Fit.PAGE).width(ROOM, 0.5, 800) == 600


def test_without_room_something_of_it_is_left() -> None:
    assert Zoom(Fit.PAGE).width((-10, -10), 1.4, 800) == NARROWEST_PX


def test_steps_lead_on_from_any_size_and_end() -> None:
    assert (larger(0.69), smaller(0.69)) == (0.8, 0.67)
    assert (larger(1.0), smaller(1.0)) == (1.1, 0.9)
    assert (larger(STEPS[-1]), smaller(STEPS[0])) == (STEPS[-1], STEPS[0])
    assert (limited(99), limited(0.01)) == (STEPS[-1], STEPS[0])
