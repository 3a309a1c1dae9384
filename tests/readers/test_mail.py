"""Mail messages: the article that a message is, or passes on."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_app.domain.article import Article, ReadFile
from briefing_app.errors import UnreadableFile
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
