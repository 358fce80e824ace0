"""Speed and memory beside other tools, on plans made for the purpose: `make bench`."""
