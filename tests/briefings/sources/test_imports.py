"""What importing and reading the light formats must not load."""

import subprocess
import sys

import pytest

HEAVY = ("trafilatura", "lxml", "charset_normalizer", "feedparser", "docx", "striprtf", "textual", "whoosh")
MARKDOWN = "---\\ntitle: Ferry\\noutlet: Harbour Post\\n---\\n\\nThe ferry stays.\\n"


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import briefings.sources, briefings.sources.fetch, briefings.sources.gather", (*HEAVY, "yaml")),
        (f"from briefings.sources import read; read(b'{MARKDOWN}')", HEAVY),
        ("from briefings.sources import read; read(b'The ferry stays for now, the council said.')", HEAVY),
    ],
)
def test_heavy_libraries_stay_unloaded(code, absent):
    script = f"{code}\nimport sys\nprint(*[name for name in {absent!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == ""
