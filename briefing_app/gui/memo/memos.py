"""The memos of a briefing: begin one, go on from one, rename, delete, switch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from briefing_app import settings
from briefing_app.domain.outline import Memo
from briefing_app.gui.dialogs.new_memo import NewMemo
from briefing_app.gui.memo.naming import free_title, next_day, next_fields, next_title
from briefing_app.gui.session import Session
from briefing_app.memo import form


class Memos(QObject):
    """Commands on memos; each is one step of undo.

    `ask_title(heading, proposed)` and `ask_delete(title, entries)` are the questions.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.ask_title: Callable[[str, str], str] = self._ask_title
        self.ask_delete: Callable[[str, int], bool] = self._ask_delete

    @property
    def current(self) -> Memo:
        """The memo that is worked on."""
        return self._session.store.memos.get(self._session.memo_id)

    def new(self) -> None:
        """Let the user choose a form, and begin a memo with its sections."""
        sheet = NewMemo(self._free(self._session.store.title), self._window)
        if sheet.exec() == QDialog.DialogCode.Accepted:
            self.begin(sheet.title, sheet.form_name, sheet.language)

    def begin(self, title: str, form_name: str, language: str = "") -> None:
        """Begin a memo and show it; `language` "" for the form's own."""
        chosen = form.load(form_name, language)
        usual = settings.load().fields
        fields = {name: text for name, text in usual.items() if name in chosen.fields}
        options = {"language": language} if language else {}
        store, made = self._session.store, ""

        def write() -> None:
            nonlocal made
            with store.change(self.tr("New memo")):
                made = store.memos.add(title, form_name, fields, options=options)
                for section in chosen.sections:
                    store.sections.add(made, section.title, layout=section.layout)

        if self._session.attempt(write):
            self._session.show_memo(made)
            self._session.offer_undo(self.tr("“{title}” begun").format(title=title))

    def go_on(self) -> None:
        """Continue the present memo as the next day's."""
        store, memo = self._session.store, self.current
        day = next_day(memo, date.today())
        proposed = self._free(next_title(memo, day))
        title = self.ask_title(self.tr("Continue “{title}” as").format(title=memo.title), proposed)
        if not title:
            return
        made = ""

        def write() -> None:
            nonlocal made
            with store.change(self.tr("Continue memo")):
                made = store.continue_memo(memo.id, title)
                store.memos.update(made, fields=next_fields(memo, day))

        if self._session.attempt(write):
            self._session.show_memo(made)
            text = self.tr("“{title}” continues from “{before}”")
            self._session.offer_undo(text.format(title=title, before=memo.title))

    def rename(self) -> None:
        """Ask for another title of the present memo."""
        memo = self.current
        title = self.ask_title(self.tr("Rename memo"), memo.title)
        if title and title != memo.title:
            store = self._session.store

            def write() -> None:
                with store.change(self.tr("Rename memo")):
                    store.memos.update(memo.id, title=title)

            self._session.attempt(write)

    def delete(self) -> None:
        """Delete the present memo, if there is another one and the user wants it."""
        store, memo = self._session.store, self.current
        if len(store.memos.all()) == 1:
            self._session.notify(self.tr("A briefing has at least one memo"))
            return
        entries = sum(store.entries.counts(memo.id).values())
        if self.ask_delete(memo.title, entries) and self._session.attempt(
            partial(store.memos.remove, memo.id)
        ):
            self._session.offer_undo(self.tr("“{title}” deleted").format(title=memo.title))

    def show(self, memo_id: str) -> None:
        """Work on another memo."""
        self._session.show_memo(memo_id)

    def _free(self, title: str) -> str:
        return free_title(title, {memo.title for memo in self._session.store.memos.all()})

    def _ask_title(self, heading: str, proposed: str) -> str:
        mode = QLineEdit.EchoMode.Normal
        label = self.tr("Title of the memo:")
        title, confirmed = QInputDialog.getText(self._window, heading, label, mode, proposed)
        return " ".join(title.split()) if confirmed else ""

    def _ask_delete(self, title: str, entries: int) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Delete memo"))
        box.setText(self.tr("Delete the memo “{title}”?").format(title=title))
        one = self.tr("Its 1 entry goes with it; the articles stay. You can undo this.")
        many = self.tr("Its {n} entries go with it; the articles stay. You can undo this.")
        box.setInformativeText(one if entries == 1 else many.format(n=f"{entries:,}"))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is delete
