//! Evidence for the role of a line: each cue adds points to one role and says why.
//!
//! A line is prose until shown otherwise. A role must reach [`THRESHOLD`] and outweigh what speaks
//! for prose, so that a line nobody can place is kept.

/// What a line can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Prose,
    Furniture,
    Related,
    Promotion,
    Byline,
    Stamp,
    Caption,
}

/// Points that a role needs before a line is taken for anything but prose.
pub(crate) const THRESHOLD: i32 = 20;

/// All evidence about one line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    items: Vec<(Role, i32, &'static str)>,
}

impl Evidence {
    /// Adds `points` (negative ones speak against) to a role.
    pub fn add(&mut self, role: Role, points: i32, why: &'static str) {
        self.items.push((role, points, why));
    }

    /// Adds points if a cue is there.
    pub fn add_if(&mut self, cue: bool, role: Role, points: i32, why: &'static str) {
        if cue {
            self.add(role, points, why);
        }
    }

    /// Sum of a role's points.
    pub fn points(&self, role: Role) -> i32 {
        let of_role = self.items.iter().filter(|(of, ..)| *of == role);
        of_role.map(|(_, points, _)| points).sum()
    }

    /// The role with most points that beats prose; earlier roles of the list win ties.
    pub fn verdict(&self) -> Role {
        const RIVALS: [Role; 6] = [
            Role::Stamp,
            Role::Byline,
            Role::Caption,
            Role::Related,
            Role::Promotion,
            Role::Furniture,
        ];
        let prose = self.points(Role::Prose);
        let mut best = (Role::Prose, prose.max(THRESHOLD - 1));
        for role in RIVALS {
            let points = self.points(role);
            if points > best.1 {
                best = (role, points);
            }
        }
        best.0
    }

    /// The cues that speak for a role, for the discard's reader.
    pub fn why(&self, role: Role) -> String {
        let cues: Vec<&str> = self
            .items
            .iter()
            .filter(|(of, points, _)| *of == role && *points > 0)
            .map(|(.., why)| *why)
            .collect();
        cues.join("; ")
    }
}
