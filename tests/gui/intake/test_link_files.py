"""Files that are nothing but a link."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from briefing_app.gui.intake import link_files
from briefing_app.gui.intake.addresses import Link

PAGE = "https://example.org/a?b=c"
SHORTCUT = f"[{{000214A0}}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nIDList=\r\nURL={PAGE}\r\n"
ENTRY = f"[Desktop Entry]\nType=Link\nName=The story\nURL={PAGE}\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Story.url", SHORTCUT.encode()),
        ("Story.URL", SHORTCUT.encode("utf-16")),
        ("Story.desktop", b"\xef\xbb\xbf" + ENTRY.encode()),
        ("Story.webloc", plistlib.dumps({"URL": PAGE})),
        ("Story.webloc", plistlib.dumps({"URL": PAGE}, fmt=plistlib.FMT_BINARY)),
    ],
)
def test_the_address_is_found_and_the_name_is_the_title(name: str, data: bytes) -> None:
    assert link_files.parse(name, data) == Link(PAGE, "Story")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.url", b""),
        ("a.url", b"URL without a section"),
        ("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd"),
        ("a.desktop", b"[Desktop Entry]\nType=Application\nExec=rm"),
        ("a.webloc", b"<plist><dict>"),
        ("a.webloc", b"bplist00\xff\xff\xff"),
        ("a.webloc", b'<!DOCTYPE x [<!ENTITY a "b">]><plist><dict><key>URL</key></dict></plist>'),
        ("a.webloc", plistlib.dumps([PAGE])),
        ("a.txt", SHORTCUT.encode()),
        ("a.url", SHORTCUT.encode() + b"x" * link_files.MOST_BYTES),
    ],
)
def test_what_is_no_link_gives_none(name: str, data: bytes) -> None:
    assert link_files.parse(name, data) is None


def test_a_file_that_is_gone_gives_none(tmp_path: Path) -> None:
    assert link_files.read(str(tmp_path / "gone.url")) is None


def test_damaged_files_raise_nothing() -> None:
    whole = plistlib.dumps({"URL": PAGE}, fmt=plistlib.FMT_BINARY)
    for place in range(len(whole)):
        for byte in (0, 0x5F, 0xFF):
            link_files.parse("a.webloc", whole[:place] + bytes([byte]) + whole[place + 1 :])
        assert link_files.parse("a.webloc", whole[:place]) is None
