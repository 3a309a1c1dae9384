"""The memo as a PDF of Qt's own making, for computers without LibreOffice."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from briefing_app.domain.memo import ComposedMemo, Paragraph
from briefing_app.gui.memo import trims
from briefing_app.gui.memo.looks import GREY, page_family
from briefing_app.gui.memo.printing import Printer, text_option
from briefing_app.memo.form import Form

DPI = 96
"""In which the page of the window is measured too."""
PT_PX = DPI / 72
FOOT_PX = 30
"""Below the text, for the page's number and the handling mark."""


def to_pdf(memo: ComposedMemo, form: Form, notes_title: str) -> bytes:
    """Print the memo on the form's paper; may run in any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    width, height = form.page.width / 20, form.page.height / 20
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(DPI)
    writer.setTitle(memo.subject or memo.title)
    writer.setCreator("")
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultTextOption(text_option(memo))
    document.documentLayout().setPaintDevice(writer)
    cursor = QTextCursor(document)
    # The window's page is a little larger than paper: 15 px of text are 11 pt in print.
    Printer(cursor, form.page.size_pt * PT_PX / 15).print(memo, notes_title)
    _begin_annexes_on_a_page(document, memo)
    _Pages(document, writer, memo, form).print()
    buffer.close()
    return bytes(data.data())


def _begin_annexes_on_a_page(document: QTextDocument, memo: ComposedMemo) -> None:
    """Qt keeps no heading with what follows it, so the first annex gets a page of its own."""
    annex = next(iter(memo.blocks[memo.body_length :]), None) if memo.body_length else None
    if not isinstance(annex, Paragraph):
        return
    block = document.lastBlock()
    while block.isValid() and block.text() != annex.text:
        block = block.previous()
    if block.isValid():
        form = block.blockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).setBlockFormat(form)


class _Pages:
    """Cuts a document into the pages of a form."""

    def __init__(
        self, document: QTextDocument, writer: QPdfWriter, memo: ComposedMemo, form: Form
    ) -> None:
        self._document, self._writer, self._memo, self._form = document, writer, memo, form
        top, right, bottom, left = (side / 20 * PT_PX for side in form.page.margins)
        self._left, self._top = left, top
        self._width = form.page.width / 20 * PT_PX
        self._height = form.page.height / 20 * PT_PX
        self._area = QSizeF(self._width - left - right, self._height - top - bottom)
        self._font = QFont(page_family())
        self._font.setPixelSize(round(9 * PT_PX))
        document.setPageSize(self._area)

    def print(self) -> None:
        """Paint page after page."""
        painter = QPainter(self._writer)
        count = self._document.pageCount()
        for number in range(count):
            if number:
                self._writer.newPage()
            painter.save()
            painter.translate(self._left, self._top - number * self._area.height())
            view = QRectF(0, number * self._area.height(), self._area.width(), self._area.height())
            painter.setClipRect(view.adjusted(-20, 0, 20, 0))
            self._trims(painter, view)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = view
            self._document.documentLayout().draw(painter, context)
            painter.restore()
            self._margins(painter, number + 1, count)
        painter.end()

    def _margins(self, painter: QPainter, number: int, count: int) -> None:
        """The handling mark at the top and bottom, and the number of the page."""
        centre = Qt.AlignmentFlag.AlignCenter
        labels = self._form.labels
        self._font.setBold(False)
        painter.setFont(self._font)
        painter.setPen(QColor(GREY))
        foot = QRectF(self._left, self._height - FOOT_PX - 24, self._area.width(), 16)
        text = f"{labels['page']} {number} {labels['of']} {count}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if not self._memo.banner:
            return
        color = self._memo.banner_color
        painter.setPen(QColor(f"#{color}" if color else GREY))
        self._font.setBold(True)
        painter.setFont(self._font)
        for top in (24.0, self._height - FOOT_PX):
            painter.drawText(QRectF(0, top, self._width, 18), centre, self._memo.banner)

    def _trims(self, painter: QPainter, view: QRectF) -> None:
        """What stands behind and beside the words."""
        layout, block = self._document.documentLayout(), self._document.begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > view.bottom():
                return
            if box.bottom() > view.top():
                trims.paint(painter, block, box, 0, self._area.width())
            block = block.next()
