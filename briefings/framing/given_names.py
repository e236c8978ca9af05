"""Common given names and the pronoun they usually go with: a word list, for telling whom "he" or "she" can mean.

A hint and no more: a name in neither list fits every pronoun, and a title (`Mr.`, `Ms.`) overrules the list.
"""

from __future__ import annotations

_HE = """
aaron abdul abdullah adam adrian ahmed alan albert alejandro alex alexander alfred ali allan allen andre andres
andrew andy angus anthony antonio antony arnold arthur ashton austin barack barry ben benjamin bernard bernie bill
billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan calvin cameron carl carlos cesar
chad charles charlie chris christian christopher chuck clarence claude clyde colin connor corey cory craig curtis
dale damian dan daniel danny darren darryl dave david dean dennis derek devin diego dmitri dominic don donald doug
douglas duncan dwight dylan earl eddie edgar edmund eduardo edward edwin eli elijah elliot elliott emanuel emmanuel
eric erik ernest ethan eugene evan felix fernando floyd francis francisco frank franklin fred frederick gabriel gary
gavin gene geoffrey george gerald gerard gilbert glen glenn gordon graham grant greg gregory guillermo gustavo guy
harold harry harvey hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack
jacob jacques jaime jake james jamie jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesse jim jimmy
joe joel john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth
kevin kirk kurt kyle lance larry lawrence lee len leo leon leonard lindsey lloyd louis lucas luis luke malcolm
manuel marc marcel marco marcus mario mark marshall martin marvin mateo matt matthew maurice max michael michel
miguel mike milton mitch mitt mohamed mohammad mohammed morgan moses muhammad nathan nathaniel neil nelson nicholas
nick nicolas nigel noah noel norman oliver omar oscar owen pablo patrick paul pedro perry pete peter phil philip
phillip pierre rafael ralph ramon randy raul ray raymond reginald rex ricardo richard rick ricky rob robby robert
roberto rodney roger roland ron ronald rory ross roy ruben rudy rupert russell ryan salvador sam samuel scott sean
sebastian sergei sergey sergio seth shane shawn sid sidney simon spencer stanley stefan stephen steve steven stewart
stuart ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor troy tyler vernon
victor vincent vladimir wade wallace walter warren wayne wendell wesley will william willie xavier yusuf zachary
"""
_SHE = """
abigail adele adriana agnes alexandra alexis alice alicia alison allison alyssa amanda amber amelia amy ana andrea
angela angelica anita ann anna anne annette annie april ariana ashley audrey ava barbara beatrice becky bella
bernadette bernice beth betsy betty beverly bonnie brenda bridget brittany caitlin camila candace carla carmen carol
carole caroline carolyn carrie caryn catherine cathy cecilia charlene charlotte chelsea cheryl christina christine
cindy claire clara claudia condoleezza connie courtney crystal cynthia daisy dana danielle daphne dawn deb debbie
deborah debra denise diana diane dolores donna dora doris dorothy edith edna eileen elaine eleanor elena elise
elizabeth ella ellen ellie emily emma erica erika erin esther ethel eva evelyn faith fatima fiona florence frances
francesca gabriela gail georgia geraldine gina ginny glenda gloria grace gretchen gwen hannah harriet hazel heather
heidi helen hilary hillary hope ida ingrid irene isabel isabella ivanka jackie jacqueline jane janet janice jasmine
jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce juanita
judith judy julia juliana julie june kamala kara karen karin karla kate katherine kathleen kathryn kathy katie
katrina kay kayla kelly kellyanne kendra kim kimberly kirsten krista kristen kristin kristina laura lauren laurie
leah lena leslie leticia lillian lily linda lisa liz lois loretta lori lorraine louise lucia lucy lydia lynn
madeleine madison maggie marcia margaret maria marian marianne marie marilyn marina marion marissa marjorie marlene
marsha martha mary maureen maxine maya megan meghan melania melanie melissa mercedes meredith mia michele michelle
mildred miranda miriam molly monica nadia nancy naomi natalie natasha nicole nina nora norma olga olivia paige
pamela patricia patty paula pauline peggy penny phyllis priscilla rachel ramona rebecca regina renee rhonda rita
roberta robin rosa rose rosemary ruth sabrina sally samantha sandra sara sarah savannah shannon sharon sheila shelly
sherry shirley sonia sophia sophie stacey stacy stella stephanie sue susan suzanne sylvia tamara tammy tanya tara
teresa theresa tiffany tina tracy valerie vanessa vera veronica vicki victoria viola violet virginia vivian wanda
wendy whitney yolanda yvonne zoe
"""

HE = frozenset(_HE.split())
"""Given names, in lower case, whose bearers are mostly spoken of as "he"."""

SHE = frozenset(_SHE.split())
"""Given names, in lower case, whose bearers are mostly spoken of as "she"."""
