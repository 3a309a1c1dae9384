"""Signs of fonts of symbols, as one reads them."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.documents.symbols import as_characters, is_symbolic, sign
from tests.readers.documents.test_docx import TEXT, docx, p


@pytest.mark.parametrize(
    ("written", "font", "text"),
    [
        ("m", "Symbol", "μ"),
        ("\uf06d\uf0b0", "Symbol", "μ°"),
        ("\xb3\xb1", "Symbol", "≥±"),
        ("\uf0e0", "Wingdings", "→"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf04d", "Wingdings 2", ""),
        ("שלום\uf0b0", "Symbol", "שלום°"),
    ],
)
def test_a_place_in_a_font_of_symbols_is_another_sign(written: str, font: str, text: str) -> None:
    assert is_symbolic(font)
    assert as_characters(written, font) == text


@pytest.mark.parametrize("font", ["Arial", "Symbola", "Segoe UI Symbol", ""])
def test_other_fonts_have_letters(font: str) -> None:
    assert not is_symbolic(font)


@pytest.mark.parametrize(
    ("code", "font", "text"),
    [("F0B0", "Symbol", "°"), ("00B0", "Arial", "°"), ("", "Symbol", ""), ("zz", "Arial", "")],
)
def test_a_sign_is_known_by_the_number_of_its_place(code: str, font: str, text: str) -> None:
    assert sign(code, font) == text


def test_word_and_rich_text_say_what_their_reader_saw() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    body = p(
        "At 160", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "C, ",
        f"<w:r>{font}<w:t>\uf0b3</w:t></w:r>", " 15 ", f"<w:r>{font}<w:t>m</w:t></w:r>", "g.",
    )  # fmt: skip
    (word,) = read_bytes("a.docx", docx(p("The headline") + body + p(TEXT))).articles
    (rich,) = read_bytes(
        "a.rtf",
        rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}{\f3\froman\fcharset2 Symbol;}}The headline\par "
        rb"At 160{\f3\'b0}C, {\f3\u-3917?} 15 {\f3 m}g.\par " + TEXT.encode() + b"}",
    ).articles
    assert word.body == rich.body == f"At 160°C, ≥ 15 μg.\n{TEXT}"
