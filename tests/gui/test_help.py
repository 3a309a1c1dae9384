"""What's new, about, and the report of a fault."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QTextBrowser, QWidget

from briefing_app import __version__, settings
from briefing_app.gui import help as help_dialogs


def dialog_text(show, parent: QWidget) -> str:
    """What a dialog says; it is closed again."""
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.extend(w.text() for w in dialog.findChildren(QLabel))
        seen.extend(w.toPlainText() for w in dialog.findChildren(QTextBrowser))
        seen.extend(w.toPlainText() for w in dialog.findChildren(QPlainTextEdit))
        dialog.reject()

    QTimer.singleShot(0, read)
    show(parent)
    return "\n".join(seen)


def test_about_names_the_version(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert f"Briefing App {__version__}" in dialog_text(help_dialogs.show_about, parent)


def test_news_shows_the_changes_of_this_version(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert __version__ in dialog_text(help_dialogs.show_news, parent)


def test_a_fault_is_described_and_logged() -> None:
    try:
        raise ValueError("no such section")
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None and error is not None
        report = help_dialogs.describe_fault(kind, error, trace)
    assert "ValueError: no such section" in report
    log = settings.config_folder() / "faults.log"
    assert report in log.read_text(encoding="utf-8")


def test_a_fault_can_be_copied_and_the_work_is_said_to_be_safe(qtbot) -> None:
    text = dialog_text(lambda parent: help_dialogs.show_fault(parent, "the report"), None)
    assert "Your work is safe" in text
    assert "the report" in text
