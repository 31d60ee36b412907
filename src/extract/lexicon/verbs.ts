// Every verb form that the tagger knows: the verbs that rules read, and the common verbs that only give a sentence its frame.
import { formsOf, type VerbForm } from './inflect.ts';
import { MORE_VERBS } from './more-verbs.ts';
import { MOTION } from './motion.ts';
import { IDIOMS, READ_AS } from './same-frame.ts';

/** Verbs without a frame of their own: they bound clauses, report, plan, deny, want. */
const COMMON = `abide abolish accredit accrue acquire adjourn admonish aggravate airdrop allay alleviate amend apologise apologize applaud apprehend articulate ascertain aspire assuage attest avenge backfire betray bypass capitalise capitalize capsize certify choke circulate commandeer compensate concede condone congregate conspire contravene converge convict coerce crawl creep cripple curb curtail decapitate decimate decry defer delineate demarcate demilitarise demilitarize denounce deplore depose deprive devastate disperse disseminate drown eject elapse elude embroil enact encroach encompass enrage entrench entrust envision equate eradicate escort evade exacerbate exonerate expropriate falter flare flatter flounder foster frustrate galvanise galvanize garner handcuff harass hinder hobble humiliate ignite immobilise immobilize impede implicate inflame inflict infringe instigate intercede invoke jail jeopardise jeopardize jettison lag languish legitimise legitimize linger marginalise marginalize mitigate mutiny nullify obliterate obstruct outgun outnumber outpace overlap override overshadow pacify paralyse paralyze penalise penalize perpetrate perpetuate pinpoint precipitate preclude preside presume procrastinate profess promulgate propel prosper provoke rally reassert rebuild recede reclaim recoil redeem redress reel regroup reinstate reintegrate rejoin relive renege reorganise reorganize repress reprimand restrain resupply resurface retaliate retract revisit revolt roam sabotage salvage scrutinise scrutinize secede shatter shirk sideline smuggle solicit spearhead splinter squander starve stipulate straddle strand subsidise subsidize subvert summarise supersede supervise surpass swear synchronise terrorise terrorize thrive tighten torture transpire triumph unearth underline underpin underscore unfold unify unload unravel uproot usurp venture victimise vie vilify vindicate vouch waive wane waver wield wither wrest
teach steal sleep eat wear dig forgive admire afford arrange confine conquer deceive define deport derive detect devise dismantle displace disturb educate emigrate endure enrol entertain extradite frighten furnish grab hate heal hire imprison indict infect inquire interfere interrogate invent manufacture marry obey offend overtake pillage plunder populate preach publish punish quell recognise recognize remember resemble resent reside resign resettle retire rob scatter suppress terrify vandalise vandalize wander whisper
shake rock rip rattle jolt slam sweep chase ransack loot flush thrust smash demolish bulldoze flatten evict mourn rage echo scour command exercise wind exchange throw toss recapture massacre murder slay behead torch raze pound hammer pummel intercept torpedo encircle besiege breach liberate overpower stab gun hurl lob infiltrate perish maim intrude scramble foil repulse ram blow rehearse simulate abduct scale downsize shutter inactivate deactivate detonate kidnap hijack annul revoke abrogate absorb accelerate accommodate locate encamp billet maneuver manoeuvre cruise gather adapt adjust administer align alter amass analyse analyze arise assert assure augment broadcast
calculate celebrate clarify coincide collect combine commemorate commend communicate compel compete comply comprise conceal congratulate connect consolidate constitute consume contend convene convert cope correct create cultivate
dedicate destine deepen defuse degrade delegate deserve designate deteriorate devote dictate diminish disappear disclose discourage discover display distribute dominate donate dwindle elect elevate embrace emanate empower encounter encourage endanger
enjoy enlarge entail equip evolve execute exist expose facilitate generate govern greet hail highlight hinder implement incorporate incur inherit inspect inspire integrate invest isolate kick lend liberate lower manage match matter measure
mediate merge modernise modernize modify neutralise neutralize nominate notify offset originate overcome overlook overwhelm penetrate portray posture prevail preview proclaim procure prosecute ratify rearm reassure reconcile reconsider recover
recruit refine refocus refrain refuel regulate rehabilitate reinforce reiterate relate relinquish remark render replenish respect restore restrict result retake reunite revise revive rid satisfy seal separate sever shed shield signify solidify spark
stabilise stabilize steer stockpile subdue substitute summon survive swell symbolise symbolize tackle testify tolerate track transition transmit trust undermine unite unleash usher utilise utilize vacate vanish vary verify vet weaken widen withstand
activate embed attach lapse ambush bombard commence discontinue dissolve inaugurate persist raid relaunch reopen restart storm wrap abandon accept accompany accuse achieve acknowledge act add address admit adopt advance advise affect agree aid aim allege allow amount announce anticipate appear apply
appoint approve argue arm arrest ask assassinate assemble assess assign assist assume attack attempt attend authorise authorize avert await back ban bar battle be bear become begin behave believe belong block
blame blast bolster bomb boost boycott break brief build buy call cancel capture carry cast catch cause cease challenge change charge cite claim clash clear climb close collapse combat
comment commit compare complete concentrate concern conclude condemn conduct confirm conflict confront consider consist construct consult contain continue control convince cooperate coordinate cost count counter
cover create criticise criticize cut damage dead deal debate decide declare decline decrease defeat defend delay deliver demand demonstrate deny depend describe destroy detain deter determine develop die differ
direct disagree disarm disband discuss dismiss dispute disrupt divert divide do double downplay draw drive drop earn ease eliminate emerge emphasise emphasize employ enable end endorse enforce engage enhance enlist ensure
erupt escalate establish estimate evaluate examine exceed expand expect expel expire explain explode express extend face fail fall favour favor fear feature feel fight fill finalise finalize find finish fire focus force
form fortify free freeze fulfil fulfill fund gain gather get give grant grow guarantee guard guide halt halve hand handle happen have head hear help hesitate hint hit hold honour hope host house hurt
identify ignore impose improve include increase indicate inform initiate injure insist install instruct insure intend intensify interrupt intervene interview introduce invade investigate invite involve issue join journey judge
justify keep kidnap kill know lack last launch lead learn let lie lift limit link list live loom lose maintain make man mandate mark mass maneuver manoeuvre mean meet mention mentor miss mobilise mobilize monitor mount muster
name need negotiate note number object observe obtain occupy occur offer open operate oppose order organise organize oust outline overrun oversee owe own partake participate pass patrol pause pay peak perform permit persuade place plan play
plead pledge point pose possess postpone practise praise pray precede predict prefer prepare present preserve press prevent proceed produce prohibit prolong promise prompt propose protect protest prove provide pull publish punish pursue push put
question raise reach react read reaffirm realise realize receive recommend reduce refer reflect refuse regain regard reject release rely remain remind renew renounce repair repeat repel replace reply report represent request require rescind rescue resist resolve respond
resume retain rethink reveal reverse review rise rule run sack sacrifice save say schedule secure see seek seem seize sell serve set settle shape share shell shoot show shrink shut sign signal sink sit slash slow solve speak specify spend sponsor spread stage stand start state
station stay stem step stop strengthen stress strike struggle study submit succeed suffer suggest supplement supply support suppose surge surrender surround suspect suspend sustain swap take talk target tell tend terminate test thank think threaten thwart topple total touch train
transform treat trigger trim triple try turn understand undertake unveil update uphold urge use value veto view violate visit voice volunteer vote vow wage wait want warn watch weigh welcome win wish witness refrain desist posture billet quarter headquarter house camp concentrate encamp amass muster relieve succeed work worry abort avoid beg choose complain contemplate disavow dissuade envisage exclude exempt explore forbid foresee forget forgo greenlight hasten imagine implore mull oblige pretend rebut refute scrap scuttle shelve slam thin evict quash overturn wound write`;

