// What a decision is about: where its words end, and whether they make the verb a decision about forces.
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import type { Range } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { voteIn } from './vote.ts';
import { actionIn, concernsForces, type Deciding, decidingOf, isAboutPact } from './words.ts';

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
export const DOCUMENT =
  /^(?:plans?|bills?|resolutions?|motions?|measures?|mandates?|requests?|proposals?|deployments?|agreements?|laws?|decrees?|extensions?|missions?|deal|accord|treaty|draft|drafts|strikes?|airstrikes?|withdrawal|dispatch|decisions?|pact|legislation|permission|orders?|sending|use|participation|distribution|pullout|increase|reduction|offer|demands?|calls?|appeal|reinforcements?|contribution|operation|operations|intervention|stay|presence|return|troops?|soldiers|forces)$/;

const COUNTED = /^(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten)$/;
const STOPS = wordsOf(/^[;.?!:]$/);
const ENDS_MATTER = wordsOf(
  /^(?:after|following|amid|because|although|though|saying|despite|while|whereas|but|unless|citing|which|who|until|as)$/,
);
/** Where the matter of a decision ends: the clause's end, or what only explains it. */
export function endOfMatter(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const word = lower(tokens, i);
    if (STOPS.has(word) && !(word === ':' && i - from < 2)) return i;
    if (ENDS_MATTER.has(word) && i - from > 2 && !(word === 'as' && lower(tokens, i + 1) === 'part')) return i;
    if (word === 'and' && i - from > 1 && i + 1 < tokens.length) {
      const next = decidingOf(lower(tokens, i + 1));
      if (next && !next.base && !next.participle) return i;
      if (next?.participle && /ed$/.test(lower(tokens, i + 1)) && !/^to$/.test(lower(tokens, from))) return i;
    }
    if (
      word === ',' &&
      i - from > 3 &&
      /^(?:and|but|which|who|where|while|a|an|the|in|as|with|according|said|officials|bringing|ending|for)$/.test(
        lower(tokens, i + 1),
      ) &&
      !/^(?:and)$/.test(lower(tokens, i + 2))
    )
      return i;
    // "approves the return of 500 soldiers, reversing a pullout": what it undoes.
    if (
      word === ',' &&
      i - from > 3 &&
      /^(?:revers|undo|overturn|overrul|abandon|break)\w*ing$/.test(lower(tokens, i + 1))
    )
      return i;
  }
  return tokens.length;
}

/** Past an aside right after the verb: "rejected, by 53 votes to 47, a resolution". */
export function afterAside(tokens: readonly Token[], from: number): number {
  // "voted by 62 votes to 44, with three abstentions, to send": the count, and what more is said of it.
  if (lower(tokens, from) === 'by') {
    const stop = Math.min(tokens.length - 1, from + 20);
    for (let i = from + 2; i < stop; i++)
      if (
        lower(tokens, i) === ',' &&
        /^(?:to|that|for|against|in)$/.test(lower(tokens, i + 1)) &&
        COUNTED.test(lower(tokens, from + 1))
      )
        return i + 1;
  }
  // "approved on Tuesday, by 91 votes to three, an article".
  let comma = from;
  if (/^(?:on|today|yesterday|late)$/.test(lower(tokens, from)))
    while (comma < from + 4 && lower(tokens, comma) !== ',') comma++;
  if (lower(tokens, comma) !== ',') return from;
  if (comma > from && !/^(?:by|with)$/.test(lower(tokens, comma + 1))) return from;
  for (let i = comma + 1; i < Math.min(tokens.length, comma + 14); i++) if (lower(tokens, i) === ',') return i + 1;
  return from;
}

/** True where this sentence or one beside it is about forces. */
export const spokenOfForces = (view: SentenceView): boolean =>
  [0, -1, 1].some((step) => concernsForces(view.document.sentences[view.index + step]?.tokens ?? []));

