"""Table Schema validation with frictionless-py's verdicts: most rows are proved good, the rest is read by frictionless."""
