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
