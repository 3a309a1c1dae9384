from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from briefing_app.domain.outline import Kind
from tests.gui.outline.filled import entry, titled
from tests.gui.outline.hands import click, key, row

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listening(pane) -> Iterator[object]:
    """What a screen reader hears of the outline; its first child is the title of the column."""
    QAccessible.setActive(True)
    pane.view.viewport().repaint()
    QApplication.processEvents()
    yield QAccessible.queryAccessibleInterface(pane.view)
    QAccessible.setActive(False)


def heard(interface) -> list[tuple[str, QAccessible.Role]]:
    rows = [interface.child(number) for number in range(1, interface.childCount())]
    return [(each.text(QAccessible.Text.Name), each.role()) for each in rows]


def test_a_screen_reader_hears_every_open_row_as_an_item_of_a_tree(pane, listening):
    assert listening.role() == QAccessible.Role.Tree
    assert listening.child(0).text(QAccessible.Text.Name) == "Outline"
    names = heard(listening)
    assert len(names) == len(pane.tree.nodes())
    assert {role for _, role in names} == {QAccessible.Role.TreeItem}
    assert names[0][0].startswith("Section 1 Background, 3 entries")
    assert names[1][0].startswith("Quote, Anna Kovac: “We will not be hurried,”")


def test_a_screen_reader_hears_where_rows_are_and_what_is_folded(pane, listening):
    node = entry(pane.tree, "A crane")
    box = listening.child(1 + pane.view.rows.number(node)).rect()
    corner = pane.view.viewport().mapToGlobal(row(pane, node).topLeft().toPoint())
    assert box.topLeft() == corner and box.height() == row(pane, node).height()
    assert listening.child(1).state().expanded
    pane.collapse_all()
    QApplication.processEvents()
    assert [name[:9] for name, _ in heard(listening)] == ["Section 1", "Section 2", "Section 3"]
    state = listening.child(1).state()
    assert state.expandable and not state.expanded


def test_a_screen_reader_hears_of_new_entries(pane, session, listening):
    before = listening.childCount()
    session.store.entries.add(titled(pane.tree, "Outlook").id, Kind.TEXT, "More to come.")
    QApplication.processEvents()
    assert listening.childCount() == before + 1


def test_the_arrow_keys_walk_over_open_rows_only(pane):
    nodes = pane.tree.nodes()
    pane.view.setCurrentIndex(pane.tree.index_of(nodes[0].id))
    for node in nodes[1:]:
        key(pane, Key.Key_Down)
        assert pane.view.current() is node
    key(pane, Key.Key_Down)
    assert pane.view.current() is nodes[-1]
    key(pane, Key.Key_Home)
    key(pane, Key.Key_Left)
    key(pane, Key.Key_Down)
    assert pane.view.current() is titled(pane.tree, "Position")
    key(pane, Key.Key_Up)
    assert pane.view.current() is nodes[0]
    key(pane, Key.Key_End)
    assert pane.view.current() is titled(pane.tree, "Outlook")


def test_left_goes_to_the_section_and_right_into_it(pane):
    click(pane, entry(pane.tree, "nobody"))
    key(pane, Key.Key_Left)
    assert pane.view.current() is titled(pane.tree, "Law")
    key(pane, Key.Key_Right)
    assert pane.view.current() is entry(pane.tree, "nobody")


def test_a_page_is_as_much_as_is_seen(pane, session):
    outlook = titled(pane.tree, "Outlook")
    for number in range(60):
        session.store.entries.add(outlook.id, Kind.TEXT, f"Number {number}")
    pane.view.setCurrentIndex(pane.tree.index(0, 0))
    tops = []
    for _ in range(4):
        key(pane, Key.Key_PageDown)
        tops.append(pane.view.rows.span(pane.view.rows.number(pane.view.current()))[0])
    room = pane.view.viewport().height()
    assert all(0 < below - above <= room for above, below in pairwise(tops))
    for _ in range(20):
        key(pane, Key.Key_PageDown)
    assert pane.view.current() is outlook.entries[-1]
    for _ in range(20):
        key(pane, Key.Key_PageUp)
    assert pane.view.current() is pane.tree.nodes()[0]


def test_shift_and_the_arrows_select_a_range_over_sections(pane):
    click(pane, entry(pane.tree, "The port"))
    for _ in range(3):
        key(pane, Key.Key_Down, SHIFT)
    titles = [n.card.entry.text[:8] if n.card else n.placed.number for n in pane.view.chosen()]
    assert titles == ["The port", "In short", "2", "A crane "]


def test_a_stretch_from_corner_to_corner_selects_the_rows_that_it_touches(pane):
    first, last = entry(pane.tree, "“We"), entry(pane.tree, "In short")
    box = QRect(row(pane, last).center().toPoint(), row(pane, first).center().toPoint())
    flag = pane.view.selectionModel().SelectionFlag.ClearAndSelect
    pane.view.setSelection(box, flag)
    assert pane.view.chosen() == first.parent.entries


def test_letters_find_the_next_row_that_begins_with_them(pane):
    pane.view.setCurrentIndex(pane.tree.index(0, 0))
    pane.view.keyboardSearch("a c")
    assert pane.current_entry_id() == entry(pane.tree, "A crane").id
    pane.view.keyboardSearch("we will")
    assert pane.current_entry_id() == entry(pane.tree, "“We").id
    pane.view.keyboardSearch("zebra")
    assert pane.current_entry_id() == entry(pane.tree, "“We").id


@pytest.mark.parametrize("hint", list(QAbstractItemView.ScrollHint))
def test_a_row_is_scrolled_into_sight(pane, session, hint):
    pane.resize(380, 300)
    for number in range(30):
        session.store.entries.add(titled(pane.tree, "Outlook").id, Kind.TEXT, f"Number {number}")
    node = entry(pane.tree, "Number 15")
    pane.view.scrollTo(pane.tree.index_of(node.id), hint)
    box, room = pane.view.row_of(node), pane.view.viewport().height()
    assert box.top() >= 0 and box.bottom() <= room
    if hint == QAbstractItemView.ScrollHint.PositionAtTop:
        assert box.top() == 0
    if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
        assert abs(box.center().y() - room // 2) <= 1


def test_the_point_below_everything_is_nobodys(pane):
    assert pane.view.node_at(pane.view.viewport().height() - 2) is None
    QTest.mouseClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, pane.view.height() - 20)
    )
    assert pane.view.chosen() == []


def test_rows_stay_in_step_with_the_tree_through_random_work(pane, session):
    nodes = pane.tree.nodes()
    for turn in range(40):
        click(pane, nodes[(turn * 7) % len(nodes)])
        key(
            pane,
            [Key.Key_Up, Key.Key_Down, Key.Key_Left][turn % 3],
            Qt.KeyboardModifier.AltModifier,
        )
        if turn % 5 == 4:
            session.undo()
        assert list(pane.view.rows.nodes) == pane.tree.nodes()
    pane.expand_all()
    bar, rows = pane.view.verticalScrollBar(), pane.view.rows
    assert bar.maximum() == max(0, rows.height - pane.view.viewport().height())
