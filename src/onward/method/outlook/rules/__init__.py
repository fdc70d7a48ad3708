"""The longer view, decided without a database: rows, rates, silence, pictures, stones."""
