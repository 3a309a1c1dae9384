"""ZIP archives: what is in them comes in, and no archive can hurt."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from briefing_app.domain.article import Proposal, ReadFile, Refusal
from briefing_app.errors import BriefingError, PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.readers import Options, read, read_bytes
from briefing_app.readers.archives import archive
from briefing_app.readers.incoming import Incoming

TEXT = b"NATO paused training\n\nNATO paused its training mission in Iraq on Saturday.\n"


def packed(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files:
            target.writestr(name, data)
    return made.getvalue()


def parts(data: bytes) -> list[ReadFile | Refusal]:
    return list(read_bytes("news.zip", data).parts)


def names(data: bytes) -> list[str]:
    return [part.original.path for part in parts(data) if isinstance(part, ReadFile)]


def test_every_file_in_an_archive_comes_in_with_its_place() -> None:
    data = packed(("a.txt", TEXT), ("world/b.html", b"<p>" + TEXT), ("world/", b""))
    read_file = read_bytes("news.zip", data, path="/home/a/news.zip")
    assert read_file.articles == ()
    assert [part.original.path for part in read_file.parts if isinstance(part, ReadFile)] == [
        "/home/a/news.zip/a.txt",
        "/home/a/news.zip/world/b.html",
    ]
    assert read_file.original.data == data
    assert read_file.original.media_type == "application/zip"


def test_one_bad_file_does_not_stop_the_others() -> None:
    bad, good = parts(packed(("a.png", b"\x89PNG\r\n"), ("b.txt", TEXT)))
    assert isinstance(bad, Refusal)
    assert bad.path == "news.zip/a.png"
    assert "“a.png”" in bad.error.message
    assert isinstance(good, ReadFile)


def test_a_damaged_file_does_not_stop_the_others() -> None:
    data = bytearray(packed(("a.txt", TEXT), ("b.txt", TEXT)))
    data[40:44] = b"\xff" * 4
    bad, good = parts(bytes(data))
    assert isinstance(bad, Refusal)
    assert "“a.txt” is damaged in the archive" in bad.error.message
    assert isinstance(good, ReadFile)


def test_litter_links_folders_and_the_pictures_of_saved_pages_are_passed_over() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = packed(
        ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("docs/~$a.docx", b"x"),
        ("docs/Thumbs.db", b"x"), (link, b"/etc/passwd"), ("page.html", b"<p>" + TEXT),
        ("page_files/ad.html", b"<p>Advertisement"), ("Seite.htm", b"<p>Andere Seite. " + TEXT),
        ("Seite-Dateien/x.js", b"x"), ("other_files/c.txt", TEXT),
    )  # fmt: skip
    assert names(data) == [
        "news.zip/page.html", "news.zip/Seite.htm", "news.zip/other_files/c.txt"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"), ("/etc/a.txt", "etc/a.txt"),
        ("C:\\Users\\a.txt", "Users/a.txt"), ("..\\..\\a.txt", "a.txt"),
        ("a\u202etxt.txt", "atxt.txt"),
        ("./a/./b.txt", "a/b.txt"), ("خبر.txt", "خبر.txt"),
    ],
)  # fmt: skip
def test_a_name_is_a_name_and_leads_nowhere(name: str, shown: str) -> None:
    assert names(packed((name, TEXT))) == [f"news.zip/{shown}"]


def test_utf8_names_that_are_not_declared_are_read_right() -> None:
    data = packed(("Köln.txt", TEXT))
    undeclared = data.replace(struct.pack("<H", 0x800), b"\0\0")
    assert names(undeclared) == ["news.zip/Köln.txt"]


def test_a_name_in_the_unicode_field_is_preferred() -> None:
    entry = zipfile.ZipInfo("K?ln.txt")
    stated = "Köln.txt".encode()
    body = b"\1" + struct.pack("<I", zlib.crc32(b"K?ln.txt")) + stated
    entry.extra = struct.pack("<HH", 0x7075, len(body)) + body
    assert names(packed((entry, TEXT))) == ["news.zip/Köln.txt"]


def test_an_archive_that_unpacks_itself_is_read_by_its_name() -> None:
    program = b"MZ" + bytes(900)
    assert names(program + packed(("a.txt", TEXT))) == ["news.zip/a.txt"]
    with pytest.raises(UnsupportedFormat, match="not a text file"):
        read_bytes("news.exe", program + packed(("a.txt", TEXT)))


def test_files_of_the_same_name_both_come_in() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(("w/a.txt", TEXT), ("w/a.txt", TEXT + b"More of it."))
    assert names(data) == ["news.zip/w/a.txt", "news.zip/w/2 a.txt"]


def test_the_date_of_a_file_in_an_archive_is_a_proposal() -> None:
    dated = zipfile.ZipInfo("a.txt", (2020, 1, 6, 12, 0, 0))
    undated = zipfile.ZipInfo("b.txt")
    first, second = parts(packed((dated, TEXT), (undated, TEXT + b"More.")))
    assert isinstance(first, ReadFile)
    assert isinstance(second, ReadFile)
    assert first.articles[0].proposals == (Proposal("published", "2020-01-06", "file date"),)
    assert second.articles[0].proposals == ()


def test_archives_in_archives_are_read_but_not_without_end() -> None:
    data = packed(("a.txt", TEXT))
    for depth in range(2):
        data = packed((f"{depth}.zip", data))
    assert names(data)[-1] == "news.zip/1.zip/0.zip/a.txt"
    for depth in range(2, 5):
        data = packed((f"{depth}.zip", data))
    last = parts(data)[-1]
    assert isinstance(last, Refusal)
    assert "files within files" in last.error.message


def bomb() -> bytes:
    return packed(("a.txt", b"a" * (6 << 20)))


def overlapping() -> bytes:
    data = packed(("a.txt", TEXT * 99), ("b.txt", TEXT))
    second = data.rindex(b"PK\1\2")
    return data[: second + 42] + bytes(4) + data[second + 46 :]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb(), "unpack to an unreasonable size"),
        (overlapping(), "unpack to an unreasonable size"),
        (packed(("a.txt", TEXT))[:-30], "damaged or not complete"),
        (packed(), "no files in the archive"),
        (packed((".DS_Store", b"x")), "no files in the archive"),
        (b"PK\3\4 and nothing", "damaged or not complete"),
    ],
)
def test_an_archive_that_is_no_use_is_refused_as_a_whole(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        read_bytes("news.zip", data)
    assert refused.value.message.startswith("“news.zip”: ")
    assert refused.value.hint


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(*((f"{number}.txt", TEXT) for number in range(9)))
    monkeypatch.setattr(archive, "ENTRIES", 8)
    with pytest.raises(UnreadableFile, match=r"has 9 entries \(limit 8\)"):
        read_bytes("news.zip", data)
    monkeypatch.setattr(archive, "_MOST_LISTED", 8)
    with pytest.raises(UnreadableFile, match="has 9 entries"):
        read_bytes("news.zip", data)


@pytest.mark.parametrize(
    "inside",
    ["mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF", "Index/Document.iwa"],
)
def test_documents_that_happen_to_be_archives_are_not_taken_apart(inside: str) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        read_bytes("a.bin", packed((inside, b"x"), ("a.xml", b"<a/>")))
    assert refused.value.message.startswith("“a.bin”: ")


def encrypted(password: bytes, *, flags: int = 1) -> bytes:
    """An archive of one file under the old encryption, made by hand: zipfile cannot write one."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def feed(byte: int) -> None:
        keys[0] = crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc(keys[2], keys[1] >> 24)

    def crc(value: int, byte: int) -> int:
        return ~zlib.crc32(bytes([byte]), ~value & 0xFFFFFFFF) & 0xFFFFFFFF

    for byte in password:
        feed(byte)
    check = zlib.crc32(TEXT)
    secret = bytearray()
    for byte in bytes(11) + bytes([check >> 24]) + TEXT:
        pad = keys[2] | 2
        secret.append(byte ^ (((pad * (pad ^ 1)) >> 8) & 255))
        feed(byte)
    fields = struct.pack("<HHHHHIIIHH", 20, flags, 0, 0, 33, check, len(secret), len(TEXT), 5, 0)
    local = b"PK\3\4" + fields + b"a.txt" + secret
    listed = b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0)
    listed += b"a.txt"
    return local + listed + b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, 1, 1, len(listed), len(local), 0
    )  # fmt: skip


