"""What a mail means: what its sentences say, what the model hears, and what both come to."""
