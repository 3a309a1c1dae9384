"""AES, with which archives and documents are protected by a password."""

from __future__ import annotations

from collections.abc import Callable

BLOCK = 16
"""Bytes."""


def encryption(key: bytes) -> Callable[[bytes], bytes]:
    """A function that encrypts whole blocks, each for itself. Raises ValueError: no such key."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    encrypt: Callable[[bytes], bytes] = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update
    return encrypt


def decrypt_chained(secret: bytes, key: bytes, vector: bytes) -> bytes:
    """What was encrypted in CBC mode; what is left over of the last block is dropped.

    Raises ValueError: key or vector are not as long as they must be.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decrypt = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return bytes(decrypt.update(secret[: len(secret) // BLOCK * BLOCK]))
