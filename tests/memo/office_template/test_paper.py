"""Memos in an office's template: content ours, all else theirs, sound in every respect."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import ComposedMemo, Paragraph
from briefing_app.domain.outline import Kind, Layout
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.memo import build, export, form, libreoffice
from briefing_app.memo.docx_writer import to_bytes
from briefing_app.memo.office_template.template import OfficeTemplate, open_template
from tests.memo.briefings import FIELDS, golden, with_articles
from tests.memo.docx_lint import W, lint
from tests.memo.docx_schema import Schemas
from tests.memo.office_templates import (
    DOCUMENT,
    SOUND,
    STYLES,
    bare_lists,
    before,
    dotx,
    edited,
    footnotes,
    german,
    hostile,
    letterhead,
    lists,
    minimal,
    sections,
)
from tests.memo.test_validation import right_to_left, sdk_errors

MEMOS: dict[str, Callable[[], Briefing]] = {"golden": golden, "right to left": right_to_left}


def opened(tmp_path: Path, data: bytes) -> OfficeTemplate:
    (tmp_path / "office.docx").write_bytes(data)
    return open_template(tmp_path / "office.docx")


def written(tmp_path: Path, data: bytes, memo: ComposedMemo | None = None) -> Path:
    """The memo in the template `data`, the golden one if none is given."""
    path = tmp_path / "memo.docx"
    path.write_bytes(to_bytes(memo or build(golden()), None, opened(tmp_path, data)))
    return path


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def words(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def used(path: Path) -> set[str]:
    """Names of the styles of paragraphs in the body."""
    return {paragraph.style.name for paragraph in docx.Document(str(path)).paragraphs}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of memo in each template, by the names of both."""
    folder = tmp_path_factory.mktemp("office")
    found = {}
    for office, make in SOUND.items():
        (folder / office).write_bytes(make())
        template = open_template(folder / office)
        for name, briefing in MEMOS.items():
            path = folder / f"{name} in {office}.docx"
            path.write_bytes(to_bytes(build(briefing()), None, template))
            found[f"{name} in {office}"] = path
    return found


EACH = [f"{name} in {office}" for office in SOUND for name in MEMOS]


@pytest.mark.parametrize("name", EACH)
def test_the_linter_finds_nothing(printed: dict[str, Path], name: str) -> None:
    assert lint(printed[name]) == []


@pytest.mark.parametrize("name", EACH)
def test_the_schemas_find_nothing(printed: dict[str, Path], schemas: Schemas, name: str) -> None:
    assert schemas.problems(printed[name]) == []


def test_the_open_xml_sdk_finds_nothing(printed: dict[str, Path], sdk: Path) -> None:
    paths = [printed[f"golden in {office}"] for office in SOUND]
    assert sdk_errors(sdk, *paths) == {str(path): [] for path in paths}


@pytest.mark.skipif(not libreoffice.program(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("make", [letterhead, german, hostile], ids=lambda make: make.__name__)
def test_libreoffice_opens_it(tmp_path: Path, make: Callable[[], bytes]) -> None:
    assert libreoffice.page_count(written(tmp_path, make()).read_bytes()) >= 2


@pytest.mark.parametrize("name", form.names())
def test_every_form_fits_into_a_template(tmp_path: Path, name: str) -> None:
    template = opened(tmp_path, german())
    path = tmp_path / "memo.docx"
    path.write_bytes(to_bytes(build(golden()), form.load(name), template))
    assert lint(path) == []


@pytest.mark.parametrize("office", SOUND)
def test_all_that_the_memo_says_is_there_in_order(printed: dict[str, Path], office: str) -> None:
    said = [block.text for block in build(golden()).blocks if isinstance(block, Paragraph)]
    found = words(printed[f"golden in {office}"])
    start = found.index(said[0])
    assert found[start : start + len(said)] == said


def test_the_content_stands_between_their_words(tmp_path: Path) -> None:
    found = words(written(tmp_path, letterhead()))
    assert found[0] == "Reference: NA/2021/17"
    assert found[1].casefold() == "information memo"
    assert found[-1] == "Distribution: Director; Deputy Director"


def test_the_memo_wears_their_styles(tmp_path: Path) -> None:
    path = written(tmp_path, letterhead())
    assert {"Heading 1", "Briefing Quote", "List Bullet", "Body Text"} <= used(path)
    assert "Quote" not in used(path)
    heading = docx.Document(str(path)).styles["Heading 1"]
    assert str(heading.font.color.rgb) == "7A1F2B"


def test_what_is_missing_is_ours_and_says_so_by_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, german())
    assert {"Normal", "Heading 1", "Heading 2", "List Bullet", "Bottom Line"} <= used(path)
    assert "Briefing Title" in used(path)


def test_their_styles_stay_as_they_are(tmp_path: Path) -> None:
    theirs = etree.fromstring(zipfile.ZipFile(io.BytesIO(letterhead())).read(STYLES))
    now = {s.get(f"{W}styleId"): s for s in part(written(tmp_path, letterhead()), STYLES)}
    for style in theirs.iter(f"{W}style"):
        assert etree.tostring(style, method="c14n") == etree.tostring(
            now[style.get(f"{W}styleId")], method="c14n"
        )


def test_their_page_and_margins_stay(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path, letterhead())))
    (section,) = document.sections
    assert (section.page_width.twips, section.page_height.twips) == (11906, 16838)
    assert section.different_first_page_header_footer
    heads = [p.text for p in section.first_page_header.paragraphs]
    assert heads == ["UNCLASSIFIED", "  MINISTRY OF NORTHERN AFFAIRS"]
    assert [p.text for p in section.header.paragraphs] == [
        "UNCLASSIFIED",
        "Ministry of Northern Affairs",
    ]
    for foot in (section.first_page_footer, section.footer):
        told = [p.text for p in foot.paragraphs]
        assert told == ["12 Harbour Street, Northport · page 1", "UNCLASSIFIED"]


