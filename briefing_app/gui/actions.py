"""Every command of the window in one table: where it stands, its keys, its icon.

How to add a command: one line in COMMANDS, one line in MainWindow._connect_actions.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from briefing_app.gui.direction import arrows
from briefing_app.gui.theme import Theme

MENUS = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("article", QT_TRANSLATE_NOOP("Actions", "&Article")),
    ("briefing", QT_TRANSLATE_NOOP("Actions", "&Briefing")),
    ("memo", QT_TRANSLATE_NOOP("Actions", "&Memo")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)


@dataclass(frozen=True)
class Command:
    """One command. `writes`: it changes the briefing, so it is off in a read-only one.

    `is_local`: its keys are bound by a pane (they would fire while typing otherwise); they
    are shown here and not bound again.
    """

    name: str
    menu: str
    text: str
    keys: str = ""
    icon: str = ""
    writes: bool = False
    is_local: bool = False
    is_checkable: bool = False


def _line(name: str, menu: str, text: str, keys: str = "", **more: object) -> Command:
    return Command(name, menu, text, keys, **more)  # type: ignore[arg-type]


def _write(name: str, menu: str, text: str, keys: str = "", **more: object) -> Command:
    return Command(name, menu, text, keys, writes=True, **more)  # type: ignore[arg-type]


_N = QT_TRANSLATE_NOOP
COMMANDS = (
    _write("rename_briefing", "file", _N("Actions", "Rename briefing…")),
    _line("new", "file", _N("Actions", "New briefing"), "Ctrl+N"),
    _line("open", "file", _N("Actions", "Open briefing…"), "Ctrl+O", icon="folder"),
    _line("sample", "file", _N("Actions", "Open the sample briefing")),
    Command("", "file", ""),
    _write("import", "file", _N("Actions", "Import articles…"), "Ctrl+I", icon="import"),
    _write("import_folder", "file", _N("Actions", "Import a folder…"), "Ctrl+Shift+I"),
    _write("stop_import", "file", _N("Actions", "Stop importing"), "Ctrl+."),
    _line("imports", "file", _N("Actions", "Results of imports…"), "Ctrl+Shift+R"),
    _line("export", "file", _N("Actions", "Export to Word…"), "Ctrl+E", icon="export"),
    Command("", "file", ""),
    _line("save", "file", _N("Actions", "Save"), "Ctrl+S"),
    _write("keep_version", "file", _N("Actions", "Keep this version…")),
    _line("save_copy", "file", _N("Actions", "Save a copy…"), "Ctrl+Shift+S"),
    _write("restore", "file", _N("Actions", "Restore a version or backup…"), icon="history"),
    _line("file_details", "file", _N("Actions", "About this briefing file…")),
    Command("", "file", ""),
    _line("quit", "file", _N("Actions", "Quit"), "Ctrl+Q"),
    _write("undo", "edit", _N("Actions", "Undo"), "Ctrl+Z", icon="undo"),
    _write("redo", "edit", _N("Actions", "Redo"), "Ctrl+Shift+Z", icon="redo"),
    _write("history", "edit", _N("Actions", "History…"), "Ctrl+Shift+H", icon="history"),
    Command("", "edit", ""),
    _line("find_here", "edit", _N("Actions", "Find in this article"), "Ctrl+F"),
    _line("find_next", "edit", _N("Actions", "Find next"), "F3"),
    _line("find_previous", "edit", _N("Actions", "Find previous"), "Shift+F3"),
    _line("find", "edit", _N("Actions", "Search articles"), "Ctrl+Shift+F", icon="search"),
    _write("variants", "edit", _N("Actions", "Name variants…")),
    _write("paste", "edit", _N("Actions", "Paste as article"), "Ctrl+Shift+V"),
    Command("", "edit", ""),
    _line("preferences", "edit", _N("Actions", "Preferences…"), "Ctrl+,"),
    _line("read", "view", _N("Actions", "Read"), "Ctrl+1", icon="read", is_checkable=True),
    _line("memo", "view", _N("Actions", "Memo"), "Ctrl+2", icon="memo", is_checkable=True),
    Command("", "view", ""),
    _line("show_library", "view", _N("Actions", "Show articles"), "Ctrl+Alt+1", is_checkable=True),
    _line("show_outline", "view", _N("Actions", "Show outline"), "Ctrl+Alt+3", is_checkable=True),
    Command("", "view", ""),
    _line("larger", "view", _N("Actions", "Larger text"), "Ctrl++"),
    _line("smaller", "view", _N("Actions", "Smaller text"), "Ctrl+-"),
    _line("normal", "view", _N("Actions", "Normal text size"), "Ctrl+0"),
    _line("dark", "view", _N("Actions", "Dark colours"), "Ctrl+Shift+D", is_checkable=True),
    _line("next_pane", "view", _N("Actions", "Next pane"), "F6"),
    _line("next", "article", _N("Actions", "Next article"), "J", is_local=True),
    _line("previous", "article", _N("Actions", "Previous article"), "K", is_local=True),
    Command("", "article", ""),
    _write("details", "article", _N("Actions", "Edit details…"), "Ctrl+D", icon="edit"),
    _write("correct_text", "article", _N("Actions", "Correct text…"), "Ctrl+Shift+E"),
    _write("remove_paragraph", "article", _N("Actions", "Remove this paragraph")),
    _line("original", "article", _N("Actions", "Open the original"), "Ctrl+Shift+O", icon="link"),
    _line("original_page", "article", _N("Actions", "Original page beside"), "Ctrl+Shift+P"),
    _line("reveal", "article", _N("Actions", "Show where it came from")),
    _line("citation", "article", _N("Actions", "Copy citation"), "Ctrl+Shift+C", icon="copy"),
    Command("", "article", ""),
    _write("delete_article", "article", _N("Actions", "Delete article"), icon="trash"),
    _write("section", "briefing", _N("Actions", "New section"), "Ctrl+Shift+N", icon="plus"),
    _write("text", "briefing", _N("Actions", "Write text here"), "Ctrl+T", icon="text"),
    _write("support", "briefing", _N("Actions", "Selection supports entry"), "+", is_local=True),
    _write(
        "contradict", "briefing", _N("Actions", "Selection contradicts entry"), "-", is_local=True
    ),
    Command("", "briefing", ""),
    _write("edit_entry", "briefing", _N("Actions", "Edit entry"), "Return", is_local=True),
    _write("rename", "briefing", _N("Actions", "Rename section"), "F2", is_local=True),
    Command("", "briefing", ""),
    _write("up", "briefing", _N("Actions", "Move up"), "Alt+Up", is_local=True),
    _write("down", "briefing", _N("Actions", "Move down"), "Alt+Down", is_local=True),
    _write("in", "briefing", _N("Actions", "Move in"), "Alt+Right", is_local=True),
    _write("out", "briefing", _N("Actions", "Move out"), "Alt+Left", is_local=True),
    _write("combine", "briefing", _N("Actions", "Combine entries"), "Ctrl+J", is_local=True),
    _write("delete_entry", "briefing", _N("Actions", "Delete entry"), "Del", is_local=True),
    _write("new_memo", "memo", _N("Actions", "New memo…"), "Ctrl+Shift+M", icon="plus"),
    _write("continue_memo", "memo", _N("Actions", "Continue as…")),
    _line("compare_memo", "memo", _N("Actions", "Compare with another memo…")),
    _write("rename_memo", "memo", _N("Actions", "Rename memo…")),
    _write("delete_memo", "memo", _N("Actions", "Delete memo…"), icon="trash"),
    Command("", "memo", ""),
    _line("glances", "memo", _N("Actions", "Sections at a glance"), "G", is_local=True),
    _line("overview", "memo", _N("Actions", "Overview…"), "Ctrl+Shift+T", icon="sort"),
    _write("header", "memo", _N("Actions", "Memo options…"), "Ctrl+M", icon="edit"),
    _line("check_memo", "memo", _N("Actions", "Before it goes out…"), "Ctrl+Shift+K", icon="check"),
    Command("", "memo", ""),
    _line("export_pdf", "memo", _N("Actions", "Export as PDF…"), "Ctrl+P"),
    _line("export_html", "memo", _N("Actions", "Export as web page…")),
    _line("export_markdown", "memo", _N("Actions", "Export as Markdown…")),
    _line("export_xlsx", "memo", _N("Actions", "Export the quotes to Excel…")),
    _line("export_csv", "memo", _N("Actions", "Export the quotes as CSV…")),
    _line("export_pack", "memo", _N("Actions", "Export the evidence pack…")),
    _line("keys", "help", _N("Actions", "Keyboard shortcuts"), "F1", icon="keyboard"),
    _line("news", "help", _N("Actions", "What’s new")),
    _line("about", "help", _N("Actions", "About Briefing App")),
)


READING_KEYS = (
    ("1–9", _N("Actions", "File into that section")),
    ("Enter", _N("Actions", "File into the marked section")),
    ("Q", _N("Actions", "Make it a quote")),
    ("F", _N("Actions", "Make it a fact")),
    ("S", _N("Actions", "Name the speaker")),
    ("+ / -", _N("Actions", "For, or against, the current entry")),
    ("/", _N("Actions", "Find a section; so do other letters")),
    ("N", _N("Actions", "New section, or next highlight")),
    ("P", _N("Actions", "Previous highlight")),
    ("Shift+←/→", _N("Actions", "Move the end of a highlight")),
    ("Ctrl+Shift+←/→", _N("Actions", "Move it by words")),
    ("E", _N("Actions", "Move its other end")),
    ("Space", _N("Actions", "Page down")),
    ("Esc", _N("Actions", "Let the selection go")),
)
"""Keys of the reading pane while it has the focus; the pane binds them."""

PAGE_KEYS = (
    ("←/→", _N("Actions", "Previous, next page")),
    ("Home/End", _N("Actions", "First, last page")),
    ("+ / -", _N("Actions", "Larger, smaller; so does Ctrl with the wheel")),
    ("W", _N("Actions", "As wide as there is room")),
    ("H", _N("Actions", "The whole page")),
    ("Enter", _N("Actions", "Go to this page in the text")),
    ("Esc", _N("Actions", "Back to the text")),
)
"""Keys of the original's page beside the text while it has the focus; it binds them itself."""


