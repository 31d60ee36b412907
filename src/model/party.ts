// Whose force: ISO 3166-1 alpha-2 for a state, a fixed code for the known organisations, "OTHER:<name>" for the rest.
import { z } from 'zod';

/** Bodies of several states, and forces whose states are not said. */
export const ALLIANCES = [
  'NATO',
  'UN',
  'EU',
  'AFRICAN-UNION',
  'ECOWAS',
  'SADC',
  'CSTO',
  'OSCE',
  'ARAB-LEAGUE',
  'GCC',
  'G5-SAHEL',
  'CIS',
  'COALITION',
  'FOREIGN',
] as const;

/** Armed groups that no state answers for. */
export const ARMED_GROUPS = [
  'WAGNER',
  'ISLAMIC-STATE',
  'TALIBAN',
  'HEZBOLLAH',
  'HAMAS',
  'AL-QAEDA',
  'AL-SHABAAB',
] as const;

export const ORGANISATIONS = [...ALLIANCES, ...ARMED_GROUPS] as const;

const KNOWN: ReadonlySet<string> = new Set(ORGANISATIONS);

export const partySchema = z
  .string()
  .refine((code) => /^[A-Z]{2}$/.test(code) || KNOWN.has(code) || /^OTHER:\S/.test(code), {
    message: 'not a party code',
  });

export type Party = string;

export const isParty = (code: string): boolean => partySchema.safeParse(code).success;

/** True for a state's code, false for NATO, UN, OTHER:... */
export const isState = (party: Party): boolean =>
  party.length === 2 && isCapital(party.charCodeAt(0)) && isCapital(party.charCodeAt(1)) && !KNOWN.has(party);

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
