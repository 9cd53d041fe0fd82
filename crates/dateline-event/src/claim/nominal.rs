//! Events named by nouns: "a series of *attacks* on posts", "the group's *raid*", "carried out an
//! *ambush*", "came under *fire*".
//!
//! A noun seldom carries its own subject; the verb that supports it does. [`Nominal`] finds that
//! verb and says which side of the event the verb's subject stands on.

use super::clause::{self, Clause, Filler};
use super::phrase::{governed, is, is_transparent, lemma_in, may_act, object_of, perceiving};
use dateline_data::{ClassSet, NounClass};
use dateline_text::phrase::is_reflexive;
use dateline_text::{Pos, Tok};

/// Verbs whose subject does what their object names.
const DOING: &[&str] = &[
    "launch",
    "stage",
    "conduct",
    "mount",
    "commit",
    "run",
    "perpetrate",
    "make",
    "hold",
    "wage",
    "unleash",
    "open",
    "impose",
    "issue",
    "begin",
    "start",
    "lead",
    "organise",
    "organize",
    "execute",
    "deliver",
    "undertake",
    "orchestrate",
    "mastermind",
    "oversee",
    "spearhead",
    "do",
    "carry",
    "perform",
    "initiate",
    "resume",
    "step",
    "escalate",
    "renew",
    "repeat",
    "reaffirm",
    "reiterate",
    "deepen",
    "intensify",
    "pursue",
    "give",
    "offer",
    "provide",
    "send",
    "express",
    "voice",
    "declare",
    "announce",
    "call",
    "file",
    "bring",
    "level",
    "raise",
    "fly",
    "continue",
    "detonate",
    "increase",
    "intensify",
    "host",
    "attend",
    "join",
    "pay",
    "throw",
    "hurl",
    "lodge",
    "implement",
    "enforce",
    "lift",
    "effect",
    "attempt",
    "cause",
    "complete",
    "use",
    "try",
    "make",
    "order",
    "plan",
    "plot",
    "claim",
    "arrange",
    "convene",
    "finish",
    "conclude",
    "end",
    "cease",
    "halt",
    "stop",
    "suspend",
    "exchange",
    "sign",
    "reach",
    "strike",
    "grant",
    "seek",
    "have",
    "take",
    "set",
    "enact",
    "inflict",
    "authorize",
    "authorise",
    "direct",
    "sponsor",
    "fire",
    "rain",
    "enter",
    "pledge",
    "promise",
    "reject",
    "form",
    "become",
    "agree",
];

/// Verbs whose subject does what follows their preposition: "took part *in* the raid".
const DOING_WITH: &[(&str, &str)] = &[
    ("take", "in"),
    ("participate", "in"),
    ("engage", "in"),
    ("involve", "in"),
    ("join", "in"),
    ("go", "on"),
    ("embark", "on"),
    ("respond", "with"),
    ("retaliate", "with"),
    ("carry", "out"),
    ("push", "with"),
    ("take", "to"),
    ("hold", "in"),
    ("meet", "for"),
    ("gather", "for"),
    ("resort", "to"),
    ("press", "with"),
    ("go", "with"),
    ("proceed", "with"),
    ("begin", "with"),
    ("go", "for"),
    ("assist", "in"),
    ("gather", "in"),
    ("implicate", "in"),
    ("break", "in"),
    ("break", "into"),
    ("convict", "of"),
    ("accuse", "of"),
    ("charge", "with"),
    ("admit", "to"),
    ("suspect", "of"),
    ("acquit", "of"),
    ("arrest", "for"),
    ("book", "for"),
    ("detain", "for"),
    ("imprison", "for"),
    ("indict", "for"),
    ("jail", "for"),
    ("prosecute", "for"),
    ("sentence", "for"),
    ("try", "for"),
    ("want", "for"),
];

/// Of those, the verbs whose object only may have done it.
pub const HELD_ON_SUSPICION: &[&str] = &[
    "accuse",
    "acquit",
    "arrest",
    "book",
    "charge",
    "detain",
    "indict",
    "prosecute",
    "suspect",
    "try",
    "want",
];

/// Of those, the verbs by which their object has done it.
const HELD_GUILTY: &[&str] = &["convict", "implicate", "imprison", "jail", "sentence"];