def test_an_encrypted_archive_asks_for_its_password_and_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "secret.zip"
    path.write_bytes(encrypted(b"geheim"))
    with pytest.raises(PasswordNeeded, match="needs its password"):
        read(path)
    with pytest.raises(PasswordNeeded, match="password of the archive is wrong"):
        read(path, Options(password="wrong"))
    (part,) = read(path, Options(password="geheim")).parts
    assert isinstance(part, ReadFile)
    assert part.articles[0].headline == "NATO paused training"


def test_a_password_is_tried_in_the_encodings_that_programs_take(tmp_path: Path) -> None:
    path = tmp_path / "secret.zip"
    for encoding in ("utf-8", "cp1252", "cp850"):
        path.write_bytes(encrypted("Schlüssel".encode(encoding)))
        assert len(read(path, Options(password="Schlüssel")).parts) == 1


def test_encryption_that_cannot_be_read_says_so() -> None:
    with pytest.raises(UnsupportedFormat, match="in a way of PKZIP"):
        archive.read_archive(Incoming("a.zip", encrypted(b"x", flags=0x41)))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    data = packed(("a.txt", TEXT), ("b/c.html", b"<p>" + TEXT), ("d.zip", packed(("e.txt", TEXT))))
    chance = random.Random(3)
    outcomes = set()
    for _ in range(400):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            outcomes.add(len(read_bytes("a.zip", bytes(changed[: chance.randint(9, 9999)])).parts))
        except BriefingError:
            outcomes.add(-1)
    assert {-1, 4} <= outcomes
