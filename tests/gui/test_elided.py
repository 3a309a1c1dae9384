"""A line that is cut to its room and whole in its tooltip."""

from __future__ import annotations

from briefing_app.gui.elided import ElidedLabel


def test_what_does_not_fit_ends_in_dots_and_comes_back_with_the_room(theme, qtbot) -> None:
    text = "a rather long headline of an article " * 4
    label = ElidedLabel(text)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert (label.toolTip(), label.accessibleName()) == (text, text)
    label.resize(3000, 20)
    assert label.text() == text
    assert label.toolTip() == ""


def test_it_asks_for_no_room(theme, qtbot) -> None:
    short, long = ElidedLabel("a"), ElidedLabel("word " * 90)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.minimumSizeHint() == short.minimumSizeHint()
