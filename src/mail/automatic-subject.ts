// What a subject alone says of a machine, in some forty languages: a word for “automatic” beside a word for “reply”, or
// somebody's absence put the way absence notes put it. Whole words of a short subject, never a part of a sentence.

const auto =
  /자동|auto(?:m|[- ]?(?:re|svar|ant|od|vast|noti|\b))|автомат|автовід|автоотв|otomatik|otomatis|avtomat|αυτόματ|αυτοματ|אוטומט|تلقائي|آلي|خودکار|自动|自動|자동|tự động|kiotomatik|awtomat|uathoib|อัตโนมัติ|स्वचालित|स्वतः|samodejn|автоматс|аутомат/
const reply =
  /repl|respon|answer|acknowl|receipt|confirm|notif|antwort|nachricht|réponse|reponse|message|accusé|mensaje|respuesta|contest|acuse|rispost|risponditore|messaggio|conferma|resposta|mensagem|confirma|antwoord|reactie|bericht|svar|vastau|viesti|odpow|odpov|wiadomo|potwierdz|potvrz|válasz|üzenet|răspuns|raspuns|mesaj|ответ|уведом|сообщен|письм|відпов|повідом|отговор|одговор|yanıt|cevap|απάντηση|απαντηση|μήνυμα|תשובה|מענה|הודעה|رد|رسالة|پاسخ|回复|回覆|回復|答复|返信|応答|应答|通知|회신|응답|답장|알림|trả lời|balasan|jawaban|ตอบกลับ|उत्तर|freag|ateb|atbild|atsakym|vastus|odgovor|erantzun|tugon|jibu|e-?mail|bestätigung|benachrichtigung|notiz|kvittering|kvitto/

