"""Names and their variants are edited in one table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing_app.gui.dialogs.name_variants import NameVariants, parts
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_dialog(session: Session, theme: Theme, qtbot):
    def open_dialog(word: str = "") -> NameVariants:
        dialog = NameVariants(session, word=word)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def type_cell(dialog: NameVariants, text: str) -> None:
    editor = dialog.table.findChild(QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the view takes the text in its own turn


def test_a_selected_word_begins_a_name(session: Session, open_dialog) -> None:
    dialog = open_dialog("Soleimani")
    type_cell(dialog, "Suleimani, Solaimani")
    dialog.accept()
    assert session.store.aliases.all() == {"Soleimani": ["Suleimani", "Solaimani"]}
    session.undo()
    assert session.store.aliases.all() == {}


def test_a_known_variant_leads_to_its_name(session: Session, open_dialog) -> None:
    session.store.aliases.set("Hashd", ["PMF", "PMU"])
    session.store.aliases.set("Soleimani", ["Suleimani"])
    dialog = open_dialog("SULEIMANI")
    assert (dialog.table.rowCount(), dialog.table.currentRow()) == (2, 1)


def test_names_are_added_changed_and_removed_in_one_step(session: Session, open_dialog) -> None:
    session.store.aliases.set("Hashd", ["PMF"])
    session.store.aliases.set("Soleimani", ["Suleimani"])
    dialog = open_dialog()
    dialog.table.item(1, 1).setText("Suleimani، سلیمانی")
    dialog.table.selectRow(0)
    QTest.mouseClick(dialog.remove, LEFT)
    QTest.mouseClick(dialog.add, LEFT)
    type_cell(dialog, "Khamenei")
    dialog.table.item(1, 1).setText("Khamenai")
    steps = len(session.store.steps())
    dialog.accept()
    assert session.store.aliases.all() == {
        "Khamenei": ["Khamenai"],
        "Soleimani": ["Suleimani", "سلیمانی"],
    }
    assert len(session.store.steps()) == steps + 1


def test_cancel_leaves_everything(session: Session, open_dialog) -> None:
    session.store.aliases.set("Hashd", ["PMF"])
    dialog = open_dialog()
    dialog.table.item(0, 0).setText("Other")
    dialog.reject()
    assert session.store.aliases.all() == {"Hashd": ["PMF"]}


def test_a_name_alone_is_no_variant(session: Session, open_dialog) -> None:
    dialog = open_dialog("Soleimani")
    dialog.accept()
    assert session.store.aliases.all() == {} and not session.store.can_undo


def test_names_stand_between_commas_of_any_script() -> None:
    assert parts(" a  b, c؛ د،,") == ["a b", "c", "د"]


def test_tab_goes_through_the_cells_and_then_leaves_the_table(
    session: Session, open_dialog, qtbot
) -> None:
    session.store.aliases.set("Hashd", ["PMF"])
    dialog = open_dialog()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setCurrentCell(0, 0)
    dialog.table.edit(dialog.table.currentIndex())
    for column in range(2):
        assert dialog.table.currentColumn() == column
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert QApplication.focusWidget() is dialog.add
