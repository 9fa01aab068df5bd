"""`curated/README.md` from the contract: a row per column, references to click on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipelines.contract import Contract, Field, Table
from pipelines.rules import Rule


def codebook(
    contract: Contract,
    counts: Mapping[str, int],
    rules: list[Rule],
    macros: Mapping[str, str],
    figures: Mapping[str, str],
) -> str:
    """Return the codebook as Markdown.

    Args:
        contract: the public contract.
        counts: rows by table.
        rules: the rules that ship in the DuckDB file.
        macros: the text of the SQL functions that ship in it, by name.
        figures: the text of the figures' queries, by name.

    """
    descriptor = contract.descriptor
    lines = [
        f"# Codebook of {descriptor.get('title', descriptor['name'])} {descriptor.get('version', '')}".rstrip(),
        "",
        "Generated from `datapackage.json` by `make`; edit that file instead.",
        *(["", f"Searched up to {descriptor['data_through']}."] if "data_through" in descriptor else []),
        "",
        "| table | rows | one row per |",
        "| --- | ---: | --- |",
    ]
    for table in contract.tables.values():
        lines.append(f"| [{table.name}](#{table.name}) | {counts[table.name]} | {_cell(_says(table.descriptor))} |")
    for table in contract.tables.values():
        lines += _table(table)
    if macros:
        lines += [
            "",
            "## Functions",
            "",
            "They ship in the DuckDB file.",
            "",
            "| call | what it gives |",
            "| --- | --- |",
        ]
        lines += [f"| `{_call(text)}` | {_cell(_header(text))} |" for text in macros.values()]
    if rules:
        lines += ["", "## Rules", "", "Each is a view of the DuckDB file that returns offenders; all are empty.", ""]
        lines += ["| view | what it holds |", "| --- | --- |"]
        lines += [f"| `{rule.view}` | {_cell(rule.sentence)} |" for rule in rules]
    if figures:
        lines += ["", "## Figures", "", "Drawn in every build by the query beside each.", ""]
        lines += ["| figure | query | what it shows |", "| --- | --- | --- |"]
        lines += [
            f"| [{name}](figures/{name}.svg) | [SQL](figures/{name}.sql) | {_cell(_header(text))} |"
            for name, text in figures.items()
        ]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield from ["", f"## {table.name}", "", f"[{table.path.name}]({table.path.name}): {_says(table.descriptor)}"]
    yield from ["", f"Primary key: {', '.join(f'`{name}`' for name in table.primary_key)}."]
    for key in table.unique_keys:
        yield f"Unique together: {', '.join(f'`{name}`' for name in key)}."
    yield from ["", "| column | type | what it holds | limits | refers to |", "| --- | --- | --- | --- | --- |"]
    references = {
        name: f"[{key.table}.{other}](#{key.table})"
        for key in table.foreign_keys
        for name, other in zip(key.fields, key.referenced, strict=True)
    }
    for field in table.fields:
        reference = references.get(field.name, "")
        yield f"| `{field.name}` | {field.type} | {_cell(_says(field.descriptor))} | {_limits(field)} | {reference} |"


def _call(text: str) -> str:
    found = re.search(r"CREATE MACRO (\w+\([^)]*\))", text)
    return found[1] if found else ""


def _header(text: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in text.split("\n") if line.startswith("--"))


def _limits(field: Field) -> str:
    limits = field.constraints
    parts = ["required"] if field.is_required else []
    parts += ["unique"] if limits.get("unique") else []
    parts += [f"{sign} {limits[name]}" for name, sign in (("minimum", "≥"), ("maximum", "≤")) if name in limits]
    parts += [" ".join(f"`{code}`" for code in limits["enum"])] if "enum" in limits else []
    return _cell("; ".join(parts))


def _says(descriptor: Mapping[str, object]) -> str:
    return str(descriptor.get("description", ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