export interface VerbReading {
  readonly lemma: string;
  /** The verb itself where it is read as another: "hike" of "boost". */
  readonly own?: string;
  readonly form: VerbForm;
}

const readings = new Map<string, VerbReading[]>();
const lemmas = new Set([
  ...COMMON.split(/\s+/),
  ...MORE_VERBS.split(/\s+/),
  ...[...MOTION.keys()].map((lemma) => lemma.split(' ')[0]!),
  ...READ_AS.keys(),
]);
lemmas.delete('dead');
// "the headquarters" is a noun; only "headquartered" is read as a verb.
for (const verb of lemmas) {
  const lemma = READ_AS.get(verb) ?? verb;
  for (const [word, forms] of formsOf(verb)) {
    const known = readings.get(word) ?? [];
    for (const form of forms)
      if (!known.some((r) => r.lemma === lemma && r.form === form))
        known.push(lemma === verb ? { lemma, form } : { lemma, form, own: verb });
    readings.set(word, known);
  }
}
/** Words that are verbs only at the head of a set phrase: "shore up", "beef up". */
const phraseReadings = new Map<string, VerbReading[]>();
for (const lemma of IDIOMS.keys()) {
  if (lemmas.has(lemma)) continue;
  for (const [word, forms] of formsOf(lemma))
    phraseReadings.set(
      word,
      forms.map((form) => ({ lemma, form })),
    );
}
/** What a folded word can be as a verb before another, as the two open a set phrase. */
export const readingsBefore = (word: string, next: string): readonly VerbReading[] | undefined => {
  const known = phraseReadings.get(word);
  return known !== undefined && IDIOMS.get(known[0]!.lemma)!.some(({ words }) => words[0] === next || words[0] === '~')
    ? known
    : undefined;
};
readings.delete('headquarters');
for (const word of ['am', 'are', "'m"]) readings.set(word, [{ lemma: 'be', form: 'third' }]);
readings.set('were', [{ lemma: 'be', form: 'past' }]);

