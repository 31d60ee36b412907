// Movements that no verb of motion carries, or that come in pairs: relief, having troops out, following with more.
import type { Finding, PresenceFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { NounLike, PlaceItem } from '../../../syntax/item.ts';
import { forcesIn, ownerPhrase, ownersIn, placeOf, routeOf, whereabouts } from '../roles.ts';
import { GO, movement } from './moves.ts';

/** "250 more troops are expected in Kosovo": on their way, in a word. */
export const expected = rule({
  id: 'movement/expected',
  on: 'predicate',
  lemmas: new Set(['expect', 'await']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice !== 'passive' || p.item.negated) return [];
    return forcesIn(p.object).flatMap((force) => {
      const { from, to } = routeOf(p, { ...GO, at: 'to' }, force);
      // "remain on the Golan Heights and are expected home": from where they remain.
      if (from.length === 0 && to.some((x) => x.ref === 'home') && p.relation === 'coordinate')
        from.push(...(p.governor?.places ?? []).filter((x) => /^(?:in|at|on)$/.test(x.prep ?? '')));
      const more = (force.additional || force.adjectives.includes('remaining')) && force.quantity !== null;
      return to.length === 0 && !more ? [] : [movement(p, force, [], from, to, { move: 'deploy', phase: 'planned' })];
    });
  },
  examples: {
    'Forty Romanian soldiers landed in Pristina, and another 90 are expected.': ['movement RO 90 -> XK planned deploy'],
    'Forty Romanian soldiers landed in Pristina; the remaining 90 are expected by July 2020.': [
      'movement RO 90 -> XK planned deploy [..2020-07-31]',
    ],
    'An additional 250 Romanian troops are expected in Kosovo.': ['movement RO 250 -> XK planned deploy'],
  },
  not: ['An additional 250 Romanian guests are expected in Kosovo.'],
});

/** "will have its 145 soldiers out of Bamiyan by May". */
export const hasOut = rule({
  id: 'movement/has-out',
  on: 'predicate',
  lemmas: new Set(['have', 'get', 'want', 'take']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    const from = p.places.filter((x) => x.prep === 'out-of');
    const home = p.places.filter((x) => x.ref === 'home');
    if (from.length + (p.lemma === 'take' ? 0 : home.length) === 0 || MOTION.has(p.lemma)) return [];
    return forcesIn(p.object).map((force) => movement(p, force, ownersIn(p.subject), from, home, { move: 'withdraw' }));
  },
  examples: {
    'New Zealand will have its 145 soldiers out of Afghanistan by the end of July.': [
      'movement NZ 145 AF -> planned withdraw [..2020-07-31]',
    ],
  },
  not: ['New Zealand will have its 145 soldiers out of debt.'],
});

/** "and Spain will follow with one battery". */
export const followsWith = rule({
  id: 'movement/follows-with',
  on: 'predicate',
  lemmas: new Set(['follow', 'reinforce', 'join', 'participate', 'respond']),
  read(p) {
    if (p.item.kind !== 'verb' || p.lemma !== 'follow' || p.relation === 'participle') return [];
    // "Indonesia sends the most, followed by India with 900": the next in a list.
    if (p.item.bare && p.others.some((n) => n.kind === 'actor' && n.prep === 'by')) return [];
    // "The largest is to UNIFIL, followed by UNDOF with 132": the next in a list.
    if (p.others.some((n) => n.kind === 'mission' && n.prep === 'by')) return [];
    const forces = forcesIn(p.others).filter((f) => f.prep === 'with');
    const { from, to } = routeOf(p, GO, null);
    const owners = ownersIn(p.subject);
    // "Fiji and Tonga followed with 50 and 65": each with its own.
    const paired = owners.length > 1 && owners.length === forces.length;
    return forces.map((force, i) => movement(p, force, paired ? [owners[i]!] : owners, from, to, { move: 'deploy' }));
  },
  examples: {
    'Australia sent 100 police officers to Nauru. Fiji and Tonga followed with 50 soldiers and 65 soldiers.': [
      'movement FJ 50 -> NR completed deploy',
      'movement TO 65 -> NR completed deploy',
    ],
    'The Netherlands shipped two Patriot batteries to Turkey, and Spain will follow with one.': [
      'movement ES 1 battery -> TR planned deploy',
    ],
  },
  not: ['The Netherlands shipped two paintings to Turkey, and Spain will follow with one.'],
});

/** "ended its military presence in that country". */
export const endsPresence = rule({
  id: 'movement/ends-presence',
  on: 'predicate',
  lemmas: new Set(['presence', 'deploy', 'station']),
  read(p) {
    const { item, governor } = p;
    if (
      item.kind !== 'nominal' ||
      governor?.item.kind !== 'verb' ||
      !/^(?:end|terminate|conclude|close|wind up|wind down|wrap up)$/.test(governor.lemma)
    )
      return [];
    const from = whereabouts(p, null).concat(whereabouts(governor, null));
    const owners = ownersIn(governor.subject).filter((o) => o.kind !== 'pronoun' || true);
    if (from.length === 0 || owners.length === 0 || p.object.some((o) => placeOf(o) === null && o.kind !== 'force'))
      return [];
    const [force = null] = forcesIn(p.object);
    return [movement(governor, force, owners, from.slice(0, 1), [], { move: 'withdraw', confidence: 0.7 })];
  },
  examples: {
    'The United States ended its limited military presence in Niger.': ['movement US NE -> completed withdraw'],
  },
  not: ['The company ended its limited presence in Niger, its troops of lawyers said.'],
});

