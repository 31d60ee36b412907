// What language a text is taken for: names and figures alone are of none.
import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each<[string | null, string]>([
  ['de', 'Die Bundeswehr verlegt 200 Soldaten nach Litauen.'],
  ['fr', 'La France envoie 300 soldats au Mali.'],
  ['pl', 'Polska wyśle 200 żołnierzy do Rumunii'],
  ['fr', 'France: 1 500 militaires au Niger, 900 en Côte d’Ivoire, 350 au Sénégal (2022)'],
  ['ja', '防衛省は火曜日、教官の一部を一時帰国させると発表した。'],
  ['ar', 'أعلنت وزارة الدفاع سحب أربعين مدربا من شمال البلاد'],
  ['en', 'Dutch frigate to Gulf'],
  ['en', 'NATO mission in Iraq suspended'],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  '250 Mali (MINUSMA) (2023)',
  '90 Latvia (NATO); 30 Kosovo (KFOR)',
  'Fiji 170; Nepal 1,200; Ghana 870; India 2,400; Bangladesh 1,600; Rwanda 2,000; Pakistan 1,200; Ethiopia 20; Morocco 760',
  '1,200 Libano (UNIFIL); 650 Kosovo (KFOR); 300 Somalia (EUTM); 240 Niger (MISIN)',
])('names and figures are of no other language: %s', (text) => {
  expect([null, 'en']).toContain(languageOf(text));
});
