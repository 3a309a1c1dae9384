"""Style files take the font, size and page of their form."""

from __future__ import annotations

from docx.oxml.ns import qn

from briefing_app.memo import styles
from briefing_app.memo.form import load


def sizes(name: str) -> dict[str, str]:
    root = styles.part(load(name), "styles")
    return {
        style.get(qn("w:styleId")): size.get(qn("w:val"))
        for style in root.iter(qn("w:style"))
        for size in style.iter(qn("w:sz"))
    }


def test_the_drawn_size_stays_as_it_is() -> None:
    assert sizes("information")["FootnoteText"] == "18"


def test_all_sizes_grow_with_the_body() -> None:
    assert sizes("action")["FootnoteText"] == "20"
    assert sizes("action")["Heading1"] == "29"


def test_the_font_of_the_form_takes_the_place_of_the_drawn_one() -> None:
    root = styles.part(load("action"), "styles")
    fonts = {fonts.get(qn("w:ascii")) for fonts in root.iter(qn("w:rFonts"))}
    assert fonts == {"Times New Roman"}
    assert b"Times New Roman" in styles.font_table(load("action"))


def test_the_right_tab_of_head_and_foot_stands_at_the_margin() -> None:
    form = load("submission")
    root = styles.part(form, "styles")
    stops = {tab.get(qn("w:pos")) for tab in root.iter(qn("w:tab"))}
    assert str(form.page.text_width) in stops
    assert "9360" not in stops


def test_the_document_is_in_the_language_of_the_form() -> None:
    root = styles.part(load("submission"), "styles")
    assert {lang.get(qn("w:val")) for lang in root.iter(qn("w:lang"))} == {"en-GB"}


def test_indents_grow_with_the_letters_and_leave_room_for_numbers() -> None:
    def hanging(name: str, part: str, style: str) -> int:
        root = styles.part(load(name), part)
        (found,) = [
            element
            for element in root.iter(qn("w:style"), qn("w:lvl"))
            if style in (element.get(qn("w:styleId")), element.find(qn("w:numFmt")) is not None
                         and element.find(qn("w:numFmt")).get(qn("w:val")))
        ]  # fmt: skip
        return int(found.find(f".//{qn('w:ind')}").get(qn("w:hanging")))

    assert hanging("information", "styles", "MemoField") == 1260
    assert 1375 < hanging("action", "styles", "MemoField") < 2000  # "Decision by" is long
    assert hanging("action", "numbering", "decimal") == 393
    assert hanging("submission", "numbering", "decimal") == 540
