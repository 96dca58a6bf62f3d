// Given names that readers sign with: British ones first, then the world's. They tell a name from a short sentence.
// A name that is also a common word (Hope, Will, May) counts only beside another name: see `wordNames`.

const listed = `
aaron abbie abby abdul abdullah abigail abu ada adam adele adeel adrian adrienne agnes agnieszka ahmed ahmad aidan aileen aimee ainsley aisha aishling aisling ajay akash akiko alan alana alasdair alastair albert alberto aled alejandro aleksandra aleksander alessandro alessandra alex alexa alexander alexandra alexandre alexei alexis alf alfie alfred ali alice alicia alina alisha alison alistair allan allen allison alma alun alwyn alyson amanda amber ambrose amelia amie amina amir amit amrit amy ana anastasia anders andre andrea andreas andrei andres andrew andrzej andy aneesa aneta aneurin angela angelina angharad angie angus anil anika anita anja ann anna annabel annabelle anne anneliese annemarie annette annie anni anthea anthony antoine anton antonia antonio antony anwen aoife april archie archibald ariana arjun arlene arnold art arthur arun asha ashley ashok asif asma astrid athena aubrey audrey august augustus aurelie austin ava averil avril axel ayesha ayse aziz
barbara barney barrie barry bart bartosz basil bea beata beatrice beatrix becca becky belinda bella ben benedict benjamin bernadette bernard bernhard bernice bert bertha bertie beryl bess beth bethan bethany betsy bettina betty bev beverley beverly bharat bianca bilal billie billy bina bjorn blair blake blanche bob bobbie bobby bogdan bonnie boris brad bradley bram brandon branwen brenda brendan brett bree brian briony bridget brigid brigitte bronagh bronwen bruce bruno bryan bryn bryony byron
caitlin caitriona caleb callum calum calvin cameron camilla camille candice cara carina carl carla carlo carlos carly carmel carmen carol carole carolina caroline carolyn carrie carwyn caryl caryn casey cassandra cassie cath catherine catheryn cathryn cathy catrin catriona cecil cecilia cecily celeste celia celine cerys ceri cesar chandra chantal charles charlene charley charlie charlotte cheryl chiara chioma chloe chris chrissie chrissy christa christian christiane christina christine christoph christophe christopher christy chuck ciara ciaran cillian cindy claire clara clare clarence clarissa claud claude claudia claudio claus clement cleo clifford clive cliff clint clodagh clyde colette colin colleen colm conall connie connor conor constance cora coral cordelia corinne cormac cornelia cornelius courtney craig crispin cristina cristian cyril cynthia cyrus
daiva daisy dale damian damien damon dan dana daniel daniela daniele daniella danielle danny daphne dara daragh darcy daria dario darius darrell darren darryl dave david davina dawn dean deanna debbie deborah debra declan dee deepa deepak deirdre delia delilah delroy delyth demi denis denise dennis denny denzil derek dermot derrick des desmond detlef dev dewi diana diane dianne diarmuid dick didier diego dieter dilys dimitri dina dinah dinesh dion dirk dolly dolores dom dominic dominik dominique don donal donald donna donovan dora doreen dorian doris dorothea dorothy dot dougal doug dougie douglas drew duncan dustin dwayne dylan
eamon eamonn earl ebony ed eddie edgar edie edith edmund edna eduardo edward edwin edwina eileen eilidh eilis eira eirlys elaine eleanor elena eleri eli elias elijah elin elinor eliot elisa elisabeth elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie elspeth elwyn elvira elvis emer emil emile emilia emilie emily emlyn emma emmanuel emmanuelle emmeline emrys ena enda enid enrico enrique eoin eoghan eric erica erik erika erin ernest ernie errol erwin esme esmeralda esteban estelle esther ethan ethel etta eugene eugenie eunice euan eva evan evangeline eve eveline evelyn evie ewa ewan ewen
fabian fabio fabrice faisal fahad farah farhan farid fatima fatema fay faye federico felicia felicity felipe felix ffion fergal fergus fernando fidel fidelma filip finbar finlay finley finn fintan fiona fionnuala fletcher fleur flo flora florence florian frances francesca francesco francine francis francisco francois francoise franco frank frankie franz fraser fred freda freddie frederic frederica frederick freya frieda friedrich fritz fraser
gabriel gabriela gabriele gabriella gabrielle gail gareth garry garth gary gavin gaynor gayle gemma gene genevieve geoff geoffrey george georgia georgie georgina gerald geraldine gerard gerry gertrude gethin ghislaine gianni giles gill gillian gina gino giorgio giovanni giulia giuseppe gladys glen glenda glenn glenys gloria glyn glynis godfrey goran gordon grace graeme graham grahame grainne grant greg gregor gregory greta gretchen griff guido guillaume guillermo gunther gurpreet gus gustav guy gwen gwenda gwendolen gwendoline gwenllian gwilym gwyn gwyneth
habib hadiya hal hamid hamish hamza hana hanna hannah hannelore hans harald hari harinder harjit harold harpreet harriet harrison harry harvey hasan hassan hayden hayley hazel heather hector heidi heike heinrich heinz helen helena helene helga henri henrietta henrik henry herbert herman hermione hettie hilary hilda hildegard hina hiroshi holger hollie holly horace howard hubert huda hugh hugo huw humphrey hussain hussein hywel
iain ian ibrahim ida idris iestyn ieuan ifan ignacio igor ike ilana ilona ilse imelda imogen imran ina indira ines inga inge ingrid inigo ioana ioan iola iolo ira irena irene irfan irina iris irma irvine isaac isabel isabella isabelle isadora ishaan isidore isla islwyn ismail isobel israel issy ita ivan ivana ivor ivy iwan izzy
jack jackie jacky jacob jacqueline jacqui jacques jade jadwiga jaime jake jakob jakub jamal james jamie jamila jan jana jane janet janette janice janie janine janis janet jared jarek jason jasmin jasmine jasper jaswinder javed javier jay jaya jayne jean jeanette jeanne jeannie jeff jeffrey jem jemima jemma jen jenna jennifer jennie jenny jens jeremiah jeremy jerome jerry jess jessica jessie jethro jill jillian jim jimmy jitka jo joan joanna joanne joaquin jocelyn jodie jody joe joel joely joerg johan johann johanna johannes john johnny jon jonah jonas jonathan jonny jools jordan jordi jorg jorge jorgen jose josef joseph josephine josh joshua josie joy joyce juan juanita jude judi judith judy jules julia julian juliana julie juliet juliette julio julius june jurgen justin justine justyna jutta jyoti
kai kamal kamala kamil kamran karen karim karin karl karla karolina kash kasia kate katarina katarzyna katerina kath katharina katharine katherine kathleen kathryn kathy katia katie katja katrin katrina katya kay kayleigh kazuo keeley keir keiko keith kelly kelvin ken kenji kenneth kenny kerri kerrie kerry kevin khalid khadija kian kieran kieron kim kimberley kimberly kiran kirk kirsten kirstie kirstin kirsty kit kitty klaus konrad konstantin kris krishna kristen kristian kristin kristina kristof krystyna krzysztof kuldeep kulwinder kumar kurt kyle kylie kyra
lachlan laila lakshmi lance lara lars latoya laura lauren laurence laurent laurie lavinia lawrence layla lea leah leanne lee leela leigh leila len lena lenny leo leon leona leonard leonardo leonie leonora leopold leroy les leslie lesley lester leticia lettice lewis leyla lia liam lian liana libby lidia liesl lila lilian liliana lillian lily lin lina linda lindsay lindsey linzi lionel lisa lisbeth lise liudmila liv livia liz liza lizzie lloyd llewelyn lloyd logan lois lola lorcan loretta lori lorna lorraine lothar lottie lou louis louisa louise luc luca lucas lucia lucian lucie lucien lucille lucinda lucy ludmila ludwig luigi luis luisa lukas lukasz luke lydia lyn lynda lyndsay lyndsey lynette lynn lynne lynsey lynwen
mabel mac maciej mackenzie maddie maddy madeleine madeline madge madhu mae maeve magda magdalena maggie magnus mahmoud mairead mairi maisie makoto malachy malcolm malgorzata malik mandy manfred manish manjit mansoor manuel manuela mara marc marcel marcella marcia marcin marco marcos marcus marek margaret margarita margery margherita margit margo margot marguerite maria mariam marian mariana marianne marie marieke marielle marietta marija marilyn marina mario marion marisa marissa marit marius marjorie mark markus marlene marsha marta martha martin martina martine marty martyn marvin mary maryam maryann mason massimo mateusz mathew mathias mathilda matilda matt matteo matthew matthias matthieu maud maude maura maureen maurice mauricio mavis max maxim maxine maxwell maya meena meera meg megan mehmet mei melanie melinda melissa melvin melvyn mercedes mercy meredith merlin merrill merv mervyn meurig mia micah michael michaela michal michel michela michele micheal michelle michiko mick mickey miguel mihai mike mikael mikhail mikey milan mildred milena miles millicent millie milly milo mimi mina minnie mira miranda mireille miriam mirka mitch mitchell mo moesha mohamed mohammad mohammed mohan mohsin moira molly mona monica monika monique montgomery morag moray moreen morgan moses moshe moya muhammad muireann mukesh murdo muriel murray mustafa myfanwy myles myra myriam myrtle
nadia nadine nadim naeem nahid naomi narinder nasim nasir nasreen nat natalia natalie natasha nathan nathaniel naveed neal ned neeta neha neil nell nellie nelson nerys nessa nesta neville nia niall niamh nicholas nick nicki nicky nico nicola nicolas nicole nigel nik nikhil nikita nikki nikola nikolai nikos nilesh nina nisha nita noah noel noelle noeleen noor nora norah norbert noreen norma norman nuala nuno
octavia odette olaf oleg olga olive oliver olivia olivier ollie olwen olwyn omar onyeka oonagh oona ophelia orla orlando orson oscar osman oswald othman otto owain owen oyvind
pablo padraig padraic paddy paige pam pamela paola paolo parminder parveen pascal pascale pat patience patricia patrice patricio patrick patrik patsy patti patty paul paula paulette paulina pauline paulo pavel pawel payal pearl pedro peg peggy pen penelope penny percy perry pervez peta pete peter petra petros phil philip philippa philippe phillip phillipa philomena phoebe phyllis pia piers pierre pieter piotr pippa polly poppy pooja portia prakash pradeep praveen preeti priscilla priya priyanka prudence prue
quentin quincy quinn
rabia rachael rachel rachelle radha radoslaw rae rafael rafal raghav rahim rahul raj raja rajan rajesh rajiv rajinder rakesh ralf ralph ram ramesh ramona ramon ramsey randall randolph randy rani ranjit raoul raphael rashid rashida ravi ray raymond reanna rebecca rebekah reece reena reg reggie regina reginald reinhard rena renata renate rene renee reuben rex rhian rhiannon rhoda rhodri rhona rhonda rhys ria ric ricardo riccardo rich richard richie rick ricky rita ritu roald rob robbie robert roberta roberto robin robyn rocco rochelle rod roddy roderick rodger rodney rodrigo roger rohan roisin roland rolf roma roman ron rona ronald ronan ronnie rory rosa rosaleen rosalie rosalind rosamund rosanna rosanne rosario roscoe rose roseanne roselyn rosemarie rosemary rosie roslyn ross rowan rowena rowland roxanne roy royston roza ruairi ruben ruby rudi rudolf rudy rufus rupert ruqayya russ russell ruth ryan rhydian
sabina sabine sabrina sacha sadie sadia saeed safiya sahar said saira sajid sal saleem salim sally salma salman salvador salvatore sam samantha sameer sami samira samson samuel sana sandeep sander sandip sandra sandrine sandy sanjay sanjeev santiago saoirse sara sarah sarita sasha saskia satish satoshi saul scarlett scott seamus sean sebastian sebastien selina selma selwyn sergei sergio serena seth shabana shabnam shah shahid shaheen shaista shakil shamim shana shane shannon shaun shauna shawn shazia sheena sheikh sheila shelagh shelley shelly sher sheree sheridan sherry sheryl shirin shirley shivani shona shreya sian sibyl sidney sid sidra siegfried sienna sigrid silas silke silvia simon simona simone sinead siobhan sioned siwan solomon sonal sonia sonja sonya sophia sophie soraya soren spencer stacey stacy stan stanley stef stefan stefania stefanie steffi stella steph stephan stephane stephanie stephen sterling steve steven stevie stewart stu stuart su sue sujata suki suleiman sumaira sunil sunita suresh susan susanna susannah susanne sushila susi susie suzanna suzanne suzi suzie suzy svein sven svetlana sybil syd sydney syed sylvester sylvia sylvie
tabitha tadeusz taha tahir takashi talia tam tamara tamas tamsin tania tanya tara tariq tasha tasneem tatiana tatyana taylor ted teddy tegan tegwen terence teresa teri terri terry tess tessa thea thelma theo theodora theodore theresa therese thierry thomas thora tia tibor tiffany tilda tilly tim timmy timothy tina tobias toby todd tom tomas tomasz tommaso tommy tomos toni tony tonia tora torsten tove tracey traci tracie tracy travis trefor trevor tricia trina trish tristan troy trudi trudy tudor tunde tyler tyrone
uddin ulrich ulrike uma umar una unity ursula usha usman uta uwe
val valentin valentina valeria valerie valery vanessa vasile vaughan veena velma venetia vera verity verna vernon veronica veronika veronique vic vicente vicki vickie vicky victor victoria vijay vikram viktor vikki vilma vince vincent vinnie vinod viola violet virginia vishal vita vitor vittorio viv vivek vivian vivien vivienne vlad vladimir
wade wahid walid wallace wally walt walter wanda waqar warren wayne wendell wendy werner wes wesley wilf wilfred wilhelm willem william willie willis wilma winifred winnie winston wojciech wolfgang wyn wynford
xander xavier ximena
yan yana yannick yasmin yasmine yasir yolanda yosef yousef youssef yuki yulia yuri yusuf yves yvette yvonne
zac zach zachary zack zafar zahid zahra zainab zak zara zeeshan zelda zena zeynep zia zoe zofia zoey zohra zoltan zubair zuzana
oluwaseun chidi ngozi adebayo emeka ifeoma kwame kofi ama abena yaw akosua tendai thabo sipho nomsa lerato themba wanjiku njeri kamau otieno achieng mwangi wei ming xiu ling yong hui jing jun lei min ping qiang xin yan ying yun zhen hao chen hyun ji soo min-jun seo-yeon haruto yuto sakura yoko naoko takeshi kenta emi mariko linh minh thuy huong nguyen tuan dung anh putri siti budi dewi agus wayan ketut nurul aarav aditi ananya anand anjali arvind bhavna chetan deepika divya ganesh geeta gita gopal harish hema indu jagdish jaspreet kavita kishore lalit lata leena madhav mahesh manju manoj meenakshi mohit mukul nandini naresh navin neelam nikhil nitin parvati pooja pranav prem rahul rajni rekha rohit roshan sachin sangeeta sarita shanti shobha shyam sita sudha sumit suman tanvi tushar uday vandana varun vidya vinay yash
kat fran ravinder jasvinder satwinder davinder mohinder surjit baljit paramjit shaz daz gaz baz kaz caz nate thandi thandeka jonty tadhg esperanza olena oleksandr oksana nataliya halyna yuliia dmytro andriy serhiy taras bohdan mykola ragnheidur gudrun sigridur einar solveig knut aissatou fatou fatoumata mamadou ousmane aminata ibrahima khaled yusuf yousuf zaynab maryam umair usama sumaya hafsa farzana nazia rukhsana shahnaz rehana kwabena kojo efua adwoa afua oyinkan temi folake bukola yewande ayo femi segun funmi kemi tolu chinedu nneka obinna uche chukwuemeka amaka adaeze zanele nokuthula ayanda bongani lindiwe tariro rumbidzai farai tatenda wambui wairimu njoroge kipchoge chebet akinyi joao tiago rui ines beatriz catarina leonor thiago rafaela camila mateo guadalupe montse iker aitor maite nerea eneko gorka mikel hefin heledd lleucu lowri mair manon marged menna tegid twm bleddyn elfed emyr glesni guto gwion idwal llinos llyr macsen mared tudur mehwish saima sobia uzma zubaida harvinder sukhdev balbir gurdeep manpreet jaspal amarjit kulvinder baldev surinder`

