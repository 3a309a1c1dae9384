"""What is told of the briefing file."""

from __future__ import annotations

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.file_details import FileDetails, originals_words
from briefing_app.store import OriginalsSize


def test_the_originals_are_counted_with_their_sizes(session, theme, qtbot) -> None:
    for number in range(2):
        original = Original(f"{number}.txt", "text/plain", b"words " * 5000)
        session.store.articles.add(original, [Article("h", "b")])
    sheet = FileDetails(session.store)
    qtbot.addWidget(sheet)
    assert sheet.lines["Briefing"] == "Window"
    assert sheet.lines["File"] == str(session.store.path)
    assert sheet.lines["Articles"] == "2"
    assert sheet.lines["Originals"].startswith("2 files, ")
    assert "(60.0 kB when imported)" in sheet.lines["Originals"]
    assert sheet.lines["Backups"] == "none yet"


def test_the_newest_backup_is_told(session, theme, qtbot) -> None:
    made = session.store.make_backup().made_at
    sheet = FileDetails(session.store)
    qtbot.addWidget(sheet)
    assert sheet.lines["Backups"].startswith("1, made ")
    assert sheet.lines["Backups"].endswith(f"{made:%H:%M}")


def test_originals_in_words() -> None:
    assert originals_words(OriginalsSize(0, 0, 0)) == "none"
    one = "1 file, 2.0 kB in the briefing (3.0 kB when imported)"
    assert originals_words(OriginalsSize(1, 3000, 2000)) == one
    assert originals_words(OriginalsSize(1, 3000, 0, 1)).endswith("; 1 larger one is not kept")
    assert originals_words(OriginalsSize(9, 9, 9, 2)).endswith("; 2 larger ones are not kept")
