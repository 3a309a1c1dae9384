"""Word documents, made by the tests part by part."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import BriefingError
from briefing_app.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


def relations(*entries: str) -> str:
    """A part of relations; an entry is "id type target"."""
    nodes = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for i, kind, target in (entry.split() for entry in entries)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{nodes}</Relationships>"
    )


def p(*runs: str) -> str:
    """A paragraph; what is no markup becomes a run."""
    marked = (run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{''.join(marked)}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body and further parts."""
    whole = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        **parts,
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in whole.items():
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.fixture
def read_body() -> Callable[..., Article]:
    """The one article of a document with a headline, this body and a closing paragraph."""

    def body(markup: str, **parts: str) -> Article:
        data = docx(p("The headline") + markup + p(TEXT), **parts)
        (article,) = read_bytes("a.docx", data).articles
        return article

    return body


def test_the_first_line_is_the_headline_and_each_paragraph_a_line(
    read_body: Callable[..., Article],
) -> None:
    article = read_body(p("One ", "and two.") + p("Three."))
    assert article.headline == "The headline"
    assert article.body == f"One and two.\nThree.\n{TEXT}"


def test_insertions_are_kept_and_deletions_left_out_with_a_word() -> None:
    markup = p(
        "We will ", "<w:ins><w:r><w:t>not </w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>", "leave.",
    )  # fmt: skip
    read = read_bytes("a.docx", docx(p("The headline") + markup + p(TEXT)))
    assert read.articles[0].paragraphs[0] == "We will not leave."
    assert any("tracked change" in warning for warning in read.warnings)


def test_a_paragraph_whose_end_was_deleted_is_one_with_the_next(
    read_body: Callable[..., Article],
) -> None:
    joined = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert "One and two.\n" in read_body(p(joined, "One ") + p("and two.")).body


def test_the_style_of_a_title_tells_the_headline_in_whatever_language() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/>'
        '</w:style><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        "</w:styles>"
    )
    run = "<w:r><w:t>A title of four words.</w:t></w:r>"
    title = f'<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>{run}</w:p>'
    data = docx(
        p("Meinung") + title + p(TEXT) + title.replace("1", "2").replace("title", "heading"),
        **{
            "word/_rels/document.xml.rels": relations("r1 styles styles.xml"),
            "word/styles.xml": styles,
        },
    )
    (article,) = read_bytes("a.docx", data).articles
    assert article.headline == "A title of four words."
    assert article.body == f"Meinung\n{TEXT}\nA heading of four words."


def test_a_large_first_letter_is_one_with_its_paragraph(read_body: Callable[..., Article]) -> None:
    letter = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>M</w:t></w:r></w:p>'
    framed = '<w:p><w:pPr><w:framePr w:w="100"/></w:pPr><w:r><w:t>A box</w:t></w:r></w:p>'
    body = read_body(letter + p("inisters met.") + framed + p("Then they left.")).body
    assert body == f"Ministers met.\nA box\nThen they left.\n{TEXT}"


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:rPr><w:vanish w:val="1"/></w:rPr>',
        '<w:rPr><w:rStyle w:val="Secret"/></w:rPr>',
    ],
)
def test_hidden_text_is_left_out_with_a_word(hidden: str) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    run = f"<w:r>{hidden}<w:t>unseen </w:t></w:r>"
    read = read_bytes(
        "a.docx",
        docx(
            p("The headline") + p(run, "Seen.") + p(TEXT),
            **{
                "word/_rels/document.xml.rels": relations("r1 styles styles.xml"),
                "word/styles.xml": styles,
            },
        ),
    )
    assert read.articles[0].body == f"Seen.\n{TEXT}"
    assert read.warnings == ("Hidden text was left out.",)


def test_text_that_is_expressly_not_hidden_is_kept(read_body: Callable[..., Article]) -> None:
    run = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Seen.</w:t></w:r>'
    assert read_body(p(run)).body.startswith("Seen.")


def test_a_table_is_read_row_by_row(read_body: Callable[..., Article]) -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Germany", "120 soldiers"))
    article = read_body(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>")
    assert article.paragraphs[:2] == ("Germany 120 soldiers",) * 2


def test_a_deleted_row_is_left_out(read_body: Callable[..., Article]) -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Gone.')}</w:tc></w:tr>"
    assert "Gone" not in read_body(f"<w:tbl>{row}</w:tbl>").body


def test_paragraphs_in_a_cell_that_is_layout_stay_paragraphs(
    read_body: Callable[..., Article],
) -> None:
    cell = f"<w:tc>{p('One.')}{p('Two.')}</w:tc>"
    article = read_body(f"<w:tbl><w:tr>{cell}<w:tc>{p('Three.')}</w:tc></w:tr></w:tbl>")
    assert article.paragraphs[:3] == ("One.", "Two.", "Three.")


def test_content_controls_smart_tags_and_field_results_are_text(
    read_body: Callable[..., Article],
) -> None:
    field = '<w:fldSimple w:instr="DATE"><w:r><w:t>c </w:t></w:r></w:fldSimple>'
    code = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>"
    asked = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Click here')}</w:sdtContent></w:sdt>"
    )
    tag = "<w:smartTag><w:r><w:t>b </w:t></w:r></w:smartTag>"
    article = read_body(control + asked + p(tag, field, code, "d"))
    assert article.paragraphs[:2] == ("a", "b c d")


