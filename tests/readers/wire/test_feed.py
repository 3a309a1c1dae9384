"""Feeds: one article an item, with what the feed says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import Article, Proposal
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "baltic-wire-world.rss"
SENTENCE = "The ambassadors met in Brussels on Monday and spoke about the mission in Iraq. "
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(item: str, channel: str = "<title>The Courier</title>", head: str = "") -> bytes:
    text = f'<rss version="2.0" {CONTENT} xmlns:dc="http://purl.org/dc/elements/1.1/">'
    return f"{head}{text}<channel>{channel}<item>{item}</item></channel></rss>".encode()


def full(text: str) -> str:
    return f"<content:encoded><![CDATA[{text}]]></content:encoded>"


def only(data: bytes, name: str = "a.xml") -> Article:
    (article,) = read_bytes(name, data).articles
    return article


def test_every_item_with_text_is_an_article() -> None:
    read = read_bytes(SEED.name, SEED.read_bytes())
    first, second, third = read.articles
    assert read.original.media_type == "application/rss+xml"
    assert first.headline == "Trainers leave Camp Taji & wait in Kuwait"
    assert first.published == "2020-01-07T18:20:00+02:00"
    assert first.url == "https://baltic-wire.example/2020/01/07/trainers-kuwait?id=71"
    assert first.deck == "Part of the instructors were flown out of Iraq on Tuesday."
    assert (first.publisher, first.byline, first.dateline) == (
        "Baltic Wire", "Rasa Kalnina", "VILNIUS",
    )  # fmt: skip
    assert first.paragraphs[3] == "What comes next"
    assert "PIXEL" not in first.body
    assert "appeared first" not in first.body
    assert second.headline == "“No appetite for a wider war”: ministers in Brussels"
    assert second.byline == "Tomas Lind, Rasa Kalnina"
    assert second.published == "2020-01-06T21:05:00+00:00"
    assert second.paragraphs[1] == "“There is no appetite for a wider war,” the diplomat said."
    assert third.paragraphs[0].startswith("The price of a barrel rose")


def test_a_teaser_is_told_from_a_text() -> None:
    warnings = read_bytes(SEED.name, SEED.read_bytes()).warnings
    assert warnings == (
        "Only the teaser is in the feed of “Oil jumps, then thinks again”; import the page for "
        "the text.",
    )


@pytest.mark.parametrize(
    ("item", "is_teaser"),
    [
        (f"<description>{SENTENCE}</description>", True),
        (f"<description>{SENTENCE * 30}</description>", False),
        (f"<description>{SENTENCE * 30} Read more</description>", True),
        (full(f"<p>{SENTENCE}</p>"), False),
        (full(f"<p>{SENTENCE}</p><p><a>Continue reading…</a></p>"), True),
    ],
)
def test_how_a_teaser_is_known(item: str, is_teaser: bool) -> None:
    read = read_bytes("a.rss", rss(f"<title>Ministers meet</title>{item}"))
    assert bool(read.warnings) is is_teaser


def test_an_item_without_text_is_counted() -> None:
    data = rss(f"<title>A</title>{full(SENTENCE)}</item><item><title>B</title>")
    assert read_bytes("a.rss", data).warnings == ("1 item has no text and did not come in.",)


def test_an_atom_entry_in_xhtml_of_its_own_language() -> None:
    data = f"""<?xml version="1.0"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://courier.example/">
      <title type="html">The &lt;b&gt;Courier&lt;/b&gt;</title>
      <author><name>The Desk</name></author>
      <entry xml:lang="de">
        <title type="html">Ministers &amp;amp; generals</title>
        <link rel="self" href="/self"/><link href="world/1?fbclid=x"/>
        <author><name>Jane Doe</name><email>jane@courier.example</email></author>
        <author><name>John Roe</name></author>
        <published>2020-01-06T10:00:00Z</published><updated>2020-01-07T11:00:00+01:00</updated>
        <summary>Another beginning.</summary>
        <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">
          <x:p>{SENTENCE}</x:p><x:p>“So it <x:b>is</x:b>,” he said.</x:p></x:div></content>
      </entry></feed>""".encode()
    article = only(data)
    assert article.headline == "Ministers & generals"
    assert article.url == "https://courier.example/world/1"
    assert article.byline == "Jane Doe, John Roe"
    assert (article.published, article.updated) == (
        "2020-01-06T10:00:00+00:00", "2020-01-07T11:00:00+01:00",
    )  # fmt: skip
    assert article.language == "de"
    assert article.deck == "Another beginning."
    assert article.paragraphs == (SENTENCE.strip(), "“So it is,” he said.")
    assert article.provenance["byline"] == "feed"


def test_a_date_of_change_is_only_proposed_as_that_of_publication() -> None:
    article = only(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>Ministers</title>'
        b"<updated>2020-01-07T11:00:00Z</updated><content>Ministers met.</content></entry></feed>"
    )
    assert article.published == ""
    assert article.proposals == (
        Proposal("published", "2020-01-07T11:00:00+00:00", "last change in the feed"),
    )


def test_a_single_entry_is_a_feed_of_one() -> None:
    data = f"""<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>Ministers</title>
    <content>{SENTENCE}</content></entry>"""
    assert only(data.encode()).headline == "Ministers"


def test_rss_1_0_items_stand_beside_their_channel() -> None:
    article = only(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://c.example/"><title>The Courier</title></channel>
        <item rdf:about="https://c.example/1"><title>Ministers meet</title>
        <link>https://c.example/1</link><dc:date>2020-01-06</dc:date><dc:creator>Doe</dc:creator>
        <description>{SENTENCE}</description></item></rdf:RDF>""".encode()
    )
    assert (article.publisher, article.published, article.byline, article.url) == (
        "The Courier", "2020-01-06", "Doe", "https://c.example/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "outlet"),
    [("Reuters: World News", "Reuters"), ("World news | The Guardian", "The Guardian"),
     ("BBC News - World", "BBC News"), ("The Courier – politics", "The Courier – politics")],
)  # fmt: skip
def test_the_outlet_is_in_the_title_of_the_feed(title: str, outlet: str) -> None:
    data = rss(f"<title>A</title>{full(SENTENCE)}", f"<title>{title}</title>")
    assert only(data).publisher == outlet


