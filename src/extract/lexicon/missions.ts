// Nouns that head a mission or activity: what can be started, suspended, extended, ended.

export const MISSION_NOUNS: ReadonlySet<string> = new Set(
  `mission missions operation operations campaign mandate training exercise exercises intervention effort efforts offensive patrols drills blockade program programme activities activity instruction tour duty
peacekeeping policing war fight involvement engagement transition engagements`.split(/\s+/),
);
