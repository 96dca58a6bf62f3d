// “Night Owl”, “Frustrated Commuter”, “Kitchen Table”: what people call themselves, their house or their machine in a header.
// Only asked of a header that no given name leads: Sarah Driver and Tom Fox are people.

const words = new Set(
  `angry annoyed baffled bored bitter broke chilly cold concerned confused cross curious desperate disappointed disgruntled disgusted
  displaced exhausted exasperated fed frustrated furious fuming glad grateful grumpy happy hopeful humble hungry lonely lost mad
  mildly miserable moaning nosy outraged perplexed poor proud puzzled quiet sad shocked sick sceptical skint sleepless sleepy soggy
  stressed stuck tired troubled unhappy upset weary wet worried
  northern southern eastern western welsh scottish irish english british cornish yorkshire lancashire kentish essex devon norfolk
  suffolk geordie scouse cockney brummie scouser london glasgow leeds hull manchester liverpool nhs bbc uk
  bystander citizen commuter consumer cyclist dweller expat fan follower gooner grandparent homeowner householder insider lass lad lady
  ladies gent gents listener local lurker member motorist mum mums mummy dad dads daddy mother father mom nan nana gran granny grandad
  neighbour nobody observer onlooker owner parent parents passenger patient pedestrian pensioner punter reader resident residents
  somebody someone sufferer supporter taxpayer teacher nurse doctor tenant tenants traveller viewer villager voter witness worker
  driver drivers user guest visitor student students staff crew lads girls boys kids children class year team captain chairman secretary
  owl cat cats dog dogs kitten puppy badger hedgehog dragon tiger lion wolf bear bee bees kite robin-redbreast seagull pigeon squirrel
  kitchen table sofa laptop desktop computer tablet phone ipad iphone android galaxy pc mac inbox email e-mail mail account home office
  cottage house farm barn lodge inn arms hotel guesthouse cafe café tearoom bakery butcher butchers garage shop stores store boutique salon
  gallery studio studios press books library museum theatre cinema radio tv news times gazette herald chronicle echo mercury
  church chapel parish mosque temple synagogue choir band orchestra fc afc rfc cc utd united city rovers wanderers athletic albion
  nursery primary academy college university playgroup pta governors scouts guides brownies cubs wi u3a allotment allotments
  surgery practice pharmacy clinic dental dentist vets hospice charity appeal fund action alliance forum network friends
  party labour tory tories conservative conservatives lib liberal green greens ukip reform snp plaid socialist
  night day morning evening sunday monday friday saturday weekend summer-time winter spring-time sky blue red black white yellow purple
  pink golden silver northern lights rainbow sunshine moon star stars sun rain storm thunder snow ice fire water river sea ocean
  anonymous anon unknown private mystery random nameless not telling knows confidential redacted`
    .trim()
    .split(/\s+/),
)

/** Whether the words of a header, which no given name leads, are a name that somebody made up, or a thing's. */
export const isPenName = (header: string): boolean =>
  header.split(/[\s,/&+-]+/).some(word => words.has(word.toLowerCase().replace(/[’']s$|[.!]$/, '')))
