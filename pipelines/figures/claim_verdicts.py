"""A row per statement, its verdict on both days as a shape and a shade, with the cases that hold."""

from __future__ import annotations

import re
import textwrap
from collections import Counter

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipelines.figures.style import EMPTY, INK, Release, Row, bare, inset, listed, publishers, shades, sheet

VERDICTS = {"supported": ("o", shades(3)[0]), "partly": ("D", shades(3)[1]), "contradicted": ("X", shades(3)[2]),
            "undetermined": ("s", EMPTY)}  # fmt: skip
COLUMNS = ((7.45, "then"), (8.65, "now"))
LINE = 0.21
LETTERS = 132


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    rows = sorted(rows, key=_place)
    now = Counter(row["verdict_now"] for row in rows)
    moved = sum(row["verdict_then"] != row["verdict_now"] for row in rows)
    title = f"{now['supported']} of {len(rows)} checked statements are supported by the tables"
    title += "".join(f", {now[verdict]} {verdict}" for verdict in VERDICTS if verdict != "supported" and now[verdict])
    last = max((row["last_day"] for row in rows), default="")
    made = sorted({row["made_on"] for row in rows})
    subtitle = (
        f"Verdict on the day a statement was made, by what was known then, and on {last}; "
        f"{moved if moved else 'none'} changed. Numbers: asserted cases that hold, of all; + cases left out or "
        "against it."
    )
    caption = (
        "A verdict rests on the asserted cases alone, by the rule typed with the statement (all, any, most, trend); "
        "undetermined where too few cases are known. Statements are shortened and in our words (table claims); "
        "queries, cases and rows: tables claim_checks, claim_cases, claim_evidence. Views that no table can judge "
        f"are not drawn: {rows[0]['views'] if rows else 0}. Statements published by: {listed(publishers(rows))}."
    )
    figure, margins = sheet(release, title, subtitle, caption, (10.5, 0.62 + LINE * max(len(rows), 1)))
    axes = figure.add_subplot(figure.add_gridspec(1, 1, **inset(figure, margins, left=0.2, top=0.52, bottom=0.05))[0])
    bare(axes).set(xlim=(0, 10.1), ylim=(max(len(rows), 1) - 0.4, -0.6), xticks=[], yticks=[])
    for at, row in enumerate(rows):
        _line(axes, at, row)
    for verdict in VERDICTS:
        places = [(x, at) for x, when in COLUMNS for at, row in enumerate(rows) if row[f"verdict_{when}"] == verdict]
        _marks(axes, verdict, places)
    made_text = str(made[0]) if len(made) == 1 else "the day made"
    for across, text in ((7.75, made_text), (8.95, str(last))):
        axes.annotate(text, (across, 1), xycoords=("data", "axes fraction"), xytext=(0, 3), textcoords="offset points",
                      size=7.5, weight="bold", ha="center")  # fmt: skip
    _legend(axes)
    return figure


def _place(row: Row) -> tuple[int, str]:
    number = re.match(r"\d+", str(row["paragraph"]))
    return int(number[0]) if number else 0, row["claim_id"]


def _line(axes: Axes, at: int, row: Row) -> None:
    if at % 2 == 0:
        axes.axhspan(at - 0.5, at + 0.5, color="#f4f4f4", linewidth=0)
    said = f"{row['statement']} [{row['part']}]" if row["part"] else row["statement"]
    axes.text(0.05, at, textwrap.shorten(said, LETTERS, placeholder=" …"), size=7.2, va="center")
    for across, when in COLUMNS:
        more = f" +{row['counter_now']}" if when == "now" and row["counter_now"] else ""
        counts = f"{row[f'holding_{when}']} of {row[f'cases_{when}']}{more}"
        axes.text(across + 0.2, at, counts, size=7, va="center")
    if row["verdict_then"] != row["verdict_now"]:
        axes.text(10.05, at, "changed", size=6.8, va="center", ha="right", style="italic")


def _marks(axes: Axes, verdict: str, places: list[tuple[float, int]]) -> None:
    marker, colour = VERDICTS[verdict]
    x, y = [place[0] for place in places], [place[1] for place in places]
    axes.scatter(x, y, s=42, marker=marker, color=colour, edgecolors=INK, linewidths=0.6, label=verdict)


def _legend(axes: Axes) -> None:
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, handletextpad=0.3, columnspacing=1.4
    )
