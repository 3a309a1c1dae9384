"""What the user prefers, as the window uses it and keeps it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from briefing_app import settings
from briefing_app.gui import dates
from briefing_app.gui.theme import Reading, Theme
from briefing_app.settings import Settings

COLUMNS = {"narrow": 480, "medium": Reading.width, "wide": 840}
"""Width of the column of an article's text in px, by the setting."""


class Preferences(QObject):
    """The settings in use; every change of them is kept at once.

    Signals: `changed` after a setting has another value.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._settings = settings.load()
        dates.use_style(self._settings.dates)
        if (reading := reading_look(self._settings)) != theme.reading:
            theme.set(reading=reading)
        # Who goes back to the colours of the start wants "system" again, if that was it.
        self._start, self._preferred = theme.name, self._settings.theme
        theme.changed.connect(self._on_theme_changed)

    @property
    def settings(self) -> Settings:
        """All of them as they are now."""
        return self._settings

    def set(self, **values: object) -> None:
        """Give settings other values, and let the window follow."""
        before = self._settings
        self._settings = replace(before, **values)  # type: ignore[arg-type]
        dates.use_style(self._settings.dates)
        name, scale = theme_name(self._settings.theme), self._settings.text_percent / 100
        self._start, self._preferred = name, self._settings.theme
        reading = reading_look(self._settings)
        was = (before.dates, self.theme.name, self.theme.scale, self.theme.reading)
        if (self._settings.dates, name, scale, reading) != was:
            self.theme.set(name=name, scale=scale, reading=reading)
        self.keep()
        self.changed.emit()

    def remember_file(self, path: str) -> None:
        """This briefing opens at the next start."""
        self._settings = replace(self._settings, last_file=path)
        self.keep()

    def keep(self) -> None:
        """Write the settings; one that cannot be written is not worth stopping for."""
        try:
            settings.save(self._settings)
        except OSError:
            return

    def _on_theme_changed(self) -> None:
        name = self._preferred if self.theme.name == self._start else self.theme.name
        percent = round(self.theme.scale * 100)
        self._settings = replace(self._settings, theme=name, text_percent=percent)
        self.keep()


def reading_look(preferred: Settings) -> Reading:
    """How articles are set."""
    width = COLUMNS[preferred.reading_width]
    return Reading(preferred.reading_family, preferred.reading_size, width)


def theme_name(preferred: str) -> str:
    """ "light" or "dark", for a preference that may be "system"."""
    if preferred != "system":
        return preferred
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"
