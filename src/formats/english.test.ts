import { expect, test } from 'vitest';
import { readsAsEnglish } from './english.ts';

test.each([
  [
    'yes',
    'The ministry said on Tuesday that it would bring some of its trainers home for the time being, and that the others would stay in the country.',
  ],
  [
    'no',
    'Das Ministerium erklärte am Dienstag, dass es einige seiner Ausbilder vorerst nach Hause holen werde; die übrigen sollen im Lande bleiben, hieß es weiter.',
  ],
  [
    'no',
    'Le ministère a déclaré mardi qu’il allait rapatrier une partie de ses instructeurs pour le moment, et que les autres resteraient dans le pays.',
  ],
  [
    'no',
    'El ministerio dijo el martes que traería a casa a algunos de sus instructores por el momento, y que los demás se quedarían en el país hasta nuevo aviso.',
  ],
  ['no', 'Министерство сообщило во вторник, что часть инструкторов будет отозвана.'],
  ['no', '国防部星期二宣布，部分教官将暂时回国。'],
  ['unsure', 'Fiji 170; Nepal 1,200; Ghana 870'],
  ['unsure', 'Trainers leave'],
])('%s: %s', (verdict, text) => {
  expect(readsAsEnglish(text)).toBe(verdict);
});

test('takes a text that begins in plain English for English, whatever language it ends in', () => {
  const english =
    'The ferry of the island was late, and the crew said that it would be with us by the end of the day. ';
  const german =
    'Der Kapitän erklärte später, dass ein Schaden am Ruder gefunden worden sei und niemand gewartet habe. ';
  expect(readsAsEnglish(`${english.repeat(7)}${german.repeat(40)}`)).toBe('yes');
  expect(readsAsEnglish(`${english.repeat(2)}${german.repeat(40)}`)).toBe('no');
});
