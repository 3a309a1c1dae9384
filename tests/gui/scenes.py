"""What the window can show, scene by scene: for pictures, and for tests that go through all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.main_window import MainWindow
from briefing_app.readers import read_whole
from briefing_app.readers.incoming import Incoming, Options
from briefing_app.store import Store
from tests.readers.pdf_samples import Text, column, make_pdf, set_lines

Scene = Callable[[MainWindow], QWidget]
"""Brings the window there and gives what to look at: the window, or what opened above it."""

PERSIAN = Article(
    "ظریف: پاسخ ایران پایان یافت",
    "محمدجواد ظریف، وزیر امور خارجه ایران، گفت که این کشور «اقدامات متناسب» را به پایان رساند.\n"
    "او در Twitter نوشت که ایران به دنبال جنگ نیست، اما از خود در برابر هر تجاوزی دفاع خواهد کرد.\n"
    "سخنگوی NATO گفت که ۵۰۰ مربی در عراق هستند (Baghdad) و آموزش متوقف شده است.",
    publisher="ایرنا",
    published="2020-01-08",
    language="fa",
)
HEBREW = Article(
    "נאט״ו משעה את האימונים בעיראק",
    "מזכ״ל נאט״ו, ינס סטולטנברג, אמר כי המשימה בעיראק תימשך כאשר יתאפשר הדבר.\n"
    "לדבריו, 29 בעלות הברית „מאוחדות” בקריאה לאיפוק, אמר דובר NATO בבריסל.",
    publisher="הארץ",
    published="2020-01-07",
    language="he",
)
BROKEN_OFF = Article("Silence on whether the alliance would respond", "Nobody commented on it.")


def furnish(store: Store) -> None:
    """Add to the sample what it lacks: sections within sections, further scripts, evidence."""
    memo_id = store.memos.all()[0].id
    sections = [placed.section for placed in store.sections.of_memo(memo_id)]
    for number, article in enumerate((PERSIAN, HEBREW, BROKEN_OFF)):
        original = Original(f"{number}.txt", "text/plain", article.body.encode())
        [id] = store.articles.add(original, [article])
        if not article.publisher:
            continue
        within = store.sections.add(memo_id, f"In {article.publisher}", parent_id=sections[1].id)
        paragraph = article.body.split("\n")[1]
        start = article.body.index(paragraph)
        span = start, start + len(paragraph)
        store.entries.file(within, Kind.QUOTE, id, *span, speaker="محمدجواد ظریف" * (not number))
        first = store.excerpts.add(id, 0, article.body.index("\n"))
        entry = store.entries.of_section(sections[0].id)[0]
        store.entries.add_evidence(
            entry.id, first, (Stance.SUPPORTING, Stance.CONTRADICTING)[number]
        )
    deepest = store.sections.add(memo_id, "Trainers who left, by country", parent_id=within)
    store.entries.add(deepest, Kind.TEXT, "Most of them went to Kuwait.", note="Ask the desk")
    store.sections.add(memo_id, "What nobody has said yet", parent_id=deepest)


def until(holds: Callable[[], bool], what: str = "") -> None:
    """Let the program work until this holds. Raises TimeoutError after ten seconds."""
    end = monotonic() + 10
    while not holds():
        if monotonic() > end:
            raise TimeoutError(what or str(holds))
        QTest.qWait(5)


def open_article(window: MainWindow, headline: str) -> None:
    """Open the first article whose headline begins so."""
    store = window.session.store
    found = (
        row.id
        for row in store.articles.rows(store.articles.ids())
        if row.headline.startswith(headline)
    )
    window.session.open_article(next(found))


def select_words(window: MainWindow, first: str, last: str) -> None:
    """Select from some words up to others of the open article, as a reader does."""
    view = window.reading.view
    start = view.body.index(first)
    view.setFocus()
    view.select(start, view.body.index(last, start) + len(last))
    view.ensureCursorVisible()
    view.settle()


def reading(window: MainWindow) -> QWidget:
    open_article(window, "NATO halts")
    return window


def reading_arabic(window: MainWindow) -> QWidget:
    store = window.session.store
    ids = store.articles.ids()
    window.session.open_article(next(id for id in ids if store.articles.get(id).language == "ar"))
    return window


def reading_persian(window: MainWindow) -> QWidget:
    open_article(window, PERSIAN.headline)
    return window


def reading_hebrew(window: MainWindow) -> QWidget:
    open_article(window, HEBREW.headline)
    return window


def original_page(window: MainWindow) -> QWidget:
    _show_page(window)
    until(lambda: window.reading.beside.page.is_drawn)
    return window


def original_page_locked(window: MainWindow) -> QWidget:
    _show_page(window, password="geheim")
    until(lambda: bool(window.reading.beside.page.message))
    return window


def _show_page(window: MainWindow, password: str = "") -> None:
    """Open an article of two pages that came from a PDF, with its page beside it."""
    reading(window)
    store = window.session.store
    told = store.articles.get(window.session.article_id)
    lines = set_lines(list(told.paragraphs) * 2, 84)
    first, then = (column(some, 50, 735, 10) for some in (lines[:46], lines[46:]))
    pages = [[Text(50, 770, told.headline, 15), *first], then]
    name, options = "halt.pdf", Options(password)
    file = read_whole(Incoming(name, make_pdf(pages, password=password), options=options))
    [id] = store.articles.add(file.original, file.articles)
    window.session.open_article(id)
    window.actions_by_name["original_page"].trigger()


def tagging(window: MainWindow) -> QWidget:
    reading(window)
    select_words(window, "The mission in Iraq", "Sweden.")
    until(window.reading.tag_bar.isVisible)
    return window


def tagging_persian(window: MainWindow) -> QWidget:
    reading_persian(window)
    select_words(window, "سخنگوی", "متوقف شده است.")
    until(window.reading.tag_bar.isVisible)
    return window


def finding(window: MainWindow) -> QWidget:
    reading(window)
    window.actions_by_name["find_here"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "mission")
    return window


def outline_selected(window: MainWindow) -> QWidget:
    reading(window)
    entry = window.session.store.entries.cards(window.session.memo_id)[0].entry
    window.session.show_entry(entry.id)
    return window


def outline_nested(window: MainWindow) -> QWidget:
    reading(window)
    bar = window.outline.view.verticalScrollBar()
    nested = next(p for p in window.session.sections() if p.depth == 1)
    bar.setValue(window.outline.view.top_of(nested.section.id) + bar.value() - 60)
    return window


def outline_drop(window: MainWindow) -> QWidget:
    """A section is held between two that lie within another."""
    outline_nested(window)
    view, tree = window.outline.view, window.outline.tree
    last = window.session.sections()[-1].section.id
    nested = [p for p in window.session.sections() if p.depth == 1][1]
    data = tree.mimeData([tree.index_of(last)])
    at = QPointF(view.row_of(tree.find(nested.section.id)).topLeft()) + QPointF(150, 4)
    both, none = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dragged = data  # Qt keeps no reference
    held = (at.toPoint(), both, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(*held))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(*held))
    return window


def renaming(window: MainWindow) -> QWidget:
    outline_nested(window)
    view, nested = window.outline.view, [p for p in window.session.sections() if p.depth == 2]
    view.choose([nested[0].section.id])
    window.outline.rename_current()
    return window


def glance(window: MainWindow) -> QWidget:
    reading(window)
    window.actions_by_name["glances"].trigger()
    return window


def editing(window: MainWindow) -> QWidget:
    window.session.show_entry(
        window.session.store.entries.cards(window.session.memo_id)[0].entry.id
    )
    window.actions_by_name["edit_entry"].trigger()
    until(window.outline.editor.isVisible)
    return window


def editing_more(window: MainWindow) -> QWidget:
    editing(window)
    window.outline.editor._unfold(True)
    return window


def memo(window: MainWindow) -> QWidget:
    view = window.memo_page.view
    window.show_view("memo")
    until(lambda: view.is_settled and view.document().blockCount() > 1)
    return window


def searching(window: MainWindow) -> QWidget:
    reading(window)
    window.library.show_search("mission")
    until(lambda: window.library.table.is_search)
    return window


def searching_arabic(window: MainWindow) -> QWidget:
    reading_arabic(window)
    window.library.show_search("العراقي")
    until(lambda: window.library.table.is_search)
    return window


def nothing_found(window: MainWindow) -> QWidget:
    window.library.focus_search()
    QTest.keyClicks(window.library.search_field, "zzzz")
    QTest.keyClick(window.library.search_field, Qt.Key.Key_Return)
    until(lambda: not window.library.list.isVisible())
    return window


def filters(window: MainWindow) -> QWidget:
    reading(window)
    window.library.open_filters()
    return window.library.popover


def notice(window: MainWindow) -> QWidget:
    reading(window)
    select_words(window, "The mission in Iraq", "Sweden.")
    QTest.keyClick(window.reading.view, Qt.Key.Key_2)
    until(window.notices.isVisible)
    return window


def problem(window: MainWindow) -> QWidget:
    window.files.open(Path("nowhere.briefing"))
    until(window.notices.isVisible)
    return window


def empty(window: MainWindow) -> QWidget:
    window.files.new()
    return window


def later_version(window: MainWindow) -> QWidget:
    store = window.session.store
    reading(window)
    old = store.articles.get(window.session.article_id)
    later = Article(old.headline, old.body.replace("500", "510").replace("Sweden", "Norway"))
    [id] = store.articles.add(Original("later.txt", "text/plain", b"later"), [later])
    store.articles.make_version(id, old.id)
    return window


WINDOWS: dict[str, Scene] = {
    "reading": reading,
    "reading arabic": reading_arabic,
    "reading persian": reading_persian,
    "reading hebrew": reading_hebrew,
    "original page": original_page,
    "original page locked": original_page_locked,
    "tagging": tagging,
    "tagging persian": tagging_persian,
    "finding": finding,
    "later version": later_version,
    "outline selected": outline_selected,
    "outline nested": outline_nested,
    "outline drop": outline_drop,
    "renaming": renaming,
    "glance": glance,
    "editing": editing,
    "editing more": editing_more,
    "memo": memo,
    "searching": searching,
    "searching arabic": searching_arabic,
    "nothing found": nothing_found,
    "filters": filters,
    "notice": notice,
    "problem": problem,
    "empty": empty,
}
"""What the window itself shows, by name."""


def menus(window: MainWindow) -> dict[str, QMenu]:
    """The menus of the bar by their titles."""
    found = {}
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[menu.title().replace("&", "").strip("\u200e")] = menu
    return found
