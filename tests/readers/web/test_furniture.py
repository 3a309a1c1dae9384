"""What frames an article goes, and nothing of the article goes with it."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from briefing_app.readers import read_bytes
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import (
    is_running_text,
    linked_length,
    remove_comments,
    remove_furniture,
    remove_unseen,
    take_captions,
)

LONG = "The mission in Iraq trains officers and advises the ministry of defence in Baghdad. " * 2


def page(body: str) -> HtmlElement:
    return html_tree.parse(f"<html><body><h1>Head</h1>{body}</body></html>")


@pytest.mark.parametrize(
    "name",
    ["cookie-banner", "newsletter", "related-stories", "article recirc", "recommended", "comments",
     "share-bar", "social", "ad", "story tags", "pull-quote", "author-bio", "teaser", "read-more"],
)  # fmt: skip
def test_a_box_named_as_furniture_goes(name: str) -> None:
    tree = page(f"<p>{LONG}</p><div class='{name}'>Beside the text</div>")
    remove_furniture(tree)
    assert html_tree.lines(tree) == ["Head", LONG.strip()]


@pytest.mark.parametrize("name", ["paywall", "social", "ads", "related", "newsletter", "share"])
def test_a_paragraph_never_goes_for_its_own_name(name: str) -> None:
    tree = page(f"<p class='{name}'>{LONG}</p>")
    remove_furniture(tree)
    assert LONG.strip() in html_tree.lines(tree)


@pytest.mark.parametrize("name", ["Section--Ads", "social", "content paywall", "share tags"])
def test_a_box_with_text_stays_when_its_name_may_mean_anything(name: str) -> None:
    tree = page(f"<div class='{name}'><p>{LONG}</p></div>")
    remove_furniture(tree)
    assert LONG.strip() in html_tree.lines(tree)


def test_a_form_around_the_whole_page_stays_and_a_little_one_goes() -> None:
    tree = page(f"<form><form>Name</form><p>{LONG * 12}</p></form><form>Your e-mail</form>")
    remove_unseen(tree)
    assert html_tree.lines(tree)[-1] == (LONG * 12).strip()


@pytest.mark.parametrize(
    "style",
    ["visibility: collapse", "position:absolute;left:-9999px", "text-indent:-10000em",
     "opacity:0", "opacity: 0.0;", "font-size:0", "font-size: 1px !important"],
)  # fmt: skip
def test_what_a_style_keeps_from_being_seen_goes(style: str) -> None:
    tree = page(f"<p>{LONG}</p><p style='{style}'>SECRET</p>")
    remove_unseen(tree)
    assert html_tree.lines(tree) == ["Head", LONG.strip()]


@pytest.mark.parametrize("style", ["opacity:0", "font-size:0", "opacity:0.5", "font-size:10px"])
def test_an_article_that_fades_in_stays(style: str) -> None:
    tree = page(f"<div style='{style}'><p>{LONG * 3}</p></div>")
    remove_unseen(tree)
    assert (LONG * 3).strip() in html_tree.lines(tree)


@pytest.mark.parametrize("hides", ["hidden", "style='display:none'", "style='color:#fff'"])
def test_a_page_that_hides_all_of_itself_until_a_script_has_run_stays(hides: str) -> None:
    tree = page(f"<div {hides}><p>{LONG * 3}</p></div>")
    assert remove_unseen(tree) == 0
    assert (LONG * 3).strip() in html_tree.lines(tree)


def test_a_short_message_with_much_hidden_text_is_no_such_page() -> None:
    tree = page(f"<p>Please see below, and call me.</p><div hidden>SECRET {LONG}</div>")
    assert remove_unseen(tree) > 80
    assert html_tree.lines(tree) == ["Head", "Please see below, and call me."]


def test_the_length_of_hidden_text_is_told() -> None:
    tree = page("<p style='display:none'>four</p><p hidden>five5</p><script>no</script>")
    assert remove_unseen(tree) == len("four") + len("five5")


@pytest.mark.parametrize(
    "caption",
    ["<figcaption>The chief.</figcaption>", "<p class='wp-caption-text'>The chief.</p>",
     "<span class='image-credit'>The chief.</span>", "<p class='media__caption'>The chief.</p>"],
)  # fmt: skip
def test_captions_are_taken_out_and_handed_over(caption: str) -> None:
    tree = page(f"<p>{LONG}</p>{caption}")
    assert [(aside.kind, aside.text) for aside in take_captions(tree)] == [
        ("caption", "The chief.")
    ]
    assert "The chief." not in html_tree.lines(tree)


def test_text_of_a_box_that_only_sounds_like_a_caption_stays() -> None:
    tree = page(f"<div class='captioned-story'><p>{LONG}</p></div>")
    assert list(take_captions(tree)) == []


def test_running_text_is_long_and_no_list_of_links() -> None:
    text, links = page(f"<p>{LONG}</p><p><a href='/x'>{LONG}</a></p>").iter("p")
    assert is_running_text(text)
    assert not is_running_text(links)


def test_an_anchor_without_an_address_is_no_link() -> None:
    (paragraph,) = page(f"<p><a name='q1'>{LONG}</a></p>").iter("p")
    assert linked_length(paragraph) == 0


@pytest.mark.parametrize("name", ["comments", "commentlist", "article-comments", "comment_section"])
def test_comments_go_where_there_is_an_article(name: str) -> None:
    written = f"<p>{LONG}</p>" * 2
    tree = page(f"{written}<div class='{name}'>{written}</div>")
    remove_comments(tree)
    assert html_tree.lines(tree) == ["Head", LONG.strip(), LONG.strip()]


@pytest.mark.parametrize("name", ["comments", "has-comments", "no-comments post", "commentary"])
def test_a_page_of_nothing_else_and_a_page_that_may_be_commented_stay(name: str) -> None:
    tree = page(f"<div class='{name}'>{f'<p>{LONG}</p>' * 5}</div>")
    remove_comments(tree)
    assert len(html_tree.lines(tree)) == 6


def test_an_article_that_waits_for_a_script_is_read() -> None:
    tree = page(f"<p>Menu</p><div style='visibility: hidden'>{f'<p>{LONG}</p>' * 3}</div>")
    assert remove_unseen(tree) == 0
    assert len(html_tree.lines(tree)) == 5


def test_signs_say_more_than_letters_so_fewer_are_running_text() -> None:
    signs = "北大西洋公约组织秘书长星期一在布鲁塞尔对记者表示，联盟在伊拉克的训练任务将继续进行。"
    (node,) = html_tree.parse(f"<body><p>{signs}</p></body>").iter("p")
    assert is_running_text(node)


@pytest.mark.parametrize(
    "name",
    [
        "social-link",
        "related-link",
        "share-quote",
        "embed",
        "meta",
        "author",
        "message hide",
        "tags",
    ],
)
def test_no_word_of_a_sentence_goes_for_its_name(name: str) -> None:
    said = (
        f"“We have <span class='{name}'>not left</span> Iraq,” <em class='{name}'>he</em> told "
        f"<a class='{name}' href='/x'>us</a>."
    )
    others = "".join(
        f"<p>Officer {n} said that the trainers had left Baghdad, as the {n} allies had agreed in "
        "Brussels after a night of talks among the ambassadors there.</p>"
        for n in range(3)
    )
    page = f"<html><body><article><p>{said}</p>{others}</article></body></html>"
    found = read_bytes("a.html", page.encode()).articles[0].paragraphs
    assert found[0] == "“We have not left Iraq,” he told us."


def test_words_in_italics_below_a_picture_are_its_caption_and_other_words_are_not() -> None:
    said = "Officers said that the trainers had left Baghdad, as the allies had agreed on Monday."
    caption = "<p><img src='a.jpg'><br><em>A guard near Taji.</em></p>"
    text = f"<p><img src='b.jpg'>{said}</p><p><img src='c.jpg'>“<em>Never</em>,” he said.</p>"
    tree = html_tree.parse(f"<div>{caption}{text}<p><em>He left.</em></p></div>")
    assert [aside.text for aside in take_captions(tree)] == ["A guard near Taji."]
    assert html_tree.lines(tree) == [said, "“Never,” he said.", "He left."]
