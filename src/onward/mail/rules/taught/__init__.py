"""What the person's own corrections say of other mail."""
