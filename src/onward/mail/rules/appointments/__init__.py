"""Interviews that are moved, called off or told again, and tests that are done."""
