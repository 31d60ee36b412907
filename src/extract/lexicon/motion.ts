// Verbs that move forces, one row each: a frame covers active, passive, infinitive, participle and headline alike.

/**
 * who: causer ("Chile sends 20 engineers"), mover ("20 engineers leave"), both ("Chile withdraws 20" / "20 withdraw").
 * bare: what a place without preposition is ("entered Mali" to, "left Gao" from); null where it takes none.
 * at: what "in / at / near" after it means: "landed in Gao" to, "withdrawn in Gao" from.
 * move: the kind where the verb settles it; null where the places do.
 */
export interface Motion {
  readonly who: 'causer' | 'mover' | 'both';
  readonly bare: 'to' | 'from' | null;
  readonly at: 'to' | 'from' | null;
  readonly move: 'deploy' | 'withdraw' | 'rotate' | null;
}

const TABLE = `
send causer - to deploy
send back causer - to -
send in causer - to deploy
dispatch causer - to deploy
add causer - to deploy
deploy both - to deploy
redeploy both - to -
commit causer - to deploy
offer causer - to deploy
pledge causer - to deploy
promise causer - to deploy
earmark causer - to deploy
allocate causer - to deploy
second causer - to deploy
contribute causer - to deploy
provide causer - to deploy
supply causer - to deploy
lend causer - to deploy
despatch causer - to deploy
fly both - to -
fly back both - to -
fly out both - from -
fly in both - to deploy
ship causer - to -
ship out both - from -
airlift causer - to -
lift causer - from -
rush both - to deploy
station causer - to deploy
base causer - to deploy
garrison causer - to deploy
move both - to -
move in both - to deploy
move out both - from withdraw
transfer both - to -
relocate both - to -
reposition both - to -
regroup both - to -
consolidate both - to -
concentrate both - to -
reassign causer - to -
redirect causer - to -
divert causer - to -
reroute causer - to -
shift both - to -
bring causer - to -
bring back causer - from withdraw
bring out causer - from withdraw
bring in causer - to deploy
call back causer - from withdraw
pull both - from withdraw
pull out both from from withdraw
pull back both - from withdraw
pull away both - from withdraw
withdraw both - from withdraw
remove causer - from withdraw
recall causer - from withdraw
call causer - to -
call back causer - from withdraw
evacuate both from from -
repatriate causer - from withdraw
extract causer - from withdraw
return both - to -
rotate both - to rotate
rotate out both - from withdraw
rotate in both - to deploy
position causer - to deploy
push mover - to deploy
pour both - to deploy
surge both - to deploy
go mover - to -
go in mover - to deploy
go back mover - to -
come mover - to -
come back mover - from withdraw
arrive mover - to deploy
land both - to deploy
touch mover - to deploy
step off mover - to -
enter mover to to deploy
leave mover from from withdraw
depart mover from from withdraw
quit mover from from withdraw
exit mover from from withdraw
vacate mover from from withdraw
abandon mover from from withdraw
flee mover from from withdraw
drop mover - - deploy
cross mover to to -
reach mover to to deploy
join mover to to deploy
travel mover - to -
head mover - to -
sail mover - to -
march mover - - deploy
roll mover - - deploy
drive both - to -
advance mover - - deploy
draw down both - from withdraw
retreat mover - from withdraw
fall back mover - from withdraw
follow mover - to deploy
slip mover - to -
stream mover - - deploy
trickle mover - - -
filter mover - - -
sweep mover - - deploy
descend mover - - deploy
invade mover to to deploy
occupy mover to to deploy
embark mover - from -
board mover - from -
disembark mover - to deploy
transit mover - to -
ferry causer - to -
truck causer - to -
bus causer - to -
convoy causer - to -
carry causer - to -
take causer - to -
take out causer - from withdraw
transport causer - to -
get causer - from -
mass both - to deploy
mobilise causer - to deploy
mobilize causer - to deploy
insert causer - to deploy
parachute both - to deploy
assign causer - to deploy
direct causer - to deploy
order causer - to deploy
steam mover - to -
set mover - from -
set off mover - to -
set sail mover - to -
take off mover - to -
set out mover - to -
swap causer - to rotate
`;

const role = (word: string): 'to' | 'from' | null => (word === '-' ? null : (word as 'to' | 'from'));

export const MOTION: ReadonlyMap<string, Motion> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const words = line.split(' ');
      const [who, bare, at, move] = words.slice(-4) as [Motion['who'], string, string, string];
      const motion = { who, bare: role(bare), at: role(at), move: move === '-' ? null : (move as Motion['move']) };
      return [words.slice(0, -4).join(' '), motion] as const;
    }),
);
