// A reviewer's verdict on a claim, signed with the account's name.
import { judgeClaim } from '../../app/judge-claim.ts';
import type { Claim } from '../../model/claim.ts';
import { LaydownError } from '../../model/errors.ts';
import { parseClaim } from '../../model/notation.ts';
import { VERDICTS } from '../../model/verdicts.ts';
import type { HttpServices } from '../context.ts';
import type { Form } from './form.ts';

const BYTES = 32 * 1024;
const NOTE_LETTERS = 1000;
const NOTATION_LETTERS = 4000;

export const judgeForm = (services: HttpServices): Form => ({
  path: '/claims/:id/judgements',
  right: 'judge',
  bytes: BYTES,
  async post({ fields, visitor }, c) {
    const verdict = VERDICTS.find((one) => one === fields['verdict']);
    if (verdict === undefined) throw new LaydownError('usage', `verdict: say one of ${VERDICTS.join(', ')}`);
    const note = fields['note']?.trim();
    if (note !== undefined && note.length > NOTE_LETTERS)
      throw new LaydownError('too-large', `note: ${NOTE_LETTERS} letters at most`);
    const { judgement, isNew } = await judgeClaim(services, {
      claim: c.req.param('id') ?? '',
      verdict,
      by: visitor.account!.name,
      ...(note ? { note } : {}),
      ...(verdict === 'correct' ? { correction: correctionIn(fields['notation']) } : {}),
    });
    return {
      notice: isNew ? 'judged' : 'judged-before',
      answer: { judgement, new: isNew },
      status: isNew ? 201 : 200,
    };
  },
});

/** The claim as it should read, in the one-line notation; its quotation stays. */
function correctionIn(notation: string | undefined): Partial<Claim> {
  if (!notation) throw new LaydownError('usage', 'notation: the claim as it should read, in the one-line notation');
  if (notation.length > NOTATION_LETTERS)
    throw new LaydownError('too-large', `notation: ${NOTATION_LETTERS} letters at most`);
  let claim: Claim;
  try {
    claim = parseClaim(notation, 'as in the original');
  } catch (error) {
    throw new LaydownError('usage', `notation: ${(error as Error).message}`, { cause: error });
  }
  const { evidence: _quotation, ...fields } = claim;
  return fields;
}
