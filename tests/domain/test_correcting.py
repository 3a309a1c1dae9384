"""An edit is the least that makes the difference, and passages are followed word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain import correcting, selector
from briefing_app.domain.article import Article, Correction
from briefing_app.domain.excerpt import Excerpt

BODY = "He sad the fleet lef port at dawn.\nIt wll return.\nNobody answered."


def excerpt(passage: str, body: str = BODY) -> Excerpt:
    start = body.index(passage)
    quote = selector.make(body, start, start + len(passage)).quote
    return Excerpt("a", start, start + len(passage), quote.exact, quote.prefix, quote.suffix)


def after(passage: str, new_body: str, body: str = BODY) -> str | None:
    """What becomes of a passage when the body becomes another."""
    made = correcting.difference(body, new_body)
    assert made is not None
    [followed] = correcting.follow([excerpt(passage, body)], body, made)
    return followed.after.exact if followed.after else None


def test_an_edit_leaves_out_what_stays():
    made = correcting.edit(BODY, 0, 34, "He said the fleet lef port at dawn.")
    assert made == Correction(5, "", "i")
    assert correcting.applied(BODY, made).startswith("He said the fleet lef port")
    assert correcting.edit(BODY, 3, 6, "sad") is None


@pytest.mark.parametrize("bounds", [(-1, 3), (5, 4), (0, len(BODY) + 1)])
def test_a_range_outside_the_text_is_refused(bounds):
    with pytest.raises(ValueError, match="no range"):
        correcting.edit(BODY, *bounds, "x")


@pytest.mark.parametrize(
    ("start", "end", "text", "body"),
    [
        (34, 35, " ", "He sad the fleet lef port at dawn. It wll return.\nNobody answered."),
        (3, 3, "had\n\n \r\n", BODY.replace("He sad", "He had\nsad")),
        (3, 6, "  s\x00a\x07i\ud800d\t", BODY.replace("sad", "said")),
        (3, 6, "e\u0301", BODY.replace("sad", "é")),
        (0, 34, "", "It wll return.\nNobody answered."),
        (35, 49, " \n", "He sad the fleet lef port at dawn.\nNobody answered."),
        (50, 66, "", "He sad the fleet lef port at dawn.\nIt wll return."),
        (0, len(BODY), "", ""),
    ],
)  # fmt: skip
def test_a_corrected_text_is_still_a_proper_body(start, end, text, body):
    made = correcting.edit(BODY, start, end, text)
    assert correcting.applied(BODY, made) == body


def test_what_is_odd_elsewhere_in_the_text_is_left_alone():
    made = correcting.edit("a\u00a0b\nsad", 2 + 2, 2 + 5, "said")
    assert made == Correction(6, "", "i")


def test_a_combining_mark_joins_the_letter_before_it():
    made = correcting.edit("cafe noir", 4, 4, "\u0301")
    assert correcting.applied("cafe noir", made) == "café noir"


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("the fleet", "the fleet"),
        ("sad", "said"),
        ("He sad", "He said"),
        ("the fleet lef", "the fleet left"),
        ("the fleet lef port", "the fleet left port"),
        ("return", "return"),
        ("dawn.\nIt wll", "dawn.\nIt will"),
        (BODY, "He said the fleet left port at dawn.\nIt will return.\nNobody answered."),
    ],
)
def test_a_passage_takes_in_the_words_that_were_put_right_and_no_others(passage, expected):
    new = "He said the fleet left port at dawn.\nIt will return.\nNobody answered."
    assert after(passage, new) == expected


@pytest.mark.parametrize("passage", ["the fleet", "lef port", "fleet lef"])
def test_words_added_beside_a_passage_stay_outside_and_within_it_come_in(passage):
    assert after(passage, BODY.replace(passage, f"then {passage} again")) == passage
    first, second = passage.split(" ")
    wider = BODY.replace(passage, f"{first} old {second}")
    assert after(passage, wider) == f"{first} old {second}"


def test_a_passage_of_which_nothing_is_left_is_said_to_be_gone():
    assert after("fleet", BODY.replace("the fleet ", "")) is None
    assert after("the fleet", BODY.replace("fleet ", "")) == "the"
    assert after("It wll return.", BODY.replace("It wll return.\n", "")) is None


ALIKE = "The sun rose.\nThe photo shows the port.\nThe fleet left.\nThe end came."


def test_paragraphs_that_begin_alike_are_told_apart_when_one_is_taken_out():
    for caption in ALIKE.split("\n")[:3]:
        shorter = ALIKE.replace(f"{caption}\n", "")
        assert after(caption, shorter, ALIKE) is None
        for other in ALIKE.split("\n"):
            assert other == caption or after(other, shorter, ALIKE) == other
    made = correcting.difference(ALIKE, ALIKE.replace("\nThe photo shows the port.", ""))
    assert made is not None
    assert correcting.wording(ALIKE, made) == ("The photo shows the port.", "")


def test_a_paragraph_that_is_put_in_takes_no_words_of_the_next_one():
    longer = ALIKE.replace("The fleet", "The wind turned.\nThe fleet")
    for passage in ALIKE.split("\n"):
        assert after(passage, longer, ALIKE) == passage


def test_of_the_same_line_twice_the_one_that_is_meant_is_taken_out():
    body = "One.\nAdvertisement\nTwo.\nAdvertisement"
    start = body.rindex("Advertisement")
    made = correcting.edit(body, start, len(body), "")
    assert made == Correction(start - 1, "\nAdvertisement", "")
    again = correcting.edit("A\nA\nA", 2, 3, "")
    assert again == Correction(2, "A\n", "")


def test_paragraphs_joined_or_split_leave_the_words_of_a_passage():
    assert after("dawn.\nIt", BODY.replace("dawn.\nIt", "dawn. It")) == "dawn. It"
    assert after("dawn.", BODY.replace("dawn.\nIt", "dawn. It")) == "dawn."
    assert after("port at", BODY.replace("lef port", "lef\nport")) == "port at"


def test_characters_of_scripts_without_spaces_are_followed_one_by_one():
    body = "北约在伊拉客的部队"
    assert after("伊拉客", "北约在伊拉克的部队", body) == "伊拉克"
    assert after("部队", "北约在伊拉克的部队", body) == "部队"


def test_the_context_of_a_passage_nearby_is_read_anew():
    made = correcting.difference(BODY, BODY.replace("sad", "said"))
    [followed] = correcting.follow([excerpt("the fleet")], BODY, made)
    assert not followed.is_altered
    assert followed.after == replace(
        followed.before, start=8, end=17, prefix="He said ", suffix=BODY[16:48]
    )


def test_pages_begin_with_the_same_words():
    made = Correction(10, "xxxx", "y")
    assert correcting.pages_after((0, 10, 12, 14, 20), made) == (0, 10, 10, 11, 17)


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (BODY.replace("sad", "said"), ("sad", "said")),
        (BODY.replace("wll return", "will come back"), ("wll return", "will come back")),
        (
            BODY.replace("dawn.\nIt", "dawn. It"),
            ("port at dawn.\nIt wll return.", "port at dawn. It wll return."),
        ),
        (BODY.replace("It wll return.\n", ""), ("It wll return.", "")),
        (BODY.replace("port at", "port, at"), ("port", "port,")),
    ],
)
def test_an_edit_is_told_in_whole_words(new, told):
    assert correcting.wording(BODY, correcting.difference(BODY, new)) == told


def test_the_paragraphs_around_a_range_are_whole():
    assert correcting.paragraphs(BODY, 3, 6) == (0, 34)
    assert correcting.paragraphs(BODY, 20, 40) == (0, 49)
    assert correcting.paragraphs(BODY, 35, 35) == correcting.paragraphs(BODY, 49, 49) == (35, 49)
    assert correcting.paragraphs(BODY, 60, len(BODY)) == (50, len(BODY))


def test_a_correction_can_be_taken_out_of_the_middle():
    one, two, three = Correction(5, "", "i"), Correction(21, "", "t"), Correction(41, "", "i")
    body = "He said the fleet left port at dawn.\nIt will return."
    found = correcting.taken_back((one, two, three), 1)
    assert found is not None
    made, rest = found
    left = Article("h", correcting.applied(body, made), corrections=rest)
    assert left.body == "He said the fleet lef port at dawn.\nIt will return."
    assert left.imported_body == "He sad the fleet lef port at dawn.\nIt wll return."


def test_a_correction_of_corrected_words_has_to_go_first():
    chain = (Correction(0, "a", "bcd"), Correction(1, "c", "x"))
    assert correcting.taken_back(chain, 0) is None
    assert correcting.taken_back(chain, 1) == (Correction(1, "x", "c"), chain[:1])


LETTERS = st.text("ab \n\u0301é中.", max_size=12)


@given(st.text("ab \n中.", min_size=1, max_size=40), st.data())
def test_whatever_is_corrected_can_be_read_back_and_taken_back(raw, data):
    body = imported = correcting.tidy(raw)
    chain: tuple[Correction, ...] = ()
    for _ in range(3):
        start = data.draw(st.integers(0, len(body)))
        end = data.draw(st.integers(start, len(body)))
        made = correcting.edit(body, start, end, data.draw(LETTERS))
        if made is not None:
            chain, body = (*chain, made), correcting.applied(body, made)
            assert correcting.tidy(body) == body
    assert Article("h", body, corrections=chain).imported_body == imported
    while chain:
        found = [correcting.taken_back(chain, number) for number in range(len(chain))]
        made, chain = data.draw(st.sampled_from([one for one in found if one is not None]))
        body = correcting.applied(body, made)
        assert Article("h", body, corrections=chain).imported_body == imported
    assert body == imported


@given(
    st.text("ab .\n", min_size=1, max_size=60),
    st.text("ab .\n", min_size=1, max_size=60),
    st.data(),
)
def test_a_passage_that_the_edit_does_not_touch_keeps_its_words(raw, other, data):
    body, new = correcting.tidy(raw), correcting.tidy(other)
    made = correcting.difference(body, new)
    if made is None or not body:
        return
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    one = Excerpt("a", start, end, body[start:end])
    [followed] = correcting.follow([one], body, made)
    if followed.after is not None:
        found = followed.after
        assert new[found.start : found.end] == found.exact == found.exact.strip()
    touches = made.position < end and start < made.position + len(made.removed)
    cuts_a_word = not (body[max(0, start - 1) : start].strip() == body[end : end + 1].strip() == "")
    if not touches and not cuts_a_word and body[start:end].strip() == body[start:end]:
        beside = {made.position, made.position + len(made.removed)} & {start, end}
        if not beside:
            assert followed.after is not None and followed.after.exact == one.exact
