"""A template is read: where the content goes, what its page is, what there is to say about it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from briefing_app.memo.form import Page
from briefing_app.memo.office_template.scrub import Unwanted
from briefing_app.memo.office_template.template import (
    PLACE,
    NoPageNumbers,
    NoStyle,
    OfficeTemplate,
    OwnText,
    PlaceInside,
    Scrubbed,
    open_template,
)
from tests.memo.office_templates import (
    DOCUMENT,
    SOUND,
    before,
    dotx,
    edited,
    footnotes,
    german,
    hostile,
    in_a_table,
    letterhead,
    minimal,
    sections,
)


def opened(tmp_path: Path, data: bytes) -> OfficeTemplate:
    (tmp_path / "office.dotx").write_bytes(data)
    return open_template(tmp_path / "office.dotx")


def part(template: OfficeTemplate, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(template.package)) as archive:
        return archive.read(name).decode()


def styles_lacking(template: OfficeTemplate) -> list[str]:
    return [note.name for note in template.notes if isinstance(note, NoStyle) and note.is_words]


def test_the_page_is_that_of_the_template(tmp_path: Path) -> None:
    template = opened(tmp_path, letterhead())
    assert template.page == Page(11906, 16838, (1440, 1417, 1440, 1417), "Times New Roman", 12)
    assert template.name == "office.dotx"


def test_the_page_is_that_of_the_section_in_which_the_content_stands(tmp_path: Path) -> None:
    assert opened(tmp_path, sections()).page.margins[1] == 2268


@pytest.mark.parametrize(
    ("section", "width"),
    [
        ('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1000" w:right="1000"/>', 9906),
        ('<w:pgMar w:left="1in" w:right="72pt"/>', 9360),
        ('<w:pgMar w:left="2.54cm" w:right="25.4mm" w:gutter="500"/>', 8860),
        ('<w:pgMar w:left="6000" w:right="6000"/>', 2880),
        ('<w:pgMar w:left="wide"/>', 9360),
        ("", 9360),
    ],
)
def test_a_page_is_understood_however_it_is_measured(
    tmp_path: Path, section: str, width: int
) -> None:
    given = f"<w:body><w:sectPr>{section}</w:sectPr></w:body>"
    data = edited(minimal(), {DOCUMENT: lambda text: text.replace("<w:body/>", given)})
    assert opened(tmp_path, data).page.text_width == pytest.approx(width, abs=2)


def test_the_notes_say_in_data_what_the_template_lacks_and_lost(tmp_path: Path) -> None:
    template = opened(tmp_path, letterhead())
    assert Scrubbed(Unwanted.USER_NAMES) in template.notes
    words = "Reference: NA/2021/17 Distribution: Director; Deputy Director"
    assert OwnText(words) in template.notes
    assert styles_lacking(template) == ["Footnote Text", "Footnote Reference", "Hyperlink"]
    assert NoStyle("Bottom Line", is_words=False) in template.notes
    assert NoPageNumbers() not in template.notes


def test_a_lean_template_is_told_what_is_ours(tmp_path: Path) -> None:
    template = opened(tmp_path, german())
    lacking = styles_lacking(template)
    assert {"Heading 2", "List Bullet", "Quote", "Caption", "Strong"} <= set(lacking)
    assert "Heading 1" not in lacking
    assert "Title" not in lacking
    assert NoPageNumbers() in template.notes
    assert template.styles["Heading1"] == "berschrift1"


def test_a_template_without_words_of_its_own_needs_none_about_them(tmp_path: Path) -> None:
    assert not [n for n in opened(tmp_path, dotx()).notes if isinstance(n, OwnText)]


def test_only_the_beginning_of_many_words_is_shown(tmp_path: Path) -> None:
    text = f"<w:p><w:r><w:t>{'word ' * 100}</w:t></w:r></w:p>"
    template = opened(tmp_path, edited(dotx(), {DOCUMENT: before("<w:sectPr", text)}))
    (note,) = [note for note in template.notes if isinstance(note, OwnText)]
    assert note.text.startswith("word word")
    assert len(note.text) == 81


@pytest.mark.parametrize("name", SOUND)
def test_the_place_of_the_content_is_marked_once(tmp_path: Path, name: str) -> None:
    template = opened(tmp_path, SOUND[name]())
    document = part(template, "word/document.xml")
    assert document.count(f"<?{PLACE}") == 1
    assert "{{" not in document


def test_the_placeholder_disappears_where_it_stood(tmp_path: Path) -> None:
    document = part(opened(tmp_path, letterhead()), "word/document.xml")
    place = document.index(f"<?{PLACE}")
    assert document.index("Reference") < place < document.index("Distribution")
    assert document.count("<w:p>") == 2


def test_in_a_table_the_content_goes_below_it(tmp_path: Path) -> None:
    template = opened(tmp_path, in_a_table())
    assert PlaceInside() in template.notes
    document = part(template, "word/document.xml")
    assert document.index("</w:tbl>") < document.index(f"<?{PLACE}") < document.index("Closing")


def test_without_a_placeholder_the_content_comes_last(tmp_path: Path) -> None:
    document = part(opened(tmp_path, german()), "word/document.xml")
    assert document.index("Inseln") < document.index(f"<?{PLACE}") < document.rindex("<w:sectPr")
    assert PlaceInside() not in opened(tmp_path, german()).notes


def test_a_placeholder_in_a_content_control_goes_with_it(tmp_path: Path) -> None:
    control = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p></w:sdtContent>"
        "</w:sdt>"
    )
    template = opened(tmp_path, edited(dotx(), {DOCUMENT: before("<w:sectPr", control)}))
    assert "<w:sdt>" not in part(template, "word/document.xml")
    assert PlaceInside() not in template.notes


def test_a_placeholder_that_ends_a_section_leaves_its_end(tmp_path: Path) -> None:
    end = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="9000"/></w:sectPr></w:pPr>'
    end += "<w:r><w:t>{{ body }}</w:t></w:r></w:p><w:p><w:r><w:t>after</w:t></w:r></w:p>"
    template = opened(tmp_path, edited(dotx(), {DOCUMENT: before("<w:sectPr", end)}))
    document = part(template, "word/document.xml")
    assert document.index(f"<?{PLACE}") < document.index('w:w="9000"') < document.index("after")
    assert template.page.width == 9000


def test_two_tables_do_not_run_into_each_other(tmp_path: Path) -> None:
    table = (
        "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/>"
        "</w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    )
    template = opened(tmp_path, edited(dotx(), {DOCUMENT: before("<w:sectPr", table)}))
    document = part(template, "word/document.xml")
    assert "<w:p" in document[document.index(f"<?{PLACE}") : document.index("<w:tbl>")]


def test_several_placeholders_give_the_content_once(tmp_path: Path) -> None:
    twice = "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>" * 2
    template = opened(tmp_path, edited(letterhead(), {DOCUMENT: before("<w:sectPr", twice)}))
    assert part(template, "word/document.xml").count(f"<?{PLACE}") == 1


def test_the_settings_agree_with_the_notes_to_come(tmp_path: Path) -> None:
    for data in (footnotes(), minimal(), hostile()):
        settings = part(opened(tmp_path, data), "word/settings.xml")
        assert settings.count("<w:footnotePr>") == 1
        assert settings.index('<w:footnote w:id="-1"/><w:footnote w:id="0"/>')


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    assert opened(tmp_path, letterhead()) == opened(tmp_path, letterhead())
