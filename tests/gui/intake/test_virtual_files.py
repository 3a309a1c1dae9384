"""Lists of files as Windows programs hand them over."""

from __future__ import annotations

import pytest

from briefing_app.gui.intake.virtual_files import MOST_FILES, VirtualFile, listed, safe_name
from tests.gui.intake.offers import descriptor


def group(*records: bytes, count: int | None = None) -> bytes:
    return (len(records) if count is None else count).to_bytes(4, "little") + b"".join(records)


def test_names_and_sizes_are_read() -> None:
    large = 5 << 32
    raw = group(descriptor("Ümlaut “x”.msg"), descriptor("b.pdf", size=large))
    assert listed(raw) == [
        VirtualFile(0, "Ümlaut “x”.msg", 0),
        VirtualFile(1, "b.pdf", large),
    ]


def test_folders_are_left_out_and_numbers_stay() -> None:
    raw = group(descriptor("news", attributes=0x10), descriptor("news\\a.txt", attributes=0x20))
    assert listed(raw) == [VirtualFile(1, "a.txt", 0)]


def test_the_narrow_form_is_read() -> None:
    record = bytes(72) + b"caf\xe9.txt".ljust(260, b"\0")
    assert [file.name for file in listed(group(record), is_wide=False)] == ["café.txt"]


@pytest.mark.parametrize("count", [0xFFFFFFFF, 2, 1])
def test_the_count_is_not_trusted(count: int) -> None:
    assert len(listed(group(descriptor("a.txt"), count=count))) == 1


def test_so_many_files_are_taken_and_no_more() -> None:
    raw = group(*[descriptor("a.txt")] * (MOST_FILES + 5))
    assert len(listed(raw)) == MOST_FILES


@pytest.mark.parametrize("raw", [b"", b"\1\0", b"\1\0\0\0", b"\1\0\0\0" + bytes(591)])
def test_what_is_cut_off_lists_nothing(raw: bytes) -> None:
    assert listed(raw) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("..\\..\\etc/passwd", "passwd"),
        ("a\u202etxt.exe", "a_txt.exe"),
        ("con.txt", "_con.txt"),
        ("...", "file"),
        ("", "file"),
        ("a:b*c?.txt", "a_b_c_.txt"),
        ("x" * 300, "x" * 120),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
