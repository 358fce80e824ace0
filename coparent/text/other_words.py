"""English words that stand a letter or two from the name of a field or value, and mean something else."""

OTHER_WORDS = frozenset(
    """
    abandons accented achievers achieves adapted advise agrees alter annul apprentices approves auction auctions
    avid bases basic basics began begin blur budge budges calculates cant capers care careers cares caress carries
    carvers case caterers chance chanced changes channelled chanted charge charged chore circulated cite clarity
    clause cloned closes closet coarse code coke collage colleague come compelled compete competed competes
    compilation completes completing complexes complied composed composted computed concealed conceptual conducted
    conducting cone conferred confided confined confirms conformed consented consenting consisted consisting
    consolation consoled constants consulate consulates consultant consultative consults consumed consuming cont
    contacted content contest contracts contrasts cope cord cork corp cote country court courts cure curried dads
    daft dare dares dated dawn decay deceased deceasing decisions decryption defends deference definitive deliverers
    deliveries delivers depressing deprived derives descriptive deterred different diffidence disables discontented
    discontinues distinct distract distracts diversions divisional divisors dome dons dose drift dripped drooped
    drown educating emulation enlisting enquire enquired enquires enquiring equation equities estimates exciting
    exiting expires fair familiars faster fell fill filly finale financier finding finishers finishes foil folly
    form founded founding frequent frequently frequents frog full fulls furnished grab gram greed greet grew hall
    halt halved hang hard hated hatted head hears heart hind hood illustrate illustrating illustration impart
    implements implicating incensing indented indicate interval intervals into inverted invested join joins know
    knows leaf leafs leak leaks lean leans legs leis lend lends lens lets levees life like lime line linger lire
    lite livelihood livelihoods load loads logger lone loser loss love lover measured meet mere merges mitigating
    mode motivations mouth move nape nave nearby neat neatly needy nest nether nine node nose originate outstaying
    oven overt pact pain paint paints paler parentage park partiality partials partnered passed past patch pate
    patents pauses payer peace peer penning percentile phony pint pints plains plan plane planed planes plank
    planked planks plant planted plants plate plays pointy policy polished polite ponds porpoised port portioned
    positioned postpones premises premisses primate principals principled print prints prioritise prioritised
    prioritises promised prone proposes provident provides provisions publishers publishes punished quarters race
    raced racing radio rafting raging rake raked rare rared rates rats ratted rave readiness redistricted reed
    referee referenda referent renounces replaces replayed reporters reschedules resort resorts responded responsive
    restricts retort retorts retracted reverence reverenced reverences revises revisited revived rise rises risky
    rode roll rope rose rule sanctions scare schedulers schedules scope secretions sectional sectionals sectioned
    secures selections shall shipped shipping shoot shopped shore shot shout significance skipped skipping smart
    smarted sort sourced sparing spore sport sprint stake stall star starred stars startled stat state stated states
    stats statue statues stepped store suctions summarily summery supersedes suspected suspenders suspends suspense
    tape team teat temperate tent test there threw thrust tolerable tolerant tolerate toll trace tract tree trick
    truck truest typo tyre unbeknown unbounded undated underlay unfit unfounded unfurnished unite universality
    unknowing unproved unpunished unrelated untie untreated updated updater vague viability voluntarily wading
    waning ward warding ware warm warming warring wars wary weeds while whine withdraw withdrawal withdrawing
    withdraws withdrew word wore worn write
    """.split()  # noqa: SIM905 - a list of words reads better as one.
)
