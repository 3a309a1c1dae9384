"""Arabic, Persian, Hebrew and mixed lines as they are seen: where colours lie on pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.handles import ends
from briefing_app.gui.reading.highlights import Highlight, passage_lines
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.theme import Theme
from tests.gui.reading.hands import at, drag
from tests.gui.reading.pictures import box_of, count_of

MIXED = Article(
    "محادثات الميناء تستأنف",
    "قال الوزير يوم الاثنين إن NATO علق المهمة.\n"
    "An English line with عربي inside it.\n"
    "سخنگو گفت که «می\u200cخواهیم گفت\u200cوگو کنیم» و NATO را فراخواند.\n"
    "שלום עולם, אמר השר ב-NATO ביום שני.\n"
    "قَالَ 👩‍👩‍👧‍👦 نعم.",
    publisher="الميناء",
    published="2020-01-07",
)
WORDS = (
    "الوزير يوم",
    "إن NATO علق",
    "with عربي inside",
    "می\u200cخواهیم گفت\u200cوگو",
    "השר ב-NATO",
    "قَالَ 👩‍👩‍👧‍👦",
)


@pytest.fixture(params=["light", "dark", "mirrored"])
def view(request, qapp, qtbot) -> ReadingView:
    theme = Theme("dark" if request.param == "dark" else "light")
    theme.apply()
    view = ReadingView(theme)
    if request.param == "mirrored":
        # The interface's direction; what is read keeps its own.
        view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(view)
    view.theme = theme
    view.resize(760, 560)
    view.show()
    view.show_article(MIXED)
    return view


def passage(words: str) -> Passage:
    start = MIXED.body.index(words)
    return Passage(start, start + len(words))


def mark(view: ReadingView, words: str, kind: Kind = Kind.QUOTE) -> Passage:
    where = passage(words)
    view.set_highlights([Highlight(where.start, where.end, kind, "x", "x", "1", "Section")])
    return where


@pytest.mark.parametrize("words", WORDS)
def test_a_highlight_lies_under_its_words_and_nowhere_else(view, words: str) -> None:
    where = mark(view, words)
    body = view.passage_rect(where)
    text = QRect(64, 0, view.viewport().width() - 128, view.viewport().height())
    seen = box_of(view.viewport().grab().toImage(), view.theme.color("quote_bg"), text)
    assert not seen.isNull()
    assert body.adjusted(-2, -2, 2, 2).contains(seen)
    assert seen.width() > body.width() - 10


@pytest.mark.parametrize("words", WORDS)
def test_the_marker_is_in_the_margin_where_the_paragraph_begins(view, words: str) -> None:
    where = mark(view, words)
    is_rtl = words != "with عربي inside"
    width, height = view.viewport().width(), view.viewport().height()
    left, right = QRect(0, 0, 62, height), QRect(width - 62, 0, 62, height)
    picture, color = view.viewport().grab().toImage(), view.theme.color("quote_bg")
    here, there = (right, left) if is_rtl else (left, right)
    marker = box_of(picture, color, here)
    assert 15 <= marker.width() <= 24
    assert abs(marker.center().y() - view.passage_rect(where).center().y()) < 8
    assert box_of(picture, color, there).isNull()


@pytest.mark.parametrize("words", WORDS)
def test_a_search_result_is_painted_under_its_words(view, words: str) -> None:
    plain = view.viewport().grab().toImage()
    assert view.set_search(f'"{words}"') == 1
    found = view.viewport().grab().toImage()
    changed = [
        QPoint(x, y)
        for y in range(0, found.height(), 2)
        for x in range(0, found.width(), 2)
        if found.pixel(x, y) != plain.pixel(x, y)
    ]
    allowed = view.passage_rect(passage(words)).adjusted(-2, -2, 2, 2)
    assert changed and all(allowed.contains(place) for place in changed)


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        ("وزير", "وم", "الوزير يوم"),
        ("وم", "وزير", "الوزير يوم"),
        ("ATO", "لق", "NATO علق"),
        ("ith", "nside", "with عربي inside"),
        ("خواهیم", "وگو", "می\u200cخواهیم گفت\u200cوگو"),
        ("שר", "TO ביום", "השר ב-NATO"),
    ],
)
def test_a_drag_of_the_mouse_selects_the_words_between(view, start, end, meant) -> None:
    view.grab()
    drag(view, at(view, start), at(view, end, 1))
    selected = view.passage
    assert selected is not None
    assert MIXED.body[selected.start : selected.end] == meant


def test_the_selection_is_seen_where_it_is(view) -> None:
    where = passage("الوزير يوم")
    view.setFocus()
    view.select(where.start, where.end)
    color = view.palette().highlight().color()
    picture = view.viewport().grab().toImage()
    inside = view.passage_rect(where)
    assert count_of(picture, color, inside) > 200
    before = view.passage_rect(passage("قال"))
    assert count_of(picture, color, before.adjusted(8, 0, 0, 0)) == 0


def test_an_arabic_passage_is_filed_by_mouse_and_key(pane, session) -> None:
    original = Original("mixed.txt", "text/plain", b"mixed")
    (id,) = session.store.articles.add(original, [MIXED])
    session.open_article(id)
    view = pane.view
    view.grab()
    drag(view, at(view, "خواهیم"), at(view, "وگو", 1))
    QTest.keyClick(view, Qt.Key.Key_2)
    (card,) = session.store.entries.cards(session.memo_id)
    assert card.entry.text == "می\u200cخواهیم گفت\u200cوگو"


@pytest.mark.parametrize("words", WORDS)
def test_the_handles_stand_where_the_passage_begins_and_ends(view, words: str) -> None:
    where = mark(view, words)
    boxes = [*passage_lines(view._page, where.start, where.end)]
    start, end = ends(view._page, where.start, where.end)
    for handle in (start, end):
        middle = (handle.top + handle.bottom) / 2
        assert any(
            box.left() - 4 <= handle.x <= box.right() + 4 and box.top() <= middle <= box.bottom()
            for box in boxes
        )
    # Where it ends in a word of the other direction, that end is inside what is coloured.
    left, right = min(b.left() for b in boxes) + 2, max(b.right() for b in boxes) - 2
    assert abs(start.x - (left if words == "with عربي inside" else right)) <= 3
    assert start.x < end.x if words == "with عربي inside" else start.x > end.x
