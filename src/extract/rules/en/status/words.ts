// The words of a mission's standing: which verb says that it starts, pauses, goes on or ends, and what can be started or ended.
import type { StatusWord } from '../../../../model/claim.ts';

/** What a verb says of the mission that is its object, or its subject where it takes none. */
export const STATUS_OF: ReadonlyMap<string, StatusWord> = new Map(
  (
    [
      ['started', 'start begin commence launch open initiate inaugurate activate take up'],
      ['suspended', 'suspend halt pause freeze interrupt stop postpone'],
      ['resumed', 'resume restart relaunch reopen'],
      ['continuing', 'continue go on carry on persist'],
      [
        'ended',
        'end conclude complete finish close expire lapse run out terminate cease wind up wind down wrap up stand down shut shut down close down break off call off shutter discontinue disband dissolve',
      ],
      ['extended', 'extend prolong renew roll over'],
      ['reduced', 'scale back scale down draw down downsize phase out'],
    ] as const
  ).flatMap(([status, verbs]) => {
    const words = verbs.split(' ');
    const pairs: [string, StatusWord][] = [];
    for (let i = 0; i < words.length; i++) {
      const next = words[i + 1] ?? '';
      const joined = /^(?:on|up|down|back|out|off|over)$/.test(next);
      pairs.push([joined ? `${words[i]} ${next}` : words[i]!, status]);
      if (joined) i++;
    }
    return pairs;
  }),
);

/** Activities by their head noun, beside what the lexicon calls missions. */
export const ACTIVITIES =
  /^(?:airstrike|strike|patrol|drill|role|instruction|duty|peacekeeping|policing|blockade|presence|raid|mentoring|flight|exercise|surveillance|escort|engagement|sortie|bombing)$/;

/** Missions and activities that are military by their own name. */
export const MILITARY =
  /\b(?:military|peace-?keeping|peace-?keepers?|troops?|soldiers?|forces?|army|naval|navy|air|ground|combat|training|NATO|UN|U\.N\.|EU|United Nations|coalition|airstrikes?|strikes?|offensive|patrols?|drills|war|bombing|counter-?terror\w*|counter-?insurgency|observer|observation|monitoring|verification|advis\w+|mentoring|security|stabili[sz]ation|reconstruction|deployment|blockade|escort|surveillance|reconnaissance|detention|Operation)\b/;

/** Doing words that make "continue to ..." and "are ...ing" a status: what forces do on a mission. */
export const FORCE_WORK: ReadonlySet<string> = new Set(
  'focus,escort,conduct,carry out,train,teach,instruct,advise,assist,mentor,support,counter,fight,combat,patrol,operate,fly,provide,enable,work,participate,take part,run,perform,strike,bomb,protect,secure,monitor,undertake,lead,join,guard,maintain,help,equip,police,defend,accompany,partner'.split(
    ',',
  ),
);

/** Work that says nothing without what it is done to: "continue to undertake". */
export const NEEDS_OBJECT =
  /^(?:focus|fly|conduct|carry out|provide|enable|run|perform|undertake|lead|maintain|join|support|help|protect|secure|monitor|counter)$/;

/** A drill is no mission: only that it is put off or prolonged says something of forces. */
export const DRILL = /\b(?:exercises?|drills|war ?games|manoeuvres|maneuvers)$/i;
