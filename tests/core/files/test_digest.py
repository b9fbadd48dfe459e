"""The digest of a file is that of its contents, however long they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from outcrop.core.files.digest import sha256_of


@pytest.mark.parametrize("length", [0, 1, 1 << 20, (1 << 20) + 1])
def test_it_is_that_of_the_contents(tmp_path: Path, length: int) -> None:
    contents = b"abc" * (length // 3) + b"x" * (length % 3)
    (tmp_path / "file").write_bytes(contents)
    assert sha256_of(tmp_path / "file") == hashlib.sha256(contents).hexdigest()
