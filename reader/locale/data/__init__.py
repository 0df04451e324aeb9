"""What the languages of the interface need of CLDR, and the program that takes it from there."""
