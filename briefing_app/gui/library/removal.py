"""Deleting articles: with a word beforehand on what the memo would lose, and Undo afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.domain.outline import Entry
from briefing_app.gui.session import Session

Confirm = Callable[[int, Sequence[Entry]], bool]
"""Asked with the number of articles and the entries that would lose evidence."""

NAMED = 3
"""Entries that the question names; of more it says how many."""

ENTRY_LENGTH = 70


class Removal(QObject):
    """Removes articles from the session's briefing. `confirm` is the question to the user."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.confirm: Confirm = self._ask

    def remove(self, ids: Sequence[str], then: Callable[[], object] = lambda: None) -> bool:
        """Delete articles; asks first where entries would lose evidence. True unless refused.

        `then` is called when they are gone.
        """
        articles, count = self._session.store.articles, len(ids)
        losing = articles.losing(ids)
        if losing and not self.confirm(count, losing):
            return False
        told = self.tr("Deleting {n} articles…").format(n=f"{count:,}")
        done = partial(self._conclude, count, len(losing), then)
        self._session.attempt_many(count, partial(articles.remove, ids), told, done)
        return True

    def _conclude(
        self, articles: int, entries: int, then: Callable[[], object], _result: object
    ) -> None:
        self._session.offer_undo(self.said(articles, entries))
        then()

    def said(self, articles: int, entries: int) -> str:
        """What the notice says, e.g. "2 articles deleted; 3 entries lose their evidence"."""
        if articles == 1:
            text = self.tr("Article deleted")
        else:
            text = self.tr("{n} articles deleted").format(n=articles)
        if entries == 1:
            return self.tr("{deleted}; 1 entry loses its evidence").format(deleted=text)
        if entries:
            lost = self.tr("{deleted}; {n} entries lose their evidence")
            return lost.format(deleted=text, n=entries)
        return text

    def _ask(self, articles: int, entries: Sequence[Entry]) -> bool:
        box = QMessageBox(self._window.window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        one, many = self.tr("Delete this article?"), self.tr("Delete {n} articles?")
        box.setWindowTitle(self.tr("Delete"))
        box.setText(one if articles == 1 else many.format(n=articles))
        box.setInformativeText(self.described(entries))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is delete

    def described(self, entries: Sequence[Entry]) -> str:
        """The entries that would lose evidence, the first ones by their words."""
        if len(entries) == 1:
            lines = [self.tr("1 entry of the memo stays, but loses its evidence:")]
        else:
            text = self.tr("{n} entries of the memo stay, but lose their evidence:")
            lines = [text.format(n=len(entries))]
        for entry in entries[:NAMED]:
            words = " ".join(entry.text.split())
            cut = words if len(words) <= ENTRY_LENGTH else words[:ENTRY_LENGTH].rstrip() + "…"
            lines.append(f"•  {cut}")
        if len(entries) > NAMED:
            lines.append(self.tr("and {n} more").format(n=len(entries) - NAMED))
        return "\n".join(lines)
