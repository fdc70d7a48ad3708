"""Mail that only its conversation explains, and the person's own word."""
