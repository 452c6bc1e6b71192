"""One kind of YAML file a module.

Rule: data only.
"""
