"""`make mutants`: change one small thing of the code at a time, and see whether the tests notice."""
