"""The open briefing and what the user is looking at; panes hear of each other only through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.domain.outline import Placed
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.hold import Hold
from briefing_app.store import Change, Store
from briefing_app.store.aside import NotNow

MANY_ROWS, MANY_ARTICLES = 400, 100
"""Rows that a step may have which is undone at once, and articles that are dealt with at once: more
would take longer than the window may stand still."""

MOST_PASSWORDS = 20
AGAIN_MS = 15
"""An article that could not be read without waiting is opened after so long."""


@dataclass(frozen=True)
class Notice:
    """A line that says what happened, with at most one thing to do about it.

    `offers_undo`: it is about the last change, and pointless once another one follows.
    `refusal`: it is a question, which stays until it is answered; saying so answers "no".
    `is_open`: whether a question still waits; one that another notice covered comes back then.
    """

    text: str
    action: str = ""
    run: Callable[[], object] | None = None
    is_problem: bool = False
    offers_undo: bool = False
    refusal: str = ""
    refuse: Callable[[], object] | None = None
    is_open: Callable[[], bool] | None = None


def _in_a_sentence(label: str) -> str:
    """The name of a step within a line of words."""
    return f"{label[:1].lower()}{label[1:]}"


class Session(QObject):
    """One window's state: the open store, the article read, the section filed into.

    `others_write`: an import is under way, and who writes something has to wait for its turn.
    `passwords` that the user has typed, the last one first: they are written nowhere, and
    forgotten with the briefing.

    Signals, in the past tense:
    store_replaced      another briefing is open now; `store` may be read from here on
    memo_shown(str)     another memo of the briefing is worked on now
    changed(Change)     something was written, undone or redone
    article_opened(str) this article id is shown, "" for none
    passage_shown(str)  the reading pane shall show this excerpt id
    entry_shown(str)    the outline shall show this entry id
    entry_marked(str)   this entry id is the current one of the outline, "" for none
    target_moved(str)   Enter files into this section id, "" while there is no section
    notified(Notice)    something to tell the user without stopping them
    variants_requested(str)  the user wants to say how else this name is written, "" for any
    """

    store_replaced = Signal()
    memo_shown = Signal(str)
    changed = Signal(object)
    article_opened = Signal(str)
    passage_shown = Signal(str)
    entry_shown = Signal(str)
    entry_marked = Signal(str)
    target_moved = Signal(str)
    notified = Signal(object)
    variants_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._store: Store | None = None
        self._unsubscribe: Callable[[], object] = lambda: None
        self._hold = Hold(self)
        self.others_write = False
        self._to_open = ""
        self._opening = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._opening.timeout.connect(self._open_postponed)
        self.memo_id = ""
        self.article_id = ""
        self.entry_id = ""
        self.target_id = ""
        self.passwords: tuple[str, ...] = ()

    @property
    def store(self) -> Store:
        """The open briefing. Raises RuntimeError before `open`."""
        if self._store is None:
            raise RuntimeError("no briefing is open")
        return self._store

    @property
    def has_store(self) -> bool:
        """True once a briefing is open."""
        return self._store is not None

    @property
    def can_write(self) -> bool:
        """True while a briefing is open that may be changed."""
        return self._store is not None and not self._store.read_only

    def open(self, store: Store) -> None:
        """Show another briefing; the one before is closed."""
        self.close()
        self._store = store
        self._unsubscribe = store.subscribe(self._on_change)
        self.memo_id = store.memos.all()[0].id
        self.article_id = ""
        self.mark_entry("")
        sections = self.sections()
        self.target_id = sections[0].section.id if sections else ""
        self.store_replaced.emit()
        self.target_moved.emit(self.target_id)

    def close(self) -> None:
        """Let go of the open briefing, if there is one."""
        self._opening.stop()
        if self._store is not None:
            self._unsubscribe()
            self._store.close()
            self._store = None
            self.passwords = ()

    def remember_password(self, password: str) -> None:
        """Open originals with it, too, until the briefing is closed."""
        others = [known for known in self.passwords if known != password]
        self.passwords = (password, *others)[:MOST_PASSWORDS]

    def sections(self) -> tuple[Placed, ...]:
        """The memo's sections in reading order."""
        return self.store.sections.of_memo(self.memo_id)

    def show_memo(self, memo_id: str) -> None:
        """Work on another memo of the briefing, and file into its first section."""
        if memo_id == self.memo_id:
            return
        self.memo_id = memo_id
        sections = self.sections()
        self.target_id = sections[0].section.id if sections else ""
        self.memo_shown.emit(memo_id)
        self.target_moved.emit(self.target_id)

    def open_article(self, article_id: str) -> None:
        """Show an article in the reading pane and mark it read; a moment later during a commit."""
        self._opening.stop()
        if self.others_write and self._is_committing():
            self._to_open = article_id
            self._opening.start()
        else:
            self._open(article_id)

    def _open_postponed(self) -> None:
        if self._store is not None:
            self.open_article(self._to_open)

    def _is_committing(self) -> bool:
        try:
            with self.store.at_once():
                self.store.articles.count()
        except NotNow:
            return True
        return False

    def _open(self, article_id: str) -> None:
        if article_id == self.article_id:
            return
        self.article_id = article_id
        self.article_opened.emit(article_id)
        if article_id and not self.store.read_only:
            self._mark_read(article_id)

    def _mark_read(self, article_id: str) -> None:
        store = self.store
        if not self.others_write:
            store.articles.mark_read(article_id)
            return
        done, failed = partial(self._on_marked, store), partial(self._on_not_made, store)
        tasks.run(store.articles.mark_read, article_id, done=done, failed=failed)

    def _on_marked(self, store: Store, _result: object) -> None:
        if self._store is store:
            store.announce()

    def show_passage(self, excerpt_id: str) -> None:
        """Open the excerpt's article and scroll to the passage."""
        self._opening.stop()
        self._open(self.store.excerpts.get(excerpt_id).article_id)
        self.passage_shown.emit(excerpt_id)

    def show_entry(self, entry_id: str) -> None:
        """Show an entry's card in the outline."""
        self.entry_shown.emit(entry_id)

    def mark_entry(self, entry_id: str) -> None:
        """Further evidence goes to this entry from now on; "" for none."""
        if entry_id != self.entry_id:
            self.entry_id = entry_id
            self.entry_marked.emit(entry_id)

    def edit_variants(self, word: str = "") -> None:
        """Let the user say how else a name is written."""
        self.variants_requested.emit(word)

    def move_target(self, section_id: str) -> None:
        """File into this section from now on."""
        if section_id != self.target_id:
            self.target_id = section_id
            self.target_moved.emit(section_id)

    def notify(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say what happened, with one action to offer at most."""
        self.notified.emit(Notice(text, action, run))

    def offer_undo(self, text: str) -> None:
        """Say what the last change did, and offer to take it back."""
        undo = partial(self._undo_last, self.store.steps())
        self.notified.emit(Notice(text, self.tr("Undo"), undo, offers_undo=True))

    def attempt(self, run: Callable[[], object]) -> bool:
        """Carry out `run`; what the user can act on becomes a notice. True when it went well."""
        try:
            run()
        except BriefingError as error:
            self.notified.emit(Notice(str(error), is_problem=True))
            return False
        return True

    def attempt_many(
        self, count: int, change: Callable[[], Any], told: str, done: Callable[[Any], object]
    ) -> None:
        """`attempt` a change of `count` articles and hand `done` its result if it went well.

        told  is said while many are dealt with, which is carried out in a thread
        """
        if count > MANY_ARTICLES and not self.is_occupied:
            self.carry_out(change, told, done)
            return
        results: list[Any] = []
        if self.attempt(lambda: results.append(change())):
            done(results[0])

    @property
    def is_occupied(self) -> bool:
        """True while `carry_out` is at work."""
        return self._hold.is_on

    def carry_out(
        self, change: Callable[[], Any], told: str, done: Callable[[Any], object]
    ) -> None:
        """`attempt` a change that takes long, in a thread; the user can only look on meanwhile.

        told  is what they read
        done  is given the result when everybody has heard of the change; not if it failed
        """
        if self._hold.is_on:
            raise RuntimeError("another change is being carried out")
        self._hold.begin()
        self.notify(told)
        store = self.store
        tasks.run(
            change,
            done=partial(self._on_carried_out, store, done),
            failed=partial(self._on_not_carried_out, store),
        )

    def _on_carried_out(self, store: Store, done: Callable[[Any], object], result: object) -> None:
        self._hold.end()
        if self._store is store:
            store.announce()
            done(result)

    def _on_not_carried_out(self, store: Store, error: Exception) -> None:
        self._hold.end()
        if self._store is store:
            store.announce()
        self._on_not_made(store, error)

    def _on_not_made(self, store: Store, error: Exception) -> None:
        # What is closed meanwhile takes nothing, and needs nothing said about it.
        if self._store is store:
            if not isinstance(error, BriefingError):
                raise error
            self.notified.emit(Notice(str(error), is_problem=True))

    def undo(self) -> None:
        """Take the last change back, and say which it was."""
        label = self.store.undo_label
        if self.store.step_size("undo") > MANY_ROWS and not self.is_occupied:
            told = self.tr("Undoing: {step}…").format(step=_in_a_sentence(label))
            self.carry_out(self.store.undo, told, self._say_undone)
        elif self.attempt(self.store.undo) and label:
            self._say_undone(label)

    def redo(self) -> None:
        """Carry out again what was undone last, and say which it was."""
        label = self.store.redo_label
        if self.store.step_size("redo") > MANY_ROWS and not self.is_occupied:
            told = self.tr("Doing again: {step}…").format(step=_in_a_sentence(label))
            self.carry_out(self.store.redo, told, self._say_redone)
        elif self.attempt(self.store.redo) and label:
            self._say_redone(label)

    def _say_undone(self, label: str) -> None:
        text = self.tr("Undone: {step}").format(step=_in_a_sentence(label))
        again = partial(self._redo_next, self.store.undone_steps())
        self.notified.emit(Notice(text, self.tr("Redo"), again, offers_undo=True))

    def _say_redone(self, label: str) -> None:
        self.offer_undo(self.tr("Done again: {step}").format(step=_in_a_sentence(label)))

    def _undo_last(self, steps: list[str]) -> None:
        # The notice stays a while; by now another step may be the last one.
        if self.store.steps() == steps:
            self.undo()

    def _redo_next(self, undone: list[str]) -> None:
        if self.store.undone_steps() == undone:
            self.redo()

    def _on_change(self, change: Change) -> None:
        if "memo" in change.rows:
            self._keep_memo()
        if "section" in change.rows:
            self._keep_target()
        if self.article_id in change.rows.get("article", ()):
            self._keep_article()
        self.changed.emit(change)

    def _keep_memo(self) -> None:
        """Go to the newest memo that there is when the present one is gone."""
        ids = [memo.id for memo in self.store.memos.all()]
        if self.memo_id not in ids:
            self.show_memo(ids[-1])

    def _keep_target(self) -> None:
        ids = [placed.section.id for placed in self.sections()]
        if self.target_id not in ids:
            self.move_target(ids[0] if ids else "")

    def _keep_article(self) -> None:
        if not self.store.articles.rows([self.article_id]):
            self.article_id = ""
            self.article_opened.emit("")
