"""Table Schema validation with frictionless-py's verdicts: what is not proved good, frictionless reads."""
