"""Messages that Outlook packed into winmail.dat, alone and in a mail."""

from __future__ import annotations

import random
import struct
from email.message import EmailMessage

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import BriefingError, UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes
from briefing_app.readers.mail.tnef import unpacked
from tests.readers.winmail import MESSAGE, attribute, named, sized, text, winmail

FIRST = "The alliance has stopped training soldiers in Iraq, its spokesman in Lübeck said. " * 3
SECOND = "Ambassadors will meet in Brussels on Monday and hear what the strike was about. " * 3
TEXTS: dict[int, str | bytes] = {
    0x0037: "NATO halts training in Iraq", 0x0C1A: "Lena Aarts", 0x1000: f"{FIRST}\r\n\r\n{SECOND}",
}  # fmt: skip
SENT = "2020-01-04T14:12:00+00:00"
REPORT = [text(0x3707, "bericht.txt"), text(0x3701, f"A report\n\n{FIRST}".encode())]
PICTURE = [text(0x3707, "photo.jpg"), text(0x3701, b"\xff\xd8\xff")]


def rich(*paragraphs: str) -> bytes:
    from compressed_rtf import compress

    body = "".join(f"{paragraph}\\par " for paragraph in paragraphs)
    return bytes(compress(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("cp1252")))


def mail(note: str, packed: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "Lena Aarts <lena@meridian.example>"
    message["Subject"] = "NATO halts training"
    message["Date"] = "Sat, 4 Jan 2020 15:12:00 +0100"
    message.set_content(note)
    message.add_attachment(packed, "application", "ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def test_winmail_dat_alone_is_the_message() -> None:
    read = read_bytes("winmail.dat", winmail(TEXTS, [REPORT, PICTURE], SENT))
    (article,) = read.articles
    assert article.headline == "NATO halts training in Iraq"
    assert (article.byline, article.published) == ("Lena Aarts", SENT)
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())
    (part,) = read.parts
    assert isinstance(part, ReadFile)
    assert part.articles[0].headline == "A report"
    assert read.warnings == ("Attachments that are no articles were left out: photo.jpg.",)


def test_in_a_mail_its_rich_text_is_the_body_and_its_files_are_attached() -> None:
    packed = winmail({0x1009: rich(FIRST, SECOND)}, [REPORT])
    read = read_bytes("a.eml", mail("", packed))
    (article,) = read.articles
    assert article.headline == "NATO halts training"
    assert article.published == "2020-01-04T15:12:00+01:00"
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())
    assert [part.original.name for part in read.parts if isinstance(part, ReadFile)] == [
        "bericht.txt"
    ]
    assert read.warnings == ()


def test_a_text_that_stands_in_the_mail_too_comes_in_once() -> None:
    packed = winmail({0x1009: rich(FIRST, SECOND)})
    (article,) = read_bytes("a.eml", mail(f"{FIRST}\n\n{SECOND}", packed)).articles
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())


def test_the_text_of_the_mail_stays_where_winmail_dat_has_none() -> None:
    read = read_bytes("a.eml", mail(f"{FIRST}\n\n{SECOND}", winmail({}, [REPORT])))
    (article,) = read.articles
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())
    assert len(read.parts) == 1


def test_a_message_attached_to_it_is_an_article() -> None:
    inner = winmail({**TEXTS, 0x0037: "The article"}, sent=SENT)
    attached = (0x0D, 0x3701, sized(MESSAGE + inner))
    read = read_bytes("a.eml", mail("Please see below.", winmail({}, [[attached]])))
    (article,) = read.articles
    assert (article.headline, article.published) == ("The article", SENT)


def test_named_properties_and_those_with_several_values_are_passed_over() -> None:
    several = (0x1003, 0x1234, struct.pack("<III", 2, 1, 2))
    many = (0x101F, 0x1235, struct.pack("<I", 2) + sized(b"ab\0")[4:] + sized(b"")[4:])
    boolean = (0x0B, 0x0E1F, b"\1\0\0\0")
    packed = winmail(TEXTS, more=[named("Keywords", b"abc"), several, many, boolean])
    (article,) = read_bytes("winmail.dat", packed).articles
    assert article.headline == "NATO halts training in Iraq"


def test_old_attributes_outside_the_list_of_properties_count() -> None:
    packed = winmail({})
    packed += attribute(1, 0x00018004, b"The headline\0")
    packed += attribute(1, 0x0002800C, f"{FIRST}\r\n{SECOND}\0".encode("cp1252"))
    packed += attribute(2, 0x00069002, bytes(14))
    packed += attribute(2, 0x00018010, b"BERICHT.TXT\0") + attribute(2, 0x0006800F, FIRST.encode())
    (message,) = unpacked(packed)
    assert message.fields["subject"] == "The headline"
    assert "Lübeck" in message.body.lines[0]
    assert [(file.name, file.content()) for file in message.body.attachments] == [
        ("BERICHT.TXT", FIRST.encode())
    ]


def test_a_contact_is_refused_and_so_is_what_is_damaged() -> None:
    with pytest.raises(UnsupportedFormat, match="appointment, a contact or a task"):
        read_bytes("winmail.dat", winmail({0x001A: "IPM.Contact"}))
    listed = winmail(TEXTS).index(b"\x1f\0\x37\0") - 4
    data = bytearray(winmail(TEXTS))
    data[listed : listed + 4] = b"\xff\xff\xff\x7f"
    with pytest.raises(UnreadableFile, match="what Outlook packed into winmail"):
        read_bytes("winmail.dat", bytes(data))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    inner = winmail(TEXTS, sent=SENT)
    attached = (0x0D, 0x3701, sized(MESSAGE + inner))
    data = winmail({**TEXTS, 0x1009: rich(FIRST)}, [REPORT, [attached]], SENT)
    chance = random.Random(7)
    outcomes = set()
    for _ in range(300):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            changed[chance.randrange(4, len(changed))] = chance.randrange(256)
        try:
            cut = bytes(changed[: chance.randint(9, 2 * len(data))])
            outcomes.add(len(read_bytes("winmail.dat", cut).articles))
        except BriefingError:
            outcomes.add(-1)
    assert {-1, 1, 2} <= outcomes
