"""Ways in which mail programs and tracking systems dress the words of a mail."""
