// Subjects and sentences by which machines give themselves away, in the languages they speak. Anchored and linear:
// “Out of office hours care is a disgrace” is a reader's subject and matches none of them.

const end =
  '(?:\\s*$|\\s*[:(\\[|,.!–—-]|\\s(?:re|aw|auto|until|till|from|reply|response|notification|message|notice|email|e-mail|assistant|alert|autoreply|auto-reply)\\b)'
const anchored = (phrases: string) =>
  new RegExp(
    `^(?:(?:re|aw|sv|auto|antw|fw|fwd|ext|external)\\s?[:：]\\s?|\\[[^\\[\\]]{1,30}\\]\\s?){0,3}(?:${phrases})${end}`,
    'iu',
  )

/** A cheap question before the dear ones, of a subject in lower case. Other scripts than Latin are always asked. */
export const mayBeAway =
  /closed|delayed|sabbat|mutters|eltern|eingegangen|barsel|permis|tack f|tak for|kvitter|potvr|szabad|dopust|odmor|cuti|izin|puhk|atost|atva|vacan|aut|avto|awto|otom|outom|samod|abwes|ateb|allan|fora d|hors|buit|en cong|en vac|pos|reply|respon|rispo|balas|fuera|fuori|office|ooo|leave|holiday|vacation|away|absen|ausen|assen|town|received|contacting|thank you|ackno|ticket|case|no longer|change of|new e|büro|buro|buero|haus|urlaub|bestätigung|réponse|reponse|congé|conges|réception|oficina|vacaciones|ufficio|sede|ferie|ricezione|risponditore|escritório|empresa|férias|afwezig|aanwezig|kantoor|vakantie|ontvangst|från|frav|fravær|semester|stede|kontor|fjarv|poissa|lomal|vastaan|nieobecn|biur|urlop|kancel|nepř|neprí|dovol|odso|odsu|izvan|godiš|dopust|prom|nesu|puhk|házon|szabads|irod|távol|birou|concediu|përgj|ofis|tatil|izin|vắng|nghỉ|văn|balasan|jawaban|kantor|cuti|pejabat|swyddfa|freag|oifig|bulegotik|tugon|jibu|[^\x00-\x7f‘’“”–—£…]/

