"""An archive in an OpenSearch cluster: where it is, what it keeps, how it is filled and asked, a module for each.

Not here: the engine made of them (`opensearch_engine.py`).
"""
