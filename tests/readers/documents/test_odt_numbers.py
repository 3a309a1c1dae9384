"""The numbers before the items of an OpenDocument text's lists."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from tests.readers.documents.test_odt import TEXT, odt, p

STYLES = (
    "<text:list-style style:name='N'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='('"
    " style:num-suffix=')'/>"
    "<text:list-level-style-bullet text:level='3' text:bullet-char='•'/></text:list-style>"
    "<text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='I' text:start-value='4'/>"
    "<text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='2'/>"
    "</text:list-style>"
)


def items(*texts: str) -> str:
    return "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in texts)


def numbered(content: str, style: str = "N", more: str = "") -> str:
    named = f" text:style-name='{style}'" if style else ""
    return f"<text:list{named}{more}>{content}</text:list>"


def lines(markup: str) -> list[str]:
    """The paragraphs of a document with these lists."""
    data = odt(f"<text:h>The headline</text:h>{p(TEXT)}{markup}{p(TEXT)}", STYLES)
    (article,) = read_bytes("a.odt", data).articles
    return list(article.paragraphs[1:-1])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (numbered(items("First", "Second")), ["1. First", "2. Second"]),
        (numbered(items("Fourth", "Fifth"), "L"), ["IV Fourth", "V Fifth"]),
        (numbered(items("A point"), "Unknown"), ["A point"]),
        (numbered(f"<text:list-item>{p('One')}{p('More of it')}</text:list-item>"),
         ["1. One", "More of it"]),
        (numbered(f"<text:list-header>{p('Above')}</text:list-header>{items('One')}"),
         ["Above", "1. One"]),
        (numbered(f"<text:list-item text:start-value='7'>{p('Seven')}</text:list-item>"),
         ["7. Seven"]),
    ],
)  # fmt: skip
def test_items_are_numbered_as_their_style_says(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_lists_within_lists_count_for_themselves() -> None:
    inner = numbered(items("a point", "another"), "")
    dots = numbered(f"<text:list-item>{numbered(items('dot'), '')}</text:list-item>", "")
    markup = numbered(f"<text:list-item>{p('One')}{inner}{dots}</text:list-item>{items('Two')}")
    assert lines(markup) == ["1. One", "(a) a point", "(b) another", "dot", "2. Two"]


def test_a_level_may_print_the_number_of_the_one_above() -> None:
    inner = numbered(items("below"), "")
    assert lines(numbered(f"<text:list-item>{p('Four')}{inner}</text:list-item>", "L")) == [
        "IV Four", "IV.1 below",
    ]  # fmt: skip


def test_a_list_may_go_on_behind_a_paragraph() -> None:
    more = " text:continue-numbering='true'"
    markup = numbered(items("One")) + p("Between.") + numbered(items("Two"), "N", more)
    assert lines(markup) == ["1. One", "Between.", "2. Two"]
    assert lines(numbered(items("One")) + p("x") + numbered(items("One again"))) == [
        "1. One", "x", "1. One again",
    ]  # fmt: skip


def test_an_empty_item_leaves_its_number_to_nobody() -> None:
    header = f"<text:list-header>{p('Above')}</text:list-header>"
    assert lines(numbered(f"<text:list-item/>{header}{items('Two')}")) == ["Above", "2. Two"]


def test_a_number_beyond_all_counting_is_passed_over() -> None:
    start = f"<text:list-item text:start-value='{'9' * 5000}'>{p('One')}</text:list-item>"
    assert lines(numbered(start)) == ["1. One"]
