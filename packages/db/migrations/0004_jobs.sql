-- graphile-worker's tables have row-level security and no policies, so only their owner can use them. That owner is
-- guildhall_jobs; anybody else asks through this one function, inside their own transaction: rolling back takes the
-- job out again. The schema itself is made by graphile-worker's own migrations (packages/jobs).
create function enqueue_job(task text, payload jsonb, job_key text default null, run_at timestamptz default null, max_attempts int default 25, queue text default null)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload::json, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, job_key_mode => 'preserve_run_at');
end $$;
alter function enqueue_job owner to guildhall_jobs;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to guildhall_app, guildhall_platform;

-- Jobs that are out of attempts, for the operator alone; graphile-worker keeps them until somebody decides.
create function failed_jobs()
returns table (id bigint, task text, attempts int, last_error text, created_at timestamptz) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.purpose', true) is distinct from 'operate' then return; end if;
  return query
    select j.id::bigint, j.task_identifier, j.attempts::int, j.last_error, j.created_at
    from graphile_worker.jobs j where j.attempts >= j.max_attempts and j.locked_at is null;
end $$;
alter function failed_jobs owner to guildhall_jobs;
revoke all on function failed_jobs from public;
grant execute on function failed_jobs to guildhall_platform;

-- Gives a failed job its attempts again, or takes it out; false when it is not a failed one.
create function settle_failed_job(job_id bigint, again boolean) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.purpose', true) is distinct from 'operate' then return false; end if;
  perform from graphile_worker._private_jobs j where j.id = job_id and j.attempts >= j.max_attempts and j.locked_at is null for update;
  if not found then return false; end if;
  if again then
    perform graphile_worker.reschedule_jobs(array[job_id], run_at => now(), attempts => 0);
  else
    perform graphile_worker.complete_jobs(array[job_id]);
  end if;
  return true;
end $$;
alter function settle_failed_job owner to guildhall_jobs;
revoke all on function settle_failed_job from public;
grant execute on function settle_failed_job to guildhall_platform;
