// The rules of incidents, in the order in which they are tried: attacks by or on forces that the report dates or places.
import type { Rule } from '../../../rule.ts';
import { abducts } from './abducted.ts';
import { attacks } from './attacked.ts';
import { harms } from './harmed.ts';
import { namedAttack } from './named.ts';
import { seizes } from './seized.ts';
import { tollRises } from './toll-rises.ts';

export const INCIDENT_RULES: readonly Rule[] = [attacks, seizes, abducts, harms, namedAttack, tollRises];
