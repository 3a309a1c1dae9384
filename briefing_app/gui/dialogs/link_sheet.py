"""What to do with the address of a page: nothing is done unless the user says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget

from briefing_app import fetching
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.intake.addresses import Link

SHOWN = 8
"""Addresses that are listed; more are counted."""


class LinkSheet(Sheet):
    """Shows addresses and the ways to the pages. It stands beside the work and stops nobody.

    Signals:
    fetch_requested     fetch the pages; the user has seen what that means
    cancel_requested    give up what is being fetched
    browser_requested   show the pages in the browser
    file_requested      choose the saved pages
    """

    fetch_requested = Signal()
    cancel_requested = Signal()
    browser_requested = Signal()
    file_requested = Signal()

    def __init__(
        self, links: Sequence[Link], *, may_fetch: bool, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("LinkSheet", "Add a page")
        super().__init__(title, parent, width_em=44)
        # The page saved by the browser can be dropped on the window meanwhile.
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count = len(links)
        self._may_fetch = may_fetch
        self._is_fetching = False
        one = self.tr("This is the address of a page, not the page itself")
        many = self.tr("These are the addresses of {n} pages, not the pages themselves")
        self.add_text(one if self._count == 1 else many.format(n=self._count), "pane title")
        self._add_links(links)
        self._add_meaning(links)
        self.said = self.add_text("", "warning")
        self.said.hide()
        self._add_buttons()

    def fetching(self, text: str) -> None:
        """Say that a page is on its way; only giving up is possible now."""
        self._say(text, "hint")
        for button in (self.fetch_button, self.browser_button, self.file_button):
            button.setEnabled(False)
        self._is_fetching = True

    def failed(self, text: str) -> None:
        """Say why no page came; the other ways are open again."""
        self._say(text, "warning")
        self._may_fetch = True
        self.fetch_button.setText(self._fetch_words())
        for button in (self.fetch_button, self.browser_button, self.file_button):
            button.setEnabled(True)
        self._is_fetching = False

    def reject(self) -> None:
        if self._is_fetching:
            self.cancel_requested.emit()
        super().reject()

    def _add_links(self, links: Sequence[Link]) -> None:
        for link in links[:SHOWN]:
            if link.title:
                self.add_text(link.title, "field label")
            address = QLineEdit(link.url)
            address.setReadOnly(True)
            address.setCursorPosition(0)
            address.setAccessibleName(self.tr("Address"))
            self.column.addWidget(address)
        if self._count > SHOWN:
            self.add_text(self.tr("… and {n} more").format(n=self._count - SHOWN), "hint")

    def _add_meaning(self, links: Sequence[Link]) -> None:
        if not self._may_fetch:
            self.add_text(
                self.tr(
                    "Briefing App does not go online by itself. If you allow it, it asks the "
                    "page’s server for this page only, when you click: without cookies, scripts "
                    "or pictures. The server learns what it learns from any visitor: your "
                    "network address and which page was read. You can take this back in the "
                    "preferences."
                )
            )
        self.add_text(
            self.tr(
                "You can also open the page in the browser, save it there, and drop the saved "
                "file or the selected text on the window."
            ),
            "hint",
        )
        if any(fetching.is_private(link.url) for link in links):
            self.add_text(self.tr("This address lies in your own network."), "warning")

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.fetch_button = buttons.addButton(self._fetch_words(), action)
        self.fetch_button.setProperty("look", "primary")
        self.fetch_button.clicked.connect(self.fetch_requested)
        self.browser_button = buttons.addButton(self.tr("Open in browser"), action)
        self.browser_button.clicked.connect(self.browser_requested)
        self.file_button = buttons.addButton(self.tr("Choose the saved page…"), action)
        self.file_button.clicked.connect(self.file_requested)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        # Return must not go online by accident.
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.browser_button.setFocus()

    def _fetch_words(self) -> str:
        if self._may_fetch:
            one, many = self.tr("Fetch this page once"), self.tr("Fetch these pages once")
        else:
            one = self.tr("Allow, and fetch this page once")
            many = self.tr("Allow, and fetch these pages once")
        return one if self._count == 1 else many

    def _say(self, text: str, look: str) -> None:
        self.said.setText(text)
        self.said.setProperty("look", look)
        self.said.style().polish(self.said)
        self.said.show()
        self.grow()
