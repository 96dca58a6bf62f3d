// Mail that machines write, and readers' mail that looks like it. Headers | subject | body; `!` marks a person's.

export type Machine = { kind: string; person: boolean; headers: string[]; subject: string; body: string }

const make = (kind: string, person: boolean, rows: string): Machine[] =>
  rows
    .split('\n')
    .filter(Boolean)
    .map(row => {
      const [headers = '', subject = '', body = ''] = row.split(' | ')
      return {
        kind,
        person,
        headers: headers.trim() ? headers.trim().split(' ;; ') : [],
        subject: subject.trim(),
        body: body.trim().replaceAll('\\n', '\n'),
      }
    })

const away = make(
  'out-of-office',
  false,
  `
 | Out of Office: Your views | I am away until Monday.
 | Automatic reply: Junior doctors | I am out of the office until 3 May with no access to email.
 | Out of office | Back on 2 May.
 | Out of the office Re: strike | I will reply on my return.
 | AutoReply: your views wanted | Thank you for your message.
 | Auto: Re: call-out | I'm on holiday.
 | Automatic Reply | In my absence please contact the switchboard.
 | John Smith is out of the office | I will be out of the office starting 25/04/2016 and will not return until 29/04/2016.
 | Abwesenheitsnotiz: Ihre Meinung | Ich bin bis zum 3. Mai nicht im Büro.
 | Automatische Antwort: Ihre Meinung | Vielen Dank für Ihre Nachricht.
 | Abwesend: Re: Umfrage | Ich bin ab 2. Mai wieder erreichbar.
 | Réponse automatique : Votre avis | Je suis absente du bureau jusqu'au 3 mai.
 | Absence du bureau Re: votre avis | De retour le 3 mai.
 | Respuesta automática: Su opinión | Estaré fuera de la oficina.
 | Fuera de la oficina: Su opinión | Regreso el lunes.
 | Risposta automatica: La vostra opinione | Sono in ferie fino al 3 maggio.
 | Fuori ufficio: Re: opinione | Rientro il 3 maggio.
 | Resposta automática: A sua opinião | Estou de férias.
 | Ausente do escritório: opinião | Regresso a 3 de maio.
 | Automatisch antwoord: Uw mening | Ik ben afwezig tot 3 mei.
 | Afwezigheidsbericht: Re: mening | Ik ben terug op 3 mei.
 | Autosvar: Din mening | Jag är på semester.
 | Automatiskt svar: Din åsikt | Jag är tillbaka den 3 maj.
 | Automatisk svar: Din mening | Jeg er på ferie.
 | Fraværende: Re: mening | Jeg er tilbage den 3. maj.
 | Automaattinen vastaus: Mielipiteesi | Olen lomalla.
 | Poissa toimistosta: mielipide | Palaan 3.5.
 | Odpowiedź automatyczna: Twoja opinia | Jestem na urlopie.
 | Autoodpowiedź: opinia | Wracam 3 maja.
 | Automatická odpověď: Váš názor | Jsem na dovolené.
 | Automatická odpoveď: Váš názor | Som na dovolenke.
 | Automatikus válasz: Véleménye | Szabadságon vagyok.
 | Răspuns automat: Opinia dvs. | Sunt în concediu.
 | Автоматический ответ: Ваше мнение | Я в отпуске.
 | Автоответ: мнение | Вернусь 3 мая.
 | Автоматична відповідь: Ваша думка | Я у відпустці.
 | Автоматичен отговор: Мнение | Аз съм в отпуск.
 | Otomatik yanıt: Görüşünüz | Ofis dışındayım.
 | Αυτόματη απάντηση: Η γνώμη σας | Λείπω σε άδεια.
 | תשובה אוטומטית: דעתך | אני בחופשה.
 | رد تلقائي: رأيك | أنا في إجازة.
 | 自动回复：您的意见 | 我正在休假。
 | 自動回覆: 您的意見 | 我正在休假。
 | 自動応答: ご意見 | 休暇中です。
 | 不在通知 ご意見 | 5月3日に戻ります。
 | 자동 회신: 의견 | 휴가 중입니다.
 | Trả lời tự động: Ý kiến | Tôi đang nghỉ phép.
 | Balasan otomatis: Pendapat Anda | Saya sedang cuti.
 | Samodejni odgovor: mnenje | Sem na dopustu.
 | Automatski odgovor: mišljenje | Na godišnjem sam odmoru.
 | Automatinis atsakymas: nuomonė | Atostogauju.
 | Automaatvastus: arvamus | Olen puhkusel.
 | Ymateb awtomatig: Eich barn | Rwyf ar wyliau.
 | Resposta automàtica: Opinió | Soc fora de l'oficina.
Auto-Submitted: auto-replied | Re: your views | I will read this when I am back.
Auto-Submitted: auto-generated | Re: your views | Your ticket has been opened.
Auto-Submitted: auto-replied (vacation) | Thank you | I am at sea.
X-Autoreply: yes | Re: views | Gone fishing.
X-Autorespond: Re: views | Re: views | Gone walking.
Precedence: auto_reply | Re: views | I am away.
X-Vacation: yes | Re: Your views | Until next week.
 | Re: Your views | This is an automated response. We have received your email and aim to reply within ten working days.
 | Thank you for contacting Acme Ltd | Thank you for your email. We aim to respond within 48 hours. Your reference number is 99.
 | Re: your views | I am currently out of the office and will return on 3 May. For urgent enquiries please contact my colleague by email.
`,
)