/** Names that are also common words or months: alone they prove nothing. */
export const wordNames = new Set(
  'hope grace faith joy will bill mark art may june april august dawn rose rob pat sandy guy frank grant rich dean dot pearl ruby amber ivy holly heather hazel olive violet rowan robin jack gene drew chuck bob nick sue jean penny victor earl major duke bishop prince king van max mercy patience prudence constance verity unity chance sky summer autumn christian iris rex page miles les des sal ed su mo ma min an ana ali ling wade cliff craig ray dale glen lance melody harmony spring star storm west stone miller mason cook carter baker parker paris london sydney florence austin chelsea india china jordan israel victoria regina wells kent devon lincoln'.split(
    ' ',
  ),
)

export const firstNames: ReadonlySet<string> = new Set([
  ...listed.trim().split(/\s+/),
  'will',
  'bill',
  'hope',
  'faith',
  'rob',
  'sky',
  'summer',
  'chelsea',
  'india',
  'paris',
  'mick',
  'tariq',
  'ainé',
  'zoë',
  'chloë',
  'siân',
  'seán',
  'róisín',
  'sinéad',
  'siobhán',
  'niamh',
  'gráinne',
  'máire',
  'pádraig',
  'josé',
  'andré',
  'rené',
  'renée',
  'françois',
  'françoise',
  'hélène',
  'jérôme',
  'jürgen',
  'jörg',
  'günter',
  'günther',
  'björn',
  'søren',
  'åsa',
  'øyvind',
  'léa',
  'chloé',
  'zoé',
  'inès',
  'mónica',
  'sofía',
  'maría',
  'jesús',
  'ángel',
  'raúl',
  'martín',
  'lucía',
  'joão',
  'antónio',
  'inês',
  'paweł',
  'łukasz',
  'małgorzata',
  'michał',
  'rafał',
  'tomáš',
  'jiří',
  'petr',
  'jana',
  'eva',
  'zsófia',
  'gábor',
  'lászló',
  'istván',
  'győrgy',
  'ferenc',
  'ștefan',
  'ioana',
  'bogdan',
])

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a word is a given name, accents aside; hyphenated ones by their first half (Anne-Marie). */
export const isFirstName = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    firstNames.has(lower) ||
    firstNames.has(plain(lower)) ||
    (lower.includes('-') && firstNames.has(plain(lower.split('-')[0]!)))
  )
}
