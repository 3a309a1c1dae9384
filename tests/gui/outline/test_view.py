from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.head import OutlineHead
from briefing_app.gui.outline.kinds import KindButtons
from briefing_app.gui.outline.painting import Look
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.outline.view import OutlineView
from tests.gui.outline.filled import entry, titled
from tests.gui.outline.hands import row

LEFT = Qt.MouseButton.LeftButton


def tip_at(view: OutlineView, at: QPointF) -> str:
    point = at.toPoint()
    globally = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, globally))
    return QToolTip.text()


def test_buttons_tell_their_keys_and_a_card_its_note(pane):
    node, pieces = entry(pane.tree, "In short"), pane.view.delegate.pieces
    box = row(pane, node)
    assert tip_at(pane.view, pieces.button(Part.DELETE, node, box).center()) == (
        "Delete entry (Del)"
    )
    assert tip_at(pane.view, QPointF(100, box.top() + 15)) == "ask the desk"


def test_buttons_show_only_under_the_mouse(pane, theme):
    node = entry(pane.tree, "The port")
    box = row(pane, node)
    place = pane.view.delegate.pieces.button(Part.EDIT, node, box).toAlignedRect()
    bare = pane.view.viewport().grab(place).toImage()
    QTest.mouseMove(pane.view.viewport(), QPoint(100, round(box.top()) + 15))
    pointed = pane.view.viewport().grab(place).toImage()
    assert pane.view.delegate.pointed == (node.key, Part.BODY)
    assert bare != pointed
    QApplication.sendEvent(pane.view, QEvent(QEvent.Type.Leave))
    assert pane.view.viewport().grab(place).toImage() == bare


def test_a_press_on_a_button_that_ends_elsewhere_does_nothing(pane, session):
    steps = session.store.steps()
    node = entry(pane.tree, "The port")
    button = pane.view.delegate.pieces.button(Part.DELETE, node, row(pane, node))
    viewport = pane.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=button.center().toPoint())
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(60, 20))
    assert session.store.steps() == steps


def test_choosing_what_is_gone_changes_nothing(pane):
    pane.view.choose([entry(pane.tree, "The port").id])
    pane.view.choose(["gone"])
    assert pane.current_entry_id() == entry(pane.tree, "The port").id


def test_rows_are_chosen_in_reading_order_whatever_the_order_of_clicks(pane):
    ids = [entry(pane.tree, start).id for start in ("nobody", "“We")]
    pane.view.choose(ids)
    assert [node.id for node in pane.view.chosen()] == ids[::-1]
    assert pane.current_entry_id() == ids[1]


def test_the_target_tile_is_filled_with_the_accent(pane, session, theme):
    law = titled(pane.tree, "Law")
    tile = pane.view.delegate.pieces.tile(law, row(pane, law))
    at = tile.topLeft().toPoint() + QPoint(4, 4)
    assert pane.view.viewport().grab().toImage().pixelColor(at) == theme.color("sunken")
    session.move_target(law.id)
    assert pane.view.viewport().grab().toImage().pixelColor(at) == theme.color("accent")
    assert Look(is_target=True) != Look()


def test_the_head_counts_in_words_and_asks_for_sections(theme, qtbot):
    head = OutlineHead(theme)
    qtbot.addWidget(head)
    head.show_count(1)
    assert head.count == "1 entry"
    with qtbot.waitSignal(head.section_requested):
        head.add.click()


def test_exactly_one_kind_is_chosen(theme, qtbot):
    kinds = KindButtons(theme)
    qtbot.addWidget(kinds)
    kinds.choose(Kind.FACT)
    with qtbot.waitSignal(kinds.chosen):
        kinds.button(Kind.TEXT).click()
    assert kinds.kind == Kind.TEXT
    assert [kinds.button(kind).isChecked() for kind in Kind] == [False, False, True]
