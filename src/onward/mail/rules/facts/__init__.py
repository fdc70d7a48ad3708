"""What a hiring mail states: employer, title, number, contact, place, pay, links."""
