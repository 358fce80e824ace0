"""Common given names and surnames of the United Kingdom, and the words that stand round names and roles."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN_NAMES = _words(
    """
    aaliyah aaron abbie abdul abdullah abigail abiola abu ada adam adebayo adele adeola adrian agnes agnieszka ahmed
    aidan aileen aimee aisha aisling akua alan alana alasdair alastair albert alec alejandro aleksandra alex
    alexander alexandra alexis alfie alfred ali alice alicia alisha alison alistair allan alma alyssa ama amanda
    amber amelia amelie amina amir amit amy ana anastasia andre andrea andreea andrew andrzej aneta angela angus
    anika anil anita anjali ann anna annabel annabelle anne annette annie ansh anthea anthony antonia antonio anu
    anya april archie arjun arnold arthur arun asha ashleigh ashley ashok asif asma astrid audrey austin ava ayesha
    ayodele babatunde barbara barry beata beatrice becky belinda ben benjamin bernadette bernard bernice beryl beth
    bethan bethany betty bev beverley bilal bill billy blessing bob bobby brenda brendan brian bridget bronwen bruce
    bryan bryony caitlin callum calum cameron camilla camille carl carla carmel carol carole caroline carolyn carrie
    catherine cathy catriona cecilia cedric celia ceri chantelle charity charlene charles charlie charlotte chelsea
    cherie cheryl chiamaka chidi chinedu chioma chloe chris christian christina christine christopher ciara claire
    clara clare clarence claudia clement clifford clive clodagh colette colin colleen connie connor conor constance
    cora corinne craig crystal cynthia daisy damian damien daniel daniela daniella danielle danny daphne darcy daren
    darren dave david dawn dean debbie deborah declan deepa deepak deirdre delia delroy denis denise dennis derek
    desmond dewi diana diane dilip dimitri dina dipti dolores dominic dominika dominique donald donna doreen doris
    dorothy douglas duncan dylan eamon ed eddie edith edmund edward edwin eileen eilidh elaine eleanor elena eliza
    elizabeth ella ellen ellie elliot elliott eloise elsie emeka emily emma emmanuel enid eric erica erin ernest
    esme esther ethan eugene eunice eva evan evelyn evie ewa ewan faisal faith farah farhan farooq fatima faye
    felicity femi fergus fiona florence folake fran frances francesca francis frank franklin fraser fred freda
    freddie frederick freya gabriel gabriela gabrielle gail gareth garry gary gavin gemma gene geoff geoffrey george
    georgia georgina gerald geraldine gerard gerry gillian gina giulia gladys glen glenda glenn glenys gloria gordon
    grace graeme graham grant greg gregory greta guy gwen gwendolyn gwyneth habib hadiya hafsa hamza hannah hari
    harjit harold haroon harpreet harriet harrison harry harvey hasan hassan hayley hazel heather hector heidi helen
    helena henry hermione hilary hilda holly hong hope howard hugh hugo husna hussain ian ibrahim ifeanyi ifeoma
    imogen imran india ingrid iona iqbal irene iris isaac isabel isabella isabelle isha isla ismail isobel ivan ivy
    jack jackie jacob jacqueline jacqui jade jagdeep jai jaime jake jakub jamal james jamie jan jane janet janette
    janice janine jared jasmin jasmine jason jaspreet jatinder javed jay jayne jean jeanette jeff jeffrey jemima jen
    jenna jennie jennifer jenny jeremy jermaine jerome jerry jess jesse jessica jessie jill jillian jim jimmy jo
    joan joanna joanne jocelyn jodie joe joel johanna john johnny jon jonathan jordan jorge jose joseph josephine
    josh joshua josie joy joyce juan judith judy julia julian juliana julie juliet juliette june justin justine
    justyna kai kamal kamran karen karim karl karolina kasia katarzyna kate kath katharine katherine kathleen
    kathryn kathy katie katrina katy kavita kay kayleigh keeley keiran keith kelly kelvin ken kenneth kerry kerstin
    kevin khadija khalid kiera kieran kim kimberley kiran kirsten kirsty kofi krishna kristina krystyna krzysztof
    kuldip kumar kwame kwesi kyle lakshmi lara larry latoya laura lauren laurence lawrence layla leah leanne lee
    leigh len lena leo leon leona leonard leroy lesley leslie lewis liam libby lila lilian lillian lily linda
    lindsay lindsey linh lisa liz lloyd logan lois lola lorna lorraine louis louisa louise luca lucas lucia lucinda
    lucy luis luke lydia lyn lynda lynette lynn lynne mabel mackenzie maddie madeleine madison magda magdalena
    maggie mahmood mairead maisie malcolm malgorzata malik mandeep mandy manjit manuel marc marcel marcia marcin
    marco marcus margaret margery maria mariam marian marianne marie marilyn marina mario marion marjorie mark
    marlene marta martha martin martina martyn mary maryam mason matilda matt matthew maureen maurice mavis max
    maxine may maya meera megan mehmet mei mel melanie melissa melvyn mercy mia michael michaela michal michele
    michelle mick miguel mike mildred miles milly minal ming miranda miriam mitchell mo mohamed mohammad mohammed
    moira molly mona monica monika morag morgan morris moses muhammad muriel mustafa myra nadia nadine nancy naomi
    nasreen natalia natalie natasha nathan nathaniel naveed neelam neha neil nell nelson nesta ngozi niall niamh
    nichola nicholas nick nicki nicky nicola nicole nigel nikhil nikita nikki nina nisha noah noel nora norah norma
    norman obinna odette olga oliver olivia olu olufemi oluwafemi oluwaseun oluwaseyi omar oonagh oscar owen oyin
    paddy pam pamela parveen pascal pat patience patrice patricia patrick patryk paul paula pauline pawel pearl
    peggy penelope penny percy perry pete peter petra phil philip philippa phillip phoebe phyllis pierre piotr pippa
    pooja poppy prakash preeti priscilla priti priya prudence quentin rachael rachel rafal raheem rahul raj rajesh
    rajinder ralph ram ramesh ravi ray raymond rebecca rebekah reece reg reggie rekha renata rene rhian rhiannon
    rhona rhys ria richard rick ricky rita rob robbie robert roberta roberto robin robyn rod roderick rodney roger
    rohan roland ron ronald ronnie rory rosa rosalind rosaline rosamund rose roseanne roseline rosemary rosie ross
    rowan roxanne roy ruby rukhsana rupert russell ruth ryan sabina sabrina sadia sadie sally salma sam samantha
    samina samir samira samuel sandeep sandra sanjay sapna sara sarah saskia scarlett scott seamus sean sebastian
    seema segun selina serena shabana shabnam shahid shane shanice shannon sharon shaun shauna sheena sheila shelley
    shirley shona shreya shruti sian sidney simon simone simran sinead siobhain siobhan sofia sonal sonia sonya
    sophia sophie stacey stan stanley stefan stella stephanie stephen steve steven stewart stuart sue suki sunil
    sunita susan susanna susannah susie suzanne sybil syed sylvia sylwia tahir tamara tamsin tania tanya tara tariq
    tasha tatiana taylor ted temitope terence teresa terri terry tess tessa thandi thelma theo theodore theresa
    thomas tia tiffany tim timothy tina toby tom tommy toni tony tracey tracy tremaine trevor trisha tristan trudy
    tuan tunde tyler tyrone uma ursula usha usman valerie vanessa vera verity vernon veronica vicki vicky victor
    victoria vijay vikram vincent viola violet virginia vivian vivien vivienne wale wally walter wanda wang wayne
    wei wendy wesley wilfred will william willow winifred wojciech xavier yan yasmin yasmine yaw yetunde ying
    yolanda yusuf yvette yvonne zac zach zachary zahra zainab zara zeinab zoe zofia zuzanna
    """
)

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
    albert alexandra amber april austin beatrice blessing charity charlotte chelsea christian constance crystal dawn
    dean edith edward elizabeth faith florence frank george georgia grace grant hazel heather henry holly hope india
    iris ivy jade jasmine jordan joy june lily madison margaret mark mary mason max may mercy morgan patience pearl
    penny poppy prudence ray rose ross rowan ruby victor victoria violet virginia will william willow
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

# After a name, these say that a body or a place bears it.
BODIES = _words(
    """
    academy association award branch centre charity church clinic close college committee company cottage council
    court drive farm forum foundation fund gardens group grove hall home homes hospice hospital house hub initiative
    institute lane library lodge network nursery park partnership place practice programme project road scheme
    school schools service services society square street surgery team terrace trust unit university view villa ward
    way wing
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

TITLES = _words(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Cllr Councillor Rev Revd Sir Dame Lord Lady Baroness mr mrs cllr dr"
)
AFTER_NAMES = _words("ba bsc cbe dbe jp kc ma mbe msc obe phd qc rn")
BEFORE_NAMES = _words(
    """
    adviser advisor ask by chair clerk commissioner contact coordinator director executive headteacher lead leader
    manager member nurse officer practitioner principal psychologist secretary teacher via worker
    """
)
ROLES_AFTER_NAMES = _words("acting chief deputy director head interim")
TEAMS = _words("group office service team")
