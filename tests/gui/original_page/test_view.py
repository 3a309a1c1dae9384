"""The page of the original beside the text, as a user sees and turns it."""

from __future__ import annotations

from hashlib import sha256

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.original_page import view
from briefing_app.gui.original_page.view import OriginalPage
from briefing_app.gui.original_page.zoom import Fit, Zoom
from briefing_app.gui.reading.beside_original import SIDE_BY_SIDE_PX
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from tests.gui.original_page.pages import Show, button, click, label, pdf
from tests.gui.reading.texts import PLAIN


def test_only_articles_with_pages_offer_it(paged: ReadingPane, session: Session) -> None:
    assert paged.beside.toggle.isVisible()
    assert not paged.beside.page.isVisible()
    session.open_article(PLAIN.id)
    assert not paged.beside.toggle.isVisible()


def test_the_first_page_stands_beside_the_text(beside: OriginalPage, paged: ReadingPane) -> None:
    assert beside.isVisible() and paged.view.isVisible()
    assert label(beside) == "1 of 3"
    assert paged.view.width() > 300


def test_it_stands_below_the_text_where_there_is_little_room(
    beside: OriginalPage, paged: ReadingPane, qtbot
) -> None:
    assert paged.beside.orientation() == Qt.Orientation.Horizontal
    paged.resize(SIDE_BY_SIDE_PX - 50, 800)
    qtbot.waitUntil(lambda: paged.beside.orientation() == Qt.Orientation.Vertical)
    assert paged.view.width() == beside.width()
    assert min(paged.view.height(), beside.height()) > 200
    paged.resize(SIDE_BY_SIDE_PX + 50, 800)
    qtbot.waitUntil(lambda: paged.beside.orientation() == Qt.Orientation.Horizontal)
    assert min(paged.view.width(), beside.width()) > 200


def test_the_command_of_the_menu_shows_and_hides_it(paged: ReadingPane, qtbot) -> None:
    paged.beside.show_or_explain()
    qtbot.waitUntil(paged.beside.page.isVisible)
    paged.beside.show_or_explain()
    qtbot.waitUntil(paged.beside.page.isHidden)


def test_its_buttons_and_keys_turn_the_pages(beside: OriginalPage, qtbot) -> None:
    assert not button(beside, "Previous page").isEnabled()
    with qtbot.waitSignal(beside._drawing.drawn, timeout=20_000) as drawn:
        click(button(beside, "Next page"))
    assert drawn.args[0].asked.number == beside.number == 2
    assert label(beside) == "2 of 3"
    QTest.keyClick(beside, Qt.Key.Key_Right)
    assert not button(beside, "Next page").isEnabled()
    QTest.keyClick(beside, Qt.Key.Key_Left)
    assert beside.number == 2


def test_it_follows_the_text_that_is_read(beside: OriginalPage, paged, qtbot) -> None:
    bar = paged.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: beside.number == 3)
    bar.setValue(0)
    qtbot.waitUntil(lambda: beside.number == 1)


def test_a_page_that_was_turned_to_stays_while_the_same_is_read(
    beside: OriginalPage, paged: ReadingPane, qtbot
) -> None:
    beside.turn_on()
    with qtbot.waitSignal(paged.beside._following.timeout):
        paged.view.verticalScrollBar().setValue(5)
    assert beside.number == 2


def test_it_shows_the_page_of_a_passage_that_is_gone_to(
    beside: OriginalPage, paged: ReadingPane, session: Session, qtbot
) -> None:
    start = paged.view.body.index("Item 12")
    place = session.sections()[0].section.id
    entry = session.store.entries.file(place, Kind.FACT, session.article_id, start, start + 7)
    (tie,) = session.store.entries.evidence(entry)
    session.show_passage(tie.excerpt_id)
    page = session.store.articles.get(session.article_id).page_at(start)
    qtbot.waitUntil(lambda: beside.number == page == 2)


def test_it_comes_back_with_the_next_article_that_has_pages(
    beside: OriginalPage, session: Session
) -> None:
    paged_id = session.article_id
    session.open_article(PLAIN.id)
    assert not beside.isVisible()
    session.open_article(paged_id)
    assert beside.isVisible()


def test_that_a_page_is_being_drawn_is_said_when_it_takes_a_while(
    theme: Theme, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "WAITED_MS", 1)
    page = OriginalPage(theme)
    qtbot.addWidget(page)
    page.resize(300, 500)
    page.show()
    file = Original("ministers.pdf", "application/pdf", pdf())
    page.show_file(lambda: file, 2)
    qtbot.waitUntil(lambda: page.hint == "The page is being drawn…", timeout=20_000)
    assert page.message == ""
    qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)
    assert page.hint == ""
    page.close_file()


