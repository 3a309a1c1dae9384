"""A batch of an import is as large as takes a moment."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original, ReadFile
from briefing_app.gui.importing.batch import (
    FEWEST,
    MOST,
    TAKE_S,
    ended_places,
    fitting,
    take_batch,
)
from briefing_app.importing import Import
from briefing_app.reading_pool import ReadItem
from briefing_app.reading_process import Read
from briefing_app.store import Store


def read_item(place: int) -> ReadItem:
    original = Original(f"{place}.txt", "text/plain", b"%d" % place)
    return ReadItem(place, Read(ReadFile(original, (Article("", f"Words of {place}."),))))


def test_the_first_of_a_batch_is_marked_as_read_where_it_will_be_opened(store: Store) -> None:
    batch = [read_item(0), ReadItem(0, None), read_item(1)]
    taken = take_batch(Import(store), batch, store)
    assert (len(taken.ids), taken.files) == (2, 1)
    assert [row.is_read for row in store.articles.rows(taken.ids)] == [True, False]
    assert ended_places(batch) == {0}


@pytest.mark.parametrize(
    ("count", "spent_s", "wanted"),
    [
        (20, TAKE_S / 2, 24),
        (100, TAKE_S * 2, 50),
        (20, TAKE_S * 100, FEWEST),
        (MOST, TAKE_S / 2, MOST),
    ],
)
def test_the_next_batch_fits_the_time_that_the_last_one_took(
    count: int, spent_s: float, wanted: int
) -> None:
    assert fitting(count, spent_s) == wanted