/** Absence as a note puts it: the whole subject, or the subject up to a colon, a date or a word for “until”. */
const absent = [
  "(?:(?:i am|i'm|i’m|i will be|currently|now) )*(?:away (?:until|till) .{2,20}|(?:out of|away from|not in) (?:the |my )?(?:office|desk|mail|e-?mail|studio|country)|on (?:annual|maternity|paternity|parental|sick|study|compassionate|special) leave|away on leave|on (?:leave|vacation)|ooo|away from (?:my|the) (?:desk|mail|e-?mail|computer)|vacation (?:reply|response|message|auto-?reply)|away (?:until|till) .{2,20}|out-of-office)",
  '(?:annual|maternity|paternity|parental|adoption) leave|absence (?:notification|notice|message)|vacation (?:notice|notification|message)|(?:mailbox|e-?mail address|account|this (?:mailbox|address|account)) (?:is )?(?:not monitored|no longer (?:in use|monitored|active|valid)|unattended|closed)|(?:i have |has )?left the (?:company|organi[sz]ation|trust|council)|limited access to e-?mails?|(?:holiday|christmas|office|bank holiday) closure',
  "(?:your|the) (?:e-?mail|message|enquiry|request|submission) (?:has been|was) received|(?:we have|we've) received your (?:e-?mail|message|enquiry|request)|thank you for contacting .{2,40}|our offices? (?:is|are) (?:now )?closed.{0,30}|acknowledge?ment of (?:your|receipt).{0,30}|(?:automatic )?(?:eingangs|empfangs|lese)bestätigung|ihre (?:nachricht|anfrage|e-?mail|mail) ist (?:bei uns )?eingegangen|accusé de réception|acuse de recibo|conferma di (?:ricezione|lettura)|confirmação de rece[pç]ção|ontvangstbevestiging|kvittering for (?:modtagelse|mottak).{0,20}|tak for din henvendelse|mottagningskvitto|potwierdzenie (?:otrzymania|odbioru).{0,20}|potvrzení o přijetí.{0,20}|potvrdenie o prijatí.{0,20}",
  '(?:ich bin |bin |wir sind |derzeit |momentan |zur zeit )*(?:nicht im (?:büro|haus|dienst)|außer haus|ausser haus|im urlaub|in urlaub|abwesend|in elternzeit|im mutterschutz|nicht erreichbar|auf dienstreise)|abwesenheits?(?:notiz|benachrichtigung|meldung|nachricht|assistent|info|hinweis)?|ich bin (?:bis|vom|ab) .{2,30} (?:abwesend|im urlaub|nicht im büro)',
  "(?:je suis |actuellement |nous sommes )*(?:absent(?:e|\\(e\\))?s? (?:du|de mon|du mon) bureau|absente?s?|en congés?(?: annuels?| maternité| parental)?|en vacances|hors du bureau|en déplacement)|absence (?:du|de mon) bureau|(?:message|notification|avis|réponse) d['’]absence|votre (?:message|demande|courriel|mail|e-mail) a (?:bien )?été reçue?",
  '(?:estoy |estaré |actualmente |me encuentro )*(?:fuera de (?:la )?oficina|ausente(?: de la oficina)?|de vacaciones|de baja(?: maternal| médica| por maternidad)?|de permiso)|aviso de ausencia|hemos recibido (?:su|tu) (?:mensaje|correo|solicitud)|gracias por (?:contactarnos|contactar con nosotros|su mensaje|su correo)|fora de l.oficina|absent de l.oficina',
  "(?:sono |sarò |attualmente |siamo )*(?:fuori (?:ufficio|sede|stanza)|in ferie|assente(?: dall['’]ufficio| dal servizio)?|in vacanza|in maternità)|assenza dall['’]ufficio|(?:notifica|avviso|messaggio) di assenza|abbiamo ricevuto (?:il (?:tuo|suo) messaggio|la (?:tua|sua) richiesta)",
  '(?:estou |estarei |encontro-me |atualmente )*(?:ausente(?: do escritório)?|fora do escritório|fora da empresa|de férias|em férias|de licença)|(?:aviso|notificação|mensagem) de ausência|ausência (?:do escritório|temporária)|licença de maternidade|recebemos a (?:sua|tua) mensagem',
  '(?:ik ben |momenteel |wij zijn )*(?:afwezig|niet aanwezig|niet op kantoor|buiten kantoor|met vakantie|op vakantie|met verlof|met zwangerschapsverlof)|afwezigheids?(?:bericht|assistent|melding)?|zwangerschapsverlof|uw (?:bericht|e-?mail|aanvraag) is ontvangen|ouderschapsverlof',
  '(?:jag är |just nu )*(?:på semester|frånvarande|inte på kontoret|ej på kontoret|tjänstledig|föräldraledig|sjukskriven|bortrest)|frånvaro(?:meddelande|besked)?|(?:jeg er |er )*(?:på ferie|fraværende|ikke på kontoret|ikke til ?stede|ude af kontoret|ute av kontoret|bortreist|på barsel|i permisjon)|jeg holder (?:ferie|fri)|fravær(?:smeddelelse|smelding|sbesked)?|(?:vi har|jeg har) (?:mottatt|modtaget|tagit emot) (?:din|ditt|deres|ert) .{3,20}|fjarverandi|ekki við',
  '(?:olen )?(?:poissa(?: toimistolta| toimistosta| töistä)?|lomalla|vuosilomalla|äitiyslomalla|matkoilla)|poissaolo(?:viesti|ilmoitus)?|en ole (?:paikalla|toimistolla)|viestisi on vastaanotettu|vuosiloma',
  '(?:jestem |obecnie )*(?:poza biurem|nieobecn[ya](?: w biurze)?|na urlopie(?: macierzyńskim| wypoczynkowym)?|na zwolnieniu)|nieobecność(?: w biurze)?|urlop (?:wypoczynkowy|macierzyński)|(?:jsem |som |momentálně )*(?:mimo kancelář|mimo kancelárie|mimo kanceláriu|na dovolen(?:é|ej|ke)|nepřítomen|nepřítomna|neprítomn[ýá])|(?:nejsem|nie som) v kancelář?[ií]i?|nie som v kancelárii|(?:odpověď v )?nepřítomnost[i]?|neprítomnosť',
  '(?:jelenleg |most )*(?:házon kívül|irodán kívül|szabadságon(?: vagyok)?|távol(?: vagyok)?|külföldön)|nem vagyok (?:az irodában|elérhető)|távollét(?:i értesítés| miatt)?|(?:sunt |momentan )*(?:în afara biroului|absentă? din birou|în concediu|plecată? din (?:birou|oraș))|nu sunt (?:în|la) birou',
  '(?:я |сейчас |нахожусь |временно )*(?:вне офиса|в отпуске|в командировке|в декрете|на больничном|отсутствую(?: на рабочем месте| в офисе)?)|нет на месте|отсутствие (?:на рабочем месте|в офисе)|ваше (?:письмо|сообщение|обращение) получено|(?:я |зараз )*(?:поза офісом|у відпустці|відсутн(?:ій|я)|у відрядженні)|відсутність (?:на роботі|в офісі)|(?:аз съм )?(?:извън офиса|в отпуск(?:а)?)|(?:ван канцеларије|на одмору|на годишњем одмору)',
  '(?:şu anda )?(?:ofis dışında(?:yım)?|ofiste değilim|tatilde(?:yim)?|izinde(?:yim)?|izinli(?:yim)?|yıllık izin(?:de|deyim)?|doğum izninde)|mesajınız(?: bize)? (?:alınmıştır|ulaşmıştır)|(?:είμαι |λείπω )*(?:εκτός γραφείου|σε άδεια|από το γραφείο|εκτός έδρας)|απουσία(?: από το γραφείο)?|(?:אני |כרגע )*(?:מחוץ למשרד|לא במשרד|בחופשה|בחופשת לידה|בחו"ל)|הודעת היעדרות|(?:أنا )?(?:خارج المكتب|خارج العمل|في إجازة|في عطلة)|خارج از دفتر|در مرخصی(?: هستم)?',
  '(?:izvan|van) (?:ureda|kancelarije)|(?:na |sem na |sam na )(?:godišnjem(?: odmoru)?|odmoru|dopustu|bolovanju|porodiljskem)|odsotnost|odsutnost|odsoten|odsotna|nesu biure|(?:šiuo metu )?(?:atostogauju|atostogose)|(?:esmu )?(?:prombūtnē|prombūtne|atvaļinājumā)|(?:olen )?(?:kontorist (?:väljas|eemal)|puhkusel|eemal)|jashtë zyrës|me pushime',
  "(?:allan|mas) o(?:'r|’r| fy|r)? swyddfa|ar wyliau|as (?:an )?oifig|ar saoire|bulegotik kanpo|oporretan|buite kantoor|met verlof|(?:đang )?(?:vắng mặt|nghỉ phép|đi công tác)|ngoài văn phòng|(?:sedang |saya sedang )?(?:cuti|di luar kantor|di luar pejabat|bercuti)|ไม่อยู่(?:ที่สำนักงาน|ออฟฟิศ)|ลาพักร้อน|ลาหยุด|कार्यालय से बाहर|छुट्टी पर|wala sa opisina|nje ya ofisi|niko likizo",
]

