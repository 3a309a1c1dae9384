"""What is recognised as the article, whichever way the library was asked."""

from __future__ import annotations

import re

import pytest
from lxml.html import HtmlElement
from trafilatura import metadata, xpaths

from briefing_app.readers.web import html_tree
from briefing_app.readers.web.recognition import (
    by_all_ways,
    by_own_steps,
    may_name_authors,
    recognised,
)

SENTENCES = [
    f"Paragraph {number} tells how the alliance moved trainers from Baghdad to Kuwait and why "
    f"the {number} allies agreed to it in Brussels, and what they said about it."
    for number in range(12)
]


def paragraphs(first: int, last: int) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[first:last])


def links(count: int) -> str:
    return "".join(f"<li><a href='/{n}'>Another story {n}</a></li>" for n in range(count))


ARTICLE = f"<article><h1>Head</h1>{paragraphs(0, 6)}</article>"
TABLE = "<table><tr><td>Kuwait</td><td>120</td></tr><tr><td>Jordan</td><td>45</td></tr></table>"
PAGES = {
    "nothing but an article": ARTICLE,
    "among other texts": f"{ARTICLE}<div><p>{' '.join(SENTENCES[6:])}</p></div>",
    "below a longer text": f"<div>{paragraphs(0, 12)}</div><article>{paragraphs(3, 5)}</article>",
    "short": f"<article>{paragraphs(0, 1)}</article><div><p>{SENTENCES[4]}</p></div>",
    "very short": "<article><p>Nobody came.</p></article>",
    "in teasers": f"<div class='Teaser-list'>{paragraphs(0, 1)}</div><p>{SENTENCES[2]}</p>",
    "without any box": f"<h1>Head</h1>{paragraphs(0, 5)}<h2>More</h2>{paragraphs(5, 8)}",
    "with lists and quotations": f"<main><ul>{links(30)}</ul>{paragraphs(0, 4)}<ol><li>One.</li>"
    f"<li>Two.</li></ol><blockquote>{paragraphs(4, 6)}</blockquote></main>",
    "of tables": f"<article><p>{SENTENCES[0]}</p>{TABLE}<p>{SENTENCES[1]}</p>{TABLE * 3}</article>",
    "broken by line ends": f"<div>{'<br><br>'.join(SENTENCES)}</div>",
    "of many articles": "".join(f"<article>{paragraphs(n, n + 2)}</article>" for n in range(9)),
    "empty": "<div> </div>",
}


def parsed(body: str) -> HtmlElement:
    return html_tree.parse(f"<html><head></head><body>{body}</body></html>")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_article_is_that_which_the_library_finds_in_all_its_ways(page: str) -> None:
    whole = by_all_ways(parsed(page))
    body = recognised(parsed(page))
    assert (whole is None) == (body is None)
    if whole is not None and body is not None:
        assert html_tree.lines(body) == html_tree.lines(whole)


def test_the_steps_of_the_library_are_those_that_lead_to_the_article() -> None:
    whole = by_all_ways(parsed(ARTICLE))
    assert whole is not None
    body, text = by_own_steps(parsed(ARTICLE))
    assert html_tree.lines(body) == html_tree.lines(whole) == ["Head", *SENTENCES[:6]]
    assert text.split() == " ".join(["Head", *SENTENCES[:6]]).split()


def test_a_page_is_left_as_it_was() -> None:
    tree = parsed(ARTICLE)
    before = html_tree.lines(tree)
    assert recognised(tree) is not None
    assert html_tree.lines(tree) == before


def test_every_mark_by_which_the_library_finds_authors_is_known() -> None:
    looked_for = {*metadata.METANAME_AUTHOR, *metadata.PROPERTY_AUTHOR, *metadata.OG_AUTHOR}
    for expression in xpaths.AUTHOR_XPATHS:
        for quoted in re.findall(r"'([^']+)'", str(expression.path)):
            looked_for |= set(re.sub(r"\[(.).\]", r"\1", quoted).split("|"))  # "[Aa]uthor"
    looked_for -= {"me"}  # compared with the text of an element <rel>, which no page has
    assert len(looked_for) > 30
    marked = {mark: html_tree.parse(f'<p class="{mark}">Name</p>') for mark in looked_for}
    assert [mark for mark, tree in marked.items() if not may_name_authors(tree)] == []
    assert may_name_authors(html_tree.parse('<p>Text</p><script type="application/ld+json">'))
    assert may_name_authors(html_tree.parse("<p>Text</p><author>Jane Doe</author>"))
    assert not may_name_authors(html_tree.parse("<p>No author signed this.</p>"))
