"""What became of each file of an import, and what can be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.import_table import ImportTable, group_name
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.importing.line import Group, Line
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.importing.words import one_line
from briefing_app.gui.intake.addresses import Link
from briefing_app.store import Change

ALL = -1
BRING_IN = ("password", "recognise", "page", "again")
"""Actions for files without an article; Enter takes the first that there is."""

COPIED_MS = 2000
"""How long the button says that the list was copied."""

LOOK_MS = 200
"""After a change of articles, before the lines are compared with them."""


class ImportResults(Sheet):
    """One line a file, those that need something from the user first.

    It stands beside the work: files that were mended can be dropped on the window meanwhile.

    Signals:
    article_chosen(str)   the sheet closes with it
    pages_wanted(object)  the Links whose pages are to come in
    comparison_wanted(str, str)  the ids of two articles that are much alike, the older first
    """

    article_chosen = Signal(str)
    pages_wanted = Signal(object)
    comparison_wanted = Signal(str, str)

    def __init__(self, reviews: Sequence[ImportReview], parent: QWidget | None = None) -> None:
        """`reviews`: those that can be looked at, the one to show first at the end."""
        title = QCoreApplication.translate("ImportResults", "Imported files")
        super().__init__(title, parent, width_em=84)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reviews = reviews
        self._review = reviews[-1]
        self._groups = QButtonGroup(self)
        self.filter_field = QLineEdit()
        self.imports = QComboBox()
        self._add_imports()
        self._add_choice()
        self.table = ImportTable(title)
        self.table.setMinimumHeight(min(self.em(26), self.room().height() // 2))
        self.table.set_widths(self.em(20), self.em(14))
        self.column.addWidget(self.table, 1)
        self.details = self.add_text("", "hint")
        self._prepare_details()
        self.buttons: dict[str, QPushButton] = {}
        self._add_actions()
        self._add_close()
        self.table.line_chosen.connect(self._open)
        self.table.selection_changed.connect(self._on_selection)
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self._look_again)
        self._review.session.changed.connect(self._on_changed)
        self._take_keys()
        self._show_review()
        self.table.setFocus()

    def _add_imports(self) -> None:
        for review in reversed(self._reviews):
            self.imports.addItem(review.title)
        self.imports.setAccessibleName(self.tr("Which import"))
        self.imports.setToolTip(self.tr("Which import is listed"))
        self.imports.activated.connect(self._on_import_chosen)
        self.imports.setVisible(len(self._reviews) > 1)
        self.column.addWidget(self.imports, 0, Qt.AlignmentFlag.AlignLeft)

    def _take_keys(self) -> None:
        # The window's own, not the desktop's, which has other ones for Redo here and there.
        session = self._review.session
        for keys, run in (("Ctrl+Z", session.undo), ("Ctrl+Shift+Z", session.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_filtering = self.filter_field.hasFocus() and self.filter_field.text()
        if event.key() == Qt.Key.Key_Escape and is_filtering:
            self.filter_field.clear()
        else:
            super().keyPressEvent(event)

    def _on_import_chosen(self, number: int) -> None:
        self._review.changed.disconnect(self._show)
        self._review = self._reviews[len(self._reviews) - 1 - number]
        self._groups.button(ALL + 1).setChecked(True)
        self._show_review()

    def _show_review(self) -> None:
        self._review.changed.connect(self._show)
        chosen = set(self._review.chosen)
        self._review.look_again()
        self._show()
        self.table.choose(chosen)

    def _on_changed(self, change: Change) -> None:
        if "article" in change.rows:
            self._looking.start()

    def _look_again(self) -> None:
        self._review.look_again()

    def _add_choice(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.em(0.3))
        for number in (ALL, *Group):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("look", "filter")
            self._groups.addButton(button, number + 1)
            row.addWidget(button)
        self._groups.button(ALL + 1).setChecked(True)
        self._groups.idClicked.connect(self._show)
        row.addStretch(1)
        self.filter_field.setPlaceholderText(self.tr("Filter files"))
        self.filter_field.setAccessibleName(self.tr("Filter files"))
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.setMinimumWidth(self.em(14))
        self.filter_field.textChanged.connect(self._show)
        row.addWidget(self.filter_field)
        self.column.addLayout(row)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.filter_field.setFocus)

    def _prepare_details(self) -> None:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self.details.setTextInteractionFlags(flags)
        self.details.setAccessibleName(self.tr("About the selected file"))
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        # As high as three lines at all times, so that nothing jumps.
        self.details.ensurePolished()
        self.details.setFixedHeight(self.details.fontMetrics().lineSpacing() * 3)
        policy = self.details.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.details.setSizePolicy(policy)

    def _add_actions(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.em(0.5))
        for name, text, run in (
            ("open", self.tr("Open article"), self._open_selected),
            ("details", self.tr("Edit details…"), self._edit_details),
            ("compare", self.tr("Compare…"), self._compare),
            ("keep", self.tr("Keep both"), self._keep),
            ("replace", self.tr("Replace the older"), self._replace),
            ("skip", self.tr("Skip"), self._skip),
            ("anyway", self.tr("Import anyway"), self._import_anyway),
            ("password", self.tr("Enter password…"), self._ask_password),
            ("recognise", self.tr("Recognise text"), self._recognise),
            ("page", self.tr("Add its page…"), self._add_pages),
            ("again", self.tr("Read again"), self._read_again),
            ("stop", self.tr("Stop reading"), self._stop),
            ("folder", self.tr("Show in its folder"), self._show_in_folder),
        ):
            row.addWidget(self._action(name, text, run))
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        # Actions come and go with the selection; their row stays.
        holder.setFixedHeight(self.buttons["open"].sizeHint().height())
        self.column.addWidget(holder)

    def _action(self, name: str, text: str, run: Callable[[], None]) -> QPushButton:
        button = self.buttons[name] = QPushButton(text)
        button.setAccessibleName(text.replace("…", ""))
        button.setToolTip(_tooltip(name))
        button.setAutoDefault(False)
        button.clicked.connect(run)
        # All of them together would be wider than what they can be for one file.
        button.hide()
        return button

    def _add_close(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = buttons.addButton(self.tr("Copy list"), action)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        keys = QKeySequence(QKeySequence.StandardKey.Copy).toString()
        words = self.tr("Copy all lines that are shown; {keys} copies the selected ones")
        self.copy_button.setToolTip(words.format(keys=keys))
        # As wide as it gets, so that nothing jumps.
        copied = self.copy_button.fontMetrics().horizontalAdvance(self.tr("Copied")) + self.em(2)
        self.copy_button.setMinimumWidth(max(copied, self.copy_button.sizeHint().width()))
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._name_copying)

    def _show(self) -> None:
        lines = self._review.lines
        number = self._groups.checkedId() - 1
        only = None if number == ALL else Group(number)
        if only is not None and not any(line.group is only for line in lines):
            self._groups.button(ALL + 1).setChecked(True)
            only = None
        self.table.show_lines(lines, self.filter_field.text(), only)
        counts = Counter(line.group for line in lines)
        self._label(ALL, self.tr("All"), len(lines))
        for group in Group:
            self._label(group, group_name(group), counts[group])

    def _label(self, number: int, name: str, count: int) -> None:
        button = self._groups.button(number + 1)
        text = f"{name} {count:,}"
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(self.tr("Show only: {group}").format(group=name))
        button.setVisible(count > 0 or number == ALL)

    def _on_selection(self) -> None:
        chosen = self.table.selected()
        self._review.chosen = {line.row.path for line in chosen}
        self.details.setText(self._about(chosen))
        one = chosen[0] if len(chosen) == 1 else None
        useful = {
            "open": one is not None and self._review.has_article(one),
            "details": one is not None and one.is_questionable and self._review.has_article(one),
            "folder": one is not None and _on_disk(one) is not None,
            "compare": one is not None and bool(one.twins),
            "keep": any(line.twins for line in chosen),
            "anyway": any(line.is_left_out for line in chosen),
            "password": any(line.needs_password for line in chosen),
            "recognise": self._review.can_recognise and any(line.is_picture for line in chosen),
            "page": any(line.address for line in chosen),
            "again": any(line.is_unread for line in chosen),
            "stop": any(line.is_busy for line in chosen),
        }
        useful["replace"] = useful["skip"] = useful["keep"]
        if self.focusWidget() in [self.buttons[name] for name in useful if not useful[name]]:
            # Else the next key would press whatever comes after the button that goes.
            self.table.setFocus()
        for name, button in self.buttons.items():
            button.setVisible(useful[name])

    def _about(self, chosen: list[Line]) -> str:
        if len(chosen) != 1:
            return self.tr("{n} files selected").format(n=len(chosen)) if chosen else ""
        return f"{one_line(chosen[0].row.path)}\n{chosen[0].remark}".strip()

    def _open_selected(self) -> None:
        chosen = self.table.selected()
        if chosen:
            self._open(chosen[0])

    def _open(self, line: Line) -> None:
        if self._review.has_article(line):
            self.article_chosen.emit(line.article_id)
            self.accept()
            return
        # Without an article, what would bring it in.
        button = next((self.buttons[name] for name in BRING_IN if self._offers(name)), None)
        if button is not None:
            button.click()

    def _offers(self, name: str) -> bool:
        return not self.buttons[name].isHidden()

    def _edit_details(self) -> None:
        ArticleDetails(self._review.session, self.table.selected()[0].article_id, self).exec()

    def _add_pages(self) -> None:
        lines = [line for line in self.table.selected() if line.address]
        self.pages_wanted.emit([Link(line.address, Path(line.name).stem) for line in lines])

    def _read_again(self) -> None:
        self._review.read_again(self.table.selected())

    def _stop(self) -> None:
        self._review.stop()

    def _compare(self) -> None:
        twin = self.table.selected()[0].twins[0]
        self.comparison_wanted.emit(twin.known_id, twin.article_id)

    def _keep(self) -> None:
        self._review.keep(self.table.selected())

    def _replace(self) -> None:
        self._review.replace_older(self.table.selected())

    def _skip(self) -> None:
        self._review.skip(self.table.selected())

    def _import_anyway(self) -> None:
        self._review.import_anyway(self.table.selected())

    def _ask_password(self) -> None:
        locked = [line for line in self.table.selected() if line.needs_password]
        sheet = PasswordSheet([line.name for line in locked], self)
        if sheet.exec() == PasswordSheet.DialogCode.Accepted:
            self._review.read_with_password(locked, sheet.password)

    def _recognise(self) -> None:
        self._review.recognise_text(self.table.selected())

    def _show_in_folder(self) -> None:
        file = _on_disk(self.table.selected()[0])
        if file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.as_text())
        self.copy_button.setText(self.tr("Copied"))
        self._copied.start()

    def _name_copying(self) -> None:
        self.copy_button.setText(self.tr("Copy list"))


def _on_disk(line: Line) -> Path | None:
    """The file on the disk: for one inside an archive, that archive."""
    return line.place if line.place is not None and line.place.exists() else None


def _tooltip(name: str) -> str:
    return {
        "open": _say("Show it in the reading pane (Enter)"),
        "compare": _say("Show where the two texts differ"),
        "keep": _say("Both are different enough: leave them as they are"),
        "replace": _say("Filed passages move to the new article, and the older one goes"),
        "skip": _say("Take the new article out again"),
        "anyway": _say("Take it in a second time"),
        "password": _say("Read the encrypted file with its password"),
        "recognise": _say("Read the letters in the pictures; takes about a minute a page"),
        "details": _say("Add what the file does not say"),
        "page": _say("Fetch the page once, or open it in the browser: you are asked first"),
        "again": _say("Read the file once more, after it was mended"),
        "stop": _say("Give up reading; what is in stays"),
        "folder": _say("Open the folder that the file lies in"),
    }[name]


def _say(text: str) -> str:
    return QCoreApplication.translate("ImportResults", text)