/** What a folded word can be as a verb; undefined for no verb known. */
export function verbReadings(word: string): readonly VerbReading[] | undefined {
  const known = readings.get(word);
  if (known !== undefined) return known;
  if (!word.includes('-')) return undefined;
  // "pre-deployed", "forward-deployed", "re-deploy": a prefix that leaves the verb what it is.
  const prefix = /^(?:pre|forward|re)-/.exec(word)?.[0];
  if (prefix === undefined) return undefined;
  const rest = word.slice(prefix.length);
  return (prefix === 're-' ? readings.get(`re${rest}`) : undefined) ?? readings.get(rest);
}

/** Lemma and particle that make one verb: "pull out" leaves, "take over" relieves. */
export const PARTICLES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    pull: ['out', 'back', 'away'],
    draw: ['down'],
    take: ['over', 'part', 'up', 'off'],
    hand: ['over'],
    turn: ['over', 'down'],
    call: ['off', 'up', 'on', 'for', 'back'],
    rule: ['out'],
    run: ['out'],
    carry: ['out', 'on'],
    set: ['up', 'off', 'out', 'sail'],
    scale: ['back', 'down', 'up'],
    cut: ['back'],
    move: ['in', 'out', 'on'],
    go: ['in', 'out', 'back', 'on', 'down', 'up', 'off'],
    come: ['back', 'in', 'out', 'down'],
    bring: ['back', 'out', 'in', 'forward'],
    send: ['back', 'in', 'out'],
    fall: ['back'],
    put: ['off'],
    shut: ['down'],
    shoot: ['down', 'dead'],
    gun: ['down'],
    wind: ['down', 'up'],
    wrap: ['up'],
    close: ['down'],
    break: ['out', 'off'],
    stand: ['down', 'by'],
    step: ['up', 'off'],
    build: ['up'],
    phase: ['out'],
    thin: ['out'],
    back: ['out', 'off'],
    ship: ['out'],
    clear: ['out'],
    fly: ['out', 'in', 'back'],
    head: ['out', 'back'],
    rotate: ['out', 'in'],
    blow: ['up'],
    point: ['out'],
    make: ['up'],
    roll: ['over'],
    leave: ['behind'],
  }).map(([verb, words]) => [verb, new Set(words)]),
);
