"""Step 4's use cases: read the rows, reckon, draw, close what went quiet, keep stones."""
