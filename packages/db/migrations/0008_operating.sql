-- What the operator of an installation sees of the work behind the pages.

call open_to_platform('outbox', 'select', 'operate');

-- Jobs that wait or run, and those that gave up; for the operator alone.
create function count_jobs() returns table (waiting bigint, failed bigint, oldest_due_at timestamptz) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.purpose', true) is distinct from 'operate' then return; end if;
  return query
    select count(*) filter (where j.attempts < j.max_attempts), count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null),
      min(j.run_at) filter (where j.attempts < j.max_attempts and j.locked_at is null)
    from graphile_worker.jobs j;
end $$;
alter function count_jobs owner to guildhall_jobs;
revoke all on function count_jobs from public;
grant execute on function count_jobs to guildhall_platform;
