// Readers' comments as pages show them: never with an e-mail address.

export interface CommentView {
  readonly id: string;
  readonly report: string;
  readonly name: string;
  readonly text: string;
  /** ISO 8601. */
  readonly posted: string;
  readonly state: 'pending' | 'approved' | 'refused' | 'erased';
}
