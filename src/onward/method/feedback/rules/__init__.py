"""What is decided about feedback: whether, whom, when, in which words; pure."""