/** "Somalia has asked Djibouti for 900 soldiers": who is asked would send, who asks would have them. */
export const askedFor = rule({
  id: 'movement/asked-for',
  on: 'predicate',
  lemmas: new Set(['ask', 'request', 'appeal', 'plead', 'call for', 'seek', 'want', 'need']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    const asked = p.object.filter((o) => o.kind === 'actor');
    const wanted = [
      ...forcesIn(p.others).filter((f) => f.prep === 'for'),
      ...(p.lemma === 'ask' ? [] : forcesIn(p.object)),
    ];
    const to = [...p.subject.map(placeOf), ...whereabouts(p, null)].filter((x) => x !== null);
    const from = p.others.filter((o) => o.kind === 'actor' && o.prep === 'from');
    const owners = [...asked, ...from];
    if (owners.length === 0 || to.length === 0) return [];
    return wanted
      .filter((force) => force.quantity !== null)
      .map((force) =>
        movement(p, force, owners, [], to.slice(0, 1), { move: 'deploy', phase: 'proposed', dated: null }),
      );
  },
  examples: {
    'Somalia has asked Djibouti for 900 additional soldiers.': ['movement DJ 900 -> SO proposed deploy'],
  },
  not: ['Somalia has asked Djibouti for 900 additional tents for its soldiers.'],
});

/** "Afghanistan's request for 2,500 trainers": turned down it is cancelled, else no more than a wish. */
export const requested = rule({
  id: 'movement/requested',
  on: 'force',
  read(force, view) {
    if (force.prep !== 'for' || force.quantity === null) return [];
    const noun = view.items[view.items.indexOf(force) - 1];
    if (noun?.kind !== 'noun' || noun.owner === null || !/^(?:request|call|appeal|plea|demand|bid)$/.test(noun.head))
      return [];
    const p = view.predicates.find(
      (q) => q.item.kind === 'verb' && (q.object.includes(noun) || q.subject.includes(noun)),
    );
    if (p === undefined) return [];
    const asker = ownerPhrase(noun.owner, noun);
    const to = placeAt(asker);
    const refused = /^(?:turn down|reject|refuse|decline|deny|rebuff|ignore|dismiss)$/.test(p.lemma);
    const granted = /^(?:accept|approve|grant|agree|meet|heed)$/.test(p.lemma);
    const owners = ownersIn(p.object.includes(noun) ? p.subject : []);
    if (to === null || owners.length === 0) return [];
    const phase = refused ? 'cancelled' : granted ? 'planned' : 'proposed';
    return [movement(p, force, owners, [], [to], { move: 'deploy', phase, dated: null })];
  },
  examples: {
    "NATO has turned down Mali's request for 2,500 extra trainers.": ['movement NATO 2500 -> ML cancelled deploy'],
  },
  not: ["NATO has turned down Mali's request for 2,500 extra tents."],
});

/** "would add 400 troops to its 1,200": more of those that are there. */
export const addsTo = rule({
  id: 'movement/adds-to',
  on: 'predicate',
  lemmas: new Set(['add']),
  read(p, view): Finding[] {
    // "on top of the 800 it keeps in Latvia".
    const top = p.others.some((n) => n.kind === 'noun' && n.head === 'top' && n.prep === 'on');
    const there = forcesIn(p.others).find(
      (f) => f.quantity !== null && ((f.prep === 'to' && f.owner !== null) || (top && f.prep === 'of')),
    );
    const more = forcesIn(p.object).filter((f) => f.quantity?.of === 'personnel' && f.head !== null);
    if (p.item.kind !== 'verb' || there === undefined || more.length === 0) return [];
    const owner = ownersIn(p.subject);
    const keeps = view.predicates.find((q) => q.item.from > there.to - 1 && q.item.from <= there.to + 2);
    const kept = keeps && KEEPS.test(keeps.lemma) ? whereabouts(keeps, null).slice(0, 1) : [];
    const at = there.place ? [there.place] : kept;
    const stock: PresenceFinding = {
      kind: 'presence',
      predicate: null,
      evidence: there,
      confidence: 0.8,
      owner,
      force: there,
      places: at,
      fallback: true,
      dated: null,
    };
    return [stock, ...more.map((force) => movement(p, force, owner, [], at, { move: 'deploy' }))];
  },
  examples: {
    'Polish soldiers serve in Afghanistan. Poland said it would add 400 troops to its 1,200.': [
      'presence PL 1200 AF by "Poland"',
      'movement PL 400 -> AF planned deploy by "Poland"',
    ],
    'Canada is adding 600 soldiers on top of the 800 it keeps in Latvia.': [
      'presence CA 800 LV',
      'movement CA 600 -> LV underway deploy',
    ],
  },
  not: ['Poland said it would add 400 beds to its 1,200.', 'Poland will add 400 soldiers to its army.'],
});

const KEEPS = /^(?:keep|have|maintain|station|base)$/;

/** A state that owns a phrase, as the place it is. */
const placeAt = (n: NounLike): PlaceItem | null =>
  n.kind === 'actor' && n.party !== null && /^[A-Z]{2}$/.test(n.party)
    ? {
        kind: 'place',
        from: n.from,
        to: n.to,
        start: n.start,
        prep: null,
        places: [{ country: n.party, name: null }],
        ref: null,
        name: null,
      }
    : null;
