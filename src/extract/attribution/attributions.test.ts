import { describe, expect, test } from 'vitest';
import type { Span } from '../../model/claim.ts';
import { readText } from '../../text/read-text.ts';
import { attributionAt, attributionsOf, isInSayingWords } from './attributions.ts';

const spanOf = (text: string, words: string): Span => {
  const at = text.lastIndexOf(words);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  return [at, at + words.length];
};
const said = (text: string, words: string, title: string | null = null): string | null => {
  const document = readText(text, { title, published: '2021-06-14' });
  return attributionAt(attributionsOf(document), spanOf(text, words))?.speaker ?? null;
};

describe('who is cited for the words', () => {
  test.each<[string, string, string, string | null]>([
    [
      'a leading source',
      'According to the Omani navy, 40 sailors are at Duqm.',
      '40 sailors are at Duqm',
      'Omani navy',
    ],
    [
      'those behind a clause that hangs on the attack',
      'At least 23 people were killed when rebels shelled two camps, triggering heavy clashes, witnesses and police said.',
      '23 people were killed',
      'witnesses and police',
    ],
    [
      'a sentence that opens with a preposition and owns its speaker',
      'Near the border, its officials said 40 men had left.',
      '40 men had left',
      'officials',
    ],
    [
      'a trailing source',
      'Some 40 sailors are at Duqm, according to officials in Muscat.',
      '40 sailors are at Duqm',
      'officials in Muscat',
    ],
    [
      'a source with a name beside it',
      'According to army spokesman Karim Nasser, 40 men left Erbil.',
      '40 men left Erbil',
      'Karim Nasser',
    ],
    ['a count of its own', "By the ministry's own figures, 300 men serve in Gao.", '300 men serve in Gao', 'ministry'],
    [
      'a report by someone',
      'According to a report by the Senate, 300 men serve in Gao.',
      '300 men serve in Gao',
      'Senate',
    ],
    [
      'a clause after the verb',
      'The Polish government said on Friday that 90 men would leave Ghazni.',
      '90 men would leave Ghazni',
      'Polish government',
    ],
    [
      'a clause without "that"',
      'Officials in Lima said 90 engineers were in Bunia.',
      '90 engineers were in Bunia',
      'Officials in Lima',
    ],
    ['a headline', 'Brazil says its marines leave Haiti', 'its marines leave Haiti', 'Brazil'],
    [
      'a noun that is announced',
      'Chad announces a withdrawal of 200 soldiers from Mali.',
      'a withdrawal of 200 soldiers',
      'Chad',
    ],
    [
      'a source behind the clause',
      'Ghana has sent 30 men to Aden, its Foreign Ministry said.',
      'Ghana has sent 30 men to Aden',
      "Ghana's Foreign Ministry",
    ],
    [
      'venue and date of saying',
      'Ghana has sent 30 men to Aden, Defence Minister Ama Owusu told reporters in Accra on Friday.',
      'sent 30 men to Aden',
      'Ama Owusu',
    ],
    [
      'a source in the middle',
      'The 30 Ghanaians, General Kofi Boateng told a newspaper, will leave Aden in May.',
      'will leave Aden in May',
      'Kofi Boateng',
    ],
    [
      'a turned-round verb',
      '“Thirty men are in Aden,” said Ama Owusu, the defence minister.',
      'Thirty men are in Aden',
      'Ama Owusu',
    ],
    [
      'an office turned round',
      'Thirty men are in Aden, said a spokesman for the force in Yemen.',
      'Thirty men are in Aden',
      'spokesman for the force in Yemen',
    ],
    [
      'a long office',
      'A spokeswoman for the European Union mission in Georgia said 12 monitors had left Zugdidi.',
      '12 monitors had left Zugdidi',
      'spokeswoman for the European Union mission in Georgia',
    ],
    [
      'two sources',
      'Thirty men are in Aden, Omani state media and Saudi officials said.',
      'Thirty men are in Aden',
      'Omani state media and Saudi officials',
    ],
    [
      'a name beside its office',
      "The mission's chief, Maj. Gen. Pekka Salo, said the patrols had resumed.",
      'the patrols had resumed',
      'Pekka Salo',
    ],
    [
      'an office beside its name',
      'Pekka Salo, the head of the mission, said the patrols had resumed.',
      'the patrols had resumed',
      'Pekka Salo',
    ],
    [
      'an unnamed one',
      'A western diplomat, who did not want to be named, said Oman would send a ship to Aden.',
      'Oman would send a ship to Aden',
      'western diplomat',
    ],
    [
      'a letter',
      'In a letter to the council the Omani foreign minister wrote that 40 men would go to Aden.',
      '40 men would go to Aden',
      'Omani foreign minister',
    ],
    [
      'the author of a letter',
      'Pekka Salo announced the change in a letter on Monday. Forty men will go to Aden, the letter said.',
      'Forty men will go to Aden',
      'Pekka Salo',
    ],
    [
      'a pronoun',
      'Pekka Salo spoke on Monday, officials said. Pekka Salo said so too. He added that 40 men were in Aden.',
      '40 men were in Aden',
      'Pekka Salo',
    ],
    [
      'a surname',
      'Finnish minister Pekka Salo was in Oslo. Salo said 40 men were in Aden.',
      '40 men were in Aden',
      'Pekka Salo',
    ],
    [
      'the alliance',
      'NATO ministers met on Monday. The alliance said it would send 40 men to Aden.',
      'it would send 40 men to Aden',
      'NATO',
    ],
    [
      'a denial',
      'The junta in Bamako denied that 400 Russians had landed there.',
      '400 Russians had landed there',
      'junta in Bamako',
    ],
    [
      'an option ruled out',
      "Peru's president ruled out a withdrawal of the 180 men.",
      'a withdrawal of the 180 men',
      "Peru's president",
    ],
    [
      'what others are urged to do',
      'Church groups have urged Rwanda to take its men out of Goma.',
      'to take its men out of Goma',
      'Church groups',
    ],
    [
      'what others are accused of',
      'Rwanda has been accused by the United Nations of sending men to Goma.',
      'sending men to Goma',
      'United Nations',
    ],
    ['a passive', 'The withdrawal of 40 men was announced by the palace.', 'withdrawal of 40 men', 'palace'],
    [
      'who did the verb before, where nobody opens the sentence',
      'This comes a week after Ann Lee testified and said that 40 men had left.',
      '40 men had left',
      'Ann Lee',
    ],
    [
      'an admission',
      "In Oslo there was anger over Chad's admission that 40 men had stayed.",
      '40 men had stayed',
      'Chad',
    ],
    [
      'an announcement by a name',
      'He welcomed the announcement by the king, Harald Lund, that 40 men would come.',
      '40 men would come',
      'Harald Lund',
    ],
    ['who is posted', 'The UN envoy to Chad said 40 men had landed.', '40 men had landed', 'UN envoy to Chad'],
    ['unconfirmed reports', 'The envoy left amid reports that 40 men had landed.', '40 men had landed', 'reports'],
    ['as someone has said', 'As General Salo has said, the 40 men will stay.', 'the 40 men will stay', 'General Salo'],
    ['an ultimatum', 'The governor gave Chad an ultimatum to withdraw its men.', 'withdraw its men', 'governor'],
    [
      'a quotation over sentences',
      'Ama Owusu spoke at length. “Thirty men are in Aden. Ten more are in Mukalla,” Owusu said.',
      'Thirty men are in Aden',
      'Ama Owusu',
    ],
    [
      'one who is cited by one who is quoted',
      '“The king told me to bring our 40 men home by May,” minister Ama Owusu said.',
      'our 40 men home by May',
      'Ama Owusu',
    ],
  ])('%s', (_, text, words, speaker) => {
    expect(said(text, words)).toBe(speaker);
  });
});

