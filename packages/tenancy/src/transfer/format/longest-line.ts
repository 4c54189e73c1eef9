/** The longest line of an export, in UTF-16 units; neither written nor read beyond that. */
export const longestLine = 64 * 1024 * 1024;
