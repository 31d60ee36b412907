// Adding reports: pasted, as a file, or by an address of the public web. First looked at (`step` look), then kept (`step` keep).
import { keepReports, type LookedAt, lookAtReports } from '../../app/look-at-reports.ts';
import { isWebAddress, webFile } from '../../app/web-file.ts';
import { isDay } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import type { FoundFile } from '../../ports/intake.ts';
import type { HttpServices } from '../context.ts';
import type { Form, Outcome, Posted } from './form.ts';

const MB = 1024 * 1024;
const BYTES = 20 * MB;
const PASTE_LETTERS = 200_000;
const FIELD_LETTERS = 500;

export const addForm = (services: HttpServices): Form => ({
  path: '/add',
  right: 'add',
  bytes: BYTES,
  async post(posted) {
    const { fields, visitor } = posted;
    const account = visitor.account!.name;
    const { draft = '', step = 'keep' } = fields;
    if (step !== 'look' && step !== 'keep') throw new LaydownError('usage', 'step: say look or keep');
    const looked = draft === '' ? await look(services, posted) : shelved(services, account, draft);
    if (step === 'look') {
      const name = services.drafts.put(account, looked);
      return { notice: 'looked', answer: { draft: name, ...looked }, to: `/add?draft=${name}` };
    }
    services.drafts.remove(draft);
    return keep(services, looked);
  },
});

async function keep(services: HttpServices, looked: LookedAt): Promise<Outcome> {
  const [fault] = looked.faults;
  if (looked.reports.length === 0 && fault !== undefined) throw new LaydownError(fault.code, fault.message);
  const { faults, ...summary } = await keepReports(services, looked);
  const isNew = summary.added + summary.reread > 0;
  const ids = looked.reports.map(({ report }) => report.id);
  return {
    notice: isNew ? 'added' : 'added-before',
    answer: { ...summary, reports: ids, faults: [...looked.faults, ...faults] },
    status: isNew ? 201 : 200,
    ...(ids.length === 1 ? { to: `/reports/${encodeURIComponent(ids[0]!)}` } : {}),
  };
}

function shelved({ drafts }: HttpServices, account: string, name: string): LookedAt {
  const looked = drafts.get(account, name);
  if (looked === null) throw new LaydownError('not-found', 'what was looked at is gone: bring the report once more');
  return looked;
}

async function look(services: HttpServices, posted: Posted): Promise<LookedAt> {
  const { fields } = posted;
  const text = fields['text']?.trim() ?? '';
  const address = fields['address']?.trim() ?? '';
  const file = posted.files['file'];
  const given = [text !== '', address !== '', file !== undefined].filter(Boolean).length;
  if (given !== 1) throw new LaydownError('usage', 'give one of: a text, a file, an address');
  const about = aboutIn(fields);
  if (file !== undefined) return lookAtReports(services, uploaded(file), () => about);
  if (text !== '') {
    if (text.length > PASTE_LETTERS)
      throw new LaydownError(
        'too-large',
        `text: ${PASTE_LETTERS.toLocaleString('en')} letters at most; bring it as a file`,
      );
    return lookAtReports(services, pasted(text), () => about);
  }
  if (!isWebAddress(address)) throw new LaydownError('usage', 'address: begin with https://');
  let url = address;
  const found = webFile(services.fetcher, address, (end) => {
    url = end;
  });
  return lookAtReports(services, found, () => ({ ...about, url }));
}

function aboutIn(fields: Posted['fields']): { title?: string; publisher?: string; published?: string } {
  const about: { title?: string; publisher?: string; published?: string } = {};
  for (const name of ['title', 'publisher', 'published'] as const) {
    const value = fields[name]?.trim() ?? '';
    if (value === '') continue;
    if (value.length > FIELD_LETTERS) throw new LaydownError('too-large', `${name}: ${FIELD_LETTERS} letters at most`);
    about[name] = value;
  }
  if (about.published !== undefined && !isDay(about.published))
    throw new LaydownError('usage', 'published: is no date: write YYYY-MM-DD');
  return about;
}

const pasted = (text: string): FoundFile => inMemory('pasted text.txt', new TextEncoder().encode(text));

/** Of a name only its end counts: it tells the format, and leads nowhere. */
const uploaded = (file: File): FoundFile => ({
  ...inMemory(file.name.replace(/^.*[/\\]/s, '').slice(-100) || 'file', new Uint8Array()),
  size: file.size,
  bytes: async (limit) => {
    if (file.size > limit) throw new LaydownError('too-large', `is larger than ${Math.round(limit / MB)} MB`);
    return new Uint8Array(await file.arrayBuffer());
  },
});

const inMemory = (source: string, bytes: Uint8Array): FoundFile => ({
  source,
  size: bytes.length,
  bytes: async () => bytes,
  async *lines() {
    yield new LaydownError('bad-input', 'a list of reports (.jsonl) is not taken here: use laydown add');
  },
});
