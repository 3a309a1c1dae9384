"""Addresses of one page have one key, addresses of different pages different ones."""

from __future__ import annotations

import pytest

from briefing_app.domain.address import address_key, address_number

SAME = {
    "scheme, host and end": [
        "https://www.example.org/world/story-1",
        "http://example.org/world/story-1/",
        "HTTPS://WWW.EXAMPLE.ORG:443/world/story-1",
        " https://m.example.org/world/story-1#comments ",
        "https://amp.example.org/world/story-1",
        "https://www.example.org/world/story-1/amp",
        "https://www.example.org/world/story-1/amp/",
        "https://www.example.org/amp/world/story-1",
    ],
    "tracking": [
        "https://example.org/story?id=7&page=2",
        "https://example.org/story?page=2&id=7",
        "https://example.org/story?utm_source=a&utm_medium=b&id=7&page=2&fbclid=x",
        "https://example.org/story?id=7&page=2&at_campaign=64&ref=nav&ocid=z",
    ],
    "page of a folder": ["https://example.org/a/", "https://example.org/a/index.html"],
    "page in the AMP form": ["https://example.org/a.html", "https://example.org/a.amp.html"],
    "percent signs": ["https://example.org/%C3%A9t%c3%a9", "https://example.org/été"],
}

DIFFERENT = [
    "https://example.org/story?id=7",
    "https://example.org/story?id=8",
    "https://example.org/story",
    "https://example.org/Story",
    "https://example.org/story/2",
    "https://news.example.org/story",
    "https://example.com/story",
    "https://example.org:8080/story",
    "https://m.org/story",
    "https://example.org/champ",
]


@pytest.mark.parametrize("urls", SAME.values(), ids=SAME)
def test_addresses_of_one_page_have_one_key(urls):
    assert len({address_key(url) for url in urls}) == 1
    assert len({address_number(url) for url in urls}) == 1


def test_addresses_of_different_pages_have_different_keys():
    assert len({address_key(url) for url in DIFFERENT}) == len(DIFFERENT)
    numbers = {address_number(url) for url in DIFFERENT}
    assert len(numbers) == len(DIFFERENT)
    assert all(-(2**63) <= number < 2**63 for number in numbers)


@pytest.mark.parametrize(
    "url",
    ["", "x", "file:///a.html", "mailto:a@example.org", "https://", "http://[", "http://a:b/",
     "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_web_address_has_no_key(url):
    assert (address_key(url), address_number(url)) == ("", 0)
