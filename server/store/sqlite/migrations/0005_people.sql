-- Roles: who holds which, from when to when. What a role may do is in server/domain/permissions.ts.
CREATE TABLE membership (
  id         INTEGER PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  role       TEXT NOT NULL CHECK (role IN ('admin', 'analyst', 'police_member', 'secretary', 'committee_member',
               'agency_owner', 'data_guardian', 'publisher', 'oversight_readonly', 'resident_contributor')),
  term_from  TEXT NOT NULL,                 -- first day, ISO date in the zone of the workspace
  term_to    TEXT,                          -- last day; null: without end; before the first: taken back at once
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX membership_user ON membership (user_id);

-- Until now every account could do everything there was to do.
INSERT INTO membership (user_id, role, term_from, created_at)
  SELECT id, 'admin', substr(created_at, 1, 10), created_at FROM user;
INSERT INTO membership (user_id, role, term_from, created_at)
  SELECT id, 'analyst', substr(created_at, 1, 10), created_at FROM user;

-- A link that invites somebody new says what the person will be. Links of the command line say nothing and make the
-- first account of a workspace, or another administrator: whoever can run it can read the database anyway.
ALTER TABLE sign_in_link ADD COLUMN roles      TEXT;  -- JSON array; null: not an invitation
ALTER TABLE sign_in_link ADD COLUMN term_to    TEXT;  -- last day of the roles; null: without end
ALTER TABLE sign_in_link ADD COLUMN invited_by TEXT;  -- user id
ALTER TABLE sign_in_link ADD COLUMN invitation TEXT;  -- what the list of open invitations calls it by

CREATE UNIQUE INDEX sign_in_link_invitation ON sign_in_link (invitation) WHERE invitation IS NOT NULL;
