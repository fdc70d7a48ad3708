"""What a language model of the person's own is asked, and when it is believed."""
