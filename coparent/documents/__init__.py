"""Files to text to Documents that remember where everything is written: the only room that knows a YAML library."""
