"""Fetches one page from the web, once, because the user asked for it. Nothing else goes online.

One GET and the redirects that it meets; no cookies, no referrer, no scripts, no pictures. Proxies
that the computer is set to are used.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from queue import Empty, Queue
from threading import Event, Thread
from typing import cast
from urllib import error, request
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from briefing_app.errors import BriefingError

MOST_BYTES = 25 * 1024 * 1024
SECONDS = 30.0
REDIRECTS = 5
USER_AGENT = "Mozilla/5.0 (compatible; BriefingApp)"

_CHUNK = 64 * 1024
_POLL_SECONDS = 0.05
_REDIRECTING = (301, 302, 303, 307, 308)
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt",
    "application/pdf": ".pdf", "application/rtf": ".rtf", "message/rfc822": ".eml",
    "application/epub+zip": ".epub",
}  # fmt: skip
_BY_HAND = "Open it in the browser, save the page, and drop the saved file here."
_SUBSCRIBERS = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?false", re.I)


class PageNotFetched(BriefingError):
    """A page could not be fetched; the message says why."""


@dataclass(frozen=True)
class Page:
    """What a server answered.

    url              where the page lay after redirects
    name             a file name for it, with the suffix of its kind
    for_subscribers  the page says that not everybody may read all of it
    """

    url: str
    name: str
    data: bytes
    for_subscribers: bool = False


def fetch(
    url: str,
    is_cancelled: Callable[[], bool] = lambda: False,
    *,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
) -> Page | None:
    """Fetch one page; None when cancelled. Waits: call it in a thread.

    Raises PageNotFetched: no page came, or it may not be fetched.
    """
    answers: Queue[Page | Exception] = Queue(1)
    stop = Event()

    def work() -> None:
        try:
            answers.put(_get(_checked(url), stop.is_set, seconds, most_bytes))
        except Exception as fault:
            answers.put(fault)

    # A name that is looked up, or a server that dawdles, could hold a thread for minutes.
    Thread(target=work, daemon=True).start()
    end = time.monotonic() + seconds
    while not is_cancelled():
        try:
            answer = answers.get(timeout=_POLL_SECONDS)
        except Empty:
            if time.monotonic() > end:
                stop.set()
                raise _too_slow() from None
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer
    stop.set()
    return None


def _get(url: str, is_stopped: Callable[[], bool], seconds: float, most_bytes: int) -> Page:
    address = url
    try:
        answer = _asked(address, seconds)
        for _ in range(REDIRECTS):
            if isinstance(answer, str):
                address = _redirected(url, address, answer)
                answer = _asked(address, seconds)
        if isinstance(answer, str):
            raise PageNotFetched(f"The page leads elsewhere more than {REDIRECTS} times.", _BY_HAND)
        with answer:
            data, headers = _read(answer, is_stopped, most_bytes), answer.headers
    except BriefingError:
        raise
    except Exception as fault:
        raise _explained(fault, address) from fault
    whole = _unpacked(data, headers, most_bytes)
    if not whole.strip():
        raise PageNotFetched("The page is empty.", _BY_HAND)
    return Page(address, _name(address, headers), whole, bool(_SUBSCRIBERS.search(whole)))


def _asked(url: str, seconds: float) -> http.client.HTTPResponse | str:
    """The answer to one GET, or the address that it leads to."""
    accepted = {"User-Agent": USER_AGENT, "Accept": "text/html,*/*", "Accept-Encoding": "identity"}
    try:
        answer = _opener().open(request.Request(url, headers=accepted), timeout=seconds)
    except error.HTTPError as refusal:
        target = refusal.headers.get("Location", "")
        if refusal.code not in _REDIRECTING or not target:
            raise
        refusal.close()
        return target
    return cast(http.client.HTTPResponse, answer)


def _redirected(start: str, here: str, target: str) -> str:
    """Where to go on. Raises PageNotFetched: from the web into the user's own network."""
    address = _checked(urljoin(here, target))
    is_elsewhere = urlsplit(address).hostname != urlsplit(start).hostname
    if is_elsewhere and _leads_inside(address):
        raise PageNotFetched("The page leads into your own network.", _BY_HAND)
    return address


