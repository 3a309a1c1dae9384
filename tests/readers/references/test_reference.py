"""Lists of references and the files beside them: only those, and with what the list knows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read, read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.references.reference import Reference, contents_of

TEXT = "A headline of the file\n\nThe ambassadors met in Brussels on Monday, a spokesman said.\n"


def parts_of(folder: Path, *files: str, title: str = "The better title") -> list[object]:
    links = "".join(f"L1  - {file}\n" for file in files)
    (folder / "list.ris").write_text(
        f"TY  - NEWS\nTI  - {title}\nT2  - The Courier\nDA  - 2020/01/06\n{links}ER  - \n",
        encoding="utf-8",
    )
    return list(read(folder / "list.ris").parts)


def only(folder: Path, *files: str) -> ReadFile:
    (part,) = parts_of(folder, *files)
    assert isinstance(part, ReadFile)
    return part


def refused(folder: Path, *files: str) -> str:
    (part,) = parts_of(folder, *files)
    assert isinstance(part, Refusal)
    return str(part.error)


def test_what_the_list_knows_counts_more_than_what_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + "\nPublished: 7 March 2019\n", encoding="utf-8")
    part = only(tmp_path, "a.txt")
    (article,) = part.articles
    assert (article.headline, article.publisher) == ("The better title", "The Courier")
    assert article.published == "2020-01-06"
    assert article.provenance["headline"] == "RIS record"
    assert ("repeated headline", "A headline of the file") in [
        (aside.kind, aside.text) for aside in article.set_aside
    ]
    assert article.proposals == ()
    assert part.original.path == str(tmp_path / "a.txt")
    assert part.original.data == (tmp_path / "a.txt").read_bytes()


@pytest.mark.parametrize(
    "link",
    [
        "files/12/a b.txt", "./files/12/a b.txt", "file:///home/else/lib/files/12/a%20b.txt",
        "C:\\Users\\x\\Zotero\\files\\12\\a b.txt", "/var/elsewhere/12/files/12/a b.txt",
        "internal-pdf://files/12/a b.txt",
    ],
)  # fmt: skip
def test_a_file_is_found_below_the_folder_of_the_list(tmp_path: Path, link: str) -> None:
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "a b.txt").write_text(TEXT, encoding="utf-8")
    assert only(tmp_path, link).articles[0].headline == "The better title"


def test_nothing_outside_the_folder_of_the_list_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT, encoding="utf-8")
    (folder / "link.txt").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    for link in ("../secret.txt", str(secret), secret.as_uri(), "link.txt", "up/secret.txt",
                 "sub/../../secret.txt", "/etc/passwd", "file:///etc/passwd"):  # fmt: skip
        assert "was not found beside “list.ris”" in refused(folder, link)


def test_folders_and_devices_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for link in ("sub", ".", "sub/", "x\0y", "x" * 5_000):
        assert "“The better title”: " in refused(tmp_path, link)


def test_a_record_without_text_says_what_to_do(tmp_path: Path) -> None:
    assert refused(tmp_path).startswith("“The better title”: the record has no text. Import")
    link = "https://courier.example/1"
    assert f"the record has no text, only a link: {link}." in refused(tmp_path, link)


def test_one_file_that_cannot_be_read_does_not_stop_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    bad, good = parts_of(tmp_path, "a.png", "b.txt")
    assert isinstance(bad, Refusal)
    assert "the picture is damaged" in bad.error.message
    assert isinstance(good, ReadFile)


def test_a_file_that_several_records_name_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert len(parts_of(tmp_path, "a.txt", "./a.txt")) == 1


def test_a_list_in_an_archive_finds_what_lies_beside_it_there() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("lib/files/a.txt", TEXT)
        archive.writestr("lib/list.ris", "TY  - NEWS\nTI  - Better\nL1  - files/a.txt\nER  - \n")
    parts = read_bytes("lib.zip", made.getvalue()).parts
    articles = [
        article for part in parts if isinstance(part, ReadFile) for article in part.articles
    ]
    assert [article.headline for article in articles] == ["Better", "A headline of the file"]


def test_what_is_known_is_not_for_all_the_articles_of_a_file(tmp_path: Path) -> None:
    item = f"<item><title>T</title><description>{TEXT}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss><channel>{item * 2}</channel></rss>", encoding="utf-8")
    assert {article.headline for article in only(tmp_path, "a.rss").articles} == {"T"}


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no records in this list"):
        contents_of(Incoming("a.ris", b""), [], "RIS record")


def test_a_very_long_list_is_cut_and_says_so() -> None:
    contents = contents_of(Incoming("a.ris", b""), [Reference(())] * 2_001, "RIS record")
    assert contents.warnings == ["The list is very long; its first 2,000 records were read."]
    assert sum(1 for _ in contents.inner) == 2_000
