"""The whole window from right to left beside the same window from left to right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from briefing_app.gui.drawing import Mirror
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.session import Session
from briefing_app.store import Store
from tests.gui import scenes
from tests.gui.outline.hands import LEFT, NONE

SIZE = (1440, 900)
KEY = Qt.Key


@pytest.fixture
def furnished(sample: Path) -> Path:
    """The sample with sections within sections and articles in further scripts."""
    with Store.open(sample) as store:
        scenes.furnish(store)
    return sample


@pytest.fixture
def plain(qtbot, window: MainWindow, furnished: Path) -> MainWindow:
    """The window as it is in English."""
    return opened(window, furnished)


@pytest.fixture
def hebrew(request: pytest.FixtureRequest, mirrored: QApplication, furnished: Path) -> MainWindow:
    """The window as it is in Hebrew."""
    return opened(request.getfixturevalue("window"), furnished)


def opened(window: MainWindow, path: Path) -> MainWindow:
    window.resize(*SIZE)
    assert window.files.open(path)
    scenes.reading(window)
    return window


def places(window: MainWindow) -> dict[str, QRect]:
    """Where the parts of the window lie in it, by their names."""
    bar, head = window.top_bar, window.outline.head
    parts: dict[str, QWidget] = {
        "library": window.library,
        "search": window.library.search_field,
        "list": window.library.list,
        "reading": window.reading,
        "outline": window.outline,
        "tree": window.outline.view,
        "name": bar.name,
        "export": bar.export,
        "more exports": bar.export_as,
        "new section": head.add,
        "glance": head.glance,
        "more of the outline": head.more,
    }
    for name in ("Edit details", "Copy citation"):
        parts[name] = next(
            b for b in window.reading.findChildren(QToolButton) if b.accessibleName() == name
        )
    return {
        name: QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for name, part in parts.items()
    }


def mirror_of(box: QRect, width: int) -> QRect:
    return QRect(width - box.x() - box.width(), box.y(), box.width(), box.height())


def test_every_part_lies_where_its_mirror_image_does(
    request: pytest.FixtureRequest, qtbot, plain: MainWindow, tmp_path: Path
) -> None:
    left_to_right = places(plain)
    copy = Path(shutil.copy(plain.session.store.path, tmp_path / "copy.briefing"))
    plain.close()
    request.getfixturevalue("mirrored")
    hebrew = MainWindow(Session(), plain.theme)
    qtbot.addWidget(hebrew)
    hebrew.show()
    qtbot.waitExposed(hebrew)
    opened(hebrew, copy)
    qtbot.waitUntil(lambda: hebrew.top_bar.name.width() > 300)
    right_to_left = places(hebrew)
    for name, box in left_to_right.items():
        found, expected = right_to_left[name], mirror_of(box, SIZE[0])
        # The style of a mirrored window makes the bars at its edges a little higher.
        assert abs(found.x() - expected.x()) <= 1, name
        assert abs(found.width() - expected.width()) <= 1, name
    hebrew.close()


def test_a_section_folds_by_its_arrow_on_the_right(hebrew: MainWindow) -> None:
    view, tree = hebrew.outline.view, hebrew.outline.tree
    node = tree.find(hebrew.session.sections()[0].section.id)
    assert node is not None
    row = QRectF(view.row_of(node))
    arrow = Mirror(row, is_on=True).box(view.delegate.pieces.chevron(node, row)).center()
    assert arrow.x() > view.viewport().width() / 2
    QTest.mouseClick(view.viewport(), LEFT, NONE, arrow.toPoint())
    assert not view.isExpanded(tree.index_of(node.id))
    # Where it is from left to right there is nothing to press.
    plain = view.delegate.pieces.chevron(node, row).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, plain)
    assert not view.isExpanded(tree.index_of(node.id))


def test_the_left_key_goes_into_a_section_and_the_right_key_out(hebrew: MainWindow) -> None:
    view, tree = hebrew.outline.view, hebrew.outline.tree
    section = hebrew.session.sections()[0].section.id
    view.setFocus()
    view.choose([section])
    QTest.keyClick(view, KEY.Key_Right)
    assert not view.isExpanded(tree.index_of(section))
    QTest.keyClick(view, KEY.Key_Left)
    assert view.isExpanded(tree.index_of(section))
    QTest.keyClick(view, KEY.Key_Left)
    assert view.current() == tree.find(section).entries[0]


def test_alt_and_the_left_key_put_a_section_into_the_one_above(hebrew: MainWindow) -> None:
    view, store = hebrew.outline.view, hebrew.session.store
    second = hebrew.session.sections()[1].section
    view.setFocus()
    view.choose([second.id])
    QTest.keyClick(view, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert store.sections.get(second.id).parent_id == hebrew.session.sections()[0].section.id
    QTest.keyClick(view, KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert store.sections.get(second.id).parent_id is None


def test_the_buttons_of_a_card_are_pressed_where_they_are_seen(hebrew: MainWindow) -> None:
    view, tree = hebrew.outline.view, hebrew.outline.tree
    node = tree.find(hebrew.session.sections()[0].section.id).entries[0]
    row = QRectF(view.row_of(node))
    box = view.delegate.pieces.button(Part.EDIT, node, row)
    at = Mirror(row, is_on=True).box(box).center().toPoint()
    QTest.mouseMove(view.viewport(), at)
    assert view.delegate.pointed == (node.key, Part.EDIT)
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    assert hebrew.outline.editor.isVisible()
    assert hebrew.outline.editor.entry_id == node.id


def test_the_line_of_a_drop_begins_on_the_right(hebrew: MainWindow) -> None:
    scenes.outline_drop(hebrew)
    view = hebrew.outline.view
    image = view.viewport().grab().toImage()
    accent = hebrew.theme.color("accent").rgb()
    spot = view._spot
    assert spot is not None and spot.line.width() > 100
    row = QRectF(view.viewport().rect())
    line = Mirror(row, is_on=True).box(spot.line.adjusted(0, -1, 0, 1))
    y = round(spot.line.y())
    seen = [x for x in range(image.width()) if image.pixel(x, y) == accent]
    assert abs(max(seen) - line.right()) <= 2
    assert abs(min(seen) - line.left()) <= 2
    # The ring is hollow, and it is where the section is indented.
    assert image.pixel(round(line.right()) - 4, y) == hebrew.theme.color("surface").rgb()


def test_the_figures_of_all_sections_open_beside_the_outline(hebrew: MainWindow) -> None:
    scenes.glance(hebrew)
    panel, outline = hebrew.outline.glances, hebrew.outline
    assert panel.isVisible()
    assert panel.x() < outline.mapTo(hebrew.root, QPoint(outline.width(), 0)).x() / 4


def test_the_first_chip_is_on_the_right_with_its_key_at_its_right_end(hebrew: MainWindow) -> None:
    scenes.tagging(hebrew)
    chips = {chip.text(): chip for chip in hebrew.reading.tag_bar.findChildren(Chip)}
    first, second = (chips[name] for name in ("Background", "NATO position"))
    assert first.y() == second.y() and first.x() > second.x()
    cap = Mirror(QRectF(first.rect()), is_on=True).box(first.cap)
    assert cap.center().x() > first.width() / 2
    ground = first.grab(cap.toAlignedRect().adjusted(2, 2, -2, -4)).toImage()
    colours = {ground.pixel(x, y) for x in range(ground.width()) for y in range(ground.height())}
    assert hebrew.theme.color("surface").rgb() in colours
    QTest.mouseClick(first, LEFT)
    filed = hebrew.session.store.entries.of_section(hebrew.session.sections()[0].section.id)
    assert filed[-1].text.startswith("The mission in Iraq")


def test_what_an_article_lacks_is_asked_for_where_it_is_seen(hebrew: MainWindow, qtbot) -> None:
    library = hebrew.library.list
    store = hebrew.session.store
    lacking = next(r.id for r in store.articles.rows(store.articles.ids()) if not r.publisher)
    index = library.table.index(library.table.row_of(lacking), 0)
    library.scrollTo(index)
    cell = QRectF(library.visualRect(index))
    box = library._delegate.missing_box(cell, index.row())
    at = Mirror(cell, is_on=True).box(box).center()
    assert at.x() > cell.center().x()
    hebrew.library.details_requested.disconnect()
    with qtbot.waitSignal(library.details_requested) as asked:
        QTest.mouseClick(library.viewport(), LEFT, NONE, at.toPoint())
    assert asked.args == [lacking]


def test_an_english_article_is_read_from_left_to_right_in_a_mirrored_window(
    hebrew: MainWindow,
) -> None:
    view = hebrew.reading.view
    words = "The mission in Iraq has about"
    start = view.body.index(words)
    page = view._page
    assert page is not None
    block = page.document.findBlock(page.unit(start))
    line = block.layout().lineForTextPosition(page.unit(start) - block.position())
    first = line.cursorToX(page.unit(start) - block.position())[0]
    last = line.cursorToX(page.unit(start + len(words)) - block.position())[0]
    assert first < last
    assert first < page.document.textWidth() / 4