def _read(
    answer: http.client.HTTPResponse, is_stopped: Callable[[], bool], most_bytes: int
) -> bytes:
    data = bytearray()
    while not is_stopped() and (chunk := answer.read1(_CHUNK)):
        data += chunk
        if len(data) > most_bytes:
            raise _too_large(most_bytes)
    return bytes(data)


def is_private(url: str) -> bool:
    """Whether an address lies on this computer or in its own network, as far as can be told."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if not host or ("." not in host and ":" not in host) or host.endswith((".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _checked(url: str) -> str:
    """The address in the form that goes over the wire."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        raise PageNotFetched("This is no address of a page.", "Copy the address again.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise PageNotFetched(
            "Only addresses that begin with http:// or https:// are fetched.",
            "Drop the file itself.",
        )
    if parts.username is not None:
        raise PageNotFetched("The address holds a name or a password.", _BY_HAND)
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def _leads_inside(url: str) -> bool:
    if is_private(url):
        return True
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname, None)
    except OSError:
        # Behind a proxy names of the web may be unknown here.
        return False
    return any(not ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global
               for each in found)  # fmt: skip


def _opener() -> request.OpenerDirector:
    """Knows http and https alone; no files, no FTP, no cookies, no logging in."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _unpacked(data: bytes, headers: Message, most_bytes: int) -> bytes:
    """Some servers compress although they were asked not to."""
    packing = (headers.get("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise PageNotFetched("The page came in a form that cannot be read.", _BY_HAND)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        whole = unpacker.decompress(data, most_bytes + 1)
    except zlib.error:
        raise PageNotFetched("The page came damaged.", "Try again.") from None
    if len(whole) > most_bytes:
        raise _too_large(most_bytes)
    return whole


def _name(url: str, headers: Message) -> str:
    path = PurePosixPath(unquote(urlsplit(url).path))
    kind = _SUFFIXES.get(headers.get_content_type(), "")
    stem = path.stem if kind and path.suffix.lower() in (".html", ".htm", kind, ".php", ".aspx") \
        else path.name  # fmt: skip
    stem = re.sub(r"[\x00-\x1f\x7f<>:\"/\\|?*]", "_", stem)[:100] or "page"
    return f"{stem}{kind}"


def _explained(fault: Exception, url: str) -> PageNotFetched:
    host = urlsplit(url).hostname
    reason = fault.reason if isinstance(fault, error.URLError) else fault
    if isinstance(fault, error.HTTPError):
        fault.close()
        return _refused(fault.code, host or "")
    if isinstance(reason, BriefingError):
        return PageNotFetched(reason.message, reason.hint)
    if isinstance(reason, TimeoutError):
        return _too_slow()
    if isinstance(reason, ssl.SSLError):
        return PageNotFetched(f"{host} could not prove that it is what it says.", _BY_HAND)
    if isinstance(reason, socket.gaierror):
        return PageNotFetched(f"{host} was not found.", "Check the connection to the internet.")
    if isinstance(reason, OSError | http.client.HTTPException):
        return PageNotFetched(f"There was no answer from {host}.", "Try again later.")
    raise fault


def _refused(code: int, host: str) -> PageNotFetched:
    if code in (404, 410):
        return PageNotFetched(f"{host} has no such page (any more).", "Check the address.")
    if code in (401, 402, 403, 407, 451):
        return PageNotFetched(
            f"{host} shows this page only to those who are signed in, or not to programs.", _BY_HAND
        )
    if code == 429 or code >= 500:
        return PageNotFetched(f"{host} is too busy or out of order ({code}).", "Try again later.")
    return PageNotFetched(f"{host} did not give the page ({code}).", _BY_HAND)


def _too_slow() -> PageNotFetched:
    return PageNotFetched("The page took too long to come.", "Try again later.")


def _too_large(most_bytes: int) -> PageNotFetched:
    return PageNotFetched(f"The page is larger than {most_bytes // 1024**2} MB.", _BY_HAND)
