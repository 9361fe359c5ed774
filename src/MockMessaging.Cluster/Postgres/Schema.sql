-- The tables of the clustered edition. Run at each start, under a lock, so every statement must be repeatable.

-- Processes. A replica may use its workspaces until valid_until, by the clock of the database.
CREATE TABLE IF NOT EXISTS replicas (
  id uuid PRIMARY KEY,
  address text NOT NULL,
  valid_until timestamptz NOT NULL
);

-- One row for each API key. The epoch goes up with each take-over; a commit with an earlier epoch writes nothing.
CREATE TABLE IF NOT EXISTS workspaces (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- UTF-8: text refuses NUL.
  key bytea NOT NULL UNIQUE,
  epoch bigint NOT NULL,
  owner uuid,
  -- When a replica must open it without being asked; -infinity while it is owned.
  wake_at timestamptz,
  -- False until something was stored.
  is_kept boolean NOT NULL DEFAULT false,
  -- True from a take-over without a release until an owner has stored something and released it.
  was_killed boolean NOT NULL DEFAULT false,
  -- What stands for it in media links, which have no key.
  media_id text NOT NULL
);
CREATE INDEX IF NOT EXISTS workspaces_by_owner ON workspaces (owner);
CREATE INDEX IF NOT EXISTS workspaces_by_media ON workspaces (media_id);
CREATE INDEX IF NOT EXISTS workspaces_to_wake ON workspaces (wake_at) WHERE wake_at IS NOT NULL;

-- The name of the collection and not its place in the order: two versions with different lists run together during a rolling upgrade.
CREATE TABLE IF NOT EXISTS records (
  workspace bigint NOT NULL,
  generation int NOT NULL,
  collection text NOT NULL,
  id bigint NOT NULL,
  -- BSON
  fields bytea NOT NULL,
  PRIMARY KEY (workspace, generation, collection, id)
);
