"""The sections to file into: chips with their keys, a field to find one, a field for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from briefing_app.domain.outline import Placed
from briefing_app.gui.reading.chips import Chip, Flow
from briefing_app.gui.reading.section_finding import matching
from briefing_app.gui.theme import Theme

MOST_RECENT = 3
"""So many of the sections used last stand first."""


class SectionOffer(Flow):
    """Offers the sections; it changes nothing by itself.

    Signals:
    section_chosen(str)   file into this section id
    section_named(str)    make a section of this name and file into it
    left()                the keyboard goes back to the text
    refitted()            other chips are shown: the room that they need may have changed
    """

    section_chosen = Signal(str)
    section_named = Signal(str)
    left = Signal()
    refitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sections: tuple[Placed, ...] = ()
        self._target_id = ""
        self._recent: tuple[str, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._found: list[str] = []
        self._at = 0
        self._new = Chip(theme, self.tr("New section…"), is_plain=True)
        self._new.setAccessibleName(self.tr("New section"))
        self._new.setToolTip(self.tr("File into a new section (N)"))
        self._new.clicked.connect(self._on_new)
        self._name = self._field(
            self.tr("Name of the new section"),
            self.tr("Enter makes the section and files into it"),
        )
        self._name.returnPressed.connect(self._on_named)
        self._finder = self._field(
            self.tr("Find a section"),
            self.tr("Type how the section begins; Enter files into the marked one"),
        )
        self._finder.textChanged.connect(self._on_typed)
        self._finder.returnPressed.connect(self._on_found)
        self._finder.installEventFilter(self)
        self.rest()

    def _field(self, name: str, told: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setToolTip(told)
        return field

    def set_sections(
        self, sections: Sequence[Placed], target_id: str, recent: Sequence[str] = ()
    ) -> bool:
        """Offer these sections, the recently used first; True when that is something new.

        target_id  Enter files into it
        recent     ids of sections, the one used last first
        """
        wanted = (tuple(sections), target_id, tuple(recent[:MOST_RECENT]))
        if wanted == (self._sections, self._target_id, self._recent):
            return False
        self._sections, self._target_id, self._recent = wanted
        before = self._chips.values()
        self._chips = {
            placed.section.id: self._chip(at, placed) for at, placed in enumerate(sections, 1)
        }
        self.rest()
        for chip in before:
            chip.deleteLater()
        return True

    def _chip(self, at: int, placed: Placed) -> Chip:
        key = str(at) if at <= 9 else ""
        title = placed.section.title
        label = title if placed.number == key else f"{placed.number} {title}"
        chip = Chip(self._theme, label, key)
        chip.is_target = placed.section.id == self._target_id
        chip.setAccessibleName(self.tr("File into section {label}").format(label=label))
        told = self.tr("File into {number} {title}").format(number=placed.number, title=title)
        chip.setToolTip(f"{told} ({key})" if key else told)
        chip.clicked.connect(partial(self.section_chosen.emit, placed.section.id))
        return chip

    def set_enabled(self, is_enabled: bool) -> None:
        """Let the chips be pressed, or not."""
        for chip in (*self._chips.values(), self._new):
            chip.setEnabled(is_enabled)

    @property
    def target_id(self) -> str:
        """What Enter files into, "" for nothing."""
        return self._target_id

    def choose(self, number: int) -> None:
        """File into the section of a key; nothing happens where there is none."""
        if number <= len(self._sections):
            self.section_chosen.emit(self._sections[number - 1].section.id)

    def rest(self) -> None:
        """Show all sections, recent ones first, and no field."""
        ids = [placed.section.id for placed in self._sections]
        first = [id for id in self._recent if id in ids]
        order = [*first, *(id for id in ids if id not in first)]
        for id, chip in self._chips.items():
            chip.is_target = id == self._target_id
        self._new.setText(self.tr("New section…"))
        self.keeps_height = False
        self.fill([*(self._chips[id] for id in order), self._new])
        self.refitted.emit()

    def name_section(self, name: str = "") -> None:
        """Turn "New section…" into a field for its name."""
        self._name.setText(name)
        self.fill([*self._chips.values(), self._name])
        self.refitted.emit()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, text: str) -> None:
        """Look for a section that begins with this text, which the user goes on typing."""
        self.keeps_height = True
        self._finder.setText(text)
        self._on_typed(text)
        self._finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._finder.deselect()
        self._finder.setCursorPosition(len(text))

    def _on_typed(self, text: str) -> None:
        self._found = [placed.section.id for placed in matching(self._sections, text)]
        self._mark(0)
        name = text.strip()
        is_new = bool(name) and not self._found
        label = self.tr("New section “{name}”").format(name=name) if is_new else ""
        self._new.setText(label or self.tr("New section…"))
        self.fill([self._finder, *(self._chips[id] for id in self._found), self._new])
        self.refitted.emit()

    def _mark(self, at: int) -> None:
        """Mark one of the found sections: Enter files into it."""
        self._at = max(0, min(at, len(self._found) - 1))
        marked = self._found[self._at] if self._found else ""
        for id, chip in self._chips.items():
            chip.is_target = id == marked
            chip.update()
        if marked:
            self.ensureWidgetVisible(self._chips[marked])
            self._finder.setAccessibleDescription(self._chips[marked].accessibleName())

    def _on_found(self) -> None:
        if self._found:
            self.section_chosen.emit(self._found[self._at])
        elif name := self._finder.text().strip():
            self.section_named.emit(name)

    def _on_new(self) -> None:
        typed = self._finder.text().strip() if self._finder.isVisible() else ""
        if typed and not self._found:
            self.section_named.emit(typed)
        else:
            self.name_section(typed)

    def _on_named(self) -> None:
        name = self._name.text().strip()
        if name:
            self.section_named.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Up and down go through what was found while the caret stays in the field.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by:
                self._mark(self._at + by)
                return True
        return super().eventFilter(watched, event)

    def tint(self) -> None:
        """Take the theme's sizes again."""
        for field in (self._name, self._finder):
            field.setFixedWidth(self._theme.px(230))
