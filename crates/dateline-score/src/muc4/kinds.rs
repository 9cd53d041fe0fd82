//! Which class of the task a noun belongs to, by the words in it.

/// A class of the task and words that tell it.
type Row = (&'static str, &'static [&'static str]);

/// PHYS TGT: TYPE, the first that matches.
const THINGS: &[Row] = &[
    (
        "DIPLOMAT OFFICE OR RESIDENCE",
        &["EMBASSY", "CONSULATE", "DIPLOMATIC", "AMBASSADOR"],
    ),
    (
        "LAW ENFORCEMENT FACILITY",
        &[
            "POLICE STATION",
            "POLICE POST",
            "POLICE HEADQUARTERS",
            "PRISON",
            "JAIL",
            "DAS",
            "POLICE",
        ],
    ),
    ("FINANCIAL", &["BANK", "BANKS", "FINANCIAL", "SAVINGS"]),
    (
        "ENERGY",
        &[
            "ELECTRIC",
            "ELECTRICITY",
            "POWER",
            "PYLON",
            "PYLONS",
            "PIPELINE",
            "OIL",
            "HYDROELECTRIC",
            "SUBSTATION",
            "SUBSTATIONS",
            "GAS",
            "ENERGY",
            "HIGH-TENSION",
            "TRANSFORMER",
            "TRANSFORMERS",
        ],
    ),
    (
        "COMMUNICATIONS",
        &[
            "RADIO",
            "TELEPHONE",
            "TELEPHONES",
            "TELEVISION",
            "NEWSPAPER",
            "TELECOMMUNICATIONS",
            "STATION",
            "TRANSMITTER",
            "ANTEL",
            "NEWSPAPERS",
            "TV",
            "ANTENNA",
        ],
    ),
    (
        "TRANSPORT VEHICLE",
        &[
            "BUS",
            "BUSES",
            "TRUCK",
            "TRUCKS",
            "VEHICLE",
            "VEHICLES",
            "CAR",
            "CARS",
            "AIRCRAFT",
            "PLANE",
            "AIRPLANE",
            "HELICOPTER",
            "TRAIN",
            "JEEP",
            "TRAINS",
            "AUTOMOBILE",
            "VAN",
            "BOAT",
            "SHIP",
            "MOTORCYCLE",
            "AIRLINER",
            "BOEING",
            "TAXI",
            "AMBULANCE",
            "LIMOUSINE",
            "PICKUP",
            "TANKER",
        ],
    ),
    (
        "TRANSPORTATION ROUTE",
        &[
            "BRIDGE", "BRIDGES", "ROAD", "HIGHWAY", "RAILROAD", "RAILWAY", "TRACKS", "STREET",
        ],
    ),
    (
        "TRANSPORTATION FACILITY",
        &["AIRPORT", "PORT", "TERMINAL", "SUBWAY", "METRO"],
    ),
    ("WATER", &["WATER", "AQUEDUCT", "DAM"]),
    (
        "POLITICAL FIGURE OFFICE OR RESIDENCE",
        &["CANDIDATE", "LEADER"],
    ),
    (
        "GOVERNMENT OFFICE OR RESIDENCE",
        &[
            "MINISTRY",
            "TOWN HALL",
            "CITY HALL",
            "MAYOR",
            "GOVERNMENT",
            "PRESIDENTIAL",
            "CONGRESS",
            "COURT",
            "COURTHOUSE",
            "PALACE",
            "MUNICIPAL",
            "STATE",
            "PUBLIC",
            "INSTITUTE",
            "REGISTRAR",
            "LEGISLATIVE",
            "GOVERNOR",
            "MINISTRIES",
            "MAYOR'S",
        ],
    ),
    (
        "ORGANIZATION OFFICE",
        &[
            "HEADQUARTERS",
            "PARTY",
            "UNION",
            "FEDERATION",
            "COMMITTEE",
            "ASSOCIATION",
            "UNITS",
            "FENASTRAS",
            "CAMPAIGN",
            "CENTER",
            "OFFICE",
            "OFFICES",
        ],
    ),
    (
        "CIVILIAN RESIDENCE",
        &[
            "HOUSE",
            "HOUSES",
            "HOME",
            "HOMES",
            "RESIDENCE",
            "RESIDENCES",
            "APARTMENT",
            "APARTMENTS",
            "DWELLINGS",
            "HUTS",
        ],
    ),
    (
        "COMMERCIAL",
        &[
            "STORE",
            "STORES",
            "HOTEL",
            "RESTAURANT",
            "RESTAURANTS",
            "FACTORY",
            "COMPANY",
            "SHOP",
            "SHOPS",
            "SUPERMARKET",
            "SUPERMARKETS",
            "BUSINESS",
            "BUSINESSES",
            "WAREHOUSE",
            "DEALERSHIP",
            "CINEMA",
            "THEATER",
            "MARKET",
            "PLANT",
            "COMMERCIAL",
            "FIRM",
            "ENTERPRISE",
            "ESTABLISHMENTS",
            "ESTABLISHMENT",
            "SHOPPING",
            "DRUGSTORE",
            "FARM",
            "FARMS",
            "REFINERY",
            "HOTELS",
            "MINE",
        ],
    ),
];

/// HUM TGT: TYPE, the first that matches; civilians else.
const PEOPLE: &[Row] = &[
    (
        "FORMER ACTIVE MILITARY",
        &[
            "RETIRED",
            "FORMER GENERAL",
            "FORMER COLONEL",
            "FORMER SOLDIER",
            "RESERVIST",
        ],
    ),
    (
        "FORMER GOVERNMENT OFFICIAL",
        &[
            "FORMER MINISTER",
            "FORMER PRESIDENT",
            "FORMER MAYOR",
            "FORMER GOVERNOR",
            "FORMER VICE",
            "EX-MINISTER",
            "EX-PRESIDENT",
            "FORMER DEFENSE",
            "FORMER JUSTICE",
            "FORMER ATTORNEY",
        ],
    ),
    (
        "DIPLOMAT",
        &[
            "AMBASSADOR",
            "DIPLOMAT",
            "DIPLOMATS",
            "CONSUL",
            "EMBASSY",
            "ATTACHE",
            "AMBASSADORS",
        ],
    ),
    (
        "SECURITY GUARD",
        &[
            "BODYGUARD",
            "BODYGUARDS",
            "GUARD",
            "GUARDS",
            "ESCORT",
            "ESCORTS",
            "WATCHMAN",
            "WATCHMEN",
            "SECURITY AGENTS",
            "SECURITY AGENT",
        ],
    ),
    (
        "LAW ENFORCEMENT",
        &[
            "POLICE",
            "POLICEMAN",
            "POLICEMEN",
            "PATROLMAN",
            "PATROLMEN",
            "POLICEWOMAN",
            "DETECTIVE",
            "CARABINEROS",
            "CARABINEER",
            "CARABINEERS",
            "DAS",
            "CIVIL DEFENSE",
            "PARAMILITARY",
            "AGENT",
            "AGENTS",
        ],
    ),
    (
        "ACTIVE MILITARY",
        &[
            "SOLDIER",
            "SOLDIERS",
            "TROOPS",
            "COLONEL",
            "GENERAL",
            "LIEUTENANT",
            "MAJOR",
            "CAPTAIN",
            "SERGEANT",
            "ARMY",
            "MARINE",
            "MARINES",
            "MILITARY",
            "MILITARYMEN",
            "COL",
            "GEN",
            "MAJ",
            "CAPT",
            "LT",
            "SGT",
            "CORPORAL",
            "OFFICER",
            "OFFICERS",
            "PATROL",
            "BATTALION",
            "BRIGADE",
            "GARRISON",
            "FORCES",
        ],
    ),
    (
        "LEGAL OR JUDICIAL",
        &[
            "JUDGE",
            "JUDGES",
            "LAWYER",
            "LAWYERS",
            "ATTORNEY",
            "PROSECUTOR",
            "MAGISTRATE",
            "MAGISTRATES",
            "JUDICIAL",
            "INVESTIGATORS",
            "COURT",
            "JUSTICE",
            "COUNSEL",
            "LEGAL",
        ],
    ),
    (
        "GOVERNMENT OFFICIAL",
        &[
            "MAYOR",
            "MAYORS",
            "MINISTER",
            "MINISTERS",
            "GOVERNOR",
            "PRESIDENT",
            "OFFICIAL",
            "OFFICIALS",
            "SECRETARY",
            "VICE PRESIDENT",
            "DEPUTY",
            "DEPUTIES",
            "SENATOR",
            "CONGRESSMAN",
            "AUTHORITIES",
            "PREFECT",
            "SUBPREFECT",
            "COUNCILMAN",
            "COUNCILMEN",
            "DIRECTOR GENERAL",
            "ATTORNEY GENERAL",
            "SENATORS",
            "LEGISLATOR",
            "LEGISLATORS",
        ],
    ),
    (
        "POLITICAL FIGURE",
        &[
            "CANDIDATE",
            "CANDIDATES",
            "POLITICIAN",
            "POLITICIANS",
            "LEADER",
            "LEADERS",
            "POLITICAL",
            "PARTY",
            "MEMBER OF THE",
            "MILITANT",
            "MILITANTS",
            "CONTRA",
        ],
    ),
];

/// INCIDENT: INSTRUMENT TYPE, the first that matches.
const INSTRUMENTS: &[Row] = &[
    (
        "VEHICLE BOMB",
        &[
            "CAR BOMB",
            "CAR BOMBS",
            "CAR-BOMB",
            "TRUCK BOMB",
            "BUS BOMB",
            "CARBOMB",
            "VEHICLE LOADED",
            "BOOBY-TRAPPED CAR",
            "CAR LOADED",
        ],
    ),
    ("MOLOTOV COCKTAIL", &["MOLOTOV"]),
    ("DYNAMITE", &["DYNAMITE"]),
    ("GRENADE", &["GRENADE", "GRENADES", "RPG-2", "RPG-7", "RPG"]),
    ("MORTAR", &["MORTAR", "MORTARS"]),
    ("AERIAL BOMB", &["AERIAL BOMB", "AERIAL BOMBS"]),
    ("MINE", &["MINE", "MINES", "LANDMINE", "LAND MINE"]),
    ("BOMB", &["BOMB", "BOMBS", "FIREBOMB", "FIREBOMBS"]),
    (
        "EXPLOSIVE",
        &[
            "EXPLOSIVE",
            "EXPLOSIVES",
            "CHARGE",
            "CHARGES",
            "TNT",
            "DEVICE",
            "DEVICES",
            "DETONATOR",
        ],
    ),
    (
        "MACHINE GUN",
        &[
            "MACHINE GUN",
            "MACHINE GUNS",
            "MACHINEGUN",
            "MACHINEGUNS",
            "SUBMACHINE",
            "SUBMACHINEGUN",
            "UZI",
            "MACHINE-GUN",
            "MACHINE-GUNS",
            "INGRAM",
        ],
    ),
    (
        "RIFLE",
        &[
            "RIFLE", "RIFLES", "AK-47", "M-16", "GALIL", "R-15", "AR-15", "FAL",
        ],
    ),
    (
        "HANDGUN",
        &["PISTOL", "PISTOLS", "REVOLVER", "REVOLVERS", "HANDGUN"],
    ),
    ("ROCKET", &["ROCKET", "ROCKETS"]),
    ("MISSILE", &["MISSILE", "MISSILES"]),
    (
        "GUN",
        &[
            "GUN", "GUNS", "WEAPON", "WEAPONS", "BULLET", "BULLETS", "GUNFIRE", "SHOTS", "SHOT",
            "FIREARMS", "FIREARM", "ROUNDS", "SHOTGUN",
        ],
    ),
    (
        "CUTTING DEVICE",
        &[
            "KNIFE", "KNIVES", "MACHETE", "MACHETES", "AX", "AXES", "DAGGER", "BAYONET",
        ],
    ),
    ("STONE", &["STONE", "STONES", "ROCK", "ROCKS"]),
    ("FIRE", &["FIRE"]),
    ("TORTURE", &["TORTURE"]),
];

/// Fighters outside the law.
const REBELS: &[&str] = &[
    "GUERRILLA",
    "GUERRILLAS",
    "REBEL",
    "REBELS",
    "TERRORIST",
    "TERRORISTS",
    "SUBVERSIVE",
    "SUBVERSIVES",
    "EXTREMIST",
    "EXTREMISTS",
    "INSURGENT",
    "INSURGENTS",
    "TRAFFICKER",
    "TRAFFICKERS",
    "FMLN",
    "ELN",
    "FARC",
    "EPL",
    "MRTA",
    "SENDERO",
    "SHINING",
    "HIRED",
    "KIDNAPPERS",
    "ASSASSINS",
    "GUNMEN",
    "GUNMAN",
    "COMMANDOS",
    "COMMANDO",
    "CARTEL",
    "MAFIA",
    "URNG",
    "ERP",
    "FPL",
    "M-19",
    "EXTRADITABLES",
    "DEATH",
    "SQUAD",
    "CRIMINALS",
    "DELINQUENTS",
    "HITMEN",
    "MILITIA",
    "CONTRAS",
    "BANDITS",
];

/// Forces and organs of the state.
const STATE: &[&str] = &[
    "ARMY",
    "SOLDIER",
    "SOLDIERS",
    "TROOPS",
    "POLICE",
    "POLICEMEN",
    "MILITARY",
    "GOVERNMENT",
    "FORCE",
    "FORCES",
    "BATTALION",
    "BRIGADE",
    "COLONEL",
    "LIEUTENANT",
    "GENERAL",
    "OFFICERS",
    "CAPTAIN",
    "MAJOR",
    "MILITARYMEN",
    "HELICOPTERS",
    "AIRCRAFT",
    "DEFENSE",
    "TREASURY",
    "PATROL",
    "GUARD",
    "COMMAND",
    "NAVY",
    "MARINES",
    "GARRISON",
    "UNIFORMED",
];

/// Words for peoples and countries: no target of one incident.
const GENERAL: &[&str] = &[
    "COUNTRY",
    "NATION",
    "POPULATION",
    "ENEMY",
    "SALVADORAN PEOPLE",
    "COLOMBIAN PEOPLE",
    "PERUVIAN PEOPLE",
    "OUR PEOPLE",
    "SOCIETY",
];

/// Things of war.
const MILITARY: &[&str] = &[
    "MILITARY",
    "ARMORED",
    "ARMY",
    "HELICOPTER",
    "HELICOPTERS",
    "AIRCRAFT",
    "POSITIONS",
    "POSITION",
    "TANKS",
    "BARRACKS",
    "GARRISON",
    "TRENCHES",
    "REBEL",
    "GUERRILLA",
    "FMLN",
    "BATTALION",
    "BRIGADE",
    "CONVOY",
    "BASE",
];

fn matches(words: &str, listed: &[&str]) -> bool {
    let spaced = format!(" {words} ");
    listed.iter().any(|l| spaced.contains(&format!(" {l} ")))
}

fn first(rows: &'static [Row], words: &str) -> Option<&'static str> {
    let row = rows.iter().find(|(_, listed)| matches(words, listed));
    row.map(|(class, _)| *class)
}

/// The class of a thing attacked.
pub fn thing(words: &str) -> &'static str {
    first(THINGS, words).unwrap_or("OTHER")
}

/// The class of a person attacked, from the words that tell of office and trade.
pub fn person(words: &str) -> &'static str {
    first(PEOPLE, words).unwrap_or("CIVILIAN")
}

/// The class of an instrument.
pub fn instrument(words: &str) -> Option<&'static str> {
    first(INSTRUMENTS, words)
}

/// Whether the words tell of fighters outside the law.
pub fn is_rebel(words: &str) -> bool {
    matches(words, REBELS)
}

/// Whether the words tell of the state's forces.
pub fn is_state(words: &str) -> bool {
    matches(words, STATE) && !is_rebel(words)
}

/// Whether the words name a people or country at large.
pub fn is_general(words: &str) -> bool {
    matches(words, GENERAL)
}

/// Whether the words name a thing of war.
pub fn is_military(words: &str) -> bool {
    matches(words, MILITARY)
}
