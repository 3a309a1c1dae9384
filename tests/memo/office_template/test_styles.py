"""Their styles by name, ours in their hand where they have none."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml

from briefing_app.memo import form, styles
from briefing_app.memo.office_template.fields import W
from briefing_app.memo.office_template.styles import (
    StyleSheet,
    add_missing,
    ink_of,
    matching,
    missing,
    speak,
)
from tests.memo.office_templates import GERMAN, W_XMLNS

LISTS = {"1": "61", "2": "62", "3": "63"}


def sheet(inner: str) -> StyleSheet:
    return StyleSheet(parse_xml(f"<w:styles {W_XMLNS}>{inner}</w:styles>"))


def style(
    name: str, inner: str = "", kind: str = "paragraph", id: str = "", default: str = ""
) -> str:
    is_default = ' w:default="1"' if default else ""
    id = id or name.replace(" ", "")
    head = f'<w:style w:type="{kind}"{is_default} w:styleId="{id}"><w:name w:val="{name}"/>'
    return f"{head}{inner}</w:style>"


NORMAL = style("Normal", default="yes")


def ours() -> StyleSheet:
    return StyleSheet(styles.part(form.load(form.DEFAULT), "styles"))


def german() -> StyleSheet:
    return StyleSheet(parse_xml(GERMAN.encode()))


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["Quote", "Intense Quote"], "Quote"),
        (["Intense Quote", "Quote", "Briefing Quote"], "BriefingQuote"),
        (["Intense Quote"], "IntenseQuote"),
        (["QUOTE"], "QUOTE"),
        (["Quotation"], None),
    ],
)
def test_a_role_takes_the_best_of_the_styles_that_there_are(
    names: list[str], chosen: str | None
) -> None:
    theirs = sheet(NORMAL + "".join(style(name) for name in names))
    assert matching(theirs, ours()).get("Quote") == chosen


def test_a_style_of_another_kind_is_not_taken() -> None:
    found = matching(sheet(NORMAL + style("Quote", kind="character")), ours())
    assert "Quote" not in found
    assert matching(sheet(NORMAL + style("Strong")), ours()).get("Strong") is None


def test_a_style_is_found_by_its_other_names() -> None:
    theirs = sheet(NORMAL + style("Zitat", '<w:aliases w:val="Z, Briefing Quote"/>'))
    assert matching(theirs, ours())["Quote"] == "Zitat"


def test_words_stand_in_the_body_style_or_else_in_the_default_one() -> None:
    assert matching(sheet(NORMAL), ours())["Normal"] == "Normal"
    assert matching(sheet(NORMAL + style("Body Text")), ours())["Normal"] == "BodyText"
    both = style("Body Text") + style("Briefing Body")
    assert matching(sheet(NORMAL + both), ours())["Normal"] == "BriefingBody"


def test_what_is_missing_is_named_as_word_names_it() -> None:
    found = matching(german(), ours())
    lacking = missing(ours(), found)
    assert lacking["Heading2"] == "heading 2"
    assert "Heading1" not in lacking
    assert "Title" not in lacking
    assert "Header" not in lacking


def added() -> tuple[StyleSheet, dict[str, str]]:
    theirs = german()
    return theirs, add_missing(theirs, ours(), matching(theirs, ours()), LISTS)


def test_added_styles_collide_with_no_id_and_no_name() -> None:
    theirs, ids = added()
    assert len(theirs.by_id) == len(theirs.root.findall(f"{W}style"))
    names = [s.find(f"{W}name").get(f"{W}val").lower() for s in theirs.root.findall(f"{W}style")]
    assert len(names) == len(set(names))
    assert ids["Heading2"] == "BriefingHeading2"
    assert ids["Title"] == "Title"
    assert ids["Lead"] == "Heading2"
    assert "briefing memo label" in names


def test_added_styles_rest_on_theirs() -> None:
    theirs, ids = added()
    for kind in ("basedOn", "next"):
        for element in theirs.root.iter(f"{W}{kind}"):
            assert element.get(f"{W}val") in theirs.by_id
    heading = theirs.by_id[ids["Heading2"]]
    assert heading.find(f"{W}basedOn").get(f"{W}val") == "Standard"
    assert theirs.by_id[ids["TableHead"]].find(f"{W}basedOn").get(f"{W}val") == ids["TableText"]
    numbers = [e.get(f"{W}val") for e in theirs.root.iter(f"{W}numId")]
    assert sorted(numbers) == ["61", "62", "63"]


def test_added_styles_have_the_colour_of_the_templates_headings() -> None:
    theirs, ids = added()
    color = theirs.by_id[ids["Heading2"]].find(f"{W}rPr/{W}color")
    assert color.get(f"{W}val") == "1B5E20"


@pytest.mark.parametrize(
    ("heading", "ink"),
    [
        ('<w:rPr><w:color w:val="7a1f2b"/></w:rPr>', "7A1F2B"),
        ('<w:rPr><w:color w:val="auto"/></w:rPr>', "000000"),
        ("", "000000"),
        ('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', ""),
        ('<w:rPr><w:color w:val="red"/></w:rPr>', ""),
    ],
)
def test_a_colour_that_cannot_be_read_on_white_is_not_taken(heading: str, ink: str) -> None:
    theirs = sheet(NORMAL + style("heading 1", heading))
    assert ink_of(theirs, matching(theirs, ours())) == ink


def test_without_headings_of_theirs_ours_keep_their_colour() -> None:
    assert ink_of(sheet(NORMAL), {}) == ""


def test_added_styles_do_not_follow_an_indented_and_justified_plain_paragraph() -> None:
    theirs, ids = added()
    table_text = theirs.by_id[ids["TableText"]].find(f"{W}pPr")
    assert table_text.find(f"{W}ind").get(f"{W}firstLine") == "0"
    assert table_text.find(f"{W}jc").get(f"{W}val") == "left"
    assert theirs.by_id[ids["ListBullet"]].find(f"{W}pPr/{W}ind") is None
    field = theirs.by_id[ids["MemoField"]].find(f"{W}pPr/{W}ind")
    assert field.get(f"{W}hanging")
    assert field.get(f"{W}firstLine") is None


def test_the_line_under_a_quote_stands_where_their_quote_stands() -> None:
    indent = '<w:pPr><w:ind w:left="850"/></w:pPr>'
    theirs = sheet(NORMAL + style("Quote", indent))
    ids = add_missing(theirs, ours(), matching(theirs, ours()), LISTS)
    source = theirs.by_id[ids["QuoteSource"]].find(f"{W}pPr")
    assert source.find(f"{W}ind").get(f"{W}left") == "850"
    assert source.find(f"{W}pBdr") is None


def test_a_document_without_styles_gets_all_of_ours() -> None:
    theirs = sheet("")
    ids = add_missing(theirs, ours(), matching(theirs, ours()), LISTS)
    assert theirs.default("paragraph") == ids["Normal"] == "Normal"
    assert theirs.root[0].tag == f"{W}docDefaults"


def test_the_words_speak_the_memos_language() -> None:
    theirs = german()
    speak(theirs, {"Title": "Title"}, "en-US")
    lang = theirs.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "en-US"
    assert theirs.by_id["Standard"].find(f"{W}rPr/{W}lang").get(f"{W}val") is None


def test_an_office_in_another_country_keeps_its_spelling() -> None:
    theirs = german()
    speak(theirs, {"Title": "Title"}, "de-AT")
    lang = theirs.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "de-DE"
    assert theirs.by_id["Standard"].find(f"{W}rPr/{W}lang").get(f"{W}val") == "de-DE"


def test_the_font_may_come_from_the_theme() -> None:
    theme = parse_xml(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Gill Sans"/></a:minorFont></a:theme>'
    )
    fonts = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="23"/></w:rPr>'
    themed = sheet(style("Normal", fonts, default="yes"))
    assert themed.base(theme) == ("Gill Sans", 11.5)
    assert themed.base(None) == ("Times New Roman", 11.5)
    assert sheet(NORMAL).base(theme) == ("Times New Roman", 10)
    assert german().base(None) == ("Arial", 10.5)


def test_styles_that_rest_on_each_other_in_a_ring_do_not_hang() -> None:
    ring = style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/>')
    assert sheet(ring).inherited("A", "rPr/sz") is None
