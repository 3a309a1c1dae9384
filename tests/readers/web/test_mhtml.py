"""Web pages saved in one file by Chromium, old Internet Explorer, and mail programs."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes

SENTENCE = "The alliance has stopped training soldiers in Iraq, says “Lübeck”. " * 4
PAGE = (
    f"<html><body><article><h1>Übung</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"
)
CHROMIUM = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.meridian.example/a?utm_id=1\r\n"
MULTIPART = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xyz\r\n\r\n"


def part(body: bytes, *fields: str) -> bytes:
    return (
        b"--xyz\r\n"
        + "".join(f"{field}\r\n" for field in fields).encode()
        + b"\r\n"
        + body
        + b"\r\n"
    )


def saved(*parts: bytes, head: str = CHROMIUM) -> bytes:
    return (head + MULTIPART).encode() + b"".join(parts) + b"--xyz--\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "x-unheard-of"])
@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.txt"])
def test_the_page_is_read_with_its_address(charset: str, name: str) -> None:
    body = PAGE.encode("utf-8" if charset == "x-unheard-of" else charset)
    read = read_bytes(name, saved(part(body, f"Content-Type: text/html; charset={charset}")))
    (article,) = read.articles
    assert article.headline == "Übung"
    assert article.paragraphs[0] == SENTENCE.strip()
    assert article.url == "https://www.meridian.example/a"
    assert read.original.media_type == "multipart/related"


def test_the_root_is_read_and_not_the_frame_before_it() -> None:
    frame = part(b"<p>advertisement</p>", "Content-Type: text/html", "Content-ID: <frame>")
    root = part(PAGE.encode(), "Content-Type: text/html", "Content-ID: <root>",
                "Content-Location: https://meridian.example/root")  # fmt: skip
    data = saved(frame, root, head="From: x\r\n")
    data = data.replace(b"boundary=xyz", b'start="<root>"; boundary=xyz')
    (article,) = read_bytes("a.mht", data).articles
    assert article.headline == "Übung"
    assert article.url == "https://meridian.example/root"


def test_a_message_that_outlook_saved_under_this_name_is_read_as_mail() -> None:
    head = "From: Lena Aarts <l@x.example>\r\nTo: b@x.example\r\nSubject: WG: Lage\r\n"
    read = read_bytes("a.mht", saved(part(PAGE.encode(), "Content-Type: text/html"), head=head))
    assert read.articles[0].headline == "Lage"
    assert read.articles[0].byline == "Lena Aarts"


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"“a\.mhtml”: there is no web page in this file"):
        read_bytes("a.mhtml", saved(part(b"GIF89a", "Content-Type: image/gif")))
