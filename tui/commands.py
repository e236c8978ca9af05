"""The one table of commands: a key is written here and nowhere else.

Bindings, footer, palette and the `?` screen are all made from it. A command belongs to the scope (widget or screen)
whose class has its action.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    id: how a settings file would name it. keys: Textual's names of its keys, comma between. action: the Textual action.
    name: a word or two for the footer. help: a sentence for `?` and the palette. shown: whether the footer names it.
    """

    id: str
    keys: str
    action: str
    name: str
    help: str
    shown: bool = False

    @property
    def scope(self) -> str:
        """The widget or screen it belongs to."""
        return self.id.partition(".")[0]


COMMANDS = (
    Command(
        "text.next-sentence", "j,down", "next_sentence", "next", "Go to the next sentence; extend a selection by it"
    ),
    Command("text.previous-sentence", "k,up", "previous_sentence", "previous", "Go to the previous sentence"),
    Command("text.next-paragraph", "right_curly_bracket", "next_paragraph", "paragraph", "Go to the next paragraph"),
    Command(
        "text.previous-paragraph",
        "left_curly_bracket",
        "previous_paragraph",
        "paragraph",
        "Go to the previous paragraph",
    ),
    Command("text.page-down", "space,pagedown", "page_down", "page", "Go a page down"),
    Command("text.page-up", "b,pageup", "page_up", "page", "Go a page up; in a selection, a word back"),
    Command("text.top", "g,home", "top", "top", "Go to the top"),
    Command("text.end", "G,end", "end", "end", "Go to the end"),
    Command("text.select", "v", "start_selection", "select", "Start a selection"),
    Command("text.word", "w", "extend_word", "word", "In a selection: one word on"),
    Command("text.other-end", "o", "other_end", "other end", "In a selection: move the other end"),
    Command("text.leave", "escape", "leave_selection", "leave", "Leave the selection"),
    Command("text.open", "enter", "activate", "open", "Open what stands at the cursor", shown=True),
    Command("list.down", "j,down", "cursor_down", "next", "Go to the next row"),
    Command("list.up", "k,up", "cursor_up", "previous", "Go to the previous row"),
    Command("list.page-down", "space,pagedown", "page_down", "page", "Go a page down"),
    Command("list.page-up", "b,pageup", "page_up", "page", "Go a page up"),
    Command("list.top", "g,home", "top", "top", "Go to the first row"),
    Command("list.end", "G,end", "end", "end", "Go to the last row"),
    Command("list.open", "enter", "select", "open", "Open the row", shown=True),
    Command("list.mark", "x", "mark", "mark", "Mark the row, or take its mark away"),
    Command("table.down", "j,down", "down", "next", "Go to the next row"),
    Command("table.up", "k,up", "up", "previous", "Go to the previous row"),
    Command("table.right", "l,right", "right", "cell", "Go to the next cell of the row", shown=True),
    Command("table.left", "h,left", "left", "cell", "Go to the previous cell of the row"),
    Command("table.page-down", "space,pagedown", "page_down", "page", "Go a page down"),
    Command("table.page-up", "b,pageup", "page_up", "page", "Go a page up"),
    Command("table.top", "g,home", "top", "top", "Go to the first row"),
    Command("table.end", "G,end", "end", "end", "Go to the last row"),
    Command("table.open", "enter", "open", "open", "Open the words that the cell rests on", shown=True),
    Command(
        "compare.next-sentence", "j,down", "next_sentence", "next", "Go to the next sentence of this outlet", shown=True
    ),
    Command(
        "compare.previous-sentence",
        "k,up",
        "previous_sentence",
        "previous",
        "Go to the previous sentence of this outlet",
    ),
    Command("compare.next-paragraph", "right_curly_bracket", "next_paragraph", "paragraph", "Go to the next paragraph"),
    Command(
        "compare.previous-paragraph",
        "left_curly_bracket",
        "previous_paragraph",
        "paragraph",
        "Go to the previous paragraph",
    ),
    Command("compare.next-column", "l,right", "next_column", "outlet", "Go to the next outlet", shown=True),
    Command("compare.previous-column", "h,left", "previous_column", "outlet", "Go to the previous outlet"),
    Command(
        "compare.next-point", "right_square_bracket", "next_point", "point", "Go to the next shared point", shown=True
    ),
    Command(
        "compare.previous-point", "left_square_bracket", "previous_point", "point", "Go to the previous shared point"
    ),
    Command("compare.page-down", "space,pagedown", "page_down", "page", "Go a page down"),
    Command("compare.page-up", "b,pageup", "page_up", "page", "Go a page up"),
    Command("compare.next-word", "full_stop", "next_word", "word", "Go to the next word of the sentence"),
    Command("compare.previous-word", "comma", "previous_word", "word", "Go to the previous word of the sentence"),
    Command("compare.top", "g,home", "top", "top", "Go to the top"),
    Command("compare.end", "G,end", "end", "end", "Go to the end"),
    Command("compare.lock", "s", "toggle_lock", "lock", "Move the columns together, or this one alone", shown=True),
    Command("compare.align", "z", "align", "align", "Line the columns up again from here"),
    Command("compare.open", "enter", "activate", "open", "Open the article at this sentence", shown=True),
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
    Command("comparison.note", "a", "note", "note", "Note the sentence at the cursor", shown=True),
    Command("comparison.back", "backspace", "back", "back", "Go back to where you were"),
    Command("find.next", "down", "next", "next", "Go to the next place of the words", shown=True),
    Command("find.previous", "up", "previous", "previous", "Go to the previous place of the words"),
    Command("find.leave", "escape", "leave", "leave", "Leave finding", shown=True),
    Command("search.down", "down", "cursor_down", "next", "Go to the next result"),
    Command("search.up", "up", "cursor_up", "previous", "Go to the previous result"),
    Command("search.page-down", "pagedown", "page_down", "page", "Go a page of results down"),
    Command("search.page-up", "pageup", "page_up", "page", "Go a page of results up"),
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
    Command("coverage.leave", "escape,q,backspace", "leave", "leave", "Leave without opening any", shown=True),
    Command(
        "coverage.add",
        "a",
        "add",
        "add to briefing",
        "Add the marked articles, or the one at the cursor, to the sources of the open briefing",
        shown=True,
    ),
    Command("coverage.copies", "t", "copies", "copies", "List the same copy at other outlets, or fold it away"),
    Command("search.save", "ctrl+s", "save", "save", "Save this search; saved ones are listed while nothing is typed"),
    Command("search.forget", "ctrl+r", "forget", "forget", "Save the search at the cursor, or this one, no longer"),
    Command("draft.down", "j,down", "cursor_down", "next", "Go to the next article"),
    Command("draft.up", "k,up", "cursor_up", "previous", "Go to the previous article"),
    Command("draft.page-down", "space,pagedown", "page_down", "page", "Go a page down"),
    Command("draft.page-up", "b,pageup", "page_up", "page", "Go a page up"),
    Command("draft.top", "g,home", "top", "top", "Go to the first article"),
    Command("draft.end", "G,end", "end", "end", "Go to the last article"),
    Command("line.down", "j,down", "next_sentence", "next", "Go to the next line"),
    Command("line.up", "k,up", "previous_sentence", "previous", "Go to the previous line"),
    Command("line.page-down", "pagedown", "page_down", "page", "Go a page down"),
    Command("line.page-up", "b,pageup", "page_up", "page", "Go a page up"),
    Command("line.top", "g,home", "top", "top", "Go to the first line"),
    Command("line.end", "G,end", "end", "end", "Go to the last line"),
    Command(
        "original.toggle-line",
        "space,enter",
        "toggle_line",
        "in or out",
        "Put the line at the cursor back into the text, or take it out",
        shown=True,
    ),
    Command("original.undo", "u", "undo", "undo", "Take the last change of the article back", shown=True),
    Command("original.redo", "ctrl+r", "redo", "redo", "Do the change again that was taken back"),
    Command("original.leave", "escape,q,backspace", "leave", "leave", "Back to the article", shown=True),
    Command(
        "import.choose",
        "enter",
        "choose",
        "in or out",
        "Accept the article, or leave it out; in its original, put the line back, or take it out",
        shown=True,
    ),
    Command("import.accept", "x", "accept", "accept", "Accept the article at the cursor, or leave it out"),
    Command("import.toggle-line", "space", "toggle_line", "line", "In the original: put the line back, or take it out"),
    Command("import.write", "ctrl+s", "write", "write", "Put the accepted articles into the library", shown=True),
    Command("import.accept-all", "A", "accept_all", "all", "Accept every article that is new", shown=True),
    Command("import.edit", "e", "edit", "edit", "Correct the fields of the article at the cursor", shown=True),
    Command("import.undo", "u", "undo", "undo", "Take the last change of the article at the cursor back"),
    Command("import.redo", "ctrl+r", "redo", "redo", "Do the change again that was taken back"),
    Command("import.paste", "p", "paste", "paste", "Paste or write a text to read"),
    Command("import.next-pane", "tab", "app.focus_next", "pane", "Go to the next pane", shown=True),
    Command("import.leave", "escape,q", "leave", "leave", "Stop reading; else leave without writing", shown=True),
    Command("paste.read", "ctrl+s", "read", "read", "Read the text", shown=True),
    Command("paste.leave", "escape", "leave", "leave", "Leave without reading", shown=True),
    Command("edit.save", "ctrl+s", "save", "save", "Save what was changed", shown=True),
    Command("edit.leave", "escape", "leave", "leave", "Leave without saving", shown=True),
    Command("note.save", "ctrl+s", "save", "save", "Save the note", shown=True),
    Command("note.leave", "escape", "leave", "leave", "Leave without saving", shown=True),
    Command(
        "comment.new-line",
        "ctrl+j,shift+enter,alt+enter",
        "new_line",
        "new line",
        "Begin a new line of the comment",
        shown=True,
    ),
    Command("notes.by-code", "1", "count('code')", "by code", "Count by code and outlet", shown=True),
    Command("notes.by-briefing", "2", "count('briefing')", "by briefing", "Count by briefing", shown=True),
    Command("notes.by-author", "3", "count('author')", "by author", "Count by author and outlet", shown=True),
    Command("notes.search", "slash", "search", "search", "Look for words of notes, comments and codes", shown=True),
    Command("notes.lost", "o", "lost", "lost ones", "Only notes that lost their place, or all"),
    Command("notes.all", "X", "all", "all", "Take every filter away"),
    Command("notes.edit", "e", "edit", "edit", "Edit the note at the cursor"),
    Command("notes.delete", "d", "delete", "delete", "Take out the note at the cursor"),
    Command("notes.undo", "u", "undo", "undo", "Take the last change of notes back, on whichever text"),
    Command("notes.redo", "ctrl+r", "redo", "redo", "Do the change of notes again that was taken back"),
    Command("notes.disagreements", "D", "disagreements", "disagreements", "Where coders disagree", shown=True),
    Command("notes.next-pane", "tab", "app.focus_next", "pane", "Go to the next pane", shown=True),
    Command("notes.leave", "escape,backspace", "leave", "leave", "Leave the search line; back to the reader"),
    Command(
        "disagreements.only-open",
        "o",
        "only_open",
        "not settled",
        "Only those that are not settled, or all",
        shown=True,
    ),
    Command("disagreements.leave", "escape,backspace", "leave", "leave", "Back to the notes", shown=True),
    Command("settle.save", "ctrl+s", "save", "settle", "Keep what holds, as a note that settles", shown=True),
    Command("settle.next-pane", "tab", "app.focus_next", "pane", "Go to the next pane", shown=True),
    Command("settle.leave", "escape", "leave", "leave", "Leave without settling", shown=True),
    Command("codebook.edit", "e", "edit", "edit", "Open the codebook in your own editor", shown=True),
    Command("codebook.leave", "escape,backspace", "leave", "leave", "Back to the reader", shown=True),
    Command("places.leave", "escape,q", "leave", "leave", "Leave the note without a place", shown=True),
    Command("code.next", "down", "next_code", "next", "Go to the next code offered; enter gives it"),
    Command("code.previous", "up", "previous_code", "previous", "Go to the previous code offered"),
    Command("keys.leave", "escape,question_mark,q", "app.pop_screen", "leave", "Close this list", shown=True),
    Command("themes.leave", "escape,q", "leave", "leave", "Wear the theme that was worn before", shown=True),
    Command("app.keys", "question_mark", "keys", "keys", "The keys of where you are", shown=True),
    Command("app.palette", "ctrl+p", "command_palette", "palette", "Every command by name"),
    Command("app.theme", "f2", "change_theme", "themes", "Try the themes on, and choose one"),
    Command("app.quit", "q", "leave_screen", "quit", "Go back; at the reader, quit", shown=True),
)


def commands_of(*scopes: str) -> list[Command]:
    """The commands of some scopes, in the table's order."""
    return [command for command in COMMANDS if command.scope in scopes]


def bindings_of(scope: str) -> list[BindingType]:
    """The bindings of one widget or screen."""
    return [Binding(c.keys, c.action, c.name, show=c.shown, id=c.id) for c in commands_of(scope)]
