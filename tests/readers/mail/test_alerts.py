"""Alerts name pages and hold none of them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import OnlyALink
from briefing_app.readers import read_bytes

TEASER = "The alliance has stopped training soldiers, its spokesman said on Saturday …"
LONG = "The alliance has stopped training soldiers in Iraq, its spokesman said on Saturday. " * 9


def item(headline: str, address: str, text: str = TEASER) -> str:
    target = f"https://www.google.com/url?rct=j&amp;sa=t&amp;url={address}&amp;ct=ga&amp;cd=C1"
    return (
        f'<tr><td><a href="{target}"><b>NATO</b> {headline}</a><div>Meridian Wire</div>'
        f'<div>{text}</div><a href="{target}"><img src="x.png"></a>'
        f'<a href="https://www.google.com/alerts/feedback?ffu={address}">Flag as irrelevant</a>'
        "</td></tr>"
    )


def alert(*items: str, sender: str = "Google Alerts <googlealerts-noreply@google.com>") -> ReadFile:
    mail = EmailMessage()
    mail["From"] = sender
    mail["Subject"] = "Google Alert - NATO Iraq" if "oogle" in sender else "This week"
    mail["Date"] = "Sat, 04 Jan 2020 15:12:00 +0100"
    mail["Message-ID"] = "<1@google.example>"
    mail.set_content("NATO Iraq\n\nSee more results")
    page = f"<p>NATO Iraq</p><table>{''.join(items)}</table><a href='https://x.example'>Edit</a>"
    mail.add_alternative(page, subtype="html")
    return read_bytes("alert.eml", mail.as_bytes())


HALTS = item("halts training in Iraq", "https://meridian.example/halts%3Fid%3D7")
MEETS = item("ambassadors meet on Monday", "https://www.post.example/meets")


def test_every_page_is_a_line_with_its_own_address() -> None:
    read = alert(HALTS, MEETS)
    assert read.articles == ()
    assert read.warnings == ("This is an alert: it names pages, and holds none of them.",)
    found = []
    for part in read.parts:
        assert isinstance(part, Refusal)
        assert isinstance(part.error, OnlyALink)
        found.append((part.path, part.error.address))
    assert found == [
        ("alert.eml/NATO halts training in Iraq", "https://meridian.example/halts?id=7"),
        ("alert.eml/NATO ambassadors meet on Monday", "https://www.post.example/meets"),
    ]


def test_a_mail_of_whole_articles_is_none() -> None:
    assert len(alert(HALTS, item("halts training", "https://x.example/a", LONG)).articles) == 1
    news = "Meridian News Alert <alert@meridian.example>"
    assert len(alert(HALTS, MEETS, sender=news).articles) == 1


def test_an_alert_without_links_is_read_as_a_message() -> None:
    read = alert(f"<tr><td>{TEASER}</td></tr>")
    assert TEASER in read.articles[0].paragraphs


def digest(sender: str, text: str, page: str = "", subject: str = "Daily digest") -> ReadFile:
    mail = EmailMessage()
    mail["From"] = sender
    mail["Subject"] = subject
    mail["Date"] = "Sat, 04 Jan 2020 15:12:00 +0100"
    mail.set_content(text)
    if page:
        mail.add_alternative(page, subtype="html")
    return read_bytes("digest.eml", mail.as_bytes())


def addresses(read: ReadFile) -> list[str]:
    errors = [part.error for part in read.parts if isinstance(part, Refusal)]
    return [error.address for error in errors if isinstance(error, OnlyALink)]


def entry(headline: str, address: str) -> str:
    return (
        f"<p><a href='https://{address}'>{headline}</a><br>Meridian Wire | 3.2M reach</p>"
        f"<p>{TEASER}</p><p><a href='https://{address}'>Read the full article here</a></p>"
    )


PAGE = (
    "<p><a href='https://app.service.example/v'>View this email in your browser</a></p>"
    + entry("NATO halts training in Iraq", "meridian.example/1")
    + entry("Ambassadors meet on Monday", "post.example/2")
    + "<p><a href='https://app.service.example/unsubscribe/3'>Leave this list of readers</a></p>"
    "<p><a href='https://app.service.example/4'>Manage your alert settings</a></p>"
)


@pytest.mark.parametrize(
    "sender",
    [
        "Meltwater <no-reply@meltwater.com>",
        "Cision <news@mail.cision.com>",
        "Factiva Alert <FactivaAlert@dowjones.com>",
        "Nexis <nexis-alerts@email.lexisnexis.com>",
        "Talkwalker <alerts@talkwalker.com>",
    ],
)
def test_a_digest_of_a_press_service_is_offered_link_by_link(sender: str) -> None:
    read = digest(sender, "See the page", PAGE)
    assert read.articles == ()
    assert addresses(read) == ["https://meridian.example/1", "https://post.example/2"]


def test_an_alert_that_was_passed_on_is_still_one() -> None:
    head = (
        "<div>---------- Forwarded message ---------<br>From: Google Alerts "
        "&lt;googlealerts-noreply@google.com&gt;<br>Date: Sat, Jan 4, 2020<br>"
        "Subject: Google Alert - NATO<br>To: desk@meridian.example</div>"
    )
    read = digest("A Colleague <a.colleague@hq.example>", "FYI", head + PAGE, "Fwd: Google Alert")
    assert read.articles == ()
    assert len(addresses(read)) == 2


def test_an_alert_in_plain_text_names_its_pages_too() -> None:
    text = (
        "NATO halts training in Iraq\nhttps://meridian.example/1\n\n"
        "Ambassadors meet on Monday <https://post.example/2>\n\n"
        "1. Lawmakers vote in Baghdad https://post.example/3\n\n"
        "Manage your alert settings\nhttps://service.example/4\n"
    )
    read = digest("Meltwater <no-reply@meltwater.com>", text)
    assert read.articles == ()
    assert "https://meridian.example/1" in addresses(read)
    assert "https://post.example/3" in addresses(read)
    assert not any("service.example" in address for address in addresses(read))


SENTENCES = (
    "The alliance has stopped training soldiers in Iraq, its spokesman said on Saturday evening.",
    "The ambassadors will meet on Monday in Brussels to talk about what may happen afterwards.",
    "Nobody expects that the training will begin again before the parliament has voted on it.",
)


@pytest.mark.parametrize(
    "sender", ["Cision News <noreply@news.cision.com>", "Factiva <alerts@dowjones.com>"]
)
def test_a_press_release_that_a_service_sends_is_an_article(sender: str) -> None:
    link = "<a href='https://firm.example/1'>See what the firm said last year</a>"
    page = "".join(f"<p>{text}</p>" for text in (*SENTENCES, link))
    (article,) = digest(sender, "See the page", page).articles
    assert article.body.startswith("\n".join(SENTENCES))


def test_a_letter_with_a_linked_sentence_is_no_alert() -> None:
    page = "<p>Have a look at <a href='https://x.example/1'>this long report on Iraq</a> today.</p>"
    (article,) = digest("A Colleague <colleague@meltwater.com>", "See the page", page).articles
    assert "this long report on Iraq" in article.body


def test_who_is_named_in_a_text_did_not_send_it() -> None:
    text = "Questions go to help@meltwater.com.\n\nNATO halts training\nhttps://x.example/1\n"
    assert len(digest("A Colleague <a.colleague@hq.example>", text).articles) == 1


def test_a_headline_may_have_its_outlet_and_first_words_above_the_address() -> None:
    text = (
        "=== News - 2 new results for [NATO Iraq] ===\n\nTrainers leave Taji for Kuwait\n"
        f"Meridian Wire\n{TEASER}\n<https://meridian.example/a>\n\nAllies meet again in Brussels\n"
        f"Post\n{TEASER}\n<https://post.example/b>\n"
    )
    read = digest("Google Alerts <googlealerts-noreply@google.com>", text)
    names = [part.path.partition("/")[2] for part in read.parts if isinstance(part, Refusal)]
    assert names == ["Trainers leave Taji for Kuwait", "Allies meet again in Brussels"]
