"""Starts the program: one application, one session, one window."""

from __future__ import annotations

import sys
from functools import partial
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QThreadPool, QTimer, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from briefing_app import __version__, resources, settings
from briefing_app.gui import direction
from briefing_app.gui import help as help_dialogs
from briefing_app.gui.garbage import GarbageCollector
from briefing_app.gui.handover import Handover, hand_over
from briefing_app.gui.intake.opening import Opening, given_paths, open_first
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.preferences import theme_name
from briefing_app.gui.rehearsal import rehearse
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme
from briefing_app.memo import form

READY_MS = 1000
"""After the start, when the window stands, the program gets ready to read files."""


class Application(QApplication):
    """The application; it hears from the Mac's desktop which files to open.

    Signals: `file_opened(str)` with the path of a file.
    """

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def make_application(argv: list[str]) -> Application:
    """The application with the program's names and style."""
    QApplication.setApplicationName("briefing-app")
    QApplication.setOrganizationName("BriefingApp")
    QApplication.setApplicationDisplayName("")
    QApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("briefing-app")
    app = Application(argv)
    app.setWindowIcon(QIcon(str(resources.path("icons/briefing-app.svg"))))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    direction.dress(app)
    return app


def run(argv: list[str]) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `argv` holds the program's name and files to open or import. If a window is open already, it
    takes them, and this start ends at once.
    """
    app = make_application(argv[:1])
    paths = given_paths(argv[1:])
    if hand_over(paths):
        return 0
    preferred = settings.load()
    form.look_in(settings.config_folder() / settings.FORMS)
    theme = Theme(theme_name(preferred.theme), preferred.text_percent / 100)
    theme.apply()
    session = Session()
    window = MainWindow(session, theme)
    sys.excepthook = partial(report_fault, window)
    open_first(window, paths, preferred.last_file)
    window.show()
    collector = GarbageCollector(app)
    QTimer.singleShot(READY_MS, window, window.importer.warm_up)
    QTimer.singleShot(READY_MS, window, partial(rehearse, window, theme))
    opening = Opening(window)
    app.file_opened.connect(opening.open_file)
    door = Handover(opening.take, window)
    door.listen()
    code = app.exec()
    door.close()
    collector.stop()
    # A memo or a backup that is being written still is finished.
    QThreadPool.globalInstance().waitForDone()
    window.preferences.keep()
    return code


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
