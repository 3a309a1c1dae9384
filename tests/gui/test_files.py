"""Briefing files: what opens, what does not, and that what is open stays as it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from briefing_app import settings
from briefing_app.errors import BriefingError
from briefing_app.gui.dialogs.backups import BackupsDialog
from briefing_app.gui.files import BriefingFiles, ask_target, sample_path
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Notice, Session
from briefing_app.sample import TITLE
from briefing_app.settings import Settings
from briefing_app.store import Store
from tests.gui.answering import answer, press

HOLD = (
    "import sys\n"
    "from briefing_app.store import Store\n"
    "store = Store.open(sys.argv[1])\n"
    "print('open', flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def files(qtbot, home: Path) -> Iterator[BriefingFiles]:
    host = QWidget()
    qtbot.addWidget(host)
    session = Session()
    files = BriefingFiles(session, host)
    files.session = session
    yield files
    session.close()


@pytest.fixture
def notices(files: BriefingFiles) -> list[Notice]:
    heard: list[Notice] = []
    files.session.notified.connect(heard.append)
    return heard


@pytest.fixture
def in_use(sample: Path) -> Iterator[Path]:
    """A briefing that another program has open for writing."""
    command = [sys.executable, "-c", HOLD, str(sample)]
    pipe = subprocess.PIPE
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=root) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield sample
        other.communicate("")


def titles(session: Session) -> list[str]:
    return [placed.section.title for placed in session.sections()]


def test_a_new_briefing_lies_at_home_with_sections_to_start_from(files, home: Path) -> None:
    files.new()
    store = files.session.store
    assert store.path == home / "Untitled briefing.briefing"
    assert titles(files.session) == ["Background", "Positions", "Assessment", "What to watch"]
    assert not store.can_undo


def test_a_new_memo_begins_with_the_preferred_header(files, home: Path) -> None:
    settings.save(Settings(fields={"from": "Desk Three"}))
    files.new()
    (memo,) = files.session.store.memos.all()
    assert memo.fields == {"from": "Desk Three"}
    assert not files.session.store.can_undo


def test_a_second_new_briefing_takes_a_free_name(files, home: Path) -> None:
    files.new()
    files.new()
    assert files.session.store.path == home / "Untitled briefing 2.briefing"
    assert files.session.store.title == "Untitled briefing 2"


def test_a_chosen_file_opens_and_its_path_is_told(qtbot, files, sample: Path) -> None:
    files.ask_open = lambda: str(sample)
    with qtbot.waitSignal(files.opened) as told:
        files.choose()
    assert told.args == [str(sample)]
    assert files.session.store.title == TITLE


def test_thinking_better_of_opening_leaves_what_is_open(files, sample: Path) -> None:
    files.open(sample)
    before = files.session.store
    files.ask_open = lambda: ""
    files.choose()
    assert files.session.store is before


def test_the_sample_is_built_once_and_keeps_what_was_done_in_it(files) -> None:
    files.open_sample()
    session = files.session
    assert session.store.path == sample_path()
    session.store.sections.add(session.memo_id, "My own")
    files.new()
    files.open_sample()
    assert "My own" in titles(session)


def test_what_is_open_already_is_not_asked_about(files, notices, sample: Path) -> None:
    files.open(sample)
    before = files.session.store
    files.ask_read_only = lambda error: pytest.fail(str(error))
    assert files.open(sample)
    assert files.session.store is before
    assert notices[-1].text == f"“{TITLE}” is open already"


def test_a_copy_holds_the_same_and_is_not_what_is_open(
    qtbot, files, notices, sample: Path, tmp_path: Path
) -> None:
    files.open(sample)
    asked: list[str] = []
    target = tmp_path / "Mission v1.2.briefing"
    files.ask_copy = lambda proposed: asked.append(proposed) or str(target)
    files.save_copy()
    assert asked == [str(sample.with_name("sample copy.briefing"))]
    assert files.session.store.path == sample
    assert notices[-1].text == "Copy saved as Mission v1.2.briefing"
    with Store.open(target) as copy:
        assert copy.snapshot() == files.session.store.snapshot()


def test_a_copy_over_what_is_open_is_refused(files, notices, sample: Path) -> None:
    files.open(sample)
    files.ask_copy = lambda _: str(sample)
    files.save_copy()
    assert notices[-1].is_problem
    assert files.session.store.check() == []


def test_another_name_leaves_the_file_and_can_be_undone(files, sample: Path) -> None:
    files.open(sample)
    files.ask_name = lambda present: f"  {present}, second edition "
    files.rename()
    store = files.session.store
    assert store.title == f"{TITLE}, second edition"
    assert store.path == sample
    store.undo()
    assert store.title == TITLE


@pytest.mark.parametrize("name", ["", "   ", TITLE])
def test_no_name_or_the_same_name_is_no_change(files, sample: Path, name: str) -> None:
    files.open(sample)
    files.ask_name = lambda _: name
    files.rename()
    assert files.session.store.title == TITLE
    assert not files.session.store.can_undo


def foreign(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 this is no briefing" * 20)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)


def missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("spoil", [foreign, empty, cut, scrambled, missing])
def test_what_will_not_open_leaves_what_is_open_and_the_file_as_they_were(
    files, notices, sample_made: Path, sample: Path, tmp_path: Path, spoil
) -> None:
    files.open(sample)
    before, whole = files.session.store, files.session.store.snapshot()
    other = tmp_path / "other.briefing"
    other.write_bytes(sample_made.read_bytes())
    spoil(other)
    bytes_before = other.read_bytes() if other.exists() else None
    assert not files.open(other)
    assert notices[-1].is_problem
    assert str(other) in notices[-1].text
    assert files.session.store is before
    assert before.snapshot() == whole
    assert (other.read_bytes() if other.exists() else None) == bytes_before


def newer(path: Path) -> Path:
    """Say in the file's head that a later version of the program wrote it."""
    data = bytearray(path.read_bytes())
    data[60:64] = (10_000).to_bytes(4)
    path.write_bytes(data)
    return path


