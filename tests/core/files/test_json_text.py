"""JSON from elsewhere is refused in words where no file can have what it names."""

from __future__ import annotations

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.files.json_text import parse_json


def test_half_letters_are_refused_and_names_in_other_encodings_are_not() -> None:
    with pytest.raises(BadInputError, match="isn't a list of scenes"):
        parse_json(r'[{"images": ["\ud800.tif"]}]', "“s.json”", "a list of scenes")
    assert parse_json(r'["\udcff.tif", "\ud83e\udea8.tif"]', "“s.json”", "a list of scenes") == ["\udcff.tif", "🪨.tif"]
