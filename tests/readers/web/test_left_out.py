"""What the search for the article passed over comes back, and nothing that frames the article."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from tests.readers.page_samples import paragraphs, read, sentence


def test_a_paragraph_that_was_left_out_between_two_others_comes_back() -> None:
    question = f"<p><a name='q1'>{sentence(9)}</a></p>"
    article = read(f"{paragraphs(3)}{question}<p>{sentence(5)}</p>")
    assert article.paragraphs == (*map(sentence, range(3)), sentence(9), sentence(5))


def test_headings_and_lists_come_back_where_no_box_around_the_article_is_known() -> None:
    between = "<h3>What comes next</h3>"
    points = "<ol><li>The mission stays.</li><li>The trainers come back.</li></ol>"
    links = "<ul><li><a href='/a'>Another story</a></li><li><a href='/b'>A third one</a></li></ul>"
    text = f"<p>{sentence(1)}</p>{between}<p>{sentence(2)}</p>{points}<p>{sentence(3)}</p>{links}"
    page = f"<html><body><div class='x1'>{text}<p>{sentence(4)}</p></div></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert article.paragraphs == (
        sentence(1), "What comes next", sentence(2), "1. The mission stays.",
        "2. The trainers come back.", sentence(3), sentence(4),
    )  # fmt: skip


def test_questions_above_boxed_answers_come_back_with_the_first() -> None:
    asked = [f"What about question {n} of the day?" for n in range(4)]
    body = "".join(
        f"<h3>{asked[n]}</h3><div class='answer'><p>{sentence(n)}</p></div>" for n in range(4)
    )
    page = f"<html><body><h1>Head</h1><div class='x1'>{body}</div></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert article.paragraphs == tuple(line for n in range(4) for line in (asked[n], sentence(n)))


def test_a_sentence_that_is_mostly_a_link_is_text() -> None:
    linked = "<p>See <a href='/note'>the note of the ministers on Iraq</a>.</p>"
    article = read(f"{paragraphs(2)}{linked}<p>{sentence(5)}</p>")
    assert article.paragraphs[2] == "See the note of the ministers on Iraq."


@pytest.mark.parametrize("name", ["x1", "govspeak"])
def test_lists_right_above_and_below_the_text_are_the_articles(name: str) -> None:
    above = (
        "<h2>Points</h2><ul><li>The mission stays in Iraq</li><li>Allies meet again soon</li></ul>"
    )
    begun = "<li><p>the mission began in 2018</p></li>"
    below = f"<h2>Background</h2><ul>{begun}<li>it has 500 soldiers</li></ul>"
    share = "<h3>Share</h3><ul><li>Print</li><li>Mail</li></ul>"
    text = f"<div class='{name}'>{above}{paragraphs(3)}{below}{share}</div>"
    page = f"<html><body><h1>Trainers leave Baghdad</h1>{text}</body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert article.paragraphs == (
        "Points", "The mission stays in Iraq", "Allies meet again soon",
        *map(sentence, range(3)),
        "Background", "the mission began in 2018", "it has 500 soldiers",
    )  # fmt: skip


def test_labels_and_links_right_below_the_text_are_not_the_articles() -> None:
    labels = "<ul><li>Iraq</li><li>Alliance</li></ul>"
    links = "<ul><li><a href='/a'>Another story of ours on Iraq</a></li></ul>"
    for after in (labels, links, f"<h3>More</h3>{links}", f"<hr><p>Share</p>{labels}"):
        page = f"<html><body><div class='x1'>{paragraphs(3)}{after}</div></body></html>"
        article = read_bytes("a.html", page.encode()).articles[0]
        assert article.paragraphs == tuple(map(sentence, range(3)))


def test_items_of_a_list_that_comes_back_come_once() -> None:
    inner = "<ul><li>In Kuwait.</li><li>In Baghdad.</li></ul>"
    points = f"<ul><li><p>The mission stays.</p>{inner}</li><li>All<br>agreed to it.</li></ul>"
    text = f"{paragraphs(2)}{points}<p>{sentence(5)}</p>"
    page = f"<html><body><div class='x1'>{text}</div></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert article.paragraphs[2:] == (
        "The mission stays.", "In Kuwait.", "In Baghdad.", "All", "agreed to it.", sentence(5),
    )  # fmt: skip


def test_a_quotation_that_is_all_one_link_is_text() -> None:
    said = "“We have not left Iraq and we will not leave it this year,” the general said."
    teaser = "<p><a href='/other'>Allies promise more troops for the east of Europe</a></p>"
    body = f"{paragraphs(2)}<p><a href='/talk'>{said}</a></p>{teaser}<p>{sentence(5)}</p>"
    assert read(body).paragraphs == (sentence(0), sentence(1), said, sentence(5))


def test_a_headline_that_asks_about_some_words_is_no_quotation() -> None:
    asked = "Is “maximum pressure on Iraq” working, and what comes next for the training mission?"
    body = f"{paragraphs(3)}<p><a href='/other'>{asked}</a></p><p>{sentence(5)}</p>"
    assert asked not in read(body).paragraphs


def test_each_part_of_a_report_written_as_things_happen_keeps_its_heading() -> None:
    parts = "".join(
        f"<article class='entry'><h2>Talks go on in room {n}</h2><p>{sentence(n)}</p></article>"
        for n in range(4)
    )
    page = f"<html><body><main><h1>Talks on Iraq, as they happen</h1>{parts}</main></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    expected = [line for n in range(4) for line in (f"Talks go on in room {n}", sentence(n))]
    assert list(article.paragraphs) == expected


def test_headings_of_later_parts_in_boxes_of_their_own_come_back() -> None:
    second = f"<div><h3>What comes next</h3><p>{sentence(3)}</p><p>{sentence(4)}</p></div>"
    page = f"<html><body><div class='x1'><div>{paragraphs(3)}</div>{second}</div></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    expected = (*map(sentence, range(3)), "What comes next", sentence(3), sentence(4))
    assert article.paragraphs == expected


def test_a_heading_comes_back_above_all_paragraphs_of_its_box() -> None:
    later = "".join(f"<p>{sentence(n)}</p>" for n in range(3, 6))
    second = f"<div><h3>What comes next</h3><div>{later}</div></div>"
    page = f"<html><body><div class='x1'><div>{paragraphs(3)}</div>{second}</div></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    expected = (*map(sentence, range(3)), "What comes next", *map(sentence, range(3, 6)))
    assert article.paragraphs == expected