const weaklyConcerns = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, i) =>
      // "extended their stay".
      (t.lower === 'stay' && /^(?:their|its)$/.test(tokens[i - 1]?.lower ?? '')) ||
      /^(?:presence|missions?|mandates?|force|deploy\w*|withdr[ae]w\w*|assistance|contribution|strikes?|bases?|operations?|personnel|help)$/.test(
        t.lower,
      ),
  );

/** "to withdraw from Mali": a state that leaves a country leaves it with its forces; one that leaves a treaty does not. */
export function leavesCountry(view: SentenceView, matter: Range): boolean {
  for (let i = matter.from; i < Math.min(matter.to, matter.from + 8); i++) {
    if (
      lower(view.tokens, i) !== 'from' ||
      !view.tokens.slice(matter.from, i).some((t) => /^(?:withdr[ae]w\w*|pull|out)$/.test(t.lower))
    )
      continue;
    return view.items.some(
      (item) =>
        item.from <= i + 2 &&
        item.to > i + 1 &&
        ((item.kind === 'actor' && item.what === 'state') || (item.kind === 'place' && item.places.length > 0)),
    );
  }
  return false;
}

/** "a resolution that sets up AUSSOM": a mission known by its name. */
const namesMission = (view: SentenceView, { from, to }: Range): boolean =>
  view.items.some((item) => item.kind === 'mission' && item.entry !== null && item.from >= from && item.to <= to);

