"""Pages saved by Safari."""

from __future__ import annotations

import plistlib
from typing import Any

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes

SENTENCE = "The alliance has stopped training soldiers in Iraq, says “Lübeck”. " * 4
PAGE = (
    f"<html><body><article><h1>Übung</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"
)


def archive(form: Any = plistlib.FMT_BINARY, **resource: Any) -> bytes:
    page = {
        "WebResourceData": PAGE.encode("cp1252"), "WebResourceTextEncodingName": "windows-1252",
        "WebResourceURL": "https://meridian.example/a", "WebResourceMIMEType": "text/html",
        **resource,
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": [page]}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_is_read_with_its_address(form: Any) -> None:
    (article,) = read_bytes("a.webarchive", archive(form)).articles
    assert article.headline == "Übung"
    assert article.paragraphs[0] == SENTENCE.strip()
    assert article.url == "https://meridian.example/a"


def test_an_archive_of_plain_text_is_read_as_text() -> None:
    data = f"A headline\n\n{SENTENCE}".encode()
    read = read_bytes("a", archive(WebResourceData=data, WebResourceMIMEType="text/plain",
                                   WebResourceTextEncodingName="nonsense"))  # fmt: skip
    assert read.articles[0].headline == "A headline"


@pytest.mark.parametrize(
    "data",
    [
        archive()[:-40], archive(WebResourceData="text"),
        plistlib.dumps({"WebMainResource": "x"}), plistlib.dumps(["WebMainResource"]),
        b"bplist00 WebMainResource" + b"\xff" * 32,
        b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><plist><dict>'
        b"<key>WebMainResource</key><string>&a;</string></dict></plist>",
    ],
)  # fmt: skip
def test_a_damaged_archive_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"“a\.webarchive”: the web archive is damaged"):
        read_bytes("a.webarchive", data)
