"""Files that only lead to a page."""

from __future__ import annotations

import pickle
import plistlib

import pytest

from briefing_app.errors import OnlyALink
from briefing_app.readers import read_bytes

ADDRESS = "https://courier.example/world/1?id=5"
PLIST = plistlib.dumps({"URL": ADDRESS.replace("?", "?a=1&")})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.url", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode()),
        ("a.txt", f"[InternetShortcut]\nIDList=\nURL={ADDRESS}&utm_source=x\n".encode()),
        ("a.url", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode("utf-16")),
        ("a.desktop", f"[Desktop Entry]\nType=Link\nURL[$e]={ADDRESS}\n".encode()),
        ("a.webloc", plistlib.dumps({"URL": ADDRESS})),
        ("a.webloc", plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY)),
        ("a.gdoc", f'{{"url": "{ADDRESS}", "doc_id": "1"}}'.encode()),
    ],
)
def test_a_link_is_refused_with_its_address(name: str, data: bytes) -> None:
    with pytest.raises(OnlyALink, match="this is only a link") as refused:
        read_bytes(name, data)
    assert refused.value.address == ADDRESS
    assert refused.value.message == f"“{name}”: this is only a link: {ADDRESS}."
    assert refused.value.hint


def test_the_address_survives_the_way_between_processes() -> None:
    with pytest.raises(OnlyALink) as refused:
        read_bytes("a.url", f"[InternetShortcut]\nURL={ADDRESS}".encode())
    copy = pickle.loads(pickle.dumps(refused.value))
    assert (copy.address, copy.message) == (ADDRESS, refused.value.message)


def test_ampersands_of_property_lists_are_read() -> None:
    with pytest.raises(OnlyALink, match=r"1\?a=1&id=5"):
        read_bytes("a.webloc", PLIST)


@pytest.mark.parametrize(
    "data",
    [b"[InternetShortcut]\nURL=file:///etc/passwd", b"[InternetShortcut]", b"bplist00\xff",
     plistlib.dumps(["x"], fmt=plistlib.FMT_BINARY), b"x"],
)  # fmt: skip
def test_a_link_to_no_page_has_no_address(data: bytes) -> None:
    with pytest.raises(OnlyALink) as refused:
        read_bytes("a.url", data)
    assert refused.value.address == ""
    assert refused.value.message == "“a.url”: this is only a link."