def test_a_picture_stands_beside_the_text_that_was_read_from_it(show: Show, pane, qtbot) -> None:
    data = png_of(60, 40)
    show(Original("shot.png", "image/*", data), Article("Shot", "The text.", page_starts=(0,)))
    click(pane.beside.toggle)
    qtbot.waitUntil(lambda: pane.beside.page.is_drawn, timeout=20_000)
    assert label(pane.beside.page) == "1 of 1"


def png_of(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    written = QBuffer()
    image.save(written, "PNG")  # type: ignore[call-overload]
    return bytes(written.data().data())


def test_a_file_that_cannot_be_drawn_is_said_in_its_place(show: Show, pane, qtbot) -> None:
    show(Original("odd.pdf", "application/pdf", b"%PDF-1.4 no more"),
         Article("Odd", "First page.\nSecond page.", page_starts=(0, 12)))  # fmt: skip
    click(pane.beside.toggle)
    qtbot.waitUntil(lambda: bool(pane.beside.page.message), timeout=20_000)
    assert "The PDF file is damaged or cut off." in pane.beside.page.message


def test_an_original_that_was_not_kept_is_said_in_its_place(show: Show, pane, qtbot) -> None:
    show(Original("big.pdf", "application/pdf", b"", path="/far/big.pdf", left_out="0" * 64),
         Article("Big", "First page.\nSecond page.", page_starts=(0, 12)))  # fmt: skip
    click(pane.beside.toggle)
    qtbot.waitUntil(lambda: bool(pane.beside.page.message), timeout=20_000)
    assert "too large to be kept" in pane.beside.page.message


def test_one_that_was_not_kept_is_shown_from_its_place(show: Show, pane, qtbot, tmp_path) -> None:
    path = tmp_path / "big.pdf"
    path.write_bytes(pdf())
    digest = sha256(pdf()).hexdigest()
    show(Original("big.pdf", "application/pdf", b"", path=str(path), left_out=digest),
         Article("Big", "First page.\nSecond page.", page_starts=(0, 12)))  # fmt: skip
    click(pane.beside.toggle)
    qtbot.waitUntil(lambda: pane.beside.page.is_drawn, timeout=20_000)


def test_it_is_drawn_in_the_dark_too(beside: OriginalPage, theme: Theme) -> None:
    light = beside.grab().toImage().pixelColor(3, beside.height() - 3)
    theme.set(name="dark")
    dark = beside.grab().toImage().pixelColor(3, beside.height() - 3)
    assert dark.lightness() < 60 < light.lightness()


def test_a_click_on_the_page_brings_its_text_and_the_page_stays(
    beside: OriginalPage, paged: ReadingPane, session: Session, qtbot
) -> None:
    beside.turn_to(2)
    qtbot.waitUntil(lambda: beside.is_drawn, timeout=20_000)
    middle = beside.canvas.viewport().rect().center()
    QTest.mouseClick(beside.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    article = session.store.articles.get(session.article_id)
    top = paged.view.top_position()
    assert top is not None and abs(top - article.page_starts[1]) < 120
    QTest.qWait(20)
    assert beside.number == 2


def test_enter_on_the_page_does_the_same_and_escape_goes_to_the_text(
    beside: OriginalPage, paged: ReadingPane, qtbot
) -> None:
    beside.turn_to(3)
    qtbot.waitUntil(lambda: beside.is_drawn, timeout=20_000)
    beside.canvas.setFocus()
    QTest.keyClick(beside.canvas, Qt.Key.Key_Return)
    assert paged.view.verticalScrollBar().value() > 0
    QTest.keyClick(beside.canvas, Qt.Key.Key_Escape)
    assert paged.view.hasFocus()


def test_keys_zoom_and_go_through_the_page_and_on_to_the_next(beside: OriginalPage) -> None:
    canvas, key = beside.canvas, Qt.Key
    QTest.keyClick(canvas, key.Key_H)
    assert canvas.zoom.fit is Fit.PAGE
    before = canvas.scale
    QTest.keyClick(canvas, key.Key_Plus)
    assert canvas.scale > before
    QTest.keyClick(canvas, key.Key_Minus)
    assert canvas.scale < before * 1.01
    QTest.keyClick(canvas, key.Key_W)
    assert canvas.zoom.fit is Fit.WIDTH
    QTest.keyClick(canvas, key.Key_End)
    assert beside.number == 3
    QTest.keyClick(canvas, key.Key_Home)
    assert beside.number == 1
    for _ in range(6):
        QTest.keyClick(canvas, key.Key_PageDown)
        if beside.number == 2:
            break
    assert beside.number == 2
    assert canvas.verticalScrollBar().value() == 0
    QTest.keyClick(canvas, key.Key_PageUp)
    assert beside.number == 1
    assert canvas.verticalScrollBar().value() == canvas.verticalScrollBar().maximum()


def test_arrows_move_a_page_that_is_wider_than_its_room(beside: OriginalPage) -> None:
    for _ in range(12):
        QTest.keyClick(beside.canvas, Qt.Key.Key_Plus)
    bar = beside.canvas.horizontalScrollBar()
    before = bar.value()
    QTest.keyClick(beside.canvas, Qt.Key.Key_Right)
    assert bar.value() > before
    assert beside.number == 1


def test_a_typed_number_turns_to_that_page_and_leaves_the_text(
    beside: OriginalPage, paged: ReadingPane, qtbot
) -> None:
    for number in ("3", "1"):
        beside.head.field.setFocus()
        beside.head.field.selectAll()
        QTest.keyClicks(beside.head.field, number)
        QTest.keyClick(beside.head.field, Qt.Key.Key_Return)
        assert label(beside) == f"{number} of 3"
        qtbot.waitUntil(lambda: beside.is_drawn, timeout=20_000)
        QTest.keyClick(beside.head.field, Qt.Key.Key_Return)
        assert paged.view.verticalScrollBar().value() == 0


def test_a_number_beyond_the_last_page_turns_to_the_last(beside: OriginalPage) -> None:
    last = int(label(beside).split()[-1])
    field = beside.head.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert label(beside) == f"{last} of {last}"


def test_from_right_to_left_the_next_page_is_on_the_left(theme: Theme, mirrored, qtbot) -> None:
    page = OriginalPage(theme)
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.show()
    page.show_file(lambda: Original("a.pdf", "application/pdf", pdf()), 3)
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.number == 2
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.number == 1
    assert button(page, "Next page").toolTip() == "Next page (Left)"
    page.close_file()


def test_where_the_bar_stands_between_text_and_page_is_remembered(
    beside: OriginalPage, paged: ReadingPane, session: Session, theme: Theme, qtbot
) -> None:
    handle = paged.beside.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 0))
    width = beside.width()
    qtbot.waitUntil(lambda: not paged.beside._keeping.isActive())
    another = ReadingPane(session, theme)
    qtbot.addWidget(another)
    another.resize(paged.size())
    another.show()
    another.beside.show_article(session.store.articles.get(session.article_id))
    click(another.beside.toggle)
    assert abs(another.beside.page.width() - width) <= 2
    another.beside.page.close_file()


