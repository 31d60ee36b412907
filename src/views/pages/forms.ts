// The forms that pages hold: where each is sent, and what its fields are called. The server reads these same names.

/** Every form carries these, too: the shell's token, and the address to come back to. */
export const COMMON_FIELDS = { csrf: 'csrf', back: 'back' } as const;

export const FORMS = {
  login: { action: '/login', fields: { name: 'name', password: 'password' } },
  logout: { action: '/logout', fields: {} },
  comment: {
    action: (report: string): string => `/reports/${encodeURIComponent(report)}/comments`,
    /** `website` is the trap: people never see it. */
    fields: { name: 'name', email: 'email', text: 'text', website: 'website' },
  },
  judgement: {
    action: (claim: string): string => `/claims/${encodeURIComponent(claim)}/judgements`,
    /** `verdict` is accept, reject, correct or withdraw; `notation` is the claim as it should read, with `correct`. */
    fields: { verdict: 'verdict', note: 'note', notation: 'notation' },
  },
  moderation: {
    action: (comment: string): string => `/comments/${encodeURIComponent(comment)}/moderation`,
    /** `verdict` is approve, refuse, withdraw or erase. */
    fields: { verdict: 'verdict', note: 'note' },
  },
  /** `step` is look (one of text, file and address is filled; nothing is kept) or keep (`draft` names what was looked at). */
  add: {
    action: '/add',
    fields: {
      step: 'step',
      draft: 'draft',
      text: 'text',
      file: 'file',
      address: 'address',
      title: 'title',
      publisher: 'publisher',
      published: 'published',
    },
  },
} as const;

/** Limits that the forms state and the server enforces, in characters. */
export const FORM_LIMITS = { name: 80, email: 254, comment: 4000, note: 1000, notation: 4000, paste: 200_000 } as const;
