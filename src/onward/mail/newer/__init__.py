"""What a newer program reads otherwise in mail that is stored already."""