def translated(text: str) -> str:
    """A text of this table in the interface's language."""
    return QCoreApplication.translate("Actions", text)


def make_actions(parent: QObject, theme: Theme) -> dict[str, QAction]:
    """One QAction a command, by name."""
    actions = {}
    for command in COMMANDS:
        if not command.name:
            continue
        action = QAction(translated(command.text), parent)
        action.setObjectName(command.name)
        action.setCheckable(command.is_checkable)
        if command.keys and not command.is_local:
            action.setShortcut(QKeySequence(command.keys))
        plain = translated(command.text).rstrip("…")
        keys = arrows(command.keys)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        actions[command.name] = action
    tint(actions, theme)
    return actions


def tint(actions: dict[str, QAction], theme: Theme) -> None:
    """Give the actions icons in the theme's colours."""
    for command in COMMANDS:
        if command.icon:
            actions[command.name].setIcon(theme.icon(command.icon))


def fill_menus(bar: QMenuBar, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the menu bar; returns the menus by name."""
    menus = {}
    for name, title in MENUS:
        menu = bar.addMenu(translated(title))
        menus[name] = menu
        for command in COMMANDS:
            if command.menu != name:
                continue
            if not command.name:
                menu.addSeparator()
            else:
                menu.addAction(actions[command.name])
                if command.is_local:
                    label = f"{translated(command.text)}\t{arrows(command.keys)}"
                    actions[command.name].setText(label)
    return menus


def shortcut_sheet() -> list[tuple[str, str, str]]:
    """(group, keys, what they do): reading first, then the commands in the order of the menus."""
    titles = {name: translated(title).replace("&", "") for name, title in MENUS}
    reading = [(translated("Reading"), keys, translated(text)) for keys, text in READING_KEYS]
    page_title = translated("Original page")
    page = [(page_title, arrows(keys), translated(text)) for keys, text in PAGE_KEYS]
    return [*reading, *page] + [
        (titles[c.menu], arrows(c.keys), translated(c.text).rstrip("…")) for c in COMMANDS if c.keys
    ]
