"""What is imported together: which of it is wanted, and how much is read ahead."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.article import Original, ReadFile
from briefing_app.gui.importing import lot as import_lot
from briefing_app.gui.importing.lot import Lot, Reading, find
from briefing_app.reading_pool import ReadingPool, ReadItem, Wanted
from briefing_app.reading_process import Read


def item(path: str, place: int = 0) -> ReadItem:
    return ReadItem(place, Read(ReadFile(Original(path, "text/plain", b"", path=path), ())))


def test_a_lot_of_everything_wants_everything() -> None:
    assert Lot(list).wants(item("/in/a.txt"))


def test_a_lot_of_some_paths_wants_these_what_is_in_them_and_the_ends_of_files() -> None:
    lot = Lot(list, paths=(("/in/news.zip/1.txt",), ("/in/mail.eml",)))
    assert lot.wants(item("/in/news.zip/1.txt")) and not lot.wants(item("/in/news.zip/2.txt"))
    assert lot.wants(item("/in/mail.eml/report.pdf", 1))
    assert lot.wants(ReadItem(0, None))


def test_the_window_is_told_once_until_it_looks() -> None:
    reading = Reading()
    assert [reading.put(ReadItem(place, None)) for place in range(3)] == [True, False, False]
    reading.look()
    assert reading.put(ReadItem(3, None))
    assert [one.place for one in reading.items] == [0, 1, 2, 3]


def test_a_lot_is_read_with_word_of_its_size_first(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Talks {name}\n\nThe talks went on.")
    reading = Reading()
    told: list[object] = []
    pool = ReadingPool(1)
    try:
        lot = Lot(lambda: find([str(tmp_path)]))
        import_lot.read(lot, pool, reading, told.append)
    finally:
        pool.stop()
    assert told == [2, None]
    assert reading.files == [Wanted(tmp_path / "a.txt"), Wanted(tmp_path / "b.txt")]
    assert [one.place for one in reading.items if one.read is None] == [0, 1]
