// For tests: articles as a general archive has them: most on other things, some with figures of forces; the same ones for the same count.
const COUNTRIES = ['Mali', 'Chad', 'Niger', 'Kenya', 'Gabon', 'Togo', 'Benin', 'Ghana', 'Iraq', 'Kuwait'];
const PARTIES = ['France', 'Germany', 'Spain', 'Italy', 'Canada', 'Denmark', 'Poland', 'Portugal'];
const GENERAL = [
  'The council voted to widen the road to the harbour before the summer.',
  'Analysts expect the price of coffee to fall again next week.',
  'Heavy rain closed two schools, and the trains ran late until noon.',
  'The home side won in the last minute, to the joy of a sold-out stadium.',
  'A new exhibition shows drawings that had been thought lost.',
  'Farmers say that the harvest came three weeks early this year.',
  'The company named a new head of research after months of search.',
  'The museum opens on Sundays from May, its director said.',
  'Doctors warned that the waiting lists have grown since the winter.',
  'The ferry to the islands takes bicycles without a fee.',
];

/** Of a hundred articles, so many have claims to find. */
const RELEVANT = 15;

/** Lines of a JSONL archive, each of its own. */
export function madeArticles(count: number): string[] {
  let x = 20_200_108;
  const random = (below: number): number => {
    x = (x * 48_271) % 2_147_483_647;
    return x % below;
  };
  const pick = (list: readonly string[]): string => list[random(list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from({ length: 4 + random(6) }, () => pick(GENERAL));
    if (i % 100 < RELEVANT) {
      const from = pick(COUNTRIES);
      sentences.push(
        `${pick(PARTIES)} has ${60 + random(900)} soldiers in ${from}, the defence ministry said on Monday.`,
      );
      if (random(3) === 0) sentences.push(`It will withdraw ${10 + random(40)} of them from ${from} in June.`);
    }
    return JSON.stringify({
      text: `${sentences.join(' ')} This was dispatch number ${i}.`,
      title: `Dispatch ${i}`,
      published: '2021-05-03',
    });
  });
}
