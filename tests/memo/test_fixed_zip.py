"""Archives whose bytes depend on nothing but their files."""

from __future__ import annotations

import io
import zipfile

from briefing_app.memo.fixed_zip import EARLIEST, pack, repack


def test_files_come_back_in_order_and_without_times() -> None:
    archive = pack([("b.txt", b"two"), ("a.txt", b"one")])
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.namelist() == ["b.txt", "a.txt"]
        assert opened.read("a.txt") == b"one"
        assert {entry.date_time for entry in opened.infolist()} == {EARLIEST}


def test_times_of_another_archive_are_taken_off() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as opened:
        opened.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 6, 12, 0, 0)), b"one")
    assert repack(raw.getvalue()) == pack([("a.txt", b"one")])


def test_a_named_file_is_changed_on_the_way() -> None:
    archive = pack([("b.txt", b"two"), ("a.txt", b"one")])
    changed = repack(archive, {"b.txt": bytes.upper})
    assert changed == pack([("b.txt", b"TWO"), ("a.txt", b"one")])
