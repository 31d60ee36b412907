// Where: a country (ISO 3166-1 alpha-2, XK Kosovo) or a region of several states ("R:SAHEL"), and the finest name the text gives.
import { z } from 'zod';

export const REGIONS = [
  'R:MIDDLE-EAST',
  'R:GULF',
  'R:SAHEL',
  'R:AFRICA',
  'R:EAST-AFRICA',
  'R:WEST-AFRICA',
  'R:EUROPE',
  'R:EASTERN-EUROPE',
  'R:BALTICS',
  'R:BALKANS',
  'R:ASIA-PACIFIC',
  'R:CENTRAL-ASIA',
  'R:CARIBBEAN',
  'R:AT-SEA',
  'R:WORLD',
  'R:OTHER',
] as const;

export const countryCodeSchema = z
  .string()
  .regex(/^(?:[A-Z]{2}|R:[A-Z]+(?:-[A-Z]+)*)$/, 'not a country (alpha-2) or region (R:...) code');

export const placeSchema = z.object({
  country: countryCodeSchema.nullable(),
  name: z.string().min(1).nullable().default(null),
});

/** `{country: "IQ", name: "Al Asad air base"}`; country null where the text names a place whose country is not known. */
export type Place = z.infer<typeof placeSchema>;

export const isRegion = (code: string): boolean => code.startsWith('R:');

export const samePlace = (a: Place, b: Place): boolean => a.country === b.country && a.name === b.name;
