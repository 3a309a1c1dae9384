"""By keyboard and by screen reader: the whole window and every dialog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefing_app.domain.article import Article, Original
from briefing_app.domain.memo import QuoteDifference
from briefing_app.gui import actions
from briefing_app.gui import help as help_dialogs
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.backups import BackupsDialog
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.dialogs.marks_missing import MarksMissing
from briefing_app.gui.dialogs.memo_changes import MemoChanges
from briefing_app.gui.dialogs.memo_checks import MemoChecks
from briefing_app.gui.dialogs.memo_details import MemoDetails
from briefing_app.gui.dialogs.new_memo import NewMemo
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.dialogs.shortcuts import ShortcutSheet
from briefing_app.gui.import_review import ImportReview
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.checking import inspect
from briefing_app.importing import import_files
from briefing_app.memo.marking import unmarked
from briefing_app.reading_pool import Wanted
from briefing_app.store import Backup
from tests.gui.test_files import answer

SCREENS = ("read", "tagging", "editing", "memo", "empty", "nothing found", "problem")


@pytest.fixture
def on_sample(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample."""
    assert window.files.open(sample)
    return window


def show(qtbot, window: MainWindow, screen: str) -> None:
    """Bring the window to one of SCREENS."""
    session = window.session
    if screen == "tagging":
        view = window.reading.view
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(window.reading.tag_bar.isVisible)
    elif screen == "editing":
        session.show_entry(session.store.entries.cards(session.memo_id)[0].entry.id)
        window.actions_by_name["edit_entry"].trigger()
        assert window.outline.editor.isVisible()
    elif screen == "memo":
        window.show_view("memo")
    elif screen == "empty":
        window.files.new()
    elif screen == "nothing found":
        window.library.focus_search()
        QTest.keyClicks(window.library.search_field, "zzzz")
        QTest.keyClick(window.library.search_field, Qt.Key.Key_Return)
        assert not window.library.list.isVisible()
    elif screen == "problem":
        window.files.open(Path("nowhere.briefing"))
        assert window.notices.isVisible()


def back_up(session: object) -> list[Backup]:
    return [Backup(Path("a.briefing"), datetime(2020, 1, 6, 18, 0), 120_000)]


def dialogs() -> dict[str, Callable[[MainWindow], QDialog]]:
    """Every dialog by name."""
    difference = QuoteDifference("e", "“As said,”", "“As it was said,”", "a", "A word is missing.")

    def results(window: MainWindow) -> QDialog:
        store = window.session.store
        paths = [Path(__file__), Path("nowhere.txt")]
        files = [Wanted(path) for path in paths]
        report = import_files(store, paths)
        return ImportResults(ImportReview(window.session, window.importer, report, files), window)

    def checks(window: MainWindow) -> QDialog:
        sheet = MemoChecks(window)
        sheet.show_groups(inspect(window.session.store.snapshot()))
        sheet.hold_up(True)
        return sheet

    def changes(window: MainWindow) -> QDialog:
        window.session.store.continue_memo(window.session.memo_id, "Tomorrow’s")
        return MemoChanges(window.session, window.theme, window)

    def marks(window: MainWindow) -> QDialog:
        session = window.session
        session.store.memos.update(session.memo_id, options={"scheme": "us"})
        briefing = session.store.snapshot()
        return MarksMissing(briefing, unmarked(briefing), window)

    return {
        "new memo": lambda w: NewMemo("Iran", w),
        "memo checks": checks,
        "memo changes": changes,
        "marks missing": marks,
        "article details": lambda w: ArticleDetails(w.session, w.session.article_id, w),
        "memo details": lambda w: MemoDetails(w.session, w),
        "backups": lambda w: BackupsDialog(back_up(w.session), w),
        "no backups": lambda w: BackupsDialog([], w),
        "import results": results,
        "password": lambda w: PasswordSheet(["minutes.pdf"], w),
        "quote differences": lambda w: QuoteDifferences([difference, difference], w),
        "keys": lambda w: ShortcutSheet(actions.shortcut_sheet(), w),
    }


