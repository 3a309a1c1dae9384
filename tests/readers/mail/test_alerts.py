"""Alerts name pages and hold none of them."""

from __future__ import annotations

from email.message import EmailMessage

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
