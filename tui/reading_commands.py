"""The commands of the screens on which one reads: the reader, the comparison, what was found. Data alone."""

from __future__ import annotations

from tui.command import Command

READING_COMMANDS = (
    Command(
        "reader.compare", "c", "compare", "compare", "Compare the briefing's articles, or the marked ones", shown=True
    ),
    Command("reader.search", "slash", "search", "search", "Search the library", shown=True),
    Command(
        "reader.note",
        "a",
        "note",
        "note",
        "Note the selection, or the sentence at the cursor",
        shown=True,
    ),
    Command(
        "reader.import", "i", "import", "import", "Import articles: files, folders, addresses, pasted text", shown=True
    ),
    Command(
        "reader.edit",
        "e",
        "edit",
        "edit",
        "Correct the article's fields; a briefing, in your editor; in the notes pane, the note at the cursor",
        shown=True,
    ),
    Command("reader.original", "o", "original", "original", "The original of the open article, line by line"),
    Command("reader.notes", "A", "notes", "all notes", "All notes of the library: counts, filters, search", shown=True),
    Command("reader.codebook", "K", "codebook", "codebook", "The codes of the library; your editor for them"),
    Command("reader.undo", "u", "undo", "undo", "Take the last change of the open text or its notes back"),
    Command("reader.redo", "ctrl+r", "redo", "redo", "Do the change again that was taken back"),
    Command(
        "reader.delete-note", "d", "delete_note", "delete note", "Take out the note at the cursor of the notes pane"
    ),
    Command("reader.next-mark", "n", "next_mark", "next hit", "Go to the next hit, result, or citation of a briefing"),
    Command("reader.previous-mark", "N", "previous_mark", "previous hit", "Go to the previous hit or citation"),
    Command("reader.back", "backspace", "back", "back", "Go back to where you were"),
    Command("reader.forward", "r,alt+right", "forward", "forward", "Go forward again, after going back"),
    Command(
        "reader.other-coverage",
        "O",
        "other_coverage",
        "other coverage",
        "Other outlets' articles on the meeting that the open article reports",
    ),
    Command("reader.find", "f", "find", "find", "Find words in the text being read"),
    Command("reader.copy", "y", "copy", "copy", "Copy the selection, or the sentence, with its citation"),
    Command("reader.leave", "escape", "leave", "leave", "Leave finding; else stop comparing for the briefing's tables"),
    Command("reader.next-pane", "tab", "next_pane", "pane", "Go to the next pane", shown=True),
    Command("reader.previous-pane", "shift+tab", "previous_pane", "pane", "Go to the previous pane"),
    Command("reader.library", "t", "toggle_pane('library')", "library", "Hide the library pane, or show it again"),
    Command("reader.notes-pane", "m", "toggle_pane('notes')", "notes", "Hide the notes pane, or show it again"),
    Command("reader.alone", "z", "toggle_alone", "alone", "Give this pane the whole screen, or show all again"),
    Command("reader.wider", "greater_than_sign", "resize_pane(1)", "wider", "Make the pane at the side wider"),
    Command("reader.narrower", "less_than_sign", "resize_pane(-1)", "narrower", "Make the pane at the side narrower"),
    Command("reader.jump", "ctrl+o", "jump", "jump", "Jump: a letter on every pane, paragraph and row"),
    Command("comparison.text", "1", "view('text')", "text", "The articles side by side"),
    Command(
        "comparison.coverage",
        "2",
        "view('coverage')",
        "coverage",
        "Points x outlets: who carries what, where, and how far down",
    ),
    Command("comparison.quotes", "3", "view('quotes')", "quotes", "Who is quoted, and how each outlet cuts it"),
    Command("comparison.figures", "4", "view('figures')", "figures", "Which figures are given, and whether they agree"),
    Command("comparison.wording", "5", "view('wording')", "wording", "Which words each outlet chooses, and how often"),
    Command("comparison.sources", "6", "view('sources')", "sources", "Who speaks, and which words two articles share"),
    Command("comparison.codes", "7", "view('codes')", "codes", "The notes: codes x outlets, and every note"),
    Command(
        "comparison.margin",
        "m",
        "margin",
        "margin",
        "Read one article with the others' differences in its margin, or all side by side",
        shown=True,
    ),
    Command(
        "comparison.wire",
        "w",
        "wire",
        "wire",
        "Leave agency copy out, or show it again; everything is computed anew",
        shown=True,
    ),
    Command("comparison.note", "a", "note", "note", "Note the selection, or the sentence at the cursor", shown=True),
    Command("comparison.hide", "x", "hide", "hide", "Leave the outlet at the cursor out of every view", shown=True),
    Command("comparison.all", "X", "show_all", "all", "Show every outlet again, in the first order"),
    Command(
        "comparison.left", "H,shift+left", "move_outlet(-1)", "to the left", "Put the outlet one place to the left"
    ),
    Command(
        "comparison.right", "L,shift+right", "move_outlet(1)", "to the right", "Put the outlet one place to the right"
    ),
    Command("comparison.points", "P", "layer('point')", "points", "Show the numbers of the points, or leave them out"),
    Command("comparison.runs", "R", "layer('shared-run')", "runs", "Underline shared words, or leave them plain"),
    Command("comparison.speech", "Q", "layer('quote')", "quotes", "Mark quotes, or leave them plain"),
    Command("comparison.numbers", "F", "layer('figure')", "figures", "Mark figures, or leave them plain"),
    Command("comparison.noted", "N", "layer('note')", "notes", "Mark the words of notes, or leave them plain"),
    Command("comparison.uses", "o", "uses", "uses", "Where the word at the cursor is used, in every outlet"),
    Command("comparison.stop", "escape", "stop", "stop", "Stop comparing"),
    Command("comparison.again", "r", "again", "again", "Compare again after it was stopped"),
    Command("comparison.copy", "y", "copy", "copy", "Copy the selection, or the sentence, with its citation"),
    Command("comparison.find", "f", "find", "find", "Find words in the texts side by side"),
    Command("comparison.next-found", "n", "next_found", "next", "Go to the next place of the words found"),
    Command(
        "comparison.previous-found", "p", "previous_found", "previous", "Go to the previous place of the words found"
    ),
    Command("comparison.jump", "ctrl+o", "jump", "jump", "Jump: a letter on every paragraph of the columns"),
    Command("comparison.back", "backspace", "back", "back", "Go back to where you were"),
    Command("search.down", "down", "cursor_down", "next", "Go to the next result"),
    Command("search.up", "up", "cursor_up", "previous", "Go to the previous result"),
    Command("search.page-down", "pagedown", "page_down", "page", "Go a page of results down"),
    Command("search.page-up", "pageup", "page_up", "page", "Go a page of results up"),
    Command(
        "search.open",
        "enter",
        "open_hit",
        "open",
        "Open the text of the result, with all that was found lit",
        shown=True,
    ),
    Command("search.leave", "escape", "leave", "leave", "Leave the search", shown=True),
    Command(
        "search.order",
        "ctrl+o",
        "order",
        "order",
        "Results by relevance, date or outlet; places as found, or by the words before or after",
        shown=True,
    ),
    Command(
        "search.columns",
        "ctrl+l",
        "columns",
        "columns",
        "List the places the words stand in, in columns, or the results again",
        shown=True,
    ),
    Command(
        "search.use", "ctrl+g", "use", "use", "How often each outlet uses the words, or the text again", shown=True
    ),
    Command(
        "search.copies",
        "ctrl+t",
        "copies",
        "copies",
        "List the same copy at other outlets under the result, or fold it away",
        shown=True,
    ),
    Command(
        "search.other-coverage",
        "ctrl+n",
        "other_coverage",
        "other coverage",
        "Other outlets' articles on the meeting that the article at the cursor reports",
        shown=True,
    ),
    Command(
        "search.save",
        "ctrl+s",
        "save",
        "save",
        "Save this search; saved ones are listed while nothing is typed",
        shown=True,
    ),
    Command("search.forget", "ctrl+r", "forget", "forget", "Save the search at the cursor, or this one, no longer"),
    Command("coverage.leave", "escape,q,backspace", "leave", "leave", "Leave without opening any", shown=True),
    Command(
        "coverage.add",
        "a",
        "add",
        "add to briefing",
        "Add the marked articles, or the one at the cursor, to the sources of the open briefing",
        shown=True,
    ),
    Command(
        "coverage.copies", "t", "copies", "copies", "List the same copy at other outlets, or fold it away", shown=True
    ),
    Command("take.take", "enter,t", "take", "take it", "Take it into the library, and go on", shown=True),
    Command("take.leave", "escape,q", "leave", "leave", "Leave it in the archive", shown=True),
)
