"""The start of the program, what it remembers, and what it says of its own faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from briefing_app import settings
from briefing_app.gui.app import open_first, report_fault
from briefing_app.gui.files import sample_path
from briefing_app.gui.main_window import MainWindow
from briefing_app.sample import TITLE
from briefing_app.store import Store

ROOT = Path(__file__).resolve().parents[2]

WHOLE_RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefing_app.gui import app
from briefing_app.gui.main_window import MainWindow

def find_window():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

def stumble():
    QTimer.singleShot(0, look)
    raise ZeroDivisionError("a fault of the program")

def look():
    window = find_window()
    print(window.session.store.path)
    print(window.notices.text)
    print(window.session.store.articles.count())
    window.close()

make = app.make_application
def make_and_wait(argv):
    made = make(argv)
    QTimer.singleShot(0, stumble)
    return made
app.make_application = make_and_wait
sys.exit(app.run(["briefing-app", *sys.argv[1:]]))
"""


def run_whole(tmp_path: Path, *arguments: str) -> tuple[list[str], str]:
    """Lines that the program printed in a process of its own, and its errors."""
    places = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", WHOLE_RUN, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | places,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines(), done.stderr


def test_the_first_start_opens_the_sample_and_a_fault_is_said_and_logged(tmp_path: Path) -> None:
    (path, notice, count), errors = run_whole(tmp_path)
    assert Path(path).stem == TITLE
    assert int(count) > 5
    assert notice == "Something went wrong in the program. Your work is safe."
    assert "ZeroDivisionError: a fault of the program" in errors
    log = settings.config_folder() / "faults.log"
    assert "ZeroDivisionError: a fault of the program" in log.read_text(encoding="utf-8")
    assert settings.load().last_file == path


def test_a_file_named_at_the_start_opens(tmp_path: Path, sample: Path) -> None:
    (path, *_), _ = run_whole(tmp_path, str(sample))
    assert path == str(sample)


def test_a_last_file_that_is_gone_gives_way_to_the_sample(
    window: MainWindow, home: Path, tmp_path: Path
) -> None:
    open_first(window, [], str(tmp_path / "gone.briefing"))
    assert window.session.store.path == sample_path()
    assert window.notices.text == ""


def test_a_named_file_that_is_gone_is_missed_aloud(window: MainWindow, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.briefing")
    open_first(window, [gone], "")
    assert gone in window.notices.text
    assert window.session.store.path == sample_path()


def test_who_will_not_read_the_sample_beside_its_writer_gets_a_new_briefing(
    window: MainWindow,
) -> None:
    window.files.open_sample()
    window.session.close()
    with Store.open(sample_path()):
        asked = []
        window.files.ask_read_only = lambda error: bool(asked.append(error))
        open_first(window, [], str(sample_path()))
    assert len(asked) == 1
    assert window.session.store.title == "Untitled briefing"


def test_where_nothing_can_be_opened_the_window_says_so_and_stays(
    window: MainWindow, home: Path
) -> None:
    home.write_text("a file where the folder should be")
    open_first(window, [], "")
    assert not window.session.has_store
    assert str(home) in window.notices.text
    assert window.actions_by_name["open"].isEnabled()


def test_a_fault_is_shown_as_a_notice_with_details(window: MainWindow, capsys) -> None:
    report_fault(window, KeyError, KeyError("section"), None)
    assert window.notices.text == "Something went wrong in the program. Your work is safe."
    shown = {b.text() for b in window.notices.findChildren(QPushButton) if b.isVisible()}
    assert shown == {"Details", "Close"}
    assert "KeyError" in capsys.readouterr().err


def test_an_interrupt_closes_the_window_and_is_no_fault(qtbot, window: MainWindow, capsys) -> None:
    with qtbot.waitSignal(window.closed):
        report_fault(window, KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""
    assert not (settings.config_folder() / "faults.log").exists()
