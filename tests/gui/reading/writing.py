"""Bodies of all kinds of writing, as an import may store them."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("a", "b", " ", " ", "\n", ". ", "“", "”", "-", "\u00a0", "don’t", "U.S."),
        *("é", "e\u0301", "o\u0302\u0323", " \u0301", "😀", "👍🏽", "👩‍👩‍👧‍👦", "❤️‍🔥", "🇺🇸", "𝒳"),
        *("سلام", "قَالَ", "می\u200cخواهم", "\u200f", "«", "»", "שלום", "שָׁלוֹם", "\u200d", "1", "۳"),
        *("中", "が", "กำ", "क्षि", "한"),
    ]
)
BODIES = st.lists(PIECES, max_size=25).map("".join)
"""Paragraphs may be empty here; real bodies have none."""
