"""Web pages: hidden text, things to run or to fetch, absurd markup, wrong encodings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, page, words

_HIDDEN = {
    "display": f"<p style='display:none'>{SECRET}</p>",
    "visibility": f"<p style='Visibility : HIDDEN'>{SECRET}</p>",
    "attribute": f"<div hidden><p>{SECRET}</p></div>",
    "template": f"<template><p>{SECRET}</p></template>",
    "noscript": f"<noscript><p>{SECRET}</p></noscript>",
    "comment": f"<!-- <p>{SECRET}</p> -->",
    "script": f"<script>document.write('{SECRET}')</script>",
    "style": f"<style>p::after {{ content: '{SECRET}' }}</style>",
    "nested": f"<div style='display:none'><div><p>{SECRET}</p></div></div>",
    "aria": f"<span aria-hidden='true'>{SECRET}</span>",
    "textarea": f"<form><input value='{SECRET}'><button>{SECRET}</button></form>",
    "svg": f"<svg><text>{SECRET}</text></svg>",
    "dialog": f"<dialog><p>{SECRET}</p></dialog>",
    "collapse": f"<p style='visibility:collapse'>{SECRET}</p>",
    "faint": f"<p style='opacity:0'>{SECRET}</p><span style='font-size:0'>{SECRET}</span>",
    "aside": f"<p style='position:absolute; left:-9999px'>{SECRET}</p>",
    "details": f"<iframe srcdoc='<p>{SECRET}</p>'></iframe>",
}


def cases(at: Places) -> Iterator[Case]:
    """All cases of web pages."""
    for kind, markup in _HIDDEN.items():
        name = f"h-hidden-{kind}.html"
        yield Case(name, page(name, markup).encode(), (words(name),), lacks=(SECRET,))
    for kind, markup in _reaching(at).items():
        name = f"h-reaching-{kind}.html"
        yield Case(name, page(name, markup, markup).encode(), (words(name),), lacks=(SECRET,))
    yield from _absurd()
    yield from _wrong(at)
    yield from _without_text(at)


def _reaching(at: Places) -> dict[str, str]:
    """Markup that would fetch something, by kind."""
    return {
        "images": f"<img src='{at.server}/a' srcset='{at.server}/b 2x'><img src='{at.outside}'>",
        "frames": f"<iframe src='{at.outside}'></iframe><object data='{at.outside}'></object>",
        "scripts": f"<script src='{at.server}/x'></script>"
        f"<link rel=stylesheet href='{at.server}/a.css'>",
        "base": f"<base href='{at.server}/'><img src='a.png'><a href='b'>b</a>",
        "refresh": f"<meta http-equiv='refresh' content='0;url={at.server}/'>",
        "include": f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{at.outside}'/>",
    }


def _absurd() -> Iterator[Case]:
    attributes = " ".join(f"a{number}='x'" for number in range(50_000))
    deep = {str(number): {} for number in range(3)}
    for kind, more, head in (
        ("deep", "<div>" * 60_000 + "deep down", ""),
        ("tables", "<table><tr><td>" * 1_500, ""),
        ("attributes", f"<p {attributes}>an end</p>", ""),
        ("unclosed", "<b><i><u>" * 5_000 + "bold", ""),
        ("inline-picture", f"<img src='data:image/png;base64,{'A' * 2_000_000}'>", ""),
        ("entities", "<p>&#0;&#xD800;&#x110000;&#xFFFF;&unheard; end of it</p>", ""),
        ("comments", "<!---->" * 20_000, ""),
        ("long-title", "", f"<title>{'A title ' * 9_000}</title>"),
        ("json-broken", "", "<script type='application/ld+json'>{'broken': [</script>"),
        ("json-deep", "", f"<script type='application/ld+json'>{'[' * 90_000}</script>"),
        ("json-number", "", "<script type='application/ld+json'>"
         f"{{\"@type\":\"NewsArticle\",\"n\":{'9' * 9_000}}}</script>"),
        ("json-odd", "", "<script type='application/ld+json'>"
         f"{json.dumps({'@type': ['NewsArticle'], 'author': [[deep]], 'headline': 5})}</script>"),
        ("links", "", "<link rel='canonical' href='javascript:alert(1)'>"
         "<meta property='og:url' content='file:///etc/passwd'>"),
    ):  # fmt: skip
        name = f"h-{kind}.html"
        yield Case(name, page(name, more, head).encode(), (words(name),), lacks=("javascript:",))


def _wrong(at: Places) -> Iterator[Case]:
    for kind, declared, encoding in (
        ("declares-utf8", "utf-8", "cp1252"), ("declares-nonsense", "x-unheard-of", "utf-8"),
        ("declares-utf7", "utf-7", "utf-8"), ("declares-utf16", "utf-16", "utf-8"),
        ("is-utf16", "utf-8", "utf-16"), ("declares-base64", "base64", "utf-8"),
    ):  # fmt: skip
        name = f"h-{kind}.html"
        text = page(name, "<p>Grüße aus Köln und Málaga – „Wir bleiben“, sagte sie.</p>")
        data = text.replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
        yield Case(name, data, (words(name), "Grüße aus Köln"))
    name = "h-entity-in-xhtml.html"
    head = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{at.outside}'><!ENTITY y 'lol'>]>"
    xhtml = page(name, "<p>Here &x; it &y; comes</p>").replace("<!DOCTYPE html>", head)
    yield Case(name, xhtml.encode(), (words(name),), lacks=(SECRET,))
    name = "h-nuls.html"
    yield Case(name, page(name).encode().replace(b"trainers", b"trai\0ners"), (words(name),))
    name = "h-cut-in-tag.html"
    yield Case(name, page(name, "<p>And so on</p><p class='").encode()[:-31], (words(name),))
    name = "h-plain.html"
    yield Case(name, words(name).encode() + b"\n\nAnd a second paragraph.", (words(name),))
    name = "h-conditional.html"
    more = "<![if !IE]><p>Seen by all.</p><![endif]><![CDATA[ x ]]>"
    yield Case(name, page(name, more).encode(), (words(name),))


def _without_text(at: Places) -> Iterator[Case]:
    empty = "<html><head><title>x</title></head><body>{}</body></html>"
    for kind, body in (
        ("empty", ""), ("script", "<script>render()</script><noscript>Enable it</noscript>"),
        ("picture", "<img src='a.png' alt=''>"), ("frames", f"<iframe src='{at.server}'></iframe>"),
    ):  # fmt: skip
        data = empty.format(body).encode()
        yield Case(f"h-no-text-{kind}.html", data, says="no text on this page|no article")
    yield Case("h-huge.html", lambda: b"<html><p>x" + b" x" * (13 << 20), says="larger than 25 MB")
    prolog = b"<!---->" * 500
    yield Case(
        "h-only-comments.html", prolog, says="no text on this page|not a readable|no article"
    )
