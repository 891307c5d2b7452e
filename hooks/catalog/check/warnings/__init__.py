"""Warnings about possible mistakes that break no rule. A note of the file can explain them."""
