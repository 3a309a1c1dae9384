"""Text of OpenDocument files that nobody can see."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.readers import read_bytes
from tests.readers.documents.test_odt import NAMESPACES, TEXT, odt, p

FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def style(name: str, kind: str = "", parent: str = "", **properties: str) -> str:
    """A style; of its properties "text_color" is fo:color, "background_color" the colour behind."""
    known = {"text_color": "color", "background_color": "background-color", "size": "font-size"}
    stated = " ".join(f'fo:{known[n]}="{value}"' for n, value in properties.items())
    return (
        f'<style:style {FO} style:name="{name}" style:parent-style-name="{parent}">'
        f"<style:{kind or 'text'}-properties {stated}/></style:style>"
    )


STYLES = "".join(
    (
        style("White", text_color="#ffffff"), style("Child", parent="White"),
        style("Black", text_color="#000000"), style("Tiny", size="1pt"),
        style("Blue", "paragraph", background_color="#003366"),
        style("Marked", text_color="#FFFFFF", background_color="#003366"),
        style("Cell", "table-cell", background_color="#003366"),
        style("Pale", "table-cell", background_color="#ffffff"),
    )
)  # fmt: skip


def span(name: str, text: str) -> str:
    return f"<text:span text:style-name='{name}'>{text}</text:span>"


def cell(name: str, content: str) -> str:
    return (
        f"<table:table><table:table-row><table:table-cell table:style-name='{name}'>{content}"
        "</table:table-cell></table:table-row></table:table>"
    )


def read(body: str, **parts: str) -> ReadFile:
    return read_bytes("a.odt", odt(p("The headline") + body + p(TEXT), STYLES, **parts))


@pytest.mark.parametrize(
    "body",
    [
        p(f"Seen. {span('White', 'SECRET')}"),
        p(span("Child", f"SECRET{span('White', 'SECRET')}")),
        p(span("Tiny", "SECRET")),
        "<text:p text:style-name='White'>SECRET<text:tab/>SECRET</text:p>",
        cell("Pale", p(span("White", "SECRET"))),
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
        p(span("Black", "Seen.")),
        p(span("Marked", "Seen.")),
        f"<text:p text:style-name='Blue'>{span('White', 'Seen.')}</text:p>",
        f"<text:p text:style-name='White'>{span('Black', 'Seen.')}</text:p>",
        cell("Cell", p(span("White", "Seen."))),
        f"<draw:frame><draw:text-box>{p(span('White', 'Seen.'))}</draw:text-box></draw:frame>",
    ],
)
def test_white_text_on_a_colour_stays(body: str) -> None:
    file = read(body)
    assert "Seen." in file.articles[0].body
    assert file.warnings == ()


def test_white_text_on_pages_with_a_colour_of_their_own_stays() -> None:
    page = (
        f"<office:document-styles {NAMESPACES} {FO}><style:page-layout>"
        '<style:page-layout-properties fo:background-color="#000000"/></style:page-layout>'
        "</office:document-styles>"
    )
    assert "Seen." in read(p(span("White", "Seen.")), **{"styles.xml": page}).articles[0].body
