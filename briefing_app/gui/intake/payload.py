"""What a drop or the clipboard holds, sorted. Read within the drop: afterwards it is gone.

Every format is read once at most: some programs write a new temporary file each time one is asked
for. Only formats that are known are read; some hold addresses in the memory of their program.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from briefing_app.gui.intake import addresses, archive_drags, link_files, markup, virtual_files
from briefing_app.gui.intake.addresses import Link

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
"""Of one format; what is longer is cut."""

MOST_FILE_BYTES = 100 * MEGABYTE
MOST_HANDED_BYTES = 300 * MEGABYTE
"""Of all files together that exist only in the drop; they are held in memory."""

MOST_ADDRESSES = 2_000
TEASER_LETTERS = 400
"""A link that carries less text is a headline, not an article."""

URI_LIST = "text/uri-list"
PLAIN = ("text/plain;charset=utf-8", "text/plain")
_PROMISES = (
    "application/x-moz-file-promise",
    "application/x-moz-internal-item-list",
    "XdndDirectSave0",
    "application/x-kde-ark-dndextract",
)
"""Who offers one of these hands over a temporary file, which may be gone in a moment."""

_ORIGINS = (
    "chromium/x-source-url",
    "text/x-moz-url-priv",
    "text/x-moz-url",
    "_NETSCAPE_URL",
    virtual_files.windows_format("UniformResourceLocatorW"),
)
"""Formats that name the page or the link something was taken from, the surest first."""

_SITE = "chromium/x-renderer-taint"
"""All that Chromium tells of where a drag began: the site, not the page."""

_TAB = "text/x-moz-text-internal"
"""All that Firefox puts on the drag of a tab: its address."""


@dataclass(frozen=True)
class Selection:
    """A piece of a page, or text: `html` as it came, b"" for text alone.

    url  of the page; without any path where only its site is known, "" where nothing is
    """

    html: bytes
    text: str
    url: str = ""


@dataclass(frozen=True)
class HandedFile:
    """A file that exists only in the drop."""

    name: str
    data: bytes


@dataclass
class Payload:
    """What can be imported, each kind in the order given, and remarks on what cannot."""

    paths: list[str] = field(default_factory=list)
    files: list[HandedFile] = field(default_factory=list)
    selection: Selection | None = None
    links: list[Link] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if nothing can be imported."""
        return not (self.paths or self.files or self.selection or self.links)


def is_known(data: QMimeData) -> bool:
    """Whether there may be something to import; looks at the names of the formats only."""
    formats = set(data.formats())
    known = {URI_LIST, _TAB, "text/html", *PLAIN, *_ORIGINS, *virtual_files.DESCRIPTORS}
    return bool(formats & known) or _is_promise(formats)


def holds_files(data: QMimeData) -> bool:
    """Whether files are likely; looks at the names of the formats only."""
    formats = set(data.formats())
    if formats & virtual_files.DESCRIPTORS.keys():
        return True
    # Links and pictures of a page come with their markup, files do not.
    is_page = "text/html" in formats or "_NETSCAPE_URL" in formats
    return not is_page and (URI_LIST in formats or _is_promise(formats))


def holds_link(data: QMimeData) -> bool:
    """Whether a link is likely; looks at the names of the formats only."""
    formats = set(data.formats())
    return bool(formats & {URI_LIST, _TAB, "_NETSCAPE_URL", _ORIGINS[-1]})


def counted_paths(data: QMimeData) -> int:
    """How many files are named; 0 where asking would make the other program write them."""
    formats = set(data.formats())
    if formats.intersection(_PROMISES) or URI_LIST not in formats:
        return 0
    return len(addresses.sort_uri_list(_taken(data, URI_LIST), MOST_ADDRESSES).paths)


