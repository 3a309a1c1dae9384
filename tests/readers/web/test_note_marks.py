"""Marks of footnotes: out of the sentences, and nothing else with them."""

from __future__ import annotations

import pytest

from briefing_app.readers.web.fragment import clean_fragment

MARKS = [
    "<sup>1</sup>", "<sup>[1]</sup>", "<sup>1, 2</sup>", "<sup><a href='#fn1'>1</a></sup>",
    "<a href='#fn1'><sup>1</sup></a>", "<a href='#_ftn12' name='_ftnref12'>[12]</a>",
    "<sup class='reference'><a href='/wiki/Treaty#cite_note-1'>[1]</a></sup>",
    "<a class='footnote-ref' href='#fn:1' role='doc-noteref'>1</a>", "<a href='#n3'>[3]</a>",
    "<b><sup><a href='#footnote-a'>*</a></sup></b>",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_a_quotation_goes(mark: str) -> None:
    text = f"<p>“Our commitment is <i>unchanged</i>.”{mark} The general said so.</p>"
    assert clean_fragment(text) == ["“Our commitment is unchanged.” The general said so."]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_within_a_sentence_goes_and_leaves_no_space_before_a_comma(mark: str) -> None:
    text = f"<p>The forces in <a href='/iraq'>Iraq</a> {mark}, he said, stay.</p>"
    assert clean_fragment(text) == ["The forces in Iraq, he said, stay."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The forces stay.<sup>1,2 </sup>They train.</p>", "The forces stay. They train."),
        ("<p>An area of 20 km<sup>2</sup> and 10<sup>6</sup> shells.</p>",
         "An area of 20 km2 and 106 shells."),
        ("<p>On the 5<sup>th</sup> of May the 1<sup>er</sup> bataillon left.</p>",
         "On the 5th of May the 1er bataillon left."),
        ("<p><sup><a href='#ref1'>1</a></sup> Statement of 6 January.</p>",
         "1 Statement of 6 January."),
        ("<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Statement of 6 January.</p>",
         "[1] Statement of 6 January."),
        ("<p>See chapter <a href='#c3'>3</a> of the report.</p>", "See chapter 3 of the report."),
        ("<p>It said [1] and no more.</p>", "It said [1] and no more."),
        ("<p>One line.<br><sup>2</sup> A note.</p>", "One line. 2 A note."),
        ("<p>It grew by about <sup>1</sup>/<sub>2</sub>, then <sup>3</sup>⁄<sub>4</sub>.</p>",
         "It grew by about 1/2, then 3⁄4."),
        ("<p>They found the isotope <sup>235</sup>U there.</p>",
         "They found the isotope 235U there."),
        ("<p>A hall of 371 metres<sup>2</sup> and 9 метров<sup>3</sup>.</p>",
         "A hall of 371 metres2 and 9 метров3."),
        ("<p>An area of 40 <a href='/area#units'>km<sup>2</sup></a> in all.</p>",
         "An area of 40 km2 in all."),
    ],
)  # fmt: skip
def test_powers_ordinals_links_and_the_notes_themselves_keep_theirs(markup: str, text: str) -> None:
    assert " ".join(clean_fragment(markup)) == text


def test_a_link_of_a_heading_to_itself_goes() -> None:
    markup = "<h2 id=a>What next <a href='#a'>#</a></h2><h3>Why<a href='#b'>¶</a></h3>"
    assert clean_fragment(markup) == ["What next", "Why"]
