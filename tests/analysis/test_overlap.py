"""Copies, cuts and later versions of a text are recognised; different texts are told apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing_app.analysis import overlap
from briefing_app.analysis.overlap import LEAST, MOST, fingerprint
from briefing_app.domain.fingerprint import shared_part
from briefing_app.domain.words import WORD
from tests.benchmarks.measuring import articles

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [article.body.replace("\n", " ").split() for article in articles(40)]


def wrapped(words: list[str]) -> str:
    return "\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9))


def curled(words: list[str]) -> str:
    return " ".join(words).upper().replace(" ", "  ").replace("E ", "E, ")


def cut(words: list[str]) -> str:
    return " ".join(words[: len(words) * 6 // 10])


def updated(words: list[str]) -> str:
    """New first paragraphs, and a quarter of the old ones rewritten."""
    other = TEXTS[0]
    kept = [w for at in range(0, len(words), 40) for w in words[at : at + 40] if at % 160]
    return " ".join(other[:100] + kept)


def from_a_wire(words: list[str]) -> str:
    """Another headline, the last paragraphs left off, a line of the outlet's own."""
    return " ".join(TEXTS[1][:12] + words[: len(words) * 85 // 100] + TEXTS[2][:25])


@pytest.mark.parametrize("copied", [wrapped, curled, cut, updated, from_a_wire])
def test_a_copy_shares_most_with_what_it_was_made_of(copied):
    shares = [shared_part(fingerprint(" ".join(t)), fingerprint(copied(t))) for t in TEXTS[3:]]
    assert min(shares) >= 0.5


def test_different_texts_share_next_to_nothing():
    prints = [fingerprint(" ".join(words)) for words in TEXTS]
    shares = [shared_part(one, other) for n, one in enumerate(prints) for other in prints[n + 1 :]]
    assert max(shares) < 0.3


def test_the_seeds_are_all_different_articles():
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert len(texts) > 2
    prints = [fingerprint(text) for text in texts]
    for number, one in enumerate(prints):
        alike = [other for other in prints if shared_part(one, other) >= 0.5]
        assert alike == [prints[number]]


def test_hyphens_and_line_breaks_within_words_do_not_count():
    plain = "The well-known admiral’s fleet left the harbour before the storm arrived on Monday"
    broken = (
        "The wellknown admirals fleet left the har-\nbour be-\nfore the storm arrived on Monday"
    )
    assert fingerprint(plain) == fingerprint(broken)


def test_texts_without_spaces_are_compared_by_character():
    source = random.Random(1)
    text = "".join(chr(source.randrange(0x4E00, 0x9000)) for _ in range(300))
    other = "".join(chr(source.randrange(0x4E00, 0x9000)) for _ in range(300))
    halved = "，".join(text[at : at + 25] for at in range(0, 250, 25))
    assert len(fingerprint(text)) == LEAST
    assert shared_part(fingerprint(text), fingerprint(halved)) > 0.9
    assert shared_part(fingerprint(text), fingerprint(other)) == 0.0


def test_a_short_text_is_found_again_and_no_text_is_like_nothing():
    brief = fingerprint("Talks resumed in Vienna on Monday.")
    assert shared_part(brief, fingerprint("talks resumed in vienna, on Monday")) == 1.0
    assert shared_part(brief, fingerprint("Talks ended in Vienna on Sunday.")) == 0.0
    assert fingerprint("") == fingerprint(" … ") == ()
    assert shared_part((), brief) == shared_part(brief, ()) == 0.0


def test_a_fingerprint_is_small_and_the_same_everywhere():
    assert fingerprint("The fleet left port at dawn.") == (2533037699, 3816072860)
    long = fingerprint(" ".join(w for words in TEXTS for w in words))
    assert len(long) == MOST and list(long) == sorted(set(long)) and long[-1] < 2**32


def test_words_count_alike_in_texts_with_and_without_letters_of_other_alphabets():
    plain = " ".join(f"word_{number}" for number in range(LEAST))
    hashes = set(fingerprint(plain))
    assert len(hashes) == LEAST - 4
    assert hashes < set(fingerprint(f"{plain} août été"))


def test_words_are_the_same_whichever_way_they_are_found() -> None:
    source = random.Random(1)
    letters = "abz90_ -'’“”–—…,.\n\u00ad\u2010éßıب中"
    for _ in range(2000):
        weights = [9] * 6 + [12] + [1] * (len(letters) - 7)
        text = "".join(source.choices(letters, weights, k=60))
        joined = overlap._BROKEN.sub("", text)
        assert overlap._words(text) == [word.encode() for word in WORD.findall(joined)], text
