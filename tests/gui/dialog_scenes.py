"""Every dialog that the window can show: for pictures, and for tests that go through all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog

from briefing_app.domain.memo import QuoteDifference
from briefing_app.gui import actions
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.backups import BackupsDialog
from briefing_app.gui.dialogs.compare_texts import CompareTexts
from briefing_app.gui.dialogs.correct_text import CorrectText
from briefing_app.gui.dialogs.corrections import Corrections
from briefing_app.gui.dialogs.file_details import FileDetails
from briefing_app.gui.dialogs.file_hits import FileHits
from briefing_app.gui.dialogs.history import HistorySheet
from briefing_app.gui.dialogs.link_sheet import LinkSheet
from briefing_app.gui.dialogs.marks_missing import MarksMissing
from briefing_app.gui.dialogs.memo_changes import MemoChanges
from briefing_app.gui.dialogs.memo_checks import MemoChecks
from briefing_app.gui.dialogs.memo_details import MemoDetails
from briefing_app.gui.dialogs.name_variants import NameVariants
from briefing_app.gui.dialogs.new_memo import NewMemo
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.dialogs.preferences_sheet import PreferencesSheet
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.dialogs.several_details import SeveralDetails
from briefing_app.gui.dialogs.shortcuts import ShortcutSheet
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.library.hit_sentences import sentences
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.checking import inspect
from briefing_app.gui.overview.sheet import OverviewSheet
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.versions_sheet import VersionsSheet
from briefing_app.memo.marking import unmarked
from briefing_app.store import Backup
from tests.gui.clippings import import_results
from tests.gui.scenes import later_version, reading


def _memo_checks(window: MainWindow) -> QDialog:
    sheet = MemoChecks(window)
    sheet.show_groups(inspect(window.session.store.snapshot()))
    sheet.hold_up(True)
    return sheet


def _memo_changes(window: MainWindow) -> QDialog:
    window.session.store.continue_memo(window.session.memo_id, "Tomorrow’s")
    return MemoChanges(window.session, window.theme, window)


def _marks_missing(window: MainWindow) -> QDialog:
    session = window.session
    session.store.memos.update(session.memo_id, options={"scheme": "us"})
    briefing = session.store.snapshot()
    return MarksMissing(briefing, unmarked(briefing), window)


def _quote_differences(window: MainWindow) -> QDialog:
    difference = QuoteDifference("e", "“As said,”", "“As it was said,”", "a", "A word is missing.")
    return QuoteDifferences([difference, difference], window)


def _file_hits(window: MainWindow) -> QDialog:
    store = window.session.store
    return FileHits(
        window.session, sentences(store, store.query("mission"), store.articles.ids()), window
    )


def _overview(window: MainWindow) -> OverviewSheet:
    return OverviewSheet(window.session, window.theme, window)


def _events(window: MainWindow) -> QDialog:
    sheet = _overview(window)
    sheet.tabs.setCurrentIndex(1)
    return sheet


def _correct_text(window: MainWindow) -> QDialog:
    reading(window)
    start = window.reading.view.body.index("trainers")
    return CorrectText(window.session, window.session.article_id, Passage(start, start + 8), window)


def _corrections(window: MainWindow) -> QDialog:
    reading(window)
    start = window.reading.view.body.index("time being")
    window.session.store.articles.correct(window.session.article_id, start, start + 4, "moment")
    return Corrections(window.session, window.session.article_id, window)


def _versions(window: MainWindow) -> QDialog:
    later_version(window)
    store = window.session.store
    old_id = window.session.article_id
    later_id = store.articles.later_versions(old_id)[-1]
    return VersionsSheet(window.session, window.theme, old_id, later_id, window)


def _compare_texts(window: MainWindow) -> QDialog:
    later_version(window)
    old_id = window.session.article_id
    later_id = window.session.store.articles.later_versions(old_id)[-1]
    return CompareTexts(window.session, window.theme, old_id, later_id, window)


def _back_up(name: str, at: datetime) -> Backup:
    return Backup(Path(name), at, 120_000)


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "new memo": lambda w: NewMemo("Iran", w),
    "memo checks": _memo_checks,
    "memo changes": _memo_changes,
    "marks missing": _marks_missing,
    "article details": lambda w: ArticleDetails(w.session, w.session.article_id, w),
    "several details": lambda w: SeveralDetails(w.session, w.session.store.articles.ids()[:3], w),
    "memo details": lambda w: MemoDetails(w.session, w),
    "backups": lambda w: BackupsDialog([_back_up("a.briefing", datetime(2020, 1, 6, 18, 0))], w),
    "no backups": lambda w: BackupsDialog([], w),
    "import results": import_results,
    "password": lambda w: PasswordSheet(["minutes.pdf"], w),
    "quote differences": _quote_differences,
    "keys": lambda w: ShortcutSheet(actions.shortcut_sheet(), w),
    "preferences": lambda w: PreferencesSheet(w.preferences, w),
    "history": lambda w: HistorySheet(w.session, w),
    "file details": lambda w: FileDetails(w.session.store, w),
    "name variants": lambda w: NameVariants(w.session, w, word="Soleimani"),
    "file hits": _file_hits,
    "correct text": _correct_text,
    "corrections": _corrections,
    "versions": _versions,
    "compare texts": _compare_texts,
    "link": lambda w: LinkSheet(
        [Link("https://example.org/a-story", "The story")], may_fetch=True, parent=w
    ),
    "coverage": _overview,
    "events": _events,
}
"""Every dialog and sheet by name, not shown yet."""
