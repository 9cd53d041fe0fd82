//! Claims: a source says that an event happened, did not, or may.

use super::Words;
use serde::{Deserialize, Serialize, Serializer};

/// A source says that an event happened, did not, or may.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimRecord {
    /// Article id, a full stop, and 8 hexadecimal digits made from trigger and event: reading the
    /// article again gives the same.
    pub id: String,
    /// Id of its article.
    pub article: String,
    /// PLOVER type, `ASSAULT`.
    pub event_type: String,
    /// PLOVER mode, `firearms`.
    pub event_mode: Option<String>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_code: u8,
    /// CAMEO code of type and mode; text, for the leading zero.
    pub cameo: String,
    /// The codebook entry that fired.
    pub codebook_entry: String,
    /// The word that names the event.
    pub trigger: Words,
    /// Words elsewhere in the article that take the happening up again ("the attack").
    #[serde(default)]
    pub mentions: Vec<MentionRecord>,
    /// The clause or sentence to read it in.
    pub evidence: Words,
    /// Participants, in the order actor, recipient, victim, means.
    pub arguments: Vec<ArgumentRecord>,
    /// Where it happened; absent is unknown.
    pub place: Option<PlaceRecord>,
    /// When it happened; absent is unknown.
    pub time: Option<TimeRecord>,
    /// How many of what.
    pub quantities: Vec<QuantityRecord>,
    /// The voices it came through, outermost first; the first is the article's own.
    pub sources: Vec<SourceRecord>,
    /// FactBank: `+` it happened, `-` it did not, `u` the source does not commit itself.
    pub polarity: String,
    /// FactBank: `certain`, `probable`, `possible`, `unknown`.
    pub certainty: String,
    /// `past`, `ongoing`, `future`, `habitual`, `hypothetical`.
    pub tense: String,
    /// Which other claims of the article it answers.
    #[serde(default)]
    pub answers: Vec<AnswerRecord>,
    /// What sources expressly leave out about it.
    #[serde(default)]
    pub withheld: Vec<WithheldRecord>,
    /// Sentences without an event of their own that put one of its numbers right.
    #[serde(default)]
    pub corrections: Vec<CorrectionRecord>,
    /// PLOVER's contexts, `terrorism`, in PLOVER's order.
    #[serde(default)]
    pub contexts: Vec<String>,
    /// How sure the reading is that the trigger tells this event, from 0 to 1; absent in ledgers
    /// written before version 6.
    pub confidence: Option<f64>,
    /// The trail of each decision.
    pub why: Vec<WhyRecord>,
}

impl ClaimRecord {
    /// The part of the id that tells the claim within its article.
    pub fn handle(&self) -> &str {
        self.id
            .rsplit_once('.')
            .map_or(&self.id, |(_, handle)| handle)
    }

    /// The participants that play `role`.
    pub fn with_role<'c>(&'c self, role: &'c str) -> impl Iterator<Item = &'c ArgumentRecord> {
        self.arguments
            .iter()
            .filter(move |argument| argument.role == role)
    }

    /// The voice nearest to the event.
    pub fn innermost(&self) -> Option<&SourceRecord> {
        self.sources.last()
    }
}

/// A word elsewhere in the article that takes a claim's happening up again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// The word.
    #[serde(flatten)]
    pub words: Words,
    /// Why it is taken to be about this claim.
    pub reason: String,
}

/// A participant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArgumentRecord {
    /// `actor`, `recipient`, `victim`, `means`.
    pub role: String,
    /// Its words.
    #[serde(flatten)]
    pub words: Words,
    /// The fullest naming elsewhere in the article, where the words alone do not say who it is.
    pub resolved: Option<Words>,
    /// Whether the text doubts that it was this participant ("suspected", "alleged").
    pub hedged: bool,
    /// Who it was on the day; absent where neither table nor words tell.
    #[serde(default)]
    pub identity: Option<ActorRecord>,
}

/// Who a participant or source was on the day of the event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorRecord {
    /// `person`, `organisation`, `state`, `description`.
    pub kind: String,
    /// Its fullest name in the tables.
    pub name: Option<String>,
    /// ISO 3166-1 alpha-3 or CAMEO's code of what is no state.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// The office held on the day.
    pub office: Option<String>,
    /// The highest office that was over by then.
    pub former_office: Option<String>,
    /// How sure, 0 to 100.
    pub score: u8,
    /// How it was found.
    pub reason: String,
    /// Whom else the words may mean.
    pub rivals: Vec<RivalRecord>,
}

