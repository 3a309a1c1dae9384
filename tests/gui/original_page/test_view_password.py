"""Pages of encrypted originals beside the text, and of such that have no text."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from briefing_app import settings
from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from tests.gui.original_page.pages import Show, click
from tests.readers.pdf_samples import Text, make_pdf

LOCKED = make_pdf([[Text(50, 700, "one")], [Text(50, 700, "two")]], password="geheim")


@pytest.fixture
def locked(show: Show, pane: ReadingPane) -> ReadingPane:
    """The pane with an encrypted PDF."""
    show(Original("locked.pdf", "application/pdf", LOCKED),
         Article("Locked", "First page.\nSecond page.", page_starts=(0, 12)))  # fmt: skip
    return pane


def test_an_encrypted_file_opens_with_the_password_that_was_typed_at_import(
    locked: ReadingPane, session: Session, qtbot
) -> None:
    session.remember_password("another")
    session.remember_password("geheim")
    session.remember_password("a third")
    click(locked.beside.toggle)
    qtbot.waitUntil(lambda: locked.beside.page.is_drawn, timeout=20_000)


def test_without_its_password_there_is_a_line_and_a_button_that_asks_for_it(
    locked: ReadingPane, session: Session, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(("wrong", "geheim"))

    def answer(sheet: PasswordSheet) -> bool:
        sheet.field.setText(next(typed))
        return True

    monkeypatch.setattr(PasswordSheet, "exec", answer)
    page = locked.beside.page
    click(locked.beside.toggle)
    qtbot.waitUntil(lambda: bool(page.message), timeout=20_000)
    assert page.message.startswith("This file needs its password")
    assert not page.head.isEnabled()
    ask = next(b for b in page.findChildren(QPushButton) if b.isVisible())
    assert ask.text() == "Enter password…"
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.message.startswith("That was not its password"), timeout=20_000)
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)
    assert page.message == ""
    assert page.head.isEnabled()
    assert session.passwords[0] == "geheim"


def test_passwords_are_forgotten_with_the_briefing_and_never_stored(
    locked: ReadingPane, session: Session
) -> None:
    session.remember_password("geheim")
    path = session.store.path
    session.close()
    assert session.passwords == ()
    folder = settings.config_folder()
    for file in [path, *(f for f in folder.rglob("*") if f.is_file())]:
        assert b"geheim" not in file.read_bytes()


def test_a_scanned_page_without_text_layer_is_shown_too(show: Show, pane, qtbot) -> None:
    target = BytesIO()
    Image.new("L", (600, 800), 200).save(target, "PDF")
    show(Original("scan.pdf", "application/pdf", target.getvalue()),
         Article("Scan", "The text.", page_starts=(0,)))  # fmt: skip
    click(pane.beside.toggle)
    qtbot.waitUntil(lambda: pane.beside.page.is_drawn, timeout=20_000)
