"""The plan format: one module for each kind of file, and what turns a document into its records."""
