"""Elements in the middle of a sentence: the sentence comes out whole."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.inline import make_plain

BEFORE = (
    "The alliance met in Brussels on Monday and spoke for hours about its mission in Iraq. " * 3
)
AFTER = "Diplomats of three allies said that there would be another meeting before the summer. " * 3


def imported(markup: str) -> list[str]:
    """What comes in of an article's markup between two long paragraphs."""
    page = (
        f"<html><body><h1>A headline of its own</h1><article><p>{BEFORE}</p>{markup}<p>{AFTER}</p>"
    )
    (article,) = read_bytes("page.html", page.encode()).articles
    return article.body.split("\n")[1:-1]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("He said <q>we stay</q> and left the room.", "He said “we stay” and left the room."),
        ("He said <q>“we <b>stay</b>”</q> and left.", "He said “we stay” and left."),
        (
            "He said <q>we <b>stay</b></q> and left the room.",
            "He said “we stay” and left the room.",
        ),
        ("They meet at <time>10:30</time> on Tuesday.", "They meet at 10:30 on Tuesday."),
        ("The <code>talks</code> go on, he said.", "The talks go on, he said."),
        ("The <label>talks</label> go <output>on</output> now.", "The talks go on now."),
        ("会議は<ruby>東京<rt>とうきょう</rt></ruby>で開かれた。", "会議は東京で開かれた。"),
    ],
)
def test_a_sentence_with_elements_in_it_stays_one_line(paragraph: str, text: str) -> None:
    assert imported(f"<p>{paragraph}</p>") == [text]


def test_a_time_that_stands_alone_stays_an_element() -> None:
    tree = html_tree.parse("<p><time datetime='2020-01-06'>Monday</time></p>")
    make_plain(tree)
    assert tree.find(".//time") is not None


def test_a_preformatted_page_comes_in_by_its_paragraphs() -> None:
    lines = [
        "The secretary general said on Monday that the mission in Iraq would",
        "go on as soon as the situation allowed it, and that all allies had",
        "agreed to this at their meeting.",
        "",
        '"We stand together," he told reporters after the meeting, which had',
        "been called at short notice and lasted for most of the afternoon in",
        "Brussels.",
    ]
    assert imported("<pre>" + "\n".join(lines) + "</pre>") == [
        " ".join(lines[:3]),
        " ".join(lines[4:]),
    ]


def test_a_short_piece_of_fixed_text_is_left_alone() -> None:
    assert imported("<pre>one\ntwo</pre>") == ["one two"]


def test_a_comment_in_the_middle_of_a_sentence_does_not_end_it() -> None:
    line = "“We<!-- --> stay in Iraq,” he<!--x--> sa<?php ?>id.<!-- --> That is all that we know."
    others = "".join(f"<p>Officer {n} said the trainers had left Baghdad.</p>" for n in range(9))
    page = f"<html><body><article><p>{line}</p>{others}</article></body></html>"
    found = read_bytes("a.html", page.encode()).articles[0].paragraphs
    assert found[0] == "“We stay in Iraq,” he said. That is all that we know."
