"""The page of a reproduction: published figures beside those that were measured, and how to read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from benchmarks.reproduction.papers import PAPERS, Paper
from benchmarks.reproduction.readings import READINGS
from benchmarks.reproduction.rows import LEAK_FREE, OWN, Row
from benchmarks.reproduction.stand_ins import STAND_INS

_HEAD = """# The papers' comparisons, made again

Five studies compare segmentation models in a table each. Their imagery is not public or not here, so what follows is
the same comparison on stand-in data: under the paper's own protocol, and under one that leaks nothing. The point is in
which order models come out and what the protocol does to the figures, not the digits.

```sh
make reproduce DATA=/path/to/open/data      # an hour on two cores; rows that are there already are kept
make reproduce DATA=… BUDGET=600 FORM=paper # the papers' tiles, widths and optimisers: for a GPU
make reproduce DATA=… STALE=1               # only the rows of unknown state, about a minute each; renews this page
```

Without `DATA` only the rows on the sample scene are measured. Every row is trained, mapped with and measured by itself,
and kept in `build/reproduction/rows`. The rows of this page are kept in `benchmarks/reproduction/measured.json`.

- **Own protocol**: the paper's way of splitting, tiles at random; where they overlap, validation tiles share pixels
  with training tiles. Measured where the paper measures, on the part that also chose the best epoch or, for the last
  paper, on its test tiles.
- **Leak-free**: blocks of labels are held back as a whole, with a gap; a fifth of the labels is the test part that no
  choice has seen.
- **Form**: “small” has tiles of 64 or 128 px with the paper's share of overlap, the papers' own networks at a quarter
  of their width or less, the paper's loss and augmentation, and the optimiser of `quick`, since the papers' 100 epochs
  take days on two cores. Networks start from nothing unless said otherwise. “paper” is the preset as it is.
- F1 is the mean over the classes without background (for one class, its F1); mIoU is over all classes. Intervals of
  95 % come from a bootstrap over blocks of 64 px (16 px for the small scene of lithology), expanded where blocks are
  few. Published figures are percent as printed.
- **Out of reach** is what couldn't be measured here; the reason stands under the table.
"""
_STATES = """A classifier's row is the same on any machine at any load. A network's isn't: a budget of core time buys
fewer steps where other programs keep the caches busy, so networks ask for a quiet machine. Of the rows whose state is
unknown only the figures are left; they may be stale: `STALE=1` measures them anew. Intervals of states before the
present formula were expanded to it afterwards, by the number of blocks, from the digits that are printed here.
"""
_KEYS = "F1 | mIoU | accuracy"


def page(found: Mapping[str, dict[str, Any]]) -> str:
    """Write the page from the rows that are there, by name."""
    measured, every = sum("f1" in own for own in found.values()), sum(2 * len(paper.entrants) for paper in PAPERS)
    state = f"{measured} of {every} rows are measured here; the others are out of reach or show a dash.\n"
    parts = [_HEAD, state, *(_section(paper, found) for paper in PAPERS), _budgets(found)]
    return "\n".join(parts)


def _section(paper: Paper, found: Mapping[str, dict[str, Any]]) -> str:
    lines = [
        f"## {paper.subject}", "",
        f"Published: {paper.source}. Protocol there: {paper.protocol}.",
        f"Stand-in: {STAND_INS[paper.stand_in].title}.", "",
        f"| model | published {_KEYS} | own protocol {_KEYS} | leak-free {_KEYS} |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    notes: dict[str, list[str]] = {}
    for entrant in paper.entrants:
        cells = [_printed(getattr(entrant.published, key)) for key in ("f1", "miou", "accuracy")]
        for protocol in (OWN, LEAK_FREE):
            own = found.get(Row(paper, entrant, protocol).name)
            cells += [_measured(own, key) for key in ("f1", "miou", "accuracy")]
            if own and "trouble" in own:
                notes.setdefault(f"{own['trouble'].split('. ')[0]}.", []).append(f"{entrant.name} ({protocol})")
        lines.append(f"| {entrant.name} | {' | '.join(cells)} |")
    lines += [""]
    for reason, named in notes.items():
        lines += [f"**Out of reach: {', '.join(named)}.** {reason}", ""]
    lines += [READINGS.get(paper.key, ""), ""]
    return "\n".join(lines)


def _printed(value: Optional[float]) -> str:
    return "–" if value is None else f"{value:.2f}"


def _measured(own: Optional[Mapping[str, Any]], key: str) -> str:
    if own and "trouble" in own:
        return "out of reach"
    if not own or key not in own:
        return "–"
    value, low, high = (100 * own[key][part] for part in ("value", "low", "high"))
    return f"{value:.1f} ({low:.1f} – {high:.1f})"


def _listed(rows: list[dict[str, Any]]) -> str:
    """Name rows by their models, with the protocol where there is but one."""
    known = {
        Row(paper, entrant, protocol).name: (entrant.name, protocol)
        for paper in PAPERS for entrant in paper.entrants for protocol in (OWN, LEAK_FREE)
    }  # fmt: skip
    protocols: dict[str, list[str]] = {}
    for own in rows:
        name, protocol = known.get(own["row"], (own["row"], ""))
        protocols.setdefault(name, []).append(protocol)
    return "; ".join(name if len(told) == 2 else f"{name} ({told[0]})" for name, told in protocols.items())


def _budgets(found: Mapping[str, dict[str, Any]]) -> str:
    """List what every figure was measured with."""
    lines = [
        "## Budgets, machines and states",
        "",
        _STATES,
        "| rows | form | training, s of core time | machine | state of the code | when |",
        "|---|---|---|---|---|---|",
    ]
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for own in found.values():
        shared = tuple(own.get(key) or "unknown" for key in ("form", "seconds", "machine", "code"))
        groups.setdefault((own["row"].partition("-")[0], *shared), []).append(own)
    for (paper, form, seconds, machine, code), rows in groups.items():
        times = sorted({own["when"] for own in rows})
        when = times[0] if len(times) == 1 else f"{times[0]} – {times[-1]}"
        listed = _listed(rows)
        lines.append(f"| {paper}: {listed} | {form} | {seconds:g} | {machine} | {code} | {when} |")
    return "\n".join([*lines, ""])
