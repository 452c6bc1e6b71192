"""The product's own sentences, a module a flow.

Rule: each field stands in the words YAML and is used.
"""
