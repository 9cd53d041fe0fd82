//! RAMS's types and roles (AIDA) in PLOVER's terms, as far as PLOVER has codes for them.
//!
//! Left out, as for WikiEvents: statements to the press and the public, trade and employment of
//! anybody, movement of anybody, elections and law-making, accidents, natural deaths and illness,
//! trials, manufacture, observation. Roles that Dateline has no part for are left out too: crimes,
//! money and goods handed over, beneficiaries, origins, destinations, vehicles.

use crate::given::{PartPlayed, Suffers};
use dateline::data::EventType;

/// RAMS types that one PLOVER type answers.
#[derive(PartialEq, Eq, Debug)]
pub struct RamsType {
    /// How the types begin.
    pub prefix: &'static str,
    /// PLOVER types that are right for them.
    pub kinds: &'static [EventType],
    /// The frame for triggers that no codebook entry lists.
    pub frame: &'static str,
    /// Whom they call their patient.
    pub suffers: Suffers,
    /// Whether both participants do the same, so that either part answers either role.
    pub mutual: bool,
    /// Roles that are scored.
    pub roles: &'static [(&'static str, PartPlayed)],
}

impl RamsType {
    /// The row of a type ("conflict.attack.bombing"); `None` where it is left out.
    pub fn of(event_type: &str) -> Option<&'static Self> {
        let row = TABLE.iter().find(|t| event_type.starts_with(t.prefix))?;
        (!LEFT_OUT.iter().any(|p| event_type.starts_with(p))).then_some(row)
    }

    /// The part of a role as the corpus writes it ("evt011arg01attacker"). Both participants of a
    /// mutual event count as actors.
    pub fn part(&self, role: &str) -> Option<PartPlayed> {
        let found = self
            .roles
            .iter()
            .find(|(name, _)| *name == role_name(role))?;
        Some(self.level(found.1))
    }

    /// The part that an answer plays here.
    pub fn level(&self, part: PartPlayed) -> PartPlayed {
        match part {
            Patient if self.mutual => Actor,
            other => other,
        }
    }

    /// Whether the type has a role for this part.
    pub fn holds(&self, part: PartPlayed) -> bool {
        self.roles.iter().any(|(_, p)| self.level(*p) == part)
    }
}

/// "evt011arg01attacker" → "attacker".
pub fn role_name(role: &str) -> &str {
    role.trim_start_matches("evt")
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches("arg")
        .trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Subtypes without a PLOVER code among types with one.
const LEFT_OUT: &[&str] = &[
    "life.die.nonviolentdeath",
    "life.injure.illness",
    "conflict.attack.stealrobhijack",
    "government.agreements.violateagreement",
    "justice.initiatejudicialprocess.trialhearing",
];

use EventType::{
    Accuse, Agree, Aid, Assault, Coerce, Consult, Cooperate, Protest, Request, Retreat, Sanction,
    Support, Threaten,
};
use PartPlayed::{Actor, Means, Patient, Place};

const fn row(
    prefix: &'static str,
    kinds: &'static [EventType],
    frame: &'static str,
    roles: &'static [(&'static str, PartPlayed)],
) -> RamsType {
    RamsType {
        prefix,
        kinds,
        frame,
        suffers: Suffers::Recipient,
        mutual: false,
        roles,
    }
}