/** True where the words after the verb make it a decision: "agreed to send", not "agreed with his brother". */
export function takes(view: SentenceView, deciding: Deciding, lemma: string, matter: Range): boolean {
  const { tokens } = view;
  const after = tokens.slice(matter.from, matter.to);
  const words = after.map((t) => t.lower);
  // "withdrew its consent": to the forces that the report is about.
  if (lemma === 'withdraw' && /^(?:its|their|his|her)$/.test(words[0] ?? '') && words[1] === 'consent')
    return spokenOfForces(view);
  const pact =
    (deciding === 'revoke' || deciding === 'refuse' || deciding === 'extend') &&
    isAboutPact(tokens.slice(matter.from, matter.from + 14));
  if (lemma === 'declare')
    return (
      words.slice(0, 4).some((w) => /^mobili[sz]ation$/.test(w)) ||
      (concernsForces(after) && words.some((w) => /^(?:illegal|unlawful|unconstitutional|void)$/.test(w)))
    );
  if (
    !concernsForces(after) &&
    !namesMission(view, matter) &&
    !(weaklyConcerns(after) && spokenOfForces(view)) &&
    !leavesCountry(view, matter) &&
    !pact &&
    !isBillOnForces(tokens, matter, deciding) &&
    !backsPlan(view, words, deciding) &&
    !(/^(?:consent|assent)$/.test(lemma) && voteIn(tokens) !== null && spokenOfForces(view))
  )
    return false;
  switch (deciding) {
    case 'resolve':
      if (MAKES_ARMY.test(words.slice(0, 14).join(' '))) return false;
      if (lemma === 'rule') return /^(?:against|that|in|on)$/.test(words[0] ?? '');
      // "agreed with Chad to send", "agreed to an interview": what is agreed is a doing.
      if (words[0] === 'with') return words.slice(1, 8).includes('to') && actionIn(after) !== null;
      if (words[0] === 'to' && /^(?:attend|meet|visit|testify|appear)$/.test(words[1] ?? '')) return false;
      if (words[0] === 'to' && /^(?:a|an|the|his|her|their)$/.test(words[1] ?? ''))
        return words.slice(2, 8).some((w) => DOCUMENT.test(w));
      return words
        .slice(0, 14)
        .some((w) => /^(?:to|on|upon|that|for|against|in|by|unanimously|overwhelmingly|down)$/.test(w));
    case 'halt':
      return words
        .slice(0, 6)
        .some((w) =>
          /^(?:deployments?|dispatch|sending|missions?|mandates?|decree|agreements?|accords?|operations?|withdrawal)$/.test(
            w,
          ),
        );
    case 'approve': {
      // "approved of the way they behaved" is liking.
      if (lemma === 'approve' && words[0] === 'of') return false;
      // "approved Brig. Gen. Lund to serve as commander": a post is filled.
      if (
        /^(?:brig|maj|lt|vice|rear|gen|col|capt|adm|general|colonel|brigadier|admiral|major)$/.test(
          words[0]?.replace('.', '') ?? '',
        )
      )
        return false;
      if (/^(?:approve|endorse|ratify|finalise|finalize|green-?light|rubber-?stamp|okay)$/.test(lemma)) return true;
      if (/^(?:consent|assent|accede)$/.test(lemma)) return words[0] === 'to' || voteIn(tokens) !== null;
      if (lemma === 'sign' && words[0] === 'off') return words[1] === 'on';
      // "confirmed that the agreement included": tells, and decides nothing.
      if (lemma === 'confirm' && words[0] === 'that') return false;
      if (lemma === 'confirm')
        return words.slice(0, 6).some((w) => /^(?:decision|agreements?|deal|mandate|accord|pact)$/.test(w));
      if (lemma === 'sign' || lemma === 'accept' || lemma === 'pass' || lemma === 'adopt' || lemma === 'back')
        return words
          .slice(0, 7)
          .some((w) =>
            /^(?:plans?|bill|resolutions?|motion|measure|mandate|requests?|proposal|agreements?|law|decree|decision|extension|deal|accord|treaty|draft|order|orders|pact|legislation|statement|deployment|sending|dispatch|withdrawal)$/.test(
              w,
            ),
          );
      return true;
    }
    case 'allow':
      if (words[0] === 'for') return false;
      return lemma !== 'sanction' && lemma !== 'mandate' ? true : words.some((w) => DOCUMENT.test(w));
    case 'extend':
      if (lemma === 'roll' && words[0] !== 'over') return false;
      return (
        pact ||
        words
          .slice(0, 9)
          .some((w) =>
            /^(?:mandates?|missions?|deployments?|operations?|stay|presence|force|drills|exercises?|authori[sz]ation|patrols|tour|training|resolution|contribution|commitment|until)$|^isaf|^uni|^min|^un[a-z]{3,}$/.test(
              w,
            ),
          )
      );
    case 'refuse':
      if (
        /^(?:block|reject|veto|defeat)$/.test(lemma) &&
        words.slice(0, 4).some((w) => /^(?:deployment|dispatch|sending|withdrawal)$/.test(w))
      )
        return true;
      // "rejected the mission in Mali by 92 votes to 55": a house that votes on it.
      if (
        lemma === 'reject' &&
        voteIn(tokens) !== null &&
        words.slice(0, 6).some((w) => /^(?:missions?|participation|contribution|intervention|strikes)$/.test(w))
      )
        return true;
      if (lemma === 'throw') return words[0] === 'out' && words.slice(1, 6).some((w) => DOCUMENT.test(w));
      if (lemma === 'turn' && !(words[0] === 'down' || words.slice(0, 8).includes('down'))) return false;
      if (lemma === 'deny')
        return words.slice(0, 6).some((w) => /^(?:requests?|permission|authori[sz]ation|consent|clearance)$/.test(w));
      return words
        .slice(0, 12)
        .some((w) =>
          /^(?:requests?|bill|drafts?|amendments?|proposals?|plans?|resolutions?|motions?|calls?|demands?|measures?|appeals?|offers?|mandates?|ultimatum|extension|renewal|pleas?|deal|legislation|treaty|accords?|agreements?|pact|decree|permission)$/.test(
            w,
          ),
        );
    case 'revoke':
      // "withdrew its consent", not "withdrew its troops"
      if (lemma === 'withdraw')
        return words.slice(0, 4).some((w) => /^(?:consent|permission|approval|authori[sz]ation|invitation)$/.test(w));
      return (
        pact ||
        words
          .slice(0, 8)
          .some((w) =>
            /^(?:mandates?|permission|authori[sz]ation|consent|decree|deployment|missions?|decision)$/.test(w),
          )
      );
    case 'ask':
      return asks(lemma, words);
    case 'expel':
      if (lemma === 'order' || lemma === 'tell')
        return (
          words
            .slice(0, 14)
            .some(
              (w, k) =>
                (w === 'leave' && words[k + 1] !== 'for') ||
                (w === 'out' && !OUT_OF_NOWHERE.test(words[k - 1] ?? '')) ||
                w === 'vacate' ||
                (w === 'quit' && k > 0),
            ) &&
          // "told a summit that its troops would be out": news, and no order.
          !words.slice(0, 8).includes('that') &&
          !/^(?:its|their|his|her|our)$/.test(words[0] ?? '')
        );
      return true;
  }
}

