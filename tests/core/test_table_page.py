"""Pages with tables escape everything and fetch nothing."""

from __future__ import annotations

from outcrop.core.table_page import Html, swatch, table_page


def test_everything_is_escaped() -> None:
    text = table_page("<b>", ["a & b"], [["<script>", 1.5], [Html(swatch('"#fff')), "x"]])
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "<title>&lt;b&gt;</title>" in text
    assert "a &amp; b" in text
    assert 'style="background:&quot;#fff;color:&quot;#fff"' in text
    assert "http" not in text


def test_numbers_stand_to_the_right() -> None:
    text = table_page("t", ["n"], [["-0.25"], [3], ["3 px"]])
    assert text.count('class="n"') == 2
