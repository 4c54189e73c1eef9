import type { TestDatabase } from "@guildhall/testing";

export interface EnqueuedJob {
  readonly task: string;
  readonly payload: unknown;
}

/** What waits in the queue, oldest first. */
export async function enqueuedJobs({ owner }: TestDatabase): Promise<EnqueuedJob[]> {
  const { rows } = await owner.query<EnqueuedJob>(`
    select task.identifier as task, job.payload
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    order by job.id`);
  return rows;
}
