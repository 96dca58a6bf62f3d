// People whom readers name as one names the weather: nobody needs to be asked. By the name that is written, lower case.

const figures = `
jeremy hunt; david cameron; george osborne; boris johnson; theresa may; jeremy corbyn; tony blair; gordon brown; margaret thatcher;
nigel farage; donald trump; nicola sturgeon; keir starmer; rishi sunak; liz truss; michael gove; barack obama; joe biden;
vladimir putin; wes streeting; rachel reeves; kemi badenoch; priti patel; suella braverman; matt hancock; dominic cummings;
dominic raab; sajid javid; steve barclay; victoria atkins; therese coffey; andy burnham; sadiq khan; angela rayner;
yvette cooper; ed miliband; david lammy; ed davey; john swinney; humza yousaf; alex salmond; ruth davidson; anas sarwar;
mark drakeford; arlene foster; michelle o'neill; jacob rees-mogg; john major; john smith mp; neil kinnock; michael foot;
winston churchill; clement attlee; nye bevan; aneurin bevan; harold wilson; edward heath; harold macmillan; enoch powell;
lloyd george; simon stevens; amanda pritchard; bruce keogh; chris whitty; patrick vallance; mark porter; johann malawana;
tony benn; dennis skinner; diane abbott; john mcdonnell; len mccluskey; mick lynch; arthur scargill; bob crow; sharon graham;
emmanuel macron; angela merkel; ursula von der leyen; jean-claude juncker; volodymyr zelensky; kamala harris; hillary clinton;
bill clinton; george bush; ronald reagan; nelson mandela; mahatma gandhi; adolf hitler; joseph stalin; xi jinping; narendra modi;
martin luther king; abraham lincoln; prince harry; meghan markle; prince william; kate middleton; prince charles; prince andrew;
william shakespeare; charles dickens; george orwell; jane austen; agatha christie; florence nightingale; mary seacole;
isaac newton; albert einstein; charles darwin; stephen hawking; alan turing; david attenborough; chris packham; bob marley;
paul mccartney; john lennon; mick jagger; david bowie; elton john; taylor swift; ed sheeran; freddie mercury; stormzy;
gary lineker; jonathan agnew; alan shearer; david beckham; harry kane; marcus rashford; alex ferguson; gareth southgate;
andy murray; mo farah; lewis hamilton; ben stokes; joe root; geoffrey boycott; usain bolt; wayne rooney; bobby moore;
john humphrys; jeremy paxman; laura kuenssberg; david dimbleby; huw edwards; piers morgan; jeremy clarkson; jeremy vine;
terry wogan; jimmy savile; emily maitlis; fiona bruce; nick robinson; jon snow; stephen fry; martin lewis; marcus wareing;
jamie oliver; delia smith; mary berry; gordon ramsay; alan bates; paula vennells; robert maxwell; rupert murdoch; elon musk;
bill gates; jeff bezos; mark zuckerberg; steve jobs; richard branson; alan sugar; philip green; fred goodwin; nick leeson;
sarah everard; george floyd; stephen lawrence; jo cox; david amess; harold shipman; lucy letby; john bercow; john prescott;
robin hood; james bond; sherlock holmes; harry potter; father christmas; santa claus; john bull; father ted; basil fawlty;
captain mainwaring; victor meldrew; del boy; alan partridge; postman pat; bob cratchit; oliver twist; ebenezer scrooge
`
const whole = new Set(
  figures
    .trim()
    .split(/;\s*/)
    .map(name => name.trim()),
)
/** After a title only those who are called so in the papers. */
const surnames = new Set(
  `hunt cameron osborne johnson may corbyn blair brown thatcher farage trump sturgeon starmer sunak truss gove obama biden putin
  streeting reeves badenoch patel braverman hancock cummings raab javid barclay rayner cooper miliband lammy swinney salmond
  rees-mogg mogg major kinnock bevan macron merkel juncker zelensky clegg packham murdoch musk scargill attenborough stevens
  whitty vallance bates vennells letby shipman shapps hammond letwin duncan-smith mcvey lansley milburn bercow cable davey`
    .trim()
    .split(/\s+/),
)
/** Surnames that many others bear: public after a title only with the office or the given name beside it. */
const common = new Set('brown johnson patel cooper barclay stevens may major davey reeves'.split(' '))

/** Whether words that name somebody name a public figure. */
export function isPublic(words: string): boolean {
  const parts =
    words
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/'s\b/g, '')
      .match(/[\p{L}'-]+/gu) ?? []
  const bare = parts.filter(part => !/^(?:mrs?|ms|miss|dr|prof|professor|sir|the|lord|lady|dame)$/.test(part))
  if (bare.some((_, at) => whole.has(bare.slice(at, at + 2).join(' ')) || whole.has(bare.slice(at, at + 3).join(' '))))
    return true
  return bare.length === 1 && parts.length > 1 && surnames.has(bare[0]!) && !common.has(bare[0]!)
}

/** Who is named with a public office just before is named for it. */
export const publicOffice =
  /\b(?:St|Saint|Councillor|Cllr|Minister|Prime Minister|Secretary|Chancellor|President|Mayor|MP|Lord|Lady|Baroness|Sir|Dame|Prince|Princess|King|Queen|Pope|Archbishop|Bishop|Speaker|Commissioner|Premier|Senator|Governor|Judge|Justice|presenter|footballer|actor|singer|author|leader|striker|captain|manager of)\.? $/
