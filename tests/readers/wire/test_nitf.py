"""NITF of agencies and newspapers."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read, read_bytes
from briefing_app.readers.wire.nitf import moment
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "wire-foreign-trainers.nitf.xml"
TEXT = "<p>The ambassadors met in Brussels on Monday and spoke about the mission in Iraq.</p>"
HEAD = "<hedline><hl1>Ambassadors meet</hl1></hedline>"


def nitf(content: str = TEXT, head: str = HEAD, data: str = "") -> bytes:
    return (
        f"<nitf><head>{data}</head><body><body.head>{head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    ).encode()


def only(data: bytes) -> Article:
    (article,) = read_bytes("a.xml", data).articles
    return article


def test_all_that_a_text_says_of_itself_comes_in() -> None:
    (article,) = read(SEED).articles
    assert article.url == "https://agencia.example/2020/01/07/irak-formadores"
    assert article.news_section == "Internacional"
    assert article.paragraphs[2] == "El voto de Bagdad"
    assert {aside.kind for aside in article.set_aside} == {"caption", "credits"}
    assert set(article.provenance.values()) == {"NITF"}


def test_a_newspapers_page_and_byline_are_taken_and_its_lead_only_once() -> None:
    data = (
        "<docdata><doc.copyright holder='The Harbor Ledger'/></docdata>"
        "<pubdata date.publication='20200107T000000' position.section='A' position.sequence='10'/>"
    )
    head = (
        f"{HEAD}<byline class='normalized_byline'>Castell, Miriam</byline>"
        "<byline class='print_byline'>By MIRIAM CASTELL</byline>"
    )
    content = (
        f"<block class='lead_paragraph'>{TEXT}</block>"
        f"<block class='full_text'>{TEXT}<p>Nobody spoke.</p></block>"
    )
    article = only(nitf(content, head, data))
    assert (article.publisher, article.byline) == ("The Harbor Ledger", "MIRIAM CASTELL")
    assert (article.published, article.print_page) == ("2020-01-07", "A10")
    assert len(article.paragraphs) == 2


def test_a_second_headline_is_a_deck_unless_it_repeats_the_first() -> None:
    repeated = "<hl2>Ambassadors Meet</hl2><hl2>They spoke of Iraq</hl2>"
    assert only(nitf(head=f"{HEAD}{repeated}")).deck == "They spoke of Iraq"


@pytest.mark.parametrize(
    ("norm", "iso"),
    [
        ("20200107T134500+0100", "2020-01-07T13:45:00+01:00"),
        ("20200107T134500Z", "2020-01-07T13:45:00+00:00"),
        ("20200107134500-0500", "2020-01-07T13:45:00-05:00"),
        ("20200107000000-0500", "2020-01-07"),
        ("20200107", "2020-01-07"),
        ("2020-01-07", "2020-01-07"),
        ("20201307", ""),
        ("soon", ""),
    ],
)
def test_dates_are_read_in_all_the_ways_they_are_written(norm: str, iso: str) -> None:
    assert moment(norm) == iso


def test_what_is_withdrawn_or_held_back_is_said() -> None:
    killed = read_bytes("a.xml", nitf(data="<docdata management-status='canceled'/>"))
    assert killed.warnings == (
        "“Ambassadors meet” was withdrawn by its agency (kill notice): do not use it.",
    )
    held = (
        "<docdata management-status='embargoed'><date.release norm='20200108T060000Z'/></docdata>"
    )
    assert read_bytes("a.xml", nitf(data=held)).warnings == (
        "“Ambassadors meet” is embargoed until 2020-01-08T06:00:00+00:00.",
    )


def test_a_named_document_type_is_overlooked_and_one_that_declares_refused() -> None:
    named = b"<!DOCTYPE nitf PUBLIC '-//IPTC//DTD NITF 3.3//EN' \"nitf[3].dtd\">"
    assert only(named + nitf()).headline == "Ambassadors meet"
    for declared in (
        b"<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        b"<!-- <!DOCTYPE nitf> --><!DOCTYPE nitf SYSTEM 'a>b' [<!ENTITY % x SYSTEM 'y'> %x;]>",
    ):
        with pytest.raises(UnreadableFile, match="declares a document type"):
            read_bytes("a.xml", declared + nitf("<p>&x;</p>"))


def test_a_text_without_paragraphs_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="there is no article text here"):
        read_bytes("a.xml", nitf(""))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.xml", SEED.read_bytes())
