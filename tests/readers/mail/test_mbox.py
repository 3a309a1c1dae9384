"""Folders of mail in one file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import UnsupportedFormat
from briefing_app.readers import read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.mail import mbox

TEXT = "The alliance has stopped training soldiers in Iraq, its spokesman said on Saturday.\n" * 3


def message(subject: str, text: str = TEXT, more: str = "") -> str:
    return (
        f"From - Sat Jan  4 15:12:00 2020\n{more}Message-ID: <{subject}>\nSubject: {subject}\n"
        "From: Lena Aarts <lena@meridian.example>\nDate: Sat, 4 Jan 2020 15:12:00 +0100\n\n"
        f"{text}\n"
    )


def folder(*messages: str) -> ReadFile:
    return read_bytes("Inbox.mbox", "".join(messages).encode())


def names(read: ReadFile) -> list[str]:
    return [part.original.name for part in read.parts if isinstance(part, ReadFile)]


def test_each_message_of_a_folder_is_an_article_of_its_own() -> None:
    read = folder(message("One"), message("Two: what next?"))
    assert read.articles == ()
    assert names(read) == ["00001 One.eml", "00002 Two what next.eml"]
    articles = [part.articles[0] for part in read.parts if isinstance(part, ReadFile)]
    assert [article.headline for article in articles] == ["One", "Two: what next?"]
    assert articles[0].published == "2020-01-04T15:12:00+01:00"


def test_a_line_that_begins_with_from_is_not_the_next_message() -> None:
    text = f"{TEXT}\n>From there the troops went north.\n\nFrom Baghdad he flew home.\n{TEXT}"
    (part,) = folder(message("One", text)).parts
    assert isinstance(part, ReadFile)
    assert "From there the troops went north." in part.articles[0].paragraphs
    assert "From Baghdad he flew home." in part.articles[0].body


def test_deleted_messages_and_those_of_the_server_are_left_out() -> None:
    deleted = message("Gone", more="X-Mozilla-Status: 0009\n")
    own = message("DON'T DELETE -- FOLDER INTERNAL DATA", more="X-IMAP: 1 2\n")
    assert names(folder(own, deleted, message("Kept"))) == ["00001 Kept.eml"]


def test_one_bad_message_does_not_stop_the_others() -> None:
    bad, good = folder(message("Empty", "\n"), message("Good")).parts
    assert isinstance(bad, Refusal)
    assert "there is no text in this message" in bad.error.message
    assert isinstance(good, ReadFile)


def test_a_folder_is_read_one_message_at_a_time_up_to_a_limit() -> None:
    data = (message("x", "y") * (mbox.MESSAGES + 5)).encode()
    inner = list(mbox.read_mbox(Incoming("a.mbox", data)).inner)
    assert len(inner) == mbox.MESSAGES + 1
    assert isinstance(inner[-1], Refusal)
    assert "more than 10,000 messages" in inner[-1].error.message


def test_whole_mailboxes_of_outlook_are_refused() -> None:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("Accounts/x/com.microsoft.__Messages/Inbox/message_00000.xml", "<a/>")
    for name in ("all.olm", "all.zip"):
        with pytest.raises(UnsupportedFormat, match="whole mailboxes"):
            read_bytes(name, data.getvalue())
    with pytest.raises(UnsupportedFormat, match="whole mailboxes"):
        read_bytes("all.pst", b"!BDN" + bytes(600))
