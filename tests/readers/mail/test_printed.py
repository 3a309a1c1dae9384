"""Messages that mail programs saved as text."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.mail.printed import is_printed
from briefing_app.readers.registry import recognise
from tests.readers.mail.test_languages import TEXT

BODY = "\n\n".join(TEXT)
OUTLOOK = (
    "From:\tAarts, Lena <lena@meridian.example>\r\nSent:\tSaturday, January 4, 2020 3:12 PM\r\n"
    "To:\tTomas Hale\r\nSubject:\tFW: NATO halts training in Iraq\r\nAttachments:\ta.pdf\r\n\r\n"
)
GERMAN = (
    "Von:\tLena Aarts\r\nGesendet:\tSamstag, 4. Januar 2020 15:12\r\n"
    "An:\tTomas Hale\r\nBetreff:\tWG: NATO halts training in Iraq\r\n\r\n"
)
APPLE = (
    "From: Lena Aarts <lena@meridian.example>\nSubject: NATO halts training in Iraq\n"
    "Date: 4 January 2020 at 15:12\nTo: Tomas Hale <t@ministry.example>\n\n"
)
THUNDERBIRD = (
    "Betreff: NATO halts training in Iraq\nVon: Lena Aarts <lena@meridian.example>\n"
    "Datum: 04.01.20, 15:12\nAn: Tomas Hale <t@ministry.example>\n\n"
)


@pytest.mark.parametrize("head", [OUTLOOK, GERMAN, APPLE, THUNDERBIRD])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_its_head_is_that_of_the_article(head: str, encoding: str) -> None:
    (article,) = read_bytes("a.txt", f"{head}{BODY}\n".encode(encoding)).articles
    assert article.headline == "NATO halts training in Iraq"
    assert article.byline == "Lena Aarts"
    assert article.published == "2020-01-04T15:12:00"
    assert article.paragraphs == TEXT


@pytest.mark.parametrize(
    "text",
    [
        f"Title: NATO halts training\nAuthor: Lena Aarts\nDate: 4 January 2020\n\n{BODY}",
        f"From: Brussels\nTo: Baghdad\nA journey in three parts\n\n{BODY}",
        f"Iraq: training halted\nIran: talks go on\nNATO: what next?\n\n{BODY}",
        BODY, "", ":\n:\n:\n",
    ],
)  # fmt: skip
def test_other_texts_are_no_messages(text: str) -> None:
    assert not is_printed(text)
    if text.strip(" :\n"):
        assert recognise(Incoming("a.txt", text.encode())).name == "plain text"


def test_a_message_may_be_quoted_as_a_whole() -> None:
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in f"{APPLE}{BODY}".splitlines())
    (article,) = read_bytes("a.txt", quoted.encode()).articles
    assert (article.headline, article.byline) == ("NATO halts training in Iraq", "Lena Aarts")
    assert article.paragraphs == TEXT


def page(head: str) -> str:
    styles = "<style>p.MsoNormal {margin: 0}</style>" * 400
    text = "".join(f"<p class=MsoNormal>{paragraph}</p>" for paragraph in TEXT)
    return f"<html><head>{styles}</head><body><div>{head}</div>{text}</body></html>"


OUTLOOK_PAGE = (
    "<p class=MsoNormal><b>Von:<span> </span></b>Aarts, Lena &lt;l@meridian.example&gt;</p>"
    "<p class=MsoNormal><b>Gesendet:</b> Samstag, 4. Januar 2020 15:12</p>"
    "<p class=MsoNormal><b>An:</b> Tomas Hale</p>"
    "<p class=MsoNormal><b>Betreff:</b> AW: NATO halts training in Iraq</p>"
)
THUNDERBIRD_PAGE = (
    "<table class='header-part1'><tr><td><b>Subject: </b>NATO halts training in Iraq</td></tr>"
    "<tr><td><b>From: </b>Lena Aarts &lt;l@meridian.example&gt;</td></tr>"
    "<tr><td><b>Date: </b>Sat, 4 Jan 2020 15:12</td></tr></table>"
)


@pytest.mark.parametrize("head", [OUTLOOK_PAGE, THUNDERBIRD_PAGE])
def test_a_message_saved_as_a_page_is_read_as_one(head: str) -> None:
    (article,) = read_bytes("a.htm", page(head).encode("utf-8")).articles
    assert article.headline == "NATO halts training in Iraq"
    assert article.byline == "Lena Aarts"
    assert article.published == "2020-01-04T15:12:00"
    assert article.paragraphs == TEXT


def test_a_page_that_was_written_with_word_is_none() -> None:
    data = page("<p class=MsoNormal>NATO halts training in Iraq</p>").encode()
    assert recognise(Incoming("a.htm", data)).name == "web page"
