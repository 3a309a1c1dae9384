"""Which words are other ones."""

from __future__ import annotations

from PySide6.QtGui import QColor

from briefing_app.gui.word_difference import ADDED, GONE, SAME, as_html, changes


def test_only_the_words_that_changed_are_told() -> None:
    assert list(changes("He said no.", "He said yes.")) == [
        (SAME, "He said "), (GONE, "no"), (ADDED, "yes"), (SAME, "."),
    ]  # fmt: skip
    assert list(changes("Same.", "Same.")) == [(SAME, "Same.")]
    assert list(changes("", "New")) == [(ADDED, "New")]


def test_both_texts_can_be_read_out_of_it() -> None:
    before, now = "Two of the three allies agreed.", "Three allies agreed, and one did not."
    found = list(changes(before, now))
    assert "".join(words for kind, words in found if kind != ADDED) == before
    assert "".join(words for kind, words in found if kind != GONE) == now


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    html = as_html("a <b> c", "a <i> c", QColor("red"), QColor("green"))
    assert "&lt;" in html and "<b>" not in html
    assert "line-through" in html and "font-weight:600" in html