/// Whom else the words of an actor may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RivalRecord {
    /// Name.
    pub name: String,
    /// State or domain.
    pub country: String,
    /// PLOVER sector.
    pub sector: String,
    /// Office, if any.
    pub office: Option<String>,
}

/// A place as coarse as the text gives it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// Its name.
    #[serde(flatten)]
    pub words: Words,
    /// Larger places that the text puts it in, nearest first.
    pub within: Vec<Words>,
    /// Where it is on the map; absent where the gazetteer knows neither it nor what contains it.
    pub location: Option<LocationRecord>,
}

/// A place of the gazetteer, chosen for the words of the text. The point shows the place; how much
/// it says of where the event was, the precisions say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LocationRecord {
    /// Its usual name.
    pub name: String,
    /// GeoNames id; absent for regions and features that are Dateline's own.
    pub geonames: Option<u32>,
    /// `continent`, `region`, `country`, `admin1`, `admin2`, `admin3`, `capital`, `settlement`,
    /// `sea`, `lake`, `river`, `mountains`, `desert`, `island`, `spot`.
    pub kind: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// ISO 3166-1 alpha-2; absent for what lies in no single country.
    pub country: Option<String>,
    /// First-level division.
    pub admin1: Option<String>,
    /// Second-level division.
    pub admin2: Option<String>,
    /// UCDP's where_prec: 1 exact, 2 near a point, 3 second-level division, 4 first-level division,
    /// 5 feature or region, 6 country, 7 waters.
    pub where_prec: u8,
    /// ACLED's geo_precision: 1 town, 2 around a town or small division, 3 larger.
    pub geo_precision: u8,
    /// Whether the words' own name is not in the gazetteer and a larger place stands for it.
    pub stands_for: bool,
    /// Of all candidates' weight, the share that fell to it: 0 to 1.
    pub score: f64,
    /// Why it and no other of the name.
    pub reason: String,
    /// The town that it is a part of; absent where it is a town itself or something larger.
    pub town: Option<TownRecord>,
    /// The next best, at most three.
    pub rivals: Vec<RivalPlaceRecord>,
}

/// The town of a quarter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TownRecord {
    /// Its usual name.
    pub name: String,
    /// GeoNames id; absent for what is Dateline's own.
    pub geonames: Option<u32>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// What says so: `text` (it puts the one in the other), `quarter` (the text calls it a quarter, and the
    /// article is about the town), `map` (it lies within the town, and the article names both),
    /// `police` (no town of the name is near, and the police are this town's).
    pub by: String,
}

/// A place of the gazetteer that the words may mean too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RivalPlaceRecord {
    /// Name, division and country.
    pub name: String,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// Its share of the weight: 0 to 1.
    pub score: f64,
}

/// An expression of time and the calendar values it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRecord {
    /// Its words.
    #[serde(flatten)]
    pub words: Words,
    /// TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub kind: String,
    /// TIMEX3 value from the text alone; what is unknown is `X`. A stretch that the text tells by both its
    /// ends has both, as in ISO 8601: `XXXX-04/XXXX-06`.
    pub value: String,
    /// TIMEX3 value completed by the publication date, in a narrative by the dates told before;
    /// absent where no date decides it.
    pub value_anchored: Option<String>,
    /// TIMEX3 modifier: `START`, `MID`, `END`, `BEFORE`, `AFTER`, `APPROX`.
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// First day it may be, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Last day it may be, `YYYY-MM-DD`.
    pub last: Option<String>,
    /// How fine the text is: `part-of-day`, `day`, `about-day` (a day or one beside
    /// it), `weekend`, `week`, `month`, `quarter`, `season`,
    /// `half-year`, `year`, `decade`, `century`, `vague`.
    pub precision: Option<String>,
    /// How the value was reached.
    pub reason: String,
    /// The calendar that the text names, where it is not the Gregorian: `hijri`, `solar-hijri`, `hebrew`,
    /// `buddhist`, `julian`, `chinese`.
    #[serde(default)]
    pub calendar: Option<String>,
    /// Year, month and day in that calendar; `XXXX` where the year is not said.
    #[serde(default)]
    pub calendar_value: Option<String>,
    /// Where the text counts from a happening ("two days after the attack"): `before`, `on` or `after`.
    #[serde(default)]
    pub side: Option<String>,
    /// The words for that happening.
    #[serde(default)]
    pub anchor: Option<Words>,
}

