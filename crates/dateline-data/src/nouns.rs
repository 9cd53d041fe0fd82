//! Semantic classes of common nouns: who can act, what can be a weapon, what is only an idea.
//!
//! The tables are `data/nouns.tsv` and, for what that lacks, `data/nouns_wordnet.tsv`; frames use
//! them to tell an actor from an instrument and a target from an occasion. A noun may have several
//! classes; one that is in neither table has none, and callers treat that as "may be anything".

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

macro_rules! noun_classes {
    ($($variant:ident $name:literal $gloss:literal;)*) => {
        /// A class of nouns.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum NounClass {
            $(#[doc = $gloss] $variant,)*
        }

        impl NounClass {
            /// All classes.
            pub const ALL: &[NounClass] = &[$(NounClass::$variant),*];

            /// Its name, as used in `data/nouns.tsv` and in codebook entries.
            pub fn name(self) -> &'static str {
                match self { $(NounClass::$variant => $name,)* }
            }
        }
    };
}

noun_classes! {
    Person "person" "A human being by age, kin, trade or plight: man, teacher, victim.";
    Kin "kin" "Relatives, who fight with words rather than arms: mother, husband.";
    Named "named" "Somebody called by name; no noun of the table is, names in the text are.";
    People "people" "Many humans together: crowd, residents, community.";
    Armed "armed" "Fighters and forces: militant, soldier, army, cell.";
    Police "police" "Forces of order: police, officer, guard.";
    Official "official" "Holders of office: minister, spokesman, judge.";
    Organisation "organisation" "Bodies that act: government, company, court, union.";
    Country "country" "States and peoples as actors: country, nation, side.";
    Firearm "firearm" "Small arms and their fire: rifle, gunfire, bullet.";
    Explosive "explosive" "Bombs, mines, devices: bomb, ied, grenade.";
    Heavy "heavy" "Artillery, rockets, missiles: mortar, rpg, shell.";
    Aircraft "aircraft" "Manned aircraft: jet, helicopter, warplane.";
    Drone "drone" "Unmanned aircraft: drone, uav.";
    Primitive "primitive" "Blades, stones, fire: knife, machete, petrol bomb.";
    CrowdControl "crowd-control" "Means against crowds: tear gas, water cannon.";
    Unconventional "unconventional" "Chemical, biological, nuclear agents: sarin, gas.";
    SuicideDevice "suicide-device" "Means of suicide attack: suicide vest.";
    Weapon "weapon" "Weapons without closer kind: weapon, arms, ammunition.";
    Vehicle "vehicle" "Vehicles and vessels: car, convoy, ship.";
    Facility "facility" "Built things with a use: checkpoint, hospital, house.";
    Place "place" "Regions and spots: town, border, street.";
    Goods "goods" "What is given or traded: food, equipment, oil.";
    Money "money" "Sums and means of payment: money, loan, fee.";
    Body "body" "Parts and states of the body: heart, head, cancer.";
    Work "work" "Works of art and media: film, song, advert.";
    Sport "sport" "Games and those in them: match, goal, striker.";
    Market "market" "Prices and markets: stock, share, inflation.";
    Event "event" "Happenings: attack, meeting, election.";
    Document "document" "Writings and utterances: statement, report, law.";
    Time "time" "Units and points of time: day, year.";
    Abstract "abstract" "Ideas, qualities, states: plan, hope, crisis.";
    Animal "animal" "Animals: dog, cattle.";
    Nature "nature" "Forces of nature: storm, flood, virus.";
    Thing "thing" "Other objects: door, phone, book.";
}

/// A set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ClassSet(u64);

