"""Which memo another one is compared with to begin with."""

from __future__ import annotations

from briefing_app.gui.dialogs.memo_changes import MemoChanges
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


def test_the_memo_that_it_continues_is_chosen(qtbot, session: Session, theme: Theme) -> None:
    first = session.memo_id
    second = session.store.continue_memo(first, "Second")
    third = session.store.continue_memo(first, "Third")
    for memo_id, other in ((third, first), (second, first), (first, second)):
        session.show_memo(memo_id)
        sheet = MemoChanges(session, theme)
        qtbot.addWidget(sheet)
        chosen = sheet.others.currentData()
        assert chosen == other or (memo_id == first and chosen in (second, third))
        offered = {sheet.others.itemData(n) for n in range(sheet.others.count())}
        assert offered == {first, second, third} - {memo_id}
        sheet.reject()
