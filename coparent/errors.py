"""What stops a run: the one kind of exception that a person may ever cause."""


class CoparentError(Exception):
    """The run could not be made: no such folder, an option that makes no sense, a file that cannot be written.

    Caught once, at the command line, which prints the message and the advice and exits with 2. Whatever is wrong
    *with a plan* is a Diagnostic instead.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
