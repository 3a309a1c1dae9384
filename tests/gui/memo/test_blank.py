"""A memo that says nothing says what to do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role, Run
from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.blank import Blank
from briefing_app.gui.theme import Theme
from tests.gui.memo.test_page import on_memo, settle

__all__ = ["on_memo"]

HEAD = (Paragraph(Role.TITLE, (Run("Memo"),)), Paragraph(Role.FIELD, (Run("To"),)))
EMPTY = ComposedMemo("Memo", "", "", "", "", "", "en", HEAD, ())


def test_it_is_there_until_the_memo_says_something(qtbot, theme: Theme) -> None:
    paper = QWidget()
    qtbot.addWidget(paper)
    paper.resize(600, 800)
    paper.show()
    blank = Blank(theme, paper)
    blank.follow(EMPTY)
    blank.place(50, 300, 500)
    assert blank.isVisible() and "Options…" in blank.text()
    assert paper.rect().contains(blank.geometry())
    blank.follow(replace(EMPTY, blocks=(*HEAD, Paragraph(Role.BODY, (Run("Words."),)))))
    assert not blank.isVisible()


def test_it_stands_below_the_head_and_goes_with_the_first_entry(qtbot, on_memo: MainWindow) -> None:
    session, page = on_memo.session, on_memo.memo_page.view
    memo_id = session.store.memos.add("Empty")
    section = session.store.sections.add(memo_id, "Only one")
    session.show_memo(memo_id)
    settle(qtbot, on_memo)
    [blank] = page.findChildren(Blank)
    assert blank.isVisible()
    assert blank.y() > page.rect_of("field:subject").bottom()
    session.store.entries.add(section, Kind.TEXT, "Our own view.")
    settle(qtbot, on_memo)
    assert not blank.isVisible()
