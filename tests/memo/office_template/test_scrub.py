"""What must not go out with a memo is taken out of the template, and said."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from briefing_app.memo.office_template.fields import W
from briefing_app.memo.office_template.package import Package, read
from briefing_app.memo.office_template.scrub import FIRST_OWN_ID, Unwanted, scrub
from tests.memo.office_templates import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELS,
    SETTINGS,
    before,
    edited,
    footnotes,
    hostile,
    letterhead,
    minimal,
    related,
)

Scrubbed = tuple[list[Unwanted], Package]


def scrubbed(tmp_path: Path, data: bytes) -> Scrubbed:
    (tmp_path / "office.docx").write_bytes(data)
    package = read(tmp_path / "office.docx")
    return scrub(package), package


def everything(package: Package) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package.pack())) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def body(package: Package) -> etree._Element:
    return package.roots["word/document.xml"].find(f"{W}body")


def words(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def with_body(xml: str) -> bytes:
    return edited(letterhead(), {DOCUMENT: before("<w:sectPr", xml)})


def test_of_a_hostile_template_nothing_is_left_that_fetches_or_names(tmp_path: Path) -> None:
    found, package = scrubbed(tmp_path, hostile())
    assert found == [
        Unwanted.ATTACHED_TEMPLATE,
        Unwanted.EXTERNAL_PICTURE,
        Unwanted.EXTERNAL_FILE,
        Unwanted.EMBEDDED_OBJECT,
        Unwanted.FIELD,
        Unwanted.LINK,
        Unwanted.COMMENTS,
        Unwanted.TRACKED_CHANGES,
        Unwanted.USER_NAMES,
        Unwanted.VARIABLES,
        Unwanted.BUILDING_BLOCKS,
        Unwanted.PROTECTION,
    ]
    left = everything(package)
    for trace in (
        "jane", "Jane", "clerk", "spy.example", "SECRET", "Ask Bob", "DDEAUTO", "INCLUDE", "C:",
        "file:", ">DDE<", "altChunk", "<script", "subDoc", "docVar", "trackRevisions", "permStart",
        "_bi_e1", "dataBinding", "customXml", "thumbnail", "printerSettings", "creator",
    ):  # fmt: skip
        assert trace.encode() not in left
    for kept in ("Welcome", "Address", "Arms", "Rates", "Boiler", "https://ministry.example/"):
        assert kept.encode() in left


def test_a_harmless_template_stays_as_it_is(tmp_path: Path) -> None:
    found, package = scrubbed(tmp_path, minimal())
    assert found == []
    assert words(body(package)) == ""


def test_a_name_in_the_properties_is_told_and_does_not_go_along(tmp_path: Path) -> None:
    found, package = scrubbed(tmp_path, letterhead())
    assert found == [Unwanted.USER_NAMES]
    assert b"Jane" not in everything(package)
    nobody = {CORE: lambda text: text.replace("Jane Clerk", "")}
    assert scrubbed(tmp_path, edited(letterhead(), nobody))[0] == []


def test_own_footnotes_go_with_their_references(tmp_path: Path) -> None:
    found, package = scrubbed(tmp_path, footnotes())
    assert found == [Unwanted.OWN_FOOTNOTES]
    assert b"Their own note" not in everything(package)
    assert next(body(package).iter(f"{W}footnoteReference"), None) is None
    assert "Terms apply." in words(body(package))


def test_the_memos_own_link_ids_are_left_free(tmp_path: Path) -> None:
    _, package = scrubbed(tmp_path, hostile())
    ids = {relation.id for relation in package.relations["word/document.xml"]}
    assert "rOwnLink1" in ids
    assert not [id for id in ids if id.startswith("rLink")]
    assert b'r:id="rOwnLink1"' in everything(package)


def test_bookmarks_and_drawings_make_room_for_the_memos(tmp_path: Path) -> None:
    _, package = scrubbed(tmp_path, hostile())
    marks = {
        mark.get(f"{W}name"): int(mark.get(f"{W}id"))
        for mark in body(package).iter(f"{W}bookmarkStart")
    }
    assert set(marks) == {"Address"}
    ends = [int(mark.get(f"{W}id")) for mark in body(package).iter(f"{W}bookmarkEnd")]
    assert ends == list(marks.values())
    drawn = re.findall(rb'docPr id="(\d+)"', everything(package))
    assert drawn
    assert all(int(id) >= FIRST_OWN_ID for id in (*marks.values(), *drawn))


def test_of_a_path_in_a_description_the_name_is_left(tmp_path: Path) -> None:
    _, package = scrubbed(tmp_path, letterhead())
    assert b'descr="Arms of the ministry"' in everything(package)


def test_a_linked_picture_that_is_in_the_file_too_stays(tmp_path: Path) -> None:
    def link(text: str) -> str:
        return re.sub('(r:embed="rId\\d+")', r'\1 r:link="rLinked"', text, count=1)

    names = zipfile.ZipFile(io.BytesIO(letterhead())).namelist()
    header = next(
        name
        for name in names
        if re.fullmatch(r"word/header\d.xml", name)
        and b"embed" in zipfile.ZipFile(io.BytesIO(letterhead())).read(name)
    )
    rels = header.replace("word/", "word/_rels/") + ".rels"
    outside = related("rLinked", "image", "file:///C:/arms.png", "External")
    found, package = scrubbed(tmp_path, edited(letterhead(), {header: link, rels: outside}))
    assert Unwanted.EXTERNAL_PICTURE in found
    left = everything(package)
    assert b"r:embed" in left
    assert b"r:link" not in left


TRACKED = [
    ('<w:p><w:ins w:id="1" w:author="J"><w:r><w:t>in</w:t></w:r></w:ins></w:p>', "in"),
    ('<w:p><w:del w:id="1" w:author="J"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>', ""),
    ('<w:p><w:moveTo w:id="1" w:author="J"><w:r><w:t>in</w:t></w:r></w:moveTo></w:p>', "in"),
    ('<w:p><w:moveFrom w:id="1" w:author="J"><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>', ""),
    (
        '<w:p><w:ins w:id="1" w:author="J"><w:del w:id="2" w:author="J"><w:r><w:delText>x'
        "</w:delText></w:r></w:del><w:r><w:t>in</w:t></w:r></w:ins></w:p>",
        "in",
    ),
    (
        '<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1" w:author="J"><w:pPr/></w:pPrChange>'
        "</w:pPr><w:r><w:t>in</w:t></w:r></w:p>",
        "in",
    ),
    (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r>"
        '</w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id="1" w:author="J"/></w:trPr><w:tc><w:p><w:r>'
        "<w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>",
        "in",
    ),
]


@pytest.mark.parametrize(("xml", "left"), TRACKED)
def test_tracked_changes_are_made_final(tmp_path: Path, xml: str, left: str) -> None:
    plain, package = scrubbed(tmp_path, letterhead())
    around = words(body(package))
    found, package = scrubbed(tmp_path, with_body(xml))
    assert {*found} - {*plain} == {Unwanted.TRACKED_CHANGES}
    assert words(body(package)) == around + left
    assert b'author="' not in everything(package)


def test_a_deleted_paragraph_leaves_no_empty_one(tmp_path: Path) -> None:
    deleted = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="J"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="J"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
        "<w:p><w:r><w:t>after</w:t></w:r></w:p>"
    )
    count = len(body(scrubbed(tmp_path, letterhead())[1]))
    _, package = scrubbed(tmp_path, with_body(deleted))
    assert len(body(package)) == count + 1


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ('<w:documentProtection w:edit="readOnly"/>', [Unwanted.PROTECTION]),
        ("<w:mailMerge><w:mainDocumentType/></w:mailMerge>", [Unwanted.MAIL_MERGE]),
        ("<w:trackRevisions/>", []),
        ('<w:updateFields w:val="true"/>', []),
    ],
)
def test_settings_that_ask_or_tell_are_gone(
    tmp_path: Path, settings: str, what: list[Unwanted]
) -> None:
    plain = scrubbed(tmp_path, letterhead())[0]
    changes: dict[str, Callable[[str], str]] = {SETTINGS: before("<w:defaultTabStop", settings)}
    found, package = scrubbed(tmp_path, edited(letterhead(), changes))
    assert [word for word in found if word not in plain] == what
    assert settings.split()[0].strip("</>").encode() not in everything(package)


def test_an_address_is_written_as_word_takes_it(tmp_path: Path) -> None:
    link = '<w:p><w:hyperlink r:id="rX"><w:r><w:t>Site</w:t></w:r></w:hyperlink></w:p>'
    changes = {
        DOCUMENT: before("<w:sectPr", link),
        DOCUMENT_RELS: related("rX", "hyperlink", "https://a.example/two words", "External"),
    }
    found, package = scrubbed(tmp_path, edited(letterhead(), changes))
    assert Unwanted.LINK not in found
    assert b"https://a.example/two%20words" in everything(package)


def test_data_that_no_page_needs_is_told_but_an_empty_list_of_literature_is_not(
    tmp_path: Path,
) -> None:
    item = {DOCUMENT_RELS: related("rData", "customXml", "../customXml/item9.xml")}
    for xml, is_told in (
        (
            b'<Sources xmlns="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
            0,
        ),
        (b"<staff><clerk>Jane</clerk></staff>", 1),
    ):
        data = edited(letterhead(), item, {"customXml/item9.xml": xml})
        found, package = scrubbed(tmp_path, data)
        assert (Unwanted.CUSTOM_DATA in found) == bool(is_told)
        assert b"<clerk>" not in everything(package)
