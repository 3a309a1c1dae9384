"""How much of the smaller of two texts stands in the larger one."""

from __future__ import annotations

from briefing_app.domain.fingerprint import TELLING, shared_part

EVEN = tuple(range(0, 200, 2))


def test_equal_texts_share_everything_and_strangers_nothing():
    assert shared_part(EVEN, EVEN) == 1.0
    assert shared_part(EVEN, tuple(range(1, 200, 2))) == 0.0


def test_the_smaller_text_counts():
    assert shared_part(EVEN, EVEN[::4]) == shared_part(EVEN[::4], EVEN) == 1.0


def test_hashes_beyond_what_the_other_sample_reaches_do_not_count():
    assert shared_part(EVEN, EVEN[:10]) == 1.0
    half = tuple(sorted({*EVEN[:10:2], 1, 3, 5, 7, 9, *range(1001, 1101, 2)}))
    assert shared_part(EVEN, half) == 0.5


def test_a_few_common_hashes_say_nothing_unless_a_text_has_no_more():
    strangers = tuple(range(1001, 1101, 2))
    few = EVEN[: TELLING - 1]
    assert shared_part((*few, *strangers), (*few, *strangers[1::2])) > 0
    assert shared_part((*few, 777), (*few, 778, 779)) == 0.0
    assert shared_part(EVEN, few) == 1.0
