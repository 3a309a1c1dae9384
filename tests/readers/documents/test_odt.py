"""OpenDocument texts, made by the tests part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes

PREFIXES = {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
    "meta": "meta", "manifest": "manifest",
}  # fmt: skip
NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" ' + " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in PREFIXES.items()
)
TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."
MANIFEST = f"<manifest:manifest {NAMESPACES}/>"
ENCRYPTED = MANIFEST.replace("/>", "><manifest:encryption-data/></manifest:manifest>")


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text with this body, these automatic styles and further parts."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}"
        "</office:automatic-styles><office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        whole = {"content.xml": content, "META-INF/manifest.xml": MANIFEST, **parts}
        for name, part in whole.items():
            archive.writestr(name, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.fixture
def read_body() -> Callable[..., Article]:
    """The one article of a document with a headline, this body and a closing paragraph."""

    def body(markup: str, **parts: str) -> Article:
        heading = "<text:h>The headline</text:h>"
        (article,) = read_bytes("a.odt", odt(heading + markup + p(TEXT), **parts)).articles
        return article

    return body


def test_headings_lists_and_spans_are_paragraphs(read_body: Callable[..., Article]) -> None:
    items = f"<text:list><text:list-item>{p('One')}</text:list-item></text:list>\n"
    article = read_body(items + p("<text:span>T</text:span>wo <text:span>three</text:span> four"))
    assert article.headline == "The headline"
    assert article.body == f"One\nTwo three four\n{TEXT}"


def test_white_space_is_as_meant(read_body: Callable[..., Article]) -> None:
    article = read_body(
        p("a<text:s/>b<text:s text:c='999999999'/>c<text:tab/>d<text:line-break/>e\n   f")
    )
    assert article.paragraphs[:2] == ("a b c d", "e f")


def test_deletions_are_left_out_with_a_word() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('never')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    read = read_bytes("a.odt", odt(changes + p("The headline") + p("Kept.") + p(TEXT)))
    assert read.articles[0].body == f"Kept.\n{TEXT}"
    assert read.warnings == ("Text that a tracked change deletes was left out.",)


def test_hidden_text_is_left_out_with_a_word() -> None:
    style = (
        "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    )
    hidden = p("a<text:span text:style-name='T1'>unseen</text:span>b")
    section = f"<text:section text:display='none'>{p('Unseen.')}</text:section>"
    read = read_bytes("a.odt", odt(p("The headline") + hidden + section + p(TEXT), style))
    assert read.articles[0].body == f"ab\n{TEXT}"
    assert read.warnings == ("Hidden text was left out.",)


def test_a_table_is_read_row_by_row(read_body: Callable[..., Article]) -> None:
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("Iraq", "120"))
    article = read_body(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    assert article.paragraphs[0] == "Iraq 120"


def test_footnotes_follow_the_text_and_comments_do_not(read_body: Callable[..., Article]) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('A note.')}</text:note-body></text:note>"
    )
    comment = f"<office:annotation><dc:creator>Me</dc:creator>{p('Mine.')}</office:annotation>"
    assert read_body(p(f"Said{note}{comment} so.")).body == f"Said so.\n{TEXT}\nA note."


def test_a_text_box_is_read_before_what_it_stands_beside(
    read_body: Callable[..., Article],
) -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert read_body(p(f"{box}Beside it.")).paragraphs[:2] == ("In the box.", "Beside it.")


def test_the_document_properties_and_headers_are_proposals_only(
    read_body: Callable[..., Article],
) -> None:
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><dc:title>T</dc:title>"
        "<meta:initial-creator>Template Maker</meta:initial-creator></office:meta>"
        "</office:document-meta>"
    )
    styles = (
        f"<office:document-styles {NAMESPACES}><style:header>{p('Reuters, 7 January 2020')}"
        "</style:header></office:document-styles>"
    )
    article = read_body("", **{"meta.xml": meta, "styles.xml": styles})
    assert article.headline == "The headline"
    assert {p.field: p.value for p in article.proposals} == {
        "byline": "Template Maker", "published": "2020-01-07",
    }  # fmt: skip


def test_right_to_left_text_comes_in_as_written(read_body: Callable[..., Article]) -> None:
    text = "دبیرکل گفت که مأموریت آموزشی در عراق ادامه می‌یابد."
    assert read_body(p(text)).paragraphs[0] == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt("", **{"META-INF/manifest.xml": ENCRYPTED}), "protected by a password"),
        (odt("<text:p>"), "damaged"),
        (odt(""), "no text"),
        (odt("", **{"content.xml": "<!DOCTYPE x><x/>"}), "document type"),
        (odt("", **{"content.xml": "<x/>"}), "no text document"),
        (odt("", **{"content.xml": " " * 6_000_000}), "unreasonable size"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        read_bytes("a.odt", data)
    assert refused.value.hint