describe('nobody is cited', () => {
  test.each<[string, string, string]>([
    ['for the next sentence', 'Ghana sent 30 men, the ministry said. Togo sent ten.', 'Togo sent ten'],
    [
      'for an aside after a colon of its own voice',
      'Ghana will send 30 men, officials said; Togo has sent ten.',
      'Togo has sent ten',
    ],
    [
      'for what the report adds with "although"',
      'NATO said it would send 400 men to Aden, although no date was given.',
      'no date was given',
    ],
    ['by the name of a state', 'The United States has 400 men in Aden.', '400 men in Aden'],
    ['by an order', 'The Pentagon ordered 400 men to Aden.', '400 men to Aden'],
    ['by a verb that keeps', 'Oman maintains 400 men in Aden.', '400 men in Aden'],
    ['by nobody in particular', 'It was announced that 400 men would go to Aden.', '400 men would go to Aden'],
    ['by what was not said', 'Oman did not say how many men were in Aden.', 'how many men were in Aden'],
    [
      'in a letter of the first person',
      'I said in March that we would act. I have sent 40 men to Aden. We will send more.',
      'I have sent 40 men to Aden',
    ],
  ])('%s', (_, text, words) => {
    expect(said(text, words)).toBeNull();
  });
});

test('a transcript turn belongs to its label, in plain letters and with the first name where the report gives it', () => {
  const text =
    'Briefing by Press Secretary Ada Lind\n\nQUESTION: Are there 40 men in Aden?\n\nMS. LIND: We have 40 men in Mukalla. More will come.';
  expect(said(text, '40 men in Aden')).toBe('QUESTION');
  expect(said(text, '40 men in Mukalla')).toBe('Ada Lind');
  expect(said(text, 'More will come')).toBe('Ada Lind');
});

test.each([
  ['Ghana said on Monday that 30 men had left.', 'Monday', true],
  ['Ghana said that 30 men had left on Monday.', 'Monday', false],
  ['Thirty men have left, Ghana said in Accra on Monday.', 'Monday', true],
  ['Thirty men left on Monday, Ghana said.', 'Monday', false],
  ['The general, Pekka Salo, announced on Monday that the course was over.', 'Monday', true],
])('a date of saying is told from a date of the event: %s', (text, day, expected) => {
  expect(isInSayingWords(attributionsOf(readText(text)), spanOf(text, day))).toBe(expected);
});
