"""Step 2's use cases: whether and whom to ask, the draft, the answer, what was learned."""
