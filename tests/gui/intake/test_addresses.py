"""Addresses that other programs name."""

from __future__ import annotations

import pytest

from briefing_app.gui.intake import addresses
from briefing_app.gui.intake.addresses import Link

PAGE = "https://example.org/a"


@pytest.mark.parametrize(
    ("address", "platform", "path"),
    [
        ("file:///home/a%20b/c.txt", "linux", "/home/a b/c.txt"),
        ("file:/home/c.txt", "linux", "/home/c.txt"),
        ("file://localhost/home/c.txt", "linux", "/home/c.txt"),
        ("/home/a%20b.txt", "linux", "/home/a%20b.txt"),
        ("file:///home/c%23d%3F.txt", "linux", "/home/c#d?.txt"),
        ("file:///C:/Users/a/b%20c.txt", "win32", "C:\\Users\\a\\b c.txt"),
        ("file:///c%3A/a.txt", "win32", "c:\\a.txt"),
        ("file:///home/c.txt%00", "linux", "/home/c.txt"),
        ("file:///home/%00c.txt", "linux", ""),
        ("file:///", "linux", ""),
    ],
)
def test_a_file_of_this_computer_has_a_path(address: str, platform: str, path: str) -> None:
    assert addresses.local_path(address.encode(), platform) == path


@pytest.mark.parametrize(
    "address",
    [
        "file://host/share/a.txt",
        "file:////host/share/a.txt",
        "file:///%2Fhost/share/a.txt",
        "file:///%5C%5Chost/share/a.txt",
        "file://192.0.2.1/a.txt",
    ],
)
def test_a_file_of_another_computer_has_none(address: str) -> None:
    """Windows would log in there, and hand over the user's name."""
    assert addresses.local_path(address.encode(), "win32") is None


def test_a_list_is_sorted_and_remarks_are_left_out() -> None:
    raw = (
        b"# remark\r\nfile:///a.txt\r\nhttps://example.org/a\r\nfile://host/b.txt\r\n"
        b"message:%3C1%3E\r\njavascript:alert(1)\r\n\r\nftp://example.org/c\r\n"
    )
    found = addresses.sort_uri_list(raw, 100, "linux")
    assert found.paths == ["/a.txt"]
    assert found.links == [Link(PAGE)]
    assert (found.elsewhere, found.messages, found.left_out) == (1, 1, False)


def test_a_list_is_cut_at_the_most() -> None:
    found = addresses.sort_uri_list(b"file:///a\nfile:///b\nfile:///c", 2, "linux")
    assert found.paths == ["/a", "/b"]
    assert found.left_out


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "http://", "https:///a", "http://[::1", "https://a b", "file:///a",
     "https://a\x00b", "https://example.org/" + "a" * 5000, "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(text: str) -> None:
    assert addresses.web_address(text) == ""
    assert addresses.links_of_text(text) == []


def test_a_link_has_its_title_on_the_second_line() -> None:
    assert addresses.link_with_title(f"{PAGE}\n  The  story \nmore") == Link(PAGE, "The story")
    assert addresses.link_with_title(f"{PAGE}\n{PAGE}") == Link(PAGE)
    assert addresses.link_with_title("The story") is None


@pytest.mark.parametrize(
    "raw",
    [
        PAGE.encode("utf-16-le"),
        PAGE.encode("utf-16"),
        PAGE.encode(),
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16-le") + b"\0",
    ],
)
def test_wide_and_narrow_text_is_told_apart(raw: bytes) -> None:
    assert addresses.decoded(raw, is_wide=True).rstrip("\0") == PAGE


def test_more_links_than_one_would_look_at_are_text() -> None:
    assert addresses.links_of_text(f"{PAGE}\n" * (addresses.MOST_LINKS + 1)) == []
