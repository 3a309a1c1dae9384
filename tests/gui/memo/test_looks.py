"""Every kind of paragraph has a look."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontDatabase

from briefing_app.domain.memo import Role
from briefing_app.gui.memo import looks


def test_every_role_has_a_look_in_a_colour_that_stands_out_on_paper() -> None:
    assert set(looks.LOOKS) == set(Role)
    for look in (*looks.LOOKS.values(), looks.CELL, looks.NOTE):
        assert QColor(look.color).lightness() < 110
        assert look.hanging <= look.left


def test_the_page_is_set_in_a_family_that_is_there(qapp) -> None:
    assert looks.page_family() in {*QFontDatabase.families(), "Sans Serif"}
