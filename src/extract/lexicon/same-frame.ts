// Verbs and set phrases that are read as another verb: "beef up" as "boost", "made their way" as "travelled". What rules know of that one holds for all.

/**
 * The verb that rules know, then those that stand for it, with the words behind them; `~` is an article, a possessive or nothing. A phrase in
 * "out" leaves its preposition where "of" follows.
 */
const ROWS: readonly (readonly [string, string])[] = [
  ['send', 'send off|whisk|whisk off|hurry|funnel|detach|preposition|pre-position|pack off'],
  ['lend', 'loan'],
  ['arrive', 'turn up|show up|alight'],
  ['stream', 'flow|flood|pile|spill|swarm'],
  ['enter', 'set foot in|set foot on|set foot inside|storm into|burst into|punch into'],
  ['head', 'make for|make a beeline for'],
  ['travel', 'make ~ way|wend ~ way|trek|journey|deploy forward'],
  ['reach', 'converge on|converge upon|descend upon|descend on'],
  ['deploy', 'take up ~ positions|take up ~ position|take up ~ posts|take up station|fan out|spread out'],
  ['pull out', 'bow out|clear out|bug out|bail out|get out|walk out|slip out|drop out|pack up'],
  ['leave', 'get out of|say goodbye to|bid farewell to|pack up and leave|take ~ leave of|turn ~ back on'],
  [
    'withdraw',
    'decamp|disengage|yank|yank out|extricate|haul out|lift out|whisk away|whisk out|draw back|beat a retreat',
  ],
  [
    'locate',
    'situate|bivouac|canton|barrack|lodge|ensconce|emplace|bunker|hole up|dig in|hunker down|hunker|bed down|put up|shelter',
  ],
  ['stay', 'linger|hang on|sit tight|stay put|stay on|stay behind|remain behind|remain in place|remain on the ground'],
  [
    'boost',
    'beef up|bulk up|ramp up|bump up|jack up|shore up|flesh out|top up|scale up|step up|ratchet up|pump up|enlarge|hike|hike up',
  ],
  [
    'reduce',
    'pare|pare back|pare down|whittle|whittle down|whittle away|prune|prune back|slim|slim down|run down|diminish|taper|taper off|shave|lessen|curtail|dial back|dial down|roll back|draw back|bring down|thin|thin down|trim back|trim down|cut down|ratchet down|deplete|downscale|downsize|drain',
  ],
  ['start', 'kick off|get under way|get underway|set in motion|get going with|embark on|embark upon|stand up'],
  [
    'end',
    'axe|ax|bring to an end|bring to a close|put an end to|call time on|draw to a close|draw to an end|close out|bring down the curtain on|scrap|deactivate',
  ],
  [
    'suspend',
    'shelve|mothball|hold off on|put on hold|put on ice|place on hold|call a halt to|put a stop to|put on pause',
  ],
  ['continue', 'press on|press ahead|push on|push ahead|forge ahead|keep on|persist'],
  ['extend', 'lengthen|reauthorise|reauthorize|draw out|stretch out|re-up'],
  [
    'approve',
    'bless|rubber-stamp|green-light|greenlight|wave through|nod through|sign off on|give the nod to|give the green light to|give the green light for|give the go-ahead to|give the go-ahead for|give ~ blessing to|give ~ blessing for|give ~ approval to|give ~ approval for|give ~ consent to|give ~ assent to|put ~ weight behind|come out in favour of|come out in favor of|rule in favour of|rule in favor of|vote through|vote in favour of|vote in favor of|vote for',
  ],
  ['reject', 'spurn|knock back|vote down|throw out|say no to|vote against|rebuff|strike down'],
  ['ask', 'beseech|beg|exhort|entreat|petition|lobby|plead with|call upon|implore'],
];

export interface Idiom {
  readonly words: readonly string[];
  readonly lemma: string;
}

/** A verb of one word -> the verb that it is read as. */
export const READ_AS = new Map<string, string>();
/** A verb -> the phrases that it opens, longest first. */
export const IDIOMS = new Map<string, Idiom[]>();
for (const [lemma, phrases] of ROWS) {
  for (const phrase of phrases.split('|')) {
    const [verb, ...words] = phrase.split(' ') as [string, ...string[]];
    if (words.length === 0) READ_AS.set(verb.toLowerCase(), lemma);
    else
      IDIOMS.set(
        verb,
        [...(IDIOMS.get(verb) ?? []), { words, lemma }].sort((a, b) => b.words.length - a.words.length),
      );
  }
}

const FREE = /^(?:the|a|an|its|their|his|her|our|my|full|final|formal)$/;

/** The set phrase that a verb opens before the words from `at` on: what it is read as, and one past its last word. */
export function idiomAt(
  tokens: readonly { readonly lower: string }[],
  verb: string,
  at: number,
): { readonly lemma: string; readonly to: number } | null {
  const idioms = IDIOMS.get(verb);
  if (idioms === undefined) return null;
  for (const { words, lemma } of idioms) {
    let to = at;
    const fits = words.every((word) => {
      if (word === '~') {
        while (FREE.test(tokens[to]?.lower ?? '')) to++;
        return true;
      }
      return tokens[to++]?.lower === word;
    });
    if (fits) return { lemma, to };
  }
  return null;
}
