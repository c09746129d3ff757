"""The form of nbgrader's metadata, looked at once a run instead of once a cell.

nbgrader holds each cell's record against a schema, and `jsonschema.validate` first holds the schema itself against the
schema of schemas: the same few thousand steps for each cell, a fifth of what nbgrader does for a submission.
`schemas_looked_at_once()` remembers which schemas are in order; a cell's record is looked at as before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from types import SimpleNamespace
from typing import Any

from jsonschema import validators
from jsonschema.exceptions import best_match
from nbgrader.nbgraderformat import common  # pyright: ignore[reportMissingTypeStubs]  # it has none


@contextlib.contextmanager
def schemas_looked_at_once() -> Generator[None]:
    """Within the block nbgrader takes a schema that was in order for one that is."""
    known: dict[str, Any] = {}  # by the schema's text: nbgrader reads the file anew for each notebook

    def validate(instance: Any, schema: Any) -> None:
        text = repr(schema)
        if text not in known:
            kind: Any = validators.validator_for(schema)
            kind.check_schema(schema)
            known[text] = kind(schema)
        error = best_match(known[text].iter_errors(instance))
        if error is not None:
            raise error

    before: Any = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=validate)
    try:
        yield
    finally:
        common.jsonschema = before
