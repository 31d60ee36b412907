// The part of the suite of every store that erases: what is gone, what stays, and that it does not come back.
import { expect, test } from 'vitest';
import { claimSchema } from '../model/claim.ts';
import { added, claim, judged, presence, RECORDED, read, report } from './contract-events.ts';
import type { Store } from './store.ts';

interface Erasing {
  readonly store: Store;
  readonly filesWith: (letters: string) => Promise<readonly string[]>;
}

export function erasureContract(of: () => Erasing): void {
  test('erases a report on demand: its words are in no file any more, what remains says so, and the chain holds', async () => {
    const word = 'Quagga-42-Tapir';
    const secret = report('secret', { text: `Latvia has 90 soldiers in Kosovo, ${word} says. ${word.repeat(900)}` });
    const told = { ...secret, title: `${word} tells`, url: `https://example.org/${word}` };
    const quoted = {
      ...claim('s1', 'secret'),
      claim: claimSchema.parse({ ...presence(90), evidence: `90 soldiers, ${word} says`, said_by: word }),
    };
    const correction = { ...presence(80), evidence: quoted.claim.evidence, said_by: word };
    await of().store.append(
      [added(told), read('secret', [quoted]), judged('s1', 'correct', '2024-06-02', { correction })],
      RECORDED,
    );
    const redaction = {
      report: 'secret',
      on: '2024-06-05',
      by: 'A. Clerk',
      why: 'the publisher asked',
      speakers: true,
    };
    const cursor = await of().store.cursor();
    await of().store.append([{ kind: 'report-redacted', redaction }], RECORDED);
    const mark = '[redacted 2024-06-05 by A. Clerk: the publisher asked]';
    for (const kept of [word, 'quagga']) expect(await of().filesWith(kept)).toEqual([]);
    expect(await of().store.report('secret')).toEqual({ ...secret, title: mark, url: null, text: null });
    expect(await of().store.claim('s1')).toEqual({
      ...quoted,
      claim: { ...quoted.claim, evidence: mark, said_by: null },
      spans: null,
      grounded: false,
    });
    const facts = await of().store.facts({ reports: ['secret'] });
    expect(facts.redactions).toEqual([{ ...redaction, transaction: cursor + 1, ordinal: 0 }]);
    expect(facts.judgements[0]?.correction).toMatchObject({ evidence: mark, said_by: null, quantity: { min: 80 } });
    expect(await of().store.verify()).toEqual([]);
  });

  test('does not take in again what was erased, however it comes back', async () => {
    const again = await of().store.append(
      [
        added(report('secret', { text: 'the words again', title: 'its title' })),
        read('secret', [claim('s9', 'secret')], '9'),
        {
          kind: 'report-redacted',
          redaction: { report: 'secret', on: '2024-07-05', by: null, why: 'x', speakers: false },
        },
      ],
      RECORDED,
    );
    expect(again).toEqual({ transaction: null, reports: [], claims: [], readings: [], clashes: [] });
    expect((await of().store.report('secret'))?.text).toBeNull();
    await expect(
      of().store.append(
        [
          {
            kind: 'report-redacted',
            redaction: { report: 'none', on: '2024-07-05', by: null, why: 'x', speakers: false },
          },
        ],
        RECORDED,
      ),
    ).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('none') });
  });
}
