"""Colours, fonts and icons in one place, so that light, dark and text size change at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from briefing_app import resources
from briefing_app.gui.direction import is_mirrored
from briefing_app.gui.tokens import DARK, LIGHT

UI_FAMILIES = (
    "Segoe UI Variable Text",
    "Segoe UI",
    ".AppleSystemUIFont",
    "Inter",
    "Noto Sans",
    "Cantarell",
    "DejaVu Sans",
)
READING_FAMILIES = (
    "Source Serif 4",
    "Charter",
    "Georgia",
    "Noto Serif",
    "Gelasio",
    "Liberation Serif",
    "DejaVu Serif",
)
OTHER_READING_FAMILIES = (
    *("Cambria", "Constantia", "Iowan Old Style", "Literata", "Merriweather", "New York"),
    *("Palatino Linotype", "Palatino", "PT Serif", "Times New Roman"),
    *("Atkinson Hyperlegible", "OpenDyslexic", "Segoe UI", "Helvetica Neue", "Arial", "Verdana"),
    *("Calibri", "Carlito", "Inter", "Open Sans", "Noto Sans", "Cantarell", "Liberation Sans"),
    *("DejaVu Sans", "Tahoma"),
)
"""What else is good to read and often there; most of what is installed is not made for texts."""

WITH_DIRECTION = ("undo", "redo", "right", "list", "text", "note", "sort")
"""Icons that are mirrored with the interface: they show a way back or on, or lines of text."""

TEXT_STEPS = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

NORMAL, MEDIUM, SEMIBOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)


@dataclass(frozen=True)
class Reading:
    """How the text of articles is set, as the user prefers it.

    family  font, "" for the best of READING_FAMILIES; so is one that is not installed
    size    of the text, and `width` of its column, in px at a text size of 100 %
    """

    family: str = ""
    size: int = 18
    width: int = 680


class Theme(QObject):
    """What every pane paints with; the application owns one and hands it around.

    Signals: `changed` after the colours or the text size have changed and the
    application's style sheet has been set.
    """

    changed = Signal()

    def __init__(self, name: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self.name = name
        self.scale = scale
        families = set(QFontDatabase.families())
        self.ui_family = next((f for f in UI_FAMILIES if f in families), "Sans Serif")
        known = (*READING_FAMILIES, *OTHER_READING_FAMILIES)
        self.reading_families = [family for family in known if family in families]
        self.reading = Reading()
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self._drawings: dict[str, str] = {}

    @property
    def is_dark(self) -> bool:
        """True in the dark theme."""
        return self.name == "dark"

    @property
    def reading_family(self) -> str:
        """The font of articles and of what is quoted from them."""
        own = self.reading.family
        return own if own in self.reading_families else self.best_reading_family

    @property
    def best_reading_family(self) -> str:
        """The one that is used where the user prefers none."""
        first = next(iter(self.reading_families), "")
        return first if first in READING_FAMILIES else "Serif"

    def reading_px(self, size: float) -> float:
        """A size of the specification's article in that of the user's, before the text size."""
        return size * self.reading.size / Reading.size

    def color(self, token: str, alpha: int = 255) -> QColor:
        """The colour of a token of tokens.py; alpha from 0 (clear) to 255."""
        color = QColor((DARK if self.is_dark else LIGHT)[token])
        color.setAlpha(alpha)
        return color

    def px(self, size: float) -> int:
        """A length of the specification at the present text size, in device-independent px."""
        return round(size * self.scale)

    def font(
        self, size_px: float, weight: QFont.Weight = NORMAL, *, reading: bool = False
    ) -> QFont:
        """The interface's font, or the reading font, at a size of the specification."""
        font = QFont(self.reading_family if reading else self.ui_family)
        font.setPixelSize(max(1, self.px(size_px)))
        font.setWeight(weight)
        return font

    def pixmap(self, icon: str, color: str | QColor, size_px: float = 18) -> QPixmap:
        """An icon of resources/icons, tinted; `size_px` is scaled with the text."""
        tint = self.color(color) if isinstance(color, str) else color
        size = self.px(size_px)
        ratio = max(2.0, QGuiApplication.primaryScreen().devicePixelRatio())
        key = (icon, tint.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(icon, tint, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, color: str = "text2", *, on: str = "", size_px: float = 18) -> QIcon:
        """A button icon with its disabled and, if `on` names a colour, its checked look."""
        icon = QIcon()
        icon.addPixmap(self.pixmap(name, color, size_px))
        icon.addPixmap(self.pixmap(name, self.color("text3", 120), size_px), QIcon.Mode.Disabled)
        if on:
            checked = self.pixmap(name, on, size_px)
            icon.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def set(
        self,
        *,
        name: str | None = None,
        scale: float | None = None,
        reading: Reading | None = None,
    ) -> None:
        """Change the colours, the text size or the reading text of the whole application."""
        self.name = name or self.name
        self.scale = scale or self.scale
        self.reading = reading or self.reading
        self.apply()
        self.changed.emit()

    def enlarge(self) -> None:
        """Take the next larger text size."""
        larger = [step for step in TEXT_STEPS if step > self.scale + 0.01]
        self.set(scale=larger[0] if larger else TEXT_STEPS[-1])

    def shrink(self) -> None:
        """Take the next smaller text size."""
        smaller = [step for step in TEXT_STEPS if step < self.scale - 0.01]
        self.set(scale=smaller[-1] if smaller else TEXT_STEPS[0])

    def reset_size(self) -> None:
        """Take the text size of the specification."""
        self.set(scale=1.0)

    def toggle_dark(self) -> None:
        """Go from light to dark, or back."""
        self.set(name="light" if self.is_dark else "dark")

    def apply(self) -> None:
        """Put palette and style sheet on the application."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        scheme = Qt.ColorScheme.Dark if self.is_dark else Qt.ColorScheme.Light
        app.styleHints().setColorScheme(scheme)
        app.setPalette(self._palette())
        sheet = self._style_sheet()
        if sheet != app.styleSheet():  # all widgets take it on anew, even when nothing differs
            app.setStyleSheet(sheet)

    def _draw(self, icon: str, tint: QColor, size: int, ratio: float) -> QPixmap:
        if icon not in self._drawings:
            file = resources.path(f"icons/{icon}.svg")
            self._drawings[icon] = file.read_text(encoding="utf-8")
        drawing = self._drawings[icon].replace("currentColor", tint.name())
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(tint.alphaF())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()
        if icon in WITH_DIRECTION and is_mirrored():
            pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for key, token in (
            (role.Window, "window"),
            (role.Base, "surface"),
            (role.AlternateBase, "side"),
            (role.Text, "text"),
            (role.WindowText, "text"),
            (role.ButtonText, "text"),
            (role.Button, "surface"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "text"),
            (role.PlaceholderText, "text3"),
            (role.Link, "accent"),
            (role.Accent, "accent"),
            (role.ToolTipBase, "toast"),
            (role.ToolTipText, "toast_text"),
        ):
            palette.setColor(key, self.color(token))
        for key in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, key, self.color("text3"))
        return palette

    def _style_sheet(self) -> str:
        template = resources.path("style.qss").read_text(encoding="utf-8")
        families = {"ui_family": self.ui_family, "reading_family": self.reading_family}
        # Style sheets cannot tint a picture, so there is one of each for a theme.
        pictures = {
            name: resources.path(f"icons/{name}-{self.name}.svg").as_posix()
            for name in ("arrow", "tick")
        }
        tokens = {**(DARK if self.is_dark else LIGHT), **families, **pictures}
        sheet = Template(template).substitute(tokens)
        return re.sub(r"\b(\d+(?:\.\d+)?)px", lambda m: f"{max(1, self.px(float(m[1])))}px", sheet)
