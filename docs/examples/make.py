#!/usr/bin/env python3
"""Makes the documents of the pictures in docs/: made-up companies that finance, buy from and build for each other.

The same numbers come out everywhere, since the generator of random numbers is written here.

    make.py        writes forty.csv, forty-companies.csv, three-hundred.csv and three-hundred-companies.csv
"""
import csv
import math
import os

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = ("Made up to show the program: no such companies, no such deals", "Roundtrip examples")


class Dice:
    """A linear congruential generator (Knuth's MMIX constants)."""

    def __init__(self, seed):
        self.state = seed

    def number(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 11) / 2**53

    def one_of(self, things):
        return things[int(self.number() * len(things))]

    def money(self, middle):
        """Around the middle in billions, skewed as deals are, with two digits."""
        gauss = sum(self.number() for _ in range(12)) - 6
        amount = middle * math.exp(0.8 * gauss)
        digits = 1 - int(math.floor(math.log10(amount)))
        return round(amount, digits)


PLACES = """Aldgate Brisa Calder Dunmore Elara Fenwick Garonne Halden Ilmen Juno Kestrel Lindmark Merrow Nordhavn Orrin
Pallas Quillan Rosmere Sable Tamar Umber Vesper Wexford Xanten Yarrow Zephyr Arden Boreal Corvus Delphin Ember Farrow
Greyfriars Hollin Isar Jarrow Kelso Lorne Mistral Navarre Ostara Penrose Ravel Selby Thorne Ulster Vantage Winslow""".split()
WORDS = {
    "AI lab": ["Minds", "Intelligence", "Reasoning", "Labs"],
    "cloud": ["Cloud", "Compute", "Systems"],
    "chip maker": ["Semiconductor", "Silicon", "Micro"],
    "investor": ["Capital", "Partners", "Ventures"],
    "data-centre operator": ["Data Centres", "Campus", "Halls"],
    "other": ["Power", "Networks", "Fibre", "Software"],
}


class World:
    def __init__(self, seed):
        self.dice, self.companies, self.deals, self.used = Dice(seed), [], [], set()

    def company(self, role):
        while True:
            name = self.dice.one_of(PLACES) + " " + self.dice.one_of(WORDS[role])
            if name not in self.used:
                break
        self.used.add(name)
        self.companies.append((name, role))
        return name

    def deal(self, payer, payee, kind, middle):
        if payer == payee or any(d[1] == payer and d[2] == payee and d[3] == kind for d in self.deals):
            return
        amount, roll = f"{self.dice.money(middle)}bn", self.dice.number()
        if roll < 0.12:
            amount = ""
        elif roll < 0.24:
            amount = "up to " + amount
        status = self.dice.one_of(["signed", "signed", "active", "active", "announced", "in talks"])
        month = 1 + int(self.dice.number() * 12)
        announced = f"{self.dice.one_of(['2024', '2025', '2025'])}-{month:02d}"
        title = f"{payer} and {payee}, {kind}"
        self.deals.append((title, payer, payee, kind, amount, status, announced, *SOURCE))

    def circle(self, labs, clouds, chips, investors, centres, others, size):
        """One market: labs are financed and buy computing, clouds buy chips and halls, chip makers finance labs."""
        roles = [("AI lab", labs), ("cloud", clouds), ("chip maker", chips), ("investor", investors),
                 ("data-centre operator", centres), ("other", others)]
        group = {role: [self.company(role) for _ in range(count)] for role, count in roles}
        one = self.dice.one_of
        for lab in group["AI lab"]:
            weight = size if lab == group["AI lab"][0] else size / 4
            for cloud in group["cloud"][:2]:
                self.deal(lab, cloud, "cloud", weight)
            self.deal(one(group["investor"]), lab, "equity", weight / 3)
            self.deal(one(group["cloud"]), lab, "equity", weight / 4)
            self.deal(group["chip maker"][0], lab, "equity", weight / 3)
        for cloud in group["cloud"]:
            self.deal(cloud, group["chip maker"][0], "chips", size / 2)
            self.deal(cloud, one(group["chip maker"]), "chips", size / 6)
            self.deal(cloud, one(group["data-centre operator"]), "data centre", size / 5)
        for centre in group["data-centre operator"]:
            self.deal(one(group["investor"]), centre, "debt", size / 8)
            self.deal(centre, one(group["other"]), "other", size / 15)
        for chips in group["chip maker"][1:]:
            self.deal(one(group["AI lab"]), chips, "chips", size / 12)
        for other in group["other"]:
            self.deal(one(group["investor"]), other, one(["equity", "debt"]), size / 20)
            self.deal(other, one(group["cloud"]), "cloud", size / 25)
        for investor in group["investor"]:
            self.deal(investor, one(group["AI lab"]), "equity", size / 8)
        return group

    def write(self, name):
        def table(file, header, rows):
            with open(os.path.join(HERE, file), "w", newline="") as out:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow(header)
                writer.writerows(rows)
        table(name + "-companies.csv", ["name", "role"], self.companies)
        table(name + ".csv", ["title", "payer", "payee", "kind", "amount", "status", "announced", "source", "publisher"], self.deals)


def forty():
    world = World(40)
    world.circle(labs=5, clouds=5, chips=4, investors=8, centres=8, others=10, size=60)
    world.write("forty")


def three_hundred():
    world = World(300)
    groups = [world.circle(labs=3, clouds=4, chips=2, investors=6, centres=6, others=9, size=size)
              for size in (90, 60, 45, 35, 30, 25, 20, 15, 12, 10)]
    first = groups[0]
    for group in groups[1:]:
        lead = group["AI lab"][0]
        world.deal(first["cloud"][0], lead, "equity", 6)
        world.deal(lead, first["cloud"][0], "cloud", 9)
        world.deal(group["cloud"][0], first["chip maker"][0], "chips", 14)
        world.deal(first["chip maker"][0], lead, "equity", 5)
    for _ in range(25):
        a, b = world.dice.one_of(groups), world.dice.one_of(groups)
        world.deal(world.dice.one_of(a["investor"]), world.dice.one_of(b["data-centre operator"]), "debt", 3)
    world.write("three-hundred")


forty()
three_hundred()
