"""The article of a page: whole, in order, and without lines that lead elsewhere."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.article_text import (
    main_part,
    running_text,
    without_links,
)
from tests.readers.page_samples import paragraphs, read, sentence


def test_text_beside_other_blocks_in_a_box_is_kept() -> None:
    body = f"<div><div class='related'>Other</div>{sentence(7)} <b>Yes.</b>{paragraphs(4)}</div>"
    article = read(body)
    assert article.paragraphs[0] == f"{sentence(7)} Yes."
    assert len(article.paragraphs) == 5


def test_a_paragraph_that_is_all_emphasis_beside_others_parted_by_breaks_is_kept() -> None:
    body = f"<div><u>{sentence(1)}</u><br><div></div>{sentence(2)}<br>{sentence(3)}<br></div>"
    assert read(body).paragraphs == tuple(map(sentence, (1, 2, 3)))


def test_readers_comments_are_left_out_however_many_there_are() -> None:
    comments = f"<ol class='commentlist'>{paragraphs(40).replace('Paragraph', 'Comment')}</ol>"
    article = read(f"{paragraphs(3)}<div id='comments'>{comments}</div>")
    assert article.paragraphs == tuple(map(sentence, range(3)))


@pytest.mark.parametrize("name", ["newsletter", "comments", "recirc"])
def test_an_article_in_a_box_with_a_misleading_name_is_found(name: str) -> None:
    boxes = "".join(f"<div class='{name}'><p>{sentence(n)}</p></div>" for n in range(6))
    article = read(boxes)
    assert article.paragraphs == tuple(map(sentence, range(6)))


def test_a_list_of_other_articles_goes_with_its_ranks_and_the_labels_around_it() -> None:
    items = "".join(
        f"<li><em>{n}</em> <a href='/{n}'>Another story number {n} of the day</a></li>"
        for n in range(1, 5)
    )
    tree = html_tree.parse(f"{paragraphs(4)}<h3>Politics</h3><ul>{items}</ul><p>More sections</p>")
    text, aside = without_links(html_tree.lines(tree), tree)
    assert text == [*map(sentence, range(4))]
    assert [item.text for item in aside] == [
        "Politics", *(f"{n} Another story number {n} of the day" for n in range(1, 5)),
        "More sections",
    ]  # fmt: skip


def test_a_list_of_other_articles_in_chinese_is_set_aside() -> None:
    text = "北大西洋公约组织秘书长星期一在布鲁塞尔对记者表示，联盟在伊拉克的训练任务将继续进行。"
    items = "".join(f"<li><a href='/{n}'>第{n}条其他新闻的标题在这里</a></li>" for n in range(4))
    page = f"<h1>北约会议</h1><div>{f'<p>{text}</p>' * 6}<p>来源：北方社</p><ul>{items}</ul></div>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert set(article.paragraphs) == {text}


def test_of_a_page_without_a_recognised_article_its_main_part_is_kept() -> None:
    page = "<body><div>Menu</div><main><p>A short note on the talks.</p></main><div>Other</div>"
    assert main_part(html_tree.parse(page)).tag == "main"
    assert main_part(html_tree.parse(page.replace("main>", "div>"))).tag == "body"
    assert main_part(html_tree.parse("<body><main>a</main>Much more text.</body>")).tag == "body"


def test_a_line_that_is_only_a_link_elsewhere_is_set_aside() -> None:
    link = "<p><a href='/other'>Allies promise more troops for the east</a></p>"
    article = read(f"{paragraphs(2)}{link}<p>{sentence(5)}</p>")
    assert "Allies promise" not in article.body
    assert ("navigation", "Allies promise more troops for the east") in [
        (aside.kind, aside.text) for aside in article.set_aside
    ]


def test_a_heading_over_links_at_the_end_goes_with_them() -> None:
    tree = html_tree.parse("<h4>Our choice:</h4><a href='/a'>One more story of ours</a>")
    left, aside = without_links(
        [sentence(1), sentence(2), sentence(3), "Our choice:", "One more story of ours"], tree
    )
    assert left == [sentence(1), sentence(2), sentence(3)]
    assert {line.text for line in aside} == {"Our choice:", "One more story of ours"}


def test_a_heading_that_is_an_anchor_of_its_own_page_stays() -> None:
    tree = html_tree.parse("<h2><a href='#why'>Why it matters now</a></h2>")
    lines = [sentence(1), "Why it matters now", sentence(2)]
    assert without_links(lines, tree) == (lines, [])


def test_a_page_that_is_made_of_links_keeps_them() -> None:
    tree = html_tree.parse("<a href='/a'>One more story of ours</a>")
    assert without_links(["One more story of ours"], tree)[0] == ["One more story of ours"]


def test_running_text_is_that_of_the_fullest_place() -> None:
    teaser = f"<aside><div><p>{sentence(1)}</p></div></aside>"
    page = f"{teaser}<div><div><p>{sentence(2)}</p></div><div><p>{sentence(3)}</p></div></div>"
    assert running_text(html_tree.parse(page)) == [sentence(2), sentence(3)]
    assert running_text(html_tree.parse("<p>Short.</p>")) == []