/// Sets of classes with a name of their own, for codebook entries.
const GROUPS: &[(&str, &[NounClass])] = {
    use NounClass::*;
    &[
        ("human", &[Person, People, Armed, Police, Official]),
        (
            "agent",
            &[
                Person,
                People,
                Armed,
                Police,
                Official,
                Organisation,
                Country,
            ],
        ),
        (
            "target",
            &[
                Person,
                People,
                Armed,
                Police,
                Official,
                Organisation,
                Country,
                Vehicle,
                Facility,
                Place,
            ],
        ),
        (
            "arms",
            &[
                Firearm,
                Explosive,
                Heavy,
                Aircraft,
                Drone,
                Primitive,
                CrowdControl,
                Unconventional,
                SuicideDevice,
                Weapon,
            ],
        ),
    ]
};

impl ClassSet {
    /// Those that can do something on purpose.
    pub const AGENT: ClassSet = ClassSet::of(GROUPS[1].1);
    /// Human beings.
    pub const HUMAN: ClassSet = ClassSet::of(GROUPS[0].1);
    /// Weapons of all kinds.
    pub const ARMS: ClassSet = ClassSet::of(GROUPS[3].1);
    /// What can be attacked.
    pub const TARGET: ClassSet = ClassSet::of(GROUPS[2].1);

    /// The set of these classes.
    pub const fn of(classes: &[NounClass]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < classes.len() {
            bits |= 1 << classes[i] as u64;
            i += 1;
        }
        Self(bits)
    }

    /// A named group: `human`, `agent`, `target`, `arms`.
    pub fn group(name: &str) -> Option<Self> {
        GROUPS
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, c)| Self::of(c))
    }

    /// Names of all classes and groups.
    pub fn names() -> Vec<&'static str> {
        let classes = NounClass::ALL.iter().map(|c| c.name());
        classes
            .chain(GROUPS.iter().map(|(name, _)| *name))
            .collect()
    }

    /// Adds a class.
    pub fn insert(&mut self, class: NounClass) {
        self.0 |= 1 << class as u64;
    }

    /// Whether the class is in it.
    pub const fn has(self, class: NounClass) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// Whether the two share a class.
    pub const fn meets(self, other: ClassSet) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    #[must_use]
    pub const fn union(self, other: ClassSet) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds no class.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl NounClass {
    /// From its name.
    pub fn parse(name: &str) -> Option<NounClass> {
        NounClass::ALL.iter().copied().find(|c| c.name() == name)
    }
}

/// What was written for the frames, and what WordNet adds to it.
const TABLES: [&str; 2] = [
    include_str!("../../../data/nouns.tsv"),
    include_str!("../../../data/nouns_wordnet.tsv"),
];

static NOUNS: LazyLock<HashMap<&'static str, ClassSet>> = LazyLock::new(|| {
    let mut nouns: HashMap<&str, ClassSet> = HashMap::new();
    for (class, words) in rows() {
        if let Some(class) = NounClass::parse(class) {
            for word in words.split(", ") {
                nouns.entry(word.trim()).or_default().insert(class);
            }
        }
    }
    nouns
});

/// The rows of the tables: class and its words.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLES
        .into_iter()
        .flat_map(table::rows)
        .filter_map(|line| line.split_once('\t'))
}

/// The classes of a noun, by its lemma in lower case; the empty set if it is not in the table.
pub fn noun_classes(lemma: &str) -> ClassSet {
    NOUNS.get(lemma).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_class_that_exists() {
        for (class, words) in rows() {
            assert!(NounClass::parse(class).is_some(), "{class}");
            assert!(
                words.split(", ").all(|w| !w.trim().is_empty()),
                "{class}: {words}"
            );
        }
    }

    #[test]
    fn nouns_have_their_classes() {
        assert!(noun_classes("militant").has(NounClass::Armed));
        assert!(noun_classes("militant").meets(ClassSet::AGENT));
        assert!(noun_classes("rpg").meets(ClassSet::ARMS));
        assert!(!noun_classes("hope").meets(ClassSet::TARGET));
        assert!(noun_classes("sommelier").has(NounClass::Person));
        assert!(noun_classes("zzz").is_empty());
    }
}
