"""NewsML-G2: items and messages of agencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read, read_bytes
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "wire-ambassadors.xml"
TEXT = "The ambassadors met in Brussels on Monday and spoke about the mission in Iraq."
HEADLINE = "<headline>Ambassadors meet</headline>"


def item(
    body: str = f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>",
    meta: str = "",
    content: str = HEADLINE,
    rights: str = "",
    kind: str = "text",
) -> str:
    return (
        f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x' xml:lang='en'>{rights}"
        f"<itemMeta><itemClass qcode='ninat:{kind}'/>{meta}</itemMeta><contentMeta>{content}"
        f"</contentMeta><contentSet>{body}</contentSet></newsItem>"
    )


def only(text: str) -> Article:
    (article,) = read_bytes("a.xml", text.encode()).articles
    return article


def test_an_item_with_nitf_comes_in_with_all_that_it_says() -> None:
    read_file = read(SEED)
    (article,) = read_file.articles
    assert read_file.warnings == ()
    assert article.headline == "Ambassadors of 29 countries hear the American account of the strike"
    assert (article.publisher, article.byline) == ("Meridian Wire", "Lena Aarts, Tomas Hale")
    assert article.dateline == "BRUSSELS"
    assert article.published == "2020-01-06T16:20:00+01:00"
    assert article.updated == "2020-01-06T18:42:10+01:00"
    assert article.url == "https://meridian.example/2020/01/06/ambassadors"
    assert article.deck == "The allies stand together in words and wait with deeds"
    assert article.language == "en-GB"
    assert article.paragraphs[2] == "The mission"
    assert len(article.paragraphs) == 7
    assert {aside.kind for aside in article.set_aside} == {"caption", "credits"}
    assert set(article.provenance.values()) == {"NewsML-G2"}


def test_xhtml_is_preferred_to_plain_text_that_says_the_same() -> None:
    html = (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{TEXT}</p><p>Two.</p></body></html>"
    )
    plain = f"<inlineData contenttype='text/plain'>{TEXT} Two.</inlineData>"
    assert only(item(f"{plain}<inlineXML>{html}</inlineXML>")).paragraphs == (TEXT, "Two.")


def test_escaped_html_is_read_as_html() -> None:
    body = f"<inlineData contenttype='text/html'>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"
    assert only(item(f"{body}</inlineData>")).paragraphs == (TEXT, "Two.")


def test_every_item_of_a_message_is_an_article() -> None:
    second = item(content="<headline>Ministers meet</headline>")
    picture = item(body="<remoteContent href='a.jpg'/>", kind="picture")
    message = f"<newsMessage><itemSet>{item()}{second}{picture}</itemSet></newsMessage>"
    read_file = read_bytes("a.xml", message.encode())
    assert [article.headline for article in read_file.articles] == [
        "Ambassadors meet", "Ministers meet",
    ]  # fmt: skip
    assert read_file.warnings == ("1 of 3 items have no text.",)


@pytest.mark.parametrize(
    ("status", "words"),
    [("stat:canceled", "withdrawn by its agency"), ("stat:withheld", "withheld by its agency"),
     ("stat:usable", "")],
)  # fmt: skip
def test_a_kill_notice_is_said_aloud(status: str, words: str) -> None:
    (warning,) = [
        *read_bytes("a.xml", item(meta=f"<pubStatus qcode='{status}'/>").encode()).warnings
    ] or [""]
    assert words in warning
    assert ("“Ambassadors meet”" in warning) is bool(words)


def test_a_status_may_be_an_address_and_an_embargo_is_told() -> None:
    status = "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/>"
    embargo = "<embargoed>2020-01-07T06:00:00+01:00</embargoed>"
    killed, held = read_bytes("a.xml", item(meta=status + embargo).encode()).warnings
    assert "kill notice" in killed
    assert held == "“Ambassadors meet” is embargoed until 2020-01-07T06:00:00+01:00."


@pytest.mark.parametrize(
    ("meta", "content", "rights", "outlet"),
    [
        ("<provider literal='REUT'><name>Reuters</name></provider>", "", "", "Reuters"),
        ("<provider qcode='nprov:AFP'/>", "", "", "Agence France-Presse"),
        ("<provider uri='https://www.dw.com/'/>", "", "", "Deutsche Welle"),
        ("", "<creditline>The Courier</creditline>", "", "The Courier"),
        ("", "", "<rightsInfo><copyrightHolder literal='The Herald'/></rightsInfo>", "The Herald"),
        ("", "<infoSource><name>The Times</name></infoSource>", "", "The Times"),
        ("", "", "", ""),
    ],
)
def test_where_the_outlet_stands(meta: str, content: str, rights: str, outlet: str) -> None:
    assert only(item(meta=meta, content=HEADLINE + content, rights=rights)).publisher == outlet


def test_the_date_of_a_version_counts_where_there_is_no_other() -> None:
    article = only(item(meta="<versionCreated>2020-01-06T10:00:00Z</versionCreated>"))
    assert (article.published, article.updated) == ("2020-01-06T10:00:00+00:00", "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<packageItem xmlns='x'><groupSet/></packageItem>", "it is a package"),
        ("<planningItem xmlns='x'/>", "it is a plan of coverage"),
        ("<knowledgeItem xmlns='x'/>", "a list of terms"),
        (item(body="<remoteContent href='a.jpg'/>", kind="picture"), "it is a picture"),
        (item(body="<remoteContent href='a.html'/>"), "its text is not in this file"),
        ("<newsMessage><itemSet><planningItem/></itemSet></newsMessage>", "a plan of coverage"),
        ("<!DOCTYPE newsItem SYSTEM 'x.dtd'>" + item(), "declares a document type"),
    ],
)
def test_what_holds_no_article_is_refused(data: str, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        read_bytes("a.xml", data.encode())
    assert refused.value.message.startswith("“a.xml”: ")


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.xml", SEED.read_bytes())


def test_what_frames_the_text_in_a_page_of_it_is_left_out() -> None:
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="de"><itemMeta>'
        '<itemClass qcode="ninat:text"/><provider qcode="nprov:dpa"><name>Deutsche Presse-Agentur '
        "GmbH</name></provider><versionCreated>2020-01-06T11:14:42+01:00</versionCreated>"
        "<edNote>Autor/in: Patrick Muster (London), m@x.example</edNote></itemMeta><contentMeta>"
        "<creator><name>muster.sandra</name></creator><headline>Ausbilder bleiben</headline>"
        "<dateline>London (dpa) - </dateline><creditline>dpa</creditline></contentMeta>"
        '<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><header><ul>'
        "<li>Irak</li></ul><time>06.01.2020 11:14</time><p>Extra</p><h1>Ausbilder bleiben</h1>"
        "</header><section><p>Die Minister trafen sich.</p></section><footer><p>dpa pre n1</p>"
        "</footer></body></html></inlineXML></contentSet></newsItem>"
    )
    (article,) = read_bytes("a.xml", item.encode()).articles
    assert (article.headline, article.body) == ("Ausbilder bleiben", "Die Minister trafen sich.")
    assert (article.publisher, article.dateline) == ("Deutsche Presse-Agentur", "London")
    assert (article.byline, article.published) == ("", "2020-01-06T11:14:42+01:00")
    assert [(p.field, p.value) for p in article.proposals] == [("byline", "Patrick Muster")]
