from __future__ import annotations

from PySide6.QtCore import QMimeData

from briefing_app.gui import dragged_passage
from briefing_app.gui.dragged_passage import DraggedPassage


def test_a_passage_travels_beside_the_text_for_other_programs():
    data = QMimeData()
    data.setText("We will not be hurried")
    assert dragged_passage.found(data) is None
    dragged_passage.put(data, DraggedPassage("article", 3, 25))
    assert dragged_passage.found(data) == DraggedPassage("article", 3, 25)
    assert data.text() == "We will not be hurried"
