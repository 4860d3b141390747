"""Closed classes of English words, and the verbs and adjectives of work, by which phrases are cut."""

DETERMINERS = frozenset(
    "the a an this that these those my your his her its our their some any each every all both no "
    "such what which whose another".split()
)
PRONOUNS = frozenset(
    "i you he she it we they me him them us one who whom myself yourself himself herself itself "
    "themselves ourselves someone somebody anyone anybody everyone everybody nobody something "
    "anything everything nothing there here u ur ya i'm you're he's she's it's we're they're i've "
    "you've we've they've i'd you'd he'd she'd they'd we'd i'll you'll that's there's what's who's "
    "mine yours theirs".split()
)
CONJUNCTIONS = frozenset("and or but nor & plus + / n".split())
SUBORDINATORS = frozenset(
    "because when while if since though although unless until before after so as whether once "
    "where why than cause cuz whenever wherever that which who even till".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with without from into onto about over under between through during "
    "against among around across behind beyond near off out up down per via within toward towards "
    "like w w/ except to at".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am do does did done have has had having can could will would "
    "shall should may might must gotta gonna wanna cannot can't don't doesn't didn't isn't aren't "
    "wasn't weren't won't wouldn't couldn't shouldn't haven't hasn't hadn't ain't ought dont doesnt "
    "let's lets im ive youre its".split()
)
ADVERBS = frozenset(
    "not very really quite just also too only even still already always never often sometimes "
    "usually mostly mainly basically actually honestly literally pretty rather almost maybe perhaps "
    "probably obviously definitely absolutely especially again then now today there here well "
    "more most less least much many lot lots enough around about soon later ago yet ever once twice "
    "instead else anyway though however therefore properly correctly quickly fast first second third "
    "last next ok okay yes yeah oh so um uh like right lol haha etc obv etc. obviously apparently "
    "generally roughly nearly together alone away back straight".split()
)
REPORTING = frozenset(
    "says said say told tell tells thinks thought think explained explains explain mentioned mentions "
    "asked asks reckons believes believe added adds insisted insists suggests suggested recommended "
    "recommends laughed feels felt goes went came comes come knows knew means meant wants wanted got "
    "gets get makes made make takes took take needs need needed helps help helped likes liked loves "
    "love loved hates hated hate uses used use pays paid pay earns earned costs cost works worked "
    "starts started lives lived gives gave became becomes looks looked seems seemed matters has "
    "calls called put puts spends spent hire hires hired".split()
)
WH = frozenset("what which who whom whose when where why how".split())
VERBS = frozenset(
    """accept adapt adjust administer advise align analyse analyze anticipate answer appraise apply
    argue arrange ask assemble assess assist audit back bake balance bathe bend bid bill bleed blend blow
    bolt book braze break brew bring budget build burn butcher buy calculate calibrate call calm care
    carry carve cast catalogue catch caulk chair change charge chart chase check chop clean clear
    climb close coach coat code collaborate collect communicate compare compile compose concentrate
    condense configure connect construct consult control convince cook coordinate cope count cover
    create crimp cultivate cut deal debug decide deescalate defend delegate deliver demonstrate describe
    design detail detect diagnose dig direct discuss dispatch distinguish document drape draft draw
    dress drill drive dry dye edit empathise empathize encourage enforce engage enter escalate estimate evaluate
    examine execute explain fabricate facilitate feed feel fell file fill find finish fire fit fix flash focus fold
    follow forecast forge form format frame fry fundraise gather gauge glaze grade graft grind groom
    grow guide gut haggle hammer handle hang harvest haul hear heal help hire hit hold identify improvise
    influence inform inspect install interpret interview inventory invest investigate iron join judge juggle
    keep kill knead knit know label laminate land lay lead learn level lift listen load locate log
    look loft lubricate machine maintain make manage map market massage match measure mediate meet melt memorise memorize
    mend mentor milk mix model modify monitor motivate mould mount move multitask navigate negotiate
    network notice nurse observe open operate order organise organize overhaul own pack paint park patch
    perform persuade phone photograph pick pitch place plan plant plaster plate play polish pour practise practice
    prep prepare prescribe present press price prioritise prioritize process procure produce program
    programme project promote proof proofread prospect protect prove prune publish pull pump push put query
    quote raise ran read reason reassure recognise recognize reconcile record recover recruit refinish
    reflect regulate relate remember render repair rephrase replace report research resolve respond restore
    restrain retouch review rig ring roast run sample sand saw say scale schedule score screen screed scribe script
    search see select sell send separate serve set sew shape sharpen shear ship shoot show sketch skim ski slice
    smile solder solve soothe sort source speak spell splice splint spot spray spread stack stage stand start
    stay steer sterilise sterilize stitch stock stop store stretch strip structure study style summarise summarize
    supervise support survey suture sweep swim synthesize synthesise tailor take talk tamp target taste teach
    tell temper tend test think thread throw tie tile time titrate torque trace track trade train transcribe
    translate transport travel treat triage trim troubleshoot trowel true trust tune turn type understand
    update upsell use validate vent verify visualise visualize wait walk wash watch weave weigh weld whiteboard wire
    work wrap write yield""".split()
)
ADJECTIVES = frozenset(
    """good bad great nice hard easy big small new old young long short high low strong weak clear
    clean dirty heavy light fast quick slow calm patient careful basic advanced solid decent excellent
    proper correct right wrong full empty early late open angry upset difficult nervous scared sad happy drunk sick
    dying grieving difficult complex simple technical digital financial medical legal social local public
    private professional critical creative emotional physical mental manual electrical mechanical
    hydraulic structural chemical clinical interpersonal verbal written spoken other own same different
    real main key important essential necessary required handy useful helpful friendly polite honest tired busy
    free safe cold hot wet dry loud quiet steady sharp thick thin cool mixed able ready sure fine best better worst
    worse major minor daily hourly weekly regular""".split()
)
WEAK_LEADS = frozenset(
    "good great strong solid decent basic some any excellent proper real really very a an the lots lot "
    "much more plenty certain also and or plus then of bit little at in with on to honestly general "
    "your their his her my our its mostly mainly especially even just maybe probably "
    "all kind sort sorts kinds working this that is are be being as such like both obviously "
    "still always definitely absolutely above first second third skill skills number needs need "
    "must know knowing knowledge understanding".split()
)
"""Words that may stand before a skill's name and are no part of it."""
