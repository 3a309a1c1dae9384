"""Paragraphs, runs and tables as WordprocessingML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run, Table
from briefing_app.memo.word_xml import (
    NAMESPACES,
    Links,
    Marks,
    clean_url,
    paragraph,
    runs,
    table,
)
from tests.memo.docx_lint import URL, R, W

WIDTH = 9360


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def one(run: Run) -> etree._Element:
    return parsed(f"<w:p>{runs((run,), Links(), Marks())}</w:p>")


def texts(root: etree._Element) -> str:
    breaks = {f"{W}tab": "\t", f"{W}br": "\n"}
    found = root.iter(f"{W}t", *breaks)
    return "".join(breaks.get(e.tag) or e.text or "" for e in found)


def allowed(text: str) -> str:
    """What of a text XML can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@given(ANY)
def test_any_text_comes_through_without_what_xml_forbids(text: str) -> None:
    assert texts(one(Run(text))) == allowed(text)


@given(ANY)
def test_any_text_fits_into_a_table_and_its_description(text: str) -> None:
    made = Table(text, text, (1.0,), (text,), (((Run(text),),),))
    root = parsed(table(made, WIDTH, Links(), Marks()))
    assert texts(root) == allowed(text) * 2


@given(st.text(alphabet=st.sampled_from("aZ 1,.“”«»هراسשלום\n"), max_size=40))
def test_no_run_mixes_directions(text: str) -> None:
    for run in one(Run(text)).iter(f"{W}r"):
        words = texts(run)
        right = run.find(f"{W}rPr/{W}rtl") is not None
        assert not any(c in "aZ" for c in words if right)
        assert not any(c in "هراسשלום" for c in words if not right)


def test_a_right_to_left_quote_runs_from_the_right_in_its_language() -> None:
    root = parsed(
        paragraph(Paragraph(Role.QUOTE, (Run("«هراس»", language="fa"),)), Links(), Marks())
    )
    assert root.find(f"{W}p/{W}pPr/{W}bidi") is not None
    properties = root.find(f"{W}p/{W}r/{W}rPr")
    assert properties.find(f"{W}rtl") is not None
    assert properties.find(f"{W}lang").get(f"{W}bidi") == "fa-IR"


def test_a_right_to_left_name_leaves_its_line_as_it_is() -> None:
    block = Paragraph(Role.QUOTE_SOURCE, (Run("فرماندار"), Run(", 2021")))
    assert parsed(paragraph(block, Links(), Marks())).find(f"{W}p/{W}pPr/{W}bidi") is None


@pytest.mark.parametrize("tag", ["e&n", "en_US", '"><w:x/>', "x" * 30])
def test_what_is_no_language_tag_is_left_out(tag: str) -> None:
    assert one(Run("Words", language=tag)).find(f".//{W}lang") is None


def test_the_bookmark_of_an_entry_ends_before_its_note() -> None:
    block = Paragraph(Role.BULLET, (Run("Words."), Run("", note=7)), "e1")
    made = parsed(paragraph(block, Links(), Marks()))[0]
    tags = [etree.QName(child).localname for child in made]
    assert tags == ["pPr", "bookmarkStart", "r", "bookmarkEnd", "r"]
    assert made.find(f"{W}bookmarkStart").get(f"{W}name") == "_bi_e1"
    assert made.find(f".//{W}footnoteReference").get(f"{W}id") == "7"


def test_only_names_that_word_takes_become_bookmarks() -> None:
    for id in ("field:to", "bottom line", "x" * 37, ""):
        block = Paragraph(Role.BODY, (Run("Words"),), id)
        assert "bookmark" not in paragraph(block, Links(), Marks())


def test_a_bookmark_is_set_only_once() -> None:
    marks = Marks()
    assert "_src_S1" in marks.around("_src_S1", "x")
    assert marks.around("_src_S1", "x") == "x"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("http://a.example/ä ö", "http://a.example/%C3%A4%20%C3%B6"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/%41", "https://a.example/%41"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//a.example", ""),
        ("https://", ""),
        ("https://a.example/#b#c", ""),
        ("https://" + "a" * 2000, ""),
        ("", ""),
    ],
)
def test_only_clean_web_and_mail_addresses_are_linked(url: str, linked: str) -> None:
    assert clean_url(url) == linked


@given(ANY)
def test_a_linked_address_is_always_clean(text: str) -> None:
    found = clean_url(f"https://a.example/{text}")
    assert not found or URL.fullmatch(found)


def test_a_run_with_an_unclean_address_is_plain_text() -> None:
    assert one(Run("Here", url="javascript:x")).find(f".//{W}hyperlink") is None


