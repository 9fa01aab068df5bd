"""The one form a descriptor is kept in; a closed list is typed once, in the public contract."""

from __future__ import annotations

import json
from typing import Any

ONE_LINE = {"fields", "foreignKeys", "licenses", "contributors", "sources", "uniqueKeys"}
KEY_ORDER = """
$schema name path title description homepage version data_through created keywords licenses contributors sources type
format rdfType mediatype encoding dialect schema fields missingValues primaryKey uniqueKeys foreignKeys constraints
required unique minimum maximum minLength maxLength pattern enum resource reference resources
"""
USUAL = {
    "type": "table",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {"header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n"},
}


def canonical(value: Any, indent: str = "", inline: bool = False) -> str:
    """Return the one form a descriptor is kept in: known keys in a fixed order, one field, key or licence per line."""
    if inline or not isinstance(value, dict | list) or not value:
        return json.dumps(_ordered(value), ensure_ascii=False)
    deeper = indent + "  "
    if isinstance(value, list):
        items = [deeper + canonical(item, deeper, not isinstance(item, dict)) for item in value]
        return "[\n" + ",\n".join(items) + f"\n{indent}]"
    lines = []
    for key, item in _ordered(value).items():
        if key in ONE_LINE and isinstance(item, list) and item:
            rows = ",\n".join(f"{deeper}  {canonical(row, inline=True)}" for row in item)
            text = f"[\n{rows}\n{deeper}]"
        else:
            text = canonical(item, deeper, key in {"dialect", "keywords", "missingValues", "primaryKey"})
        lines.append(f"{deeper}{json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def formatted(public: dict[str, Any], entry: dict[str, Any]) -> tuple[str, str]:
    """Return both descriptors in canonical form: what is usual filled in, closed lists copied to the entry one."""
    lists = {
        (resource["name"], field["name"]): field["constraints"]["enum"]
        for resource in public["resources"]
        for field in resource["schema"]["fields"]
        if "enum" in field.get("constraints", {})
    }
    public, entry = json.loads(json.dumps([public, entry]))
    for resource in (*public["resources"], *entry["resources"]):
        for key, value in USUAL.items():
            resource.setdefault(key, value)
        resource["schema"].setdefault("missingValues", [""])
    for resource in entry["resources"]:
        for field in resource["schema"]["fields"]:
            if codes := lists.get((resource["name"], field["name"])):
                field.setdefault("constraints", {})["enum"] = codes
    return canonical(public) + "\n", canonical(entry) + "\n"


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        rank = {key: number for number, key in enumerate(KEY_ORDER.split())}
        keys = sorted(value, key=lambda key: rank.get(key, len(rank)))
        return {key: _ordered(value[key]) for key in keys}
    return [_ordered(item) for item in value] if isinstance(value, list) else value
