"""The employer of a hiring mail, by all the places that name one."""
