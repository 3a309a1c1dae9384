"""What is painted beside the words is on the side where they begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlock, QTextCursor, QTextDocument

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role, Run
from briefing_app.gui.memo import trims
from briefing_app.gui.memo.looks import ACCENT, RULE, TINT
from briefing_app.gui.memo.printing import Printer

WIDTH = 200
ARABIC = "علّق الحلف التدريب."


def printed(*paragraphs: Paragraph) -> list[QTextBlock]:
    document = QTextDocument()
    memo = ComposedMemo("Memo", "", "", "", "", "", "en", paragraphs, ())
    Printer(QTextCursor(document), 1.0).print(memo, "Notes")
    document.setParent(KEPT)
    return [document.findBlockByNumber(number) for number in range(len(paragraphs))]


KEPT = QTextDocument()
"""Owns the documents of these tests, since blocks do not."""


def painted(block: QTextBlock) -> list[str]:
    """The colours across the middle of a block."""
    image = QImage(WIDTH, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    trims.paint(painter, block, QRectF(0, 10, WIDTH, 20), 0, WIDTH)
    painter.end()
    return [image.pixelColor(x, 20).name().upper() for x in range(WIDTH)]


def test_the_box_of_the_bottom_line_has_its_strip_where_the_words_begin(qapp) -> None:
    english, arabic = printed(
        Paragraph(Role.BOTTOM_LINE, (Run("NATO stopped."),)),
        Paragraph(Role.BOTTOM_LINE, (Run(ARABIC),)),
    )
    assert painted(english)[0] == ACCENT and painted(english)[-1] == TINT
    assert painted(arabic)[-1] == ACCENT and painted(arabic)[0] == TINT


def test_who_said_an_arabic_quote_stands_on_its_side_below_one_bar(qapp) -> None:
    quote, source, other, last = printed(
        Paragraph(Role.QUOTE, (Run(ARABIC),)),
        Paragraph(Role.QUOTE_SOURCE, (Run("Jane Doe, Wire"),)),
        Paragraph(Role.QUOTE, (Run("In English."),)),
        Paragraph(Role.QUOTE_SOURCE, (Run("Jane Doe, Wire"),)),
    )
    ruled = [[x for x, c in enumerate(painted(b)) if c == RULE] for b in (quote, source, other)]
    assert ruled[0] == ruled[1]
    assert min(ruled[0]) > WIDTH / 2 > max(ruled[2])
    goes_on = [trims.goes_on(block) for block in (quote, source, other, last)]
    assert goes_on == [True, False, True, False]


def test_plain_paragraphs_have_nothing_beside_them(qapp) -> None:
    [body] = printed(Paragraph(Role.BODY, (Run("Words."),)))
    assert set(painted(body)) == {"#FFFFFF"}
