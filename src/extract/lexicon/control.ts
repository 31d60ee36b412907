// Verbs that hold other verbs: who then acts, and what becomes of the claim. One row a verb; factuality and control read the same table.

/**
 * control: whose doing the held verb is: the holder's subject or its object ("ordered them to leave").
 * mode: what the held verb becomes: asserted (begin, help, manage), planned (plan, order, agree), proposed (consider, urge, ask),
 * cancelled (deny, refuse, cancel), none (pretend, imagine), report (say: the held clause stands by itself).
 */
export interface Control {
  readonly control: 'subject' | 'object';
  readonly mode: 'asserted' | 'planned' | 'proposed' | 'cancelled' | 'none' | 'report';
  readonly aspect: 'begin' | 'continue' | 'complete' | null;
}

const ROWS: readonly (readonly [Control['control'], Control['mode'], Control['aspect'], string])[] = [
  ['subject', 'asserted', 'begin', 'begin start commence launch initiate open resume'],
  ['subject', 'asserted', 'continue', 'continue keep keep-on go-on carry-on proceed accelerate speed hasten'],
  ['subject', 'asserted', 'complete', 'complete finish conclude finalise finalize end'],
  [
    'subject',
    'asserted',
    null,
    'help manage use serve see have remain be make conduct lead include involve require take follow welcome mark oversee support respond work thank praise condemn criticise criticize go happen occur perform carry carry-out undertake effect',
  ],
  [
    'subject',
    'planned',
    null,
    'plan reaffirm intend decide agree promise pledge vow prepare mean choose undertake commit aim announce schedule vote prefer expect await resolve project envisage foresee arrange approve authorise authorize ratify greenlight sanction okay order direct instruct command tell endorse back bring-forward delay postpone put-off',
  ],
  [
    'object',
    'planned',
    null,
    'send order direct instruct command tell authorise authorize permit allow approve clear expect schedule task assign require oblige force compel commit let enable',
  ],
  [
    'subject',
    'proposed',
    null,
    'consider contemplate weigh threaten offer propose want wish hope seek ask demand recommend suggest debate discuss mull study try attempt appeal advocate favour favor appear seem warn request like need urge call support explore negotiate review claim oppose fear protest call-for call-on',
  ],
  [
    'object',
    'proposed',
    null,
    'urge ask press request want persuade beg invite call implore advise encourage push pressure recommend demand appeal call-on call-for warn convince',
  ],
  [
    'subject',
    'cancelled',
    null,
    'refrain desist deny refuse reject decline cancel scrap abandon fail forget avoid dismiss drop shelve rescind abort halt stop block veto turn-down rule-out call-off scuttle resist forgo renounce exclude prevent freeze suspend oppose disavow rebut refute',
  ],
  ['object', 'cancelled', null, 'forbid prevent bar stop dissuade prohibit ban exempt'],
  ['subject', 'none', null, 'pretend imagine suppose simulate dream design train equip'],
  ['object', 'none', null, 'design train equip'],
  [
    'subject',
    'report',
    null,
    'say report confirm state declare note add believe reveal insist acknowledge admit explain know think learn hear argue tell write show indicate stress mention understand estimate recall emphasise emphasize reiterate assert maintain maintains complain predict comment disclose announce tweet brief accuse blame allege see find observe',
  ],
];

const table = new Map<string, Control[]>();
for (const [control, mode, aspect, verbs] of ROWS) {
  for (const verb of verbs.split(' ')) {
    const lemma = verb.replace('-', ' ');
    const known = table.get(lemma) ?? [];
    known.push({ control, mode, aspect });
    table.set(lemma, known);
  }
}

/** How a verb holds an infinitive or gerund; with an object in between the object's control comes first. */
export function controlOf(lemma: string, withObject: boolean): Control | null {
  const rows = table.get(lemma);
  if (rows === undefined) return null;
  const fit = rows.find((r) => r.control === (withObject ? 'object' : 'subject') && r.mode !== 'report');
  return fit ?? rows.find((r) => r.mode !== 'report') ?? rows[0]!;
}

/** True for verbs that put a clause forward as said or thought: "said (that) troops left". */
export const reports = (lemma: string): boolean => table.get(lemma)?.some((r) => r.mode === 'report') ?? false;
