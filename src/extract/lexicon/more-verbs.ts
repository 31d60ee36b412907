// Verbs that are nothing else in English (WordNet has no noun or adjective of them), and a few that are seldom else.

export const MORE_VERBS = `abet abhor abound abridge abstain accede accentuate acclimatize accomplish accost acculturate accumulate accustom acquaint acquiesce acquit actuate
adhere adjoin admix adore adorn advertise affirm agitate alienate allot amaze amplify amputate amuse animize annihilate annoy antagonise antagonize
appease append apportion appraise appreciate arbitrate arouse arraign arrogate ascend ascribe assail assimilate astonish astound atone attain attract
attune authenticate automate awaken balkanize banish bask bawl beautify beckon befall befit befriend befuddle beget beguile behold behoove belabor
belie bemoan berate beset besmirch bespeak bestow beware bewilder bide blacken blanch bleed bless bode boggle borrow breathe brighten broaden browbeat
burgeon bury bushwhack calibrate calumniate canonize capitulate captivate carve castigate categorize cater cavort centralize cerebrate characterize
cherish chide choreograph circumscribe classify cleanse cleave clothe coalesce coddle codify coexist cohere collaborate collate colonize commiserate
communize compile complicate compose comprehend conceive conciliate concoct concur condense confer confess confide conform confound confuse congeal
conjoin connote consign constrict construe contaminate contradict contrive conventionalize convey convulse correspond corroborate corrode cosponsor
counteract counterchallenge covet cower cram crave cremate cringe crucify crumble crumple culminate dabble dampen dangle darken daunt deaden
debilitate decelerate decentralize declaim decompose decorate deduce deduct deem defraud defray defy deign delimit delude delve demean democratize
demote denote depersonalize depict deprave depress deride desecrate despise despoil detest detract detribalize devour diagnose differentiate dignify
digress dilate disable disabuse disallow disappoint disapprove disassemble disbelieve disburse discern disenfranchise disengage disentangle dishearten
disintegrate disinter dislodge dismember disobey disown dispel dispense dispose disprove disqualify disrobe dissect dissemble dissipate distill
distinguish distort distract diverge divest divulge domineer dramatize dwell economize edify edit efface effectuate elate elicit elucidate emancipate
embarrass embellish embezzle embitter embody embolden emboss embroider emit emulate encase enchant enclose encrust endear endow energize enervate
engender engrave engross engulf enjoin enliven enmesh enquire enrich enroll ensconce enshrine ensue enthrall enthrone entice entitle entomb enumerate
enunciate envelop epitomize equilibrate erase erode eschew espouse etch eulogize evaporate eventuate evoke exaggerate exalt exasperate excite exclaim
excommunicate excoriate exemplify exert exhale exorcise expedite expend expiate expound expunge extenuate exterminate extinguish extirpate extrapolate
extricate extrude falsify fascinate fasten faze feign felicitate fertilize flog flout foreclose forego foreknow forestall formulate forsake forswear
fraternize frogmarch generalize germinate glean glorify gnash gratify grieve grovel guzzle gyrate hanker harden harry harshen heighten hibernate
homogenize hover humanize hurtle hypnotize hypothesize idolize illuminate illumine illustrate imbed imbibe imitate immerse impair impale impart impel
imperil impersonate impinge imply improvise impute incapacitate incise incite inclose incubate inculcate indoctrinate indorse induce induct indulge
infer infest inflate inflect infuriate inhabit inhibit inject innovate inscribe instal institutionalize insulate interact interconnect interject
internalize interpenetrate interpose interpret intersect intertwine interweave intimidate intone intrust inure invalidate inveigh invert irrigate
irritate itemize juxtapose laze legislate lessen liberalize lighten liquidate listen loathe loiter loosen lurk magnify maltreat manipulate materialize
maximize meddle meditate memorize metamorphose migrate militate mingle minimize miscalculate miscarry misconstrue misinterpret misjudge mislay mislead
mismanage misname misperceive misplace misread misrepresent misunderstand molest mollify monopolize motivate multiply mutilate mystify narrate
nationalize navigate necessitate notarize nourish obsess occlude officiate omit oppress ordain ossify ostracize outclass outdistance outdo outdraw
outface outfight outgeneral outgrow outlive outmaneuver outmode outplay outrun outsmart outstrip outweigh overemphasize overexpose overfill overhear
overheat overproduce overreach overstep pare patronize peddle perceive permeate persecute persevere personalize personify pertain perturb peruse
pervade pester petrify pilfer poach polarize ponder portend prearrange preoccupy prescribe presuppose prise promote pronounce prophesy proscribe
protrude publicize pulsate pulverize purify purloin qualify quench quicken rationalize reactivate readjust realign reap reappear rearrange reassail
reassemble reawaken recalculate recapitulate recite reckon reclassify recollect recondition reconnoiter reconstruct reconvene reconvert recoup
recreate recur redecorate rededicate redefine rediscover redistribute redouble reelect reenact reenforce reestablish reevaluate reexamine refashion
refinance refurbish regale reimburse reinstall reinterpret rejoice relax relegate relent reload remarry reminisce remodel remonstrate rename rend
repay repent rephrase replant reproduce repudiate reread reschedule reseal reshape resound restate restock resurrect retie retrace retranslate
retrieve reuse revamp reverberate revert revile revitalize revolutionize revolve ripen rive romanticize roughen rouse rove sadden salivate saturate
scandalize scarify scoot scrounge seclude secrete secularize seep sensitize sentimentalize sharpen shorten shun sicken sift simplify situate slacken
socialize soften soothe specialize speculate standardize sterilize stiffen stimulate straighten strangle stratify strive stun subjugate submerge
subscribe subside subsist substantiate subtend subtract succumb suffice suffocate suffuse summarize summate sunder superintend supplant supplicate
surmount sympathize synchronize synthesise synthesize systematize televise tempt theorize thicken totter transact transcend transcribe transfix
transgress translate transmute typify uncork uncover underlie underrate understate underwrite undo unfasten unhitch universalize unlock unmask unpack
unscramble unscrew untie unwind upraise urbanize validate vanquish veer ventilate vibrate victimize visualize vouchsafe waylay whiten withhold worsen
wreak yearn scout safeguard overhaul downgrade upgrade outlaw repeal conscript field shield`;
