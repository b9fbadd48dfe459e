"""Pages with tables escape everything and fetch nothing."""

from __future__ import annotations

from outcrop.core.report.pages.table_page import Html, swatch, table_page


def test_everything_is_escaped() -> None:
    text = table_page("<b>", ["a & b"], [["<script>", 1.5], [Html(swatch('"#fff')), "x"]])
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "<title>&lt;b&gt;</title>" in text
    assert "a &amp; b" in text
    assert 'style="background:&quot;#fff;color:&quot;#fff"' in text
    assert "http" not in text


def test_numbers_stand_to_the_right() -> None:
    numbers = ["-0.25", 3, "21,300", "0,625", "1.234.567", "1 234", "1e-07"]
    text = table_page("t", ["n"], [[value] for value in (*numbers, "3 px", "3.11.2", "", "-")])
    assert text.count('class="n"') == len(numbers)


def test_columns_without_names_have_no_head() -> None:
    assert "<th>" not in table_page("t", ("", ""), [["a", 1]])
    assert "<th></th><th>n</th>" in table_page("t", ("", "n"), [["a", 1]])
