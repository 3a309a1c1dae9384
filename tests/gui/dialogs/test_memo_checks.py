"""The sheet of checks."""

from __future__ import annotations

from briefing_app.gui.dialogs.memo_checks import MemoChecks
from briefing_app.gui.memo.checking import Group, Remark
from briefing_app.gui.theme import Theme
from briefing_app.memo.tradecraft import Flaw


def test_groups_come_with_their_reason(qtbot, theme: Theme) -> None:
    sheet = MemoChecks()
    qtbot.addWidget(sheet)
    group = Group(Flaw.UNDATED_DAY, (Remark("e1", "It ended yesterday.", "yesterday"),))
    sheet.show_groups([group])
    assert sheet.summary == "1 thing to look at"
    assert sheet.list.lines == [f"{group.title}, {group.why}", "It ended yesterday., yesterday"]
    assert sheet.export_button.isHidden()
    sheet.show_groups([])
    assert sheet.summary == "Nothing to mend: it can go out"
    assert sheet.list.places == []