def read_payload(data: QMimeData, platform: str = sys.platform) -> Payload:
    """Sort what is there: files before pieces of pages, these before links, these before text."""
    formats = set(data.formats())
    found = Payload()
    links = _read_addresses(data, formats, found, platform)
    if not (found.paths or found.files or found.links):
        _read_virtual_files(data, formats, found)
        _read_archive(data, formats, found)
    if not (found.paths or found.files or found.links):
        _read_page(data, formats, found, links)
    if found.is_empty and not found.remarks:
        _read_picture(data, formats, found)
    if found.is_empty and not found.remarks:
        _explain_nothing(formats, found)
    found.remarks = list(dict.fromkeys(found.remarks))
    return found


def _read_addresses(
    data: QMimeData, formats: set[str], found: Payload, platform: str
) -> list[Link]:
    """Take the files that are named; returns the links among the addresses."""
    if URI_LIST in formats:
        listed = _taken(data, URI_LIST)
    elif _TAB in formats:
        listed = addresses.decoded(_taken(data, _TAB), is_wide=True).encode()
    else:
        return []
    named = addresses.sort_uri_list(listed, MOST_ADDRESSES, platform)
    if named.elsewhere:
        found.remarks.append(_tr("A file on another computer was left out; copy it to this one."))
    if named.messages:
        found.remarks.append(_tr("Save the message as a file first, then drop that file."))
    if named.left_out:
        text = _tr("Only the first {n} files were taken; drop the others after them.")
        found.remarks.append(text.format(n=MOST_ADDRESSES))
    is_promise = _is_promise(formats)
    for path in named.paths:
        if link := link_files.read(path):
            found.links.append(link)
        elif is_promise:
            _copy_now(path, found)
        else:
            found.paths.append(path)
    return named.links


def _is_promise(formats: set[str]) -> bool:
    return any(promise in formats for promise in _PROMISES)


def _copy_now(path: str, found: Payload) -> None:
    """The other program takes its temporary file away when the drop is over."""
    name = Path(path).name
    try:
        with Path(path).open("rb") as file:
            _keep(name, file.read(MOST_FILE_BYTES), found)
    except OSError:
        text = _tr("“{name}” could not be read. Save it to a folder first, then drop the file.")
        found.remarks.append(text.format(name=name))


def _keep(name: str, data: bytes, found: Payload) -> None:
    if sum(len(file.data) for file in found.files) + len(data) > MOST_HANDED_BYTES:
        found.remarks.append(_tr("That was too much at once; drop the last files on their own."))
    else:
        found.files.append(HandedFile(name, data))


def _read_virtual_files(data: QMimeData, formats: set[str], found: Payload) -> None:
    for name, is_wide in virtual_files.DESCRIPTORS.items():
        if name not in formats:
            continue
        listed = virtual_files.listed(_taken(data, name), is_wide=is_wide)
        for file in listed:
            contents = b""
            if file.size <= MOST_FILE_BYTES:
                contents = _taken(data, virtual_files.contents_format(file.index), MOST_FILE_BYTES)
            if not contents:
                found.remarks.append(_not_handed_over(file.name))
            elif link := link_files.parse(file.name, contents):
                found.links.append(link)
            else:
                _keep(file.name, contents, found)
        if listed:
            return


def _read_archive(data: QMimeData, formats: set[str], found: Payload) -> None:
    name = next((name for name in archive_drags.FORMATS if name in formats), "")
    if not name:
        return
    raw = _taken(data, name)
    for file_name, contents in archive_drags.members(raw, MOST_FILE_BYTES):
        _keep(file_name, contents, found)
    if not found.files:
        text = _tr("Nothing could be taken out of “{name}”. Unpack it, then drop the files.")
        found.remarks.append(text.format(name=Path(archive_drags.archive_of(raw)).name))


def _not_handed_over(name: str) -> str:
    if name.lower().endswith(".msg"):
        text = _tr(
            "Outlook did not hand “{name}” over. Save it as .msg or drag it to the desktop first, "
            "then drop that file."
        )
    else:
        text = _tr(
            "The other program did not hand “{name}” over. Save it to a folder first, then drop "
            "the file."
        )
    return text.format(name=name)


