-- Version 1 of a Roundtrip document. Every table and column is explained in store/SCHEMA.md.
-- Money is whole hundredths of its currency's unit (cents), shares are parts per million (ppm),
-- dates are text (2025-11-03, 2025-11 or 2025), and what is not stated is NULL.
-- Foreign keys are deferred: an edit is checked as a whole, when it is committed. Nothing is deleted by
-- cascade, because every row that goes must pass through the history.

CREATE TABLE meta (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    title         TEXT    NOT NULL,
    base_currency TEXT    NOT NULL CHECK (base_currency GLOB '[A-Z][A-Z][A-Z]'),
    revision      INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

CREATE TABLE sources (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    title     TEXT NOT NULL CHECK (title <> ''),
    publisher TEXT,
    date      TEXT CHECK (length(date) IN (4, 7, 10)),
    link      TEXT,
    note      TEXT
) STRICT;

CREATE TABLE companies (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    name             TEXT NOT NULL CHECK (name <> ''),
    name_key         TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
    ticker           TEXT,
    role             TEXT NOT NULL CHECK (role IN
                     ('AI lab', 'cloud', 'chip maker', 'investor', 'data-centre operator', 'other')),
    colour           TEXT CHECK (colour LIKE '#______'),
    pinned_x         REAL,
    pinned_y         REAL,
    cash_cents       INTEGER CHECK (cash_cents >= 0),
    cash_currency    TEXT CHECK (cash_currency GLOB '[A-Z][A-Z][A-Z]'),
    cash_source      INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    revenue_cents    INTEGER CHECK (revenue_cents >= 0),
    revenue_currency TEXT CHECK (revenue_currency GLOB '[A-Z][A-Z][A-Z]'),
    revenue_source   INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    note             TEXT,
    CHECK ((pinned_x IS NULL) = (pinned_y IS NULL)),
    CHECK ((cash_cents IS NULL) = (cash_currency IS NULL)),
    CHECK ((revenue_cents IS NULL) = (revenue_currency IS NULL))
) STRICT;
CREATE INDEX companies_by_cash_source ON companies (cash_source) WHERE cash_source IS NOT NULL;
CREATE INDEX companies_by_revenue_source ON companies (revenue_source) WHERE revenue_source IS NOT NULL;

CREATE TABLE deals (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    title            TEXT NOT NULL CHECK (title <> ''),
    status           TEXT NOT NULL CHECK (status IN
                     ('rumoured', 'in talks', 'announced', 'signed', 'active', 'completed',
                      'superseded', 'cancelled')),
    announced        TEXT CHECK (length(announced) IN (4, 7, 10)),
    counting         TEXT NOT NULL CHECK (counting IN ('counted', 'overlapping', 'projection')),
    total_said       TEXT CHECK (total_said IN
                     ('exact', 'about', 'up to', 'at least', 'range', 'undisclosed')),
    total_low_cents  INTEGER,
    total_best_cents INTEGER,
    total_high_cents INTEGER,
    total_assumed    INTEGER CHECK (total_assumed IN (0, 1)),
    total_currency   TEXT CHECK (total_currency GLOB '[A-Z][A-Z][A-Z]'),
    notes            TEXT,
    CHECK ((total_said IS NULL) = (total_low_cents IS NULL)),
    CHECK ((total_said IS NULL) = (total_best_cents IS NULL)),
    CHECK ((total_said IS NULL) = (total_high_cents IS NULL)),
    CHECK ((total_said IS NULL) = (total_assumed IS NULL)),
    CHECK ((total_said IS NULL) = (total_currency IS NULL)),
    CHECK (0 <= total_low_cents AND total_low_cents <= total_best_cents
           AND total_best_cents <= total_high_cents)
) STRICT;

CREATE TABLE deal_tags (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    deal     INTEGER NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    tag      TEXT NOT NULL CHECK (tag <> ''),
    UNIQUE (deal, position)
) STRICT;

CREATE TABLE legs (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    deal                 INTEGER NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
    position             INTEGER NOT NULL CHECK (position >= 1),
    payer                INTEGER NOT NULL REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
    payee                INTEGER NOT NULL REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
    kind                 TEXT NOT NULL CHECK (kind IN
                         ('equity', 'debt', 'credits', 'cloud', 'chips', 'data centre', 'licence',
                          'revenue share', 'other')),
    basis                TEXT NOT NULL CHECK (basis IN ('cash', 'in kind', 'equity')),
    amount_said          TEXT NOT NULL CHECK (amount_said IN
                         ('exact', 'about', 'up to', 'at least', 'range', 'undisclosed')),
    amount_low_cents     INTEGER NOT NULL CHECK (amount_low_cents >= 0),
    amount_best_cents    INTEGER NOT NULL,
    amount_high_cents    INTEGER NOT NULL,
    amount_assumed       INTEGER NOT NULL CHECK (amount_assumed IN (0, 1)),
    currency             TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    start                TEXT CHECK (length(start) IN (4, 7, 10)),
    term_months          INTEGER CHECK (term_months BETWEEN 1 AND 1200),
    drawn_cents          INTEGER CHECK (drawn_cents >= 0),
    drawn_currency       TEXT CHECK (drawn_currency GLOB '[A-Z][A-Z][A-Z]'),
    drawn_source         INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    stake_ppm            INTEGER CHECK (stake_ppm BETWEEN 1 AND 1000000),
    valuation_said       TEXT CHECK (valuation_said IN
                         ('exact', 'about', 'up to', 'at least', 'range', 'undisclosed')),
    valuation_low_cents  INTEGER,
    valuation_best_cents INTEGER,
    valuation_high_cents INTEGER,
    valuation_assumed    INTEGER CHECK (valuation_assumed IN (0, 1)),
    valuation_money      TEXT CHECK (valuation_money IN ('pre-money', 'post-money')),
    conditional_on       INTEGER REFERENCES legs (id) DEFERRABLE INITIALLY DEFERRED,
    condition_covers_ppm INTEGER CHECK (condition_covers_ppm BETWEEN 1 AND 1000000),
    note                 TEXT,
    UNIQUE (deal, position),
    CHECK (payer <> payee),
    CHECK (amount_low_cents <= amount_best_cents AND amount_best_cents <= amount_high_cents),
    CHECK ((drawn_cents IS NULL) = (drawn_currency IS NULL)),
    CHECK ((valuation_said IS NULL) = (valuation_low_cents IS NULL)),
    CHECK ((valuation_said IS NULL) = (valuation_best_cents IS NULL)),
    CHECK ((valuation_said IS NULL) = (valuation_high_cents IS NULL)),
    CHECK ((valuation_said IS NULL) = (valuation_assumed IS NULL)),
    CHECK (0 <= valuation_low_cents AND valuation_low_cents <= valuation_best_cents
           AND valuation_best_cents <= valuation_high_cents)
) STRICT;
CREATE INDEX legs_by_payer ON legs (payer);
CREATE INDEX legs_by_payee ON legs (payee);
CREATE INDEX legs_by_condition ON legs (conditional_on) WHERE conditional_on IS NOT NULL;
CREATE INDEX legs_by_drawn_source ON legs (drawn_source) WHERE drawn_source IS NOT NULL;

CREATE TABLE rights (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    deal     INTEGER NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind     TEXT NOT NULL CHECK (kind IN
             ('exclusivity', 'first refusal', 'governance seat', 'preferred supplier')),
    holder   INTEGER NOT NULL REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
    over     INTEGER NOT NULL REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
    until    TEXT CHECK (length(until) IN (4, 7, 10)),
    source   INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    note     TEXT,
    UNIQUE (deal, position),
    CHECK (holder <> over)
) STRICT;
CREATE INDEX rights_by_holder ON rights (holder);
CREATE INDEX rights_by_over ON rights (over);
CREATE INDEX rights_by_source ON rights (source) WHERE source IS NOT NULL;

CREATE TABLE claims (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    source            INTEGER NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    company           INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
    deal              INTEGER REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
    leg               INTEGER REFERENCES legs (id) DEFERRABLE INITIALLY DEFERRED,
    field             TEXT NOT NULL CHECK (field IN
                      ('figure', 'stake', 'valuation', 'term', 'drawn', 'status', 'announced', 'total',
                       'cash', 'revenue', 'other')),
    amount_said       TEXT CHECK (amount_said IN
                      ('exact', 'about', 'up to', 'at least', 'range', 'undisclosed')),
    amount_low_cents  INTEGER,
    amount_best_cents INTEGER,
    amount_high_cents INTEGER,
    amount_assumed    INTEGER CHECK (amount_assumed IN (0, 1)),
    currency          TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    status            TEXT CHECK (status IN
                      ('rumoured', 'in talks', 'announced', 'signed', 'active', 'completed',
                       'superseded', 'cancelled')),
    stake_ppm         INTEGER CHECK (stake_ppm BETWEEN 1 AND 1000000),
    months            INTEGER,
    date              TEXT CHECK (length(date) IN (4, 7, 10)),
    text              TEXT,
    chosen            INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    CHECK ((company IS NOT NULL) + (deal IS NOT NULL) + (leg IS NOT NULL) = 1),
    CHECK ((amount_said IS NULL) = (amount_low_cents IS NULL)),
    CHECK ((amount_said IS NULL) = (amount_best_cents IS NULL)),
    CHECK ((amount_said IS NULL) = (amount_high_cents IS NULL)),
    CHECK ((amount_said IS NULL) = (amount_assumed IS NULL)),
    CHECK ((amount_said IS NULL) = (currency IS NULL)),
    CHECK (0 <= amount_low_cents AND amount_low_cents <= amount_best_cents
           AND amount_best_cents <= amount_high_cents)
) STRICT;
CREATE INDEX claims_by_source ON claims (source);
CREATE INDEX claims_by_company ON claims (company) WHERE company IS NOT NULL;
CREATE INDEX claims_by_deal ON claims (deal) WHERE deal IS NOT NULL;
CREATE INDEX claims_by_leg ON claims (leg) WHERE leg IS NOT NULL;
CREATE UNIQUE INDEX claims_chosen_once
    ON claims (coalesce(company, 0), coalesce(deal, 0), coalesce(leg, 0), field) WHERE chosen = 1;

CREATE TABLE rates (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    currency TEXT NOT NULL UNIQUE CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    micros   INTEGER NOT NULL CHECK (micros > 0),
    date     TEXT CHECK (length(date) IN (4, 7, 10)),
    source   INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX rates_by_source ON rates (source) WHERE source IS NOT NULL;

CREATE TABLE scenarios (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    note TEXT
) STRICT;

CREATE TABLE scenario_changes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    scenario   INTEGER NOT NULL REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL CHECK (position >= 1),
    field      TEXT NOT NULL CHECK (field IN
               ('amount', 'low', 'high', 'spent', 'valuation', 'timing', 'stake', 'term', 'drawn',
                'status', 'weight', 'margin', 'cash', 'fails', 'suspends', 'cut off')),
    target     INTEGER,
    other      INTEGER,
    value      INTEGER NOT NULL,
    text       TEXT,
    base_value INTEGER NOT NULL,
    base_text  TEXT,
    UNIQUE (scenario, position)
) STRICT;
CREATE INDEX scenario_changes_by_target ON scenario_changes (target);

CREATE TABLE history (
    id      INTEGER PRIMARY KEY,
    label   TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone  INTEGER NOT NULL CHECK (undone IN (0, 1)),
    size    INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE history_rows (
    id         INTEGER PRIMARY KEY,
    step       INTEGER NOT NULL REFERENCES history (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before     TEXT,
    after      TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX history_rows_by_step ON history_rows (step);