/// Verbs whose object or subject it merely befalls: "the town *suffered* an attack".
const SUFFERING: &[&str] = &[
    "see",
    "witness",
    "experience",
    "suffer",
    "face",
    "survive",
    "escape",
    "repel",
    "crush",
    "rebuff",
    "smash",
    "resist",
    "withstand",
    "sustain",
    "foil",
    "thwart",
    "prevent",
    "receive",
    "undergo",
    "endure",
    "repulse",
    "endorse",
    "fend",
    "avoid",
    "evade",
    "dodge",
    "attract",
    "draw",
];

/// Verbs whose subject is hit by what follows their preposition: "came *under* fire".
const SUFFERING_WITH: &[(&str, &str)] = &[
    ("come", "under"),
    ("be", "under"),
    ("kill", "in"),
    ("wound", "in"),
    ("injure", "in"),
    ("die", "in"),
    ("hit", "in"),
    ("perish", "in"),
    ("hurt", "in"),
    ("target", "in"),
    ("destroy", "in"),
    ("damage", "in"),
    ("put", "under"),
    ("place", "under"),
    ("remain", "under"),
    ("subject", "to"),
];

/// On which side of the event the supporting verb's subject stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// It does it.
    Doer,
    /// It is done to it.
    Sufferer,
}

/// A verb that supports a noun.
#[derive(Clone, Debug)]
pub struct Support<'d> {
    /// Its clause.
    pub clause: Clause<'d>,
    /// Who stands on which side: the clause's subject, unless the noun is that itself.
    pub side: Side,
    /// The filler that stands there.
    pub filler: Option<Filler<'d>>,
}

/// A noun with what surrounds it.
#[derive(Clone, Debug)]
pub struct Nominal<'d> {
    /// The noun.
    pub noun: Tok<'d>,
    /// The outermost measure around it: "*series* of attacks"; else the noun.
    pub carrier: Tok<'d>,
    /// Prepositions of noun, carrier and supporting verb, nearest first.
    pub links: Vec<(Tok<'d>, Option<Tok<'d>>)>,
    /// Possessor.
    pub possessor: Option<Tok<'d>>,
    /// Noun and adjective modifiers, nearest last.
    pub modifiers: Vec<Tok<'d>>,
    /// The verb that supports it.
    pub support: Option<Support<'d>>,
    /// The event noun that this one exemplifies or is coordinated with: "assaults, including an
    /// *attack*".
    pub parent: Option<Tok<'d>>,
}

