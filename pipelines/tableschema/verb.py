"""The verb `validate DESCRIPTOR`."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

from frictionless import FrictionlessException, Report

from pipelines.problems import EnvironmentProblem
from pipelines.project import Project
from pipelines.tableschema.package import Outcome, validate
from pipelines.tableschema.report import printed
from pipelines.tableschema.resource import Checking


def run(descriptor: Path, project: Project, form: str, *, name: str | None, limit: int, is_apart: bool | None) -> int:
    """Validate a package, print what was found to standard output, and return the exit code.

    Args:
        descriptor: its file, or its folder.
        project: our own package, whose `uniqueKeys` and `categories` are checked unless told otherwise.
        form: text, json, frictionless or github.
        name: the resource to validate, None for all.
        limit: errors per resource after which its run ends, 0 for none.
        is_apart: whether to check what frictionless ignores; None: in our own package.

    Raises:
        InputError: the descriptor cannot be read or points out of its folder.
        EnvironmentProblem: there is no such file, or frictionless itself fails on the package.

    """
    gc.enable()  # a file may be larger than memory
    path = descriptor / "datapackage.json" if descriptor.is_dir() else descriptor
    if descriptor.parts and descriptor.parts[0] in ("http:", "https:"):
        raise EnvironmentProblem("only local packages are validated: download the descriptor and its files first")
    if not path.exists():
        raise EnvironmentProblem(f"{path.as_posix()} is missing")
    if is_apart is None:
        is_apart = path.resolve() in (project.descriptor, project.entry_descriptor)
    checking = Checking(limit=limit, is_apart=is_apart, has_hashes=form == "frictionless")
    try:
        outcome = validate(path, path.as_posix(), checking, name)
    except FrictionlessException as error:
        outcome = Outcome(Report.from_validation(errors=error.to_errors()))
    except (TypeError, ValueError, ArithmeticError, AttributeError, KeyError, re.error) as error:
        reason = f"frictionless-py fails on this package: {type(error).__name__}: {error}"
        raise EnvironmentProblem(reason) from error
    sys.stdout.write(printed(outcome, form, path.parent) + "\n")
    return 0 if outcome.is_valid else 1
