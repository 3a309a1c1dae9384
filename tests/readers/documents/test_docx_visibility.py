"""Text of Word documents that nobody can see."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.readers import read_bytes
from tests.readers.documents.test_docx import NAMESPACES, TEXT, docx, p, relations

WHITE = '<w:color w:val="FFFFFF"/>'
STYLES = (
    f"<w:styles {NAMESPACES}>"
    f'<w:style w:styleId="Pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:styleId="PaleChild"><w:basedOn w:val="Pale"/><w:rPr><w:b/></w:rPr></w:style>'
    f'<w:style w:styleId="Banner"><w:pPr><w:shd w:val="clear" w:fill="003366"/></w:pPr>'
    f"<w:rPr>{WHITE}</w:rPr></w:style>"
    '<w:style w:styleId="Dark"><w:basedOn w:val="Pale"/><w:rPr><w:color w:val="000000"/></w:rPr>'
    "</w:style><w:style><w:rPr><w:sz w:val='2'/></w:rPr></w:style>"
    '<w:style w:styleId="Grid"><w:tcPr><w:shd w:fill="4472C4"/></w:tcPr></w:style>'
    "</w:styles>"
)


def run(text: str, properties: str = WHITE) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(content: str, cell_properties: str = "", table_properties: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{table_properties}</w:tblPr><w:tr><w:tc>"
        f"<w:tcPr>{cell_properties}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )


def read(body: str, before: str = "") -> ReadFile:
    parts = {
        "word/_rels/document.xml.rels": relations("r1 styles styles.xml"),
        "word/styles.xml": STYLES,
    }
    whole = docx(p("The headline") + body + p(TEXT), **parts)
    if before:
        parts["word/document.xml"] = (
            f"<w:document {NAMESPACES}>{before}<w:body>{p('The headline')}{body}{p(TEXT)}"
            "</w:body></w:document>"
        )
        whole = docx("", **parts)
    return read_bytes("a.docx", whole)


@pytest.mark.parametrize(
    "body",
    [
        p(run("SECRET ")),
        p("Seen. ", run("SECRET")),
        p(run("SECRET", f'{WHITE}<w:highlight w:val="white"/><w:shd w:fill="auto"/>')),
        p(run("SECRET", '<w:sz w:val="2"/>')),
        f'<w:p><w:pPr><w:pStyle w:val="Pale"/></w:pPr>{run("SECRET", "")}</w:p>',
        p(run("SECRET", '<w:rStyle w:val="PaleChild"/>')),
        cell(p(run("SECRET")), '<w:shd w:val="clear" w:fill="FFFFFF"/>'),
    ],
)
def test_white_and_tiny_text_is_left_out_with_a_word(body: str) -> None:
    file = read(body)
    assert "SECRET" not in file.articles[0].body
    assert file.articles[0].body.endswith(TEXT)
    assert file.warnings == ("Hidden text was left out.",)


@pytest.mark.parametrize(
    "body",
    [
        p(run("Seen.", f'{WHITE}<w:shd w:val="clear" w:fill="000000"/>')),
        p(run("Seen.", f'{WHITE}<w:highlight w:val="darkBlue"/>')),
        f'<w:p><w:pPr><w:shd w:val="clear" w:fill="C00000"/></w:pPr>{run("Seen.")}</w:p>',
        f'<w:p><w:pPr><w:pStyle w:val="Banner"/></w:pPr>{run("Seen.", "")}</w:p>',
        f'<w:p><w:pPr><w:pStyle w:val="Dark"/></w:pPr>{run("Seen.", "")}</w:p>',
        f'<w:p><w:pPr><w:pStyle w:val="Pale"/></w:pPr>'
        f'{run("Seen.", "<w:color w:val=" + chr(34) + "000000" + chr(34) + "/>")}</w:p>',
        cell(p(run("Seen.")), '<w:shd w:val="clear" w:fill="1F3864"/>'),
        cell(p(run("Seen.")), "", '<w:tblStyle w:val="Grid"/>'),
        p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p(run('Seen.'))}</w:txbxContent>"
          "</v:textbox></w:pict></w:r>"),
        p(run("Seen.", '<w:color w:val="FEFEFE"/>')),
        p(run("Seen.", '<w:sz w:val="14"/>')),
    ],
)  # fmt: skip
def test_white_text_on_a_colour_and_small_print_stay(body: str) -> None:
    file = read(body)
    assert "Seen." in file.articles[0].body
    assert file.warnings == ()


def test_white_text_on_pages_with_a_colour_of_their_own_stays() -> None:
    assert "Seen." in read(p(run("Seen.")), '<w:background w:color="1F3864"/>').articles[0].body
    white = read(p(run("SECRET")), '<w:background w:color="FFFFFF"/>')
    assert "SECRET" not in white.articles[0].body