const fn harm(prefix: &'static str, roles: &'static [(&'static str, PartPlayed)]) -> RamsType {
    RamsType {
        suffers: Suffers::VictimFirst,
        ..row(prefix, &[Assault], "harm", roles)
    }
}

const fn mutual(prefix: &'static str, kinds: &'static [EventType]) -> RamsType {
    RamsType {
        mutual: true,
        ..row(
            prefix,
            kinds,
            "meet",
            &[("participant", Actor), ("place", Place)],
        )
    }
}

const TALK: &[(&str, PartPlayed)] = &[
    ("communicator", Actor),
    ("recipient", Patient),
    ("place", Place),
];

const PREVENT: &[(&str, PartPlayed)] = &[
    ("preventer", Actor),
    ("passenger", Patient),
    ("recipient", Patient),
    ("place", Place),
];

const GIVE: &[(&str, PartPlayed)] = &[("giver", Actor), ("recipient", Patient), ("place", Place)];

const COURT: &[(&str, PartPlayed)] = &[
    ("judgecourt", Actor),
    ("executioner", Actor),
    ("prosecutor", Actor),
    ("defendant", Patient),
    ("place", Place),
];

const TABLE: &[RamsType] = &[
    row(
        "conflict.attack",
        &[Assault],
        "attack",
        &[
            ("attacker", Actor),
            ("target", Patient),
            ("instrument", Means),
            ("place", Place),
        ],
    ),
    harm(
        "life.die",
        &[
            ("killer", Actor),
            ("victim", Patient),
            ("instrument", Means),
            ("place", Place),
        ],
    ),
    harm(
        "life.injure",
        &[
            ("injurer", Actor),
            ("victim", Patient),
            ("instrument", Means),
            ("place", Place),
        ],
    ),
    row(
        "artifactexistence.damagedestroy",
        &[Assault],
        "harm",
        &[
            ("damager", Actor),
            ("destroyer", Actor),
            ("damagerdestroyer", Actor),
            ("artifact", Patient),
            ("instrument", Means),
            ("place", Place),
        ],
    ),
    row(
        "conflict.demonstrate",
        &[Protest],
        "crowd",
        &[("demonstrator", Actor), ("place", Place)],
    ),
    row(
        "conflict.yield",
        &[Retreat],
        "act",
        &[
            ("yielder", Actor),
            ("surrenderer", Actor),
            ("retreater", Actor),
            ("recipient", Patient),
            ("place", Place),
        ],
    ),
    mutual("contact.discussion", &[Consult]),
    mutual("contact.negotiate", &[Consult]),
    mutual("contact.collaborate", &[Cooperate]),
    mutual("government.agreements", &[Agree, Support]),
    row("contact.commandorder", &[Request], "speak", TALK),
    row("contact.requestadvise", &[Request], "speak", TALK),
    row("contact.threatencoerce", &[Threaten, Coerce], "speak", TALK),
    row(
        "contact.commitmentpromiseexpressintent",
        &[Agree],
        "speak",
        TALK,
    ),
    row(
        "justice.arrestjaildetain",
        &[Coerce],
        "harm",
        &[("jailer", Actor), ("detainee", Patient), ("place", Place)],
    ),
    row("justice.initiatejudicialprocess", &[Accuse], "speak", COURT),
    row(
        "justice.investigate",
        &[Accuse],
        "speak",
        &[
            ("investigator", Actor),
            ("defendant", Patient),
            ("place", Place),
        ],
    ),
    row(
        "justice.judicialconsequences.convict",
        &[Sanction],
        "harm",
        COURT,
    ),
    harm("justice.judicialconsequences.execute", COURT),
    row(
        "movement.transportperson.prevent",
        &[Coerce],
        "impose",
        PREVENT,
    ),
    row(
        "movement.transportartifact.prevent",
        &[Coerce],
        "impose",
        PREVENT,
    ),
    row(
        "transaction.transaction.embargosanction",
        &[Coerce, Sanction],
        "impose",
        PREVENT,
    ),
    row(
        "transaction.transferownership.embargosanction",
        &[Coerce, Sanction],
        "impose",
        PREVENT,
    ),
    row(
        "transaction.transfermoney.embargosanction",
        &[Coerce, Sanction],
        "impose",
        PREVENT,
    ),
    row(
        "transaction.transaction.giftgrantprovideaid",
        &[Aid],
        "transfer",
        GIVE,
    ),
    row(
        "transaction.transferownership.giftgrantprovideaid",
        &[Aid],
        "transfer",
        GIVE,
    ),
    row(
        "transaction.transfermoney.giftgrantprovideaid",
        &[Aid],
        "transfer",
        GIVE,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_lose_their_numbers() {
        assert_eq!(role_name("evt011arg01attacker"), "attacker");
        let attack = RamsType::of("conflict.attack.bombing").unwrap();
        assert_eq!(attack.part("evt007arg03instrument"), Some(Means));
        assert_eq!(attack.part("evt014arg05artifact"), None);
    }

    #[test]
    fn subtypes_without_a_code_are_left_out() {
        assert_eq!(RamsType::of("life.die.nonviolentdeath"), None);
        assert_eq!(RamsType::of("personnel.elect.winelection"), None);
        assert!(RamsType::of("life.die.n/a").is_some());
    }

    #[test]
    fn either_part_answers_either_role_of_a_mutual_event() {
        let talk = RamsType::of("contact.discussion.meet").unwrap();
        assert_eq!(talk.part("evt034arg02participant"), Some(Actor));
        assert_eq!(talk.level(Patient), Actor);
        assert!(!talk.holds(Patient));
    }
}
