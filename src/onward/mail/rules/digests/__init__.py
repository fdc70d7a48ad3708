"""Mail that speaks of several applications."""
