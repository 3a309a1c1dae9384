"""What a drop of files and folders stands for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import files, find_files
from briefing_app.readers.files import is_companion, load, load_beside, printable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt", "A.txt", "sub/c.html", "sub/deep/d.txt", ".hidden.txt", "._a.txt", ".DS_Store",
        "~$draft.docx", "Thumbs.db", "__MACOSX/e.txt", ".git/f.txt", "picture.png",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def names(folder: Path, files: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files]


def test_a_folder_stands_for_its_files_sorted_and_without_litter(folder: Path) -> None:
    found = names(folder, find_files([folder]))
    assert found == ["A.txt", "b.txt", "picture.png", "sub/c.html", "sub/deep/d.txt"]


def test_named_files_come_as_they_are_and_once(folder: Path) -> None:
    hidden, missing = folder / ".hidden.txt", folder / "missing.txt"
    assert find_files([hidden, str(missing), hidden]) == [hidden, missing]
    assert len(find_files([folder / "b.txt", folder])) == 5


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert len(find_files([folder])) == 5


@pytest.mark.parametrize("companion", ["c_files", "c-Dateien", "c_fichiers", "c.files"])
def test_the_folder_that_a_browser_saves_with_a_page_is_left_out(
    folder: Path, companion: str
) -> None:
    litter = folder / "sub" / companion / "frame.html"
    litter.parent.mkdir()
    litter.write_text("<p>advertisement</p>")
    assert len(find_files([folder])) == 5
    page = folder / "sub" / "c.html"
    assert find_files([litter.parent, page]) == [page]


def test_a_folder_with_such_a_name_but_without_its_page_is_searched(folder: Path) -> None:
    (folder / "sub" / "my_files").mkdir()
    note = folder / "sub" / "my_files" / "note.txt"
    note.write_text("text")
    assert note in find_files([folder])
    assert find_files([note.parent]) == [note]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_in_a_folder_is_left_out_and_a_named_one_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert folder / "pipe.txt" not in find_files([folder])
    with pytest.raises(UnreadableFile, match="not an ordinary file"):
        load(folder / "pipe.txt", 100)


def test_what_cannot_be_loaded_says_which_file_and_why(folder: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"“missing\.txt” was not found"):
        load(folder / "missing.txt", 100)
    with pytest.raises(UnreadableFile, match="“sub” is a folder"):
        load(folder / "sub", 100)
    with pytest.raises(UnreadableFile, match="larger than 0 MB"):
        load(folder / "b.txt", 3)
    with pytest.raises(UnreadableFile, match=r"could not be read|was not found"):
        load(Path("a\0b.txt"), 100)
    assert load(folder / "b.txt", 4) == b"text"


def test_lists_of_references_come_before_the_files_that_they_know(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "z.ris", "y.BIB"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "c.txt").write_text("x", encoding="utf-8")
    found = [path.name for path in find_files([tmp_path])]
    assert found == ["y.BIB", "z.ris", "a.txt", "b.txt", "c.txt"]


def test_only_files_of_the_same_folder_and_below_are_beside(tmp_path: Path) -> None:
    folder = tmp_path / "list"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "a.txt").write_bytes(b"text")
    (tmp_path / "outside.txt").write_bytes(b"secret")
    assert load_beside(folder, "files/a.txt", 9) == b"text"
    for name in ("../outside.txt", str(tmp_path / "outside.txt"), "files", "none", "a\0b", ""):
        assert load_beside(folder, name, 9) is None
    with pytest.raises(UnreadableFile, match="larger than"):
        load_beside(folder, "files/a.txt", 3)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("page_files/a.js", True), ("page-Dateien/x/a.js", True), ("other_files/a.txt", False),
     ("page_files", False), ("page/a.txt", False)],
)  # fmt: skip
def test_the_folder_of_a_saved_page_is_its_companion(name: str, is_one: bool) -> None:
    assert is_companion(name, {"page.html", name}) is is_one


def test_a_name_that_is_no_text_is_shown_with_question_marks(tmp_path: Path) -> None:
    assert printable(os.fsdecode(b"a\xff.txt")) == "a?.txt"
    assert printable(tmp_path / "über.txt").endswith("über.txt")


def test_a_folder_with_too_many_files_is_refused_and_not_taken_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "FILES_LIMIT", 3)
    folder = tmp_path / "Large"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").touch()
    assert len(find_files([folder])) == 3
    (folder / "3.txt").touch()
    with pytest.raises(UnreadableFile, match="“Large” holds too many files"):
        find_files([folder])


def test_a_search_can_be_stopped_and_gives_what_it_has_found(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").touch()
    asked: list[bool] = []

    def is_stopped() -> bool:
        asked.append(len(asked) == 2)
        return asked[-1]

    assert [path.name for path in find_files([tmp_path], is_stopped)] == ["0.txt", "1.txt"]
