"""English words that stand a letter or two from the name of a field or value, and mean something else."""

OTHER_WORDS = frozenset(
    """
    abandons accented achievers achieves adapted advise agrees alter annul apprentices approves auction auctions
    avid bards bases basic basics basin basins bass batter beater began begin bitter blur budge budges butter
    calculates cant capers care careers cares caress carries carvers case caterers chance chanced changes channelled
    chanted charge charged chore circulated cite clarity clause cloned closes closet coarse code coke collage
    colleague come compelled compete competed competes compilation completes completing complexes complied composed
    composted computed concealed conceptual conducted conducting cone conferred confided confined confirms conformed
    consented consenting consisted consisting consolation consoled constants consulate consulates consultant
    consultative consultee consultees consults consumed consuming cont contacted content contest contracts contrasts
    cope cord core cork corp cote country counts county court courts cove cure curried curse dads daft dale dame
    dames dare dares data date dated dawn decay decayed decease deceased deceasing decisions decryption defends
    deference definitive deliverers deliveries delivers depressing deprived derives descriptive deterred different
    diffidence dine disables discontented discontinues distinct distract distracts diversions divisional divisors
    dome dons dope dose drift dripped drooped drown educating emulation enlisting enquire enquired enquires
    enquiring equation equities estimates exciting exiting expires fail fair fall familiars faster fell fill filly
    finale financier finding finishers finishes firs fist foil folly form founded founding frail frequent frequently
    frequents frog full fulls furnished grab gram greed greet grew hale haled hall halo halt halved hang hank hard
    hated hatted head heap hears heart heath held helm herd hind hither hole hood illustrate illustrating
    illustration impart implements implicating incensing indented indicate interval intervals into inverted invested
    join joins know knows lads lass leaf leafs leak leaks lean leans leap legs leis lend lends lens lest lets levees
    lick life like lime line linger lint lire lite livelihood livelihoods load loads lodger logger lone loner loser
    loss love lover lung mare measured meet mere merges mire mitigating mode mole monkey moth moths motivations
    mouth mouths move nape nave nearby neat neatly needy nest nether nine node none nose note originate outstaying
    oven overt oxen pace pact pager pain paint paints palace paler pans pant pare parentage park parsed partiality
    partials partnered party passed past patch pate patents pauper pauses payer peace peer penning percentile phony
    pint pints plains plait plan plane planed planes plank planked planks plant planted plants plate plays pointy
    policy polished polite ponds pone porpoised port portioned portly positioned postpones premises premisses
    primate principals principled print prints prioritise prioritised prioritises promised prone proposes provident
    provides provisions publishers publishes punished quarters quartet race raced racing radio rafting rage raging
    rake raked range ranked rare rared rates ration rats ratted rave readiness redistricted reed referee referenda
    referent renounces replaces replayed reporters reschedules resort resorts responded responsive restricts retort
    retorts retracted reverence reverenced reverences revises revisited revived rise rises risky rode roll rope rose
    rule sanctions scare schedulers schedules scope scorn secretions sectional sectionals sectioned secures
    selections shall shipped shipping shirt shoot shopped shore shorn shot shout significance sine skipped skipping
    smart smarted smell sore sort sourced sparing spore sport sprint spying stag stake stale stall star stare stark
    starred stars startled stat state stated states stats statue statues stepped store string stuff suctions
    summarily summery supersedes suspected suspenders suspends suspense tack tape team teat teem temperate tent tern
    test there threw thrust tile toad tolerable tolerant tolerate toll tore trace tract tree trice trick truck
    truest typo tyre unbeknown unbounded undated underlay unfit unfounded unfurnished unite universality unknowing
    unproved unpunished unrelated untie untreated updated updater vague vale valve viability voluntarily wading
    waning ward warding ware warm warming warring wars wart wary wavy weeds while whine whit withdraw withdrawal
    withdrawing withdraws withdrew word wore worm worn write yeah
    """.split()  # noqa: SIM905 - a list of words reads better as one.
)
