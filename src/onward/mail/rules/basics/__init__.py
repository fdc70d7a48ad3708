"""Letters, words, sentences and languages, and where the data of the rules is read from."""
