"""What a page says of its article in JSON-LD (https://schema.org/NewsArticle)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing_app.readers.particulars.authors import people

_ARTICLES = re.compile(
    r"(|News|Reportage(News)?|AnalysisNews|OpinionNews|BackgroundNews|ReviewNews|AskPublicNews|"
    r"Satirical|Scholarly|Tech)Article|LiveBlogPosting|BlogPosting|Report",
    re.I,
)
_DEPTH = 8
_LARGEST = 2_000_000
_WRAPPING = re.compile(r"^\s*(<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|(//\s*)?\]\]>)\s*$")


def article_fields(scripts: Iterable[str]) -> dict[str, str]:
    """The fields of domain.article.Article that JSON-LD scripts state; {} for none.

    Of several articles the fullest counts. Dates come as they are written, and so does "body",
    with the line breaks or the markup that it has.
    """
    objects = [node for script in scripts for node in _walk(_parse(script))]
    by_id = {node["@id"]: node for node in objects if isinstance(node.get("@id"), str)
             and len(node) > 1}  # fmt: skip
    articles = [node for node in objects if _is_article(node)]
    if not articles:
        return {}
    article = max(articles, key=_fullness)
    fields = {
        "headline": _text(article.get("headline") or article.get("name")),
        "name": _text(article.get("name")),
        "byline": people(_names(article.get("author") or article.get("creator"), by_id)),
        "publisher": next(iter(_names(article.get("publisher"), by_id)), ""),
        "published": _text(article.get("datePublished")),
        "updated": _text(article.get("dateModified")),
        "deck": _text(article.get("alternativeHeadline") or article.get("description")),
        "news_section": _text(article.get("articleSection")),
        "print_page": _text(article.get("printPage") or article.get("pageStart")),
        "body": _plain(article.get("articleBody")),
        "dateline": _text(article.get("dateline")),
        "language": _text(article.get("inLanguage")),
        "url": _text(article.get("url")) or _address(article.get("mainEntityOfPage")),
    }
    return {name: value for name, value in fields.items() if value}


def _parse(script: str) -> Any:
    """The data of a script, None where it is not even nearly JSON."""
    script = _WRAPPING.sub("", script.strip().lstrip("\ufeff")).strip().rstrip(";")
    if len(script) > _LARGEST:
        return None
    repaired = re.sub(r",\s*([}\]])", r"\1", script)
    for attempt in (script, repaired):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(node: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(node, dict):
        yield node
        for value in node.values():
            if isinstance(value, dict | list):
                yield from _walk(value, depth + 1)
    elif isinstance(node, list):
        for item in node[:500]:
            yield from _walk(item, depth + 1)


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(_ARTICLES.fullmatch(re.split("[/:#]", str(name))[-1]) for name in names if name)


def _fullness(node: Mapping[str, Any]) -> tuple[int, int]:
    stated = sum(bool(node.get(name)) for name in ("headline", "datePublished", "author"))
    return stated, len(str(node.get("articleBody") or ""))


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    text = html.unescape(value if isinstance(value, str) else "")
    return " ".join(re.sub(r"<[^<>]{0,300}>", "", text).split())


def _plain(value: Any) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Names of persons or organisations, in order, each once."""
    found: dict[str, None] = {}
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item:
            item = by_id.get(str(item.get("@id")), item)
        names = item.get("name") if isinstance(item, dict) else item
        for name in names if isinstance(names, list) else [names]:
            text = _text(name)
            if text and len(text) < 200 and "://" not in text:
                found[text] = None
    return list(found)
