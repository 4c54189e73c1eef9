-- A room that somebody holds makes nobody wait for long: said here once, not by a statement of its own in every commit.
alter function store_sync_updates(uuid[], uuid[], int[], int[], uuid[], uuid[], bytea[], timestamptz)
  set lock_timeout = '2s';