impl<'d> Nominal<'d> {
    /// The surroundings of a noun.
    pub fn of(noun: Tok<'d>) -> Self {
        let carrier = carrier(noun);
        let support = participle_support(noun).or_else(|| support(carrier));
        let mut found = clause::links(noun);
        if carrier != noun {
            found.extend(
                clause::links(carrier)
                    .into_iter()
                    .filter(|(l, _)| l.lower() != "of"),
            );
        }
        if let Some(s) = &support {
            found.extend(
                s.clause
                    .links
                    .iter()
                    .copied()
                    .filter(|(l, _)| !l.subtree().contains(&noun))
                    // "was repelled *by the guards*": they suffered the attack.
                    .filter(|(l, _)| s.side == Side::Doer || l.lower() != "by"),
            );
        }
        // "a clash ensued *between* two groups"
        if let Some(verb) = occurrence(carrier) {
            found.extend(
                clause::links(verb)
                    .into_iter()
                    .filter(|(l, _)| matches!(l.lower(), "between" | "among")),
            );
        }
        found.retain(|(l, o)| !lies_between(*l, *o));
        // "a *Mother's Day* parade shooting"
        let of_day = |owner: &Tok<'_>| {
            let behind = owner.next().and_then(Tok::next);
            behind.is_some_and(|day| matches!(day.text(), "Day" | "Eve"))
        };
        let possessor = noun
            .child(&["poss"])
            .or_else(|| carrier.child(&["poss"]))
            .filter(|owner| !of_day(owner))
            .map(|owner| whose(owner).unwrap_or(owner));
        Self {
            noun,
            carrier,
            links: found,
            possessor,
            modifiers: described(noun, carrier),
            support,
            parent: parent(carrier),
        }
    }

    /// What the first of these prepositions governs.
    pub fn governed_by(&self, preposition: &str) -> Option<Filler<'d>> {
        self.governed(|link| link.lower() == preposition)
    }

    /// The same of the noun's own prepositions alone.
    pub fn own_governed_by(&self, preposition: &str) -> Option<Filler<'d>> {
        self.governed(|link| link.lower() == preposition && self.own(link))
    }

    fn governed(&self, fits: impl Fn(Tok<'d>) -> bool) -> Option<Filler<'d>> {
        self.links
            .iter()
            .filter(|(link, _)| fits(*link))
            .find_map(|(link, object)| {
                Some(Filler {
                    tok: (*object)?,
                    how: "after",
                    at: *link,
                })
            })
    }

    /// Whether the noun itself (not its verb) has this preposition.
    pub fn own(&self, link: Tok<'d>) -> bool {
        link.head() == Some(self.noun) || link.head() == Some(self.carrier)
    }
}

/// "at a crossing *between* Bor and Ede": where something lies, and not who fought.
fn lies_between(link: Tok<'_>, object: Option<Tok<'_>>) -> bool {
    let land = ClassSet::of(&[NounClass::Place, NounClass::Facility]);
    let beside = link
        .prev()
        .is_some_and(|p| is(p, land) || lemma_in(p, &["border", "frontier", "line"]));
    let sides = ClassSet::HUMAN.union(ClassSet::of(&[NounClass::Organisation]));
    link.lower() == "between"
        && beside
        && object.is_some_and(|o| o.pos() == Pos::Propn || !is(o, sides))
}

/// "the student *whose* arrest drew protests": the noun that the clause is about.
fn whose(owner: Tok<'_>) -> Option<Tok<'_>> {
    let clause = owner.ancestors().take(4).find(|t| t.dep() == "relcl");
    clause.filter(|_| owner.tag() == "WP$")?.head()
}

/// The verb that says of its subject that it took place.
fn occurrence(noun: Tok<'_>) -> Option<Tok<'_>> {
    let took_place = noun.head().filter(|v| {
        noun.dep() == "nsubj"
            && lemma_in(
                *v,
                &[
                    "ensue", "erupt", "break", "occur", "happen", "take", "flare", "begin",
                    "start", "rage", "continue", "resume",
                ],
            )
    });
    took_place.or_else(|| perceiving(noun))
}

/// Modifiers of the noun, and those of the happening that it names: "*police* firing incidents".
fn described<'d>(noun: Tok<'d>, carrier: Tok<'d>) -> Vec<Tok<'d>> {
    let mut found = Vec::new();
    if is_happening_of(noun) {
        found.extend(modifiers(carrier).into_iter().filter(|m| *m != noun));
    }
    found.extend(noun.head().filter(|_| is_done_by_head(noun)));
    found.extend(modifiers(noun));
    found
}

fn modifiers(noun: Tok<'_>) -> Vec<Tok<'_>> {
    noun.children()
        .filter(|c| c.i < noun.i && c.dep_in(&["compound", "amod", "nmod", "npadvmod", "nummod"]))
        .collect()
}

/// "a *shooting* incident", "police *firing* incidents": the noun behind only says that it
/// happened.
pub fn is_happening_of(noun: Tok<'_>) -> bool {
    const HAPPENINGS: &[&str] = &[
        "incident",
        "outrage",
        "spree",
        "episode",
        "wave",
        "rampage",
        "incidents",
        "outbreak",
        "session",
        "event",
        "act",
    ];
    noun.dep_in(&["compound", "nmod", "amod"])
        && matches!(noun.pos(), Pos::Noun | Pos::Propn)
        && noun
            .head()
            .is_some_and(|h| HAPPENINGS.contains(&h.lemma()) || HAPPENINGS.contains(&h.lower()))
}

/// "in police *firing*", "army *shelling*": a compound that the parser takes for a noun with a
/// participle.
pub fn is_done_by_head(gerund: Tok<'_>) -> bool {
    gerund.tag() == "VBG"
        && gerund.dep() == "acl"
        && gerund.child(&["dobj", "aux", "nsubj"]).is_none()
        && gerund
            .prev()
            .zip(gerund.head())
            .is_some_and(|(before, head)| {
                before == head
                    && head.child(&["det"]).is_none()
                    && is(head, ClassSet::of(&[NounClass::Police, NounClass::Armed]))
            })
}

/// Climbs from a noun over the measures around it.
fn carrier(noun: Tok<'_>) -> Tok<'_> {
    let mut at = noun;
    if let Some(doer) = noun.head().filter(|_| is_done_by_head(noun)) {
        at = doer;
    }
    if let Some(happening) = noun.head().filter(|_| is_happening_of(noun)) {
        at = happening;
    }
    for _ in 0..3 {
        let Some(of) = at
            .head()
            .filter(|h| at.dep_in(&["pobj", "pcomp"]) && h.lower() == "of")
        else {
            break;
        };
        match of
            .head()
            .filter(|h| is_transparent(*h) && h.pos() != Pos::Verb)
        {
            Some(measure) => at = measure,
            None => break,
        }
    }
    at
}

/// The noun that a coordinated noun follows, or that "including" exemplifies.
fn parent(noun: Tok<'_>) -> Option<Tok<'_>> {
    let head = noun.head()?;
    match noun.dep() {
        "conj" if matches!(head.pos(), Pos::Noun | Pos::Propn) => Some(head),
        "pobj" if matches!(head.lower(), "including" | "like") => {
            let above = head.head()?;
            match above.pos() {
                Pos::Noun | Pos::Propn => Some(above),
                _ => nearest_object_before(above, noun),
            }
        }
        "appos" => Some(head),
        _ => None,
    }
}

/// "launched assaults in recent days, including a raid": the parser hangs *including* on the verb.
fn nearest_object_before<'d>(verb: Tok<'d>, noun: Tok<'d>) -> Option<Tok<'d>> {
    verb.child(&["dobj", "nsubjpass"]).filter(|o| o.i < noun.i)
}

fn support(carrier: Tok<'_>) -> Option<Support<'_>> {
    support_within(carrier, 0)
}

fn support_within(noun: Tok<'_>, depth: usize) -> Option<Support<'_>> {
    if depth > 4 {
        return None;
    }
    if let Some(found) = participle_support(noun) {
        return Some(found);
    }
    let head = noun.head()?;
    match noun.dep() {
        "dobj" | "nsubjpass" => carried_by(head),
        "pobj" if head.lower() == "with" && lemma_in(noun, HURTS) => borne_with(head),
        "pobj" | "pcomp" => after_preposition(head),
        "conj" if matches!(head.pos(), Pos::Noun | Pos::Propn) => support_within(head, depth + 1),
        _ => None,
    }
}

/// Nouns of violence that nobody calls into being.
const VIOLENCE: &[&str] = &[
    "attack",
    "assault",
    "bombing",
    "crackdown",
    "execution",
    "genocide",
    "invasion",
    "killing",
    "massacre",
    "murder",
    "raid",
    "shooting",
    "violence",
    "war",
];

/// Violence that is ended by others than its doers, unless it is called theirs.
const ENDED_FOR_OTHERS: &[&str] = &[
    "bloodshed",
    "killing",
    "lynching",
    "massacre",
    "murder",
    "rape",
    "slaughter",
    "torture",
    "violence",
];

/// What those have who were hit.
const LOSSES: &[&str] = &["casualty", "death", "fatality", "injury", "loss"];

/// "could *not stop* the lynching", "a coup that they did *not stop*": who could not stop it did not begin it.
fn is_left_unstopped(verb: Tok<'_>) -> bool {
    let unstopped = verb.child(&["neg"]).is_some()
        || verb.dep() == "xcomp" && verb.head().is_some_and(|v| lemma_in(v, &["fail"]));
    unstopped && lemma_in(verb, &["stop", "halt", "end", "prevent"])
}

/// The verb whose object (or passive subject) the noun is, if it is one that carries events.
fn carried_by(verb: Tok<'_>) -> Option<Support<'_>> {
    // "The court *struck down* an agreement"
    let struck_down = |p: Tok<'_>| lemma_in(verb, &["strike"]) && p.lower() == "down";
    if verb.child(&["prt"]).is_some_and(struck_down) {
        return None;
    }
    // "called the blast an attack" says what it was, not who did it.
    if verb.child(&["oprd"]).is_some() {
        return None;
    }
    let object = verb.child(&["dobj"]);
    // "called *Ruvia's* expulsion of two envoys a hostile act"
    let of_another = object
        .and_then(|o| o.child(&["poss"]))
        .is_some_and(|owner| owner.pos() != Pos::Pron);
    if of_another && lemma_in(verb, &["call"]) {
        return None;
    }
    // "ordered the strike *to be shortened*": who orders what becomes of it does not do it.
    let dealt_with = verb.children().any(|c| {
        c.dep_in(&["xcomp", "ccomp"]) && c.child(&["auxpass"]).is_some() && object.is_some()
    });
    if dealt_with && lemma_in(verb, &["order", "direct", "authorise", "authorize", "call"]) {
        return None;
    }
    // "Officers *attended* a disturbance": they came to end it.
    let unrest =
        object.is_some_and(|o| lemma_in(o, &["disorder", "disturbance", "riot", "unrest"]));
    if unrest && lemma_in(verb, &["attend"]) {
        return None;
    }
    if is_left_unstopped(verb) {
        return None;
    }
    // "is *fighting* a guerrilla war"; who fights an invasion suffers it.
    let wages = lemma_in(verb, &["fight", "win", "lose"])
        && object.is_some_and(|o| lemma_in(o, &["war", "battle", "campaign", "insurgency"]));
    // "*Analysts* saw the strike as a reply"
    let watches = lemma_in(verb, &["see", "witness"])
        && Clause::of(verb)
            .subject
            .is_some_and(|s| s.tok.pos() == Pos::Pron || is(s.tok, ClassSet::HUMAN));
    // "The rescue *won* praise": it is given.
    const ACCLAIM: &[&str] = &[
        "acclaim",
        "admiration",
        "applause",
        "ovation",
        "plaudits",
        "praise",
    ];
    let acclaimed = lemma_in(verb, &["earn", "garner", "get", "win"])
        && object.is_some_and(|o| lemma_in(o, ACCLAIM));
    if acclaimed || is_backed(verb) {
        let clause = Clause::of(verb);
        return Some(Support {
            filler: clause.subject,
            clause,
            side: Side::Sufferer,
        });
    }
    let side = match wages {
        true => Side::Doer,
        false => side_of(verb).filter(|_| !watches)?,
    };
    // "had 4,000 casualties": theirs, and not others'.
    let theirs = object.is_some_and(|o| lemma_in(o, LOSSES));
    // "took *delivery* of six jets": they were given them.
    let received = object.is_some_and(|o| lemma_in(o, &["delivery"])) && lemma_in(verb, &["take"]);
    let side = match received || theirs && lemma_in(verb, &["have", "take"]) {
        true => Side::Sufferer,
        false => side,
    };
    // "announced the man's *killing*": who tells of it need not have done it.
    let death =
        object.is_some_and(|o| lemma_in(o, &["killing", "death", "murder", "assassination"]));
    let claimed =
        theirs && lemma_in(verb, &["claim", "announce"]) || death && lemma_in(verb, &["announce"]);
    let clause = Clause::of(verb);
    // "called the massacre, in which hundreds died, a riot": violence is not called as strikes are.
    let named = object.is_some_and(|o| lemma_in(o, VIOLENCE));
    if named && lemma_in(verb, &["call"]) {
        return None;
    }
    // "*stopped* the killings": who ends other people's violence; who halts "its raids" ends its own.
    let others = lemma_in(verb, &["stop", "halt", "end"])
        && object.is_some_and(|o| lemma_in(o, ENDED_FOR_OTHERS) && o.child(&["poss"]).is_none());
    // "foiled an attack": nobody says on whom.
    let forestalled = lemma_in(verb, &["foil", "thwart", "prevent", "avoid"]);
    let filler = clause
        .subject
        .filter(|_| !forestalled && !claimed && !others);
    Some(Support {
        clause,
        side,
        filler,
    })
}

/// "*has the backing* of the unions", "won the endorsement of two mayors": who has it is backed.
pub fn is_backed(verb: Tok<'_>) -> bool {
    const HAVING: &[&str] = &[
        "collect", "command", "draw", "earn", "enjoy", "gain", "garner", "get", "have", "land",
        "lock", "pick", "rack", "receive", "secure", "win",
    ];
    // "has 31 *endorsements*": nobody has his own.
    let endorsed = |o: Tok<'_>| o.lemma() == "endorsement" && o.child(&["poss"]).is_none();
    let from_somebody = |o: Tok<'_>| {
        lemma_in(o, &["backing", "blessing", "endorsement", "support"])
            && ["of", "from"]
                .iter()
                .any(|p| object_of(o, p).is_some_and(may_act))
    };
    lemma_in(verb, HAVING)
        && verb
            .child(&["dobj"])
            .is_some_and(|o| endorsed(o) || from_somebody(o))
}

fn side_of(verb: Tok<'_>) -> Option<Side> {
    if lemma_in(verb, DOING) {
        Some(Side::Doer)
    } else if lemma_in(verb, SUFFERING) {
        Some(Side::Sufferer)
    } else {
        None
    }
}

/// Whether a verb holds somebody to what its preposition names: "charged him with arson".
pub fn holds_to_it(verb: Tok<'_>) -> bool {
    lemma_in(verb, HELD_ON_SUSPICION) || lemma_in(verb, HELD_GUILTY)
}

/// The verb that holds somebody to a crime that a noun names: "*convicted* of kidnapping", "*indicted* on charges of rape".
pub fn holds_to(crime: Tok<'_>) -> Option<Tok<'_>> {
    let carrier = carrier(crime).first_conjunct();
    let preposition = carrier
        .head()
        .filter(|p| carrier.dep() == "pobj" && matches!(p.lower(), "of" | "with" | "for"))?;
    let verb = charged_by(preposition).or_else(|| preposition.head())?;
    holds_to_it(verb).then_some(verb)
}

/// "*indicted* on charges of rape", "*arrested* on suspicion of arson": the verb behind the charge.
fn charged_by(preposition: Tok<'_>) -> Option<Tok<'_>> {
    let charge = preposition
        .head()
        .filter(|c| preposition.lower() == "of" && lemma_in(*c, &["charge", "suspicion"]))?;
    let on = charge
        .head()
        .filter(|on| charge.dep() == "pobj" && matches!(on.lower(), "on" | "with"))?;
    on.head().filter(|verb| holds_to_it(*verb))
}

fn after_preposition(preposition: Tok<'_>) -> Option<Support<'_>> {
    if let Some(verb) = charged_by(preposition) {
        let clause = Clause::of(verb);
        let filler = clause.object;
        return Some(Support {
            clause,
            side: Side::Doer,
            filler,
        });
    }
    // "take part in", "carry on with": the preposition may hang on a noun or particle of the verb.
    let mut verb = preposition.head()?;
    // "was found *guilty of* the murder", "was *responsible for* it"
    let judged = verb.pos() == Pos::Adj
        && matches!(
            (verb.lemma(), preposition.lower()),
            ("guilty", "of" | "to") | ("responsible", "for")
        );
    if judged || matches!(verb.pos(), Pos::Noun | Pos::Adv | Pos::Adp | Pos::Part) {
        verb = verb.head()?;
    }
    if !matches!(verb.pos(), Pos::Verb | Pos::Aux) {
        return None;
    }
    // "Two boys *were involved in* the shooting": as whom, nobody says; suspects and gunmen did it.
    let unclear = lemma_in(verb, &["involve"])
        && preposition
            .child(&["pobj"])
            .is_some_and(|o| lemma_in(o, &["shooting", "stabbing", "crash", "incident", "brawl"]));
    if unclear
        && !Clause::of(verb).object.is_some_and(|o| {
            is(o.tok, ClassSet::of(&[NounClass::Armed, NounClass::Police]))
                || o.tok.lemma() == "suspect"
        })
    {
        return None;
    }
    // "gathered *evidence* in the slaying"
    if lemma_in(verb, &["gather"]) && verb.child(&["dobj"]).is_some() {
        return None;
    }
    let listed = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .any(|(v, p)| *p == preposition.lower() && lemma_in(verb, &[v]))
    };
    // "went *ahead* with a swap", not "went on a trip with an escort"
    let onward = |c: Tok<'_>| matches!(c.lower(), "ahead" | "forward" | "through");
    let goes_with = lemma_in(verb, &["go"]) && preposition.lower() == "with";
    if goes_with && !verb.children().any(onward) {
        return None;
    }
    let side = if judged || listed(DOING_WITH) {
        Side::Doer
    } else if listed(SUFFERING_WITH) {
        Side::Sufferer
    } else {
        return None;
    };
    let clause = Clause::of(verb);
    // "accused bandits of looting": whoever is held to have done it is the object.
    let holds_to_it = holds_to_it(verb);
    // "killed two men in a raid": whoever was killed suffered it.
    let done_to = matches!(side, Side::Sufferer)
        && lemma_in(verb, &["kill", "wound", "injure", "hurt", "shoot"]);
    // "found *him* guilty of it", "holds *them* responsible"
    let holds_to_it =
        holds_to_it || judged && lemma_in(verb, &["find", "hold", "consider", "believe"]);
    // "placed *a banker* under investigation"
    let put =
        side == Side::Sufferer && lemma_in(verb, &["put", "place", "keep", "hold", "subject"]);
    let filler = if clause.passive || holds_to_it || done_to || put && clause.object.is_some() {
        clause.object
    } else {
        clause.subject
    };
    Some(Support {
        clause,
        side,
        filler,
    })
}

/// What is done to whoever has it.
const HURTS: &[&str] = &["wound", "injury", "burn", "fracture", "laceration"];

/// "found a man *with* a wound", "drove themselves to a hospital *with* injuries", "was rushed there *with* burns": whose
/// wounds they are.
fn borne_with(preposition: Tok<'_>) -> Option<Support<'_>> {
    let mut verb = preposition.head()?;
    let mut bearer = None;
    for _ in 0..4 {
        if matches!(verb.pos(), Pos::Verb | Pos::Aux) {
            break;
        }
        // "the bodies of *nine people* with wounds"
        let whose = object_of(verb, "of").filter(|_| is_body(verb));
        if let Some(whose) = whose.filter(|w| is(*w, ClassSet::HUMAN)) {
            bearer = bearer.or(Some(whose));
        }
        if is(verb, ClassSet::HUMAN) || verb.name_label() == "PERSON" {
            bearer = bearer.or(Some(verb));
        }
        verb = verb.head()?;
    }
    if verb.pos() != Pos::Verb {
        return None;
    }
    let clause = Clause::of(verb);
    let somebody = |f: &Filler<'_>| {
        is(f.tok, ClassSet::HUMAN) || f.tok.name_label() == "PERSON" || f.tok.pos() == Pos::Pron
    };
    let taken = clause
        .object
        .filter(|o| !is_reflexive(o.tok) && somebody(o));
    let filler = match bearer {
        Some(tok) => Some(Filler {
            tok,
            how: "after",
            at: preposition,
        }),
        // "found *a farmer*'s body with a wound"
        None => taken.or_else(|| body_of(clause.object?)).or_else(|| {
            let own = !clause.passive && clause.object.is_none_or(|o| is_reflexive(o.tok));
            clause.subject.filter(|_| own)
        }),
    };
    Some(Support {
        clause,
        side: Side::Sufferer,
        filler,
    })
}

/// Whose dead body an object names: "the bodies of *two women*", "*a farmer*'s body".
fn body_of(object: Filler<'_>) -> Option<Filler<'_>> {
    let body = object.tok;
    if !is_body(body) {
        return None;
    }
    let whose = object_of(body, "of").or_else(|| body.child(&["poss"]))?;
    is(whose, ClassSet::HUMAN).then_some(Filler {
        tok: whose,
        ..object
    })
}

fn is_body(noun: Tok<'_>) -> bool {
    lemma_in(noun, &["body", "corpse", "remains"])
}

/// "strikes carried out by cells", "an attack that rebels launched".
fn participle_support(noun: Tok<'_>) -> Option<Support<'_>> {
    let verb = noun
        .children()
        // "claims *that he took bribes*": what is claimed, and not who claims it.
        .find(|c| {
            c.dep_in(&["acl", "relcl"]) && side_of(*c).is_some() && c.child(&["mark"]).is_none()
        })?;
    // "the raid, which Hamas *called* a massacre": who calls it something has not done it.
    let names_it = lemma_in(verb, &["brand", "call", "describe", "label", "term"])
        && verb.children().any(|c| {
            c.i > verb.i && c.dep_in(&["oprd", "acomp", "attr", "ccomp", "dobj", "xcomp"])
                // "which he called *cowardly*"
                || c.i == verb.i + 1 && c.lower().ends_with("ly")
        });
    if is_left_unstopped(verb) || names_it {
        return None;
    }
    let side = side_of(verb)?;
    let clause = Clause::of(verb);
    let filler = clause.subject.filter(|s| s.tok != noun)?;
    Some(Support {
        clause,
        side,
        filler: Some(filler),
    })
}

/// The verb of which a noun is the governed word, for "in"-phrases: "killed in an *attack*".
pub fn adjunct_of(noun: Tok<'_>) -> Option<(Tok<'_>, Tok<'_>)> {
    let carrier = carrier(noun).first_conjunct();
    let preposition = carrier
        .head()
        .filter(|_| carrier.dep_in(&["pobj", "pcomp"]))?;
    let verb = preposition.head()?;
    governed(preposition)?;
    (verb.pos() == Pos::Verb).then_some((verb, preposition))
}
