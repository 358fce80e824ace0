"""Common given names and surnames of the United Kingdom, and the words that stand round names and roles."""

from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read(name: str) -> frozenset[str]:
    """The words of a file beside this module, without its headings."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return _words(" ".join(line for line in lines if not line.startswith("#")))


GIVEN_NAMES = _read("given_names.txt")

SURNAMES = _words(
    """
    abbott abdi abdullah abraham abrahams adams adamson adebayo adekunle adeleke adeyemi agarwal agyeman ahmad ahmed
    ainsworth aitken akhtar akintola alexander ali allan allen allison amin amoah andersen anderson andrews ansah
    anthony appiah archer armstrong arnold arora asante ashraf ashton ashworth aslam atkins atkinson austin aziz
    bailey baird baker balogun banks bannister barber barker barlow barnes barnett baron barr barratt barrett barron
    barry bartlett barton bashir bassett bateman bates baxter beattie beaumont beckett bedford begum bell bennett
    benson bentley beresford berry bhatt bhatti bianchi bibi biggs birch bird blackburn blair blake bloggs bolton
    bond booth bourne bowden bowen bowers bowman boyd boyle bradley bradshaw brady braithwaite bray brennan brewer
    briggs bright bristow broadbent brook brookes brooks broughton brown browne bruce bryant buchanan buckley bull
    burgess burke burns burrows burton bush butcher butler byrne cairns callaghan cameron campbell carey carlisle
    carmichael carpenter carr carroll carson carter cartwright cassidy chadwick chambers chan chandler chapman
    charlton chatterjee chaudhary chaudhry chen cheng cheung choudhury chowdhury christie churchill clark clarke
    clayton clements cochrane cohen coleman coles collier collins compton connolly connor conway cook cooke cooper
    copeland corbett cowan cox craig crawford cresswell crosby cross crossley crowther cullen cummings cunningham
    curran currie curtis czarnecki dale daly daniels das davenport davey davidson davies davis davison dawson day
    deacon dean dempsey dennis denton desai devlin dhillon diaz dickinson dickson diop dixon dobson docherty dodd
    doherty donaldson donnelly donovan douglas dowling downes doyle drake driscoll dsouza dubois duffy duncan dunn
    dunne dyer eaton edmonds edwards egan elliott ellis ellison english eriksson evans everett fagan fairclough
    farah farmer farooq farrell faulkner fawcett fenton ferguson fernandes fernandez ferrari ferreira field fields
    finch findlay finlay finnegan fisher fitzgerald fitzpatrick fleming fletcher flynn foley forbes ford forrest
    forster forsyth foster fowler fox francis franklin fraser frazer freeman frost fuller gallagher galloway garcia
    gardiner gardner garner garrett georgiou gibbons gibbs gibson gilbert giles gill gillespie gilmour gleeson
    glover goddard godfrey golding gomez gonzalez goodman goodwin gordon gorman gough gould graham grant gray
    greaves green greenwood greer gregory grewal grey griffin griffiths groves gupta guy hadley haines hale haley
    halliday hamilton hammond hancock hanson haque harding hardy hargreaves harper harris harrison hart hartley
    harvey hassan hawes hawkins hayes haynes hayward healy heath heaton henderson hendry hennessy henry herbert
    hewitt hicks higgins higgs hill hinton hirst hobbs hodge hodges hodgson hodson hoffman hogan holden holland
    holloway holmes holt hooper hope hopkins hopper horton houghton howard howarth howe howell howells howes hubbard
    hudson huggins hughes humphrey humphreys humphries hunt hunter hurley hurst hussain hussein hutchinson hutchison
    hyde ibrahim ingram iqbal irvine irving islam ivanov iyer jackson jacobs jain james jameson jamieson jankowski
    janssen jarvis jeffery jenkins jennings jensen jha johal johansson john johns johnson johnston johnstone jones
    jordan joseph joshi joyce kamara kane kapoor kaur kavanagh kay kaya keane kearney keating keegan keeling
    kelleher kellett kelly kemp kendall kennedy kenny kent kerr kershaw khalid khan khatun kidd kiely kim king kirby
    kirk kirkham knight knowles kovacs kowalczyk kowalski krishnan kumar lake lal lam lamb lambert lancaster langley
    larkin larsen laverty law lawlor lawrence lawson lawton leach leary leblanc lee lees leigh lennon leonard leslie
    levy lewandowski lewis li lim lin lindsay liu livingstone lloyd logan lomas lopez lowe lucas lynch lyons
    macdonald macgregor macintyre mackay mackenzie mackie macleod macmillan macpherson madden maguire maher mahmood
    mahoney malik malone maloney mann manning marques marriott marsden marsh marshall martin martinez mason masters
    mather matthews maxwell mbeki mcallister mcbride mccabe mccann mccarthy mcclure mcconnell mccormack mccormick
    mcculloch mccullough mcdermott mcdonagh mcdonald mcdonnell mcdougall mcdowell mcewan mcfarlane mcgee mcghee
    mcgill mcginley mcgovern mcgowan mcgrath mcgregor mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckeown
    mckinley mclaren mclaughlin mclean mcleod mcloughlin mcmahon mcmanus mcmillan mcnally mcnamara mcneil mcneill
    mcpherson mcqueen mehta mellor melville mensah mercer merchant meredith metcalfe miah middleton mills milne
    mirza mistry mitchell moffat mohamed mohammed molloy moloney monaghan montgomery moody moore moran morgan morley
    morris morrison morrissey mortimer morton moss muir mukherjee mullen muller mulligan munro murphy murray mustafa
    mwangi myers nair nash naylor neal neill nelson newman newton nguyen nicholls nicholson nicolson nkrumah noble
    nolan norman norris norton novak nowak nowakowski nunn oakley obi oconnell oconnor odonnell offord ogden
    ogunleye ohara ojo okafor okeke oleary oliver olsen olsson oneill onyango oreilly orr osborne osei osman
    osullivan owen owens owusu oyelaran page palmer pandey papadopoulos parker parkin parkinson parks parmar parr
    parry parsons partridge patel paterson patterson patton payne peacock pearce pearson pereira perez perkins perry
    persson peters petersen peterson petrov phillips pickering pickles pillai pinto piper pitt platt plummer pollard
    pollock pond popescu porter potter potts powell powers prasad pratt preston price prince pritchard proctor pugh
    quigley quinn qureshi radcliffe rafferty rahman raja ramsay ramsey rana randall rao rashid ratcliffe rawlings
    raymond read reddy redmond reed rees reeves regan rehman reid reilly reynolds rhodes richards richardson
    richmond riley ritchie rivers roberts robertson robinson robson roche rodrigues rodriguez rogers ronan rooney
    rosen ross rossi rowe rowland rowlands roy ruiz russell russo rutherford ryan sadiq saeed sahota salmon samuel
    sanchez sanders sanderson sandhu santos saunders savage sawyer schmidt schneider schofield scott seymour shah
    shaikh sharif sharma sharp sharpe shaw shepherd sheppard sheridan sherman short siddiqui silva simmons simons
    simpson sims sinclair singh skinner slater sloan small smart smith smyth snow somerville sparks spence spencer
    spicer stacey stafford stanley stanton steele stephens stephenson stevens stevenson steward stewart stokes stone
    storey stuart sullivan summers sutherland sutton swain swan sweeney swift szymanski talbot tanner tate taylor
    templeton tennant terry thomas thompson thomson thornton thorpe tierney tiwari todd tomlinson townsend tran
    travers travis tucker turnbull turner tyler ullah underwood usman vance varma vaughan vaz verma vickers vincent
    wade wainwright walker wallace waller wallis walsh walters walton wang warner warren waters watkins watson watt
    watts weaver webb webber webster welch weller wells welsh west weston whalley wheeler whitaker white whitehead
    whitehouse whiteley whitfield whittaker whittle wickham wilcox wilkes wilkins wilkinson williams williamson
    willis wilson winter winters wise wojcik wong wood woodcock woodhouse woods woodward wootton worthington wright
    wu wyatt xu yadav yang yates yeung yilmaz young yousaf yusuf zaman zhang zhao zhou
    """
)

# Beside each other, two of these are most likely the name of a place or a thing: Victoria Park, Hope Street.
GIVEN_NAMES_OF_THINGS = _words(
    """
    albert alexandra alma amber angel april ariel arran ashley aurora austin barry basil beatrice beverley blessing
    bonnie bryony charity charlotte chase chelsea cherry christian clay cliff clover constance coral crystal daisy
    dale dawn dean destiny diamond douglas ebony eden edith edward elizabeth emerald eve faith fern flora florence
    frank george georgia ginger glen grace grant harmony harold hazel heather henry holly honor hope hunter india
    iona iris isla islay ivory ivy jade jasmine jewel jordan joy june junior kelvin kimberley lance leigh leo
    liberty lily madison major margaret mark mary mason max may melody mercy merlin milan morgan myrtle nick noel
    olive opal page paris pat patience pearl penny phoenix piper poppy primrose prince prudence raven ray rex rich
    rob robin rocky rod rose rosemary ross rowan ruby rusty sandy savannah saxon shirley sky skye sonny stanley
    sterling sunny sydney trinity unity verity victor victoria victory viola violet virginia wade will william
    willow
    """
)
SURNAMES_OF_THINGS = _words(
    """
    banks bird bond bright brook brooks bush carpenter chambers churchill cook cross dale day english farmer field
    fields ford foster fox freeman frost grant green heath hill hope king knight lake law marsh mills noble page
    parks piper pond porter price prince rivers sharp short small smart snow sparks steward stone summers swift
    waters wells welsh west white winter winters wise wood woods young
    """
)

# Given names that are ordinary words, too: only a surname that is known makes them a person's.
GIVEN_NAMES_AND_WORDS = _words(
    """
    angel april arran august autumn blessing bonnie charity chase chelsea christian clay cliff clover dale dawn dean
    destiny eden eve faith frank glen glory grant guy harmony hope hunter india iona isla islay ivory jewel jordan
    joy june junior kerry lance liberty major mark mat max may melody mercy merlin milan miles nick noel page paris
    pat patience phoenix prince prudence rex rich rob robin rocky rod rusty sandy savannah sky skye sonny sterling
    storm summer sunny sydney trinity unity verity victory will
    """
)

# After a name, these say that a body or a place bears it.
BODIES = _words(
    """
    abbey academies academy accommodation agency airport alley allotments almshouse almshouses annexe apartments
    approach arcade arch arches ark army arts assembly association asylum atrium avenue avenues award barge barn
    barns barracks base bay beach bench block boat bookshop borough bothy bowl branch branches bridge buildings
    bungalow bungalows bus business bypass cabin cafe camp campus caravan castle cathedral cc centre centres chapel
    charity chase chest childminders children childrens choir church cic cio circus cliff clinic cloister close
    clubs coast coffee college colleges committee common commons community company complex concern consortium
    consultancy consulting convent corner corps cottage cottages council court courtyard cove creche crescent croft
    crossing crown dairy dell den depot dispensary docks drive drop drove enterprise enterprises esplanade estate
    estates factory fair farm farms fellowship festival firm flat flats fort forum foundation friary fund funds
    gallery garage garden gardens garth gate gates glade glebe glen grange greens grounds group groups grove guild
    gym gymnasium hall hamlet harbour hatch haven havens heights hermitage hills home homes hospice hospital hostel
    hostels hotel hotels house houses hub hut huts infirmary initiative inn institute island islands junction junior
    kitchen kitchens lab labs lakes lakeside landing lane lawn lawns lea league leisure lettings libraries library
    lido limited links llp lobby lodge lodges lodging lodgings loft lofts lounge ltd maisonette mall maltings manor
    manors marina market markets mead meadow meadows memorial mews mill minster mission moor mosque mount museum
    mutual nest network nook nurseries nursery oak oaks office offices orchard orchards order outreach oxford pad
    palace parade park parkside partnership pastures path pavilion pharmacy piece pier place playgroup playgroups
    plaza plc pod pods point pool port practice pre-school prep preschool priory prison programme project promenade
    quarter quay rank refuge residence residences resource rest retreat ridge ridings rise river riverside road room
    rooms roundabout row ruins sanctuary scheme school schools scouts seat service services settlement shelter shop
    shops shore side sidings site sixth society spinney square stables stadium stage stores street studio studios
    suite suites surgeries surgery synagogue tavern team temple terrace terraces theatre theatres tower towers town
    tree trees trust trusts union unions unit units university vale valley viaduct vicarage view views villa village
    villas vista walk walks wall ward wards warehouse waterfront watermill way wharf wick windmill wing wings
    woodland woodlands workhouse works workshop workshops yard
    """
)

# After a title, these say that it is no person's: Councillor Champion, Lord Lieutenant.
ROLES = _words(
    """
    access action adoption advice adviser advisor advisory advocacy advocate advocates and area assessment assistant
    board cabinet care carer carers chair champion champions child childcare children city clerk commissioner
    commissioning community cooperative coordinator corner councillor deputy development director district division
    domain east education employment engagement executive families family finance fostering guidance head
    headteacher health holder housing hubs inclusion independent involvement justice kinship lead leader learning
    leaving level levels liaison lieutenant manager mayor mayoress member mentor ministry mission north nurse nurses
    nursing office officer options panel parent parents parish participation partner partnerships permanence
    placements plan planning police policy portfolio practitioner primary priory property protection psychologist
    quality ray reform region residential review safeguarding safety scrutiny secondary secretary section senior
    social south specialist staff standards station strategy suite support systems tba tbc tbd teacher teams
    therapist therapy training transport tutor virtual voice voluntary volunteer volunteers welfare work worker
    workers worship youth zone
    """
)
OTHER_WORDS = _read("other_words.txt") | ROLES | BODIES

# Places and bodies whose whole name reads like a person's.
NAMED_LIKE_PEOPLE = frozenset(
    {
        *("anna freud", "anne frank", "grace eyre", "harold hill", "harold wood", "john lewis", "josephine butler"),
        *("marie curie", "mary seacole", "nelson mandela", "octavia hill", "rosa parks", "rudolf steiner"),
        *("stephen lawrence", "sue ryder", "terrence higgins", "thomas coram", "william morris"),
    }
)

TITLES = _words(
    """
    Mr Mrs Ms Miss Mx Dr Prof Professor Cllr Cllrs Councillor Rev Revd Reverend Sir Dame Lord Lady Baroness
    mr mrs ms cllr dr
    """
)
RANKS = _words("constable dc dci di ds inspector insp pc ps sergeant sgt superintendent supt")
PARTICLES = _words(
    "al ap bin binte bint da das de del della den der di dos du el fitz ibn la le mac mc ni nic ter van von zu"
)
AFTER_NAMES = _words("ba bsc cbe dbe jp kc ma mbe msc obe phd qc rn")
BEFORE_NAMES = _words("ask by contact via")
ROLES_BEFORE_NAMES = OTHER_WORDS | RANKS
ROLES_AFTER_NAMES = _words(
    """
    acting assistant associate cabinet chair chief commissioning deputy designated director executive group head
    interim lead leader manager operations operational portfolio principal programme project senior service services
    strategic strategy team
    """
)
TEAMS = _words("group office service team")
COMPANIES = _words("cic cio llp ltd plc")
