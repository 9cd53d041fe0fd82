//! Frames: how grammar maps to roles. Few, shared by all entries.
//!
//! A frame lists, for verbs and for nouns, the grammatical functions that may fill a role, best
//! first. The grammar itself (passives, relatives, control, support verbs) is levelled before, in
//! `clause` and `nominal`, so that a frame stays a row of a table.

use dateline_data::{ClassSet, NounClass};

/// A grammatical function at a verb or noun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// Logical subject of a verb; of a noun, the doer's side of its supporting verb.
    Subject,
    /// Logical object of a verb; of a noun, the sufferer's side of its supporting verb.
    Object,
    /// The one something is given or said to.
    Dative,
    /// Subject of the clause that follows ("demanded that *Israel* withdraw").
    ClauseSubject,
    /// Possessor of a noun; at a verb, of its fixed companion ("reaffirmed *Peru*'s readiness").
    Possessor,
    /// What a preposition governs somewhere in what is said: "reaffirmed readiness to strengthen
    /// ties *with* Peru".
    Within(&'static str),
    /// A noun before the noun ("*ISIS* attacks").
    Modifier,
    /// What a preposition governs.
    After(&'static str),
}

/// How grammar maps to roles.
#[derive(PartialEq, Eq, Debug)]
pub struct Frame {
    /// Its name in codebook entries.
    pub name: &'static str,
    /// Who acts, at a verb.
    pub verb_actor: &'static [Function],
    /// On whom, at a verb.
    pub verb_recipient: &'static [Function],
    /// Who acts, at a noun.
    pub noun_actor: &'static [Function],
    /// On whom, at a noun.
    pub noun_recipient: &'static [Function],
    /// What the recipient may be.
    pub recipient: ClassSet,
    /// Whether its verbs always have an object, so that "three killed" must be a passive.
    pub transitive: bool,
    /// Whether it takes somebody who acts: a subject that cannot is another sense of the verb.
    pub deliberate: bool,
    /// Whether it strikes its object, so that an object that nobody can strike ("attacked the
    /// plan") is another sense of the verb.
    pub bodily: bool,
    /// Whether both sides do the same ("clashed", "met"): "between X and Y" are both actors.
    pub mutual: bool,
}

use Function::{After, ClauseSubject, Dative, Modifier, Object, Possessor, Subject, Within};

/// Those on whom words are spent.
const ADDRESSEES: ClassSet = ClassSet::AGENT;

const ANYBODY: ClassSet = ClassSet::TARGET.union(ClassSet::of(&[
    NounClass::Animal,
    NounClass::Thing,
    NounClass::Goods,
    NounClass::Money,
    NounClass::Work,
]));

/// All frames.
pub const FRAMES: &[Frame] = &[
    // Violence against somebody or something; the noun's possessor does it: "the group's attack".
    Frame {
        name: "attack",
        verb_actor: &[Subject],
        verb_recipient: &[
            Object,
            After("on"),
            After("against"),
            After("into"),
            After("at"),
            After("upon"),
            After("toward"),
            After("towards"),
            After("to"),
        ],
        noun_actor: &[After("by"), Possessor, Subject, Modifier],
        noun_recipient: &[
            After("on"),
            After("against"),
            After("upon"),
            After("at"),
            After("of"),
            Object,
            After("targeting"),
            Modifier,
        ],
        recipient: ClassSet::TARGET,
        transitive: false,
        deliberate: true,
        bodily: true,
        mutual: false,
    },
    // What is done to somebody; the noun's possessor and *of* suffer it: "the minister's murder". Bodies that deal it
    // out (`role::deals_it_out`) are the doers: "the gang's murders".
    Frame {
        name: "harm",
        verb_actor: &[Subject],
        verb_recipient: &[Object, Dative, After("to")],
        noun_actor: &[After("by"), Subject, Possessor, Modifier],
        noun_recipient: &[
            After("of"),
            Object,
            Possessor,
            After("against"),
            After("on"),
            Modifier,
        ],
        recipient: ANYBODY,
        transitive: true,
        deliberate: true,
        bodily: true,
        mutual: false,
    },
    // Somebody is dead or hurt: the verb's subject and the noun's possessor suffer it.
    Frame {
        name: "suffer",
        verb_actor: &[],
        verb_recipient: &[Subject],
        noun_actor: &[Subject],
        noun_recipient: &[
            After("of"),
            After("to"),
            After("among"),
            Object,
            Possessor,
            Modifier,
        ],
        recipient: ANYBODY,
        transitive: false,
        deliberate: false,
        bodily: true,
        mutual: false,
    },
    // Something takes lives or hurts: whose, stands behind its object.
    Frame {
        name: "toll",
        verb_actor: &[Subject],
        verb_recipient: &[Object, After("of"), Possessor, After("to"), After("on")],
        noun_actor: &[After("by"), Subject],
        noun_recipient: &[After("of"), Object, Possessor, Modifier],
        recipient: ANYBODY,
        transitive: false,
        deliberate: false,
        bodily: true,
        mutual: false,
    },
    // Places are taken, or control of them.
    Frame {
        name: "take",
        verb_actor: &[Subject],
        verb_recipient: &[
            Object,
            Within("of"),
            Within("over"),
            After("of"),
            After("over"),
        ],
        noun_actor: &[After("by"), Subject],
        noun_recipient: &[After("of"), After("over")],
        recipient: ANYBODY,
        transitive: true,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // The dead or hurt are found: whoever finds them has no part in it.
    Frame {
        name: "found",
        verb_actor: &[],
        verb_recipient: &[Object, Within("of"), Possessor],
        noun_actor: &[],
        noun_recipient: &[After("of")],
        recipient: ANYBODY,
        transitive: true,
        deliberate: false,
        bodily: true,
        mutual: false,
    },
    // Two sides at each other.
    Frame {
        name: "fight",
        verb_actor: &[Subject],
        verb_recipient: &[After("with"), After("against"), Object],
        noun_actor: &[
            After("by"),
            After("between"),
            Possessor,
            Subject,
            After("among"),
            Modifier,
        ],
        noun_recipient: &[After("with"), After("against"), Object],
        recipient: ClassSet::TARGET,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: true,
    },
    // Words against or to somebody.
    Frame {
        name: "speak",
        verb_actor: &[Subject, Possessor],
        verb_recipient: &[
            Dative,
            Object,
            After("on"),
            After("to"),
            After("against"),
            After("with"),
            After("from"),
            After("at"),
            After("of"),
            After("over"),
            After("into"),
            After("for"),
            ClauseSubject,
        ],
        noun_actor: &[
            After("by"),
            Possessor,
            After("from"),
            After("between"),
            Subject,
            Modifier,
        ],
        noun_recipient: &[
            After("against"),
            After("to"),
            After("of"),
            After("on"),
            After("into"),
            After("for"),
            After("from"),
            Object,
            ClauseSubject,
        ],
        recipient: ADDRESSEES,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Words in favour of somebody, or of what is theirs.
    Frame {
        name: "support",
        verb_actor: &[Subject, Possessor],
        verb_recipient: &[
            Object,
            Dative,
            After("for"),
            After("with"),
            After("behind"),
            After("of"),
            After("to"),
            ClauseSubject,
            Within("with"),
            Within("to"),
        ],
        noun_actor: &[
            After("by"),
            Possessor,
            After("from"),
            After("between"),
            Subject,
            Modifier,
        ],
        noun_recipient: &[
            After("for"),
            After("with"),
            After("to"),
            After("of"),
            Object,
        ],
        recipient: ADDRESSEES,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Something goes from one to another.
    Frame {
        name: "transfer",
        verb_actor: &[Subject],
        verb_recipient: &[
            Dative,
            After("to"),
            After("for"),
            Object,
            After("in"),
            After("into"),
        ],
        noun_actor: &[After("by"), Possessor, Subject, After("from"), Modifier],
        noun_recipient: &[After("to"), After("for"), After("into"), Object],
        recipient: ClassSet::AGENT.union(ClassSet::of(&[NounClass::Place])),
        transitive: true,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // People come together or exchange words.
    Frame {
        name: "meet",
        verb_actor: &[Subject],
        verb_recipient: &[After("with"), Dative, Object, After("to"), After("between")],
        noun_actor: &[
            After("between"),
            Possessor,
            After("by"),
            After("from"),
            After("of"),
            After("among"),
            Subject,
        ],
        noun_recipient: &[After("with"), After("to"), Object],
        recipient: ADDRESSEES,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: true,
    },
    // Somebody goes to somebody.
    Frame {
        name: "visit",
        verb_actor: &[Subject],
        verb_recipient: &[Object, After("to"), After("with"), After("in")],
        noun_actor: &[Possessor, After("by"), After("of"), Subject, After("from")],
        noun_recipient: &[After("to"), After("with"), After("of"), Object],
        recipient: ClassSet::AGENT.union(ClassSet::of(&[NounClass::Place, NounClass::Facility])),
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Forces or people move, or are moved: who moves them acts, they are acted upon.
    Frame {
        name: "move",
        verb_actor: &[Subject],
        verb_recipient: &[
            After("from"),
            After("against"),
            Object,
            After("to"),
            After("into"),
            After("on"),
        ],
        noun_actor: &[After("by"), Possessor, After("of"), Subject, Modifier],
        noun_recipient: &[
            After("from"),
            After("against"),
            After("of"),
            After("to"),
            After("into"),
        ],
        recipient: ADDRESSEES,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Many together in the street: for or against something.
    Frame {
        name: "crowd",
        verb_actor: &[Subject],
        verb_recipient: &[After("against"), Object, After("at"), After("with")],
        noun_actor: &[
            After("by"),
            Possessor,
            After("of"),
            After("between"),
            Subject,
            Modifier,
        ],
        noun_recipient: &[After("against"), After("over"), Object],
        recipient: ClassSet::AGENT.union(ClassSet::of(&[
            NounClass::Document,
            NounClass::Event,
            NounClass::Abstract,
        ])),
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Somebody does something that has no second party, or has it in *from*.
    Frame {
        name: "act",
        verb_actor: &[Subject],
        verb_recipient: &[
            After("to"),
            After("against"),
            After("with"),
            After("from"),
            // "recalled its ambassador *to Rabat*"
            Within("to"),
            Dative,
        ],
        noun_actor: &[
            After("by"),
            Possessor,
            After("of"),
            After("between"),
            Subject,
            Modifier,
        ],
        noun_recipient: &[After("to"), After("with"), After("against")],
        recipient: ADDRESSEES,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
    // Rules and restrictions laid on somebody or some place.
    Frame {
        name: "impose",
        verb_actor: &[Subject],
        verb_recipient: &[
            After("on"),
            After("against"),
            After("upon"),
            Dative,
            Object,
            After("from"),
            After("in"),
            After("to"),
            // "suspended permits *for nurses*"
            After("for"),
        ],
        noun_actor: &[After("by"), Possessor, Subject],
        noun_recipient: &[
            After("on"),
            After("against"),
            After("of"),
            After("in"),
            Object,
        ],
        recipient: ANYBODY,
        transitive: false,
        deliberate: true,
        bodily: false,
        mutual: false,
    },
];

/// The frame of this name.
pub fn named(name: &str) -> Option<&'static Frame> {
    FRAMES.iter().find(|f| f.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_have_names_of_their_own() {
        for frame in FRAMES {
            assert_eq!(named(frame.name), Some(frame));
        }
    }
}
