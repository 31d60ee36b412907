// Lines that a page carries around its report: comment forms, share links, newsletter and copyright lines.

const LINES: readonly RegExp[] = [
  /^be (?:the )?first to (?:comment|reply)\b.{0,40}$/,
  /^(?:leave|post|write|add|submit|cancel) (?:a |your )?(?:reply|comments?)\b.{0,40}$/,
  /^(?:no|\d{1,5}) (?:comments?|replies|responses)(?: yet)?(?: on .{0,80})?$/,
  /^comments?(?: \(\d{1,5}\)| are closed\.?| section)?:?$/,
  /required fields are marked/,
  /your e-?mail address will not be published/,
  /^save my name, e-?mail,? and website/,
  /^notify me of (?:new|follow-?up)/,
  /^(?:name|e-?mail|website|comment|message) ?\*(?: |$)/,
  /^this site uses akismet/,
  /^(?:click (?:here )?to )?(?:share|tweet|print|pin|e-?mail|whatsapp|facebook|twitter|telegram|linkedin|reddit|copy link|pocket)(?: (?:this|on|via|to|by|with|it)\b.{0,60})?:?$/,
  /^share (?:this|on|via)\b.{0,60}$/,
  /^(?:follow|like|find|join) us (?:on|at)\b/,
  /^(?:sign ?up|subscribe|register)\b.{0,100}\b(?:newsletters?|inbox|e-?mail|alerts?|updates|channel|podcast|access|now|free)\b/,
  /^(?:get|receive) .{0,60}\b(?:in your inbox|newsletter|by e-?mail)\b/,
  /^subscribe(?: now| today)?[.!]?$/,
  /^(?:copyright\b|\u00a9|\(c\) ?(?:19|20)\d\d).{0,160}$/,
  /\ball rights reserved\b.{0,80}$/,
  /^(?:terms (?:of|and|&) .{0,40}|privacy policy|cookie policy|about us|contact us|advertise with us)(?: ?\|.{0,120})?$/,
  /^(?:advertisement|sponsored(?: content)?|promoted|story continues below.{0,40}|continue reading.{0,40}|article continues .{0,40}|skip to .{0,40}|back to top|log ?in|sign ?in|menu|search|home|close|loading\.*)$/,
  /^(?:read (?:more|also|next)|see also|related(?: (?:articles?|stories|posts|content|topics|news|coverage))?|more (?:on this story|from .{0,40}|stories|news)|most (?:read|popular|viewed)|recommended(?: for you)?|you (?:may|might) also like|trending(?: now)?|also in .{0,40}|topics|tags|filed under|categories)(?::.{0,160})?$/,
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled) (?:and (?:writing|editing) )?by .{2,180}$/,
  /^(?:we use|this (?:site|website) uses) cookies\b/,
  /^\d{1,3} (?:min(?:ute)?s?)(?: ago| read)$/,
  /^(?:published|updated|posted|last (?:updated|modified)|first published)(?: on| at|:)? .{0,60}\d.{0,40}$/,
];
/** From one of these on, what follows are readers' comments and forms, not the report. */
const REST: readonly RegExp[] = [
  /^be (?:the )?first to (?:comment|reply)\b/,
  /^(?:leave|post|write) (?:a |your )?(?:reply|comments?)\b/,
  /^\d{1,5} (?:comments|replies|responses)(?: on .{0,80})?$/,
  /^comments? \(\d{1,5}\)$/,
];
const OPENS = /^(?:be|leave|post|write|comments?|\d{1,5} (?:comments|replies|responses))\b/i;
const LONGEST = 200;

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** First words of the anchored lines above: a line that starts with none of them is compared with the other patterns alone. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  (
    'be leave post write add submit cancel no comments comment save notify name e email e-mail website message this click share tweet print pin ' +
    'whatsapp facebook twitter telegram linkedin reddit copy pocket follow like find join sign signup subscribe register get receive copyright ' +
    'terms privacy cookie about contact advertise advertisement sponsored promoted story continue article skip back log login signin menu search home close ' +
    'loading read see related more most recommended you trending also topics tags filed categories additional further reporting writing editing compiled ' +
    'we published updated posted last first'
  ).split(' '),
);
/** What those of the lines above start with that do not start with a word. */
const OPENS_OTHERWISE = /^\s*[\d\u00a9(]/;
const ANYWHERE = /required fields are marked|e-?mail address will not be published|all rights reserved|akismet/i;

/** True for a line that is page furniture. Long lines never are. */
export function isBoilerplate(line: string): boolean {
  if (line.length > LONGEST) return false;
  const word = /^\p{L}+(?:-\p{L}+)?/u.exec(line)?.[0].toLowerCase();
  if (word !== undefined && !FIRST_WORDS.has(word) && !ANYWHERE.test(line)) return false;
  if (word === undefined) {
    if (!/[\p{L}\p{N}]/u.test(line)) return true;
    if (!OPENS_OTHERWISE.test(line) && !ANYWHERE.test(line)) return false;
  }
  const own = plain(line);
  return LINES.some((pattern) => pattern.test(own));
}

/** True for a line after which the rest of the page is readers' comments and forms. */
export function opensComments(line: string): boolean {
  if (line.length > LONGEST || !OPENS.test(line)) return false;
  const own = plain(line);
  return REST.some((pattern) => pattern.test(own));
}
