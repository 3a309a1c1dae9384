"""What is said in place of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.original_page.message import PageMessage


def test_there_is_a_button_only_where_there_is_something_to_do(theme, qtbot) -> None:
    message = PageMessage("Enter password…")
    qtbot.addWidget(message)
    message.show()
    message.say("Damaged", "It cannot be shown.", can_act=False)
    assert (message.title, message.text) == ("Damaged", "It cannot be shown.")
    assert not message.button.isVisible()
    message.say("Locked", "It needs its password.", can_act=True)
    assert message.button.accessibleName() == "Enter password…"
    with qtbot.waitSignal(message.clicked):
        QTest.mouseClick(message.button, Qt.MouseButton.LeftButton)
