"""Names that every file and window can hold."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.files.plain_name import plain_name, table_text, xml_text


def test_one_name_has_one_spelling() -> None:
    assert plain_name(unicodedata.normalize("NFD", "Gänge")) == plain_name("Gänge") == "Gänge"
    assert plain_name(" pink\x0bpegmatite\r\n") == "pink pegmatite"
    assert plain_name("a  b = <i>c</i> & d") == "a  b = <i>c</i> & d"


@given(st.text())
def test_every_name_can_be_written_to_xml(text: str) -> None:
    for given_name in (plain_name(text), xml_text(text)):
        element = ET.Element("name", of=given_name)
        element.text = given_name
        ET.fromstring(ET.tostring(element))  # noqa: S314 - made here
    assert not [letter for letter in plain_name(text) if unicodedata.category(letter) in ("Cc", "Cs")]


def test_a_spreadsheet_takes_no_name_for_a_formula() -> None:
    assert table_text("=1+1") == "'=1+1"
    assert table_text("@x") == "'@x"
    assert [table_text(name) for name in ("-1", "+2.5", "sand", "a=b")] == ["-1", "+2.5", "sand", "a=b"]
