"""Feeds, agencies' XML and JSON, lists of references, links."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, paragraphs, words

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def feed(name: str, more: str = "", head: str = "") -> bytes:
    """A feed with one item and more in the item."""
    body = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in paragraphs(name))
    content = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return (
        f"{head}<rss version='2.0' {content}><channel><title>Courier</title><item><title>Report on "
        f"{name}</title>{more}<content:encoded>{body}</content:encoded></item></channel></rss>"
    ).encode()


def cases(at: Places) -> Iterator[Case]:
    """All cases of structured data."""
    yield from _feeds(at)
    yield from _agencies(at)
    yield from _references(at)
    yield Case("x-drawing.xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", says="neither a feed")
    yield Case(
        "x-unknown.txt", b"<?xml version='1.0'?><docbook><p>x</p></docbook>", says="neither a feed"
    )
    yield Case("x-feeds.opml", b"<opml version='2.0'/>", says="a list of feeds")
    yield Case("x-settings.json", b'{"a": [1, 2, {"b": null}]}', says="neither news in ninjs")
    yield Case("x-link.webloc", b"<plist><dict><key>URL</key><string>https://c.example/1</string>"
               b"</dict></plist>", says="only a link: https://c.example/1")  # fmt: skip


def _feeds(at: Places) -> Iterator[Case]:
    for kind, head in (
        ("entity", f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{at.outside}'>]>"),
        ("parameter", f"<!DOCTYPE rss [<!ENTITY % x SYSTEM '{at.outside}'> %x;]>"),
        ("dtd", f"<!DOCTYPE rss SYSTEM '{at.server}/x.dtd'>"),
        ("laughs", f"<!DOCTYPE rss [<!ENTITY l0 'lol'>{_LAUGHS}]>"),
    ):
        name = f"x-feed-{kind}.rss"
        data = feed(name, "<author>&x;&l11;</author>", head)
        yield Case(name, data, says="declares a document type", lacks=(SECRET,))
    name = "x-feed-deep.rss"
    yield Case(name, feed(name, "<description>" + "<a>" * 50_000), says="no article text|readable")
    name = "x-feed-cut.rss"
    yield Case(name, feed(name)[:-40], (words(name),))
    name = "x-feed-hidden.rss"
    hidden = (
        f"&lt;p style='display:none'&gt;{SECRET}&lt;/p&gt;&lt;script&gt;{SECRET}&lt;/script&gt;"
    )
    data = feed(name).replace(b"</content", hidden.encode() + b"</content")
    yield Case(name, data, (words(name),), lacks=(SECRET,))
    name = "x-feed-links.rss"
    more = f"<link>javascript:alert('{SECRET}')</link><enclosure url='{at.server}/a.mp3'/>"
    yield Case(name, feed(name, more), (words(name),), lacks=("javascript",))
    name = "x-feed-include.rss"
    more = (
        f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{at.outside}' parse='text'/>"
    )
    yield Case(name, feed(name, more), (words(name),), lacks=(SECRET,))
    yield Case("x-feed-empty.rss", b"<rss><channel/></rss>", says="no article text in this feed")
    name = "x-feed-teaser.rss"
    teaser = f"<rss><channel><item><title>T</title><description>{words(name)} […]</description>"
    yield Case(name, teaser.encode(), (words(name),), "[Oo]nly the teaser")


def _agencies(at: Places) -> Iterator[Case]:
    def item(name: str, status: str = "usable", head: str = "") -> bytes:
        body = "".join(f"<p>{text}</p>" for text in paragraphs(name))
        return (
            f"{head}<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta><itemClass "
            f"qcode='ninat:text'/><pubStatus qcode='stat:{status}'/></itemMeta><contentMeta>"
            f"<headline>Report on {name}</headline></contentMeta><contentSet><inlineXML>"
            f"<html>{body}</html></inlineXML></contentSet></newsItem>"
        ).encode()

    name = "x-item-killed.xml"
    yield Case(name, item(name, "canceled"), (words(name),), "withdrawn by its agency")
    name = "x-item-entity.xml"
    head = f"<!DOCTYPE newsItem [<!ENTITY x SYSTEM '{at.outside}'>]>"
    yield Case(name, item(name, head=head), says="declares a document type")
    yield Case("x-package.xml", b"<packageItem xmlns='x'/>", says="it is a package")
    yield Case("x-ninjs-deep.json", b'{"pubstatus":' + b"[" * 90_000, says="not readable JSON")
    number = b'{"pubstatus": ' + b"9" * 20_000 + b"}"
    yield Case("x-ninjs-number.json", number, says="not readable JSON")
    odd = {"uri": 5, "type": [], "bodies": {"a": "b"}, "headlines": 7, "pubstatus": {}}
    yield Case("x-ninjs-odd.json", json.dumps(odd).encode(), says="no article text here")
    name = "x-ninjs-hidden.json"
    html = "".join(f"<p>{text}</p>" for text in paragraphs(name)) + f"<script>{SECRET}</script>"
    item_json = {"pubstatus": "usable", "headline": "Report \ud800", "body_html": html}
    yield Case(name, json.dumps(item_json).encode(), (words(name),), lacks=(SECRET, "\ud800"))


def _references(at: Places) -> Iterator[Case]:
    for kind, path in (
        ("absolute", "/etc/passwd"), ("address", at.outside), ("up", "../outside.txt"),
        ("up-and-down", "x/../../outside.txt"), ("share", "\\\\server\\share\\a.txt"),
    ):  # fmt: skip
        data = f"TY  - NEWS\nTI  - Report\nL1  - {path}\nER  - \n".encode()
        yield Case(f"x-list-{kind}.ris", data, says="was not found beside", lacks=(SECRET,))
    web = f"TY  - NEWS\nTI  - Report\nL1  - {at.server}/a.pdf\nER  - \n".encode()
    yield Case("x-list-web.ris", web, says="no text, only a link")
    yield Case("x-list-bare.ris", b"TY  - NEWS\nTI  - Report\nER  - \n", says="record has no text")
    bib = f"@article{{k, title={{Report}}, file={{:{at.outside}:PDF}}}}".encode()
    yield Case("x-list-outside.bib", bib, says="was not found beside|no text")
    yield Case("x-list-braces.bib", b"@article{k, title={" + b"{" * 90_000, says="no text|no rec")
    csl = json.dumps([{"type": "webpage", "title": ["x"], "issued": {"date-parts": [[None]]}}])
    yield Case("x-list-odd.json", csl.encode(), says="record has no text")
