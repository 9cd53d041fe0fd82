//! KAIROS types and roles in PLOVER's terms.
//!
//! Decided by PLOVER's semantics (`reference/ontologies.md`), type by type:
//!
//! | KAIROS | PLOVER | why |
//! |---|---|---|
//! | `Conflict.Attack` | ASSAULT | acts that can cause serious physical harm |
//! | `Life.Die`, `Life.Injure` | ASSAULT | the harm done; KAIROS does not tell violent deaths from others, so the few natural ones are asked for too |
//! | `ArtifactExistence.DamageDestroyDisableDismantle` | ASSAULT | mode destroy |
//! | `Conflict.Demonstrate` | PROTEST | |
//! | `Justice.ArrestJailDetain` | COERCE | mode arrest |
//! | `Justice.ReleaseParole` | RETREAT | mode release |
//! | `Justice.Convict`, `Justice.Sentence` | SANCTION | mode convict |
//! | `Justice.ChargeIndict` | ACCUSE | mode allege: suing, charging |
//! | `Justice.InvestigateCrime` | ACCUSE | mode investigate |
//! | `Contact.RequestCommand` | REQUEST | |
//! | `Contact.ThreatenCoerce` | THREATEN or COERCE | KAIROS has one type for both |
//!
//! Left out, because PLOVER has no code for them as such: `Contact.Contact` (any talk, statements of
//! the press included), `Cognitive`, `ArtifactExistence.ManufactureAssemble`,
//! `Control.ImpedeInterfereWith` (from repelling to curbing), `Disaster`, `GenericCrime` (a crime
//! named, not told), `Justice.TrialHearing` (neither charge nor sentence), `Medical`, `Movement`
//! (of anybody), `Personnel` (employment of anybody), `Transaction` (private trade).
//!
//! The other way round, KAIROS could not have marked what [`could_hold`] denies: PLOVER types that no
//! row maps to, and modes without a KAIROS type (ceasefires, boycotts, territory seized, criticism).
//! `ACCUSE/allege` stays judged, though only its charges have a KAIROS type and mere blame has none:
//! its claims do not tell the two apart.

use crate::given::{PartPlayed, Suffers};
use dateline::data::EventType;

/// A KAIROS type that has a PLOVER code.
#[derive(PartialEq, Eq, Debug)]
pub struct KairosType {
    /// First two of its three names.
    pub name: &'static str,
    /// PLOVER types that are right for it.
    pub kinds: &'static [EventType],
    /// The frame for triggers that no codebook entry lists.
    pub frame: &'static str,
    /// Whom it calls its patient.
    pub suffers: Suffers,
    /// Its roles that Dateline has too; no other of its roles is scored, and no answer with a part
    /// that stands here for none.
    pub roles: &'static [(&'static str, PartPlayed)],
}

impl KairosType {
    /// The row of a full KAIROS type; `None` where it is left out.
    pub fn of(event_type: &str) -> Option<&'static Self> {
        let (two, _) = event_type.rsplit_once('.')?;
        TABLE.iter().find(|t| t.name == two)
    }

    /// The first row for a PLOVER type; `None` where KAIROS has nothing for it.
    pub fn for_kind(kind: EventType) -> Option<&'static Self> {
        TABLE.iter().find(|t| t.kinds.contains(&kind))
    }

    /// The part that a role of it plays; `None` where Dateline has none such.
    pub fn part(&self, role: &str) -> Option<PartPlayed> {
        let row = self.roles.iter().find(|(name, _)| *name == role)?;
        Some(row.1)
    }

    /// Whether the type has a role for this part.
    pub fn holds(&self, part: PartPlayed) -> bool {
        self.roles.iter().any(|(_, p)| *p == part)
    }
}

/// Whether the corpus could have marked an event of this PLOVER type and mode.
pub fn could_hold(kind: EventType, mode: Option<&str>) -> bool {
    let modes: &[&str] = match kind {
        Protest => &["demo", "riot", "obstruct"],
        Coerce => &["arrest"],
        Retreat => &["release"],
        Sanction => &["convict"],
        Accuse => &["investigate", "allege"],
        _ => return KairosType::for_kind(kind).is_some(),
    };
    mode.is_none_or(|m| modes.contains(&m))
}

use EventType::{Accuse, Assault, Coerce, Protest, Request, Retreat, Sanction, Threaten};
use PartPlayed::{Actor, Means, Patient, Place};

const COURT: &[(&str, PartPlayed)] = &[
    ("JudgeCourt", Actor),
    ("Defendant", Patient),
    ("Place", Place),
];

