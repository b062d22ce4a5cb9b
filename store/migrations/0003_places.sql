-- Version 3: the document remembers where each layout has put its companies, so that it looks the same whenever and
-- wherever it is opened. Places pass through no history: they are how the document is shown, not what it says.

CREATE TABLE places (
    layout  TEXT    NOT NULL CHECK (layout IN ('stress', 'layers', 'circle')),
    company INTEGER NOT NULL,
    x       REAL    NOT NULL,
    y       REAL    NOT NULL,
    PRIMARY KEY (layout, company)
) STRICT, WITHOUT ROWID;

CREATE TABLE placed_pairs (
    layout TEXT    NOT NULL CHECK (layout IN ('stress', 'layers', 'circle')),
    payer  INTEGER NOT NULL,
    payee  INTEGER NOT NULL,
    PRIMARY KEY (layout, payer, payee)
) STRICT, WITHOUT ROWID;
