"""The sheet with the pictures of the memo."""

from __future__ import annotations

import pytest

from briefing_app.gui.overview.sheet import OverviewSheet


@pytest.fixture
def sheet(qtbot, sampled, theme):
    sheet = OverviewSheet(sampled, theme)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_a_chosen_entry_is_shown_in_the_outline_and_the_sheet_stays(sheet, sampled, qtbot):
    entry = sampled.store.entries.cards(sampled.memo_id)[0].entry
    with qtbot.waitSignal(sampled.entry_shown) as shown:
        sheet.matrix.entry_chosen.emit(entry.id)
    assert shown.args == [entry.id]
    assert sheet.isVisible()


def test_the_pictures_follow_the_memo(sheet, sampled):
    def figures():
        cells = (
            sheet.matrix.item(row, column).text()
            for row in range(sheet.matrix.rowCount())
            for column in range(sheet.matrix.columnCount())
        )
        return sum(int(text) for text in cells if text)

    before = figures()
    first = sampled.store.entries.cards(sampled.memo_id)[0]
    sampled.store.entries.remove([first.entry.id])
    assert figures() == before - max(1, first.sources)
    sampled.undo()
    assert figures() == before


def test_each_picture_says_what_it_shows(sheet):
    said = []
    for number in range(sheet.tabs.count()):
        sheet.tabs.setCurrentIndex(number)
        said.append(sheet.hint.text())
    assert len(set(said)) == 2
    assert all(said)