/** "rejected a bill under which 130 troops would have come home": what it is about stands in its clause. */
const isBillOnForces = (tokens: readonly Token[], matter: Range, deciding: Deciding): boolean =>
  (deciding === 'refuse' || deciding === 'approve') &&
  tokens.slice(matter.from, matter.to).some((t) => BILL.test(t.lower)) &&
  /^(?:which|that|whose)$/.test(lower(tokens, matter.to)) &&
  concernsForces(tokens.slice(matter.to));
const BILL = /^(?:bills?|motions?|resolutions?|proposals?|amendments?|plans?|drafts?|decrees?|requests?|laws?)$/;

/** "Parliament voted 127 to 43 to back the plan": of the forces that the sentences around are about. */
const backsPlan = (view: SentenceView, words: readonly string[], deciding: Deciding): boolean =>
  deciding === 'resolve' &&
  words[0] === 'to' &&
  /^(?:back|approve|support|endorse|adopt|pass|ratify|reject|accept)$/.test(words[1] ?? '') &&
  /^(?:the|its|a)$/.test(words[2] ?? '') &&
  /^(?:plans?|mission|deployment|move|motion|bill|proposal|request|measure|decision|operation)$/.test(words[3] ?? '') &&
  spokenOfForces(view);

/** "decided to form an army", "agreed to modernise its navy": what a state has at home. */
const MAKES_ARMY =
  /\b(?:form|creat|build|found|establish|rais|renam|moderni[sz]|reform|buy|purchas)\w* (?:up )?(?:an?|its|the|their) (?:[\w-]+ )?(?:army|armed forces|military|navy|air force)\b/;

/** "told reporters that they would carry out patrols": nobody goes out. */
const OUT_OF_NOWHERE = /^(?:carr(?:y|ied|ying)|rul\w+|find|found|point\w*|turn\w*)$/;

function asks(lemma: string, words: readonly string[]): boolean {
  const near = words.slice(0, 12);
  if (lemma === 'call') return words[0] === 'on' || words[0] === 'for' || words[0] === 'upon';
  if (lemma === 'appeal') return words[0] === 'to' || words[0] === 'for';
  // "asked the Minister for Defence how many soldiers": a question.
  if (
    lemma === 'ask' &&
    words
      .slice(0, 14)
      .some((w, k) => /^(?:whether|how|if|when|why|what)$/.test(w) || (w === 'number' && words[k - 1] === 'the'))
  )
    return false;
  if (lemma === 'ask' || lemma === 'invite' || lemma === 'urge')
    return near.slice(1).some((w) => w === 'to' || w === 'for') || words[0] === 'for' || words[0] === 'that';
  // "demands that the fleet leave": what is demanded stands in a clause of its own.
  if (lemma === 'demand' || lemma === 'request') return true;
  if (lemma === 'seek')
    return near.some((w) =>
      /^(?:authori[sz]ation|approval|permission|consent|help|mandate|reinforcements|troops|extension)$/.test(w),
    );
  return true;
}