def test_equal_addresses_share_a_relationship() -> None:
    links = Links()
    xml = runs(
        (Run("a", url="https://a.example"), Run("b", url="https://a.example")), links, Marks()
    )
    ids = [link.get(f"{R}id") for link in parsed(f"<w:p>{xml}</w:p>").iter(f"{W}hyperlink")]
    assert ids == ["rLink1", "rLink1"]
    assert links.ids == {"https://a.example": "rLink1"}


def test_the_label_of_the_bottom_line_has_a_style_of_its_own() -> None:
    for role, style in ((Role.BOTTOM_LINE, "BottomLineLabel"), (Role.FIELD, "MemoLabel")):
        xml = paragraph(Paragraph(role, (Run("Label", Emphasis.LABEL),)), Links(), Marks())
        assert parsed(xml).find(f".//{W}rStyle").get(f"{W}val") == style


def grid(rows: int, *, has_note: bool = False) -> etree._Element:
    cells = (((Run("One"),), (Run("Two"),)),) * rows
    made = Table("Title", "About", (0.333, 0.667), ("A", "B"), cells)
    return parsed(table(made, WIDTH, Links(), Marks(), has_note=has_note))


def test_the_columns_fill_the_text_width() -> None:
    widths = [int(column.get(f"{W}w")) for column in grid(1).iter(f"{W}gridCol")]
    assert sum(widths) == WIDTH


def test_a_short_table_stays_together_and_with_its_note() -> None:
    def kept(root: etree._Element) -> list[bool]:
        rows = root.findall(f".//{W}tr")[1:]
        return [row.find(f".//{W}keepNext") is not None for row in rows]

    assert kept(grid(3)) == [True, True, False]
    assert kept(grid(3, has_note=True)) == [True, True, True]


def test_the_first_and_the_last_rows_of_a_long_table_stay_together() -> None:
    rows = grid(30).findall(f".//{W}tr")[1:]
    kept = [number for number, row in enumerate(rows, 1) if row.find(f".//{W}keepNext") is not None]
    assert kept == [1, 29]


def test_the_header_row_repeats_and_no_row_breaks() -> None:
    rows = grid(2).findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize(
    ("text", "language", "property", "tag", "font"),
    [
        ("大坝", "zh-Hans", "eastAsia", "zh-CN", "Microsoft YaHei"),
        ("ダム", "", "eastAsia", "ja-JP", "Yu Gothic"),
        ("댐", "", "eastAsia", "ko-KR", "Malgun Gothic"),
        ("大坝", "", "eastAsia", "zh-CN", "Microsoft YaHei"),
        ("سد", "ar", "bidi", "ar-SA", None),
        ("آب را", "", "bidi", "ar-SA", None),
        ("کشاورز", "", "bidi", "fa-IR", None),
        ("הנהר", "", "bidi", "he-IL", None),
        ("Река", "ru", "val", "ru-RU", None),
    ],
)
def test_a_run_is_in_the_language_and_font_of_its_script(
    text: str, language: str, property: str, tag: str, font: str | None
) -> None:
    root = one(Run(text, language=language))
    (found,) = root.iter(f"{W}lang")
    assert dict(found.attrib) == {f"{W}{property}": tag}
    assert [f.get(f"{W}eastAsia") for f in root.iter(f"{W}rFonts")] == ([font] if font else [])
    assert len(list(root.iter(f"{W}rtl"))) == (property == "bidi")


def test_a_sign_of_chinese_leaves_the_marks_of_an_english_sentence_narrow() -> None:
    root = one(Run("Beijing (北京) “rejects” it — nobody’s position moved", language="en"))
    told = [(texts(run), run.find(f".//{W}rFonts") is not None) for run in root.iter(f"{W}r")]
    assert told == [
        ("Beijing (", False), ("北京", True), (") “rejects” it — nobody’s position moved", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "upright"), [("人民日报", "i"), ("الجريدة", "iCs")])
def test_letters_that_have_no_italics_stand_upright(text: str, upright: str) -> None:
    (found,) = one(Run(text, Emphasis.ITALIC)).iter(f"{W}{upright}")
    assert found.get(f"{W}val") == "0"


def test_a_note_stands_where_it_is_referred_to_and_outside_the_bookmark_at_the_end() -> None:
    told = (Run("It is so."), Run("", note=1), Run(" We are sure."), Run("", note=2))
    root = parsed(paragraph(Paragraph(Role.NUMBER, told, "e1"), Links(), Marks()))
    tags = [
        etree.QName(element).localname
        for element in root.find(f"{W}p")
        for element in (element, *element)
        if not element.tag.endswith(("}pPr", "}r", "}rPr", "}pStyle"))
    ]
    assert tags == [
        "bookmarkStart", "t", "footnoteReference", "t", "bookmarkEnd", "footnoteReference",
    ]  # fmt: skip


def test_a_line_to_write_on_is_a_tab_whose_style_draws_it() -> None:
    root = one(Run("____", Emphasis.BLANK))
    assert texts(root) == "\t"
