"""Web pages for tests: an article of as many paragraphs as are wanted."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes


def read(body: str) -> Article:
    """The article of a page with this markup below its headline."""
    page = f"<html><body><article><h1>Head</h1>{body}</article></body></html>"
    return read_bytes("a.html", page.encode()).articles[0]


def sentence(number: int) -> str:
    """Long enough for a paragraph of running text, and unlike those of other numbers."""
    return (
        f"Paragraph {number} tells how the alliance moved trainers from Baghdad to Kuwait and why "
        f"the {number} allies agreed to it in Brussels, and what they said about it."
    )


def paragraphs(count: int) -> str:
    """The markup of so many of them, numbered from 0."""
    return "".join(f"<p>{sentence(n)}</p>" for n in range(count))