/// A number or range that counts something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuantityRecord {
    /// Its words.
    #[serde(flatten)]
    pub words: Words,
    /// Lower bound; absent where the words give none.
    #[serde(serialize_with = "plain_number")]
    pub low: Option<f64>,
    /// Upper bound; absent where the words give none.
    #[serde(serialize_with = "plain_number")]
    pub high: Option<f64>,
    /// Whether the text itself rounds or estimates.
    pub approximate: bool,
    /// What is counted.
    pub of: Option<Words>,
    /// Unit, where it is a measure or money; absent for things and people.
    pub unit: Option<String>,
    /// What it counts in the claim: `killed`, `wounded`, `struck` (hit, whether killed is not said),
    /// `missing`, `arrested`, `abducted`, `displaced`, `freed`, `protesters`, `actors`,
    /// `recipients`, `means`, `events`, `money`, `measure`; absent where the words do not say.
    /// With `_part` (`killed_part`) it counts some of those whom another number counts, with
    /// `_former` it is a number that the text calls overtaken ("from an initial 21").
    pub meaning: Option<String>,
}

/// Writes whole numbers without a decimal point, as the text has them.
fn plain_number<S: Serializer>(number: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53: beyond it doubles skip whole numbers
    match *number {
        None => to.serialize_none(),
        Some(n) if n.fract() == 0.0 && n.abs() <= EXACT => to.serialize_i64(n as i64),
        Some(n) => to.serialize_f64(n),
    }
}

/// One voice in a chain of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRecord {
    /// `outlet`, `agency`, `person`, `organisation`, `document`, `unnamed`.
    pub kind: String,
    /// The words that name it where it speaks; absent for the article's own voice.
    pub mention: Option<Words>,
    /// The fullest naming of the same source elsewhere in the article.
    pub resolved: Option<Words>,
    /// Its role or office where the article tells one: "head of the centre's press office".
    #[serde(default)]
    pub office: Option<Words>,
    /// The word by which it speaks.
    pub cue: Option<Words>,
    /// Whether its words are quoted.
    pub direct: bool,
    /// The outlet it spoke to, where named.
    pub told: Option<Words>,
    /// When it spoke.
    pub said: Option<TimeRecord>,
    /// Who it was on the day that it spoke; absent where neither table nor words tell.
    #[serde(default)]
    pub identity: Option<ActorRecord>,
    /// FactBank, as this voice itself presents the event: `u` where it only passes on what the next
    /// one says. The last voice's are the claim's. Absent in ledgers written before version 12.
    #[serde(default)]
    pub polarity: Option<String>,
    /// FactBank, beside `polarity`.
    #[serde(default)]
    pub certainty: Option<String>,
}

impl SourceRecord {
    /// The best naming of the source; `None` for the article's own voice and for a source that
    /// only its cue betrays.
    pub fn name(&self) -> Option<&str> {
        self.resolved
            .as_ref()
            .or(self.mention.as_ref())
            .map(|words| words.text.as_str())
    }
}

/// A claim answers another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerRecord {
    /// `denies`, `confirms`, `corrects`, `repeats`.
    pub kind: String,
    /// Id of the claim that is answered.
    pub claim: String,
    /// The sentence in which it answers.
    pub passage: Words,
}

/// A detail that a source expressly leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithheldRecord {
    /// `time`, `place`, `who`, `number`, `reason`, `manner`, `what`, `whether`, `details`.
    pub field: String,
    /// Who leaves it out.
    pub source: Option<Words>,
    /// The words by which it is left out.
    pub passage: Words,
}

/// A number of a claim that a later sentence puts right ("The figure was in fact 12, not 20").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionRecord {
    /// The right number.
    pub number: Words,
    /// The number that is rejected, where it is named.
    pub rejected: Option<Words>,
    /// Who puts it right; absent for the article itself.
    pub source: Option<Words>,
    /// The sentence.
    pub passage: Words,
}

/// One step of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyRecord {
    /// The field it decided.
    pub field: String,
    /// What was decided and why.
    pub what: String,
    /// The words it rests on.
    pub evidence: Option<Words>,
}
