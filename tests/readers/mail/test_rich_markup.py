"""Pages that are packed into rich text."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.mail.rich_markup import page_of
from tests.readers.compound_file import compound_file, outlook_item

HEAD = (r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}"
        r"{\f1\fswiss\fcharset204 Arial Cyr;}{\f2\fmodern\fcharset178 Simplified Arabic;}}"
        r"{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs24 ")  # fmt: skip


def page(content: str) -> str:
    return page_of(f"{HEAD}{content}}}".encode("latin-1"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r"{\*\htmltag64 <p class=a>}\htmlrtf \par\htmlrtf0 Text{\*\htmltag72 </p>}",
         "<p class=a>Text</p>"),
        (r"{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  a < b", "&amp; a &lt; b"),
        (r"L\'fcbeck \u8220?quoted\u8221? {\*\htmltag84 &#8230;}\htmlrtf \'85\htmlrtf0",
         "Lübeck “quoted” &#8230;"),
        (r"{\f1 \'cc\'e8\'f0}, {\f2 \'c7\'e1}", "Мир, ال"),
        (r"\u-10179?\u-8704?.", "😀."),
        (r"{\*\htmltag241 <style>p \{color: red\}</style>}", "<style>p {color: red}</style>"),
        (r"{\*\mhtmltag64 <a href='cid'>}{\*\htmltag64 <a href='x'>}here", "<a href='x'>here"),
        (r"one\line two", "one<br>two"),
        (r"one\par two\tab three\~four", "one\r\ntwo\tthree\xa0four"),
        (r"{\*\generator Word;}{\*\bkmkstart a}said{\*\bkmkend a}", "said"),
        (r"\u8217\'92s", "’s"), ("", ""),
    ],
)  # fmt: skip
def test_the_page_is_as_it_was_written(content: str, expected: str) -> None:
    assert page(content) == expected


def test_rich_text_that_was_never_a_page_has_none() -> None:
    assert page_of(rb"{\rtf1\ansi\fromtext Some text.\par}") == ""
    assert page_of(b"") == ""


def test_a_message_of_outlook_is_read_from_the_page_rather_than_from_its_copy() -> None:
    from compressed_rtf import compress

    first = "The alliance has stopped training soldiers in Iraq, its spokesman said. " * 3
    second = "Ambassadors will meet on Monday and hear what the strike was about. " * 3
    source = (rf"{HEAD}{{\*\htmltag64 <p>}}{first}{{\*\htmltag72 </p><p>}}{second}"
              r"{\*\htmltag72 </p>}}")  # fmt: skip
    wrapped = "\r\n".join([first[:60], first[60:130], first[130:], "", second])
    tree = outlook_item(32, {}, x0037="A", x1000=wrapped, x1009=compress(source.encode("cp1252")))
    (article,) = read_bytes("a.msg", compound_file(tree)).articles
    assert article.paragraphs == (first.strip(), second.strip())
    damaged = outlook_item(32, {}, x0037="A", x1000=first, x1009=b"LZFu" * 9)
    assert read_bytes("a.msg", compound_file(damaged)).articles[0].body == first.strip()


@pytest.mark.parametrize("content", ["{" * 20_000, r"{\*\htmltag64 <p" * 20_000, "\\", r"\u55357"])
def test_damaged_rich_text_is_read_as_far_as_it_goes(content: str) -> None:
    assert len(page(content)) <= 20 * len(content)
