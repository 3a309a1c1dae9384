"""When two web addresses name the same page."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|ns_\w+|mc_[ce]id|pk_\w+|mtm_\w+|hsa_\w+|_hs\w+|vero_\w+|oly_\w+|wt[._]\w+"
    r"|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|epik"
    r"|ocid|cmpid|icid|ncid|ftag|ito|smid|smtyp|srnd|spm|xtor|mod|campaign|outputtype"
    r"|ref|ref_\w+|referrer|referer|guccounter|guce_\w+|embedded-checkout",
    re.IGNORECASE,
)
"""Names of parameters that tell where a reader came from, not what the page is."""

_MIRRORS = re.compile(r"^(?:www\d?|m|mobile|amp|touch|edition)\.(?=[^.]+\.)")
_AMP = re.compile(r"(?:/amp|\.amp)(?=/?$|\.html?$)|^/amp(?=/)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)


def address_key(url: str) -> str:
    """A form of a web address that is equal for addresses of the same page; "" for none.

    It is for finding candidates, not for showing or opening: scheme, "www.", mobile and AMP
    variants, default ports, fragments, tracking parameters and the order of the others do not
    count.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    host = _MIRRORS.sub("", parts.hostname.rstrip("."))
    if port not in (None, 80, 443):
        host += f":{port}"
    path = _INDEX.sub("/", _AMP.sub("", unquote(parts.path))).rstrip("/")
    told = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in told if not _TRACKING.fullmatch(pair[0])))
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def address_number(url: str) -> int:
    """`address_key` as a signed number of 64 bits, to look it up by; 0 for no address.

    Equal numbers need a second look.
    """
    key = address_key(url)
    if not key:
        return 0
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
