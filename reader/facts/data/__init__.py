"""Owns the tables that were generated or collected: names of the world's entities."""
