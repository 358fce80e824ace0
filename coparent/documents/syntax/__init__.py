"""What the YAML parser refuses, explained to people who write plans: a module for each sort of fault."""