def test_the_source_of_a_collected_item_is_its_outlet() -> None:
    item = f"<title>A</title><source url='https://x.example'>The Herald</source>{full(SENTENCE)}"
    assert only(rss(item)).publisher == "The Herald"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("Mon, 06 Jan 2020 14:03:00 +0100", "2020-01-06T14:03:00+01:00"),
        ("06 Jan 20 14:03 EST", "2020-01-06T14:03:00-05:00"),
        ("2020-01-06T14:03:00.123Z", "2020-01-06T14:03:00+00:00"),
        ("Mon, 06 Jan 2020", "2020-01-06"),
        ("yesterday", ""), ("32 Jan 2020", ""),
    ],
)  # fmt: skip
def test_dates_keep_their_zone(date: str, iso: str) -> None:
    assert only(rss(f"<title>A</title><pubDate>{date}</pubDate>{full(SENTENCE)}")).published == iso


def test_the_link_may_be_a_permanent_id_or_go_round_by_a_counter() -> None:
    counted = (
        "<link>https://feedproxy.example/x</link><f:origLink xmlns:f='http://rssnamespace.org/"
        "feedburner/ext/1.0'>https://c.example/1</f:origLink>"
    )
    assert only(rss(f"{counted}{full(SENTENCE)}")).url == "https://c.example/1"
    assert only(rss(f"<guid>https://c.example/2</guid>{full(SENTENCE)}")).url.endswith("/2")
    assert only(rss(f"<guid isPermaLink='false'>https://c/3</guid>{full(SENTENCE)}")).url == ""
    assert only(rss(f"<link>javascript:alert(1)</link>{full(SENTENCE)}")).url == ""


def test_titles_of_pictures_are_not_those_of_the_item() -> None:
    media = '<media:title xmlns:media="http://search.yahoo.com/mrss/">A picture</media:title>'
    assert only(rss(f"{media}<title>Ministers meet</title>{full(SENTENCE)}")).headline == (
        "Ministers meet"
    )


def test_an_undeclared_entity_does_not_spoil_the_feed() -> None:
    data = rss(f"<title>Ministers&nbsp;meet</title>{full(SENTENCE)}")
    assert only(data).headline.startswith("Ministers")


def test_a_feed_in_another_encoding_is_read_right() -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?>'
    data = rss(f"<title>Köln</title>{full('Die Minister trafen sich in Köln.')}", head=head)
    assert only(data.decode().encode("latin-1")).headline == "Köln"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<rss><channel><title>x</title></channel></rss>", "no article text in this feed"),
        (b"<!DOCTYPE rss SYSTEM 'file:///etc/passwd'>" + rss(full(SENTENCE)), "document type"),
        (b"<rss <<<", "not readable XML|no article text"),
    ],
)
def test_a_feed_that_is_no_use_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        read_bytes("a.rss", data)
    assert refused.value.message.startswith("“a.rss”: ")


def test_an_external_entity_brings_in_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET", encoding="utf-8")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(UnreadableFile, match="document type"):
        read_bytes("a.rss", rss(f"<title>&x;</title>{full('&x;')}", head=head))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.rss", SEED.read_bytes())
