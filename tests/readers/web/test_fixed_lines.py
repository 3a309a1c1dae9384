"""Text in markup whose line ends a browser shows."""

from __future__ import annotations

import pytest

from briefing_app.readers.web.fixed_lines import may_be_in
from briefing_app.readers.web.fragment import clean_fragment

WRAPPED = """VARDEN - The city council voted nine to eight on Saturday to widen the
<b>old harbour</b>, ending eleven years of argument about who would pay for it,
and the mayor said the boats would not wait for another vote this year.

“We have waited long enough,” said Mayor Ines Varga. “The boats will not
wait for us, and neither will the banks that lend the money for the quay.”

The council meets again on 2 December."""
JOINED = [" ".join(part.split("\n")) for part in WRAPPED.split("\n\n")]
JOINED[0] = JOINED[0].replace("<b>", "").replace("</b>", "")


@pytest.mark.parametrize(
    "start",
    ["<pre>", '<pre wrap="" class="moz-quote-pre">', '<pre style="white-space: pre-wrap;">\n'],
)
def test_a_plain_text_in_markup_has_its_paragraphs(start: str) -> None:
    html = f"<p>Before.</p>{start}{WRAPPED}</pre><p>After.</p>"
    assert may_be_in(html)
    assert clean_fragment(html) == ["Before.", *JOINED, "After."]


@pytest.mark.parametrize("setting", ["white-space: pre-wrap", "WHITE-SPACE:pre-line; color: red",
                                     "white-space-collapse: preserve"])  # fmt: skip
def test_a_post_keeps_its_lines_and_no_link_tears_them(setting: str) -> None:
    html = (
        f'<div style="{setting}"><span>A statement.\n\nWe will not appeal. The boats </span>'
        '<a href="https://example.org">must not wait</a> <i>any</i> longer.\nInes Varga</div>'
        '<p style="white-space: normal">One\nline.</p>'
    )
    lines = ["A statement.", "We will not appeal. The boats must not wait any longer.",
             "Ines Varga", "One line."]  # fmt: skip
    assert clean_fragment(html) == lines


def test_what_sets_its_lines_free_within_is_one_line() -> None:
    html = '<div style="white-space: pre">a\n<p style="white-space: normal">b\nc</p>d\ne</div>'
    assert clean_fragment(html) == ["a", "b c", "d", "e"]


def test_a_fixed_text_with_paragraphs_of_its_own_keeps_them() -> None:
    assert clean_fragment("<pre><div>One\ntwo</div><br>three</pre>") == ["One", "two", "three"]


def test_other_markup_has_no_such_lines() -> None:
    assert not may_be_in('<p style="white-space: normal">Pre-war\nprices</p>')
