"""Print a composed memo into a text document, block by block.

The same blocks go to Word; only the looks differ here: a page on screen has no page
breaks, so the notes stand together at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
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
    ComposedMemo,
    Emphasis,
    Footnote,
    Paragraph,
    Picture,
    Role,
    Run,
    Table,
)
from briefing_app.gui.memo.looks import (
    ACCENT,
    CELL,
    GREY,
    HAIRLINE,
    HEADINGS,
    LINK,
    LOOKS,
    NAVY,
    NOTE,
    TINT,
    WARNING,
    Look,
    page_family,
)
from briefing_app.memo import timeline_picture

Column = TypeVar("Column")

PICTURE_WIDTH_PX = 530
"""Of a picture at normal text size; as wide as the text of the page."""

ID = QTextFormat.Property.UserProperty.value + 1
"""Block property: the id of the row that the block stands for."""
TRIM = QTextFormat.Property.UserProperty.value + 2
"""Block property: what is painted behind the block, one of "line", "thick line", "box", "bar"."""
LINK_TO = QTextFormat.Property.UserProperty.value + 4
"""Property of letters: the id of the row that they lead to."""
IS_MIRRORED = QTextFormat.Property.UserProperty.value + 3
"""Block property: box and bar begin on the right."""

LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft

A_TABLE = 12
"""Rows that are laid out together."""


def text_option(memo: ComposedMemo) -> QTextOption:
    """For the document to print in: it runs as the memo's language does, not the interface's."""
    option = QTextOption()
    option.setTextDirection(_direction(memo))
    return option


def _direction(memo: ComposedMemo) -> Qt.LayoutDirection:
    return RIGHT_TO_LEFT if is_right_to_left(memo.title) else LEFT_TO_RIGHT


def note_id(number: int) -> str:
    """Stands for a note where rows of the page have their ids."""
    return f"note:{number}"


def anchor_id(name: str) -> str:
    """Stands for a bookmark there."""
    return f"#{name}"


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
        self._side = LEFT_TO_RIGHT
        self._direction = LEFT_TO_RIGHT
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
        self._direction = _direction(memo)
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
        direction = self._direction_of(paragraph.own_words)
        if paragraph.role is not Role.QUOTE_SOURCE:
            self._side = direction
        self._start(look, direction, paragraph.id)
        lead = self._lead(paragraph.role)
        if lead:
            self._cursor.insertText(lead, self._char(look, ACCENT))
        for run in paragraph.runs:
            self._run(run, look)

    def _picture(self, picture: Picture) -> None:
        self._start(Look(after=4), self._direction, "")
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
        self._start(NOTE, self._direction, note_id(note.number))
        self._cursor.insertText(f"{note.number}\t", self._char(NOTE, GREY))
        for run in note.runs:
            self._run(run, NOTE)

    def _direction_of(self, words: str) -> Qt.LayoutDirection:
        """Their own; the memo's for "" and for what has no letters."""
        if is_right_to_left(words):
            return RIGHT_TO_LEFT
        is_neutral = self._direction == RIGHT_TO_LEFT and not any(map(str.isalpha, words))
        return RIGHT_TO_LEFT if is_neutral else LEFT_TO_RIGHT

    def _start(self, look: Look, direction: Qt.LayoutDirection, row_id: str) -> None:
        block = self._block(look, direction, self._side if look.trim == "bar" else direction)
        if row_id:  # Qt for Python would take "" for an empty list of lengths
            block = QTextBlockFormat(block)
            block.setProperty(ID, row_id)
        self._apply(block, self._char(look, look.color))
        if row_id:
            self.places.setdefault(row_id, self._cursor.blockNumber())

    def _new_block(
        self, look: Look, direction: Qt.LayoutDirection, side: Qt.LayoutDirection
    ) -> QTextBlockFormat:
        """Qt turns neither margins nor the words after a tab with the direction.

        side  where it begins; who said a quote stands below its beginning, in any script
        """
        is_mirrored, is_on_right = direction == RIGHT_TO_LEFT, side == RIGHT_TO_LEFT
        begin, end = look.left * self._scale, look.right * self._scale
        kind = QTextOption.TabType.RightTab if is_mirrored else QTextOption.TabType.LeftTab
        block = QTextBlockFormat()
        block.setLayoutDirection(direction)
        block.setTopMargin(look.before * self._scale)
        block.setBottomMargin(look.after * self._scale)
        block.setLeftMargin(end if is_mirrored else begin)
        block.setRightMargin(begin if is_mirrored else end)
        block.setTextIndent(-look.hanging * self._scale)
        if look.hanging:
            # Qt measures the stop from where the first line starts.
            block.setTabPositions([QTextOption.Tab(look.hanging * self._scale, kind)])
        block.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if look.trim:
            block.setProperty(TRIM, look.trim)
            block.setProperty(IS_MIRRORED, is_on_right)
        if side != direction:
            edge = Qt.AlignmentFlag.AlignRight if is_on_right else Qt.AlignmentFlag.AlignLeft
            block.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
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
        if run.note or run.anchor:
            char = QTextCharFormat(char)
            char.setProperty(LINK_TO, note_id(run.note) if run.note else anchor_id(run.anchor))
        if run.mark:
            self.places.setdefault(anchor_id(run.mark), self._cursor.blockNumber())
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
            for column, label in enumerate(self._in_order(table.header)):
                cell = cells.cellAt(0, column)
                cell.setFormat(self._cell(is_header=True))
                head = self._char(Look(13, True, NAVY), NAVY)
                cell.firstCursorPosition().insertText(label, head)
        outer = self._cursor
        for row, runs_of_row in enumerate(rows, heads):
            yield
            for column, runs in enumerate(self._in_order(runs_of_row)):
                cell = cells.cellAt(row, column)
                cell.setFormat(self._cell(is_header=False))
                self._cursor = cell.firstCursorPosition()
                direction = self._direction_of(runs[0].text if len(runs) == 1 else "")
                if direction != self._direction:
                    block = QTextBlockFormat()
                    block.setLayoutDirection(direction)
                    self._cursor.setBlockFormat(block)
                for run in runs:
                    self._run(run, CELL)
            self._cursor = outer
        self._cursor.setPosition(cells.lastPosition() + 1)
        self._is_first = True

    def _in_order(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """As they stand from left to right; Qt does not turn tables."""
        return columns[::-1] if self._direction == RIGHT_TO_LEFT else columns

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
        widths = [QTextLength(percent, share * 100) for share in self._in_order(table.widths)]
        form.setColumnWidthConstraints(widths)
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
