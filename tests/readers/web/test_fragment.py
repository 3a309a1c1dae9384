"""Pieces of markup: all that is shown, a paragraph a line."""

from __future__ import annotations

import pytest

from briefing_app.readers.web.fragment import clean_fragment, split_fragment


def test_each_block_of_a_fragment_is_a_paragraph() -> None:
    html = (
        "<div>One <b>bold</b> line<br>and the next</div><p>“Quoted,” he said.</p><ul><li>Item</ul>"
    )
    assert clean_fragment(html) == ["One bold line", "and the next", "“Quoted,” he said.", "Item"]


def test_text_without_markup_is_one_paragraph() -> None:
    assert clean_fragment("Just words &amp; no tags.") == ["Just words & no tags."]


@pytest.mark.parametrize("html", ["", "  \n", "<!-- -->", "<br>", "<p></p>", "\0"])
def test_nothing_shown_is_no_paragraph(html: str) -> None:
    assert clean_fragment(html) == []


@pytest.mark.parametrize(
    "hidden",
    ["<p style='display:none'>SECRET</p>", "<script>SECRET</script>", "<title>SECRET</title>",
     "<style>SECRET</style>", "<div hidden>SECRET</div>", "<!-- SECRET -->"],
)  # fmt: skip
def test_what_a_browser_hides_is_left_out(hidden: str) -> None:
    assert clean_fragment(f"<p>Seen</p>{hidden}") == ["Seen"]


def test_a_fragment_nested_beyond_reason_keeps_its_text() -> None:
    assert clean_fragment("<div>" * 5_000 + "<p>The text.</p>") == ["The text."]


def test_words_under_pictures_are_told_from_the_text() -> None:
    html = "<p>The text.</p><figure><img><figcaption>A picture.</figcaption></figure>"
    text, captions = split_fragment(html)
    assert text == ["The text."]
    assert [(item.kind, item.text) for item in captions] == [("caption", "A picture.")]
    assert split_fragment("") == ([], [])


def test_a_piece_shows_quotation_marks_and_numbers_as_a_page_does() -> None:
    markup = (
        "<p>He said <q>we stay</q> of <code>Taji</code>.<sup>[2]</sup></p><ol><li>Go.</li></ol>"
    )
    assert clean_fragment(markup) == ["He said “we stay” of Taji.", "1. Go."]
