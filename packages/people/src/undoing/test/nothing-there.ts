/** There is nothing of the kind: then nothing is done. */
export class NothingThere extends Error {}
