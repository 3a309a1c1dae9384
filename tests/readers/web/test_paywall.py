"""Pages that show an article's beginning, and ask for money to go on."""

from __future__ import annotations

import pytest

from briefing_app.readers.incoming import Incoming
from briefing_app.readers.web import paywall
from briefing_app.readers.web.html import read_html_file

SENTENCE = "The alliance halted the training of Iraqi forces after the strike near the airport. "


def warnings(head: str = "", below: str = "", sentences: int = 3) -> tuple[list[str], str]:
    """What is said of a page, and its text."""
    page = (
        f"<html><head><title>Training halted</title>{head}</head><body><article>"
        f"<h1>Training halted</h1><p>{SENTENCE * sentences}</p></article>{below}</body></html>"
    )
    contents = read_html_file(Incoming("page.html", page.encode()))
    return list(contents.warnings), contents.articles[0].body


@pytest.mark.parametrize(
    "words",
    [
        "Subscribe to continue reading", "Already a subscriber? Log in", "For subscribers only",
        "To keep reading, create an account", "Jetzt weiterlesen mit dem Probeabo",
        "Dieser Beitrag ist nur für Abonnenten", "Cet article est réservé aux abonnés",
        "Suscríbete para seguir leyendo", "Contenuto riservato agli abbonati",
        "Материал доступен только подписчикам", "هذا المحتوى للمشتركين فقط",
        "この記事は会員限定です",
    ],
)  # fmt: skip
def test_a_page_that_asks_for_a_subscription_is_said_to_be_a_beginning(words: str) -> None:
    told, body = warnings(below=f'<div class="gate"><p>{words}</p></div>')
    assert told == [paywall.NOTE]
    assert body.startswith(SENTENCE.strip())


@pytest.mark.parametrize("value", ['"False"', "false", '"false"'])
def test_a_page_that_says_it_is_not_free_is_said_to_be_a_beginning(value: str) -> None:
    data = f'{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}'
    told, _ = warnings(head=f'<script type="application/ld+json">{data}</script>')
    assert told == [paywall.NOTE]


def test_a_long_text_is_whole_whatever_the_page_says() -> None:
    head = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    told, body = warnings(head, "<p>Already a subscriber? Log in</p>", sentences=30)
    assert told == []
    assert len(body) > paywall.BEGINNING


@pytest.mark.parametrize(
    "below",
    [
        "<script>var texts = ['Subscribe to continue reading'];</script>",
        '<div style="display:none">Subscribe to continue reading</div>',
        "<p>Subscribe to our newsletter</p>",
        "<p>More reading: what the ministers said</p>",
        '<script>{"isAccessibleForFree": true}</script>',
    ],
)
def test_short_pages_that_are_free_have_nothing_said_of_them(below: str) -> None:
    assert warnings(below=below)[0] == []
