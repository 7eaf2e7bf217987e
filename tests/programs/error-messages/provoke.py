"""Makes the mistakes of content/errors.yaml and prints what this Python says of each: its id, a tab, the message as JSON.

Each function of the modules imported here makes one mistake. Its name is the id of the message, with underscores.
"""

import json
import traceback
import warnings

import event_loops  # noqa: F401
import processes  # noqa: F401
import sending  # noqa: F401
import threads  # noqa: F401
from attempts import ATTEMPTS


def attempt_and_tell(attempt):
    """What is raised, warned or returned by it, in the words that a reader would see."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            told = attempt()
        except Exception as error:
            return traceback.format_exception_only(error)[0]
        for warning in warned:
            return f"{warning.category.__name__}: {warning.message}"
    return told or "nothing happened"


if __name__ == "__main__":
    for attempt in ATTEMPTS:
        print(attempt.__name__.replace("_", "-"), json.dumps(attempt_and_tell(attempt)), sep="\t", flush=True)