def visible(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


def path_of(widget: QWidget) -> str:
    """Where a widget is, for the message."""
    names, at = [], widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    text = getattr(widget, "text", str)()
    return f"{' < '.join(names[:4])} {text!r}"


def heard_name(widget: QWidget) -> str:
    """What a screen reader says when the keyboard comes to a widget."""
    # A line within a field (a spin box, an editable list) is heard as the field.
    inner = widget.parentWidget() if widget.parentWidget().focusProxy() is widget else widget
    found = QAccessible.queryAccessibleInterface(inner)
    assert found is not None
    return found.text(QAccessible.Text.Name)


def without_name(root: QWidget) -> list[str]:
    takers = [w for w in visible(root) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takers
    return [path_of(w) for w in takers if not heard_name(w)]


def without_tooltip(root: QWidget) -> list[str]:
    buttons = [w for w in visible(root) if isinstance(w, QAbstractButton)]
    # The button that clears a line is Qt's own and no stop of the keyboard; Esc does the same.
    return [
        path_of(b) for b in buttons if not b.toolTip() and not isinstance(b.parent(), QLineEdit)
    ]


def cut_texts(root: QWidget) -> list[str]:
    """Labels and buttons whose text does not fit; labels that wrap need their height."""
    cut = []
    for widget in visible(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width()) - 1
        else:
            fits = widget.width() >= widget.minimumSizeHint().width() - 1
            fits = fits and widget.height() >= widget.minimumSizeHint().height() - 1
            if isinstance(widget, QPushButton | QLabel):
                fits = fits and widget.width() >= widget.sizeHint().width() - 1
        if not fits:
            cut.append(f"{path_of(widget)} {widget.size()} {widget.sizeHint()}")
    return cut


def settle(qtbot, window: MainWindow) -> None:
    """Let the layouts come to rest: one that changes makes those around it change."""
    for _ in range(50):
        if not cut_texts(window):
            return
        qtbot.wait(10)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_of_the_window_has_a_name_and_every_button_a_tooltip(
    qtbot, on_sample: MainWindow, screen: str
) -> None:
    show(qtbot, on_sample, screen)
    assert without_name(on_sample) == []
    assert without_tooltip(on_sample) == []


@pytest.mark.parametrize("name", dialogs())
def test_every_control_of_a_dialog_has_a_name_and_every_button_a_tooltip(
    qtbot, on_sample: MainWindow, name: str
) -> None:
    dialog = dialogs()[name](on_sample)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert without_name(dialog) == []
    assert without_tooltip(dialog) == []


@pytest.mark.parametrize(
    "show_dialog",
    [
        help_dialogs.show_about,
        help_dialogs.show_news,
        lambda parent: help_dialogs.show_fault(parent, "the report"),
    ],
    ids=["about", "news", "fault"],
)
def test_every_control_of_the_help_has_a_name_and_every_button_a_tooltip(
    on_sample: MainWindow, show_dialog: Callable[[QWidget], None]
) -> None:
    lacking: list[str] = []

    def look(dialog: QDialog) -> None:
        lacking.extend([dialog.windowTitle(), *without_name(dialog), *without_tooltip(dialog)])
        dialog.reject()

    answer(QDialog, look)
    show_dialog(on_sample)
    assert lacking[0]
    assert lacking[1:] == []


def test_no_keys_mean_two_things_in_the_window(on_sample: MainWindow) -> None:
    everywhere: list[str] = []
    local: dict[object, list[str]] = {}
    anywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    for found in [*on_sample.findChildren(QAction), *on_sample.findChildren(QShortcut)]:
        is_action = isinstance(found, QAction)
        sequences = found.shortcuts() if is_action else found.keys()
        context = found.shortcutContext() if is_action else found.context()
        place = everywhere if context in anywhere else local.setdefault(found.parent(), [])
        place += [sequence.toString() for sequence in sequences if not sequence.isEmpty()]
    for button in on_sample.findChildren(QAbstractButton):
        everywhere += [button.shortcut().toString()] if not button.shortcut().isEmpty() else []
    assert len(everywhere) > 20
    assert [keys for keys, count in Counter(everywhere).items() if count > 1] == []
    for parent, keys in local.items():
        assert [k for k, count in Counter(keys).items() if count > 1] == [], parent
        assert not set(keys) & set(everywhere), parent


def test_menus_have_a_letter_each(on_sample: MainWindow) -> None:
    letters = [a.text()[a.text().index("&") + 1].lower() for a in on_sample.menuBar().actions()]
    assert len(letters) == len(set(letters)) == len(actions.MENUS)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_text_of_the_window_is_cut_off(
    qtbot, on_sample: MainWindow, screen: str, scale: float
) -> None:
    on_sample.resize(1440, 900)
    on_sample.theme.set(scale=scale)
    show(qtbot, on_sample, screen)
    assert on_sample.width() == 1440
    settle(qtbot, on_sample)
    assert cut_texts(on_sample) == []


@pytest.mark.parametrize(("scale", "size"), [(1.5, (1100, 700)), (2.0, (1440, 900))])
def test_the_filters_are_whole_in_large_text(
    qtbot, on_sample: MainWindow, scale: float, size: tuple[int, int]
) -> None:
    on_sample.resize(*size)
    on_sample.theme.set(scale=scale)
    qtbot.waitUntil(lambda: cut_texts(on_sample.library) == [])
    assert (on_sample.width(), on_sample.height()) == size


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", dialogs())
def test_no_text_of_a_dialog_is_cut_off(
    qtbot, on_sample: MainWindow, name: str, scale: float
) -> None:
    on_sample.theme.set(scale=scale)
    dialog = dialogs()[name](on_sample)
    qtbot.addWidget(dialog)
    dialog.show()
    assert cut_texts(dialog) == []


def region(window: MainWindow, widget: QWidget) -> str:
    parts = {
        "library": window.library,
        "reading": window.reading,
        "outline": window.outline,
        "bar": window.top_bar,
    }
    return next(name for name, part in parts.items() if part.isAncestorOf(widget))


def test_tab_goes_from_the_library_over_the_text_to_the_outline_and_the_bar(
    on_sample: MainWindow,
) -> None:
    on_sample.library.search_field.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if seen and focus is seen[0]:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    regions = [region(on_sample, widget) for widget in seen]
    order = list(dict.fromkeys(regions))
    assert order == ["library", "reading", "outline", "bar"]
    # Each region is walked in one go.
    assert regions == sorted(regions, key=order.index)
    assert len(set(map(id, seen))) == len(seen)
    takers = [
        w
        for w in visible(on_sample)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and not w.focusProxy()
    ]
    # Of buttons that exclude one another the keyboard stops at the chosen one.
    groups = [b.group() for b in seen if isinstance(b, QAbstractButton) and b.group()]
    others = [button for group in groups for button in group.buttons()]
    assert [path_of(w) for w in takers if w not in seen and w not in others] == []


def test_tab_comes_back_the_same_way(on_sample: MainWindow) -> None:
    field = on_sample.library.search_field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    second = QApplication.focusWidget()
    assert second is not field
    QTest.keyClick(second, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is field


def test_an_article_without_outlet_and_date_says_so_in_words(
    window: MainWindow,
) -> None:
    window.files.new()
    original = Original("a.txt", "text/plain", b"text")
    window.session.store.articles.add(original, [Article("No outlet", "Text.")])
    index = window.library.table.index(0, 0)
    assert "No outlet" in index.data(Qt.ItemDataRole.AccessibleTextRole)
