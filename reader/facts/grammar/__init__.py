"""Owns the composition of facts from tokens: numbers, money, measures, dates, times, durations, and how they compete."""
