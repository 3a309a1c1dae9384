"""Mail messages: the article that a message is, or passes on."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_app.domain.article import Article, ReadFile
from briefing_app.errors import OnlyALink, UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes

FIRST = "The alliance has stopped training soldiers in Iraq, its spokesman said on Saturday. " * 3
SECOND = "Ambassadors will meet in Brussels on Monday and hear what the strike was about. " * 3
TEXT = f"{FIRST}\n\n{SECOND}\n"


def message(text: str = TEXT, subtype: str = "plain", **fields: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = fields.pop("sender", "Lena Aarts <lena@meridian.example>")
    mail["Subject"] = fields.pop("subject", "NATO halts training in Iraq")
    mail["Date"] = fields.pop("date", "Sat, 04 Jan 2020 15:12:00 +0100")
    mail["Message-ID"] = "<1@meridian.example>"
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text, subtype=subtype)
    return mail


def read_mail(mail: EmailMessage, name: str = "a.eml") -> ReadFile:
    return read_bytes(name, mail.as_bytes())


def article(text: str = TEXT, subtype: str = "plain", **fields: str) -> Article:
    return read_mail(message(text, subtype, **fields)).articles[0]


def aside(article: Article, kind: str) -> list[str]:
    return [item.text for item in article.set_aside if item.kind == kind]


def test_subject_sender_and_date_of_a_mail_are_those_of_the_article() -> None:
    found = article()
    assert found.headline == "NATO halts training in Iraq"
    assert found.byline == "Lena Aarts"
    assert found.published == "2020-01-04T15:12:00+01:00"
    assert found.paragraphs == (FIRST.strip(), SECOND.strip())
    assert {found.provenance[n] for n in ("headline", "byline", "published")} == {"mail header"}


def test_the_outlet_of_a_newsletter_is_its_sender() -> None:
    found = article(sender="Reuters Daily <newsletter@reuters.com>", list_unsubscribe="<x>")
    assert (found.publisher, found.byline) == ("Reuters", "")
    found = article(sender="Meridian Wire <news@meridian.example>")
    assert (found.publisher, found.byline) == ("Meridian Wire", "")


@pytest.mark.parametrize(
    "subject", ["Fwd: FW: A headline", "AW: WG: A headline", "[EXTERNAL] TR : A headline",
                "Re[2]: A headline", "إعادة توجيه: A headline", "RV: A headline"],
)  # fmt: skip
def test_what_mail_programs_put_before_a_subject_is_no_headline(subject: str) -> None:
    assert article(subject=subject).headline == "A headline"


def test_an_encrypted_message_is_refused() -> None:
    mail = message()
    mail.replace_header("Content-Type", 'application/pkcs7-mime; smime-type="enveloped-data"')
    with pytest.raises(UnreadableFile, match=r"“a\.eml”: the message is encrypted"):
        read_mail(mail)


def test_a_forwarded_article_has_the_particulars_of_its_own_message() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: Meridian Wire <news@meridian.example>\n"
        "Date: Sat, Jan 4, 2020 at 3:12 PM\nSubject: The article\nTo: <b@x.example>\n\n"
    )
    found = article(
        f"For your information.\n\n{head}{TEXT}", subject="Fwd: The article",
        sender="Tomas Hale <t@ministry.example>", date="Sun, 05 Jan 2020 08:00:00 +0100",
    )  # fmt: skip
    assert (found.headline, found.publisher, found.byline) == ("The article", "Meridian Wire", "")
    assert found.published == "2020-01-04T15:12:00"
    assert found.provenance["published"] == "forwarded mail"
    assert found.paragraphs == (FIRST.strip(), SECOND.strip())
    assert aside(found, "covering note") == ["For your information."]


def test_a_forwarded_article_without_a_date_has_that_of_the_mail_proposed() -> None:
    head = "-----Original Message-----\nFrom: Lena Aarts\nSubject: The article\n\n"
    found = article(f"{head}{TEXT}", subject="FW: The article")
    assert found.published == ""
    (proposal,) = (item for item in found.proposals if item.field == "published")
    assert (proposal.value, proposal.place) == ("2020-01-04T15:12:00+01:00", "mail header")


def test_what_a_text_says_of_itself_goes_before_what_its_message_says() -> None:
    found = article(f"By Ruth Okafor\n\nJanuary 3, 2020\n\nBRUSSELS (Reuters) - {TEXT}")
    assert (found.byline, found.published) == ("Ruth Okafor", "2020-01-03")
    assert (found.publisher, found.dateline) == ("Reuters", "BRUSSELS")


@pytest.mark.parametrize("line", ["Thursday, January 16, 2020", "When: Friday, 17 January 2020"])
def test_the_day_of_something_to_come_is_text_and_no_date_of_the_article(line: str) -> None:
    found = article(f"{line}\n\n{TEXT}")
    assert found.published == "2020-01-04T15:12:00+01:00"
    assert found.paragraphs[0] == line


def test_who_writes_to_a_mailing_list_is_the_author() -> None:
    found = article(list_id="Desk <desk.x.example>", list_post="<mailto:desk@x.example>")
    assert (found.byline, found.publisher) == ("Lena Aarts", "")


def test_the_answer_to_a_mail_is_read_without_the_mail() -> None:
    quoted = "\n".join(f"> {line}" for line in SECOND.split(". "))
    found = article(
        f"{FIRST}\n\nOn Sat, 4 Jan 2020, Tomas Hale wrote:\n{quoted}\n", subject="Re: A",
        in_reply_to="<2@x>",
    )  # fmt: skip
    assert found.paragraphs == (FIRST.strip(),)
    assert len(aside(found, "quoted mail")) > 1


def test_of_text_and_markup_that_is_read_which_has_not_lost_the_text() -> None:
    mail = message("Your mail program cannot show this message.")
    mail.add_alternative(f"<p>{FIRST}</p><p>{SECOND}</p>", subtype="html")
    assert read_mail(mail).articles[0].paragraphs == (FIRST.strip(), SECOND.strip())
    mail = message()
    mail.add_alternative("<p>Please read this online.</p>", subtype="html")
    assert read_mail(mail).articles[0].paragraphs == (FIRST.strip(), SECOND.strip())


def test_lines_that_flow_are_joined() -> None:
    mail = message("The alliance has stopped \ntraining soldiers.\n\n> quoted \n> line\n" + TEXT)
    mail.set_param("format", "flowed")
    assert read_mail(mail).articles[0].paragraphs[:2] == (
        "The alliance has stopped training soldiers.", "quoted line",
    )  # fmt: skip


def test_lines_that_flow_are_joined_without_their_space_where_that_was_put_in() -> None:
    mail = message("北约已暂停在伊 \n拉克的训练。\n" + TEXT)
    mail.set_param("format", "flowed")
    mail.set_param("delsp", "yes")
    assert read_mail(mail).articles[0].paragraphs[0] == "北约已暂停在伊拉克的训练。"


def test_attached_articles_come_in_and_the_remark_above_them_does_not() -> None:
    mail = message("Please see attached.")
    mail.add_attachment(f"A report\n\n{TEXT}".encode(), "text", "plain", filename="Bericht ü.txt")
    mail.add_attachment(b"\xff\xd8\xff", "image", "jpeg", filename="photo.jpg")
    mail.add_attachment(b"BEGIN:VCARD", "text", "vcard", filename="lena.vcf")
    read = read_mail(mail)
    assert read.articles == ()
    assert read.warnings == (
        "Attachments that are no articles were left out: photo.jpg, lena.vcf.",
        "The covering note was left out: “Please see attached.”",
    )
    (part,) = read.parts
    assert isinstance(part, ReadFile)
    assert part.original.name == "Bericht ü.txt"
    assert part.articles[0].headline == "A report"


def test_a_message_attached_to_a_message_is_read_as_one() -> None:
    outer = message("FYI", subject="Fwd: A")
    outer.add_attachment(message(subject="Über: alles"))
    (part,) = read_mail(outer).parts
    assert isinstance(part, ReadFile)
    assert part.original.name == "Über alles.eml"
    assert part.articles[0].headline == "Über: alles"


def test_pictures_in_the_text_are_left_out_without_a_word() -> None:
    mail = message(f"<p>{FIRST}<img src='cid:1'></p><p>{SECOND}</p>", "html")
    mail.add_related(
        b"\x89PNG", "image", "png", cid="<1>", filename="logo.png", disposition="inline"
    )
    assert read_mail(mail).warnings == ()
    assert "cid" not in read_mail(mail).articles[0].body


def test_what_outlook_packed_is_named_where_it_cannot_be_read() -> None:
    mail = message()
    mail.add_attachment(b"\x78\x9f", "application", "ms-tnef", filename="winmail.dat")
    assert read_mail(mail).warnings == (
        "What Outlook packed into winmail.dat could not be read and was left out.",
    )


def test_the_address_of_the_web_version_is_proposed() -> None:
    link = '<p><a href="https://m.example/view?utm_source=mail&id=7">View in your browser</a></p>'
    found = article(f"{link}<p>{FIRST}</p><p>{SECOND}</p>", "html")
    assert [(p.field, p.value) for p in found.proposals][:1] == [("publisher", "meridian.example")]
    assert ("url", "https://m.example/view?id=7") in [(p.field, p.value) for p in found.proposals]


def test_a_message_that_apple_mail_keeps_is_read_without_what_follows_it() -> None:
    data = message().as_bytes()
    file = b"%-10d\n%s<?xml version='1.0'?><plist><dict/></plist>" % (len(data), data)
    (found,) = read_bytes("7.emlx", file).articles
    assert found.paragraphs == (FIRST.strip(), SECOND.strip())


@pytest.mark.parametrize(
    "text", ["", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----"]
)
def test_a_message_without_readable_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"no text in this message|message is encrypted"):
        read_mail(message(text))


def test_an_endless_message_is_cut_and_says_so() -> None:
    read = read_mail(message(f"{FIRST}\n" * 10_000))
    assert len(read.articles[0].body) < 1_010_000
    assert "The message is very long; its end was left out." in read.warnings


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Sat, 99 Jan 2020 25:00:00 +9999", "Mon, 1 Jan 99999999 00:00:00 +0000"],
)
def test_a_broken_date_is_no_date(date: str) -> None:
    data = message().as_bytes().replace(b"Sat, 04 Jan 2020 15:12:00 +0100", date.encode())
    assert read_bytes("a.eml", data).articles[0].published == ""


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Sat, 4 Jan 2020 15:12:00 -0000", "2020-01-04T15:12:00+00:00"),
        ("Sat 04 Jan 2020 03:12 PM", "2020-01-04T15:12:00"),
        ("Sat, 4 Jan 20 15:12 +0100 (CET)", "2020-01-04T15:12:00+01:00"),
        ("2020-01-04 15:12", "2020-01-04T15:12:00"),
    ],
)
def test_a_date_in_an_odd_form_is_read(date: str, published: str) -> None:
    data = message().as_bytes().replace(b"Sat, 04 Jan 2020 15:12:00 +0100", date.encode())
    assert read_bytes("a.eml", data).articles[0].published == published


def test_what_a_mail_server_reports_is_refused() -> None:
    report = message("Your message could not be delivered.", sender="MAILER-DAEMON@x.example")
    with pytest.raises(UnsupportedFormat, match="report of a mail server"):
        read_mail(report)
    receipt = b"From: t@x.example\nSubject: Read: A\nContent-Type: multipart/report; boundary=x\n"
    parts = (
        b"\n--x\n\nYour message was read.\n--x\nContent-Type: message/disposition-notification\n"
    )
    with pytest.raises(UnsupportedFormat, match="report of a mail server"):
        read_bytes("a.eml", receipt + parts + b"\nFinal-Recipient: t@x.example\n--x--\n")


def test_a_message_of_nothing_but_a_link_gives_its_address() -> None:
    with pytest.raises(OnlyALink, match="nothing in this message but a link") as caught:
        read_mail(
            message("https://meridian.example/training?utm_source=mail\n\nSent from my iPhone")
        )
    assert caught.value.address == "https://meridian.example/training"


def test_the_text_of_a_flash_is_its_headline() -> None:
    flash = "NATO HALTS TRAINING IN IRAQ - SPOKESMAN"
    found = article(f"{flash}\n", subject=flash)
    assert (found.headline, found.body) == (flash, flash)
    assert aside(found, "repeated headline") == []


def test_the_text_that_a_server_calls_a_file_is_text() -> None:
    mail = message(f"{FIRST}")
    mail.add_attachment(SECOND.encode(), "text", "plain", filename="ATT00001.txt")
    assert read_mail(mail).articles[0].paragraphs == (FIRST.strip(), SECOND.strip())


def test_rich_text_beside_the_same_text_is_no_attached_file() -> None:
    mail = message("See the strike from both sides.")
    mail.add_alternative(b"{\\rtf1 See the strike from both sides.}", "application", "rtf")
    assert read_mail(mail).articles[0].body == "See the strike from both sides."
    assert read_mail(mail).parts == ()


def test_an_unknown_charset_is_no_trouble() -> None:
    data = message("Lübeck. " + TEXT).as_bytes().replace(b"utf-8", b"x-unheard-of")
    assert read_bytes("a.eml", data).articles[0].body.startswith("Lübeck. The alliance")


@pytest.mark.parametrize(
    ("printed", "day"),
    [("03/04/2020 10:00", "2020-04-03"), ("3/4/2020 10:00 AM", "2020-03-04"),
     ("06/04/2020 10:00", "2020-04-06"), ("05/11/2020 10:00", "2020-05-11"),
     ("11/05/2020 10:00 AM", "2020-05-11")],
)  # fmt: skip
def test_a_date_that_can_be_read_two_ways_is_proposed(printed: str, day: str) -> None:
    head = f"-----Original Message-----\nFrom: Rick Roe\nSent: {printed}\nTo: a\nSubject: A\n\n"
    found = article(head + TEXT, subject="Fwd: A", date="Fri, 15 May 2020 15:12:00 +0100")
    assert found.published == ""
    assert [p.value for p in found.proposals if p.field == "published"] == [day]
