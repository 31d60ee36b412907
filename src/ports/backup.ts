// A backup file: the lines of a whole ledger, packed, with a head that says of what and a foot that proves it whole.

export interface BackupHead {
  readonly laydown: 'backup';
  readonly format: 1;
  /** ISO 8601. */
  readonly made: string;
  readonly program: string;
  /** Of the ledger, as it was read: the last transaction, and how many of each. */
  readonly transactions: number;
  readonly reports: number;
  readonly claims: number;
}

export interface BackupFiles {
  /**
   * Writes a new file, whole or not at all, on the disk when this resolves. Resolves to the digest of its lines. Throws LaydownError `usage`
   * where there is a file of that name, or it cannot be written.
   */
  write(
    path: string,
    head: BackupHead,
    lines: AsyncIterable<string>,
  ): Promise<{ readonly digest: string; readonly bytes: number }>;
  /** Reads it from end to end: throws LaydownError `bad-input` where it is no backup, cut short or changed. */
  check(path: string): Promise<{ readonly head: BackupHead; readonly digest: string; readonly lines: number }>;
  /** The digest that a backup of these lines has. */
  digestOf(lines: AsyncIterable<string>): Promise<string>;
  /** Its lines, without head and foot; what is wrong with it is thrown where it is met. */
  lines(path: string): AsyncIterable<string>;
}
