"""A look at the markup of a drop."""

from __future__ import annotations

import pytest

from briefing_app.gui.intake.markup import Look, from_windows, look
from tests.gui.intake.offers import LINK, META, PAGE, cf_html


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_link_is_known_in_every_encoding(encoding: str) -> None:
    assert look((META + LINK).encode(encoding)) == Look("A link to the story", PAGE, True)


def test_the_mark_of_the_byte_order_is_no_text() -> None:
    assert look("\ufeff<p>a</p>\0".encode()).text == "a"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Read {LINK}</p>",
        f'{LINK} <a href="https://example.org/other">another</a>',
        '<a href="javascript:void(0)">Click</a>',
        "<p>Words</p>",
    ],
)
def test_more_than_one_link_is_no_link(html: str) -> None:
    assert not look(html.encode()).is_link_only


def test_a_picture_with_a_link_is_a_link_and_one_without_a_picture() -> None:
    picture = '<img src="https://example.org/i.png" alt="x">'
    assert look(f'<a href="{PAGE}">{picture}</a>'.encode()) == Look(
        "", PAGE, True, pictures=("https://example.org/i.png",)
    )
    assert look(picture.encode()).is_picture
    assert not look(f"<p>Words</p>{picture}".encode()).is_picture


def test_what_is_not_shown_is_no_text() -> None:
    assert look(b"<title>T</title><style>p{}</style><script>x<y</script>a").text == "a"


def test_a_malformed_declaration_ends_the_look() -> None:
    assert look(b"<p>a</p><![nonsense x").text.startswith("a")


def test_the_windows_form_gives_fragment_and_page_whatever_its_offsets_say() -> None:
    assert from_windows(cf_html("<p>a</p>")) == (b"<p>a</p>", PAGE)
    assert from_windows(cf_html("<p>a</p>", "file:///C:/a.html"))[1] == ""
    assert from_windows(b"Version:0.9\r\n<p>no marks</p>\0") == (b"<p>no marks</p>", "")
    assert from_windows(b"Version:0.9\r\n") == (b"", "")
