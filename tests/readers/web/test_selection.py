"""Pieces of pages, as browsers hand them over."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Proposal
from briefing_app.errors import UnreadableFile
from briefing_app.readers.web.selection import read_selection

PAGE = "https://example.org/world/story.html?utm_source=x"
FRAGMENT = "<p>“We will not stop,” the mayor said on Tuesday. It was <b>bold</b>.</p>"
QUOTED = "“We will not stop,” the mayor said on Tuesday. It was bold."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_what_was_selected_comes_in_word_by_word(encoding: str) -> None:
    html = FRAGMENT.encode(encoding)
    read = read_selection("selection.html", html, QUOTED, PAGE)
    (article,) = read.articles
    assert article.body == QUOTED
    assert article.url == "https://example.org/world/story.html"
    assert read.original.data == html
    assert article.original_id == read.original.id


def test_nothing_that_was_selected_is_sorted_out() -> None:
    """On a whole page these would be taken for furniture."""
    html = '<div class="related"><p>First.</p><ul><li>Point one</li></ul></div><p>Last one.</p>'
    (article,) = read_selection("selection.html", html.encode(), "").articles
    assert article.body == "First.\nPoint one\nLast one."


@pytest.mark.parametrize("html", [FRAGMENT.encode(), b"<nav>Home</nav>" + FRAGMENT.encode(), b""])
def test_a_site_is_no_address_of_an_article_but_may_name_its_outlet(html: bytes) -> None:
    (known,) = read_selection("selection.html", html, QUOTED, "https://www.reuters.com").articles
    assert (known.url, known.publisher, known.proposals) == ("", "Reuters", ())
    assert "url" not in known.provenance
    (other,) = read_selection("selection.html", html, QUOTED, "https://www.quay.example").articles
    assert (other.url, other.publisher) == ("", "")
    assert other.proposals == (Proposal("publisher", "quay.example", "address"),)
    (local,) = read_selection("selection.html", html, QUOTED, "http://127.0.0.1:8000").articles
    assert (local.url, local.proposals) == ("", ())


def test_a_page_at_the_root_of_its_site_keeps_its_address() -> None:
    (article,) = read_selection("selection.html", b"", QUOTED, "https://example.org/").articles
    assert article.url == "https://example.org/"


def test_of_everything_on_a_page_the_article_is_taken() -> None:
    words = "The allies met in Brussels and called for restraint on all sides. "
    html = (
        "<nav><a href='/'>Home</a><a href='/world'>World</a></nav><h1>Allies meet</h1>"
        + "".join(f"<p>{number}. {words * 4}</p>" for number in range(5))
        + "<footer>All rights reserved</footer>"
    )
    (article,) = read_selection("selection.html", html.encode(), "").articles
    assert article.headline == "Allies meet"
    assert "Home" not in article.body and "rights" not in article.body


@pytest.mark.parametrize("start", ["", '<meta charset="utf-8">'])
def test_markup_without_an_element_is_read_as_text(start: str) -> None:
    """As Chromium copies from a PDF file."""
    lines = (
        "“We have waited long enough,” said Mayor Ines Varga. “Boats will not wait, and neither\n"
        "will the banks that lend the money for the quay & the rail link.”\n"
        "The council meets again on 2 December."
    )
    html = start + lines.replace("&", "&amp;")
    read = read_selection("selection.html", html.encode(), lines)
    assert read.articles[0].body == lines.replace("neither\n", "neither ")
    assert (read.original.media_type, read.original.data) == ("text/plain", lines.encode())
    assert read_selection("selection.html", b"All there is", "").articles[0].body == "All there is"


def test_cells_of_a_spreadsheet_come_in_by_rows() -> None:
    rows = [["Year", "Boats"], ["2025", "131"], ["2026", "140, after the storm"]]
    table = "".join(
        "<tr>" + "".join(f"<td><font>{cell}</font></td>\n" for cell in row) + "</tr>\n"
        for row in rows
    )
    html = f"<html><head><title></title></head><body><table>{table}</table></body></html>"
    text = "".join("\t".join(row) + "\n" for row in rows)
    (article,) = read_selection("selection.html", html.encode(), text).articles
    whole = [article.headline, *article.body.split("\n")]
    assert [line for line in whole if line] == [
        "Year Boats",
        "2025 131",
        "2026 140, after the storm",
    ]
    html = html.replace("</body>", "<p>Words.</p></body>")
    (beside,) = read_selection("selection.html", html.encode(), text).articles
    assert beside.body.endswith("Words.")


def test_without_markup_the_text_is_read() -> None:
    read = read_selection("selection.txt", b"", QUOTED)
    assert read.articles[0].body == QUOTED
    assert (read.original.media_type, read.original.data) == ("text/plain", QUOTED.encode())


def test_markup_that_shows_nothing_gives_way_to_the_text() -> None:
    read = read_selection("selection.html", b"<p hidden>x</p>", QUOTED)
    assert read.articles[0].body == QUOTED


@pytest.mark.parametrize(("html", "text"), [(b"", " \n"), (b"<script>x</script>", ""), (b"", "")])
def test_no_text_is_refused(html: bytes, text: str) -> None:
    with pytest.raises(UnreadableFile):
        read_selection("selection.html", html, text)
