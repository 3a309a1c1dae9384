from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.offsets import Offsets, showable
from briefing_app.gui.theme import Theme
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.plain.text import read_text_file

PIECES = st.sampled_from(
    [
        "a",
        " ",
        "\n",
        "\u00a0",
        "é",
        "e\u0301",
        "😀",
        "👩‍👩‍👧‍👦",
        "🇺🇸",
        "سلام",
        "שלום",
        "\u200d",
        "𝒳",
        "“",
        "中",
    ]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=["Cc"]), max_size=60).map("".join)


def document(text: str, qapp: object) -> QTextDocument:
    made = QTextDocument()
    QTextCursor(made).insertText(showable(text))
    return made


@given(text=TEXTS)
def test_every_code_point_comes_back(text):
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_points(offsets.to_units(point)) == point


@given(text=TEXTS)
def test_the_inside_of_a_pair_belongs_to_its_character(text):
    offsets = Offsets(text)
    for point, char in enumerate(text):
        if char > "\uffff":
            assert offsets.to_points(offsets.to_units(point) + 1) == point


@given(text=TEXTS)
def test_a_document_has_each_character_where_the_offsets_say(qapp, text):
    shown = document(text, qapp)
    offsets = Offsets(text)
    assert shown.characterCount() - 1 == offsets.to_units(len(text))
    for point, char in enumerate(showable(text)):
        unit = offsets.to_units(point)
        high = shown.characterAt(unit)
        expected = char.encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass")
        assert high == ("\u2029" if char == "\n" else expected)


@given(text=TEXTS, ends=st.tuples(st.integers(0, 80), st.integers(0, 80)))
def test_a_cursor_selects_what_the_offsets_mean(qapp, text, ends):
    start, end = sorted(min(end, len(text)) for end in ends)
    shown = document(text, qapp)
    offsets = Offsets(text)
    cursor = QTextCursor(shown)
    cursor.setPosition(offsets.to_units(start))
    cursor.setPosition(offsets.to_units(end), QTextCursor.MoveMode.KeepAnchor)
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    assert (offsets.to_points(first), offsets.to_points(last)) == (start, end)


def test_what_qt_would_drop_is_shown_one_for_one():
    risky = "\ufffe\ufeffa\u2029b\ufdd0c\ufffcd\ud800e"
    assert len(showable(risky)) == len(risky)
    assert [c for c in showable(risky) if c != "\ufffd"] == list("abcde")


SENTENCE = "The talks in the harbour went on on Monday after a pause of three weeks, he said."
LINES = st.lists(
    st.lists(PIECES.filter(lambda piece: piece != "\n"), min_size=1, max_size=30).map("".join),
    min_size=2,
    max_size=6,
)


@given(lines=LINES, ending=st.sampled_from(["\n\n", "\r\n\r\n", "\r\r"]), data=st.data())
def test_what_is_selected_of_an_imported_file_is_what_its_text_says(
    qapp, lines: list[str], ending: str, data: st.DataObject
) -> None:
    raw = "\ufeff" + ending.join(["Harbour talks resume", SENTENCE, *lines])
    article = read_text_file(Incoming("a.txt", raw.encode())).articles[0]
    body = article.body
    assert SENTENCE in body
    assert not set(body) & {"\r", "\ufeff"}
    page = ArticlePage(article, Theme())
    ends = st.integers(0, len(body))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    cursor = QTextCursor(page.document)
    cursor.setPosition(page.unit(start))
    cursor.setPosition(page.unit(end), QTextCursor.MoveMode.KeepAnchor)
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    assert (page.point(first), page.point(last)) == (start, end)
    assert page.slice(first, last) == body[start:end]
    seen = cursor.selectedText().replace("\u2029", "\n")
    assert seen == showable(body[start:end])
