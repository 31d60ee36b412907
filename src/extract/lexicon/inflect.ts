// Base form -> inflected forms, for regular and irregular English verbs.

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Past and participle of irregular verbs; one form where both are the same. */
const IRREGULAR = `be was been|become became become|begin began begun|bind bound|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burned|
buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|greenlight greenlit|green-light green-lit|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|
lay laid|lead led|leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|oversee oversaw overseen|overrun overran overrun|overthrow overthrew overthrown|pay paid|put put|quit quit|read read|rebuild rebuilt|
redraw redrew redrawn|retake retook retaken|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shoot shot|show showed shown|
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|speak spoke spoken|spend spent|split split|spread spread|stand stood|steal stole stolen|stick stuck|
strike struck|swear swore sworn|sweep swept|take took taken|thrust thrust|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|
undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|write wrote written`;

const irregular = new Map<string, readonly [string, string]>();
for (const line of IRREGULAR.split('|')) {
  const [base, past, participle] = line.trim().split(' ') as [string, string, string?];
  irregular.set(base, [past, participle ?? past]);
}

/** Verbs of one stress that double their last letter. */
const DOUBLING = new Set(
  'beg slim top drag drum plug jet snub nab skip strip whip stop plan rip slam scrap annul ram man ship airdrop drop cut put set get let quit run win sit hit shut split begin forget commit admit permit submit omit refer prefer transfer occur trim rob ban plot spot step wrap rid bar war mar pin dig kidnap stab gun grab transit regret rebut airlift vet equip defer embed'.split(
    ' ',
  ),
);
DOUBLING.delete('airlift');
DOUBLING.delete('transit');

const isVowel = (c: string | undefined): boolean => c !== undefined && 'aeiou'.includes(c);

function third(base: string): string {
  if (base === 'have') return 'has';
  if (base === 'be') return 'is';
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) return `${base}es`;
  if (base.endsWith('y') && !isVowel(base.at(-2))) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (base.endsWith('y') && !isVowel(base.at(-2))) return `${base.slice(0, -1)}ied`;
  if (DOUBLING.has(base)) return `${base}${base.at(-1)}ed`;
  return `${base}ed`;
}

function gerund(base: string): string {
  if (base === 'lie') return 'lying';
  if (base === 'be') return 'being';
  if (base.endsWith('ee') || base.endsWith('oe')) return `${base}ing`;
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  if (DOUBLING.has(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}

/** Every form of a verb's base with what it can be: "sent" is past and participle. */
export function formsOf(base: string): ReadonlyMap<string, readonly VerbForm[]> {
  const [past, participle] = irregular.get(base) ?? [regularPast(base), regularPast(base)];
  const forms = new Map<string, VerbForm[]>();
  const add = (word: string, form: VerbForm) => {
    const known = forms.get(word);
    if (known) known.push(form);
    else forms.set(word, [form]);
  };
  add(base, 'base');
  add(third(base), 'third');
  add(past, 'past');
  add(participle, 'participle');
  add(gerund(base), 'gerund');
  // British doubling of a last l: "travelled", "labelling".
  if (/(?:el|al|rol)$/.test(base)) {
    add(`${base}led`, 'past');
    add(`${base}led`, 'participle');
    add(`${base}ling`, 'gerund');
  }
  return forms;
}
