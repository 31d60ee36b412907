// docs/rules.md, written from the rules themselves: nothing on that page is written by hand.
import type { Rule } from '../../src/extract/rule.ts';

const KINDS = ['presence', 'movement', 'status', 'decision', 'incident'] as const;
/** Longer lists of waking words are cut: the lexicon has them all. */
const MOST_WORDS = 24;

export function rulesPage(rules: readonly Rule[]): string {
  const examples = rules.reduce((sum, rule) => sum + Object.keys(rule.examples).length, 0);
  const counter = rules.reduce((sum, rule) => sum + rule.not.length, 0);
  const groups = KINDS.map((kind) => ({ kind, own: rules.filter((rule) => rule.id.startsWith(`${kind}/`)) }));
  const rest = rules.filter((rule) => !KINDS.some((kind) => rule.id.startsWith(`${kind}/`)));
  if (rest.length > 0) throw new Error(`rules without a kind in their id: ${rest.map((rule) => rule.id).join(', ')}`);
  return [
    '# Rules',
    '',
    '<!-- Written by `npm run rules -- --write` from src/extract/rules/: change the rules, not this page. -->',
    '',
    `What the built-in reader reads, rule by rule: ${rules.length} rules with ${examples} example sentences and ${counter} counter-examples, all of them tests.`,
    'Each line under an example is a claim in the [one-line notation](claims.md), place names left out. Sentences count as published on',
    'Monday, 15 June 2020. How to add a rule: [writing-rules.md](writing-rules.md).',
    '',
    ...groups.flatMap(({ kind, own }) => [`## ${kind}`, '', ...own.flatMap(section)]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function section(rule: Rule): string[] {
  return [
    `### ${rule.id}`,
    '',
    ...(rule.why ? [rule.why, ''] : []),
    `Woken by ${wakesBy(rule)}.`,
    '',
    ...Object.entries(rule.examples).flatMap(([sentence, claims]) => [
      `> ${inMarkdown(sentence)}`,
      '',
      '```',
      ...claims,
      '```',
      '',
    ]),
    'Reads nothing in:',
    '',
    ...rule.not.map((sentence) => `- ${inMarkdown(sentence)}`),
    '',
  ];
}

function wakesBy(rule: Rule): string {
  switch (rule.on) {
    case 'predicate': {
      const words = [...rule.lemmas].sort();
      const more = words.length > MOST_WORDS ? ` and ${words.length - MOST_WORDS} more` : '';
      return `a verb or doing-noun: ${words.slice(0, MOST_WORDS).join(', ')}${more}`;
    }
    case 'force':
      return 'each phrase that names a force';
    case 'sentence':
      return `a sentence that matches \`${String(rule.wake).replaceAll('`', '\\`')}\``;
  }
}

const inMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/([\\`*_<>[\]])/g, '\\$1');
