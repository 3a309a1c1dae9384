"""Markup divided into lines as a browser divides it."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers.web import html_tree


def test_blocks_begin_lines_and_inline_elements_do_not() -> None:
    tree = html_tree.parse("<p>One <b>bold</b>\n word</p>tail<div>two<br>three</div>")
    assert html_tree.lines(tree) == ["One bold word", "tail", "two", "three"]


def test_cells_of_a_row_stand_apart_in_one_line() -> None:
    tree = html_tree.parse(
        "<table><tr><td>Iraq</td><td>500</td></tr><tr><td>Total</td></tr></table>"
    )
    assert html_tree.lines(tree) == ["Iraq", "500", "Total"]


def test_comments_are_no_text_and_part_no_words() -> None:
    assert html_tree.lines(html_tree.parse("<p>be<!-- not -->fore</p>")) == ["before"]


def test_depth_counts_the_levels_above_a_node() -> None:
    tree = html_tree.parse("<html><body><p><b>x</b></p></body></html>")
    assert html_tree.is_deeper_than(tree, 2)
    assert not html_tree.is_deeper_than(tree, 3)


def test_markup_too_deep_for_a_tree_still_gives_lines() -> None:
    source = "<script>no</script>" + "<div>" * 3_000 + "<p>Q &amp; A</p><!-- no --><p>Two</p>"
    assert html_tree.lines_without_tree(source) == ["Q & A", "Two"]


def test_a_removed_node_leaves_the_text_after_it() -> None:
    tree = html_tree.parse("<p>One <b>gone</b>two</p>")
    html_tree.remove(next(tree.iter("b")))
    assert html_tree.lines(tree) == ["One two"]


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        html_tree.parse("<!-- only a comment -->")


def test_control_characters_are_left_out_for_no_tree_may_hold_them() -> None:
    tree = html_tree.parse("<p>be\x01fo\ufffere\x0b</p><p>after</p>")
    assert html_tree.lines(tree) == ["before", "after"]
    tree.find(".//p").text = tree.find(".//p").text


@pytest.mark.parametrize("before", [0, 1, 9_999, 10_000, 13_333])
def test_a_tag_with_attributes_without_end_loses_them_wherever_it_stands(before: int) -> None:
    source = f"<p>{'x' * before}</p><p {'a ' * 10_000}>after</p>"
    paragraph = html_tree.parse(source).findall(".//p")[1]
    assert (paragraph.text, paragraph.keys()) == ("after", [])


def test_long_text_between_tags_is_kept() -> None:
    text = "word " * 9_000
    assert html_tree.lines(html_tree.parse(f"<p>{text}</p>")) == [text.strip()]


def test_names_are_searched_alike_the_second_time_and_at_any_length() -> None:
    has_lead = html_tree.remembering(r"(^|\s)lead(\s|$)")
    for name in ("Lead", "x lead", "leader", "x " * 200 + "lead", "x " * 200 + "leader") * 2:
        assert has_lead(name) is name.lower().endswith("lead")


def test_a_root_that_is_closed_at_once_does_not_end_the_page() -> None:
    tree = html_tree.parse("<!DOCTYPE html />\n<html lang='de' />\n<body><p>Text</p></body></html>")
    assert html_tree.lines(tree) == ["Text"]


def test_the_text_of_a_node_is_all_that_is_below_it() -> None:
    tree = html_tree.parse("<p>One <b>two</b> three</p><p>Four</p><p></p><p>Five<!-- x --></p>")
    assert [html_tree.text_of(node) for node in tree.iter("p")] == [
        "One two three", "Four", "", "Five",
    ]  # fmt: skip
