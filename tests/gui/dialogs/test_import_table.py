"""The table of the files of an import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.dialogs.import_table import ImportTable
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.importing.line import Line
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.importing import ImportReport, ImportRow, Outcome
from briefing_app.reading_pool import Wanted
from tests.gui.dialogs.import_lists import line, sheet_of, shown


def test_files_are_selected_again_with_those_inside_them_however_they_lie(qtbot) -> None:
    table = ImportTable("Files")
    qtbot.addWidget(table)
    names = ("a", "b", "c.zip", "c.zip/in/d", "c.zip.txt", "e")
    rows = [ImportRow(f"/in/{name}", Outcome.IMPORTED, (name,)) for name in names]
    table.show_lines([Line(row, Wanted(Path(row.path)), "", "") for row in rows])
    table.choose({"/in/a", "/in/b", "/in/c.zip", "/in/e", "/in/gone"})
    assert [each.row.path[4:] for each in table.selected()] == ["a", "b", *names[2:4], "e"]
    table.choose({"/in/gone"})
    assert len(table.selected()) == 5


def test_the_first_file_is_selected_in_a_mirrored_window_too(mirrored, qtbot) -> None:
    table = ImportTable("Files")
    qtbot.addWidget(table)
    rows = [ImportRow(f"/in/{name}", Outcome.IMPORTED, (name,)) for name in "ab"]
    table.show_lines([Line(row, Wanted(Path(row.path)), "Imported", "") for row in rows])
    assert [each.name for each in table.selected()] == ["a"]
    table.selectRow(2)
    assert [each.name for each in table.selected()] == ["b"]


def test_rows_are_as_high_as_the_letters_of_the_theme_need(qapp: QApplication, qtbot) -> None:
    heights = []
    for scale in (1.0, 2.0):
        Theme("light", scale).apply()
        table = ImportTable("Files")
        qtbot.addWidget(table)
        heights.append(table.verticalHeader().defaultSectionSize())
    Theme().apply()
    assert heights[1] > 1.6 * heights[0]


def test_ten_thousand_files_are_filtered_at_once(session: Session, theme: Theme, qtbot) -> None:
    rows = tuple(
        ImportRow(f"/in/{n}.pdf", Outcome.REFUSED, reason=f"Damaged {n}.", place=n)
        for n in range(10_000)
    )
    window = QWidget()
    qtbot.addWidget(window)
    files = [Wanted(Path(row.path)) for row in rows]
    review = ImportReview(session, Importer(session, window), ImportReport(rows), files)
    dialog = ImportResults([review], window)
    dialog.show()
    dialog.filter_field.setText("damaged 9999")
    assert shown(dialog) == ["Could not be read (1)", "9999.pdf"]


def test_odd_names_stay_on_their_line(session: Session, theme: Theme, qtbot) -> None:
    path = "/in/line\nbreak\t\u202efdp.exe"
    row = ImportRow(path, Outcome.REFUSED, reason="“line\nbreak\t\u202efdp.exe”: no text.")
    sheet = sheet_of(session, qtbot, [row], [Wanted(Path(path))])
    told = line(sheet, "line break  fdp.exe")
    assert told.remark == "No text."
    assert sheet.table.as_text() == "/in/line break  fdp.exe\tNot imported\tNo text."
    assert sheet.details.text() == "/in/line break  fdp.exe\nNo text."


def test_the_copied_list_has_no_signs_of_direction_that_nobody_sees(
    session: Session, theme: Theme, qtbot
) -> None:
    article = Article("سفن تغادر", "Text.")
    session.store.articles.add(Original("a", "text/plain", b"x"), [article])
    row = ImportRow("/in/arabic.txt", Outcome.IMPORTED, (article.id,))
    sheet = sheet_of(session, qtbot, [row], [Wanted(Path(row.path))])
    assert sheet.table.as_text() == "/in/arabic.txt\tImported\t“سفن تغادر”"
    sheet.close()
