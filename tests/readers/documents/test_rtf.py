"""Rich text: encodings, what is not shown, tables, footnotes, links, and broken files."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes
from briefing_app.readers.documents.rtf import document_of

TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


def lines(markup: str, head: str = r"\ansi\ansicpg1252\deff0") -> list[str]:
    """The paragraphs of an RTF file with this body."""
    return [line.text for line in document_of(f"{{\\rtf1{head} {markup}}}".encode("ascii")).lines]


def test_a_file_becomes_an_article() -> None:
    data = f"{{\\rtf1\\ansi The headline\\par By Jane Doe\\par {TEXT}\\par}}".encode()
    (article,) = read_bytes("a.rtf", data).articles
    assert (article.headline, article.byline, article.body) == ("The headline", "Jane Doe", TEXT)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (r"caf\'e9", "café"),
        (r"\u8220?quoted\u8221?", "“quoted”"),
        (r"{\uc2\u1576\'c8\'c8\u1593\'da\'da}", "بع"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\uc0\u1605\u1607", "مه"),
        (r"\uc0 \u55357\uc1 \u56832\'3f", "😀"),
        (r"{\f1\'ef\'f0\'e8\'e2\'e5\'f2}", "привет"),
        (r"{\f2\'93\'fa\'96\'7b}", "日本"),
        (r"{\f2\'83A}", "ア"),
        (r"{\f3\'e6\'e5\'ed}", "وهي"),
        (r"a\~b\_c\-d\{e\}\\", "a b-cd{e}\\"),
        (r"a\ldblquote b\rdblquote\emdash c", "a“b”—c"),
        ("one \r\ntwo", "one two"),
        ("one \r\n\\i two", "one two"),
    ],
)
def test_characters_come_out_as_meant(markup: str, text: str) -> None:
    fonts = (
        r"\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}"
        r"{\f2\fcharset128 MS;}{\f3\fcharset178 A;}}"
    )
    assert lines(markup, fonts) == [text]


def test_bytes_that_were_not_escaped_are_in_the_code_page_of_the_file() -> None:
    data = b"{\\rtf1\\ansi\\ansicpg1251 " + "привет".encode("cp1251") + b"}"
    assert document_of(data).lines[0].text == "привет"


@pytest.mark.parametrize(
    "markup",
    [r"a{\v unseen}b", r"a\v unseen\v0 b", r"a{\v unseen}{\deleted gone}b", r"a\v x\plain b"],
)
def test_hidden_and_deleted_text_is_left_out_with_a_word(markup: str) -> None:
    document = document_of(f"{{\\rtf1 {markup}}}".encode())
    assert [line.text for line in document.lines] == ["ab"]
    assert document.hidden
    assert document.removed == ("deleted" in markup)


COLOURS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red0\green51\blue102;}"


@pytest.mark.parametrize(
    "markup",
    [r"a{\cf2 SECRET}b", r"a\cf2 SECRET\cf0 b", r"a\cf2 SECRET\plain b", r"a{\fs2 SECRET}b",
     r"a{\cf2\highlight2 SECRET}b", r"\pard\cbpat3 \pard a{\cf2 SECRET}b",
     r"a{\cf2\u8222?SECRET\'93}b"],
)  # fmt: skip
def test_white_and_tiny_text_is_left_out_with_a_word(markup: str) -> None:
    document = document_of(f"{{\\rtf1{COLOURS} {markup}}}".encode())
    assert [line.text for line in document.lines] == ["ab"]
    assert document.hidden


@pytest.mark.parametrize(
    "markup",
    [r"a{\cf3 seen}b", r"a{\cf2\chcbpat3 seen}b", r"a{\cf2\highlight1 seen}b",
     r"\pard\cbpat3 a{\cf2 seen}b", r"\trowd\clcbpat3\cellx99\intbl a{\cf2 seen}b\cell\row",
     r"{\*\background{\shp x}}a{\cf2 seen}b", r"a{\fs16 seen}b", r"{\cf2 }aseenb"],
)  # fmt: skip
def test_white_text_on_a_colour_and_small_print_stay(markup: str) -> None:
    document = document_of(f"{{\\rtf1{COLOURS} {markup}}}".encode())
    assert [line.text for line in document.lines] == ["aseenb"]
    assert not document.hidden


def test_what_is_no_text_is_left_out() -> None:
    markup = (
        r"{\stylesheet{\s1 Heading;}}{\*\generator Word;}{\colortbl;\red0;}a{\pict\pngblip 8950}"
        r"{\*\bkmkstart x}{\object{\*\objdata 0105}{\result b}}{\listtext\'b7\tab}{\*\unknown c}d"
    )
    assert lines(markup) == ["abd"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (r"\pard\plain\f0 12.\tab", "12. One"),
        (r"\tab (b)\tab", "(b) One"),
        (r"iv.\tab", "iv. One"),
        (r"1.2\tab", "1.2 One"),
        (r"\'b7\tab", "One"),
        (r"o\tab", "One"),
        (r"\endash\tab", "One"),
    ],
)
def test_the_number_of_a_list_is_kept_and_its_dots_are_not(number: str, text: str) -> None:
    markup = rf"a\par{{\listtext {number}}}One\par{{\listtext 3.\tab}}\par Two"
    assert lines(markup) == ["a", text, "Two"]


def test_binary_data_is_stepped_over_whatever_is_in_it() -> None:
    assert lines(r"a{\pict\bin5 }}{\x}b") == ["ab"]


def test_a_table_is_read_row_by_row() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl Germany\cell 120\cell\row"
    assert lines(rf"Before.\par {row} {row}\pard After.\par") == [
        "Before.", "Germany 120", "Germany 120", "After.",
    ]  # fmt: skip


def test_paragraphs_in_a_cell_stay_paragraphs() -> None:
    assert lines(r"\trowd\pard\intbl One.\par Two.\cell Three.\cell\row") == [
        "One.", "Two.", "Three.",
    ]  # fmt: skip


def test_a_link_is_known_and_its_code_is_no_text() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://example.com/a"}}{\fldrslt{\ul the page}}}'
    (line, after) = document_of(f"{{\\rtf1 See {field}.\\par After.}}".encode()).lines
    assert (line.text, line.link) == ("See the page.", "https://example.com/a")
    assert after.link == ""


def test_footnotes_follow_the_text_and_headers_stay_out_of_it() -> None:
    document = document_of(
        rb"{\rtf1{\header\pard Reuters\par}Said{\super\chftn{\footnote\pard A note.}} so.\par End.}"
    )
    assert [line.text for line in document.lines] == ["Said so.", "End.", "A note."]
    assert [line.text for line in document.margins] == ["Reuters"]


def test_a_text_box_is_read_once() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In the box.\par}}{\shprslt In the box.}}"
    assert lines(rf"{shape}Beside it.\par") == ["In the box.", "Beside it."]


def test_the_properties_are_the_files_own() -> None:
    document = document_of(rb"{\rtf1{\info{\title The title}{\author Template}}a}")
    assert document.properties == {"headline": "The title", "byline": "Template"}


def test_a_file_that_breaks_off_is_read_with_a_word() -> None:
    read = read_bytes("a.rtf", f"{{\\rtf1 The headline\\par {TEXT}".encode())
    assert read.articles[0].body == TEXT
    assert read.warnings == ("The file breaks off; the end of the text may be missing.",)


@pytest.mark.parametrize("end", ["", "}}}} more", r"{\b", "\\", r"\'", r"\u", r"\bin99999 x"])
def test_a_broken_end_loses_nothing_before_it(end: str) -> None:
    found = document_of(f"{{\\rtf1 All of it.\\par {end}".encode()).lines
    assert found[0].text == "All of it."


def test_absurd_numbers_are_stepped_over() -> None:
    assert lines(r"\uc\u\f-9\ansicpg7\fcharset999\u9999999999?a\bin-5 b") == ["\ufffdab"]


def test_a_file_of_nothing_but_braces_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="nested too deeply"):
        read_bytes("a.rtf", b"{\\rtf1" + b"{" * 100_000)


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read_bytes("a.rtf", rb"{\rtf1{\pict\pngblip 8950}}")


def test_of_a_text_that_is_there_twice_the_one_in_unicode_counts() -> None:
    twice = r"{\upr{Dvorak {\b said}}{\*\ud{Dvo\u345 \'f8\u225 \'e1k {\b said}}}} so.\par After."
    assert lines(twice) == ["Dvořák said so.", "After."]
    assert lines(r"\upr Said so.\par {\upr{Older}} After.") == ["Said so.", "After."]


def test_the_numbers_that_old_programs_write_are_kept_and_their_dots_are_not() -> None:
    listed = r"{\pntext\f0 3)\tab}A point.\par {\pntext\f1\'B7\tab}Another.\par"
    assert lines(listed) == ["3) A point.", "Another."]