def test_a_text_box_is_read_once(read_body: Callable[..., Article]) -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read_body(p(both, "Beside it.")).body == f"In the box.\nBeside it.\n{TEXT}"


def test_tabs_and_breaks_in_a_paragraph(read_body: Callable[..., Article]) -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>"
    stops = "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
    assert read_body(p(stops, run, "d")).paragraphs[:2] == ("a b", "c-d")


def test_footnotes_follow_the_text_and_comments_do_not(read_body: Callable[..., Article]) -> None:
    notes = f"<w:footnotes {NAMESPACES}><w:footnote w:id='2'>{p('A note.')}</w:footnote>"
    notes += f"<w:footnote w:id='0'>{p('No note.')}</w:footnote></w:footnotes>"
    article = read_body(
        p("Said.", "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        **{
            "word/footnotes.xml": notes,
            "word/comments.xml": f"<w:comments {NAMESPACES}>{p('Mine.')}</w:comments>",
            "word/_rels/document.xml.rels": relations(
                "r1 footnotes footnotes.xml", "r2 comments comments.xml"
            ),
        },
    )
    assert article.body == f"Said.\n{TEXT}\nA note."


def test_headers_stay_out_but_tell_what_may_be_the_outlet_and_the_date(
    read_body: Callable[..., Article],
) -> None:
    header = f"<w:hdr {NAMESPACES}>{p('Reuters')}{p('7 January 2020')}</w:hdr>"
    article = read_body(
        "",
        **{
            "word/header1.xml": header,
            "word/_rels/document.xml.rels": relations("r1 header header1.xml"),
        },
    )
    assert "Reuters" not in article.body
    proposed = {proposal.field: proposal.value for proposal in article.proposals}
    assert proposed == {"publisher": "Reuters", "published": "2020-01-07"}


def test_the_document_properties_are_proposals_only(read_body: Callable[..., Article]) -> None:
    core = (
        '<x xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Templates Inc.</dc:creator><dc:title>T'
        "</dc:title><dcterms:created>2020-01-08T09:00:00Z</dcterms:created></x>"
    )
    article = read_body(
        "",
        **{
            "docProps/core.xml": core,
            "_rels/.rels": relations(
                "r1 officeDocument word/document.xml", "r2 core-properties docProps/core.xml"
            ),
        },
    )
    assert (article.headline, article.byline) == ("The headline", "")
    assert {p.field: p.place for p in article.proposals} == {
        "byline": "document properties", "published": "document properties",
    }  # fmt: skip


def test_the_strict_kind_and_another_name_of_the_main_part_are_read() -> None:
    body = f"<w:body>{p('The headline')}{p(TEXT)}</w:body>"
    strict = f"<w:document {NAMESPACES}>{body}</w:document>".replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    data = docx(
        "", **{"word/document2.xml": strict, "_rels/.rels": relations(
            "r1 officeDocument /word/document2.xml")}
    )  # fmt: skip
    assert read_bytes("a.docx", data).articles[0].body == TEXT


def test_right_to_left_text_comes_in_as_written(read_body: Callable[..., Article]) -> None:
    text = "قال الأمين العام إن المهمة ستستمر في العراق."
    assert read_body(p("<w:pPr><w:bidi/></w:pPr>", text)).paragraphs[0] == text


def test_an_embedded_web_page_is_read_on_its_own() -> None:
    data = docx(
        '<w:altChunk r:id="r9"/>',
        **{
            "word/page.html": f"<html><body><h1>The headline</h1><p>{TEXT}</p></body></html>",
            "word/_rels/document.xml.rels": relations("r9 aFChunk page.html"),
        },
    )
    (part,) = read_bytes("a.docx", data).parts
    assert TEXT in part.articles[0].body


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: data[: len(data) // 2], "not a text file|damaged"),
        (lambda _: docx("<w:p>"), "damaged"),
        (lambda _: docx(""), "no text"),
        (lambda _: docx("", **{"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
         "document type"),
        (lambda _: docx("", **{"word/document.xml": " " * 70_000_000}), "unreasonable size"),
        (lambda _: docx("", **{"word/document.xml": " " * 6_000_000}), "unreasonable size"),
        (lambda _: docx("<w:p>" * 300 + "</w:p>" * 300), "damaged"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said(damage: Callable[[bytes], bytes], words: str) -> None:
    with pytest.raises(BriefingError, match=words) as refused:
        read_bytes("a.docx", damage(docx(p("The headline") + p(TEXT))))
    assert refused.value.hint
    assert re.match("“a.docx”", refused.value.message)
