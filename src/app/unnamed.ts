// Judgements without the names of those who made them: who judged is told to those who judge; for everybody else the verdict, the day and the reason stand.

/** The same answer with `by` null in every list of judgements in it, on claims or on names, at any depth. What holds none is the very same value. */
export function unnamed<T>(answer: T): T {
  if (Array.isArray(answer)) {
    const items = answer.map(unnamed);
    return (items.some((item, i) => item !== answer[i]) ? items : answer) as T;
  }
  if (answer === null || typeof answer !== 'object') return answer;
  const changed = Object.entries(answer).flatMap(([key, value]): [string, unknown][] => {
    const told = LISTS.has(key) && Array.isArray(value) ? value.map(withoutName) : unnamed(value);
    return told === value ? [] : [[key, told]];
  });
  return changed.length === 0 ? answer : { ...answer, ...Object.fromEntries(changed) };
}

const LISTS: ReadonlySet<string> = new Set(['judgements', 'entities']);
const withoutName = (judgement: object): object => ({ ...judgement, by: null });
