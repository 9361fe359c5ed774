-- What Microsoft.Orleans.Clustering.AdoNet needs: it reads its statements from OrleansQuery. Run at each start, under a lock.

CREATE TABLE IF NOT EXISTS OrleansQuery (
  QueryKey text PRIMARY KEY,
  QueryText text NOT NULL
);

-- A change of the members must name the version that it has read.
CREATE TABLE IF NOT EXISTS OrleansMembershipVersionTable (
  DeploymentId text PRIMARY KEY,
  Version int NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS OrleansMembershipTable (
  DeploymentId text NOT NULL,
  Address text NOT NULL,
  Port int NOT NULL,
  Generation int NOT NULL,
  SiloName text NOT NULL,
  HostName text NOT NULL,
  Status int NOT NULL,
  ProxyPort int NOT NULL,
  SuspectTimes text,
  StartTime timestamptz NOT NULL,
  IAmAliveTime timestamptz NOT NULL,
  PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
  ('InsertMembershipVersionKey', $$
    WITH added AS (
      INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId)
      ON CONFLICT DO NOTHING
      RETURNING 1)
    SELECT EXISTS (SELECT FROM added)
  $$),
  ('InsertMembershipKey', $$
    WITH turn AS (
      UPDATE OrleansMembershipVersionTable v SET Version = Version + 1
      WHERE v.DeploymentId = @DeploymentId AND v.Version = @Version AND NOT EXISTS (
        SELECT FROM OrleansMembershipTable m
        WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
      RETURNING v.DeploymentId),
    added AS (
      INSERT INTO OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
      SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turn
      RETURNING 1)
    SELECT EXISTS (SELECT FROM added)
  $$),
  ('UpdateMembershipKey', $$
    WITH turn AS (
      UPDATE OrleansMembershipVersionTable v SET Version = Version + 1
      WHERE v.DeploymentId = @DeploymentId AND v.Version = @Version AND EXISTS (
        SELECT FROM OrleansMembershipTable m
        WHERE m.DeploymentId = @DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation)
      RETURNING v.DeploymentId),
    changed AS (
      UPDATE OrleansMembershipTable m SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
      FROM turn
      WHERE m.DeploymentId = turn.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
      RETURNING 1)
    SELECT EXISTS (SELECT FROM changed)
  $$),
  ('UpdateIAmAlivetimeKey', $$
    UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
  $$),
  ('MembershipReadRowKey', $$
    SELECT v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    FROM OrleansMembershipVersionTable v
    LEFT JOIN OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
    WHERE v.DeploymentId = @DeploymentId
  $$),
  ('MembershipReadAllKey', $$
    SELECT v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    FROM OrleansMembershipVersionTable v
    LEFT JOIN OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId
    WHERE v.DeploymentId = @DeploymentId
  $$),
  ('GatewaysQueryKey', $$
    SELECT Address, ProxyPort, Generation FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
  $$),
  ('DeleteMembershipTableEntriesKey', $$
    WITH members AS (DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId)
    DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId
  $$),
  -- 6 is a dead silo.
  ('CleanupDefunctSiloEntriesKey', $$
    DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId AND Status = 6 AND IAmAliveTime < @IAmAliveTime
  $$),
  ('CleanupDefunctSiloEntryKey', $$
    DELETE FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation AND Status = 6
      AND StartTime = @StartTime AND IAmAliveTime = @IAmAliveTime AND SuspectTimes IS NOT DISTINCT FROM @SuspectTimes::text
  $$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