def _read_page(data: QMimeData, formats: set[str], found: Payload, links: list[Link]) -> None:
    origin = next((o for name in _ORIGINS if (o := _origin(data, formats, name))), Link(""))
    html, source = _markup(data, formats)
    text = _plain_text(data, formats)
    seen = markup.look(html)
    if seen.is_picture:
        # Of a picture with a link, Chromium gives the link beside the markup of the picture.
        found.links += [link for link in links if link.url not in seen.pictures]
        if not found.links:
            found.remarks.append(_tr("This is a picture without a link; take the text itself."))
        return
    links = links or addresses.links_of_text(text)
    if seen.is_link_only:
        # Of a picture with a link, some browsers give the picture's address first.
        links = [Link(seen.link)] if len(links) < 2 else links
    page = origin.url or source or _site(data, formats)
    has_words = bool(seen.text) or len(html) > markup.LOOKED_AT
    if links and (seen.is_link_only or len(seen.text) < TEASER_LETTERS):
        found.links += [_titled(link, origin, seen.text) for link in links]
    elif has_words:
        found.selection = Selection(html, text, page)
    elif text.strip():
        found.selection = Selection(b"", text, page)


def _read_picture(data: QMimeData, formats: set[str], found: Payload) -> None:
    """Take a picture that comes alone: a picture of the screen may show an article."""
    image = data.imageData() if data.hasImage() and "text/html" not in formats else None
    if isinstance(image, QImage) and not image.isNull():
        packed = QBuffer()
        QImageWriter(packed, QByteArray(b"png")).write(image)
        _keep(_tr("Copied picture") + ".png", bytes(packed.data().data()), found)


def _titled(link: Link, origin: Link, text: str) -> Link:
    title = origin.title or ("" if addresses.web_address(text) else text)
    return Link(link.url, link.title or title[:300])


def _origin(data: QMimeData, formats: set[str], name: str) -> Link | None:
    if name not in formats:
        return None
    raw = _taken(data, name)
    is_wide = name.startswith("text/x-moz") or name.endswith('W"')
    return addresses.link_with_title(addresses.decoded(raw, is_wide=is_wide))


def _site(data: QMimeData, formats: set[str]) -> str:
    """The site without a path, as no page has it; "" where that is not told."""
    site = _origin(data, formats, _SITE)
    return site.url.rstrip("/") if site else ""


def _markup(data: QMimeData, formats: set[str]) -> tuple[bytes, str]:
    """The markup and the page that it says it is from."""
    cf_html = virtual_files.windows_format("HTML Format")
    # Qt does not list the raw form, which alone names the page.
    if sys.platform == "win32" or cf_html in formats:
        html, url = markup.from_windows(_taken(data, cf_html))
        if html:
            return html, url
    return (_taken(data, "text/html") if "text/html" in formats else b""), ""


def _plain_text(data: QMimeData, formats: set[str]) -> str:
    name = next((name for name in PLAIN if name in formats), "")
    if not name:
        return ""
    text = _taken(data, name).decode("utf-8", "replace").replace("\0", "")
    # Mail programs name their message where only they can find it.
    return "" if text.lstrip().startswith(addresses.MESSAGES) else text


def _explain_nothing(formats: set[str], found: Payload) -> None:
    if any("maillistrow" in name or "Chromium Web Custom" in name for name in formats):
        text = _tr("Outlook did not hand the message over. Save it, then drop the saved file.")
    elif _is_promise(formats) or any("promise" in name.lower() for name in formats):
        text = _tr("The other program makes its file only later. Drag it to the desktop first, "
                   "then drop it from there.")  # fmt: skip
    else:
        return
    found.remarks.append(text)


def _taken(data: QMimeData, name: str, most: int = MOST_BYTES) -> bytes:
    return bytes(data.data(name).data()[:most])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Payload", text)