def test_tables_are_as_wide_as_their_text(tmp_path: Path) -> None:
    root = part(written(tmp_path, letterhead()), DOCUMENT)
    widths = {table.find(f"{W}tblPr/{W}tblW").get(f"{W}w") for table in root.iter(f"{W}tbl")}
    assert widths == {str(11906 - 2 * 1417)}


def test_without_a_banner_their_margins_are_untouched(tmp_path: Path) -> None:
    memo = replace(build(golden()), banner="")
    with zipfile.ZipFile(written(tmp_path, minimal(), memo)) as archive:
        assert not [name for name in archive.namelist() if "header" in name or "footer" in name]


def test_every_page_of_every_section_has_the_banner(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path, sections())))
    cover, middle, last = document.sections
    for margin in (
        cover.header, cover.footer, cover.even_page_header, cover.even_page_footer,
        middle.first_page_header, middle.first_page_footer,
    ):  # fmt: skip
        assert [p.text for p in margin.paragraphs] == ["UNCLASSIFIED"]
    for margin in (middle.header, middle.even_page_footer, last.header):
        assert margin.is_linked_to_previous
    assert [p.text for p in last.footer.paragraphs] == ["Annex", "UNCLASSIFIED"]


def test_a_header_that_sections_share_has_one_banner(tmp_path: Path) -> None:
    def shared(text: str) -> str:
        reference = re.search("<w:headerReference[^>]*default[^>]*/>", text)
        assert reference is not None
        end = f"<w:p><w:pPr><w:sectPr>{reference[0]}</w:sectPr></w:pPr></w:p>"
        return text.replace("<w:sectPr", f"{end}<w:sectPr", 1)

    path = written(tmp_path, edited(dotx(), {DOCUMENT: shared}))
    for section in docx.Document(str(path)).sections:
        assert [p.text for p in section.header.paragraphs].count("UNCLASSIFIED") == 1


def numbers(path: Path, style: str) -> list[tuple[str, str] | None]:
    """List and level of each paragraph of the memo that is in a style, None for the style's own."""
    found = []
    for paragraph in part(path, DOCUMENT).iter(f"{W}p"):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            listed = paragraph.find(f"{W}pPr/{W}numPr")
            values = listed if listed is None else [e.get(f"{W}val") for e in listed]
            found.append(values and (values[1], values[0]))
    return found


def numbered() -> ComposedMemo:
    draft = with_articles(**FIELDS)
    for title in ("One", "Two"):
        draft.section(title, Layout.NUMBERED)
        draft.entry(Kind.TEXT, "first")
        draft.entry(Kind.TEXT, "second")
    draft.section("Three")
    draft.entry(Kind.TEXT, "third")
    return build(draft.done())


def definition_of(path: Path, number: str) -> etree._Element:
    root = part(path, "word/numbering.xml")
    num = next(n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == number)
    assert num.find(f"{W}lvlOverride/{W}startOverride") is not None
    wanted = num.find(f"{W}abstractNumId").get(f"{W}val")
    return next(a for a in root.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == wanted)