const bounces = make(
  'bounce',
  false,
  `
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com> ;; Return-Path: <> | Delivery Status Notification (Failure) | Address not found. Your message wasn't delivered.
From: MAILER-DAEMON@mx.example.com ;; Return-Path: <> | Undelivered Mail Returned to Sender | This is the mail system at host mx.example.com.
From: postmaster@outlook.example.com | Undeliverable: Your views | Your message to x@example.com couldn't be delivered.
From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.com> ;; Return-Path: <> | Undeliverable: Your views | Delivery has failed to these recipients or groups.
From: MAILER-DAEMON@yahoo.com | Failure Notice | Sorry, we were unable to deliver your message to the following address.
From: Mail Delivery System <Mailer-Daemon@exim.example.com> ;; X-Failed-Recipients: x@example.com ;; Auto-Submitted: auto-replied | Mail delivery failed: returning message to sender | This message was created automatically by mail delivery software.
From: postmaster@firma.example.de ;; Return-Path: <> | Unzustellbar: Ihre Meinung | Fehler bei der Nachrichtenzustellung.
From: postmaster@societe.example.fr ;; Return-Path: <> | Non remis : Votre avis | Échec de la remise.
From: postmaster@empresa.example.es ;; Return-Path: <> | No se puede entregar: Su opinión | Error de entrega.
From: postmaster@azienda.example.it ;; Return-Path: <> | Non recapitabile: La vostra opinione | Mancato recapito.
From: system@example.nl ;; Return-Path: <> | Onbestelbaar: Uw mening | Uw bericht is niet bezorgd.
From: mailer@example.ru ;; Return-Path: <> | Недоставленное сообщение: мнение | Сообщение не доставлено.
From: robot@example.cn ;; Return-Path: <> | 系统退信 | 您的邮件无法送达。
From: MDaemon at mail.example.com <MDaemon@mail.example.com> | Permanent Delivery Failure | The attached message could not be delivered.
From: mailer-daemon@example.org | Returned mail: see transcript for details | The original message was received at Tue.
From: mail-daemon@example.org ;; Return-Path: <> | Warning: message 1abc delayed 24 hours | No action is required on your part.
`,
)

const lists = make(
  'list',
  false,
  `
List-Id: <news.example.com> ;; List-Unsubscribe: <mailto:u@example.com> | Weekly digest | All the news of the week.
List-Unsubscribe: <https://example.com/u> | Spring sale now on | Twenty per cent off everything.
Precedence: bulk | Newsletter 14 | Dear subscriber, here is our newsletter.
Precedence: list ;; List-Post: <mailto:l@example.com> | [allotment] slugs | They are back.
List-Id: Parish council <parish.example.org> | Minutes | Attached are the minutes.
Mailing-List: contact list-help@example.com | digest | One message.
From: noreply@shop.example.com | Your order has shipped | Track it online.
From: no-reply@social.example.com | You have 3 new followers | See who they are.
From: donotreply@bank.example.com | Your statement is ready | Sign in to read it.
X-Mailman-Version: 2.1.20 ;; Precedence: list | Re: meeting | See you there.
`,
)

const receipts = make(
  'receipt',
  false,
  `
Return-Path: <> ;; References: <1@example.org> | Read: Your views | Your message was read on 26 April 2016 08:45:00.
Return-Path: <> ;; References: <1@example.org> | Gelesen: Ihre Meinung | Ihre Nachricht wurde gelesen am 26.04.2016.
Return-Path: <> ;; References: <1@example.org> | Lu : Votre avis | Votre message a été lu le 26 avril.
References: <1@example.org> | Not read: Your views | Your message was deleted without being read on 26 April.
Return-Path: <> | Leído: Su opinión | Su mensaje fue leído el 26 de abril.
`,
)

const people = make(
  'look-alike',
  true,
  `
 | Out of office hours care is a disgrace | My mother waited until Monday because nobody works at weekends.
 | Out of hours GP service | Ours is excellent and I will not hear a word against it.
 | Automatic doors at A&E | They have been broken for a month and nobody mends them.
 | Automatic pay rises for MPs | They got ten per cent. Funny that.
 | Absence of leadership | The minister has not been seen since Thursday.
 | Holiday cancelled because of the strike | We stayed at home to be near the hospital.
 | On holiday but still watching | I am on holiday in Spain and reading your coverage by the pool. Back on Friday to face the music.
 | Delivery of babies during the strike | My daughter gave birth this morning and the care was superb.
 | Returned to sender | That is what happened to my letter to the minister.
 | Failure to listen | The government has failed to listen to anybody.
 | Away from home | I live a long way from any hospital.
 | Read: a letter to the Health Secretary | Dear Mr Hunt, I have worked here for twenty years.
 | Undelivered promises | We were promised a seven-day NHS and all we got was this.
 | Vacation | My American cousins cannot believe what we pay our doctors.
 | Annual leave for doctors | They lose half of it to cover rota gaps.
 | Mail delivery in our village | The post comes at four. What has that to do with the strike? Nothing, but I am cross.
Auto-Submitted: no | Strike | I support them.
Precedence: normal | Strike | I do not support them.
X-Auto-Response-Suppress: All | Strike | I am in two minds about it.
Precedence: first-class | Strike | My mind is made up.
List-Id: | Strike | An empty header should not lose my letter.
From: noreply@forms.example.org ;; Reply-To: reader@example.com | Message from the website | I filled in your form because I could not find the address.
 | Re: Your views | I am currently on maternity leave from the NHS and have never been so glad to be away from it.
X-Autoreply: no | Re: views | I wrote this by hand.
 | Warning: long rant | You have been warned. Where do I start?
 | Thank you for your coverage | It has been very fair.
 | Message received loud and clear | The doctors have spoken and we should listen.
 | Ferie | Mine were cancelled because the ward is short of staff.
 | Out of my mind with worry | My son is a junior doctor.
 | I am away to join the picket line | See you there.
`,
)

export const machines: Machine[] = [...away, ...bounces, ...lists, ...receipts, ...people]
