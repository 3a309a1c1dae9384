"""The headline in a page's title: without the names of site and section around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import find_date
from briefing_app.readers.web.html_tree import text_of

_SIGNS = "[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
_SEPARATOR = re.compile(
    rf"\s+(?:[|–—»«·•:~-]|::|//)+\s+|\s*[|｜»]+\s*|\s*：(?=[^：]*$)|(?<={_SIGNS})[_-]+|_+(?={_SIGNS})"
)
_SITE_OF_SIGNS = re.compile(
    rf"{_SIGNS}{{0,10}}(网|網|网站|官网|新闻|新聞|频道|日报|晚报|订阅|在线|传媒|客户端|ニュース|新聞社|뉴스|일보)"
)
_FEWEST_LETTERS, _FEWEST_SIGNS = 12, 5
"""Of a headline; a heading with less may be the name of a section."""

_LONGEST_DATE = 30
_CUT_OFF = re.compile(r"(\.\.\.|…)$")


def headings(tree: HtmlElement) -> list[str]:
    """The headings of a page that may be its headline, those of the first rank before others.

    The name of the site, which leads to its first page, is none.
    """
    found = [node for name in ("h1", "h2") for node in tree.iter(name) if not leads_home(node)]
    texts = (one_line(text_of(node)) for node in found)
    return list(dict.fromkeys(text for text in texts if text))


def headline_in(title: str, shown: Sequence[str], publisher: str, url: str) -> str:
    """The headline in a title, as the headings `shown` on the page and the site's names tell it.

    What they do not tell stays.
    """
    for heading in filter(_may_be_headline, shown):
        if _matches(title, heading):
            return title
        if _CUT_OFF.search(title) and _starts(heading, _CUT_OFF.sub("", title)):
            return heading
        if found := _part_at_end(title, heading):
            return found
    parts = _SEPARATOR.split(title)
    ends = [match.span() for match in _SEPARATOR.finditer(title)]
    first, last = 0, len(parts) - 1
    while last > first and _is_site(parts[last], publisher, url):
        last -= 1
    while first < last and _is_site(parts[first], publisher, url):
        first += 1
    start = ends[first - 1][1] if first else 0
    end = ends[last][0] if last < len(ends) else len(title)
    return title[start:end].strip() or title


def is_about(headline: str, titles: Iterable[str]) -> bool:
    """Whether a headline has a word in common with any of the titles, or there is none of them."""
    words = set(re.findall(r"\w{3,}", headline.casefold()))
    if not words:
        return True
    others = [set(re.findall(r"\w{3,}", title.casefold())) for title in titles if title]
    return not others or any(words & other for other in others)


def leads_home(node: HtmlElement) -> bool:
    """Whether a heading is a link to the first page of its site, as names of sites are."""
    links = [urlsplit(link.get("href") or "x") for link in node.iter("a") if link.get("href")]
    return any(not link.path.strip("/") and not link.query and not link.fragment for link in links)


def _may_be_headline(text: str) -> bool:
    signs = len(re.findall(_SIGNS, text))
    return signs >= _FEWEST_SIGNS or (len(text) >= _FEWEST_LETTERS and " " in text)


def _part_at_end(title: str, heading: str) -> str:
    """`heading` where a title begins or ends with it and something else is parted from it."""
    for match in _SEPARATOR.finditer(title):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if _matches(before, heading):
            return before
        if _matches(after, heading):
            return after
    return ""


def _is_site(part: str, publisher: str, url: str) -> bool:
    if outlets.is_same(part, publisher) or _SITE_OF_SIGNS.fullmatch(part):
        return True
    if outlets.is_printed(outlets.printed_name(part)):
        return True
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    bare = _bare(part)
    if bare and bare in (_bare(host), _bare(host.partition(".")[0])):
        return True
    return len(part) <= _LONGEST_DATE and bool(find_date(part))


def _matches(text: str, other: str) -> bool:
    return bool(text) and _bare(text) == _bare(other)


def _starts(text: str, beginning: str) -> bool:
    return bool(_bare(beginning)) and _bare(text).startswith(_bare(beginning))


@lru_cache(maxsize=32)  # a title is compared with all headings, a heading with parts of titles
def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, plain))
