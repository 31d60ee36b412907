// A language model as a reader: the service's client, kept replies, the grounding check, the rules' examples.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chatModel } from './adapters/openai-chat.ts';
import { replyFiles } from './adapters/reply-files.ts';
import { type ModelReader, modelReader } from './app/model-reader.ts';
import type { ModelOptions } from './cli/wiring.ts';
import { RULES } from './extract/rules/index.ts';
import { grounderOf } from './wire-grounder.ts';

export function model(
  { model: name, base, key, onRefused }: ModelOptions,
  env: Readonly<Record<string, string | undefined>>,
): ModelReader {
  const kept =
    env['LAYDOWN_MODEL_CACHE'] ?? join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'laydown/replies');
  return modelReader({
    llm: chatModel({ base, model: name, key }),
    cache: kept === 'off' ? null : replyFiles(kept),
    grounderOf,
    rules: RULES,
    onRefused,
  });
}
