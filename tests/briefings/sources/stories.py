"""Two invented stories, as the tests of the formats print them in one way or another."""

from __future__ import annotations

FERRY = (
    "The harbour council voted on Monday to keep the old ferry running for two more years, its chair told reporters.",
    "Passengers had feared that the line would close, and forty of them waited outside the hall until the vote.",
    "“We heard them,” said the chair, who had proposed the closure in March and withdrew it before the meeting.",
)
LAMP = (
    "Engineers will replace the lamp of the north lighthouse before the first storms of the autumn reach the coast.",
    "The keeper counted eleven nights without light this year, and fishing crews sent a letter about each of them.",
    "A new lamp costs 48,000 crowns, the port office said, and burns for nine years when the salt is kept away.",
)
