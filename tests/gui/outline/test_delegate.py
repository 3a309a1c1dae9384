from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.delegate import MOST_LINES
from briefing_app.gui.outline.pieces import Part
from tests.gui.outline.filled import entry, titled
from tests.gui.outline.hands import row

TEXTS = [
    "One.",
    "word " * 18,
    "word " * 26,
    "word " * 33,
    "word " * 400,
    "i" * 90,
    "W" * 90,
    "A line\nand another\nand one more",
    "قال الوزير إن المحادثات ستستأنف في مايو " * 4,
    "会議があった" * 12,
    "😀 " * 60,
]


@pytest.mark.parametrize("width", [250, 300, 380, 620])
@pytest.mark.parametrize("text", TEXTS)
def test_a_card_is_as_high_as_the_lines_that_it_shows(pane, session, text, width):
    pane.resize(width, 900)
    id = session.store.entries.add(titled(pane.tree, "Outlook").id, Kind.TEXT, text)
    node, delegate = pane.tree.find(id), pane.view.delegate
    lines = delegate.lines(node)
    assert 1 <= len(lines) <= MOST_LINES
    assert row(pane, node).height() == delegate.pieces.card_height(len(lines))


def test_an_edited_card_takes_its_new_height_at_once(pane, session):
    node = entry(pane.tree, "In short")
    before = row(pane, node).height()
    session.store.entries.update(node.id, text="word " * 60)
    assert row(pane, node).height() > before
    session.undo()
    assert row(pane, node).height() == before


def test_larger_text_makes_higher_rows(pane, theme):
    node = entry(pane.tree, "The port")
    before = row(pane, node).height()
    theme.set(scale=1.5)
    assert row(pane, node).height() > 1.3 * before


def test_the_parts_of_rows_lie_apart(pane):
    pieces = pane.view.delegate.pieces
    card, section = entry(pane.tree, "The port"), titled(pane.tree, "Law")
    box = row(pane, card)
    edit, delete = (pieces.button(part, card, box) for part in (Part.EDIT, Part.DELETE))
    assert not edit.intersects(delete)
    assert pieces.card(card, box).contains(edit) and pieces.card(card, box).contains(delete)
    assert pieces.part_at(card, box, QPointF(60, box.top() + 15)) == Part.BODY
    heading = row(pane, section)
    tile, chevron = pieces.tile(section, heading), pieces.chevron(section, heading)
    assert not tile.intersects(chevron)
    assert chevron.left() > pieces.chevron(titled(pane.tree, "Position"), heading).left()


def test_the_digit_in_the_dashed_zone_is_the_one_that_files_there(pane, session):
    outlook = titled(pane.tree, "Outlook")
    assert pane.view.delegate._keys[outlook.id] == "4"
    session.store.sections.move(outlook.id, None, 0)
    assert pane.view.delegate._keys[outlook.id] == "1"
