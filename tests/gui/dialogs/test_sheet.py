"""What all dialogs have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.theme import Theme


def test_lengths_follow_the_text_size(theme: Theme, qtbot) -> None:
    sheet = Sheet("A")
    qtbot.addWidget(sheet)
    assert sheet.em(10) == 130
    theme.set(scale=2.0)
    assert sheet.em(10) == 260


def test_a_label_names_its_field_for_eye_key_and_reader(theme: Theme, qtbot) -> None:
    sheet, field = Sheet("A"), QLineEdit()
    qtbot.addWidget(sheet)
    label = sheet.field_label("&Outlet", field)
    assert label.buddy() is field
    assert field.accessibleName() == "Outlet"
    sheet.column.addWidget(label)
    sheet.column.addWidget(field)


def test_buttons_have_names_and_a_sheet_fits_the_screen(theme: Theme, qtbot) -> None:
    sheet = Sheet("A", width_em=900)
    qtbot.addWidget(sheet)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    sheet.finish(buttons)
    assert sheet.width() <= sheet.room().width()
    assert all(button.accessibleName() for button in buttons.buttons())


def test_it_grows_and_never_shrinks(theme: Theme, qtbot) -> None:
    sheet = Sheet("A")
    qtbot.addWidget(sheet)
    text = sheet.add_text("words " * 200)
    text.hide()
    sheet.finish(QDialogButtonBox(QDialogButtonBox.StandardButton.Ok))
    sheet.show()
    before = sheet.height()
    text.show()
    sheet.grow()
    grown = sheet.height()
    assert grown > before
    text.hide()
    sheet.grow()
    assert sheet.height() == grown
