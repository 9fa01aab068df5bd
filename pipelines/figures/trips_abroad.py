"""Trips abroad by period and group of hosts above; below, which host in which period, before and since 2022."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from pipelines.figures.style import FAINT, INK, Release, Row, bare, contrast, inset, listed, publishers, shades, sheet

# strftime asks the machine for its language
MONTHS = ["-", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
TURN = date(2022, 2, 24)
APART = 5  # stays in occupied places of Ukraine: searched by themselves, not counted among the trips
GROUPS = ["CIS members and partners", "other Asia", "rest of the world", "EU and G7 members"]
APART_LABEL = "occupied places of Ukraine (searched apart)"
COLOURS = [*shades(4), "#ffffff"]


def draw(rows: list[Row], release: Release) -> Figure:
    """Return the figure."""
    trips = [row for row in rows if row["stays"] and row["host_group"] != APART]
    periods = sorted({(row["period_began"], row["period_ended"], row["result"]) for row in rows})
    periods = [one for one in periods if one[2] != "not_searched"]
    since = [row for row in trips if row["period_began"] >= TURN]
    west = sum(row["stays"] for row in since if row["host_group"] == len(GROUPS))
    before = sum(row["stays"] for row in trips if row["period_began"] < TURN and row["host_group"] == len(GROUPS))
    title = (
        f"Stays of the Russian president in EU or G7 states: {west} found since 24 February 2022, at least {before} "
        "in the ten years before"
    )
    subtitle = (
        "Stays abroad of Vladimir Putin by year and host. Where the search of a year was not complete, its label is "
        "grey and “≥”: more may have been made."
    )
    hosts = {row["host_state_id"] for row in trips}
    later = {row["host_state_id"] for row in since}
    lines = max(len(later), len(hosts - later))
    below = 0.155 * lines + 1.0  # the grids with their heads, and the labels of the bars above them
    figure, margins = sheet(release, title, subtitle, _caption(rows), (10.0, 3.0 + below))
    upper = inset(figure, margins, left=0.5, bottom=below)
    lower = inset(figure, margins, left=1.5, top=3.0 + 0.9, bottom=0.1)
    _bars(figure.add_subplot(figure.add_gridspec(1, 1, **upper)[0]), rows, periods)
    grids = figure.add_gridspec(1, 2, wspace=0.42, **lower)
    left, right = figure.add_subplot(grids[0]), figure.add_subplot(grids[1])
    _grid(left, [row for row in trips if row["host_state_id"] in later], periods, lines, "Hosts since 24 February 2022")
    _grid(right, [r for r in trips if r["host_state_id"] not in later], periods, lines, "Hosts before that day only")
    return figure


def _label(period: tuple[date, date, str]) -> str:
    began, ended, _ = period
    if ended.month == 12 and began.month <= 5 and (began.month, began.day) != (2, 24):
        return str(began.year)
    return (
        f"{began:%Y}\n{began.day} {MONTHS[began.month]} –"
        if ended.month == 12
        else f"{ended:%Y}\n– {ended.day} {MONTHS[ended.month]}"
    )


def _bars(axes: Axes, rows: list[Row], periods: list[tuple[date, date, str]]) -> None:
    counts: dict[tuple[date, int], int] = defaultdict(int)
    for row in rows:
        counts[row["period_began"], row["host_group"] or 0] += row["stays"]
    tallest = 20
    for at, (began, _, result) in enumerate(periods):
        base = 0
        for group in range(1, APART + 1):
            count = counts[began, group]
            hatch = "////" if group == APART else None
            axes.bar(at, count, 0.72, base, color=COLOURS[group - 1], edgecolor=FAINT, linewidth=0.5, hatch=hatch)
            base += count
        found, tallest = base - counts[began, APART], max(tallest, base)
        whole = result in {"complete", "searched_none_found"}
        axes.text(at, base + 0.3, f"{'' if whole else '≥ '}{found}", ha="center", weight="bold" if whole else "normal",
                  color=INK if whole else "#6a6a6a")  # fmt: skip
    turn = next((at for at, one in enumerate(periods) if one[0] >= TURN), 0) - 0.5
    axes.axvline(turn, 0, 0.88, color=INK, linewidth=0.8, linestyle=(0, (4, 3)))
    bare(axes).set_xticks(range(len(periods)), [_label(one) for one in periods], size=7.5)
    axes.set_ylim(0, 1.25 * tallest)  # room for the legend above the bars
    axes.set_yticks(range(0, tallest + 1, 5))
    axes.grid(axis="y", color="#e4e4e4", linewidth=0.6)
    axes.set_axisbelow(True)
    keys = [Patch(facecolor=c, edgecolor=FAINT, label=n) for c, n in zip(COLOURS, GROUPS, strict=False)]
    keys.append(Patch(facecolor="white", edgecolor=FAINT, hatch="////", label=APART_LABEL))
    axes.legend(
        handles=keys, ncols=5, loc="upper left", fontsize=7.5, borderaxespad=0, columnspacing=1.1, handlelength=1.5
    )


def _grid(axes: Axes, rows: list[Row], periods: list[tuple[date, date, str]], lines: int, title: str) -> None:
    order = {row["host"]: (row["host_group"], row["host"]) for row in rows}
    hosts = sorted(order, key=lambda host: order[host])
    columns = {one[0]: at for at, one in enumerate(periods)}
    for row in rows:
        across, down = columns[row["period_began"]], hosts.index(row["host"])
        colour = COLOURS[row["host_group"] - 1]
        if row["stays"] > 1:
            axes.text(
                across, down + 0.04, str(row["stays"]), size=6.5, color=contrast(colour), ha="center", va="center"
            )
    x, y = [columns[row["period_began"]] for row in rows], [hosts.index(row["host"]) for row in rows]
    axes.scatter(x, y, s=62, marker="s", color=[COLOURS[row["host_group"] - 1] for row in rows], linewidths=0)
    bare(axes).set(xlim=(-0.6, len(periods) - 0.4), ylim=(lines - 0.4, -0.6))
    axes.set_title(title, pad=16, loc="left")
    axes.set_yticks(range(len(hosts)), hosts, size=7)
    ticks = [(at, f"’{one[0]:%y}") for at, one in enumerate(periods)]
    axes.set_xticks([at for at, _ in ticks], [text for _, text in ticks], size=6.5)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=1)
    axes.hlines(range(len(hosts)), -0.5, len(periods) - 0.5, color="#ececec", linewidth=0.5, zorder=0)
    axes.axvline(next((at for at, one in enumerate(periods) if one[0] >= TURN), 0) - 0.5, color=INK, linewidth=0.8,
                 linestyle=(0, (4, 3)))  # fmt: skip


def _caption(rows: list[Row]) -> str:
    unsearched = [f"from {r['period_began']}" for r in rows if r["result"] == "not_searched"]
    return (
        "A stay is one host state; squares with a number hold more than one stay; the broken line is 24 February "
        "2022. Totals leave out stays in occupied places of Ukraine; places in Abkhazia and the West Bank count with "
        "their hosts by UN resolutions. CIS, EU and G7 as of the day. Completeness: table coverage"
        + (f"; not searched: {', '.join(unsearched)}" if unsearched else "")
        + f". Sources of the rows: {listed(publishers(rows))} (table citations)."
    )
