"""What other programs put on a drag or the clipboard, as recorded from them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

PAGE = "https://news.example.org/world/story.html?id=7"
SITE = "https://news.example.org"
QUOTED = "“We will not stop,” the mayor said on Tuesday. It was bold."
FRAGMENT = "<p>“We will not stop,” the mayor said on Tuesday. It was <b>bold</b>.</p>"
META = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
LINK = f'<a href="{PAGE}">A link to the story</a>'


def offer(formats: dict[str, bytes | str]) -> QMimeData:
    """The formats in this order; text is encoded in UTF-8."""
    data = QMimeData()
    for name, value in formats.items():
        data.setData(name, value.encode() if isinstance(value, str) else value)
    return data


def windows(name: str) -> str:
    """How Qt calls a Windows format that it does not know."""
    return f'application/x-qt-windows-mime;value="{name}"'


def wide(text: str) -> bytes:
    """UTF-16, as browsers write it."""
    return text.encode("utf-16-le")


def chromium_link() -> QMimeData:
    return offer(
        {
            "text/uri-list": f"{PAGE}\r\n",
            "text/plain": PAGE,
            "_NETSCAPE_URL": f"{PAGE}\nA link to the story",
            "chromium/x-renderer-taint": SITE,
            "text/html": b"\xff\xfe" + wide(META + LINK),
            "chromium/x-drag-id": b"\x01\x02",
        }
    )


def chromium_selection() -> QMimeData:
    return offer(
        {
            "text/plain": QUOTED,
            "chromium/x-renderer-taint": SITE,
            "text/html": f"\ufeff{META}{FRAGMENT}",
        }
    )


def chromium_copy() -> QMimeData:
    return offer(
        {
            "text/plain": QUOTED,
            "text/html": META + FRAGMENT,
            "chromium/x-source-url": PAGE,
        }
    )


def chromium_picture() -> QMimeData:
    picture = "https://news.example.org/i.png"
    return offer(
        {
            "text/uri-list": f"{picture}\r\n",
            "XdndDirectSave0": "i.png",
            "application/octet-stream": b"\x89PNG....",
            "text/html": f'\ufeff{META}<img src="{picture}"/>',
        }
    )


def chromium_picture_with_link() -> QMimeData:
    picture = '<img src="https://news.example.org/i.png" width="220" alt="A mayor">'
    return offer(
        {
            "text/uri-list": PAGE,
            "text/plain": PAGE,
            "text/html": f"\ufeff{picture}",
            "XdndDirectSave0": "F",
            "application/octet-stream": b"\x89PNG....",
            "chromium/x-renderer-taint": SITE,
        }
    )


def picture_with_link() -> QMimeData:
    picture = "https://news.example.org/i.png"
    return offer(
        {
            "text/uri-list": f"{picture}\r\n",
            "text/html": f'<a href="{PAGE}" title="x"><img src="{picture}" alt="A mayor"></a>',
            "application/x-moz-file-promise": "",
            "image/png": b"\x89PNG....",
        }
    )


def firefox_link() -> QMimeData:
    return offer(
        {
            "text/uri-list": f"{PAGE}\r\n",
            "_NETSCAPE_URL": f"{PAGE}\nA link to the story",
            "text/x-moz-url-data": wide(PAGE),
            "text/x-moz-url-desc": wide("A link to the story"),
            "text/_moz_htmlcontext": wide("<html><body></body></html>"),
            "text/html": META + LINK,
            "text/plain": PAGE,
        }
    )


def firefox_selection() -> QMimeData:
    return offer(
        {
            "text/_moz_htmlcontext": wide("<html><body></body></html>"),
            "text/html": META + FRAGMENT,
            "text/plain": QUOTED,
        }
    )


def firefox_copy() -> QMimeData:
    data = firefox_selection()
    data.setData("text/x-moz-url-priv", wide(PAGE))
    return data


def firefox_153_copy() -> QMimeData:
    """It names the site alone, where older ones named the page."""
    data = firefox_selection()
    data.setData("text/x-moz-url-priv", wide(SITE))
    return data


def firefox_address_icon() -> QMimeData:
    return offer(
        {
            "text/uri-list": f"{PAGE}\r\n",
            "_NETSCAPE_URL": f"{PAGE}\nMayor “wins” vote — The Daily Test",
            "text/plain": PAGE,
        }
    )


def firefox_tab(address: str) -> QMimeData:
    return offer(
        {"application/x-moz-tabbrowser-tab": b"", "text/x-moz-text-internal": wide(address)}
    )


def thunderbird(*addresses: str) -> QMimeData:
    return offer(
        {
            "text/plain": "mailbox-message://nobody@Local%20Folders/Inbox#1",
            "application/x-moz-file-promise": "",
            "XdndDirectSave0": "Subject.eml",
            "text/uri-list": "".join(f"{address}\r\n" for address in addresses),
        }
    )


def archive_manager(archive: str, *names: str) -> QMimeData:
    """File Roller, and with another name of the format Engrampa."""
    listed = "".join(f"{name}\r\n" for name in names)
    return offer(
        {"XdndDirectSave0": b"", "XdndFileRoller0": f"{archive}\r\n\r\ncopy\r\n/\r\n{listed}"}
    )


def thunderbird_list(*addresses: str) -> QMimeData:
    """Several messages at once."""
    listed = "".join(f"{address}\r\n" for address in addresses)
    return offer({"application/x-moz-internal-item-list": b"", "text/uri-list": listed})


def pcmanfm(address: str) -> QMimeData:
    return offer(
        {
            "text/uri-list": f"{address}\r\n",
            "application/x-fmlist-ptr": b"\x10\x20\x30\x40\x50\x60\x70\x80",
            "text/plain": address,
            "COMPOUND_TEXT": address,
        }
    )


def outlook(names: list[str], contents: list[bytes]) -> QMimeData:
    """Classic Outlook: messages as OLE storages (which Qt cannot hand over) or attachments."""
    records = b"".join(descriptor(name) for name in names)
    data = offer(
        {
            windows("RenPrivateMessages"): b"\x00\x01",
            windows("FileGroupDescriptorW"): len(names).to_bytes(4, "little") + records,
            "text/plain": "From\tSubject\tReceived\r\n",
            "Csv": "From,Subject",
        }
    )
    for index, content in enumerate(contents):
        data.setData(f"{windows('FileContents')};index={index}", content)
    return data


def descriptor(name: str, *, attributes: int = 0, size: int | None = None) -> bytes:
    """One FILEDESCRIPTORW."""
    flags = (0x04 if attributes else 0) | (0x40 if size is not None else 0)
    low, high = (size or 0) & 0xFFFFFFFF, (size or 0) >> 32
    head = flags.to_bytes(4, "little") + bytes(32) + attributes.to_bytes(4, "little") + bytes(24)
    sizes = high.to_bytes(4, "little") + low.to_bytes(4, "little")
    return head + sizes + name.encode("utf-16-le", "surrogatepass").ljust(520, b"\0")[:520]


def cf_html(html: str, url: str = PAGE) -> bytes:
    """Windows' "HTML Format", with offsets that lie."""
    return (
        f"Version:0.9\r\nStartHTML:9999999\r\nEndHTML:-1\r\nStartFragment:0\r\n"
        f"SourceURL:{url}\r\n<html><body>\r\n<!--StartFragment-->{html}<!--EndFragment-->"
        f"\r\n</body></html>\0"
    ).encode()
