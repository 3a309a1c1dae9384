"""What's new, about, and what to say when the program itself is at fault."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from types import TracebackType

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing_app import __version__, resources, settings


def show_news(parent: QWidget) -> None:
    """The changes of each version, in the user's words."""
    text = resources.path("changelog.md").read_text(encoding="utf-8")
    dialog = QDialog(parent)
    dialog.setWindowTitle(dialog.tr("What’s new"))
    dialog.resize(620, 520)
    view = QTextBrowser()
    view.setAccessibleName(dialog.tr("What’s new"))
    view.setOpenLinks(False)
    # The title stands on the dialog already; each version's heading needs air around it.
    view.setMarkdown(text.partition("\n")[2].strip())
    view.document().setDocumentMargin(18)
    view.document().setIndentWidth(22)
    column = QVBoxLayout(dialog)
    column.addWidget(view)
    column.addWidget(_close_button(dialog))
    dialog.exec()


def show_about(parent: QWidget) -> None:
    """Name, version and licence."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(dialog.tr("About Briefing App"))
    text = dialog.tr(
        "Briefing App {version}\n\nFrom news articles to a footnoted Word memo.\n"
        "Everything stays on this computer.\n\nMIT licence. Built with Qt (LGPL) {qt}."
    ).format(version=__version__, qt=PySide6.__version__)
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(36, 28, 36, 20)
    column.setSpacing(20)
    column.addWidget(label)
    column.addWidget(_close_button(dialog))
    dialog.exec()


def describe_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """The report of an unexpected error, and a copy of it in the log of the settings folder."""
    report = "\n".join(
        (
            f"Briefing App {__version__}, Python {platform.python_version()}, "
            f"PySide6 {PySide6.__version__}, {platform.platform()}",
            datetime.now().astimezone().isoformat(timespec="seconds"),
            "".join(traceback.format_exception(kind, error, trace)),
        )
    )
    try:
        folder = settings.config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "faults.log").open("a", encoding="utf-8") as log:
            log.write(f"{report}\n")
    except OSError:
        pass  # The report is still shown; a full disk must not hide it.
    return report


def show_fault(parent: QWidget | None, report: str) -> None:
    """Show the report with a button that copies it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(dialog.tr("Something went wrong in the program"))
    dialog.resize(680, 420)
    label = QLabel(
        dialog.tr(
            "Your work is safe: every finished change is already in the file. "
            "Please send this report to whoever looks after the program."
        )
    )
    label.setWordWrap(True)
    text = QPlainTextEdit(report)
    text.setReadOnly(True)
    text.setAccessibleName(dialog.tr("Report"))
    buttons = _close_button(dialog)
    copy = buttons.addButton(dialog.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
    copy.setToolTip(dialog.tr("Copy the report"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    column = QVBoxLayout(dialog)
    for widget in (label, text, buttons):
        column.addWidget(widget)
    dialog.exec()


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    close = box.button(QDialogButtonBox.StandardButton.Close)
    close.setToolTip(dialog.tr("Close (Esc)"))
    return box
