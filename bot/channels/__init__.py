"""Where people talk to the coach.

Rule: translate in, render out, deliver. One room or file a channel; no channel knows another.
"""
