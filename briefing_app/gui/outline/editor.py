"""The panel in which an entry is edited: it lies over the card and stops nothing else."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import Kind
from briefing_app.gui.drawing import wrap
from briefing_app.gui.outline.credibility import CredibilityField
from briefing_app.gui.outline.drafts import Draft, Opened, rests_on_one_origin
from briefing_app.gui.outline.evidence import EvidenceList
from briefing_app.gui.outline.kinds import KindButtons
from briefing_app.gui.outline.more_fields import Known, MoreFields, complete
from briefing_app.gui.outline.verdict import Verdict
from briefing_app.gui.shadow import cast_shadow
from briefing_app.gui.theme import Theme

WIDTH_PX = 440
AWAY_PX = 8
LEAST_PX = 40


class EntryEditor(QFrame):
    """Floats over its host and writes nothing itself.

    Ctrl+Enter or a click elsewhere keeps what was edited, Esc leaves it as it was.

    Signals:
    finished(Opened, Draft)  the user is done and wants this kept
    left()                   always, while the panel still has the keyboard
    """

    finished = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._opened = Opened(Draft())
        self._known = Known()
        self._anchor = QRect()
        self.setProperty("look", "tag bar")
        self.setAccessibleName(self.tr("Edit entry"))
        self.kinds = KindButtons(theme)
        self.text = QPlainTextEdit()
        self.verdict = Verdict()
        self.speaker = QLineEdit()
        self.credibility = CredibilityField()
        self.role = QLineEdit()
        self.doubt = QLabel()
        self.note = QPlainTextEdit()
        self.evidence = EvidenceList(theme)
        self.more = MoreFields(theme)
        self.more_button = QToolButton()
        self._hint = QLabel(self.tr("<b>Ctrl+Enter</b> saves · <b>Esc</b> cancels"))
        self._save = QPushButton(self.tr("Save"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._details = QGridLayout()
        self._spoken = QHBoxLayout()
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._body = QScrollArea()
        self._dress()
        self._lay_out()
        self._connect()
        self.hide()

    def _dress(self) -> None:
        self.text.setAccessibleName(self.tr("Text of the entry"))
        self.text.setProperty("look", "entry text")
        self.text.setToolTip(self.tr("What the memo says"))
        self.speaker.setAccessibleName(self.tr("Speaker"))
        self.speaker.setToolTip(self.tr("Who says it"))
        self.role.setAccessibleName(self.tr("Role of the speaker"))
        self.role.setToolTip(self.tr("What the speaker was when saying it"))
        self.role.setPlaceholderText(self.tr("Role then"))
        self.doubt.setWordWrap(True)
        self.doubt.setProperty("look", "warning")
        self.doubt.setText(
            self.tr("All evidence goes back to one origin. Which other source confirms it?")
        )
        self.more_button.setProperty("look", "tool")
        self.more_button.setCheckable(True)
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.setAccessibleName(self.tr("More fields"))
        self.more_button.setToolTip(self.tr("When it happened, translation, marking, origin"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setToolTip(self.tr("For yourself; it is not printed"))
        self.note.setPlaceholderText(self.tr("For yourself; it is not printed"))
        for area in (self.text, self.note):
            area.setTabChangesFocus(True)
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        self._save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        self._cancel.setToolTip(self.tr("Cancel (Esc)"))
        self._cancel.setProperty("look", "link")
        self._names, self._roles = complete(self.speaker), complete(self.role)
        cast_shadow(self)

    def _lay_out(self) -> None:
        spoken = self._spoken
        spoken.addWidget(self.speaker, 3)
        spoken.addWidget(self.role, 2)
        for row, (name, field, part) in enumerate(
            (
                (self.tr("Speaker"), self.speaker, spoken),
                (self.tr("Credibility"), self.credibility, self.credibility),
                ("", None, self.doubt),
                (self.tr("Note"), self.note, self.note),
            )
        ):
            if field is not None:
                label = QLabel(name)
                label.setProperty("look", "field label")
                label.setBuddy(field)
                self._labels.append(label)
                self._details.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(part, QHBoxLayout):
                self._details.addLayout(part, row, 1)
            elif isinstance(part, QWidget):
                self._details.addWidget(part, row, 1)
        self._details.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        inside = QWidget()
        self._parts = QVBoxLayout(inside)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self.text)
        self._parts.addWidget(self.verdict)
        self._parts.addLayout(self._details)
        for widget in (self.evidence, self.more_button, self.more):
            self._parts.addWidget(widget)
        self._body.setWidget(inside)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (inside, self._body.viewport()):
            ground.setAutoFillBackground(False)
        self._column.addWidget(self.kinds)
        self._column.addWidget(self._body)
        self._column.addLayout(buttons)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._judge)
        self.text.textChanged.connect(self._judge)
        self.evidence.marked.connect(self._on_marked)
        self.credibility.currentIndexChanged.connect(self._on_rated)
        self.speaker.editingFinished.connect(self._recall_role)
        self.more.edited.connect(self._on_marked)
        self.more_button.toggled.connect(self._unfold)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.give_up)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    @property
    def entry_id(self) -> str:
        """The entry being edited; "" for a new one or none."""
        return self._opened.entry_id if self.isVisible() else ""

    def open(self, opened: Opened, known: Known, anchor: QRect) -> None:
        """Edit an entry, completing from what is known.

        anchor    the card, in the host's coordinates
        """
        self.keep()
        self._opened, self._anchor, self._known = opened, anchor, known
        draft = opened.draft
        self.evidence.show_sources(opened.sources)
        self.kinds.choose(draft.kind)
        self.text.setPlainText(draft.text)
        self.note.setPlainText(draft.note)
        self.speaker.setText(draft.speaker)
        self.speaker.setCursorPosition(0)
        self.role.setText(draft.speaker_role)
        self.role.setCursorPosition(0)
        self._names.setStringList(list(known.speakers))
        self._roles.setStringList(list(known.roles(draft.speaker)))
        self.credibility.set_grade(draft.credibility)
        for widget in (*self._labels[:2], self.speaker, self.role, self.credibility):
            widget.setVisible(bool(opened.sources))
        self.more.show_entry(opened, known)
        self._unfold(False)
        for kind in (Kind.QUOTE, Kind.FACT):
            self.kinds.button(kind).setEnabled(bool(opened.entry_id))
        self.tint()
        self._judge()
        self._question()
        self._place()
        self.show()
        self.raise_()
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._watch(True)

    def draft(self) -> Draft:
        """What the fields say now."""
        return replace(
            self._opened.draft,
            kind=self.kinds.kind,
            text=self.text.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            speaker=self.speaker.text().strip(),
            speaker_role=self.role.text().strip(),
            credibility=self.credibility.grade,
            removed=self.evidence.removed,
            turned=self.evidence.turned,
            **self.more.values(),
        )

    def save(self) -> None:
        """Close, and have what was edited written, unless the moment of the event is none."""
        if self.more.event_time.iso is None:
            self._unfold(True)
            self.more.event_time.refuse()
        else:
            self.keep()

    def keep(self) -> None:
        """Close, and have what was edited written; a moment that is none stays as it was."""
        if self.isVisible():
            opened, draft = self._opened, self.draft()
            self.give_up()
            if draft != opened.draft:
                self.finished.emit(opened, draft)

    def give_up(self) -> None:
        """Close, and leave the entry as it was."""
        if self.isVisible():
            self._watch(False)
            self.left.emit()
            self.hide()

    def _watch(self, watching: bool) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if watching:
            app.installEventFilter(self)
            app.focusChanged.connect(self._on_focus_changed)
        else:
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the application, but only while the panel is open."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and QApplication.activePopupWidget() is None:
                self.keep()
        elif event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return False

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and not self.isAncestorOf(now) and not self._is_popup(now):
            self.keep()

    def _is_popup(self, widget: QWidget) -> bool:
        return widget.window() is not self.window()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_marked(self) -> None:
        self._judge()
        self._question()
        self._place()

    def _on_rated(self, _grade: int) -> None:
        self._question()
        self._place()

    def _question(self) -> None:
        """Ask whether information is confirmed that only one origin tells."""
        origin = " ".join(self.more.origin.text().split())
        is_one = rests_on_one_origin(self.evidence.kept, self._opened.main, origin)
        self.doubt.setVisible(self.credibility.grade == "1" and is_one)

    def _recall_role(self) -> None:
        """Offer what a speaker was before; take it where nothing is said yet."""
        roles = list(self._known.roles(self.speaker.text().strip()))
        self._roles.setStringList(roles)
        if roles and not self.role.text().strip() and not self.role.isModified():
            self.role.setText(roles[0])

    def _unfold(self, is_open: bool) -> None:
        self.more_button.setChecked(is_open)
        said = "" if is_open else self.more.summary
        words = self.tr("More: {summary}").format(summary=said) if said else self.tr("More")
        self.more_button.setText(words)
        self.more_button.setIcon(self._theme.icon("down" if is_open else "right", size_px=14))
        self.more.setVisible(is_open)
        if self.isVisible():
            self._place()

    def _judge(self) -> None:
        """Say whether a quote is what its article says."""
        is_quote = self.kinds.kind == Kind.QUOTE
        self.verdict.setVisible(is_quote)
        if is_quote:
            self.verdict.judge(self.text.toPlainText(), self.evidence.kept)

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(10))
        for column in (self._column, self._parts):
            column.setSpacing(px(8))
        self._details.setHorizontalSpacing(px(10))
        self._spoken.setSpacing(px(6))
        self._details.setVerticalSpacing(px(6))
        for label in self._labels:
            label.setContentsMargins(0, px(8), 0, 0)
        self.kinds.tint()
        self.more.tint()
        self.more_button.setIconSize(QSize(px(14), px(14)))
        font = self._theme.font(13.5, reading=True)
        line = QFontMetricsF(font).lineSpacing()
        room = min(px(WIDTH_PX), self.parentWidget().width()) - px(60)
        lines = len(wrap(self._opened.draft.text, font, room, 7))
        self.text.setFixedHeight(round(line * (max(3, lines) + 0.5)) + px(16))
        small = QFontMetricsF(self.note.font()).lineSpacing()
        self.note.setFixedHeight(round(small * 2) + px(20))

    def _place(self) -> None:
        host, away = self.parentWidget(), self._theme.px(AWAY_PX)
        width = min(self._theme.px(WIDTH_PX), host.width() - 2 * away)
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        self.setFixedWidth(width)
        most = host.height() - 2 * away
        for area in (self.evidence, self.more):
            area.setFixedHeight(area.room(inner))
        for area in (self.evidence, self.more):  # both can be scrolled
            excess = self._needed(width) - most
            if excess > 0 and not area.isHidden():
                least = self._theme.px(LEAST_PX)
                area.setFixedHeight(max(least, area.height() - excess))
        needed = self._needed(width)
        height = min(needed, most)
        if needed > most:  # large text in a small window: all between kind and buttons scrolls
            room = self._body.height() - needed + most
            self._body.setFixedHeight(max(self._theme.px(LEAST_PX), room))
        x = min(self._anchor.right() - width, host.width() - width - away)
        y = min(self._anchor.top(), host.height() - height - away)
        self.setGeometry(max(away, x), max(away, y), width, height)

    def _needed(self, width: int) -> int:
        margins = self._column.contentsMargins()
        for column in (self._parts, self._column):
            column.invalidate()
            column.activate()
        inner = width - margins.left() - margins.right() - 2 * self.frameWidth()
        self._body.setFixedHeight(_height(self._parts, inner))
        frame = self.contentsMargins()
        return _height(self._column, width) + frame.top() + frame.bottom()


def _height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
