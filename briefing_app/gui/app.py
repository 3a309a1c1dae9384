"""Starts the program: one application, one session, one window."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QThreadPool, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from briefing_app import __version__, resources, settings
from briefing_app.gui import help as help_dialogs
from briefing_app.gui.files import sample_path
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.preferences import theme_name
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with the program's names and style."""
    QApplication.setApplicationName("briefing-app")
    QApplication.setOrganizationName("BriefingApp")
    QApplication.setApplicationDisplayName("")
    QApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("briefing-app")
    app = QApplication(argv)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setWindowIcon(QIcon(str(resources.path("icons/briefing-app.svg"))))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def run(argv: list[str]) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `argv` holds at most one briefing file after the program's name; without one the briefing
    of the last time opens, at the very first start the sample.
    """
    app = make_application(argv[:1])
    preferred = settings.load()
    theme = Theme(theme_name(preferred.theme), preferred.text_percent / 100)
    theme.apply()
    session = Session()
    window = MainWindow(session, theme)
    sys.excepthook = partial(report_fault, window)
    open_first(window, argv[1:], preferred.last_file)
    window.show()
    code = app.exec()
    # A memo or a backup that is being written still is finished.
    QThreadPool.globalInstance().waitForDone()
    window.preferences.keep()
    return code


def open_first(window: MainWindow, arguments: list[str], last_file: str) -> None:
    """Open the file named in `arguments`, else the last one, else the sample, else a new one."""
    named = arguments[0] if arguments else last_file
    if named and (arguments or Path(named).exists()) and window.files.open(Path(named)):
        return
    if not named or Path(named).absolute() != sample_path():
        window.files.open_sample()
    if not window.session.has_store:
        window.files.new()


def report_fault(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Log an error that nothing expected, and say so in the window; Ctrl+C closes it."""
    if issubclass(kind, KeyboardInterrupt):
        window.close()
        return
    report = help_dialogs.describe_fault(kind, error, trace)
    sys.stderr.write(f"{report}\n")
    show = partial(help_dialogs.show_fault, window, report)
    text = window.tr("Something went wrong in the program. Your work is safe.")
    window.notices.say(Notice(text, window.tr("Details"), show, is_problem=True))
