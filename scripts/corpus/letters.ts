// Letters as readers write them, each with what a good sub-editor takes from it. The close is what follows `~~`.
// FROM | NAME | PLACE | flags, then the letter up to a line of `==`.

export type Letter = { from: string; name: string; place: string; anonymous: boolean; body: string; close: string }

const sheet = `
Katherine Jones <katherine.jones@example.com> | Katherine | Ruislip in Middlesex
I have the utmost respect for junior doctors. They looked after my mother through the whole of last winter.

I will be supporting them today even though my own appointment has been cancelled.
~~
Kind regards,
Katherine
Ruislip, Middlesex
==
Chris Boshell <chris.boshell@example.com> | Chris Boshell | Birmingham
If your going to strike, at least keep A&E open. My father waited nine hours on a trolley.
~~
Chris Boshell, Birmingham
==
Alan Kinghorn <akinghorn@example.net> | Alan Kinghorn | Northumberland
The government has handled this badly from the start. Neither side comes out of it with any credit.
~~
Alan Kinghorn
Northumberland
==
peter <pw1961@example.com> | Peter Wallace | Liverpool
Despite the disruption I was treated on time at my local walk-in centre.

The consultant told me he had been up since four.
~~
Best wishes

Peter Wallace
Liverpool
==
"Okafor, Ngozi" <n.okafor@example.org> | Ngozi Okafor | Peckham in London
As a nurse I see what these doctors do every night. Nobody goes on strike lightly.

Please listen to the people who do the work.
~~
Many thanks
Ngozi Okafor
Peckham, London
==
Mrs J Whitcombe <jw@example.com> | Jean Whitcombe | Hereford
We moved here to retire and the hospital has been wonderful. Shame on the Health Secretary.
~~
Yours sincerely,

Jean Whitcombe (Mrs)
Hereford
==
Dr Priya Patel <priya@example.net> | Priya Patel | Leicester
I am a junior doctor. I left my house at 6am and I will not see my children tonight.

We are not asking for more money; we are asking for safe rotas.
~~
Regards,
Dr Priya Patel MRCP
Leicester
==
tom.o'brien@example.com | Tom O'Brien | Omagh in County Tyrone
Nobody has mentioned Northern Ireland in any of this coverage.
~~
Thanks

Tom O'Brien
Omagh, Co. Tyrone
==
Siân Rhys <sian@example.cymru> | Siân Rhys | Aberystwyth in Ceredigion
Up here in Wales we have no strike today, and I know where I would rather be ill.
~~
Cofion cynnes,
Siân Rhys
Aberystwyth
==
HUGH MACLEOD <hm@example.com> | Hugh Macleod | Stornoway in the Western Isles
THE FERRY WAS CANCELLED AND SO WAS MY APPOINTMENT. NOT A GOOD DAY.
~~
HUGH MACLEOD
STORNOWAY
==
Sarah <sarah@example.com> | Sarah |
My daughter in Birmingham is a junior doctor and I am very proud of her. She works 70 hours a week.
~~
Sarah
==
David & Margaret Ellis <theellises@example.com> | David and Margaret Ellis | Whitby in North Yorkshire
My wife and I have both had operations postponed. We do not blame the doctors at all.
~~
All the best,
David and Margaret Ellis
Whitby, North Yorkshire
==
a.reader@example.com | | Sheffield | anonymous
I am a consultant at a large teaching hospital and I could lose my job for saying this. Managers told us to say nothing.

Please do not use my name.
~~
Regards
Jonathan Miles
Sheffield
==
Rebecca Stone <rs@example.com> | | Northumberland | anonymous
The rota leaves one doctor for two hundred patients at night. It is frightening.

I would prefer to remain anonymous as I still work there.
~~
Rebecca
Northumberland
==
Helen <h@example.org> | Helen | Bristol | part
I walked out this morning with tears in my eyes.

Please use my first name only.
~~
Helen Carmichael
Bristol
==
worried mum <wm83@example.com> | | Dudley in the West Midlands | anonymous
My son's operation was cancelled twice. I know it is not the doctors' fault but he is in pain.
~~
Name withheld
Dudley, West Midlands
==
Marcus Webb <marcus.webb@example.co> | Marcus Webb | Cardiff
I'm a GP in Cardiff and I see the knock-on effects every day. My phone has not stopped.

We need to train more people.
~~
Marcus Webb
==
Irene Fairweather <irene@example.com> | Irene Fairweather | Arbroath in Angus
I live in Arbroath and my nearest A&E is Dundee. It was quiet when I went this morning.
~~
Irene Fairweather
==
Gareth <gareth.p@example.com> | Gareth | Swansea
Gareth from Swansea here. Just to say the picket line outside our hospital is friendly and people are bringing cakes.
~~
Cheers
Gareth
==
"Anne-Marie O’Sullivan" <amos@example.ie> | Anne-Marie O’Sullivan | Cork
Watching from across the water with sadness. We had the same here in 2013 and nothing changed.
~~
Le meas,
Anne-Marie O’Sullivan
Cork, Ireland
==
Jean-Paul Mercier <jpm@example.fr> | Jean-Paul Mercier | Lyon, France
I trained in London in the nineties. The hours were worse, but nobody asked us to do them for less.
~~
Cordialement,
Jean-Paul Mercier
Lyon, France
==
Lena <lena.fischer@example.de> | Lena Fischer | Hamburg, Germany
As a doctor who left the NHS I can tell you why people leave: it is the rota, not the pay.
~~
Viele Grüße
Lena Fischer
Hamburg, Germany
==
Bob Tanner <bobt@example.ca> | Bob Tanner | Toronto, Canada
Here we pay our residents properly. Come over, the snow is melting.
~~
Bob Tanner
Toronto, Canada
==
Will Hope <will.hope@example.com> | Will Hope | Ely
Mark my words, this will not end today.

Hope is all that we have left in this department.
~~
Will Hope
Ely
==
Jo <jo@example.com> | Jo Brennan | Newport in Shropshire
Stop calling them junior. Some are in their forties with children of their own.

PS I am not a doctor, only a patient.
~~
Jo Brennan
Newport, Shropshire
==
ptaylor@example.com | Phil Taylor | Stoke-on-Trent
Three questions:

- why are weekends the problem?
- who will pay?
- what happens to the people already waiting?

Nobody has answered any of them.
~~
Phil Taylor - Stoke-on-Trent
==
Vikram Singh-Gill <vsg@example.com> | Vikram Singh-Gill | Hounslow in Middlesex
I was born in the hospital that is closed today. My grandmother cleaned its floors for thirty years.
~~
Kindest regards

Vikram Singh-Gill
Hounslow, Middlesex
==
Edie <edie@example.com> | Edie | Kent
Thank you.

That is all I wanted to say to the doctors on the picket line outside my window.
~~
Love,
Edie
Kent
==
Malcolm Reeve <mreeve@example.com> | Malcolm Reeve | Diss in Norfolk
I am 84 and I remember what came before the NHS. My sister died of diphtheria because the doctor cost half a crown.
~~
Yours faithfully
Malcolm Reeve
Diss, Norfolk
==
K Adeyemi <kadeyemi@example.com> | Kunle Adeyemi | Croydon
Your reporter said "all routine operations" were off. Mine went ahead at ten o'clock.
~~
Kunle Adeyemi, Croydon
==
Fiona McAllister <fmca@example.scot> | Fiona McAllister | Glasgow
I'm from Glasgow but work in England. Two systems, one exhausted workforce.
~~
Fiona McAllister
==
"Stephen Hargreaves" <s.hargreaves@example.com> | Steve Hargreaves | Bolton
Been on hold to 111 for forty minutes. Is this what seven-day care looks like?
~~
Thx
Steve Hargreaves
Bolton
==
Lucy A <lucya@example.com> | Lucy | Brighton
Writing this from the waiting room at the Royal Sussex. It is calm. People are kind. One man is singing.
~~
Lucy, Brighton
==
R Dutta <rdutta@example.com> | Rahul Dutta |
They went into medicine to help people; the least we can do is listen.

I used to live in Leeds and the care there was first class.
~~
Best,
Rahul Dutta
==
Janet Pryce-Davies <jpd@example.com> | Janet Pryce-Davies | Ludlow in Shropshire
What strikes me is how polite everybody is. My husband's clinic was moved to Friday and that was that.
~~
With kind regards

Janet Pryce-Davies
Ludlow
==
Owen <owen@example.com> | Owen | the Isle of Wight
The ferry costs more than the parking, and that is saying something.
~~
Owen
Isle of Wight
==
Tariq Mahmood <tariq@example.com> | Tariq Mahmood | Bradford
I teach sixth formers who want to be doctors. Half of them have changed their minds this year.
~~
Tariq Mahmood
Bradford, West Yorkshire
==
Betty <betty@example.com> | Betty Croft | Morecambe in Lancashire
I don't know how to use email very well so my grandson is typing this. I think the young doctors are right.
~~
Yours truly
Betty Croft
Morecambe
Lancashire
==
Greg <greg@example.com.au> | Greg Norris | Perth, Australia
Every second doctor in our emergency department has an English accent now.
~~
Greg Norris
Perth, Australia
==
claire.d@example.com | Claire Donnelly | Derry
Nobody wins when doctors strike, but somebody loses when they don't.
~~
Is mise le meas,
Claire Donnelly
Derry
==
Ben Archer <ben@example.com> | | York | anonymous
I run the rota at a busy trust. The figures the minister used are wrong and he knows it.

My name is not for publication.
~~
Ben Archer
York
==
Sam <sam@example.com> | Sam | Truro
I'm sat here in Truro watching your feed and wondering who will look after my mum this weekend.
~~
Sam
==
"J. Whitfield" <jw55@example.com> | John Whitfield | Harrogate in North Yorkshire
On Monday the minister said he would talk. On Tuesday he would not. What happens on Wednesday?

He wrote: "my door is always open". It was shut.
~~
John Whitfield
Harrogate, North Yorkshire
==
Nina Kowalska <nina.k@example.com> | Nina Kowalska | Peterborough
From: one tired nurse. To: everyone who claps on Thursdays and votes the other way.

I mean it kindly.
~~
Pozdrawiam,
Nina Kowalska
Peterborough
==
Dee <dee@example.com> | Dee | Torquay
Best thing that ever happened to me was the NHS. Regards to all of the staff on Ward 7.

They know who they are.
~~
Dee x
Torquay
==
Roger Bellamy <roger@example.com> | Roger Bellamy | Tunbridge Wells in Kent
I am disgusted, and yes, I do live where you think I live.
~~
Roger Bellamy
Tunbridge Wells, Kent
==
mia <mia@example.com> | Mia |
hi bbc

just wanted to say my uncle had his hip done today no problem at all so not everything is cancelled
~~
mia x
==
Stuart Pike <stuart.pike@example.com> | Stuart Pike | Tiverton in Devon
The real scandal is social care. There are forty people in our hospital tonight who could go home if anyone would look after them.

I know, because my father is one of them.
~~
Stuart Pike
Tiverton, Devon
EX16 6AA
==
Moira <moira@example.com> | Moira Gillespie | Inverness
Thanks for the coverage. It is balanced, which is more than I can say for some.
~~
Slàinte,
Moira Gillespie
Inverness
==
`

/** The letters, in order. */
export const letters: Letter[] = sheet
  .trim()
  .split(/\n==\n?/)
  .filter(Boolean)
  .map(entry => {
    const [head = '', ...rest] = entry.split('\n')
    const [from = '', name = '', place = '', flags = ''] = head.split('|').map(part => part.trim())
    const [body = '', close = ''] = rest.join('\n').split('\n~~\n')
    return { from, name, place, anonymous: flags === 'anonymous', body, close }
  })
