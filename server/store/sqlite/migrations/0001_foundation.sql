-- Places, categories, data sets and what was loaded into them.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('incidents', 'areas', 'assets', 'streets')),
  timezone       TEXT NOT NULL,
  time_precision TEXT NOT NULL DEFAULT 'instant' CHECK (time_precision IN ('instant', 'day', 'month')),
  origin         TEXT NOT NULL DEFAULT 'user' CHECK (origin IN ('user', 'demo')),
  note           TEXT NOT NULL DEFAULT '',
  version        INTEGER NOT NULL DEFAULT 1,  -- grows with every change of its rows: the data version of a result
  created_at     TEXT NOT NULL,
  deleted_at     TEXT
) STRICT;
CREATE UNIQUE INDEX dataset_name ON dataset (name) WHERE deleted_at IS NULL;

-- Derived from incident rows together with column_snapshot, so that a list of data sets never counts them.
CREATE TABLE dataset_summary (
  dataset_id INTEGER PRIMARY KEY REFERENCES dataset (id),
  version    INTEGER NOT NULL,               -- holds for this data version only
  count      INTEGER NOT NULL,
  min_lon REAL, min_lat REAL, max_lon REAL, max_lat REAL,
  time_from  INTEGER,                        -- first and last occurred_from, seconds
  time_to    INTEGER
) STRICT;

CREATE TABLE area (
  id         INTEGER PRIMARY KEY,
  parent_id  INTEGER REFERENCES area (id),
  dataset_id INTEGER REFERENCES dataset (id),
  import_id  TEXT REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,  -- null when drawn by hand
  kind       TEXT NOT NULL CHECK (kind IN ('country', 'region', 'district', 'neighbourhood', 'beat', 'custom')),
  name       TEXT NOT NULL,
  source_id  TEXT,
  min_lon REAL NOT NULL, min_lat REAL NOT NULL, max_lon REAL NOT NULL, max_lat REAL NOT NULL,
  population INTEGER CHECK (population >= 0),
  dwellings  INTEGER CHECK (dwellings >= 0),
  timezone   TEXT,
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  geometry   TEXT NOT NULL                   -- GeoJSON Polygon or MultiPolygon, WGS 84; last, so that reading the rest does not walk through it
) STRICT;
CREATE INDEX area_parent ON area (parent_id);
CREATE INDEX area_dataset ON area (dataset_id);

CREATE TABLE category (
  id           INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 65535),
  parent_id    INTEGER REFERENCES category (id),
  scheme       TEXT NOT NULL,                -- 'common-ground' for the built-in scheme, else the data set's own
  code         TEXT NOT NULL,
  name         TEXT NOT NULL,
  public_name  TEXT NOT NULL,
  protected    TEXT NOT NULL DEFAULT 'none' CHECK (protected IN ('none', 'aggregate_only', 'never_store')),
  harm_weight  REAL CHECK (harm_weight >= 0),
  crosswalk    TEXT NOT NULL DEFAULT '{}',   -- JSON: other scheme -> code
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (scheme, code),
  UNIQUE (id, protected)
) STRICT;

CREATE TABLE import (
  id           TEXT PRIMARY KEY,
  dataset_id   INTEGER NOT NULL REFERENCES dataset (id),
  file_name    TEXT NOT NULL,
  mapping      TEXT NOT NULL,                -- JSON
  read_rows    INTEGER NOT NULL,
  stored       INTEGER NOT NULL,
  unlocated    INTEGER NOT NULL,
  duplicates   INTEGER NOT NULL,
  refused      TEXT NOT NULL,                -- JSON {reason: count}
  flagged      TEXT NOT NULL DEFAULT '{}',   -- JSON {flag: count}
  bbox         TEXT,                         -- JSON [west, south, east, north]
  time_from    TEXT,
  time_to      TEXT,
  seconds      REAL NOT NULL,
  created_by   TEXT,
  created_at   TEXT NOT NULL,
  undone_at    TEXT
) STRICT;
CREATE INDEX import_dataset ON import (dataset_id);

CREATE TABLE refused_row (
  import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line      INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  detail    TEXT NOT NULL,
  cells     TEXT NOT NULL,                   -- JSON array; protected rows are never here
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE remembered_mapping (
  shape      TEXT PRIMARY KEY,               -- hash of the header row
  mapping    TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An incident cannot be of a protected category: `open_category` is always 'none' and must match the category's row,
-- so neither an insert nor a later change of the category can break it.
-- AUTOINCREMENT: the id of an incident that was taken out again is never given to another one.
CREATE TABLE incident (
  id              INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
  dataset_id      INTEGER NOT NULL REFERENCES dataset (id),
  import_id       TEXT NOT NULL REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  category_id     INTEGER NOT NULL,
  open_category   TEXT NOT NULL GENERATED ALWAYS AS ('none') VIRTUAL,
  source_id       TEXT,
  dedupe_key      INTEGER NOT NULL,          -- 53-bit hash of the source id, else of all fields
  occurred_from   INTEGER,                   -- seconds since 1970-01-01T00:00Z
  occurred_to     INTEGER,
  reported_at     INTEGER,
  lon             REAL,
  lat             REAL,
  accuracy_m      REAL,
  location_method TEXT CHECK (location_method IN ('gps', 'address', 'street', 'snap', 'cell', 'area_only')),
  place_text      TEXT,
  flags           INTEGER NOT NULL DEFAULT 0, -- bits as in analysis/incident-columns.ts
  FOREIGN KEY (category_id, open_category) REFERENCES category (id, protected),
  CHECK ((lon IS NULL) = (lat IS NULL)),
  CHECK (lon BETWEEN -180 AND 180),
  CHECK (lat BETWEEN -90 AND 90),
  CHECK (occurred_to >= occurred_from)
) STRICT;
CREATE INDEX incident_dataset ON incident (dataset_id);

-- Derived from incident rows, rebuilt when missing. One row a column and data version.
CREATE TABLE column_snapshot (
  dataset_id INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (dataset_id, version, name)
) STRICT;

CREATE TABLE asset (
  id         INTEGER PRIMARY KEY,
  dataset_id INTEGER REFERENCES dataset (id),
  import_id  TEXT REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  source_id  TEXT,
  lon        REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat        REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  properties TEXT NOT NULL DEFAULT '{}',
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX asset_dataset ON asset (dataset_id);

CREATE TABLE street (
  id         INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset (id),
  import_id  TEXT REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  name       TEXT NOT NULL DEFAULT '',
  class      TEXT NOT NULL DEFAULT 'street',
  geometry   TEXT NOT NULL                   -- GeoJSON LineString or MultiLineString, WGS 84
) STRICT;
CREATE INDEX street_dataset ON street (dataset_id);
