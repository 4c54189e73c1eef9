/** The job that sends one message; stored with queued jobs, so it keeps its name. */
export const sendMessageJob = "send-message";
