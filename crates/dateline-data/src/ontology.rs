//! PLOVER's event types and modes with the CAMEO code beside each.
//!
//! Source: the PLOVER 2.0 manual (HEAD of 2024-02, CC BY-SA 4.0) and the correspondence of CAMEO
//! codes published with it; facts only, the wording here is ours.

use std::fmt;

/// PLOVER's four classes of events.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum QuadClass {
    /// Words that help.
    VerbalCooperation = 1,
    /// Deeds that help.
    MaterialCooperation = 2,
    /// Words that harm.
    VerbalConflict = 3,
    /// Deeds that harm.
    MaterialConflict = 4,
}

macro_rules! event_types {
    ($($variant:ident $name:literal $quad:ident $cameo:literal $gloss:literal
        [$($mode:literal $mode_cameo:literal),*];)*) => {
        /// One of PLOVER's sixteen event types.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum EventType {
            $(#[doc = $gloss] $variant,)*
        }

        impl EventType {
            /// All sixteen, from cooperation to conflict.
            pub const ALL: [EventType; 16] = [$(EventType::$variant),*];

            /// PLOVER's name, in capitals.
            pub fn name(self) -> &'static str {
                match self { $(EventType::$variant => $name,)* }
            }

            /// What the type covers, in a few words.
            pub fn gloss(self) -> &'static str {
                match self { $(EventType::$variant => $gloss,)* }
            }

            /// The class it belongs to.
            pub fn quad(self) -> QuadClass {
                match self { $(EventType::$variant => QuadClass::$quad,)* }
            }

            /// The modes PLOVER defines for it, each with its CAMEO code.
            fn mode_table(self) -> &'static [(&'static str, &'static str)] {
                match self { $(EventType::$variant => &[$(($mode, $mode_cameo)),*],)* }
            }

            fn root_cameo(self) -> &'static str {
                match self { $(EventType::$variant => $cameo,)* }
            }
        }
    };
}

event_types! {
    Agree "AGREE" VerbalCooperation "03" "Promise or express the will to cooperate." [];
    Consult "CONSULT" VerbalCooperation "04" "Meet, visit, talk, phone." [
        "visit" "042", "third-party" "044", "multilateral" "040", "phone" "041"];
    Support "SUPPORT" VerbalCooperation "05" "Support in words or diplomacy, sign, recognise." [];
    Concede "CONCEDE" VerbalCooperation "080" "Yield in words: pardon, apologise, lift, announce a truce." [];
    Cooperate "COOPERATE" MaterialCooperation "06" "Exchange materially: trade, joint drills, extradition." [];
    Aid "AID" MaterialCooperation "07" "Give material help that benefits the recipient." [];
    Retreat "RETREAT" MaterialCooperation "084" "Yield in deeds: release, disarm, withdraw, resign." [
        "withdraw" "0874", "release" "0841", "disarm" "0873", "ceasefire" "0871", "access" "086",
        "resign" "0831"];
    Request "REQUEST" VerbalConflict "10" "Ask, demand, order." [
        "assist" "103", "change" "104", "yield" "105", "meet" "106"];
    Accuse "ACCUSE" VerbalConflict "11" "Criticise, accuse, sue, investigate." [
        "disapprove" "111", "investigate" "09", "allege" "112"];
    Reject "REJECT" VerbalConflict "12" "Refuse, veto, decline." [
        "assist" "122", "change" "123", "yield" "124", "meet" "125"];
    Threaten "THREATEN" VerbalConflict "13" "Threaten in words." [
        "restrict" "132", "arrest" "132", "relations" "1313", "expel" "136", "territory" "1382",
        "violence" "138"];
    Protest "PROTEST" MaterialConflict "14" "Civilians act together in the street." [
        "demo" "141", "riot" "145", "strike" "143", "hunger" "142", "boycott" "143",
        "obstruct" "144", "vandalize" "145"];
    Sanction "SANCTION" MaterialConflict "16" "Cut existing relations; convict; expel." [
        "convict" "116", "expel" "166", "withdraw" "161", "discontinue" "162"];
    Mobilize "MOBILIZE" MaterialConflict "15" "Move forces, short of using them." [
        "troops" "154", "weapons" "150", "police" "153", "militia" "154"];
    Coerce "COERCE" MaterialConflict "17" "Repress or restrict, short of violence." [
        "seize" "171", "restrict" "172", "censor" "1721", "curfew" "1723", "martial-law" "1724",
        "arrest" "173", "deport" "174", "withhold" "170", "misinformation" "170", "cyber" "176"];
    Assault "ASSAULT" MaterialConflict "18" "Act so as to cause serious physical harm." [
        "abduct" "181", "beat" "182", "torture" "1822", "sexual" "1821", "targeted" "186",
        "destroy" "1712", "primitive" "182", "firearms" "193", "explosives" "183",
        "suicide-attack" "1831", "aerial" "195", "drone" "195", "heavy-weapons" "194",
        "crowd-control" "175", "unconventional" "204"];
}

impl EventType {
    /// From PLOVER's name.
    pub fn parse(name: &str) -> Option<EventType> {
        EventType::ALL.into_iter().find(|t| t.name() == name)
    }

    /// The modes PLOVER defines for it.
    pub fn modes(self) -> impl Iterator<Item = Mode> {
        self.mode_table()
            .iter()
            .map(move |(name, _)| Mode { of: self, name })
    }

    /// The mode of this name, if PLOVER defines it for this type.
    pub fn mode(self, name: &str) -> Option<Mode> {
        self.modes().find(|m| m.name == name)
    }

    /// The CAMEO code of the type, or of one of its modes.
    pub fn cameo(self, mode: Option<Mode>) -> &'static str {
        mode.and_then(|m| self.mode_table().iter().find(|(name, _)| *name == m.name))
            .map_or(self.root_cameo(), |(_, code)| code)
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A mode of an event type; exists only as one that PLOVER defines.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Mode {
    of: EventType,
    name: &'static str,
}

impl Mode {
    /// PLOVER's name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The type it refines.
    pub fn of(self) -> EventType {
        self.of
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_is_found_by_its_name() {
        let mut count = 0;
        for kind in EventType::ALL {
            assert_eq!(EventType::parse(kind.name()), Some(kind));
            for mode in kind.modes() {
                assert_eq!(kind.mode(mode.name()), Some(mode));
                assert!(kind.cameo(Some(mode)).len() >= 2);
                count += 1;
            }
        }
        assert_eq!(count, 67);
    }

    #[test]
    fn a_mode_of_another_type_is_refused() {
        assert_eq!(EventType::Consult.mode("firearms"), None);
    }
}
