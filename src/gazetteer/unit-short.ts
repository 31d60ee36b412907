// Short forms of formations that number them: "3-69 Armor", "2/7 Marines", "2 RAR", "VMFA-232".
import type { Party } from '../model/party.ts';
import type { Token } from '../text/document.ts';

/** Regiments whose battalions go by a number before their initials. */
const REGIMENTS: ReadonlyMap<string, Party> = new Map(
  (
    [
      ['AU', 'RAR'],
      ['NZ', 'RNZIR'],
      ['CA', 'RCR PPCLI R22eR'],
      ['GB', 'PARA SCOTS RIFLES LANCS YORKS MERCIAN PWRR RTR RGR REME RLC'],
    ] as const
  ).flatMap(([party, names]) => names.split(' ').map((name) => [name, party] as const)),
);
const BRANCH = /^(?:Armou?r|Infantry|Cavalry|Marines|Rangers?|Aviation|Stryker)$/;
const ECHELON = /^(?:Battalion|Regiment|Squadron|Brigade)$/i;
/** Squadrons of the US Navy and Marines by the letters of their kind. */
const SQUADRON = /^(?:V(?:MFA|MA|MM|MGR|AQ|FA|AW|P|RM)|HM(?:LA|H|M)|HS[CM])-\d{1,3}$/;

export interface ShortUnit {
  /** One past the last token. */
  readonly to: number;
  readonly party: Party | null;
}

export const isSquadronName = (text: string): boolean => SQUADRON.test(text);

/** The formation in its short form at token `at`, or null. */
export function matchShortUnit(tokens: readonly Token[], at: number): ShortUnit | null {
  const token = tokens[at]!;
  if (SQUADRON.test(token.text)) return { to: at + 1, party: 'US' };
  if (token.kind !== 'number' || !/^\d{1,3}$/.test(token.text)) return null;
  const next = tokens[at + 1];
  if (next === undefined) return null;
  const party = REGIMENTS.get(next.text);
  if (party !== undefined && token.text.length === 1) return { to: at + 2, party };
  // Battalion and regiment: nothing may stand between the figures, "3-69", or it is a score or a range of persons.
  const glued = token.end === next.start && next.end === tokens[at + 2]?.start && /^[-/–]$/.test(next.text);
  const branch = tokens[at + 3];
  if (!glued || tokens[at + 2]!.kind !== 'number' || branch === undefined || !BRANCH.test(branch.text)) return null;
  const whole = ECHELON.test(tokens[at + 4]?.text ?? '') ? 5 : 4;
  const few = Number(token.text) < 10 && !/^(?:Marines|Rangers?)$/.test(branch.text);
  return few || whole === 5 || next.text === '/' ? { to: at + whole, party: null } : null;
}
