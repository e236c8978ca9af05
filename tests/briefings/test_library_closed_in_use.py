"""A library that is closed while another thread is in it: the program goes on."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, tempfile, threading
from briefings.article import Article
from briefings.library import Library

for _ in range(10):
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(folder + "/library")
        library.add(Article("post-1", "Post", "The ferry sailed."))
        begun = threading.Event()

        def read():
            for offset in range(300):
                begun.set()
                library.keep_position("article:post-1", offset)
                library.changes

        threads = [threading.Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        begun.wait()
        library.close()
        for thread in threads:
            thread.join()
        library.close()
print("went on")
"""


def test_closing_does_not_end_the_program_under_a_thread_that_is_reading() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "went on"), done.stderr[-500:]
