"""Panels that float have one shadow."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect

from briefing_app.gui.shadow import cast_shadow


def test_a_panel_has_a_shadow_below_it(qtbot) -> None:
    panel = QFrame()
    qtbot.addWidget(panel)
    cast_shadow(panel)
    shadow = panel.graphicsEffect()
    assert isinstance(shadow, QGraphicsDropShadowEffect)
    assert shadow.yOffset() > shadow.xOffset() == 0
