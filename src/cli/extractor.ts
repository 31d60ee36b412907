// Who reads the claims: the built-in rules, a language model, or both; and what a model took and gave, told at the end.
import type { ModelMeter, ModelReader } from '../app/model-reader.ts';
import type { Reader } from '../app/services.ts';
import { LaydownError } from '../model/errors.ts';
import { counted } from './numbers.ts';
import type { Call } from './verb-kit.ts';

export interface ExtractorOptions {
  readonly extractor: 'rules' | 'model' | 'both';
  readonly model?: string;
  readonly modelUrl?: string;
  /** Threads that read; "1" reads in the program's own. */
  readonly jobs?: string;
}

export interface Readers {
  readonly reader: Reader;
  /** What the model finds beside the rules, where both read. */
  readonly second?: Reader;
  /** The model by itself, where both read. */
  readonly model?: Reader;
  /** On standard error: calls, tokens, cost, refusals. Nothing where no model read. */
  readonly tell: () => void;
}

/** Throws LaydownError `usage` where a model is asked for and none is named. */
export async function readersOf(call: Call, options: ExtractorOptions): Promise<Readers> {
  const { wiring, terminal } = call;
  const jobs = jobsIn(options.jobs);
  if (options.extractor === 'rules') {
    const reader = jobs === 1 ? await wiring.reader() : await wiring.readerIn(jobs);
    return { reader, tell: () => undefined };
  }
  const model = await modelOf(call, options);
  const tell = (): void => {
    for (const line of meterLines(model, wiring.env['LAYDOWN_MODEL_PRICE'])) terminal.warn(line);
  };
  if (options.extractor === 'model') return { reader: model, tell };
  const rules = await wiring.reader();
  const { besides } = await import('../app/model-reader.ts');
  return { reader: rules, second: besides(rules, model), model, tell };
}

/** One reader for where a report is read once: the claims of both, each with its maker. */
export const asOne = ({ reader, second }: Readers): Reader =>
  second === undefined
    ? reader
    : {
        name: `${reader.name} and ${second.name}`,
        version: `${reader.version} and ${second.version}`,
        read: async (report) => [...(await reader.read(report)), ...(await second.read(report))],
      };

const MOST_JOBS = 64;

function jobsIn(text = '1'): number {
  const jobs = Number(text);
  if (/^\d{1,2}$/.test(text) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new LaydownError('usage', `--jobs ${text} is no number of threads: 1 to ${MOST_JOBS}`);
}

async function modelOf({ wiring, terminal }: Call, options: ExtractorOptions): Promise<ModelReader> {
  const model = options.model ?? wiring.env['LAYDOWN_MODEL'];
  const base = options.modelUrl ?? wiring.env['LAYDOWN_MODEL_URL'];
  if (!model) throw new LaydownError('usage', 'name the model: --model NAME, or set LAYDOWN_MODEL');
  if (!base) throw new LaydownError('usage', 'name the service: --model-url https://.../v1, or set LAYDOWN_MODEL_URL');
  return wiring.model({
    model,
    base,
    key: wiring.env['LAYDOWN_MODEL_KEY'] || null,
    onRefused: (report, { claim, field, reason }) =>
      terminal.warn(`${terminal.warnPaint.yellow('refused')} ${field}: ${reason} (${claim.kind}, report ${report.id})`),
  });
}

function meterLines(model: ModelReader, price: string | undefined): string[] {
  const meter = model.meter();
  const refused = Object.entries(meter.refused);
  const total = refused.reduce((sum, [, n]) => sum + n, 0);
  const why = refused.map(([field, n]) => `${field} ${n}`).join(', ');
  return [
    `${model.name}: ${counted(meter.calls, 'call')}, ${counted(meter.kept_replies, 'kept reply', 'kept replies')}, ${meter.tokens_in} tokens in, ${meter.tokens_out} out${costOf(meter, price)}`,
    `${model.name}: ${counted(meter.claims, 'claim')} kept, ${total} refused${total === 0 ? '' : ` (${why})`}`,
  ];
}

/** LAYDOWN_MODEL_PRICE is "IN/OUT", for a million tokens each, in whatever currency the service charges. */
function costOf({ tokens_in, tokens_out }: ModelMeter, price: string | undefined): string {
  const [, into, out] = /^\s*([\d.]+)\s*\/\s*([\d.]+)\s*$/.exec(price ?? '') ?? [];
  if (into === undefined || out === undefined) return '';
  return `, cost ${((tokens_in * Number(into) + tokens_out * Number(out)) / 1e6).toFixed(4)}`;
}
