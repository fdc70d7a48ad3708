"""The title of the opening that a hiring mail is about."""
