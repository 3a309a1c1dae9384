"""What became of each file, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.errors import OnlyALink, PasswordNeeded
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.importing.line import Group
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.importing import ImportReport, ImportRow, Likeness, Outcome, Twin
from briefing_app.reading_pool import Wanted
from tests.gui.dialogs.import_lists import line, offered, pick, press, sheet_of, shown
from tests.readers.archives.test_archive import encrypted

ARTICLES = {
    "a1": Article("Allies meet", "They met.", id="a1", publisher="Reuters", published="2020-01-06"),
    "a2": Article("Undated", "No day is named.", id="a2"),
    "a3": Article("Allies met", "They met, then.", id="a3", publisher="Reuters"),
}


@pytest.fixture
def dialog(session: Session, theme: Theme, tmp_path: Path, qtbot) -> ImportResults:
    """A list of every kind, with the real files of those that are read again."""
    for article in ARTICLES.values():
        session.store.articles.add(Original(article.id, "text/plain", b"x"), [article])
    known = tmp_path / "known.txt"
    known.write_text("Allies meet\n\nThey met.", encoding="utf-8")
    locked = tmp_path / "locked.zip"
    locked.write_bytes(encrypted(b"geheim"))
    error = PasswordNeeded("“locked.zip”: the archive needs its password.", "Enter it.")
    twins = (Twin("a3", "a1", Likeness.LATER),)
    rows = (
        ImportRow("/in/good.txt", Outcome.IMPORTED, ("a1",)),
        ImportRow("C:\\in\\undated.txt", Outcome.INCOMPLETE, ("a2",), ("published",)),
        ImportRow(str(known), Outcome.DUPLICATE, ("a1",), reason="There already.", left_out=1),
        ImportRow(str(locked), Outcome.REFUSED, reason=str(error), error=error),
        ImportRow("/in/update.txt", Outcome.ALIKE, ("a3",), twins=twins),
        ImportRow("/in/scan.png", Outcome.REFUSED, reason="“scan.png”: pictures cannot be read."),
    )
    files = [Wanted(Path(row.path)) for row in rows]
    placed = (ImportRow(**{**vars(row), "place": place}) for place, row in enumerate(rows))
    window = QWidget()
    qtbot.addWidget(window)
    review = ImportReview(
        session, Importer(session, window), ImportReport(tuple(placed)), files
    )  # fmt: skip
    dialog = ImportResults([review], window)
    dialog.show()
    return dialog


def test_remarks_keep_half_of_a_narrow_list(dialog: ImportResults) -> None:
    table = dialog.table
    for width in (400, 1400):
        dialog.resize(width, 500)
        dialog.layout().activate()
        taken = table.columnWidth(0) + table.columnWidth(1)
        assert taken <= table.viewport().width() / 2 + 2
    assert table.columnWidth(0) == dialog.em(20)


def test_what_needs_something_stands_first_in_groups_with_counts(dialog: ImportResults) -> None:
    assert shown(dialog) == [
        "Could not be read (2)", "locked.zip", "scan.png",
        "Worth a look (2)", "update.txt", "undated.txt",
        "Already in the library (1)", "known.txt",
        "Imported (1)", "good.txt",
    ]  # fmt: skip


def test_remarks_are_in_plain_words_and_do_not_repeat_the_name(dialog: ImportResults) -> None:
    assert line(dialog, "scan.png").remark == "Pictures cannot be read."
    assert line(dialog, "undated.txt").remark == "It does not say its date. It is “Undated”."
    assert line(dialog, "update.txt").remark == (
        "A later version of “Allies meet” (Reuters, 6 Jan 2020)."
    )
    assert line(dialog, "locked.zip").result == "Needs its password"


def test_each_file_offers_what_makes_sense(dialog: ImportResults) -> None:
    pick(dialog, "good.txt")
    assert offered(dialog) == {"open"}
    pick(dialog, "update.txt")
    assert offered(dialog) == {"open", "compare", "keep", "replace", "skip"}
    pick(dialog, "known.txt")
    assert offered(dialog) == {"open", "anyway", "folder"}
    pick(dialog, "locked.zip")
    assert offered(dialog) == {"password", "folder"}
    pick(dialog, "scan.png")
    assert offered(dialog) == {"again"}
    pick(dialog, "undated.txt")
    assert offered(dialog) == {"open", "details"}
    pick(dialog, "update.txt", "known.txt")
    assert offered(dialog) == {"keep", "replace", "skip", "anyway"}


def test_enter_opens_the_article_of_a_row(dialog: ImportResults, qtbot) -> None:
    pick(dialog, "undated.txt")
    with qtbot.waitSignal(dialog.article_chosen) as chosen:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen.args == ["a2"]
    assert not dialog.isVisible()


def test_a_refused_file_has_no_article_to_open(dialog: ImportResults, qtbot) -> None:
    pick(dialog, "scan.png")
    with qtbot.assertNotEmitted(dialog.article_chosen):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_arrow_keys_pass_over_the_headings(dialog: ImportResults) -> None:
    pick(dialog, "scan.png")
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert [chosen.name for chosen in dialog.table.selected()] == ["update.txt"]


def test_home_and_end_go_to_the_first_and_the_last_file(dialog: ImportResults) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_End)
    assert [line.name for line in dialog.table.selected()] == [shown(dialog)[-1]]
    QTest.keyClick(dialog.table, Qt.Key.Key_Home)
    assert [line.name for line in dialog.table.selected()] == [shown(dialog)[1]]


def test_escape_clears_the_filter_before_it_closes_the_list(dialog: ImportResults) -> None:
    everything = shown(dialog)
    dialog.filter_field.setFocus()
    QTest.keyClicks(dialog.filter_field, "undated")
    assert shown(dialog) != everything
    QTest.keyClick(dialog.filter_field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert shown(dialog) == everything


def test_typing_filters_by_name_and_remark_and_groups_can_be_chosen(dialog: ImportResults) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.filter_field, "reuters later")
    assert shown(dialog) == ["Worth a look (1)", "update.txt"]
    dialog.filter_field.clear()
    QTest.mouseClick(dialog._groups.button(Group.KNOWN + 1), Qt.MouseButton.LeftButton)
    assert shown(dialog) == ["Already in the library (1)", "known.txt"]


def test_the_list_can_be_copied(dialog: ImportResults) -> None:
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert "/in/scan.png\tNot imported\tPictures cannot be read." in lines
    assert len(lines) == 6
    assert dialog.copy_button.text() == "Copied"
    dialog._copied.timeout.emit()
    assert dialog.copy_button.text() == "Copy list"


def test_the_older_version_can_be_replaced(dialog: ImportResults, session: Session) -> None:
    pick(dialog, "update.txt")
    press(dialog, "replace")
    assert session.store.articles.ids(sort="added") == ["a3", "a2"]
    assert line(dialog, "update.txt").result == "Replaced the older one"
    assert offered(dialog) == {"open"}
    assert session.store.undo_label == "Replace article"


def test_what_is_alike_can_be_skipped_and_brought_back(
    dialog: ImportResults, session: Session
) -> None:
    pick(dialog, "update.txt")
    press(dialog, "skip")
    assert session.store.articles.ids(sort="added") == ["a2", "a1"]
    assert line(dialog, "update.txt").result == "Skipped"
    assert offered(dialog) == set()
    session.undo()
    assert session.store.articles.count() == 3


def test_two_texts_can_be_compared_before_anything_is_decided(dialog: ImportResults, qtbot) -> None:
    pick(dialog, "update.txt")
    with qtbot.waitSignal(dialog.comparison_wanted) as wanted:
        press(dialog, "compare")
    assert wanted.args == ["a1", "a3"]


def test_keeping_both_changes_nothing(dialog: ImportResults, session: Session) -> None:
    steps = session.store.steps()
    pick(dialog, "update.txt")
    press(dialog, "keep")
    assert line(dialog, "update.txt").result == "Kept both"
    assert (session.store.articles.count(), session.store.steps()) == (3, steps)


def test_a_known_file_can_be_imported_all_the_same(
    dialog: ImportResults, session: Session, qtbot
) -> None:
    pick(dialog, "known.txt")
    press(dialog, "anyway")
    assert line(dialog, "known.txt").result == "Reading…"
    qtbot.waitUntil(lambda: session.store.articles.count() == 4, timeout=30_000)
    qtbot.waitUntil(lambda: line(dialog, "known.txt").group is not Group.KNOWN)
    assert session.store.undo_label == "Import article"


def answer(dialog: ImportResults, password: str) -> Callable[[], None]:
    def type_it() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, PasswordSheet)
        QTest.keyClicks(sheet.field, password)
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)

    return type_it


def test_a_password_opens_an_archive_whose_files_take_its_place(
    dialog: ImportResults, session: Session, qtbot
) -> None:
    for password in ("wrong", "geheim"):
        pick(dialog, "locked.zip")
        QTimer.singleShot(0, answer(dialog, password))
        press(dialog, "password")
        qtbot.waitUntil(lambda: not any(x.is_busy for x in dialog._review.lines), timeout=30_000)
        if password == "wrong":
            assert "wrong" in line(dialog, "locked.zip").remark
    assert "locked.zip" not in shown(dialog)
    assert line(dialog, "a.txt").row.is_stored
    assert [each.name for each in dialog.table.selected()] == ["a.txt"]
    assert session.store.articles.count() == 4


def test_the_keyboard_alone_opens_a_locked_file_however_often_its_password_is_wrong(
    dialog: ImportResults, qtbot
) -> None:
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    pick(dialog, "locked.zip")
    QTimer.singleShot(0, answer(dialog, "wrong"))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "wrong" in line(dialog, "locked.zip").remark, timeout=30_000)
    # By its button too: what goes must not leave the keyboard at the button beside it.
    dialog.buttons["password"].setFocus()
    QTimer.singleShot(0, answer(dialog, "geheim"))
    QTest.keyClick(dialog.buttons["password"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "locked.zip" not in shown(dialog), timeout=30_000)
    assert dialog.focusWidget() is dialog.table


def test_a_file_that_was_mended_is_read_again(
    session: Session, theme: Theme, tmp_path: Path, qtbot
) -> None:
    broken = tmp_path / "broken.txt"
    broken.touch()
    row = ImportRow(str(broken), Outcome.REFUSED, reason="“broken.txt”: the file is empty.")
    sheet = sheet_of(session, qtbot, [row], [Wanted(broken)])
    broken.write_text("Allies part\n\nThey parted on Tuesday.", encoding="utf-8")
    press(sheet, "again")
    assert offered(sheet) >= {"stop"}
    qtbot.waitUntil(lambda: line(sheet, "broken.txt").group is Group.LOOK)
    assert offered(sheet) >= {"open", "details"}
    assert session.store.articles.count() == 1


def test_the_file_of_a_record_is_found_once_it_lies_beside_its_list(
    session: Session, theme: Theme, tmp_path: Path, qtbot
) -> None:
    listed = tmp_path / "list.ris"
    records = (f"TY  - NEWS\nTI  - {n}\nL1  - {n}.txt\nER  -\n" for n in ("One", "Two"))
    listed.write_text("\n".join(records), encoding="utf-8")
    rows = [
        ImportRow(f"{listed}/{name}", Outcome.REFUSED, reason=f"“{name}”: not found beside it.")
        for name in ("One", "Two")
    ]
    sheet = sheet_of(session, qtbot, rows, [Wanted(listed)])
    (tmp_path / "One.txt").write_text("One\n\nThey parted on Tuesday.", encoding="utf-8")
    (tmp_path / "stranger.txt").write_text("Else\n\nNobody asked for this.", encoding="utf-8")
    pick(sheet, "One", "Two")
    press(sheet, "again")
    qtbot.waitUntil(lambda: "One.txt" in shown(sheet))
    names = [name for name in shown(sheet) if "(" not in name]
    assert names == ["Two", "One.txt"]
    assert session.store.articles.count() == 1


def test_a_mere_link_leads_to_its_page(session: Session, theme: Theme, qtbot) -> None:
    error = OnlyALink("“page.url”: only a link.", "", "https://news.example.org/a")
    row = ImportRow("/in/page.url", Outcome.REFUSED, reason=str(error), error=error)
    sheet = sheet_of(session, qtbot, [row], [Wanted(Path("/in/page.url"))])
    assert offered(sheet) == {"page"}
    with qtbot.waitSignal(sheet.pages_wanted) as wanted:
        press(sheet, "page")
    assert [(link.url, link.title) for link in wanted.args[0]] == [
        ("https://news.example.org/a", "page")
    ]


def test_the_list_follows_undo_and_redo_by_its_own_keys(
    dialog: ImportResults, session: Session, qtbot
) -> None:
    pick(dialog, "update.txt")
    press(dialog, "replace")
    assert line(dialog, "update.txt").result == "Replaced the older one"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.store.articles.count() == 3
    qtbot.waitUntil(lambda: line(dialog, "update.txt").result == "Later version")
    assert offered(dialog) >= {"keep", "replace", "skip"}
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, both)
    assert session.store.articles.count() == 2


def test_an_article_that_is_gone_is_said_to_be_gone_and_comes_back(
    dialog: ImportResults, session: Session, qtbot
) -> None:
    pick(dialog, "good.txt")
    session.store.articles.remove(["a1"])
    qtbot.waitUntil(lambda: line(dialog, "good.txt").result == "Taken out")
    assert "open" not in offered(dialog)
    session.store.undo()
    qtbot.waitUntil(lambda: line(dialog, "good.txt").result == "Imported")
    assert "open" in offered(dialog)


def test_a_line_is_complete_once_its_particulars_are_there(
    dialog: ImportResults, session: Session, qtbot
) -> None:
    pick(dialog, "undated.txt")

    def fill_in() -> None:
        details = QApplication.activeModalWidget()
        assert isinstance(details, ArticleDetails)
        details.date.line.setText("2020-01-06")
        details.fields["publisher"].setText("Reuters")
        details.accept()

    QTimer.singleShot(0, fill_in)
    press(dialog, "details")
    qtbot.waitUntil(lambda: line(dialog, "undated.txt").result == "Completed")
    session.store.undo()
    qtbot.waitUntil(lambda: line(dialog, "undated.txt").result == "Incomplete")


def test_from_right_to_left_the_words_about_a_file_begin_on_the_right(
    mirrored: QApplication, dialog: ImportResults
) -> None:
    side = Qt.AlignmentFlag.AlignHorizontal_Mask
    absolute = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert dialog.details.alignment() & side == absolute