const until =
  "until|till|til|to|from|since|back|return|re|aw|reply|response|notification|message|notice|e-?mail|assistant|alert|bis|vom|ab|zum|antwort|jusqu['’]?(?:au|à)?|du|hasta|del|desde|fino|dal|al|até|de|a|tot|van|t\\/m|från|fra|asti|saakka|od|do|z|dne|dnia|până|până la|la|с|до|по|від|από|έως|μέχρι|tarihine|kadar|عن|حتى|\\d"
const noteOf = absent.map(
  phrases => new RegExp(`^(?:${phrases})(?:$|\\s?[:(\\[|,.!–—-]|\\s(?:${until})(?:[\\s.:]|$)|\\s?\\d)`, 'u'),
)

/** Scripts without blanks between words: the phrase leads the subject, and hardly anything follows it. */
const tight =
  /^(?:(?:私は|我|我们|我們|正|正在|现在|現在|目前|現在は)*(?:不在(?:通知|のお知らせ|にしております|です|办公室|辦公室|中|届)?|休暇(?:中|のお知らせ|通知)|休假(?:中|通知|自动回复|自動回覆)?|度假(?:中)?|外出(?:中|しております)?|出張中|出差(?:中)?|年假中?|(?:夏季|冬期|冬季|年末年始|臨時)休業(?:のお知らせ|について)|离职通知|離職通知))(?:$|[\s:：\-—(（［[【、。])|^(?:현재 )?(?:부재 ?중?(?: ?알림| ?자동 ?회신| ?안내)?|휴가 ?중?(?:입니다| ?안내| ?알림)?|출장 ?중?(?:입니다)?|외근 ?중)(?:$|[\s:：\-—(（［[【.])/u

/** Prefixes and tags that say nothing: `Re:`, `[EXT]`, `【…】` around the phrase itself. */
const stripped = (subject: string): string =>
  subject
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(
      /^(?:(?:re|aw|sv|antw|fwd?|ext|external|vs|odp|rv|res|tr|回复|答复|回覆)\s?[:：]\s?|\[(?!auto|abwes|out of|自动|自動|자동)[^\]]{1,30}\]\s?){1,3}/u,
      '',
    )
    .replace(/^[[【(（「<*"“]+|(?<![\]】)）」>*"”])[\]】)）」>*"”]+$/gu, '')
    .trim()

/** Nothing but a word for being away: a machine's when nothing at all stands below it. */
export const absentAlone =
  /^(?:vacation|currently away|sabbatical|office closed|delayed response|no longer (?:at|with) .{2,40}|urlaub|mutterschutz|elternzeit|abwesenheit|absence(?:: .{0,80})?|congés?(?: maternité| annuels?| parental)?|vacances|ausencia|vacaciones|baja maternal|permiso|ferie|assenza|maternità|férias|ausência|vakantie|verlof|afwezig|semester|frånvaro|föräldraledig|barsel|fravær|permisjon|loma|poissaolo|urlop|nieobecność|dovolená|dovolenka|szabadság|távollét|concediu|отпуск|отсутствие|відпустка|відсутність|отпуска|izin|tatil|άδεια|απουσία|חופשה|إجازة|مرخصی|godišnji odmor|dopust|odmor|atostogos|atvaļinājums|puhkus|휴가|부재|休暇|休假|不在|tack för ditt (?:mejl|mail|meddelande)|thank you for your e-?mail)[.!]?$/iu

/** The words by which a subject alone is a machine's, or null. `person`: whether what follows a colon is a person's. */
export function automaticSubject(subject: string): string | null {
  const text = stripped(subject.slice(0, 200))
  const head = text.split(/[:：|–—[\]】(（「]|\s-\s/u, 1)[0]!.trim()
  const words = head.split(/\s+/)
  if (head.length <= 60 && words.length <= 7 && auto.test(head) && reply.test(head) && !says.test(head)) return subject
  if (/^(?:auto|autoreply|automatic)\s?[:：]/.test(text)) return subject
  if (tight.test(text)) return subject
  const note = noteOf.map(pattern => pattern.exec(text)).find(Boolean)
  if (note && !says.test(text.slice(note[0].length - 1))) return subject
  // “RE: Trains - Out of office”, “Trains (Automatic reply)”: the program put its words behind.
  const tail = /(?:\s-\s|\s?[(（[【])([^()（）[\]【】-]{6,40})[)）\]】]?$/u.exec(text)?.[1]
  if (
    tail &&
    /^(?:out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)|vacation|abwesend|abwesenheitsnotiz)$/.test(
      tail.trim(),
    )
  )
    return subject
  return null
}

/** A person who writes about it: “Out of office hours care is a disgrace”, “Automatic reply is all I get”. */
const says =
  /(?:^|\s)(?:is|are|was|were|has|have|had|will|should|must|can|cannot|why|how|what|who|ist|sind|war|est|sont|es|son|è|sono già|não|care|hours|again|cancelled|ruined|right|rights|too|my|our|nurses|doctors|teachers|fathers)(?:\s|[.!?]|$)/
