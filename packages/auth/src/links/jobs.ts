/** Stored with each job that waits, so that they keep their meaning once released. */
export const sendSignInLinkJob = "auth.send-sign-in-link";
export const sendSignInCodeJob = "auth.send-sign-in-code";
