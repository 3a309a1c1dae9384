from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing_app.gui.reading.offsets import Offsets, showable

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