export const awaySubjects: RegExp[] = [
  anchored(
    "automatic(?:ally generated)? reply|automatic response|automated (?:reply|response|message|e-?mail|acknowledge?ment)|auto[- ]?reply|auto[- ]?response|auto[- ]?responder|autoreply|(?:i am |i'm |i’m |currently |away and )?out[- ]of[- ](?:the[- ])?office|ooo|vacation (?:reply|response|message|notice|autoreply)|on (?:annual leave|vacation|holiday|leave|maternity leave|sick leave|paternity leave)|annual leave|away from (?:the |my )?(?:office|desk|mail|email)|absence|out of town|i am away|i'm away|away on leave|away|delayed response|currently away|sabbatical|paternity leave|maternity leave|we have received your (?:e-?mail|message|enquiry|request)|your (?:e-?mail|message|enquiry|request) has been received|office closed|our office is closed|closed for .{3,30}|thank you for (?:contacting us|your e-?mail|your message|contacting .{2,40})|acknowledge?ment(?: of (?:receipt|your e-?mail))?|message received|case (?:created|received|number)|ticket (?:received|created|opened)|no longer (?:with|working|at|employed).{0,40}|change of (?:e-?mail )?address|new e-?mail address",
  ),
  /^(?:auto|automatic|autoreply)\s?:/i,
  /^(?:.{2,40} (?:is|will be) (?:currently )?(?:out of (?:the )?office|away from the office|on annual leave|on leave|on holiday|on vacation)\b.{0,40})$/i,
  /\((?:out of (?:the )?office|automatic reply|auto-?reply|autoreply|vacation)\)\s*$/i,
  anchored(
    'abwesenheits(?:notiz|benachrichtigung|meldung|nachricht|assistent|info)?|mutterschutz|elternzeit|ihre (?:nachricht|anfrage|e-?mail) ist (?:bei uns )?eingegangen|automatische (?:antwort|abwesenheitsnotiz|e-?mail-antwort|rückantwort|nachricht|empfangsbestätigung)|auto-?antwort|nicht im (?:büro|haus)|außer haus|im urlaub|urlaub|(?:ich bin )?(?:derzeit )?abwesend|abwesenheit|eingangsbestätigung|empfangsbestätigung',
  ),
  anchored(
    "réponse automatique|reponse automatique|réponse d'absence|absence du bureau|absent du bureau|message d'absence|message automatique|absence|absent(?:e)?(?: du bureau)?|en congés?|je suis absente?|vacances|congé maternité|congé(?: annuel)?|hors du bureau|accusé de réception|notification d'absence|réponse automatisée",
  ),
  anchored(
    'respuesta automática|respuesta automatica|fuera de (?:la )?oficina|ausente(?: de la oficina)?|mensaje automático|contestación automática|autorespuesta|auto-?respuesta|ausencia|vacaciones|baja maternal|de vacaciones|estoy de vacaciones|resposta automàtica|fora de l’oficina',
  ),
  anchored(
    "risposta automatica|risposta automatizzata|fuori ufficio|fuori sede|assente(?: dall’ufficio| dall'ufficio)?|assenza|messaggio automatico|in ferie|risponditore automatico|sono in ferie|conferma di ricezione",
  ),
  anchored(
    'resposta automática|resposta automatica|ausente(?: do escritório)?|fora do escritório|fora da empresa|mensagem automática|ausência(?: do escritório| temporária)?|férias|de férias|em férias|estou de férias',
  ),
  anchored(
    'automatisch antwoord|automatische (?:beantwoording|reactie|antwoord|afwezigheid)|afwezig(?:heid(?:sbericht|sassistent|smelding)?)?|niet aanwezig|niet op kantoor|met vakantie|op vakantie|buiten kantoor|ontvangstbevestiging|out-of-office',
  ),
  anchored(
    'automatiskt? svar|autosvar|auto-?svar|automatsvar|frånvarande|frånvaro(?:meddelande)?|frånvaro.{0,20}|barsel|permisjon|tack för ditt (?:mejl|mail|meddelande)|tak for din (?:henvendelse|mail|besked)|kvittering for .{3,20}|semester|på semester|fraværende?|fravær(?:smeddelelse|smelding|sbesked)?|ikke til stede|ikke på kontoret|ikke tilstede|på ferie|ferie|på kontoret|ude af kontoret|kvittering|sjálfvirkt svar|fjarverandi',
  ),
  anchored(
    'automaattinen vastaus|poissa(?:olo(?:viesti|ilmoitus)?)?|poissa toimistosta|poissa toimistolta|poissa töistä|en ole paikalla|lomalla|automaattivastaus|olen lomalla|vastaanottokuittaus',
  ),
  anchored(
    'odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|auto-?odpowiedź|autoresponder|nieobecność(?: w biurze)?|poza biurem|urlop|jestem na urlopie|nieobecny|wiadomość automatyczna|poza biurem.{0,20}',
  ),
  anchored(
    'automatická odpověď|automatická odpoveď|automaticka odpoved|mimo kancelář|mimo kancelár(?:iu|ie)|nepřítomnost|neprítomnosť|dovolená|dovolenka|potvrzení o přijetí|nejsem v kanceláři|samodejni odgovor|automatski odgovor|avtomatski odgovor|odsotnost|odsutnost|odsoten|izvan ureda|van kancelarije|na godišnjem odmoru|na dopustu|automatinis atsakymas|automātiskā atbilde|automaatvastus|automaatne vastus|prombūtne|nesu biure|kontorist väljas|puhkusel',
  ),
  anchored(
    'automatikus válasz|házon kívül|szabadság|szabadságon|irodán kívül|automata válasz|távollét|răspuns automat|raspuns automat|mesaj automat|în afara biroului|absent din birou|absent|în concediu|concediu|përgjigje automatike',
  ),
  anchored(
    'автоматический ответ|автоответ(?:чик)?|автоматическое (?:уведомление|сообщение|письмо)|вне офиса|отсутствую|нет на месте|в отпуске|отпуск|отсутствие|автоматична відповідь|автовідповідь|поза офісом|у відпустці|відпустка|автоматичен отговор|автоматски одговор|извън офиса|в отпуск',
  ),
  anchored(
    'otomatik yanıt|otomatik cevap|ofis dışında(?:yım)?|ofiste değil(?:im)?|izinli|tatilde(?:yim)?|izinde(?:yim)?|yıllık izin|αυτόματη απάντηση|εκτός γραφείου|απουσία|σε άδεια|תשובה אוטומטית|מענה אוטומטי|מחוץ למשרד|הודעת היעדרות|בחופשה|رد تلقائي|الرد التلقائي|خارج المكتب|خارج العمل|في إجازة|پاسخ خودکار|خارج از دفتر',
  ),
  /^(?:re[:：]\s?)?(?:[[【]?(?:自动回复|自動回覆|自动答复|自動回复|自動返信|自動応答|不在通知|不在のお知らせ|不在|休暇中|外出|外出中|休假|不在办公室|不在辦公室|自动应答|자동 ?회신|자동 ?응답|자동 ?답장|부재중|부재 ?알림|휴가)[\]】]?)(?:$|\s?[:：\-—(（［[【]|\s|中|自动|통지|알림|메일|です)/u,
  anchored(
    "trả lời tự động|tự động trả lời|nghỉ phép|vắng mặt|đang nghỉ phép|ngoài văn phòng|balasan otomatis|jawaban otomatis|balasan automatik|di luar kantor|cuti|sedang cuti|di luar pejabat|ตอบกลับอัตโนมัติ|การตอบกลับอัตโนมัติ|ไม่อยู่ที่สำนักงาน|स्वचालित उत्तर|स्वतः उत्तर|कार्यालय से बाहर|ymateb awtomatig|ateb awtomatig|allan o(?:'r|’r)? swyddfa|freagra uathoibríoch|freagairt uathoibríoch|as oifig|erantzun automatikoa|bulegotik kanpo|resposta automàtica|fora de l'oficina|awtomatikong tugon|jibu la kiotomatiki|outomatiese antwoord|buite kantoor",
  ),
]

export const bounceSubjects: RegExp[] = [
  /^(?:undeliverable|undelivered(?: mail| message)?(?: returned to sender)?|delivery (?:status notification|failure|has failed|report|notification|incomplete|delayed|problem|status)|mail (?:delivery (?:failed|failure|system|subsystem|problem|error|delayed|status)|system error|could not be delivered|undeliverable)|returned mail|return(?:ed)? to sender|failure notice|failed mail|failed delivery|message (?:delivery (?:failure|failed|delayed)|undeliverable|could not be delivered|you sent blocked|not delivered|status - undeliverable|blocked)|non[- ]?(?:delivery|deliverable|remis|recapitabile)|nondeliverable|warning: (?:message|could not send|mail (?:could|delivery|not|delayed))|postmaster notif|e-?mail (?:delivery failure|non-delivery|could not be delivered)|rejected mail|permanent (?:delivery )?(?:failure|error)|transient|unable to deliver|your message (?:to .{1,80} )?(?:couldn't|could not|couldn’t|cannot|has not been|was not|wasn't) (?:be )?deliver|could not (?:be delivered|send message)|banned file|virus (?:found|alert|in message)|message blocked|user unknown|mailbox (?:full|unavailable|is full)|quota exceeded|address not found|recipient address rejected|delayed mail)\b/i,
  /^(?:unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|fehler bei der (?:zustellung|nachrichtenzustellung)|nachricht unzustellbar|unzustellbare|rückläufer|zustellbericht|échec de (?:la )?(?:remise|distribution)|message non (?:remis|distribué|délivré)|non remis|impossible de remettre|notification d['’]échec|no se puede entregar|no se pudo entregar|no entregado|mensaje no entregado|error de entrega|notificación de estado de entrega|entrega fallida|devuelto|correo devuelto|impossibile recapitare|mancato recapito|mancata consegna|messaggio non recapitato|mancata ricezione|notifica (?:di )?mancat|onbestelbaar|niet bezorgd|bezorging mislukt|niet-bestelbaar|niet afgeleverd|não (?:é possível|foi possível) entregar|não entregue|mensagem não entregue|falha na entrega|falha de entrega|kan inte leverera|går inte att leverera|det gick inte att leverera|olevererat|kunne ikke leveres|kan ikke leveres|levering mislykkedes|ikke leveret|ikke levert|uleveret|ei voitu toimittaa|toimitus epäonnistui|toimittamaton|nie można dostarczyć|niedostarczalne|niedostarczona|nie dostarczono|zwrot|nedoručitelné|nedoručiteľné|nelze doručit|nedoručeno|kézbesíthetetlen|nem kézbesíthető|kézbesítési hiba|nelivrabil|mesaj nelivrat|imposibil de livrat|не(?:доставлен|удается доставить|возможно доставить|доставляем)|сообщение не доставлено|ошибка доставки|недоставлен|teslim edilemedi|iletilemedi|μη παραδοτέο|αποτυχία παράδοσης|לא ניתן למסור|לא נמסר|تعذر التسليم|لم يتم تسليم|فشل التسليم|配信不能|配信エラー|配達不能|未配信|メール配信エラー|无法投递|无法传递|无法送达|未送达|退信|系统退信|郵件無法傳遞|無法傳遞|退件|배달되지 않음|배달 실패|반송|전송 실패|발송 실패|không gửi được|không thể gửi|tidak terkirim|gagal terkirim|pesan gagal)/iu,
]

export const receiptSubjects =
  /^(?:read(?: receipt)?|not read|gelesen|ungelesen|nicht gelesen|gelöscht|lu|non lu|leído|leido|no leído|letto|non letto|gelezen|niet gelezen|läst|lest|læst|luettu|lida|lido|przeczytano|przeczytane|přečteno|prečítané|olvasott|citit|прочитано|прочтено|okundu|αναγνώστηκε|נקרא|تمت القراءة|開封済み|已读|已讀|읽음|return receipt|leesbevestiging|lesebestätigung|accusé de lecture|confirmación de lectura|conferma di lettura|recibo de lectura|läskvitto|deleted|unread|disposition notification|delivered)\s?(?:\(displayed\)|\(anzeigen\))?\s?[:：-]/iu

/** What an absence note or an acknowledgement says of itself; the first kilobyte of the body is asked. */
export const awayBodies: RegExp[] = [
  /(?:^|[\n*_]|[.!] )[\s\W]{0,4}this is an? (?:automated|automatic|auto[- ]?generated|auto|automatically generated|computer[- ]generated|system[- ]generated) ?(?:auto-?)?(?:e-?mail |mail )?(?:reply|response|message|e-?mail|acknowledge?ment|notification|receipt)\b/i,
  /\b(?:diese|dies ist eine) (?:e-?mail|nachricht|antwort)? ?(?:wurde )?automatisch (?:generiert|erzeugt|erstellt|versandte?|generierte)\b|\bceci est (?:une réponse|un message) automatique\b|\besta es una respuesta automática\b|questa è una risposta automatica|\bdit is een automatisch(?:e)? (?:bericht|antwoord|reactie)\b|\besta é uma (?:resposta|mensagem) automática\b|\bdetta är ett automatiskt\b|\bdette er (?:et|en) automatisk\b|\bto jest automatyczna (?:odpowiedź|wiadomość)\b|это автоматический ответ/iu,
]
export const away =
  /\b(?:(?:i am|i'm|i’m|i will be|i'll be|i shall be|am) (?:currently |now |presently )?(?:out of (?:the )?office|away from (?:the |my )?(?:office|desk)|on (?:annual |maternity |paternity |sick |study |parental )?leave|on holiday|on vacation|not in the office|away)|(?:ich bin|bin) (?:derzeit |momentan |zur ?zeit |aktuell |ab |vom |bis |im )?.{0,40}(?:nicht im büro|abwesend|im urlaub|außer haus|nicht erreichbar)|je suis (?:actuellement )?(?:absente?|en congés?|en vacances)|(?:estoy|estaré) (?:fuera de la oficina|de vacaciones|ausente)|(?:sono|sarò) (?:fuori ufficio|in ferie|assente)|ik ben (?:momenteel |tot |afwezig|van ).{0,40}(?:afwezig|niet aanwezig|op vakantie|niet op kantoor)|(?:estou|estarei) (?:ausente|de férias|fora do escritório)|jag är (?:på semester|frånvarande|inte på kontoret)|jeg er (?:på ferie|fraværende|ikke på kontoret|ikke tilstede|bortreist)|jestem (?:na urlopie|nieobecn|poza biurem))/iu
/** Said by absence notes and hardly by anybody else: asked where the body is all there is to go by. */
export const awayStrongly =
  /\b(?:in my absence|access to (?:my )?e-?mails?|(?:respond|reply|get back|answer|deal with your (?:e-?mail|message)) .{0,50}(?:return|i am back|i'm back|back in)|(?:urgent|immediate) (?:matters?|enquir|assistance|attention|quer|issue|help|request)|(?:if|should) .{0,30}urgent|dringenden (?:fällen|angelegenheiten)|in dringenden|en cas d'urgence|in caso di urgenza|en caso de urgencia|em caso de urg|bij (?:dringende|spoed)|w pilnych|vid brådskande)/iu
export const awayAlso =
  /\b(?:(?:return|returning|back) (?:on|to|in|at|from|until|monday|tuesday|wednesday|thursday|friday|\d)|urgent|in my absence|access to (?:my )?e-?mail|(?:reply|respond|deal with your|answer|get back) .{0,40}(?:return|back|soon as)|please contact|dringend|in dringenden|wieder (?:da|erreichbar|im büro)|ab dem \d|bis (?:zum|einschließlich) \d|de retour|en cas d'urgence|urgence|regreso|urgente|vuelvo|al mio (?:rientro|ritorno)|rientro|dringende|terug op|weer aanwezig|regresso|åter|tillbaka|tilbage|tilbake|wracam|pilnych)\b/iu

/** What a mail server says of a message that it could not deliver. */
export const reports =
  /\b(?:[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|(?:smtp|remote (?:host|server)|host) .{0,60}(?:said|returned|error|rejected)|5[0-5]\d (?:.{0,30})?(?:user|mailbox|recipient|address|relay|unknown|rejected|not found|no such|unavailable|denied)|user unknown|unknown user|no such user|mailbox (?:is full|full|unavailable|not found|disabled|quota)|over ?quota|quota exceeded|(?:could ?n[o']t|couldn't|can ?not|was not|wasn't|not|unable to|failed to) be(?:en)? delivered|undeliverable|delivery (?:to the following|failed|has failed|attempts?)|unable to deliver|permanent (?:fatal )?errors?|following (?:address|recipient|message)e?s? (?:had|failed|could not|was not)|message headers? follow|original message (?:headers?|follows|was received)|diagnostic(?:-| )code|final-recipient|returned to (?:you|sender)|does not exist|rejected by)/i
/** A subject that speaks of what was not delivered, in any words. */
export const notDelivered =
  /undeliver|not deliver|delivery|deliver(?:ed|able)|returned mail|mail error|rejected|bounce|failure|failed|non[- ]remis|unzustell|zustell|entreg|recapit|bezorg|lever|toimit|doręcz|dostarcz|doruč|kézbes|livra|доставл|доставить|teslim|παράδοσ|παραδο|למסיר|נמסר|تسليم|配信|配達|投递|送达|傳遞|배달|반송|gửi được|terkirim/i
/** Said by absence notes, in the languages they are written in: when the writer is back, or whom to ask meanwhile. */
export const returns =
  /(?:i (?:will|shall) (?:return|be back|be returning)|i'll be back|(?:back in|return to) the office|bin (?:ab|wieder)|wieder (?:da|erreichbar|im büro|zurück)|zurück am|bin ich zurück|(?:de retour|reviens|retour) (?:le|à partir|au bureau)|(?:volveré|regreso|vuelvo|regresaré|regresar) (?:el|a la oficina|al)|(?:rientro|rientrerò|torno|tornerò|ritorno) (?:il|in ufficio|a)|(?:regresso|volto|regressarei|voltarei) (?:a|no|em|dia|ao)|(?:ben ik|weer) (?:terug|aanwezig|bereikbaar)|terug op|tillbaka (?:den|på|igen)|åter (?:den|på)|(?:tilbage|tilbake) (?:den|på|igjen|igen)|palaan|takaisin|(?:wracam|wrócę|powrót|będę) (?:do|w|z powrotem|dostępn)|vrátím se|vraciam sa|budu zpět|späť|visszatérek|vissza(?:jövök)?|(?:revin|mă întorc|voi reveni)|вернусь|буду (?:на связи|снова|в офисе)|возвращаюсь|повернусь|ще се върна|döneceğim|dönüş|görevimin başında|επιστρέφω|θα επιστρέψω|אחזור|חוזר(?:ת)? ב|(?:سأعود|أعود|سوف أعود)|برمی.?گردم|(?:戻り|復帰|出社)|(?:返回|回来|回來|返岗)|(?:복귀|돌아오|돌아올)|(?:quay lại|trở lại)|(?:kembali (?:pada|ke|tanggal)|akan kembali)|กลับมา|वापस|vraćam se|vrnem se|vratit ću|grįšiu|atgriezīšos|tagasi|dychwelyd|i'm away|in my absence|dringenden|urgence|urgente|dringende|brådskande|haster det|kiireelli|pilnych|naléhav|sürgős|срочн|термінов|acil |επείγον|דחופ|عاجل|緊急|紧急|緊急|긴급|khẩn cấp|mendesak|nujn|hitn|skubi|steidzam)/iu
