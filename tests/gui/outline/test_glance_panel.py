from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.glance_panel import GlancePanel
from tests.gui.outline.filled import LEDGER, titled
from tests.gui.outline.hands import click, key

LEFT = Qt.MouseButton.LeftButton


def cells(panel: GlancePanel) -> list[list[str]]:
    return [line.split("\t") for line in panel.table.as_text().split("\n")]


def test_every_section_is_told_in_figures(pane):
    pane.head.glance.click()
    assert cells(pane.glances) == [
        ["1  Background", "3", "1", "1", "6 Jan 2020", "1", "–"],
        ["2  Position", "1", "1", "1", "6 Jan 2020", "1", "–"],
        ["   2.1  Law", "1", "1", "1", "6 Jan 2020", "1", "–"],
        ["3  Outlook", "Empty", "–", "–", "–", "–", "–"],
    ]
    assert pane.glances.table.hasFocus()


def test_the_figures_follow_the_store_while_they_are_shown(pane, session):
    pane.show_glances()
    session.store.entries.add(titled(pane.tree, "Outlook").id, Kind.FACT, "Said by nobody.")
    assert cells(pane.glances)[3] == ["3  Outlook", "1", "–", "–", "–", "–", "1"]
    session.store.articles.update(LEDGER.id, published="2019-12")
    assert cells(pane.glances)[0][4] == "Dec 2019"


def test_a_click_or_enter_on_a_row_shows_the_section(pane):
    pane.show_glances()
    table = pane.glances.table
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(table.item(2, 0)).center())
    assert not pane.glances.isVisible()
    assert pane.view.current() is titled(pane.tree, "Law")
    assert pane.view.hasFocus()
    pane.show_glances()
    pane.glances.table.selectRow(3)
    QTest.keyClick(pane.glances.table, Qt.Key.Key_Return)
    assert pane.view.current() is titled(pane.tree, "Outlook")


def test_g_opens_it_and_esc_or_a_click_elsewhere_closes_it(pane):
    click(pane, titled(pane.tree, "Law"))
    key(pane, Qt.Key.Key_G)
    assert pane.glances.isVisible()
    QTest.keyClick(pane.glances.table, Qt.Key.Key_Escape)
    assert not pane.glances.isVisible()
    pane.show_glances()
    QTest.mouseClick(pane.parentWidget(), LEFT, pos=QPoint(20, 880))
    assert not pane.glances.isVisible()


def test_it_stays_within_its_host_at_a_larger_text_size(pane, theme):
    theme.set(scale=1.5)
    pane.parentWidget().resize(700, 500)
    pane.show_glances()
    assert pane.parentWidget().rect().contains(pane.glances.geometry())
    theme.set(name="dark")
    assert len(cells(pane.glances)) == 4
