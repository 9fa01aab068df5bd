"""The only module that imports Great Expectations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import great_expectations as gx
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

from pipelines.expectations import Task, configurations

if TYPE_CHECKING:
    import pandas as pd


def validate(task: Task, tables: dict[str, pd.DataFrame]) -> Iterator[dict[str, Any]]:
    """Yield the progress after each table, then how much was checked and what was not met."""
    context = gx.get_context(mode="file", project_root_dir=task.docs) if task.docs else gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_or_update_pandas("curated")
    checked, unmet = 0, []
    for done, (name, frame) in enumerate(tables.items(), start=1):
        suite = gx.ExpectationSuite(name=name, expectations=[_expectation(one) for one in configurations(task, name)])
        definition = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("whole")
        if task.docs:
            result = _documented(context, definition, suite, frame)
        else:
            result = definition.get_batch({"dataframe": frame}).validate(suite)
        checked += len(result.results)
        unmet += [_unmet(name, one) for one in result.results if not one.success]
        yield {"done": done, "total": len(tables)}
    if task.docs:
        context.build_data_docs()
    yield {"checked": checked, "unmet": unmet}


def _documented(context: Any, definition: Any, suite: Any, frame: pd.DataFrame) -> Any:
    validation = gx.ValidationDefinition(name=suite.name, data=definition, suite=context.suites.add(suite))
    return context.validation_definitions.add(validation).run(batch_parameters={"dataframe": frame})


def _expectation(configuration: dict[str, Any]) -> Any:
    arguments = {key: value for key, value in configuration.items() if key != "type"}
    return ExpectationConfiguration(type=configuration["type"], kwargs=arguments).to_domain_obj()


def _unmet(table: str, result: Any) -> dict[str, str]:
    configuration = result.expectation_config
    arguments = {k: v for k, v in configuration.kwargs.items() if k != "batch_id"}
    column = str(arguments.pop("column", ""))
    if result.exception_info.get("raised_exception"):
        found = f"could not be checked: {result.exception_info.get('exception_message')}"
    else:
        shown = {k: v for k, v in result.result.items() if k in {"observed_value", "partial_unexpected_list"}}
        plain = json.loads(json.dumps(shown, default=_plain))
        found = ", ".join(f"{key} {str(value)[:200]}" for key, value in plain.items())
    limits = ", ".join(f"{key}={value}" for key, value in sorted(arguments.items()))
    return {"table": table, "column": column, "reason": f"does not meet {configuration.type}({limits}): {found}"}


def _plain(value: Any) -> Any:
    """Return a NumPy scalar as Python's own, anything else as text."""
    return value.item() if hasattr(value, "item") else str(value)