const TALK: &[(&str, PartPlayed)] = &[
    ("Communicator", Actor),
    ("Recipient", Patient),
    ("Place", Place),
];

/// The first row of a PLOVER type says which parts its false alarms are judged by.
const TABLE: &[KairosType] = &[
    KairosType {
        name: "Conflict.Attack",
        kinds: &[Assault],
        frame: "attack",
        suffers: Suffers::Recipient,
        roles: &[
            ("Attacker", Actor),
            ("Target", Patient),
            ("Instrument", Means),
            ("ExplosiveDevice", Means),
            ("Place", Place),
        ],
    },
    KairosType {
        name: "Life.Die",
        kinds: &[Assault],
        frame: "harm",
        suffers: Suffers::VictimFirst,
        roles: &[("Killer", Actor), ("Victim", Patient), ("Place", Place)],
    },
    KairosType {
        name: "Life.Injure",
        kinds: &[Assault],
        frame: "harm",
        suffers: Suffers::VictimFirst,
        roles: &[
            ("Injurer", Actor),
            ("Victim", Patient),
            ("Instrument", Means),
            ("Place", Place),
        ],
    },
    KairosType {
        name: "ArtifactExistence.DamageDestroyDisableDismantle",
        kinds: &[Assault],
        frame: "harm",
        suffers: Suffers::Recipient,
        roles: &[
            ("Damager", Actor),
            ("Destroyer", Actor),
            ("DamagerDestroyer", Actor),
            ("Artifact", Patient),
            ("Instrument", Means),
            ("Place", Place),
        ],
    },
    KairosType {
        name: "Conflict.Demonstrate",
        kinds: &[Protest],
        frame: "crowd",
        suffers: Suffers::Recipient,
        roles: &[
            ("Demonstrator", Actor),
            ("Target", Patient),
            ("Place", Place),
        ],
    },
    KairosType {
        name: "Contact.ThreatenCoerce",
        kinds: &[Threaten, Coerce],
        frame: "speak",
        suffers: Suffers::Recipient,
        roles: TALK,
    },
    KairosType {
        name: "Contact.RequestCommand",
        kinds: &[Request],
        frame: "speak",
        suffers: Suffers::Recipient,
        roles: TALK,
    },
    KairosType {
        name: "Justice.ArrestJailDetain",
        kinds: &[Coerce],
        frame: "harm",
        suffers: Suffers::Recipient,
        roles: &[("Jailer", Actor), ("Detainee", Patient), ("Place", Place)],
    },
    KairosType {
        name: "Justice.ReleaseParole",
        kinds: &[Retreat],
        frame: "harm",
        suffers: Suffers::Recipient,
        roles: COURT,
    },
    KairosType {
        name: "Justice.Convict",
        kinds: &[Sanction],
        frame: "harm",
        suffers: Suffers::Recipient,
        roles: COURT,
    },
    KairosType {
        name: "Justice.Sentence",
        kinds: &[Sanction],
        frame: "harm",
        suffers: Suffers::Recipient,
        roles: COURT,
    },
    KairosType {
        name: "Justice.ChargeIndict",
        kinds: &[Accuse],
        frame: "speak",
        suffers: Suffers::Recipient,
        roles: &[
            ("Prosecutor", Actor),
            ("Defendant", Patient),
            ("Place", Place),
        ],
    },
    KairosType {
        name: "Justice.InvestigateCrime",
        kinds: &[Accuse],
        frame: "speak",
        suffers: Suffers::Recipient,
        roles: &[
            ("Investigator", Actor),
            ("Defendant", Patient),
            ("Place", Place),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtypes_share_their_row_and_talk_is_left_out() {
        let attack = KairosType::of("Conflict.Attack.DetonateExplode").unwrap();
        assert_eq!(attack.kinds, [Assault]);
        assert_eq!(attack.part("ExplosiveDevice"), Some(Means));
        assert_eq!(attack.part("Victim"), None);
        assert_eq!(KairosType::of("Contact.Contact.Meet"), None);
    }

    #[test]
    fn a_death_has_no_means_in_kairos() {
        assert!(!KairosType::of("Life.Die.Unspecified").unwrap().holds(Means));
    }

    #[test]
    fn what_kairos_has_no_type_for_cannot_be_judged() {
        assert!(!could_hold(EventType::Agree, None));
        assert!(!could_hold(Accuse, Some("disapprove")));
        assert!(could_hold(Accuse, Some("investigate")));
        assert!(could_hold(Assault, Some("drone")));
        assert_eq!(
            KairosType::for_kind(Assault).map(|t| t.name),
            Some("Conflict.Attack")
        );
    }
}
