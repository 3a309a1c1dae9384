"""What lacks a mark, and which mark it may get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_app.gui.dialogs.marks_missing import MarksMissing
from briefing_app.gui.memo.checking import in_order
from briefing_app.gui.theme import Theme
from briefing_app.memo import marking
from briefing_app.store import Store


def test_it_lists_the_places_and_offers_the_marks_of_the_scheme(
    qtbot, theme: Theme, sample: Path
) -> None:
    with Store.open(sample, read_only=True) as store:
        briefing = store.snapshot()
    briefing = replace(briefing, memo=replace(briefing.memo, options={"scheme": "nato"}))
    places = marking.unmarked(briefing)
    dialog = MarksMissing(briefing, places)
    qtbot.addWidget(dialog)
    assert set(dialog.list.places) == set(places)
    assert dialog.list.places == in_order(briefing, places)
    names = [dialog.marks.itemData(n) for n in range(dialog.marks.count())]
    assert names == [mark.name for mark in marking.load("nato").marks]
    with qtbot.waitSignal(dialog.place_chosen) as chosen:
        dialog.list.chosen.emit(dialog.list.places[0])
    assert chosen.args == [marking.BOTTOM_LINE]
    dialog.marks.setCurrentIndex(1)
    assert dialog.mark == names[1]
