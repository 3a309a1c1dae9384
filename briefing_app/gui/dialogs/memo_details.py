"""Everything about a memo but its outline: how it is made, its header, its bottom line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role, Run
from briefing_app.gui.dialogs.memo_header import MemoHeader
from briefing_app.gui.dialogs.new_memo import language_name
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.dialogs.template_field import TemplateField
from briefing_app.gui.memo.limits import bottom_line
from briefing_app.gui.session import Session
from briefing_app.memo import citation_style, extent, form, language, marking
from briefing_app.memo.form import Form


class MemoDetails(Sheet):
    """OK writes everything as one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MemoDetails", "Memo options")
        super().__init__(title, parent, width_em=48)
        self._session = session
        self._memo = memo = session.store.memos.get(session.memo_id)
        self.forms = self._choice((n, form.load(n).title) for n in form.names())
        tags = ((tag, language_name(tag)) for tag in language.names())
        self.languages = self._choice((("", ""), *tags))
        styles = citation_style.names()
        self.citations = self._choice((n, citation_style.load(n).title) for n in styles)
        schemes = ((n, marking.load(n).title) for n in marking.names())
        self.schemes = self._choice((("", self.tr("No marks")), *schemes))
        self.mark = QComboBox()
        self.template = TemplateField(memo.options.get("template", ""))
        self.header = MemoHeader(self, memo.fields)
        self.bottom_line = QPlainTextEdit(memo.bottom_line)
        self.length = QLabel()
        for box, value in (
            (self.forms, memo.form),
            (self.languages, memo.options.get("language", "")),
            (self.citations, memo.options.get("citation", "") or citation_style.DEFAULT),
            (self.schemes, memo.options.get("scheme", "")),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._build()
        self._connect()
        self._on_form()
        self._on_scheme()
        self.mark.setCurrentIndex(max(0, self.mark.findData(memo.marking)))
        self._finish()

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """The lines of the header by the field's name."""
        return self.header.lines

    def accept(self) -> None:
        memo, memos = self._memo, self._session.store.memos
        wanted = replace(
            memo,
            form=self.forms.currentData(),
            fields=self.header.values(),
            options=self._options(),
            bottom_line=self.bottom_line.toPlainText().strip(),
            marking=self.mark.currentData() or "",
        )
        write = partial(
            memos.update,
            memo.id,
            form=wanted.form,
            fields=wanted.fields,
            options=wanted.options,
            bottom_line=wanted.bottom_line,
            marking=wanted.marking,
        )
        if wanted == memo or self._session.attempt(write):
            super().accept()

    def done(self, result: int) -> None:
        self.template.stop()
        super().done(result)

    def _options(self) -> dict[str, str]:
        """What differs from the form's own way, and options that this sheet does not show."""
        citation = self.citations.currentData()
        chosen = {
            "language": self.languages.currentData(),
            "citation": "" if citation == citation_style.DEFAULT else citation,
            "scheme": self.schemes.currentData(),
            "template": self.template.path,
        }
        everything = dict(self._memo.options) | chosen
        return {n: text for n, text in everything.items() if text}

    def _choice(self, values: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for value, text in values:
            box.addItem(text, value)
        # A long text is shortened rather than widening the sheet.
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _build(self) -> None:
        inner = QWidget()
        self._inner = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self.em(0.5), 0)
        column.setSpacing(self.em(0.9))
        column.addLayout(self._manner())
        column.addWidget(self._labelled(self.tr("Office &template"), self.template))
        column.addWidget(self._line())
        column.addWidget(self.header)
        column.addWidget(self._bottom_line())
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("look", "sheet")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._area = area
        self.column.addWidget(area, 1)

    def _manner(self) -> QGridLayout:
        """How the memo is made."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        grid.setVerticalSpacing(self.em(0.8))
        for place, (label, box) in enumerate((
            (self.tr("F&orm"), self.forms),
            (self.tr("&Language"), self.languages),
            (self.tr("&Citations"), self.citations),
            (self.tr("Mar&king"), self.schemes),
        )):  # fmt: skip
            grid.addWidget(self._labelled(label, box), place // 2, place % 2)
        return grid

    def _labelled(self, text: str, field: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.em(0.3))
        column.addWidget(self.field_label(text, field))
        column.addWidget(field)
        return holder

    def _line(self) -> QFrame:
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        return line

    def _bottom_line(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.em(0.3))
        head = QHBoxLayout()
        head.addWidget(self.field_label(self.tr("&Bottom line"), self.bottom_line))
        head.addStretch(1)
        self.mark.setAccessibleName(self.tr("Mark of the bottom line"))
        self.mark.setToolTip(self.mark.accessibleName())
        head.addWidget(self.mark)
        self.bottom_line.setTabChangesFocus(True)
        # Room for a line more than most forms allow.
        self.bottom_line.setFixedHeight(self.em(8))
        column.addLayout(head)
        column.addWidget(self.bottom_line)
        column.addWidget(self.length)
        return holder

    def _connect(self) -> None:
        self.forms.currentIndexChanged.connect(self._on_form)
        self.languages.currentIndexChanged.connect(self._on_form)
        self.schemes.currentIndexChanged.connect(self._on_scheme)
        self.bottom_line.textChanged.connect(self._measure)
        self.template.checked.connect(self.grow)

    def _finish(self) -> None:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._show_whole()
        self.finish(buttons)

    def _show_whole(self) -> None:
        """Let the sheet be as high as its parts, where the screen has the room."""
        inner = self._area.widget()
        self._inner.activate()
        wanted = max(inner.sizeHint().height(), inner.heightForWidth(self._width))
        self._area.setMinimumHeight(min(wanted, self.room().height() - self.em(8)))

    def grow(self) -> None:
        self._show_whole()
        super().grow()

    @property
    def _form(self) -> Form:
        return form.load(self.forms.currentData(), self.languages.currentData() or "")

    def _on_form(self) -> None:
        own = language_name(form.load(self.forms.currentData()).language)
        self.languages.setItemText(0, self.tr("{language} (the form’s)").format(language=own))
        self.header.ask_for(self._form)
        self._set_tab_order()
        self._measure()
        self.grow()

    def _set_tab_order(self) -> None:
        """The new lines of the header come after all else otherwise."""
        tab = Qt.FocusPolicy.TabFocus
        lines = [w for w in self.header.findChildren(QWidget) if w.focusPolicy() & tab]
        template = (self.template.choose, self.template.remove)
        for stop, following in pairwise([*template, *lines, self.mark, self.bottom_line]):
            self.setTabOrder(stop, following)

    def _on_scheme(self) -> None:
        name, before = self.schemes.currentData(), self.mark.currentData()
        self.mark.clear()
        self.mark.addItem(self.tr("No mark"), "")
        for mark in marking.load(name).marks if name else ():
            self.mark.addItem(mark.portion, mark.name)
        self.mark.setCurrentIndex(max(0, self.mark.findData(before)))
        self.mark.setVisible(bool(name))

    def _measure(self) -> None:
        text, used = self.bottom_line.toPlainText().strip(), self._form
        if not text:
            self._say(self.tr("What the reader must know, in two or three sentences"), "hint")
            return
        label = Run(f"{used.labels['bottom_line']} ")
        draft = (Paragraph(Role.BOTTOM_LINE, (label, Run(text))),)
        alone = ComposedMemo("", "", "", "", "", "", used.language, draft, (), body_length=1)
        told = bottom_line(extent.measure(alone, used), used)
        self._say(told.text, "warning" if told.is_over else "hint")

    def _say(self, text: str, look: str) -> None:
        self.length.setText(text)
        self.length.setProperty("look", look)
        self.length.style().polish(self.length)
