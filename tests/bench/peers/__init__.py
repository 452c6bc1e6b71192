"""Bots that ours is measured beside, each written as its library's documentation shows it.

Each module is a program: ``python -m tests.bench.peers.NAME URL TOKEN``. Two are bare echoes. The
others lead the same four questions as our coach and keep an answer before they reply to it.
"""
