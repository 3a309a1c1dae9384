"""Messages that are signed as a whole."""

from __future__ import annotations

import base64
import random
from email.message import EmailMessage

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes
from briefing_app.readers.mail.signed import signed_content
from tests.readers.compound_file import compound_file, outlook_item

TEXT = "The alliance has stopped training soldiers in Iraq, its spokesman in Lübeck said. " * 3
PART = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n".encode()
SIGNED = bytes.fromhex("06092a864886f70d010702")
ENVELOPED = bytes.fromhex("06092a864886f70d010703")
DATA = bytes.fromhex("06092a864886f70d010701")


def element(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    length = bytes((size,)) if size < 0x80 else b"\x83" + size.to_bytes(3, "big")
    return bytes((tag,)) + length + content


def open_ended(tag: int, *parts: bytes) -> bytes:
    return bytes((tag, 0x80)) + b"".join(parts) + b"\0\0"


def container(content: bytes, kind: bytes = SIGNED) -> bytes:
    """As most programs write it: every length is given."""
    inside = element(0x30, DATA, element(0xA0, element(0x04, content)))
    signed = element(0x30, b"\x02\x01\x01", element(0x31), inside, element(0x31))
    return element(0x30, kind, element(0xA0, signed))


def streamed(content: bytes) -> bytes:
    """As programs write it that do not know yet how much will come."""
    pieces = [element(0x04, content[n : n + 100]) for n in range(0, len(content), 100)]
    inside = open_ended(0x30, DATA, open_ended(0xA0, open_ended(0x24, *pieces)))
    signed = open_ended(0x30, b"\x02\x01\x01", element(0x31), inside, element(0x31))
    return open_ended(0x30, SIGNED, open_ended(0xA0, signed))


def mail(data: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "Lena Aarts <lena@meridian.example>"
    message["Subject"] = "NATO halts training in Iraq"
    message["Date"] = "Sat, 04 Jan 2020 15:12:00 +0100"
    message["Message-ID"] = "<1@meridian.example>"
    message.set_content(data, "application", "pkcs7-mime", filename="smime.p7m")
    return message.as_bytes()


@pytest.mark.parametrize("pack", [container, streamed])
def test_a_signed_message_is_read(pack: type) -> None:
    assert signed_content(pack(PART)) == PART
    (article,) = read_bytes("a.eml", mail(pack(PART))).articles
    assert article.body == TEXT.strip()
    assert (article.headline, article.byline) == ("NATO halts training in Iraq", "Lena Aarts")


def test_an_encrypted_message_is_refused_and_so_is_one_in_a_signed_one() -> None:
    sealed = container(PART, ENVELOPED)
    within = b"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    for data in (sealed, container(within + base64.encodebytes(sealed))):
        with pytest.raises(UnreadableFile, match="the message is encrypted"):
            read_bytes("a.eml", mail(data))


def test_a_message_that_was_signed_twice_is_read_and_one_without_end_is_not() -> None:
    head = b"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    data = container(PART)
    twice = container(head + base64.encodebytes(data))
    assert read_bytes("a.eml", mail(twice)).articles[0].body == TEXT.strip()
    for _ in range(4):
        data = container(head + base64.encodebytes(data))
    with pytest.raises(UnreadableFile, match="the message is encrypted"):
        read_bytes("a.eml", mail(data))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("IPM.Note.SMIME", container(PART)),
        ("IPM.Note.SMIME.MultipartSigned",
         b"MIME-Version: 1.0\r\nContent-Type: multipart/signed; boundary=x\r\n\r\n--x\r\n"
         + PART + b"\r\n--x\r\nContent-Type: application/pkcs7-signature\r\n\r\n0\r\n--x--\r\n"),
    ],
)  # fmt: skip
def test_a_signed_message_of_outlook_keeps_its_subject_and_sender(kind: str, data: bytes) -> None:
    attached = outlook_item(8, {}, x3707="smime.p7m", x370E="multipart/signed", x3701=data)
    tree = outlook_item(
        32, {}, x001A=kind, x0037="NATO halts training in Iraq", x0C1A="Lena Aarts", x1000="Copy"
    )
    (article,) = read_bytes(
        "a.msg", compound_file({**tree, "__attach_version1.0_#00000000": attached})
    ).articles
    assert article.body == TEXT.strip()
    assert (article.headline, article.byline) == ("NATO halts training in Iraq", "Lena Aarts")


def test_damage_brings_nothing_but_less_content() -> None:
    source = random.Random(4)
    for whole in (container(PART), streamed(PART)):
        for _ in range(300):
            data = bytearray(whole)
            data[source.randrange(len(data))] = source.randrange(256)
            content = signed_content(bytes(data[: source.randrange(len(data) + 1)]))
            assert len(content) <= len(whole)
    assert signed_content(b"\x30\x80" * 100_000) == b""
