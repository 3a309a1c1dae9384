"""Paragraphs and quotations stay what they are, whatever a page builds them of."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes

SAID = [
    f"Officer {n} said that the alliance had moved its trainers from Baghdad to Kuwait on Monday "
    f"and that {n} of the allies had agreed to it after a night of talks in Brussels."
    for n in range(4)
]
QUOTE = "We have not left Iraq and we will not leave it."


def paragraphs(body: str) -> tuple[str, ...]:
    page = f"<html><body><main><article><h1>Trainers</h1>{body}</article></main></body></html>"
    return read_bytes("a.html", page.encode()).articles[0].paragraphs


def around(block: str) -> tuple[str, ...]:
    """What is read of a block with a paragraph before and two after it."""
    first, *others = [f"<p>{line}</p>" for line in SAID[:3]]
    found = paragraphs(f"{first}{block}{''.join(others)}")
    assert found[0] == SAID[0]
    assert found[-2:] == (SAID[1], SAID[2])
    return found[1:-2]


def test_whose_words_a_block_quote_holds_is_kept_though_it_is_a_footer() -> None:
    quote = f"<blockquote><p>{QUOTE}</p><footer>— The general, in Brussels</footer></blockquote>"
    assert around(quote) == (QUOTE, "— The general, in Brussels")


def test_boxes_within_a_block_quote_are_paragraphs() -> None:
    quote = f"<blockquote><div>{QUOTE}</div><div>He <b>said</b> so.</div></blockquote>"
    assert around(quote) == (QUOTE, "He said so.")


def test_a_block_quote_in_a_figure_is_text_and_a_pull_quote_is_not() -> None:
    quote = f"<blockquote><p>{QUOTE}</p></blockquote><figcaption>The general</figcaption>"
    assert around(f"<figure class='quote'>{quote}</figure>") == (QUOTE,)
    assert around(f"<figure class='wp-block-pullquote'>{quote}</figure>") == ()


def test_a_quote_in_a_figure_that_the_text_has_too_comes_once() -> None:
    said = "that the alliance had moved its trainers from Baghdad to Kuwait"
    quote = f"<figure class='quote'><blockquote><p>“{said}.”</p></blockquote></figure>"
    assert around(quote) == ()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<span><span>", "</span></span>"),
        ("<font face=Arial>", "</font>"),
        ("<strong>", "</strong>"),
    ],
)
def test_paragraphs_within_an_element_for_words_are_not_joined(start: str, end: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in SAID)
    assert paragraphs(f"{start}{body}{end}") == tuple(SAID)


def test_a_large_first_letter_beside_its_word_is_no_paragraph() -> None:
    letter = f"<span style='display:block;float:left;font-size:90px'>{SAID[0][0]}</span>"
    rest = "".join(f"<p>{line}</p>" for line in SAID[1:])
    assert paragraphs(f"<p>{letter}{SAID[0][1:]}</p>{rest}") == tuple(SAID)


def test_words_that_a_style_shows_as_blocks_are_paragraphs() -> None:
    body = "".join(f"<span style='color:#222; display: block'>{line}</span>" for line in SAID)
    assert paragraphs(f"<div>{body}</div>") == tuple(SAID)


def test_all_parts_of_a_report_written_as_things_happen_are_its_text() -> None:
    parts = "".join(
        f"<article><h2>At {n} o’clock</h2><div><p>{line}</p><p>Part {n}: {line}</p></div></article>"
        for n, line in enumerate(SAID)
    )
    page = f"<html><body><main><h1>As it happens</h1>{parts}</main></body></html>"
    found = read_bytes("a.html", page.encode()).articles[0].paragraphs
    assert [line for line in found if line.startswith("Officer")] == SAID
    assert "At 3 o’clock" in found


def test_teasers_beside_an_article_stay_beside_it() -> None:
    whole = "".join(f"<p>{line}</p><p>He added: {line}</p>" for line in SAID)
    teasers = "".join(
        f"<article><h3>Story {n}</h3><p>A teaser of story {n}: {SAID[0]}</p></article>"
        for n in range(2)
    )
    page = f"<html><body><main><h1>Trainers</h1><article>{whole}</article>{teasers}</main></body>"
    found = read_bytes("a.html", page.encode()).articles[0].paragraphs
    assert not [line for line in found if "teaser" in line]
