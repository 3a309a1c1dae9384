"""Folders, links, pipes and devices: no reader hangs on them, follows them or leaves its folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.importing import ImportReport, Outcome, import_files
from briefing_app.reading_pool import ReadingPool
from briefing_app.store import Store
from tests.hostile.case import SECRET, page, plain, words

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links of POSIX")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    """One process for all of them."""
    pool = ReadingPool(1, seconds_a_file=20)
    yield pool
    pool.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article, and a file outside it that nobody may read."""
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "good.txt").write_text(plain("good.txt"), encoding="utf-8")
    (tmp_path / "outside.txt").write_text(f"{SECRET}\n\n{plain('outside')}", encoding="utf-8")
    return folder


def bodies(store: Store) -> list[str]:
    return [store.articles.get(id).body for id in store.articles.ids()]


def reasons(report: ImportReport) -> list[str]:
    return [row.reason for row in report.rows if row.outcome is Outcome.REFUSED]


@posix
def test_links_in_folders_are_not_followed(store: Store, folder: Path, pool: ReadingPool) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "up").symlink_to(folder.parent)
    (folder / "self").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    report = import_files(store, [folder], read=pool.read)
    assert [Path(row.path).name for row in report.rows] == ["good.txt"]
    assert SECRET not in "".join(bodies(store))


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "dangling", "folder link", "gone"])
def test_what_is_no_file_has_its_line_and_hangs_nothing(
    store: Store, folder: Path, pool: ReadingPool, kind: str
) -> None:
    odd = folder / "odd.txt"
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "device":
        odd.symlink_to("/dev/zero")
    elif kind == "dangling":
        odd.symlink_to(folder / "nowhere")
    elif kind == "folder link":
        (folder / "empty").mkdir()
        odd.symlink_to(folder / "empty")
    report = import_files(store, [odd, folder / "good.txt"], read=pool.read)
    told = reasons(report)
    assert all("“odd.txt”" in reason for reason in told)
    assert len(told) == (kind != "folder link")
    assert any(words("good.txt") in body for body in bodies(store))


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_says_so(store: Store, folder: Path, pool: ReadingPool) -> None:
    locked = folder / "locked.txt"
    locked.write_text(plain("locked.txt"), encoding="utf-8")
    locked.chmod(0)
    report = import_files(store, [folder], read=pool.read)
    assert "“locked.txt” could not be read" in reasons(report)[0]


def test_folders_beyond_reason_end(store: Store, folder: Path, pool: ReadingPool) -> None:
    deep = folder
    for number in range(40):
        deep = deep / f"f{number}"
    deep.mkdir(parents=True)
    (deep / "too-deep.txt").write_text(plain("too deep"), encoding="utf-8")
    report = import_files(store, [folder], read=pool.read)
    assert [Path(row.path).name for row in report.rows] == ["good.txt"]


def test_litter_and_the_folder_of_a_saved_page_are_passed_over(
    store: Store, folder: Path, pool: ReadingPool
) -> None:
    (folder / "page.html").write_text(page("page.html"), encoding="utf-8")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html").write_text(page("advertisement"), encoding="utf-8")
    for litter in (".DS_Store", "~$good.docx", "Thumbs.db", ".hidden.txt", "._good.txt"):
        (folder / litter).write_text("x", encoding="utf-8")
    report = import_files(store, [folder], read=pool.read)
    assert [Path(row.path).name for row in report.rows] == ["good.txt", "page.html"]


@posix
def test_names_that_are_odd_or_no_utf_8_do_no_harm(
    store: Store, folder: Path, pool: ReadingPool
) -> None:
    for number, name in enumerate((b"a\nb.txt", b"\xff\xfe.txt", b"-rf.txt", b"$(x) `y`.txt")):
        text = plain(f"number {number}").encode()
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_bytes(text)
    report = import_files(store, [folder], read=pool.read)
    assert reasons(report) == []
    assert len(bodies(store)) == 5
    assert store.check() == []


def test_a_list_reaches_what_is_below_it_and_nothing_else(
    store: Store, folder: Path, pool: ReadingPool
) -> None:
    (folder / "list.ris").write_text(
        "TY  - NEWS\nTI  - Known\nL1  - good.txt\nER  - \n"
        "TY  - NEWS\nTI  - Outside\nL1  - ../outside.txt\nER  - \n",
        encoding="utf-8",
    )
    report = import_files(store, [folder], read=pool.read)
    (told,) = reasons(report)
    assert "“Outside”: its file “outside.txt” was not found" in told
    assert [store.articles.get(id).headline for id in store.articles.ids()] == ["Known"]
    assert SECRET not in "".join(bodies(store))
