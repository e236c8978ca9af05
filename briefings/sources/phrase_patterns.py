"""The words that `phrases.py` looks for: general English phrases only, never the name of a site.

Every entry is a regular expression, read without regard to case. Every match holds one of the words of `..._NEEDS` (in
lower case, parted by strokes), so that a line without them need not be searched. Not here: looking for them.
"""

from __future__ import annotations

_SITES = (
    r"(?:facebook|twitter|x|x \(twitter\)|instagram|youtube|tik ?tok|linkedin|pinterest|reddit|whats ?app|telegram|"
    r"flipboard|tumblr|threads|bluesky|mastodon|snapchat|rss|gettr|gab|truth|parler|messenger|pocket|e-?mail|print|"
    r"copy)"
)
_THINGS = (
    r"(?:stor(?:y|ies)|articles?|posts?|news|headlines|coverage|reads?|reading|content|videos?|topics?|items?|links?|"
    r"reports?)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"

LABELS = (
    # sharing
    rf"{_SITES}(?: (?:share|link))?",
    rf"(?:share|tweet|pin|post|e-?mail|print|save|like|follow|listen|comment|reply|report)s?(?: (?:this|it|us|on|to|"
    rf"with|"
    rf"by|via|the|our|me|in|your|a|friends?|page|story|article|post|news|link|more|options|audio|now|here|{_SITES}))*",
    r"share (?:this )?@\S+",
    r"(?:show|close) (?:more|extra) sharing options",
    r"(?:copy )?link copied!?",
    r"copy (?:the )?(?:link|url).*",
    r"\d+ (?:shares?|likes?|views?)",
    # reading on
    rf"(?:read|see|show|view|load|learn|find out|click(?: here)?(?: for| to read)|keep|continue) (?:all|more|less|"
    rf"reading|"
    rf"full|next|also)(?: (?:about|on|from|of|the|here|{_THINGS}))*",
    rf"read (?:the )?(?:full|original|entire|whole|next|also)(?: (?:{_THINGS}|here))*",
    r"(?:related(?: (?:stor(?:y|ies)|articles?|news|coverage|reading))?|read (?:more|also|next)|"
    r"(?:see|also) (?:also|read|see)|further reading|more on this|must[ -]read|don['’]?t miss|"
    r"you (?:may|might)(?: also)? like) ?[:|»>]+ ?\S.*(?<![.!])$",
    r"(?:article )?continues? (?:reading )?(?:below|after).{0,40}",
    r"(?:story|article) continues.{0,30}",
    r"skip .{0,40}",
    r"scroll (?:down|to) .{0,30}",
    # accounts
    r"(?:sign|log)[ -]*(?:in|up|out|on)(?: (?:now|here|free|today|/|or|register|to \w+))*",
    r"log in ?/ ?register|register(?: now)?|my account|manage (?:account|subscriptions?)",
    r"subscribed?(?: (?:now|today|here|to .{1,40}))?|get (?:the )?(?:app|newsletters?)",
    r"donate(?: (?:now|today))?|support us|(?:article )?bookmarked?",
    r"save (?:this )?(?:story|article|for later)|gift (?:this )?article|reprints?(?: ?(?:&|and) ?permissions)?",
    r"newsletters?|notifications?|e-?mail address|your e-?mail.{0,30}|enter your .{0,30}",
    r"thanks?(?: you)? for (?:sharing|registering|signing up|subscribing).{0,20}",
    # advertising
    r"advertisements?|advertising|ads?(?: (?:policy|choices|feedback))?|paid (?:post|content)",
    r"sponsored(?: (?:content|by.{0,40}|links?))?|promoted(?: .{0,20})?",
    # ways around the site
    r"menu|search|home|close|back|back to top|next|previous|prev|more|sections?|browse|navigation|go|submit|loading",
    r"jump to .{1,20}|(?:open|close|toggle) .{0,25}",
    r"contact(?: us)?|about(?: us)?|careers|help|faqs?|site ?map|privacy.{0,30}|cookies?.{0,20}|terms.{0,40}",
    r"accessibility.{0,20}|corrections?|feedback|masthead|archives?|dmca.{0,30}|references?|sources?",
    r"(?:accept|reject|decline|allow|manage)(?: (?:all|and|continue|cookies|options|preferences|consent|settings))+",
    # comments
    r"\d+ (?:repl(?:y|ies)|reactions?|responses?|upvotes?|points?)|sort(?:ed)? by:? .{1,20}",
    # pictures and sound
    r"(?:video|photo|picture|image|quote|deal|book|podcast|cartoon)s? of the (?:day|week|month|year)",
    r"video|photos?|gallery|watch(?: (?:live|now))?|live(?: tv)?|play(?: video)?|\d+ ?/ ?\d+",
    r"view image(?: in fullscreen)?|enlarge(?: image)?|(?:toggle|hide) caption|image(?: \d+)?(?: of \d+)?",
    r"(?:cover|file) (?:photo|image) ?:?.{0,60}|(?:text|font) size.{0,20}",
    r"listen to this .{0,30}|(?:article )?audio(?: .{0,60})?",
    r"\d+ min(?:ute)?s? (?:read|listen)|reading time.{0,20}",
    r"read our .{0,30}coverage|contact the author|in this (?:article|story)|create (?:a )?(?:free )?account|i['’]m in",
    r"follow your favou?rite .{1,30}|join our newsletter|.{1,60}\(@\w{2,}\).{0,30}",
    r"\W+",
)
TAILS = (
    # other stories
    r"you (?:may|might)(?: also)?(?: be)? (?:like|interested in|enjoy|have missed).*",
    rf"(?:recommended|suggested|related|similar|popular|trending|latest|recent|top|featured|more|other|further|next|"
    rf"must|"
    rf"most)(?: (?:top|latest|related|popular|viewed|read|recent|watched|shared|commented|on|for|from|in|by|to|the|"
    rf"this|"
    rf"you|now|\w+,?)){{0,5}}? {_THINGS}(?: (?:from|on|in|for|by|about) .{{1,40}})?",
    r"(?:most|more) (?:popular|read|viewed|shared|commented|recent|watched|trending)(?: .{1,25})?",
    r"more (?:from|on|in|by|about|like) .{1,45}|more (?:news|top)\b.{0,30}",
    r"(?:recommended|related|trending|popular)(?: (?:for|on|to|in|at|now) ?.{0,30})?|related topics?",
    r"(?:up|read|watch|see|coming|what to read) next|(?:see|read|watch) also|(?:read|see) more(?: news)?",
    r"editors?['’]?s? picks?|don['’]?t miss.{0,25}|in case you missed it|what (?:others|readers) are reading",
    r"explore more.{0,40}|(?:from )?around the web|from our partners.{0,20}|(?:continue|keep) reading|post navigation",
    r"(?:previous|next)(?: (?:post|article|story))? ?:.*",
    # the author
    r"about (?:the )?authors?(?: ?\(s\))?|(?:see|view|read)(?: all)?(?: the)? author['’]?s? .{1,20}|"
    r"all posts by.{1,40}",
    # keywords
    r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|tagged(?: with)?|published (?:under|in)|file under) ?:?"
    r".{0,120}",
    # comments
    r"leave a (?:comment|reply)|(?:\d+ )?comments?(?: ?\(?\d+\)?)?|(?:view|show|hide|read|see|post|"
    r"load)(?: all)?(?: \d+)?"
    r" comments?",
    r"join the (?:conversation|discussion)|(?:add|write) (?:a|your) comment|cancel reply",
)
NOTICES = (
    # law
    r"copyright\b|all rights reserved|privacy (?:policy|notice|statement)",
    r"terms (?:of (?:use|service)|(?:and|&) conditions)|cookie(?:s| policy)\b|do not sell\b",
    r"may not be (?:published|reproduced|republished)|denial of responsibility|disclaimers? ?[:!]",
    r"trademarks? (?:belong|are)\b",
    # where the text comes from
    r"appeared first on\b|originally (?:published|appeared) (?:on|in|at|by)\b|is an? (?:\w+ )?aggregator",
    r"is (?:an?|the) (?:[\w'’-]+ ){0,4}(?:newsroom|news (?:organi[sz]ation|agency|provider|site|website))\b",
    r"this (?:article|story|post|report) (?:is|was) (?:sourced|republished|syndicated|originally|provided)",
    r"this (?:article|story|post|piece|column|report|essay|interview) (?:was )?(?:first|originally) "
    r"(?:appeared|published|posted|ran|aired)",
    # consent
    r"we and our (?:\d+ )?(?:\w+ )?(?:partners|vendors)\b|legitimate interests? (?:in|for) (?:processing|using)",
    # appeals
    r"newsletters?\b|your (?:inbox|e-?mail|browser|account|privacy|subscription)|subscribe (?:to|now|today|"
    r"for|here)",
    r"sign(?:ing)? up (?:for|to|here|now|today)|enter (?:a valid|your) e-?mail|click (?:here|on|to|below)\b",
    r"follow (?:us|him|her|me|them|@?\w+) on\b|support (?:our|independent) (?:work|journalism|reporting)",
    r"mak(?:e|ing) a donation|donate (?:now|here|today)|enable javascript|powered by\b",
    r"please (?:donate|consider|enable|refresh|share|sign|subscribe|log)",
    r"affiliate (?:links?|commission)|earn a (?:commission|portion)|download (?:the|our) (?:\w+ )?app\b",
    r"thanks?(?: you)? for (?:signing|subscribing|registering)|we(?:['’]ll| will) (?:send|email|never share)",
    r"our (?:journalism|newsroom|readers|standards|comment policy|partners)\b|comment policy",
    r"opens? (?:in )?(?:a )?new (?:tab|window)",
    # ways to reach a newsroom
    r"news tip|send (?:us )?(?:your )?tips|can be (?:reached|contacted|followed)\b",
)
NOTICE_SIGNS = (
    r"^dear (?:reader|subscriber|supporter)s?\b",
    r"^(?:visit|go to|check out|head to) [\w-]+(?:\.[a-z]{2,})+\S* (?:to|for)\b",
    r"©|\(c\) ?(?:19|20)\d\d|(?<=\w)@[\w-]+\.[a-z]{2,}|\[email.protected\]",
)
MENTIONS = (
    r"\bprivacy (?:policy|policies|notice|statement)|\bterms (?:of (?:use|service)|(?:and|&) conditions)|"
    r"\bcookie(?:s| policy)\b|(?<=[a-z,] )copyright\b(?! ?(?:©|\(c\)|\d))|\bnewsletters?\b|"
    r"\byour (?:inbox|e-?mail|browser|account|privacy|subscription)\b",
)
TO_READERS = (
    r"\b(?:you|your|we|our|us|i|my|please|this (?:web)?site|this (?:article|story|page)|sign(?:ing)? up|"
    r"subscribe|click|agree to)\b",
)
NOTICE_NEEDS = (
    "copyright|all rights|privacy|terms|cookie|do not sell|may not be|denial|disclaimer|trademark|appeared first|"
    "originally published|originally appeared|aggregator|newsroom|news organi|news agency|news provider|news site|"
    "news website|this article|this story|this post|this report|this piece|this column|this essay|this interview|"
    "newsletter|your inbox|your e|your browser|your account|your subscription|subscribe |sign up|signing up|"
    "enter a valid|click |follow |support our|support independent|a donation|donate |javascript|powered by|please |"
    "affiliate|earn a |download the|download our|for signing|for subscribing|for registering|we will|we'll|we’ll|"
    "our journalism|our readers|our standards|our partners|we and our|legitimate interest|dear |visit |go to |"
    "head to |check out |comment policy|new tab|new window|news tip|tips|can be |©|(c)|@|protected]"
)
_PERSON = r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
AUTHOR_BOXES = (
    r"^(?:by )?(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:is|was|has been) (?:an?|the) (?:\w+[ ,-]+){0,6}?"
    r"(?:reporter|correspondent|writer|editor|journalist|columnist|contributor|fellow|producer|author|critic)\b",
    r"\b(?:reported|contributed (?:to this|reporting))(?: story| report| article)?\.?$",
    r"^(?:reporting|writing|editing) by\b",
    rf"^(?:you can |to )?(?:e-?mail|contact|reach(?: out to)?|write to|follow) "
    rf"(?:the (?:author|writer|reporter)|him|her|them|me|us|{_PERSON}) (?:here|at|on|by|via)\b",
    rf"\b(?:read|see|find) (?:more|all)(?: (?:of|from|by))* (?:his|her|their|my|{_PERSON}) "
    r"(?:articles|stories|posts|columns|reporting)\b",
    rf"^(?!the |an? ){_PERSON} (?:covers|writes (?:about|on)|reports (?:on|for)) .{{0,90}}\bfor (?:the )?(?-i:[A-Z])",
)
AUTHOR_NEEDS = (
    "follow |mail |contact |reach|read|see |find |covers |report|correspondent|writ|edit|journalist|columnist|"
    "contribut|fellow|producer|author|critic"
)
AGENCY_CREDITS = (
    r"(?:^|[/(|:,–—-] ?|\b(?:via|by|courtesy) )(?:getty(?: images)?|shutterstock|afp|reuters|ap(?: photo| images)?|"
    r"(?:the )?associated press|epa|alamy|istock|zuma ?press|unsplash|bloomberg)(?: images)?\)?\.?$",
)
PICTURE_CREDITS = (
    r"^(?:image|photo|picture|video|media) (?:source|caption|credit) ?(?:[,:–—-]|$)",
    r"\((?:photo|image|picture|credit)s?\b[^)]{0,200}\)|\bvia getty\b|\|\s*getty|\bfile photo\b",
    r"\(?ap photo/|\bscreen ?shot\b",
    r"^\(?(?:photo|photograph|image|picture|illustration|graphic|video|credit|art|cartoon|animation)s? ?"
    r"(?:credit|courtesy|illustration)? ?(?::|\bby\b|\bcourtesy\b|\bvia\b)",
    r"\b(?:photo(?:graph)?|image|picture|illustration|credit|pictured|photographer)s? ?(?:credit)? ?:.{1,60}$",
    r"/ ?(?:ap|afp|getty|reuters|pool|epa)\b.{0,30}$|\bhandout\b.{0,30}$|\bcourtesy (?:of|photo)\b",
)
PICTURE_NEEDS = (
    "photo|image|media|pictur|illustration|graphic|video|credit|art|animation|getty|screen|/|handout|courtesy"
)
AGENCY_ENDS = "getty|images|shutterstock|afp|reuters|ap|photo|press|epa|alamy|istock|unsplash|bloomberg"
CAPTIONS = (
    r"\b(?:speaks?|walks?|arrives?|poses?|holds?|looks?|waves?|listens?|attends?|gestures?|stands?|sits?|leaves?|reacts?|"
    r"(?:is|are) (?:seen|shown|pictured)|pictured|shown|from left|\(?(?:left|right|center|centre)\)?,|clockwise)\b"
    r".*(?:\b(?:19|20)\d\d\b|\bduring\b|\bat the\b|\boutside\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
)
CAPTION_NEEDS = "during|at the|outside|day|19|20"
STAMPS = (
    rf"(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified|created|edited|on|at|"
    rf"by .{{1,60}}?)\W*)?"
    rf"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,? ?)?"
    rf"(?:{_MONTH} ?{_DAY},? ?(?:(?:19|20)\d\d)?|{_DAY} ?{_MONTH},? ?(?:(?:19|20)\d\d)?|(?:19|"
    rf"20)\d\d[-/.]\d\d?[-/.]\d\d?|"
    rf"\d\d?[-/.]\d\d?[-/.](?:19|20)?\d\d|yesterday|today|"
    rf"(?:an? |\d+ ?)(?:s|sec\w*|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\b(?: ago|$| ?[·•|]))"
    rf"(?:\W*(?:at |@ ?)?\d{{0,2}}[:.]?\d{{2}} ?(?:[ap]\.?m\.?)? ?[a-z]{{0,4}})?.{{0,45}}",
    rf".{{1,70}}?\b(?:{_MONTH} ?{_DAY}|{_DAY} ?{_MONTH}),? ?(?:19|20)\d\d\b.{{0,40}}(?<![.!?])",
)
BYLINE_STARTS = ("by", "written", "reported", "posted")
BYLINES = (r"(?:written |reported |posted )?by:? (?-i:[A-Z])\S*(?:[ ,|&/–—-]+\S+){0,14}",)

STEM = 6
"""Code points of a word by which it is looked up in `STEMS`."""
STEMS = """
    copyri reserv privac terms cookie sell publis reprod republ denial discla tradem appear origin aggreg newsro news
    source syndic provid posted ran aired partne vendor legiti newsle your subscr sign signin enter click follow
    suppor donati donate javasc powere please affili earn downlo thank thanks send sendin email emaili emails never
    journa reader standa commen open opens tips reache contac dear visit go check head c report corres writer editor
    column contri fellow produc author critic writin editin e mail reach write articl storie posts covers writes photo
    photos photog photoc media image images imagec pictur credit getty gettyi screen illust graphi video videos art arts
    cartoo animat ap afp reuter pool epa handou courte shutte press alamy istock zuma zumapr unspla bloomb speak
    speaks walk walks arrive pose poses hold holds look looks wave waves listen attend gestur stand stands sit sits
    leave leaves react reacts seen shown left right center centre clockw
"""
"""The beginnings of words of which every notice, author box, picture credit and caption has one."""
