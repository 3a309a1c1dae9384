"""New files of the preferred folder, offered in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.folder_offers import FolderOffers
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme

TEXT = "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday."


class Surroundings:
    """A session, an importer and the offers for a folder."""

    def __init__(self, session: Session, theme: Theme, folder: Path, window: QWidget) -> None:
        self.session = session
        self.folder = folder
        self.importer = Importer(session, window)
        self.preferences = Preferences(theme)
        self.offers = FolderOffers(session, self.importer, self.preferences, window, settle_ms=50)
        self.questions: list[Notice] = []
        session.notified.connect(self._on_notified)

    def _on_notified(self, notice: Notice) -> None:
        if notice.refusal:
            self.questions.append(notice)


@pytest.fixture
def around(session: Session, theme: Theme, tmp_path: Path, qtbot) -> Surroundings:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    around = Surroundings(session, theme, folder, window)
    around.preferences.set(watch_folder=str(folder))
    watched = around.offers._watch._watcher
    qtbot.waitUntil(lambda: bool(watched.directories()))
    return around


def asked(qtbot, around: Surroundings, times: int = 1) -> Notice:
    qtbot.waitUntil(lambda: len(around.questions) >= times, timeout=10_000)
    return around.questions[-1]


def test_new_files_are_offered_and_come_in_with_a_yes(qtbot, around: Surroundings) -> None:
    for number in range(2):
        (around.folder / f"{number}.txt").write_text(f"{TEXT} They left {number}.")
    question = asked(qtbot, around)
    assert question.text == "2 new files in “Downloads”"
    assert (question.action, question.refusal) == ("Import", "Not now")
    assert around.session.store.articles.count() == 0
    with qtbot.waitSignal(around.importer.finished, timeout=20_000):
        question.run()
    assert around.session.store.articles.count() == 2


def test_a_no_is_remembered(qtbot, around: Surroundings) -> None:
    (around.folder / "a.txt").write_text(TEXT)
    asked(qtbot, around).refuse()
    (around.folder / "b.txt").write_text(f"{TEXT} They left.")
    assert asked(qtbot, around, 2).text == "A new file in “Downloads”: b.txt"


def test_what_is_in_the_library_is_not_offered(qtbot, around: Surroundings) -> None:
    original = Original("a.txt", "text/plain", TEXT.encode())
    around.session.store.articles.add(original, [Article("NATO meets", "Allies met.")])
    (around.folder / "again.txt").write_text(TEXT)
    (around.folder / "b.txt").write_text(f"{TEXT} They left.")
    assert asked(qtbot, around).text == "A new file in “Downloads”: b.txt"


def test_another_briefing_is_offered_what_waits(qtbot, around: Surroundings) -> None:
    (around.folder / "a.txt").write_text(TEXT)
    asked(qtbot, around)
    around.session.store_replaced.emit()
    assert len(around.questions) == 2


def test_a_missing_folder_is_said(qtbot, around: Surroundings, notices: list[Notice]) -> None:
    with qtbot.waitSignal(around.session.notified):
        around.preferences.set(watch_folder=str(around.folder / "gone"))
    assert notices[-1].is_problem
    assert "gone" in notices[-1].text
