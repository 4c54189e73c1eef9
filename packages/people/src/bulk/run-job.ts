/** Stored with queued jobs, so it keeps its name. */
export const bulkEditJob = "people.bulk-edit";