def test_numbers_are_theirs_and_begin_anew_apart_from_their_own_list(tmp_path: Path) -> None:
    path = written(tmp_path, lists(), numbered())
    theirs, ours = numbers(path, "ListNumber")[:2], numbers(path, "ListNumber")[2:]
    assert theirs == [None, None]
    first, second = ours[0], ours[2]
    assert ours == [first, first, second, second]
    assert first != second
    assert first is not None
    assert first[1] == "1"
    definition = definition_of(path, first[0])
    assert definition.get(f"{W}abstractNumId") == "50"
    assert numbers(path, "ListBullet") == [None]


def test_where_their_styles_have_no_lists_ours_number_and_mark(tmp_path: Path) -> None:
    path = written(tmp_path, bare_lists(), numbered())
    first, _, second, _ = numbers(path, "ListNumber")
    assert first is not None
    assert first != second
    assert definition_of(path, first[0]).find(f"{W}lvl/{W}numFmt").get(f"{W}val") == "decimal"
    (bullet,) = numbers(path, "ListBullet")
    assert bullet is not None


def test_no_list_of_ours_has_an_id_of_theirs(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(lists())) as archive:
        before_it = etree.fromstring(archive.read("word/numbering.xml"))
    after = part(written(tmp_path, lists(), numbered()), "word/numbering.xml")
    for tag in ("abstractNum", "num"):
        ids = [e.get(f"{W}{tag}Id") for e in after.iter(f"{W}{tag}")]
        assert len(ids) == len(set(ids))
        assert {e.get(f"{W}{tag}Id") for e in before_it.iter(f"{W}{tag}")} < set(ids)


def test_the_notes_are_the_memos_alone(tmp_path: Path) -> None:
    path = written(tmp_path, footnotes())
    notes = part(path, "word/footnotes.xml")
    assert len(notes) == 2 + len(build(golden()).footnotes)
    assert "Their own note" not in "".join(notes.itertext())


def test_a_note_keeps_its_distance_where_their_style_has_no_tab(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="FN"><w:name w:val="footnote text"/></w:style>'
    own = written(tmp_path, edited(letterhead(), {STYLES: before("</w:styles>", style)}))
    notes = part(own, "word/footnotes.xml")
    assert {e.get(f"{W}val") for e in notes.iter(f"{W}pStyle")} == {"FN"}
    assert next(notes.iter(f"{W}tab"), None) is None
    ours = part(written(tmp_path, letterhead()), "word/footnotes.xml")
    assert next(ours.iter(f"{W}tab"), None) is not None


def test_the_properties_are_the_memos(tmp_path: Path) -> None:
    core = docx.Document(str(written(tmp_path, letterhead()))).core_properties
    assert (core.title, core.language) == (FIELDS["subject"], "en-US")
    assert (core.author, core.last_modified_by) == ("", "")


def test_a_quote_stays_with_its_source_whatever_their_style_says(tmp_path: Path) -> None:
    root = part(written(tmp_path, letterhead()), DOCUMENT)
    quotes = [
        p.find(f"{W}pPr")
        for p in root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
        and p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "BriefingQuote"
    ]
    assert quotes
    assert all(properties.find(f"{W}keepNext") is not None for properties in quotes)


def test_the_same_memo_in_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path, letterhead()).read_bytes()
    assert written(tmp_path, letterhead()).read_bytes() == first


def test_a_memo_may_be_the_template_of_the_next(tmp_path: Path) -> None:
    first = written(tmp_path, letterhead())
    path = written(tmp_path, first.read_bytes())
    assert lint(path) == []
    said = build(golden()).blocks[0]
    assert isinstance(said, Paragraph)
    assert words(path).count(said.text) == 2


def with_template(path: Path) -> Briefing:
    briefing = golden()
    return replace(briefing, memo=replace(briefing.memo, options={"template": str(path)}))


def test_an_export_takes_the_template_of_the_memo(tmp_path: Path) -> None:
    (tmp_path / "office.dotx").write_bytes(dotx())
    export(with_template(tmp_path / "office.dotx"), tmp_path / "memo.docx")
    section = docx.Document(str(tmp_path / "memo.docx")).sections[0]
    assert "MINISTRY" in section.first_page_header.paragraphs[1].text


def test_a_template_that_is_gone_stops_the_export_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is not there"):
        export(with_template(tmp_path / "gone.dotx"), tmp_path / "memo.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_template_with_macros_stops_the_export(tmp_path: Path) -> None:
    (tmp_path / "office.dotm").write_bytes(dotx())
    with pytest.raises(UnsupportedFormat, match="macros"):
        export(with_template(tmp_path / "office.dotm"), tmp_path / "memo.docx")