def test_what_is_selected_in_the_text_is_outlined_on_the_page(
    beside: OriginalPage, paged: ReadingPane, qtbot
) -> None:
    start = paged.view.body.index("Item 2 of")
    paged.view.select(start, start + 120)
    qtbot.waitUntil(lambda: len(beside.canvas.marked) == 2, timeout=20_000)
    paged.view.select(0, 0)
    qtbot.waitUntil(lambda: beside.canvas.marked == ())


def test_a_passage_that_is_gone_to_is_outlined_on_its_page(
    beside: OriginalPage, paged: ReadingPane, session: Session, qtbot
) -> None:
    beside.canvas.set_zoom(Zoom(Fit.NOTHING, 2.0))
    start = paged.view.body.index("Item 14")
    place = session.sections()[0].section.id
    entry = session.store.entries.file(place, Kind.FACT, session.article_id, start, start + 60)
    (tie,) = session.store.entries.evidence(entry)
    session.show_passage(tie.excerpt_id)
    qtbot.waitUntil(lambda: bool(beside.canvas.marked), timeout=20_000)
    assert beside.number == 2
    top, foot = (beside.canvas.part_in_sight()[at] for at in (1, 3))
    assert top <= beside.canvas.marked[0][1] < foot, "it is scrolled into sight"


def test_of_a_passage_over_two_pages_each_shows_its_part(
    beside: OriginalPage, paged: ReadingPane, session: Session, qtbot
) -> None:
    second = session.store.articles.get(session.article_id).page_starts[1]
    paged.view.select(second - 60, second + 60)
    qtbot.waitUntil(lambda: bool(beside.canvas.marked), timeout=20_000)
    beside.turn_to(2)
    assert beside.canvas.marked == ()
    qtbot.waitUntil(lambda: bool(beside.canvas.marked), timeout=20_000)
    assert beside.canvas.marked[0][1] < 0.2
