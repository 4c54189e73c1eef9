export interface KeptCopyProps {
  /** The document's room, as the sync server calls it. */
  readonly room: string;
  readonly personId: string;
  /** Whether this page may write in it: then what the device keeps of it is the page's own. */
  readonly mayWrite: boolean;
  /** Where the copy is put into a new document; without it, it can only be taken along. */
  readonly putTo?: string | undefined;
}
