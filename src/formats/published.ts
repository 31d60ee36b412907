// The day a report was published, from the words that a file states it in. Nothing is guessed: two-digit years and 5/6/2020 are no date (25/6/2020 is one).

import { datelineOf } from '../model/dateline.ts';
import { type Day, dayOf, isDay } from '../model/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ISO = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]\d{2}:?\d{2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/;
/** 25/12/2020, 12.25.2020: where the numbers leave no choice. */
const NUMBERS = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:,?\s.{0,30})?$/;
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\b\.?,? (\d{4})\b`, 'i');
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\b\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'i');

/** "2020-01-07", "2020-01-07T23:30:00-05:00" (the day as written), "January 7, 2020", "Tue, 7 Jan 2020 10:00 GMT" -> the day; else null. */
export function dayFromWords(words: string): Day | null {
  const text = words.trim();
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) {
    const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
    return isDay(day) ? day : null;
  }
  if (text.length > 80) return null;
  const numbers = NUMBERS.exec(text);
  if (numbers) return dayOfNumbers(Number(numbers[3]), Number(numbers[1]), Number(numbers[2]));
  const first = DAY_FIRST.exec(text);
  if (first) return dayOf(Number(first[3]), monthOf(first[2]!), Number(first[1]));
  const second = MONTH_FIRST.exec(text);
  return second ? dayOf(Number(second[3]), monthOf(second[1]!), Number(second[2])) : null;
}

/** Day and month are told apart only where one of them is no month, or both are the same. */
function dayOfNumbers(year: number, first: number, second: number): Day | null {
  if (first > 12 || first === second) return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Of a line only the date and what stands around dates: "Published", a weekday, a time, a place before a dash. */
const DATE_LINE =
  /^(?:(?:published|posted|date|issued|released|updated|last (?:updated|modified))\b[:\s]{0,3}(?:on\s)?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?[\w.,\s-]{8,24}?(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}.{0,16})?$/i;
/** The day that a text's first lines state it was published on (a line of its own, or a dateline); null where none does. */
export function dayFromText(text: string): Day | null {
  const lines = text
    .slice(0, 3000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 6);
  for (const line of lines) {
    const day = dayFromWords(datelineOf(line)?.date ?? '');
    if (day !== null) return day;
    if (line.length <= 70 && DATE_LINE.test(line)) {
      const stated = dayFromWords(line.replace(/^\w+(?: \w+)?:\s*/, ''));
      if (stated !== null) return stated;
    }
  }
  return null;
}
