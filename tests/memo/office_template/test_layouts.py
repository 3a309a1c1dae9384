"""Every form in templates whose pages, sections and names of styles are set up unusually."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from briefing_app.domain.memo import Paragraph
from briefing_app.memo import build, form
from briefing_app.memo.docx_writer import to_bytes
from briefing_app.memo.office_template.template import (
    LeftColumns,
    NoStyle,
    OfficeTemplate,
    PlaceInside,
    open_template,
)
from tests.memo.docx_lint import W, lint
from tests.memo.docx_schema import Schemas
from tests.memo.office_layouts import LAYOUTS
from tests.memo.river_memo import river_memo
from tests.memo.test_validation import sdk_errors

LIBREOFFICE = "libreoffice.docx"
EACH = [f"{name} in {office}" for office in LAYOUTS for name in form.names()]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, OfficeTemplate]:
    folder = tmp_path_factory.mktemp("layouts")
    found = {}
    for office, make in LAYOUTS.items():
        data = make()
        if data:
            (folder / office).write_bytes(data)
            found[office] = open_template(folder / office)
    return found


@pytest.fixture(scope="module")
def printed(
    templates: dict[str, OfficeTemplate], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for name in form.names():
        memo = build(river_memo(name))
        for office, template in templates.items():
            path = found[f"{name} in {office}"] = folder / f"{name} in {office}"
            path.write_bytes(to_bytes(memo, form.load(name), template))
    return found


def got(found: dict[str, Path], name: str) -> Path:
    if name not in found:
        pytest.skip("LibreOffice is not installed")
    return found[name]


@pytest.mark.parametrize("name", EACH)
def test_linter_and_schemas_find_nothing(
    printed: dict[str, Path], schemas: Schemas, name: str
) -> None:
    path = got(printed, name)
    assert lint(path) == []
    assert schemas.problems(path) == []


@pytest.mark.parametrize("office", LAYOUTS)
def test_all_that_the_memo_says_is_there_in_order(printed: dict[str, Path], office: str) -> None:
    path = got(printed, f"press-summary in {office}")
    blocks = build(river_memo("press-summary")).blocks
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    told = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    start = told.index(said[0])
    assert [text for text in told[start:] if text.strip()][: len(said)] == said


def test_the_open_xml_sdk_finds_nothing(printed: dict[str, Path], sdk: Path) -> None:
    """What LibreOffice wrote is left out: the SDK takes its "true" for a fault."""
    kinds = ("information", "action")
    paths = [
        path for name, path in printed.items() if name.startswith(kinds) and LIBREOFFICE not in name
    ]
    assert sdk_errors(sdk, *paths) == {str(path): [] for path in paths}


@pytest.mark.parametrize("office", ["columns.docx", "uneven columns.docx"])
def test_a_memo_goes_across_the_page_of_a_template_with_columns(
    templates: dict[str, OfficeTemplate], printed: dict[str, Path], office: str
) -> None:
    assert LeftColumns() in templates[office].notes
    last = docx.Document(str(printed[f"information in {office}"])).sections[-1]
    assert last._sectPr.find(f"{W}cols") is None
    assert LeftColumns() not in templates["landscape.docx"].notes


def test_tables_are_as_wide_as_the_page_on_its_side(
    templates: dict[str, OfficeTemplate], printed: dict[str, Path]
) -> None:
    path = printed["information in landscape.docx"]
    document = docx.Document(str(path))
    sides = [section.orientation for section in document.sections]
    assert sides == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    width = templates["landscape.docx"].page.text_width
    assert width > templates["odd and even.docx"].page.text_width
    grids = [sum(map(int, re.findall(r'gridCol w:w="(\d+)"', t._tbl.xml))) for t in document.tables]
    assert set(grids) == {width}


def test_the_banner_stands_on_first_odd_and_even_pages(tmp_path: Path) -> None:
    (tmp_path / "office.docx").write_bytes(LAYOUTS["odd and even.docx"]())
    briefing = river_memo("information")
    briefing.memo.fields["handling"] = "UNCLASSIFIED"  # type: ignore[index]
    path = tmp_path / "memo.docx"
    path.write_bytes(to_bytes(build(briefing), None, open_template(tmp_path / "office.docx")))
    section = docx.Document(str(path)).sections[0]
    heads = (section.first_page_header, section.header, section.even_page_header)
    told = [[paragraph.text for paragraph in head.paragraphs] for head in heads]
    assert told == [
        ["UNCLASSIFIED", "Ministry of Northern Affairs"],
        ["UNCLASSIFIED", "Odd: Northern Affairs"],
        ["UNCLASSIFIED", "Even: Northern Affairs"],
    ]


def test_tables_of_the_template_stay_apart_from_those_of_the_memo(
    templates: dict[str, OfficeTemplate], printed: dict[str, Path]
) -> None:
    for office in ("letterhead table.docx", "between tables.docx"):
        assert PlaceInside() not in templates[office].notes
        body = docx.Document(str(printed[f"information in {office}"])).element.body
        tags = [child.tag.rpartition("}")[2] for child in body]
        assert "tbl tbl" not in " ".join(tags)


@pytest.mark.parametrize("office", ["german names.docx", "french names.docx"])
def test_styles_are_found_under_the_names_of_another_language(
    templates: dict[str, OfficeTemplate], office: str
) -> None:
    lacking = {note.name for note in templates[office].notes if isinstance(note, NoStyle)}
    known = {"Title", "Heading 1", "Heading 2", "Quote", "List Bullet", "List Number", "Caption",
             "Footnote Text", "Footnote Reference", "Strong", "Emphasis"}  # fmt: skip
    assert not known & lacking


def test_a_template_of_libreoffice_lends_its_styles(
    templates: dict[str, OfficeTemplate], printed: dict[str, Path]
) -> None:
    if LIBREOFFICE not in templates:
        pytest.skip("LibreOffice is not installed")
    styles = templates[LIBREOFFICE].styles
    assert styles["Heading1"] == "Heading1"
    assert styles["Quote"] == "Quotations"
    with zipfile.ZipFile(printed[f"information in {LIBREOFFICE}"]) as archive:
        assert b"7A1F2B" in archive.read("word/styles.xml").upper()


def test_a_heading_stays_with_what_follows_whatever_the_style_says(
    printed: dict[str, Path],
) -> None:
    path = got(printed, f"information in {LIBREOFFICE}")
    headings = [
        paragraph
        for paragraph in docx.Document(str(path)).paragraphs
        if paragraph.style.name == "Heading 1" and paragraph.text != "Vermerk"
    ]
    assert len(headings) > 5
    assert all(heading.paragraph_format.keep_with_next for heading in headings)


def test_a_quote_stands_close_to_its_source(printed: dict[str, Path]) -> None:
    document = docx.Document(str(printed["information in columns.docx"]))
    quotes = [p for p in document.paragraphs if p.style.name == "Quote"]
    assert quotes
    assert all(quote.paragraph_format.space_after == 0 for quote in quotes)


def test_annexes_follow_on_in_a_template_whose_lines_nobody_has_measured(
    printed: dict[str, Path],
) -> None:
    for name in form.names():
        with zipfile.ZipFile(printed[f"{name} in letterhead table.docx"]) as archive:
            assert b"pageBreakBefore" not in archive.read("word/document.xml")
