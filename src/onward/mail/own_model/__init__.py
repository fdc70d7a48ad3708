"""The way to a language model of the person's own; off until they turn it on."""
