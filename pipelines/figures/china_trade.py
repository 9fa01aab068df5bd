"""Six panels of bars by year, each with the level of 2021 as a line and the multiple of it above the bars."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from pipelines.figures.style import FAINT, INK, Release, Row, bare, contrast, inset, listed, publishers, shades, sheet

BASE = 2021
DARK, MIDDLE, LIGHT = shades(3)
PANELS: list[tuple[str, str, str, Callable[[Row], float | None] | None]] = [
    ("Total trade, bn USD", "total", "total", lambda row: row["value_usd"] / 1e9),
    ("Crude oil, bn USD", "crude_oil", "import", lambda row: row["value_usd"] / 1e9),
    ("Coal, bn USD", "coal", "import", lambda row: row["value_usd"] / 1e9),
    ("China’s exports and imports, bn USD", "", "", None),
    ("Crude oil, million tonnes", "crude_oil", "import", lambda row: row["tonnes"] and row["tonnes"] / 1e6),
    ("Coal, million tonnes", "coal", "import", lambda row: row["tonnes"] and row["tonnes"] / 1e6),
]


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    totals = {row["year"]: row["value_usd"] for row in rows if row["commodity"] == row["flow"] == "total"}
    title = "Trade of China with Russia"
    if BASE in totals and len(totals) > 1:
        top = max(totals, key=lambda year: totals[year])
        last = max(totals)
        title = f"China’s trade with Russia was {totals[top] / totals[BASE]:.2f} times that of {BASE} in {top}"
        title += f" and {totals[last] / totals[BASE]:.2f} times in {last}" if last != top else ""
    subtitle = (
        "As China reports it, latest release of each figure. Above the bars: the multiple of 2021, whose level is "
        "the broken line. Crude oil and coal are China’s imports."
    )
    hatched = " (hatched)" if any(row["is_converted"] for row in rows) else ""
    caption = (
        "Values in current US dollars, not adjusted for prices; the latest release reported in dollars, otherwise a "
        f"converted one{hatched}. Coal leaves out lignite where the source does. “none” = no figure found for that "
        f"year, not zero (table coverage). Sources of the rows: {listed(publishers(rows))} (table citations)."
    )
    figure, margins = sheet(release, title, subtitle, caption, (10.5, 4.7))
    panels = figure.add_gridspec(2, 3, hspace=0.5, wspace=0.2, **inset(figure, margins, left=0.5, top=0.3, bottom=0.3))
    years = list(
        range(min((row["year"] for row in rows), default=BASE), max((row["year"] for row in rows), default=BASE) + 1)
    )
    for at, (name, commodity, flow, measure) in enumerate(PANELS):
        axes = figure.add_subplot(panels[at])
        if measure:
            chosen = [row for row in rows if row["commodity"] == commodity and row["flow"] == flow]
            converted = {row["year"] for row in chosen if row["is_converted"]}
            _bars(axes, years, {row["year"]: value for row in chosen if (value := measure(row))}, converted)
        else:
            _both_ways(axes, years, [row for row in rows if row["commodity"] == "total" and row["flow"] != "total"])
        _furnish(axes, years, name)
    return figure


def _bars(axes: Axes, years: list[int], values: dict[int, float], converted: set[int]) -> None:
    base = values.get(BASE)
    base_line = max(values.values(), default=1) * 0.02
    for year in years:
        if (value := values.get(year)) is None:
            axes.text(year, 0, "none", ha="center", va="bottom", color=FAINT, size=7, style="italic")
            continue
        colour = MIDDLE if year <= BASE else DARK
        axes.bar(
            year, value, 0.74, color=colour, hatch="////" if year in converted else None, edgecolor="white", linewidth=0
        )
        axes.text(
            year,
            base_line,
            f"{value:,.{0 if value >= 20 else 1}f}",
            ha="center",
            va="bottom",
            color=contrast(colour),
            size=6.8,
        )
        if base:
            axes.text(year, value, f"×{value / base:.2f}", ha="center", va="bottom", size=7, weight="bold", zorder=4,
                      bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6})  # fmt: skip
    if base:
        axes.axhline(base, color=INK, linewidth=0.8, linestyle=(0, (4, 3)), zorder=3)


def _both_ways(axes: Axes, years: list[int], rows: list[Row]) -> None:
    values = {(row["flow"], row["year"]): row["value_usd"] / 1e9 for row in rows}
    for flow, shift, colour in (("import", -0.2, DARK), ("export", 0.2, LIGHT)):
        for year in years:
            if (value := values.get((flow, year))) is not None:
                axes.bar(year + shift, value, 0.38, color=colour)
                axes.text(year + shift, value, f"{value:.0f}", ha="center", va="bottom", size=6.3)
            else:
                axes.text(
                    year + shift, 0, "none", ha="center", va="bottom", color=FAINT, size=6, rotation=90, style="italic"
                )
    keys = [Patch(color=DARK, label="imports from Russia"), Patch(color=LIGHT, label="exports to Russia")]
    axes.legend(handles=keys, loc="upper left", fontsize=7, ncols=2, borderaxespad=0, columnspacing=1)


def _furnish(axes: Axes, years: list[int], name: str) -> None:
    bare(axes).set_title(name, pad=8)
    axes.set_xticks(years)
    axes.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    axes.set_ylim(0, axes.get_ylim()[1] * 1.14)
    axes.yaxis.set_visible(False)
    axes.axhline(0, color=FAINT, linewidth=0.8)
