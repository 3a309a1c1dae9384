"""The page of the original beside the text, as a user sees and turns it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading import original_page
from briefing_app.gui.reading.original_page import OriginalPage
from briefing_app.gui.reading.original_page_beside import SIDE_BY_SIDE_PX
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.readers import read_bytes
from tests.gui.reading.texts import PLAIN
from tests.readers.pdf_samples import Text, column, make_pdf, set_lines

WORDS = "ministers alliance mission Iraq officials spoke about hours named Brussels again"
CHANCE = random.Random(7)
PARAGRAPHS = [
    f"Item {number} of the {' '.join(CHANCE.choices(WORDS.split(), k=24))}." for number in range(20)
]
Show = Callable[[Original, Article], None]


def pdf() -> bytes:
    lines = set_lines(PARAGRAPHS, 88)
    pages = [column(lines[at : at + 30], 50, 740, 10) for at in range(0, len(lines), 30)]
    return make_pdf(
        [[Text(50, 780, "Ministers meet again in Brussels", 20), *pages[0]], *pages[1:]]
    )


@pytest.fixture
def show(pane: ReadingPane, session: Session) -> Iterator[Show]:
    """Open an article in the pane."""

    def put(original: Original, article: Article) -> None:
        (id,) = session.store.articles.add(original, [article])
        session.open_article(id)

    yield put
    pane.beside.page.close_file()


@pytest.fixture
def paged(pane: ReadingPane, show: Show) -> ReadingPane:
    """The pane with an article of several pages, without the page beside it."""
    file = read_bytes("ministers.pdf", pdf())
    show(file.original, file.articles[0])
    return pane


@pytest.fixture
def beside(paged: ReadingPane, qtbot) -> OriginalPage:
    """The page beside the text, drawn."""
    click(paged.beside.toggle)
    qtbot.waitUntil(lambda: paged.beside.page.is_drawn, timeout=20_000)
    return paged.beside.page


def click(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def button(page: OriginalPage, name: str) -> QToolButton:
    return next(b for b in page.findChildren(QToolButton) if b.accessibleName() == name)


def label(page: OriginalPage) -> str:
    return page.head.label


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
    monkeypatch.setattr(original_page, "WAITED_MS", 1)
    page = OriginalPage(theme)
    qtbot.addWidget(page)
    page.resize(300, 500)
    page.show()
    page.show_file(Original("ministers.pdf", "application/pdf", pdf()), 2)
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


def test_an_original_that_was_not_kept_is_said_in_its_place(show: Show, pane) -> None:
    show(Original("big.pdf", "application/pdf", b"", path="/far/big.pdf", left_out="0" * 64),
         Article("Big", "First page.\nSecond page.", page_starts=(0, 12)))  # fmt: skip
    click(pane.beside.toggle)
    assert "too large to be kept" in pane.beside.page.message


def test_it_is_drawn_in_the_dark_too(beside: OriginalPage, theme: Theme) -> None:
    light = beside.grab().toImage().pixelColor(3, beside.height() - 3)
    theme.set(name="dark")
    dark = beside.grab().toImage().pixelColor(3, beside.height() - 3)
    assert dark.lightness() < 60 < light.lightness()
