"""Owns the composition of facts from tokens.

Numbers, money, measures, dates, times, durations, and how they compete.
"""
