"""Looking back, pure: when to ask, what comes back when, and what patterns can say."""
