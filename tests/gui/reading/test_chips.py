"""Section chips and the rows that they flow into."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefing_app.gui.reading.chips import MOST_ROWS, Chip, Flow
from briefing_app.gui.theme import Theme


def flow_of(theme: Theme, qtbot, count: int) -> tuple[Flow, list[Chip]]:
    flow = Flow(theme)
    qtbot.addWidget(flow)
    made = [Chip(theme, f"Section number {n}", str(n)) for n in range(count)]
    flow.fill(made)
    flow.arrange(400)
    flow.show()
    return flow, made


def test_chips_wrap_and_never_overlap(theme, qtbot) -> None:
    _, made = flow_of(theme, qtbot, 7)
    boxes = [chip.geometry() for chip in made]
    assert all(box.left() >= 0 and box.right() < 400 for box in boxes)
    assert len({box.top() for box in boxes}) > 2
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_many_sections_scroll_instead_of_covering_the_text(theme, qtbot) -> None:
    flow, made = flow_of(theme, qtbot, 60)
    assert flow.height() <= MOST_ROWS * 36
    assert flow.verticalScrollBar().maximum() > 0
    assert max(chip.geometry().right() for chip in made) < flow.viewport().width()


def test_widgets_left_out_of_a_new_filling_are_hidden(theme, qtbot) -> None:
    flow, made = flow_of(theme, qtbot, 3)
    flow.fill(made[:1])
    flow.arrange(400)
    assert [chip.isVisible() for chip in made] == [True, False, False]


def test_a_long_title_is_cut_and_its_chip_still_works(theme, qtbot) -> None:
    chip = Chip(theme, "A title that goes on and on " * 8, "1")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() <= 320
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.grab().isNull()
