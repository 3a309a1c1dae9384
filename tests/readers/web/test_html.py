"""Web pages: the article, the whole article, and nothing but the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes

Page = Callable[..., Article]
SENTENCE = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length. "
PARAGRAPH = f"<p>{SENTENCE * 3}</p>"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_each_paragraph_heading_and_list_item_is_a_line(read_page: Page) -> None:
    article = read_page(
        "",
        "<h1>Head</h1><p>First <b>bold</b> and <a href='/x'>linked</a> words of the text.</p>"
        "<h2>A sub-heading</h2><ul><li>One item of the list</li><li>Another item of it</li></ul>"
        "<blockquote><p>“A quotation of some length,” he said.</p></blockquote>",
    )
    assert article.paragraphs[:5] == (
        "First bold and linked words of the text.",
        "A sub-heading",
        "One item of the list",
        "Another item of it",
        "“A quotation of some length,” he said.",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>SECRET</p>", "<div hidden><p>SECRET</p></div>",
        "<p style='visibility: hidden'>SECRET</p>", "<span aria-hidden='true'>SECRET</span>",
        "<template><p>SECRET</p></template>", "<noscript><p>SECRET</p></noscript>",
        "<script>SECRET</script>", "<div class='cookie-banner'><p>SECRET</p></div>",
        "<nav><a href='/'>SECRET</a></nav>", "<div class='related-stories'>SECRET</div>",
        "<form><label>SECRET</label></form>", "<!-- SECRET -->", "<div role='dialog'>SECRET</div>",
    ],
)  # fmt: skip
def test_hidden_text_and_page_furniture_stay_out(read_page: Page, hidden: str) -> None:
    assert "SECRET" not in read_page("", f"<h1>Head</h1>{PARAGRAPH}{hidden}").body


def test_much_hidden_text_is_told() -> None:
    hidden = f"<div style='display:none'>{PARAGRAPH}</div>"
    read = read_bytes("a.html", page(f"<article>{PARAGRAPH * 2}{hidden}</article>"))
    assert read.warnings == ("Hidden text was left out.",)


def test_an_article_under_a_dialog_is_not_taken_for_hidden(read_page: Page) -> None:
    article = read_bytes(
        "a.html", page(f"<div aria-hidden='true'><article>{PARAGRAPH}</article></div>")
    ).articles[0]
    assert SENTENCE.strip() in article.body


def test_a_text_with_the_name_of_furniture_is_kept_when_it_is_the_article() -> None:
    paragraphs = "".join(f"<p>Number {n}. {SENTENCE * 2}</p>" for n in range(5))
    article = read_bytes("a.html", page(f"<div class='social'>{paragraphs}</div>")).articles[0]
    assert len(article.paragraphs) == 5


def test_captions_are_set_aside(read_page: Page) -> None:
    article = read_page("", "<h1>Head</h1><figure><figcaption>The chief.</figcaption></figure>")
    first = article.set_aside[0]
    assert (first.kind, first.text) == ("caption", "The chief.")
    assert "The chief." not in article.body


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-8-sig", "utf-8"), ("utf-16", ""), ("cp1252", "iso-8859-1"),
     ("cp1252", ""), ("cp1256", "windows-1256"), ("utf-8", "iso-8859-1")],
)  # fmt: skip
def test_the_encoding_of_a_page_is_found(encoding: str, declared: str) -> None:
    word = "قال الأمين العام" if encoding == "cp1256" else "“L’été à Genève…”"
    meta = f'<meta charset="{declared}">' if declared else ""
    body = f"<h1>Head</h1><p>{word} said. {SENTENCE * 3}</p>{PARAGRAPH}"
    data = f"<html><head>{meta}</head><body>{body}</body></html>".encode(encoding)
    assert read_bytes("a.html", data).articles[0].paragraphs[0].startswith(word)


def test_an_xhtml_page_with_a_declaration_is_read() -> None:
    data = b"<?xml version='1.0' encoding='utf-8'?>" + page(f"<h1>Head</h1>{PARAGRAPH}")
    assert read_bytes("a.xhtml", data).articles[0].body == (SENTENCE * 3).strip()


def test_a_fragment_from_a_drop_is_read_with_its_address() -> None:
    data = "<p>“One sentence,” he said.</p><p>And one more of them.</p><p>The last.</p>".encode()
    (article,) = read_bytes("drop.html", data, url="https://www.reuters.com/a").articles
    assert article.headline == ""
    assert article.body == "“One sentence,” he said.\nAnd one more of them.\nThe last."
    assert article.publisher == "Reuters"


@pytest.mark.parametrize(
    "nested",
    ["<div>" * 100_000, "<b>" * 20_000, "<table><tr><td>" * 3_000, "<ul><li>" * 5_000],
    ids=["div", "b", "table", "list"],
)
def test_deep_nesting_loses_no_text(nested: str) -> None:
    read = read_bytes("a.html", page(f"<h1>Head</h1>{nested}{PARAGRAPH}"))
    assert read.articles[0].body == (SENTENCE * 3).strip()
    assert len(read.warnings) == 1


@pytest.mark.parametrize(
    "extra",
    [
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>x</p>", "&#xD800;&#0;&#xFFFF;",
        "<" * 100_000, "<p style='" + "display: " * 50_000 + "'>x</p>", "text<br>" * 5_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "<![CDATA[ x ]]>",
    ],
    ids=["attributes", "characters", "brackets", "style", "breaks", "json", "cdata"],
)  # fmt: skip
def test_hostile_markup_does_not_keep_the_text_from_being_read(extra: str) -> None:
    read = read_bytes("a.html", page(f"<article><h1>Head</h1>{PARAGRAPH}{extra}</article>"))
    assert SENTENCE.strip() in read.articles[0].body


@pytest.mark.parametrize(
    "data",
    [b"<html></html>", b"<html><frameset><frame src='x'></frameset></html>",
     b"<html><body><img src='x.png'></body></html>", b"<!-- only a comment --><html>",
     b"<html><body><h1>Only a heading</h1></body></html>"],
)  # fmt: skip
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_bytes("a.html", data)
    assert "a.html" in refused.value.message
    assert refused.value.hint


def test_direction_overrides_go_and_are_told() -> None:
    read = read_bytes("a.html", page(f"<p>\u202eReversed\u202c. {SENTENCE * 3}</p>{PARAGRAPH}"))
    assert "\u202e" not in read.articles[0].body + read.articles[0].headline
    assert len(read.warnings) == 1
