"""The office's own Word template: which file it is, and what is odd about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.errors import BriefingError
from briefing_app.gui import tasks


def _checked(path: str) -> list[str]:
    """What is odd about a template, in words."""
    # Imported only now: what reads Word files is slow to import, and the window would start later.
    from briefing_app.gui.template_words import told
    from briefing_app.memo.office_template.template import open_template

    return told(open_template(path).notes)


class TemplateField(QWidget):
    """A file that is checked as soon as it is chosen. `ask_path()` is the question.

    Signals: `checked` when the checker has said what it found.
    """

    checked = Signal()

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""
        self.is_usable = True
        self.ask_path: Callable[[], str] = self._ask_path
        self._task: tasks.Task | None = None
        self._name = QLabel()
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.choose = self._button(self.tr("Choose…"), self.tr("Choose an office template"))
        self.remove = self._button(self.tr("Remove"), self.tr("Use the form’s own look"))
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.notes)
        self.setFocusProxy(self.choose)
        self.set_path(path)

    def set_path(self, path: str) -> None:
        """Take this template, "" for none, and check it."""
        self.stop()
        self.path, self.is_usable = path, True
        self._name.setText(Path(path).name if path else self.tr("None: the form’s own look"))
        self._name.setToolTip(path)
        self.remove.setVisible(bool(path))
        self._say([], is_bad=False)
        if path:
            self._task = tasks.run(
                partial(_checked, path), done=self._on_checked, failed=self._on_refused
            )
        else:
            self.checked.emit()

    def stop(self) -> None:
        """Let a check go whose answer nobody waits for."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("look", "link")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoDefault(False)
        return button

    def _on_choose(self) -> None:
        if path := self.ask_path():
            self.set_path(path)

    def _on_remove(self) -> None:
        self.set_path("")
        self.choose.setFocus()

    def _on_checked(self, lines: list[str]) -> None:
        self._task = None
        self._say(lines or [self.tr("It has everything that a memo needs.")], is_bad=False)
        self.checked.emit()

    def _on_refused(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, BriefingError):
            raise error
        self.is_usable = False
        self._say([str(error)], is_bad=True)
        self.checked.emit()

    def _say(self, lines: list[str], *, is_bad: bool) -> None:
        many = len(lines) > 1
        self.notes.setText("\n".join(f"• {line}" if many else line for line in lines))
        self.notes.setVisible(bool(lines))
        self.notes.setProperty("look", "warning" if is_bad else "hint")
        self.notes.style().polish(self.notes)
        self.choose.setAccessibleDescription(" ".join(lines))

    def _ask_path(self) -> str:
        kinds = self.tr("Word documents and templates (*.docx *.dotx *.docm *.dotm)")
        folder = str(Path(self.path).parent) if self.path else ""
        path, _ = QFileDialog.getOpenFileName(self, self.choose.accessibleName(), folder, kinds)
        return path
