"""AES against the numbers of its standard (FIPS 197, appendix C; NIST SP 800-38A, F.2.5)."""

from __future__ import annotations

import pytest

from briefing_app.readers.archives.aes import decrypt_chained, encryption

BLOCK = bytes.fromhex("00112233445566778899aabbccddeeff")
KEY = bytes(range(32))


def test_a_block_is_encrypted_as_the_standard_has_it() -> None:
    assert encryption(KEY[:16])(BLOCK).hex() == "69c4e0d86a7b0430d8cdb78070b4c55a"
    assert encryption(KEY)(BLOCK).hex() == "8ea2b7ca516745bfeafc49904b496089"


def test_a_chain_of_blocks_is_decrypted_and_a_broken_block_dropped() -> None:
    key = bytes.fromhex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
    secret = bytes.fromhex("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d")
    text = decrypt_chained(secret + b"rest", key, bytes(range(16)))
    assert text.hex() == "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"


def test_keys_of_other_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        encryption(b"short")
