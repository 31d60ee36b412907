// Which news agency a text credits: its dateline "(AP)", its by-line, or its closing credit. What an agency said once is one voice, however often printed.

/** Plain name -> the ways a credit writes it. */
const AGENCIES: ReadonlyArray<readonly [name: string, ...forms: string[]]> = [
  ['AP', 'AP', 'Associated Press', 'The Associated Press'],
  ['Reuters', 'Reuters', 'Thomson Reuters'],
  ['AFP', 'AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['UPI', 'UPI', 'United Press International'],
  ['DPA', 'DPA', 'Deutsche Presse-Agentur'],
  ['TASS', 'TASS', 'ITAR-TASS', 'Itar-Tass'],
  ['Interfax', 'Interfax'],
  ['RIA Novosti', 'RIA Novosti', 'RIA'],
  ['Xinhua', 'Xinhua', 'Xinhua News Agency'],
  ['ANSA', 'ANSA'],
  ['EFE', 'EFE', 'Agencia EFE'],
  ['Kyodo', 'Kyodo', 'Kyodo News'],
  ['Yonhap', 'Yonhap', 'Yonhap News Agency'],
  ['Anadolu', 'AA', 'Anadolu', 'Anadolu Agency'],
  ['PTI', 'PTI', 'Press Trust of India'],
  ['ANI', 'ANI', 'Asian News International'],
  ['IRNA', 'IRNA'],
  ['SANA', 'SANA'],
  ['PA', 'PA Media', 'Press Association'],
  ['AAP', 'AAP', 'Australian Associated Press'],
  ['CP', 'The Canadian Press', 'Canadian Press'],
  ['Ukrinform', 'Ukrinform'],
  ['Belga', 'Belga'],
  ['PAP', 'PAP'],
  ['BNS', 'BNS', 'Baltic News Service'],
  ['Hina', 'HINA', 'Hina'],
];

const BY_FORM = new Map(
  AGENCIES.flatMap(([name, ...forms]) => forms.map((form) => [form.toLowerCase(), name] as const)),
);
const FORMS = [...BY_FORM.keys()]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&'))
  .join('|');

/** "WASHINGTON, Jan. 8 (AP) --", "Jan 8 (Reuters) -" */
const DATELINE = new RegExp(`\\((${FORMS})\\)\\s*[-\u2013\u2014:]`, 'i');
/** "By Jane Doe, Associated Press" on the first lines; "(c) 2020 AFP", "Source: Reuters" on the last. */
const BYLINE = new RegExp(`^\\s*(?:by\\s[^\\n]{0,80}[,|]\\s*|source:\\s*)(?:the\\s)?(${FORMS})\\b`, 'im');
const CREDIT = new RegExp(
  `(?:©|\\(c\\)|copyright|source:|\u2014|--)\\s*(?:\\d{4}\\s)?(?:the\\s)?(${FORMS})\\s*\\.?\\s*$`,
  'im',
);
const HEAD = 600;
const TAIL = 300;

/** The plain name of an agency, by any form of it; null where the name is none. "The Associated Press" -> "AP". */
export const agencyNamed = (name: string): string | null =>
  BY_FORM.get(name.trim().toLowerCase()) ?? BY_FORM.get(name.trim().toLowerCase().replace(/^the /, '')) ?? null;

/** The agency that a text credits, or null. */
export function agencyOf(text: string): string | null {
  const head = text.slice(0, HEAD);
  const tail = text.slice(-TAIL);
  const form = DATELINE.exec(head)?.[1] ?? BYLINE.exec(head)?.[1] ?? BYLINE.exec(tail)?.[1] ?? CREDIT.exec(tail)?.[1];
  return form === undefined ? null : agencyNamed(form);
}
