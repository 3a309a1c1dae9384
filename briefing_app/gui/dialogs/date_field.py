"""A field for dates that takes what people write and says how it understood it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.dates import numeric_date, shown_date, shown_date_and_time
from briefing_app.readers.particulars.dates import find_date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_SLASHED = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})")
_MONTH_AND_YEAR = re.compile(r"([^\W\d_]+)\.?,?\s+(\d{4})")


def understood(text: str, today: date) -> str | None:
    """What a date field's text means, ISO 8601 as far as it goes; "" for "", None for no date.

    "2020", "Jan 2020", "6 Jan 2020", "6.1.2020", "2020-01-06T14:03" and "yesterday" are dates.
    What could be two days, such as 3/4/2020, is none, unless the user prefers dates like that.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    days = {_say("today"): 0, _say("yesterday"): 1, "today": 0, "yesterday": 1}
    if text.lower() in days:
        return (today - timedelta(days[text.lower()])).isoformat()
    if iso := _ISO.fullmatch(text):
        return text if _is_day(iso[1], iso[2] or "1", iso[3] or "1") else None
    if found := numeric_date(text) or find_date(_with_iso_day(text)):
        return found
    if month := _MONTH_AND_YEAR.fullmatch(text):
        first = find_date(f"1 {month[1]} {month[2]}")
        return first[:7] or None
    return None


def objection(text: str) -> str:
    """Why a text that `understood` does not take is no date, and what to write instead."""
    slashed = _SLASHED.fullmatch(text.strip())
    if slashed and 0 < int(slashed[1]) <= 12 and 0 < int(slashed[2]) <= 12:
        return _say("Day or month first? Write the month as a word: {date}").format(
            date=shown_date("2020-04-03", "short")
        )
    return _say("This is no date. Write it like {day}, or {month}, or leave it empty").format(
        day=shown_date("2020-01-06"), month=shown_date("2020-01")
    )


def _with_iso_day(text: str) -> str:
    """A date with a time, its day being plain where this user writes "03/04/2020, 14:03"."""
    day, comma, time = text.partition(",")
    iso = numeric_date(day)
    return f"{iso}{comma}{time}" if iso else text


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _say(text: str) -> str:
    return QCoreApplication.translate("DateField", text)


class DateField(QWidget):
    """A line for a date with a line below that reads it back.

    Signals: `edited` after each keystroke.
    """

    edited = Signal()

    def __init__(self, iso: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = iso
        self.line = QLineEdit(self._as_written(iso))
        self.line.setPlaceholderText(self.tr("e.g. {date}").format(date=shown_date("2020-01-06")))
        self.line.textChanged.connect(self._on_changed)
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setProperty("look", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.remark)
        self.setFocusProxy(self.line)
        self._explain()

    @property
    def iso(self) -> str | None:
        """The date, "" where the field is empty, None where its text is no date."""
        if self.line.text() == self._as_written(self._given):
            return self._given
        return understood(self.line.text(), date.today())

    def show_date(self, iso: str) -> None:
        """Show another date."""
        self._given = iso
        self.line.setText(self._as_written(iso))
        self.line.setCursorPosition(0)
        self._explain()

    def refuse(self) -> None:
        """Show why the text is no date, and put the caret there."""
        self.line.setFocus()
        self.line.selectAll()
        self._explain()

    def _as_written(self, iso: str) -> str:
        return shown_date_and_time(iso)

    def _on_changed(self) -> None:
        self._explain()
        self.edited.emit()

    def _explain(self) -> None:
        iso, written = self.iso, self.line.text().strip()
        if iso is None:
            text = objection(written)
        elif iso and iso != self._given:
            text = self.tr("Understood as {date}").format(date=self._full(iso))
        else:
            text = ""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        self.remark.setProperty("look", "warning" if iso is None else "hint")
        self.remark.style().polish(self.remark)
        self.line.setAccessibleDescription(text)

    def _full(self, iso: str) -> str:
        if len(iso) < 10:
            return shown_date(iso)
        day = date.fromisoformat(iso[:10])
        text = f"{day:%A}, {day.day} {day:%B %Y}"
        return f"{text}, {iso[11:16]}" if len(iso) > 10 else text
