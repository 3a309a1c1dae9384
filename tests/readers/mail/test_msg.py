"""Messages as Outlook saves them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes
from tests.readers.compound_file import compound_file, outlook_item

FIRST = "The alliance has stopped training soldiers in Iraq, its spokesman in Lübeck said. " * 3
SECOND = "Ambassadors will meet in Brussels on Monday and hear what the strike was about. " * 3
SENT = {0x0039: "2020-01-04T14:12:00+00:00"}


def item(head: int = 32, **texts: str | bytes) -> dict[str, Any]:
    known: dict[str, str | bytes] = {
        "x0037": "NATO halts training in Iraq", "x0C1A": "Lena Aarts",
        "x5D01": "lena@meridian.example", "x1000": f"{FIRST}\r\n\r\n{SECOND}\r\n",
    }  # fmt: skip
    return outlook_item(head, SENT, **{**known, **texts})


def read_item(tree: dict[str, Any], name: str = "a.msg") -> ReadFile:
    return read_bytes(name, compound_file(tree))


def attachment(number: int, tree: dict[str, Any]) -> dict[str, Any]:
    return {f"__attach_version1.0_#{number:08X}": tree}


def test_subject_sender_and_date_are_those_of_the_article() -> None:
    (article,) = read_item(item()).articles
    assert article.headline == "NATO halts training in Iraq"
    assert article.byline == "Lena Aarts"
    assert article.published == "2020-01-04T14:12:00+00:00"
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())


def test_markup_goes_before_plain_text_and_headers_before_properties() -> None:
    headers = "Date: Sat, 4 Jan 2020 15:12:00 +0100\r\nList-Unsubscribe: <x>\r\n"
    markup = f"<html><body><p>{FIRST}</p><p>Zweitens. {SECOND}</p></body></html>".encode()
    tree = item(x007D=headers, x1013=markup, x0C1A="Meridian Wire")
    (article,) = read_item(tree).articles
    assert article.paragraphs[1] == f"Zweitens. {SECOND.strip()}"
    assert article.published == "2020-01-04T15:12:00+01:00"
    assert (article.publisher, article.byline) == ("Meridian Wire", "")


def test_a_message_of_nothing_but_rich_text_is_read() -> None:
    from compressed_rtf import compress

    text = rf"{{\rtf1\ansi\ansicpg1252 {FIRST}\par {SECOND}\par}}".encode("cp1252")
    (article,) = read_item(item(x1000="", x1009=compress(text))).articles
    assert article.paragraphs == (FIRST.strip(), SECOND.strip())


def test_attached_articles_come_in_and_pictures_do_not() -> None:
    text = outlook_item(8, {}, x3707="report.txt", x3701=f"A report\n\n{FIRST}".encode())
    picture = outlook_item(8, {}, x3707="photo.jpg", x3701=b"\xff\xd8\xff")
    tree = {**item(), **attachment(0, text), **attachment(1, picture)}
    read = read_item(tree)
    (part,) = read.parts
    assert isinstance(part, ReadFile)
    assert part.articles[0].headline == "A report"
    assert read.warnings == ("Attachments that are no articles were left out: photo.jpg.",)


def test_a_message_attached_to_a_remark_is_the_article() -> None:
    inner = item(24, x0037="The article", x1000=f"{SECOND}\r\n{FIRST}")
    outer = item(x0037="FYI", x1000="Please see below.")
    attached = {"__substg1.0_3701000D": inner, "__properties_version1.0": b"\0" * 8}
    read = read_item({**outer, **attachment(0, attached)})
    (article,) = read.articles
    assert article.headline == "The article"
    assert article.published == "2020-01-04T14:12:00+00:00"
    assert read.warnings == ("The covering note was left out: “Please see below.”",)


def test_what_is_no_message_or_encrypted_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="appointment, a contact or a task"):
        read_item(item(x001A="IPM.Appointment"))
    with pytest.raises(UnsupportedFormat, match="report of a mail server"):
        read_item(item(x001A="REPORT.IPM.Note.NDR"))
    with pytest.raises(UnreadableFile, match="the message is encrypted"):
        read_item(item(x001A="IPM.Note.SMIME"))


def test_a_damaged_message_is_refused() -> None:
    data = compound_file(item())
    for cut in (600, 1500, len(data) - 900):
        with pytest.raises(UnreadableFile, match=r"“a\.msg”: (the message is damaged|there is no)"):
            read_bytes("a.msg", data[:cut] + "__properties_version1.0".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("IPM.Schedule.Meeting.Request", "an invitation"),
        ("IPM.Schedule.Meeting.Resp.Pos", "an invitation"),
        ("IPM.Activity", "an appointment"),
        ("IPM.Outlook.Recall", "the recall"),
    ],
)
def test_what_is_no_message_is_refused_in_one_line(kind: str, said: str) -> None:
    with pytest.raises(UnsupportedFormat, match=said) as refused:
        read_item(item(x001A=kind))
    assert refused.value.hint


def test_an_item_of_a_feed_is_of_the_outlet_and_written_by_nobody() -> None:
    tree = item(x001A="IPM.Post.RSS", x0C1A="Elbe Kurier", x5D01="")
    (article,) = read_item(tree).articles
    assert (article.publisher, article.byline) == ("Elbe Kurier", "")
