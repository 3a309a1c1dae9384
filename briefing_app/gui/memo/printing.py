"""Print a composed memo into a text document, block by block.

The same blocks go to Word; only the looks differ here: a page on screen has no page
breaks, so the notes stand together at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import (
    OWN_DIRECTION,
    ComposedMemo,
    Emphasis,
    Footnote,
    Paragraph,
    Picture,
    Role,
    Run,
    Table,
)
from briefing_app.memo import timeline_picture

PICTURE_WIDTH_PX = 530
"""Of a picture at normal text size; as wide as the text of the page."""

INK, NAVY, ACCENT = "#1D2126", "#1B2A41", "#1F4E79"
GREY, HAIRLINE, TINT, LINK, WARNING = "#4A5568", "#C9D1DB", "#EEF2F7", "#0B5394", "#9A4B00"
RULE = "#8A97A8"

ID = QTextFormat.Property.UserProperty.value + 1
"""Block property: the id of the row that the block stands for."""
TRIM = QTextFormat.Property.UserProperty.value + 2
"""Block property: what is painted behind the block, one of "line", "thick line", "box", "bar"."""

FAMILIES = ("Calibri", "Carlito", "Segoe UI", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True)
class Look:
    """How a role looks on the page; lengths in px at normal text size."""

    size: float = 15
    bold: bool = False
    color: str = INK
    before: float = 0
    after: float = 8
    left: float = 0
    right: float = 0
    hanging: float = 0
    trim: str = ""
    spacing: float = 0
    is_caps: bool = False


LOOKS = {
    Role.TITLE: Look(25, True, NAVY, 0, 16, trim="thick line", spacing=2.5, is_caps=True),
    Role.FIELD: Look(after=4, left=86, hanging=86),
    Role.BOTTOM_LINE: Look(15.5, before=18, after=20, left=22, right=14, trim="box"),
    Role.HEADING_1: Look(18, True, ACCENT, 22, 10, trim="line"),
    Role.HEADING_2: Look(15.5, True, NAVY, 14, 5),
    Role.HEADING_3: Look(15, True, GREY, 10, 4),
    Role.BULLET: Look(after=6, left=20, hanging=14),
    Role.NUMBER: Look(after=7, left=24, hanging=24),
    Role.OPTION: Look(after=7, left=24, hanging=24),
    Role.QUOTE: Look(before=6, after=1, left=30, right=30, trim="bar"),
    Role.QUOTE_SOURCE: Look(13, color=GREY, after=10, left=30, right=30, trim="bar"),
    Role.BODY: Look(),
    Role.CAPTION: Look(13, True, NAVY, 8, 6),
    Role.TABLE_NOTE: Look(12, color=GREY, before=5, after=10),
    Role.DECISION: Look(before=14, after=14),
}
A_TABLE = 12
"""Rows that are laid out together."""
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
CELL = Look(13, after=0)
NOTE = Look(12.5, color=INK, after=3, left=24, hanging=24)


def page_family() -> str:
    """The first family of FAMILIES that this computer has."""
    present = set(QFontDatabase.families())
    return next((family for family in FAMILIES if family in present), "Sans Serif")


def picture_name(number: int) -> str:
    """The name under which the document keeps its pictures, numbered from 0."""
    return f"timeline {number}"


def blank(picture: Picture) -> QImage:
    """White paper of the picture's proportions."""
    width, height = timeline_picture.size_in(picture)
    image = QImage(round(width * 100), round(height * 100), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    return image


def _letter(count: int) -> str:
    """ "A" to "Z", then "AA" and so on, as Word counts."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


class Printer:
    """Writes one memo at a cursor; `scale` is the text size of the window.

    places  number of the block of each row that has one, by the row's id

    With `pictures` none is drawn: one that is not among them is left blank, until somebody puts
    it into the document under its `picture_name`. Without, all are drawn, which takes a second.
    """

    def __init__(
        self, cursor: QTextCursor, scale: float, pictures: Mapping[Picture, QImage] | None = None
    ) -> None:
        self._cursor = cursor
        self._scale = scale
        self._pictures = pictures
        self._placed = 0
        self._family = page_family()
        self._is_first = True
        self.places: dict[str, int] = {}
        self._counts: dict[Role, int] = {}
        self._runs_on = False
        # A memo has thousands of runs in a dozen manners.
        self._char = cache(self._new_char)
        self._block = cache(self._new_block)
        self._run_char = cache(self._new_run_char)

    def print(self, memo: ComposedMemo, notes_title: str) -> None:
        """Write the blocks in order, then the notes under `notes_title`."""
        for _ in self.steps(memo, notes_title):
            continue

    def steps(self, memo: ComposedMemo, notes_title: str) -> Iterator[None]:
        """The same block by block, for who must not wait."""
        self._runs_on = memo.has_one_numbering
        for block in memo.blocks:
            yield
            if isinstance(block, Table):
                yield from self._table(block)
            elif isinstance(block, Picture):
                self._picture(block)
            else:
                self._paragraph(block)
        if memo.footnotes:
            heading = Paragraph(Role.HEADING_1, (Run(notes_title),))
            self._paragraph(heading)
            for note in memo.footnotes:
                yield
                self._note(note)

    def _paragraph(self, paragraph: Paragraph) -> None:
        look = LOOKS[paragraph.role]
        own_direction = paragraph.text if paragraph.role in OWN_DIRECTION else ""
        self._start(look, own_direction, paragraph.id)
        lead = self._lead(paragraph.role)
        if lead:
            self._cursor.insertText(lead, self._char(look, ACCENT))
        for run in paragraph.runs:
            self._run(run, look)

    def _picture(self, picture: Picture) -> None:
        self._start(Look(after=4), "", "")
        if self._pictures is None:
            image = QImage.fromData(timeline_picture.to_png(picture))
        else:
            image = self._pictures.get(picture) or blank(picture)
        place = QTextImageFormat()
        place.setName(picture_name(self._placed))
        self._placed += 1
        place.setWidth(PICTURE_WIDTH_PX * self._scale)
        place.setProperty(QTextFormat.Property.ImageAltText, picture.description)
        document = self._cursor.document()
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(place.name()), image)
        self._cursor.insertImage(place)

    def _lead(self, role: Role) -> str:
        """Number, letter or bullet that stands before a paragraph, with its tab."""
        if role in HEADINGS and not self._runs_on:
            self._counts.clear()
        if role is Role.BULLET:
            return "•\t"
        if role not in (Role.NUMBER, Role.OPTION):
            return ""
        count = self._counts[role] = self._counts.get(role, 0) + 1
        return f"{count}.\t" if role is Role.NUMBER else f"{_letter(count)}.\t"

    def _note(self, note: Footnote) -> None:
        self._start(NOTE, "", "")
        self._cursor.insertText(f"{note.number}\t", self._char(NOTE, GREY))
        for run in note.runs:
            self._run(run, NOTE)

    def _start(self, look: Look, text: str, row_id: str) -> None:
        block = self._block(look)
        if row_id or is_right_to_left(text):
            block = QTextBlockFormat(block)
            if is_right_to_left(text):
                block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            if row_id:  # Qt for Python would take "" for an empty list of lengths
                block.setProperty(ID, row_id)
        self._apply(block, self._char(look, look.color))
        if row_id:
            self.places.setdefault(row_id, self._cursor.blockNumber())

    def _new_block(self, look: Look) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(look.before * self._scale)
        block.setBottomMargin(look.after * self._scale)
        block.setLeftMargin(look.left * self._scale)
        block.setRightMargin(look.right * self._scale)
        block.setTextIndent(-look.hanging * self._scale)
        if look.hanging:
            # Qt measures the stop from where the first line starts.
            stop = QTextOption.Tab(look.hanging * self._scale, QTextOption.TabType.LeftTab)
            block.setTabPositions([stop])
        block.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if look.trim:
            block.setProperty(TRIM, look.trim)
        return block

    def _apply(self, block: QTextBlockFormat, char: QTextCharFormat) -> None:
        if self._is_first:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(char)
            self._is_first = False
        else:
            self._cursor.insertBlock(block, char)

    def _new_char(self, look: Look, color: str) -> QTextCharFormat:
        font = QFont(self._family)
        font.setPixelSize(round(look.size * self._scale))
        font.setBold(look.bold)
        # Word sets none either, and in a PDF of Qt's they cannot be found again as letters.
        font.setFeature(QFont.Tag("liga"), 0)
        if look.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.spacing)
        if look.is_caps:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        char = QTextCharFormat()
        char.setFont(font)
        char.setForeground(QColor(color))
        return char

    def _run(self, run: Run, look: Look) -> None:
        is_link = bool(run.anchor or run.url)
        char = self._run_char(look, run.emphasis, bool(run.note), is_link)
        self._cursor.insertText(str(run.note) if run.note else run.text, char)

    def _new_run_char(
        self, look: Look, emphasis: Emphasis, is_note: bool, is_link: bool
    ) -> QTextCharFormat:
        char = QTextCharFormat(self._char(look, look.color))
        if is_note:
            char.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif emphasis is Emphasis.LEAD:
            char.setFontWeight(QFont.Weight.Bold)
            char.setForeground(QColor(NAVY))
        elif emphasis is Emphasis.LABEL:
            char.setFontWeight(QFont.Weight.Bold)
            char.setForeground(QColor(GREY if look == LOOKS[Role.FIELD] else ACCENT))
            char.setFontCapitalization(QFont.Capitalization.AllUppercase)
            char.setProperty(QTextFormat.Property.FontPixelSize, round(12 * self._scale))
            char.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            char.setFontLetterSpacing(0.8)
        elif emphasis is Emphasis.STRONG:
            char.setFontWeight(QFont.Weight.Bold)
        elif emphasis is Emphasis.MARK:
            char.setFontWeight(QFont.Weight.Bold)
            char.setForeground(QColor(GREY))
        elif emphasis is Emphasis.ITALIC:
            char.setFontItalic(True)
        elif emphasis is Emphasis.CONFIDENCE:
            char.setFontItalic(True)
            char.setForeground(QColor(GREY))
        elif emphasis is Emphasis.WARNING:
            char.setFontWeight(QFont.Weight.Bold)
            char.setForeground(QColor(WARNING))
        elif emphasis is Emphasis.BLANK:
            char.setForeground(QColor(GREY))
        if is_note or is_link:
            char.setForeground(QColor(LINK))
        return char

    def _table(self, table: Table) -> Iterator[None]:
        """A long table goes into several without a seam: Qt lays out each in one go."""
        count = max(1, len(table.rows))
        for start in range(0, count, A_TABLE):
            yield from self._rows(table, start, min(start + A_TABLE, count))
            yield

    def _rows(self, table: Table, start: int, end: int) -> Iterator[None]:
        """Rows from `start` to `end`; the first ones come with the header."""
        rows, heads = table.rows[start:end], 0 if start else 1
        cells = self._cursor.insertTable(
            len(rows) + heads, len(table.widths), self._table_format(table, start, end)
        )
        if not start:
            for column, label in enumerate(table.header):
                cell = cells.cellAt(0, column)
                cell.setFormat(self._cell(is_header=True))
                head = self._char(Look(13, True, NAVY), NAVY)
                cell.firstCursorPosition().insertText(label, head)
        outer = self._cursor
        for row, runs_of_row in enumerate(rows, heads):
            yield
            for column, runs in enumerate(runs_of_row):
                cell = cells.cellAt(row, column)
                cell.setFormat(self._cell(is_header=False))
                self._cursor = cell.firstCursorPosition()
                if len(runs) == 1 and is_right_to_left(runs[0].text):
                    block = QTextBlockFormat()
                    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                    self._cursor.setBlockFormat(block)
                for run in runs:
                    self._run(run, CELL)
            self._cursor = outer
        self._cursor.setPosition(cells.lastPosition() + 1)
        self._is_first = True

    def _table_format(self, table: Table, start: int, end: int) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setCellPadding(4 * self._scale)
        form.setCellSpacing(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setTopMargin(0 if start else 4 * self._scale)
        form.setBottomMargin(6 * self._scale if end == len(table.rows) else 0)
        form.setHeaderRowCount(0 if start else 1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        percent = QTextLength.Type.PercentageLength
        form.setColumnWidthConstraints([QTextLength(percent, w * 100) for w in table.widths])
        return form

    def _cell(self, *, is_header: bool) -> QTextTableCellFormat:
        cell = QTextTableCellFormat()
        line = QBrush(QColor(NAVY if is_header else HAIRLINE))
        solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
        cell.setBottomBorder(1)
        cell.setBottomBorderBrush(line)
        cell.setBottomBorderStyle(solid)
        if is_header:
            cell.setTopBorder(1)
            cell.setTopBorderBrush(line)
            cell.setTopBorderStyle(solid)
            cell.setBackground(QColor(TINT))
        return cell