def test_a_newer_file_is_offered_for_reading(files, sample: Path) -> None:
    asked: list[BriefingError] = []
    files.ask_read_only = lambda error: bool(asked.append(error))
    assert not files.open(newer(sample))
    assert str(sample) in asked[0].message
    assert asked[0].hint
    assert not files.session.has_store
    files.ask_read_only = lambda error: True
    assert files.open(sample)
    assert files.session.store.read_only


def test_a_file_in_use_is_not_opened_against_the_users_will(
    files, in_use: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.briefing"
    Store.create(mine, "Mine").close()
    files.open(mine)
    files.ask_read_only = lambda error: False
    assert not files.open(in_use)
    assert files.session.store.title == "Mine"
    assert not files.session.store.read_only


def test_a_file_in_use_opens_for_reading(files, notices, in_use: Path) -> None:
    files.ask_read_only = lambda error: True
    assert files.open(in_use)
    assert files.session.store.read_only
    assert notices[-1].text == "Open for reading only: changes are off"


def test_a_file_that_is_no_longer_in_use_can_be_opened_again_to_write(files, sample: Path) -> None:
    with Store.open(sample):
        files.ask_read_only = lambda error: True
        files.open(sample)
    assert files.session.store.read_only
    assert files.open(sample)
    assert not files.session.store.read_only


def test_the_question_says_who_has_the_file_and_takes_either_answer(
    window: MainWindow, in_use: Path
) -> None:
    said: list[str] = []

    def cancel(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.extend((dialog.text(), dialog.informativeText()))
        dialog.reject()

    answer(QMessageBox, cancel)
    assert not window.files.open(in_use)
    assert str(in_use) in said[0]
    assert "reading only" in said[1]
    answer(QMessageBox, press("Open for reading"))
    assert window.files.open(in_use)
    assert window.session.store.read_only


def test_a_backup_takes_the_place_of_the_briefing_which_becomes_a_backup(
    files, notices, sample: Path
) -> None:
    files.open(sample)
    session = files.session
    before = session.store.snapshot()
    session.store.sections.add(session.memo_id, "Written after the backup")
    answer(BackupsDialog, lambda dialog: dialog.accept())
    files.restore()
    assert session.store.path == sample
    assert session.store.snapshot() == before
    assert notices[-1].text == "Backup restored"

    def choose_the_one_before(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        dialog.table.selectRow(1)  # above it is the one made when the restored file opened
        dialog.accept()

    answer(BackupsDialog, choose_the_one_before)
    files.restore()
    assert "Written after the backup" in titles(session)


def test_a_backup_that_is_no_good_is_not_said_to_be_restored(files, notices, sample: Path) -> None:
    files.open(sample)
    session = files.session
    session.store.sections.add(session.memo_id, "Written after the backup")
    backup = session.store.backups()[0].path
    backup.write_bytes(b"nothing of use")
    answer(BackupsDialog, lambda dialog: dialog.accept())
    files.restore()
    assert [notice.is_problem for notice in notices] == [True]
    assert "Written after the backup" in titles(session)


def test_thinking_better_of_restoring_changes_nothing(files, sample: Path) -> None:
    files.open(sample)
    before = files.session.store
    answer(BackupsDialog, lambda dialog: dialog.reject())
    files.restore()
    assert files.session.store is before


def test_a_home_that_cannot_be_made_is_said_and_nothing_is_lost(
    files, notices, home: Path, sample: Path
) -> None:
    home.write_text("a file where the folder should be")
    files.open(sample)
    before = files.session.store
    files.new()
    files.open_sample()
    assert [notice.is_problem for notice in notices] == [True, True]
    assert str(home) in notices[0].text
    assert files.session.store is before


@pytest.mark.parametrize("typed", ["memo", "memo.docx", "Report v1.2"])
def test_a_target_gets_the_suffix_that_was_left_out(qtbot, tmp_path: Path, typed: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(typed)
        dialog.accept()

    answer(QFileDialog, choose)
    proposed = str(tmp_path / "proposed.docx")
    chosen = ask_target(parent, "Export", proposed, "Word document (*.docx)")
    assert chosen == str(tmp_path / f"{typed.removesuffix('.docx')}.docx")


@pytest.mark.parametrize("word", ["Yes", "No"])
def test_a_file_that_only_the_suffix_reveals_is_asked_about(
    qtbot, tmp_path: Path, word: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "Report v1.2.docx").write_text("an earlier memo")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        answer(QMessageBox, press(word))
        dialog.selectFile("Report v1.2")
        dialog.accept()

    answer(QFileDialog, choose)
    chosen = ask_target(parent, "Export", str(tmp_path / "memo.docx"), "Word document (*.docx)")
    assert chosen == (str(tmp_path / "Report v1.2.docx") if word == "Yes" else "")


def test_saving_says_since_when_all_is_saved_and_keeps_a_version_by_name(
    qtbot, files: BriefingFiles, sample: Path, notices: list[Notice]
) -> None:
    files.open(sample)
    files.session.store.rename("As it was")
    files.say_saved()
    saved = notices[-1]
    assert saved.text == f"All changes saved at {files.session.store.saved_at:%H:%M}"
    files.ask_version = lambda: "Before the call"
    with qtbot.waitSignal(files.session.notified):
        saved.run()
    assert notices[-1].text == "Version “Before the call” kept"
    [kept] = [backup for backup in files.session.store.backups() if backup.label]
    with Store.open(kept.path, read_only=True) as version:
        assert (kept.label, version.title) == ("Before the call", "As it was")


def test_a_version_without_a_name_is_not_kept(files: BriefingFiles, sample: Path) -> None:
    files.open(sample)
    before = files.session.store.backups()
    files.ask_version = lambda: " "
    files.keep_version()
    assert files.session.store.backups() == before


def test_there_is_nothing_to_save_while_reading_only(
    files: BriefingFiles, sample: Path, notices: list[Notice]
) -> None:
    files.session.open(Store.open(sample, read_only=True))
    files.say_saved()
    assert "nothing to save" in notices[-1].text
