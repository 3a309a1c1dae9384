"""What a word processor's document becomes, whatever its format."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.document import Document, read_document
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.incoming import Incoming

FILE = Incoming("a.docx", b"", url="https://news.example.com/a?utm_source=x")
LINES = [Line("The headline"), Line("By Jane Doe"), Line("The text of it is short.")]


def test_the_head_is_taken_off_and_the_address_is_cleaned() -> None:
    (article,) = read_document(FILE, Document(LINES)).articles
    assert (article.headline, article.byline) == ("The headline", "Jane Doe")
    assert article.body == "The text of it is short."
    assert article.url == "https://news.example.com/a"


def test_what_was_left_out_is_said() -> None:
    document = Document(LINES, removed=True, hidden=True, reversed=True)
    assert read_document(FILE, document).warnings == [
        "Text that a tracked change deletes was left out.",
        "Hidden text was left out.",
        "Characters that reverse the direction of text were removed.",
    ]


def test_margins_and_properties_are_only_proposed_and_margins_first() -> None:
    document = Document(
        LINES,
        margins=[Line("Reuters"), Line("https://example.com/b 6/1/20"), Line("6 January 2020")],
        properties={"headline": "Template", "published": "2019-01-01T00:00:00Z", "byline": "Me"},
    )
    (article,) = read_document(Incoming("a.docx", b""), document).articles
    assert (article.url, article.publisher, article.published) == ("", "", "")
    assert {(p.field, p.value, p.place) for p in article.proposals} == {
        ("url", "https://example.com/b", "header or footer"),
        ("publisher", "Reuters", "header or footer"),
        ("published", "2020-01-06", "header or footer"),
    }


def test_files_within_are_handed_on_even_without_text_around_them() -> None:
    inner = FILE.inner("page.html", b"<p>x</p>")
    contents = read_document(FILE, Document([], embedded=[inner]))
    assert (contents.articles, list(contents.inner)) == ([], [inner])


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text") as refused:
        read_document(FILE, Document([]))
    assert refused.value.hint
