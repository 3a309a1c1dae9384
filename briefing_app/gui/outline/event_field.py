"""When something happened: a day as people write it, and if it is known the time and its zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from briefing_app.gui.dialogs.date_field import DateField
from briefing_app.gui.outline.wording import told

ZONES: tuple[tuple[str, str], ...] = (
    ("-08:00", QT_TRANSLATE_NOOP("Outline", "Los Angeles")),
    ("-06:00", QT_TRANSLATE_NOOP("Outline", "Chicago")),
    ("-05:00", QT_TRANSLATE_NOOP("Outline", "Washington")),
    ("-04:00", QT_TRANSLATE_NOOP("Outline", "Washington in summer")),
    ("-03:00", QT_TRANSLATE_NOOP("Outline", "Brasília")),
    ("+00:00", QT_TRANSLATE_NOOP("Outline", "Zulu, London")),
    ("+01:00", QT_TRANSLATE_NOOP("Outline", "Brussels")),
    ("+02:00", QT_TRANSLATE_NOOP("Outline", "Kyiv, Brussels in summer")),
    ("+03:00", QT_TRANSLATE_NOOP("Outline", "Baghdad, Moscow")),
    ("+03:30", QT_TRANSLATE_NOOP("Outline", "Tehran")),
    ("+04:00", QT_TRANSLATE_NOOP("Outline", "Dubai")),
    ("+04:30", QT_TRANSLATE_NOOP("Outline", "Kabul")),
    ("+05:00", QT_TRANSLATE_NOOP("Outline", "Islamabad")),
    ("+05:30", QT_TRANSLATE_NOOP("Outline", "Delhi")),
    ("+08:00", QT_TRANSLATE_NOOP("Outline", "Beijing")),
    ("+09:00", QT_TRANSLATE_NOOP("Outline", "Tokyo, Seoul")),
    ("+10:00", QT_TRANSLATE_NOOP("Outline", "Sydney")),
)
"""Offsets of ISO 8601 with places that help to find them; any other one can be typed."""

_TIME = re.compile(r"(\d{1,2})[:.h]?(\d\d)(?:[:.](\d\d))?")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?(\d\d))?")


def understood_time(text: str) -> str | None:
    """ "14:03" of "14:03", "1403" or "14.03"; "" for "", None for no time of day."""
    text = text.strip()
    if not text:
        return ""
    found = _TIME.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59 or int(found[3] or 0) > 59:
        return None
    seconds = f":{found[3]}" if found[3] else ""
    return f"{int(found[1]):02}:{found[2]}{seconds}"


def understood_zone(text: str) -> str | None:
    """ "+03:30" of "+03:30", "UTC+3:30" or "+0330"; "" for "", None for no offset."""
    text = text.split("(")[0].strip()
    if not text:
        return ""
    if text.casefold() in ("z", "utc", "gmt", "zulu"):
        return "+00:00"
    found = _OFFSET.fullmatch(text)
    if not found or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    sign = "+" if found[1] == "+" else "-"
    return f"{sign}{int(found[2]):02}:{found[3] or '00'}"


def zulu(iso: str) -> str:
    """The same moment in UTC, "6 Jan 22:03Z", where `iso` has a zone; else ""."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    offset = moment.utcoffset()
    if offset is None or offset == timedelta(0):
        return ""
    there = moment - offset
    return f"{there.day} {there:%b %H:%M}Z"


class EventField(QWidget):
    """A day, a time of day and its zone. Signals: `edited` after each keystroke."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._given = ""
        self.day = DateField("")
        self.time = QLineEdit()
        self.zone = QComboBox()
        self.remark = QLabel()
        self.day.line.setAccessibleName(self.tr("Day of the event"))
        self.day.line.setToolTip(self.tr("When it happened, not when it was published"))
        self.time.setAccessibleName(self.tr("Time of the event"))
        self.time.setToolTip(self.tr("Time of day, such as 14:03"))
        self.time.setPlaceholderText(self.tr("Time"))
        self.zone.setEditable(True)
        self.zone.setAccessibleName(self.tr("Time zone of the event"))
        self.zone.setToolTip(self.tr("What the time is counted by, such as UTC+03:00"))
        self.zone.lineEdit().setPlaceholderText(self.tr("Time zone"))
        self.zone.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.zone.setMinimumContentsLength(8)
        for offset, place in ZONES:
            self.zone.addItem(f"UTC{offset} ({told(place)})")
        self.remark.setWordWrap(True)
        self.setFocusProxy(self.day)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.day, 0, 0, 1, 2)
        grid.addWidget(self.time, 1, 0)
        grid.addWidget(self.zone, 1, 1)
        grid.addWidget(self.remark, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.day.edited.connect(self._on_edited)
        self.time.textChanged.connect(self._on_edited)
        self.zone.editTextChanged.connect(self._on_edited)
        self.show_moment("")

    def show_moment(self, iso: str) -> None:
        """Show a moment as far as it is known."""
        self._given = iso
        day, _, rest = iso.partition("T")
        found = re.fullmatch(r"([\d:.]*)(Z|[+-][\d:]+)?", rest)
        time, zone = (found[1], found[2] or "") if found else ("", "")
        self.day.show_date(day)
        self.time.setText(time)
        self.zone.setEditText(_zone_words(understood_zone(zone) or ""))
        self.zone.lineEdit().setCursorPosition(0)
        self._explain()

    @property
    def iso(self) -> str | None:
        """The moment as ISO 8601 as far as it goes, "" for none; None for what is no moment."""
        day, time = self.day.iso, understood_time(self.time.text())
        zone = understood_zone(self.zone.currentText())
        if day is None or time is None or zone is None or (time and len(day) != 10):
            return None
        if "T" in day or not time:
            return day
        whole = f"{day}T{time}{zone}"
        return self._given if _same(whole, self._given) else whole

    def refuse(self) -> None:
        """Put the caret where something is no moment."""
        if self.day.iso is None:
            self.day.refuse()
        else:
            bad = understood_time(self.time.text()) is None or len(self.day.iso) != 10
            (self.time if bad else self.zone).setFocus()

    def _on_edited(self, *_text: object) -> None:
        self._explain()
        self.edited.emit()

    def _explain(self) -> None:
        iso, time = self.iso, understood_time(self.time.text())
        look = "hint"
        if iso is None and self.day.iso is not None:
            text = self.tr("Write a full day, the time like 14:03, the zone like +03:00")
            look = "warning"
        elif time and not understood_zone(self.zone.currentText()):
            text, look = self.tr("In which time zone?"), "warning"
        else:
            there = zulu(iso or "")
            text = self.tr("That is {moment}").format(moment=there) if there else ""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        if self.remark.property("look") != look:
            self.remark.setProperty("look", look)
            self.remark.style().polish(self.remark)


def _zone_words(offset: str) -> str:
    place = dict(ZONES).get(offset)
    return f"UTC{offset} ({told(place)})" if place else f"UTC{offset}" if offset else ""


def _same(one: str, other: str) -> bool:
    return one.replace("Z", "+00:00") == other.replace("Z", "+00:00")
