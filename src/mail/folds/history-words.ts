// How mail programs introduce what they quote, language by language. Lower case; compared with lower-case lines.

const list = (words: string): string[] => words.split(/[|\n]/)

/** “wrote:” at the end of an attribution line (or before the colon, with a name after it, as in German). */
export const wrote =
  list(`wrote|writes|said|has written|a écrit|a ecrit|schrieb|schreibt|hat geschrieben|geschrieben|escribió|escribio
escribe|ha escrito|escreveu|escreve|ha scritto|scrive|scritto|schreef|het volgende geschreven|heeft geschreven
skrev|skriver|skrifaði|kirjoitti|napisał|napisała|napisał(a)|pisze|napisal|napsal|napsala|napsal(a)|píše|napísal
napísala|napísal(a)|ezt írta|írta|a scris|написал|написала|написал(а)|пишет|пише|написав|написав(ла)|написа
yazdı|şunu yazdı|yazmış|έγραψε|έγραψε/-αν|כתב|כתבה|כתב/ה|מאת|كتب|كتبت|نوشت|đã viết|menulis|tulis|ysgrifennodd
va escriure|ha escrit|je napisao|je napisala|je napisao/la|je napisal|je napisal/a|rašė|parašė|rakstīja|kirjutas
scríobh|sgrìobh|idatzi du|escribiu|shkroi|напиша|је написао|је написао/ла|เขียนว่า|เขียน|ने लिखा|sent|says
has said|sent the following|nous a dit|schrieben sie|isinulat ni|aliandika|geskryf|het geskryf|napisao je
napisala je|napisao/la je|је написала|je oseba|писал|писала|писал(а)|вы писали|تمت كتابة ما يلي بواسطة|님이 쓴 글
님의 말|za następujące|wysłał|nadesłał|napísal/a|ha respost|respondió|a répondu|antwortete|ha risposto|respondeu
skrev följande|skrev følgende|στις έγραψε|ο/η έγραψε|ο χρήστης έγραψε|ysgrifenodd|jste napsal|jste napsal(a)
ste napísali`)

/** The same where no blank parts the words: the verb is the end of the line. */
export const wroteTight = list(
  `写道|寫道|写了|書きました|作成|작성|썼습니다|님이 작성|のメール|のメッセージ|寫了|写到|님이 쓴 글|님의 말|님이 작성하였습니다|さんは書きました|さんが書きました|さんのコメント|さんからのメール|の発言`,
)

/** Words that an attribution line begins with, when it does not begin with the sender or the date. */
export const openers =
  list(`on|le|am|el|il|op|den|em|dne|dňa|dnia|w dniu|w dn.|în data|în|pe|στις|la data|at|il giorno|on the|vào|vào lúc
pada|ar|a|data|на|в|ב|בתאריך|em data|no dia|op dinsdag|pel|u|dana|fre|man|tir|ons|tor|lør|søn|mån|tis|lör|sön|ma
ti|ke|to|la|su|mon|tue|wed|thu|fri|sat|sun|quoting|le lun|lun|mar|mié|jue|vie|sáb|dom|på|no|in|o|nung|noong
mnamo|kuupäev|þann|ngày|του|την|το|τη|wed,|tues|thur|thurs|monday|tuesday|wednesday|thursday|friday|saturday
sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul
aug|sep|sept|oct|nov|dec|pon|wt|śr|czw|pt|sob|niedz|po|út|ut|stř|st|čt|št|pá|pi|so|ne|ned|sre|čet|pet|sri|uto
sub|ср|пн|вт|чт|пт|сб|вс|нд|пон|сре|чет|пет|суб|нед|понедельник|вторник|среда|четверг|пятница|суббота
воскресенье|понеділок|вівторок|середа|четвер|п’ятниця|субота|неділя|montag|dienstag|mittwoch|donnerstag|freitag
samstag|sonntag|mo|di|mi|do|fr|sa|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi
mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça
quarta|quinta|sexta|seg|ter|qua|qui|sex|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|mer|gio|ven
onsdag|mandag|måndag|tirsdag|tisdag|torsdag|fredag|lørdag|lördag|søndag|söndag|maanantai|tiistai|keskiviikko
torstai|perjantai|lauantai|sunnuntai|tr|trešd|pirmd|otrd|ceturtd|piektd|sestd|svētd|pr|an|kt|pn|sk|pzt|sal|çar
per|cum|cmt|paz|joi|mie|vin|sâm|dum|τετ|δευ|τρι|πεμ|παρ|σαβ|κυρ|dc|dl|dt|dj|dv|ds|dg|mér|على|في|در|बुध|सोम|मंगल
गुरु|शुक्र|शनि|रवि|เมื่อ|ในวันที่|在|于|th`)

/** Words that open an attribution without a date, with the sender right behind them. */
export const quoters = list(
  `quoting|citing|zitat|zitiere|citando|citation|citat|citaat|cytat|citace|цитата|цитирую|wiadomość|missatge|alıntı`,
)

/** Lines that part the reader's words from a quoted or forwarded message, without their hyphens. */
export const quoteSeparators =
  list(`original message|original email|original mail|original appointment|reply message|previous message
replied message|message original|message d'origine|message d’origine|courriel original|courriel d'origine
ursprüngliche nachricht|ursprüngliche mail|originalnachricht|original-nachricht|original nachricht
mensaje original|mensaje de origen|messaggio originale|mensagem original|oorspronkelijk bericht
oorspronkelijke bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|original meddelelse
oprindelig besked|opprinnelig melding|original melding|alkuperäinen viesti|oryginalna wiadomość
wiadomość oryginalna|původní zpráva|původní e-mail|pôvodná správa|eredeti üzenet|mesaj original|mesajul original
исходное сообщение|оригинальное сообщение|оригінальне повідомлення|originalno sporočilo|izvorna poruka
originalna poruka|orijinal ileti|özgün ileti|αρχικό μήνυμα|ההודעה המקורית|הודעה מקורית|الرسالة الأصلية
رسالة أصلية|نامه اصلی|元のメッセージ|オリジナルメッセージ|原始邮件|原始郵件|邮件原件|原始信息|원본 메시지|원본 메일|tin nhắn gốc|thư gốc|pesan asli
missatge original|neges wreiddiol|in reply to|mail original|özgün i̇leti|orijinal mesaj|orijinal i̇leti
antwort nachricht|izvorno sporočilo|algne kiri|algne sõnum|sākotnējais ziņojums|sākotnējā ziņa|pradinis laiškas
originalt meddelande|originalt meddelelse|original text|message reply|reply|quoted message|antwort
message initial|e-mail d'origine|e-mail d’origine|courrier original|correo original|e-mail original
email original|e-mail originale|email originale|mail originale|e-mail oryginalny|e-mail|původní mail
pôvodný e-mail|eredeti levél|eredeti e-mail|e-mel asal|mesej asal|orijinal e-posta|orijinal posta
αρχικό μήνυμα ηλεκτρονικού ταχυδρομείου|оригинално съобщение|оригинална порука|изворна порука|повідомлення
початкове повідомлення|письмо|исходное письмо|вихідне повідомлення|original besked|original e-mail
oprindelig mail|originalmail|opprinnelig e-post|ursprungligt brev|alkuperäinen sähköposti|upprunaleg skilaboð
orihinal na mensahe|ujumbe asili|oorspronklike boodskap|jatorrizko mezua|mensaxe orixinal
teachtaireacht bhunaidh|ข้อความต้นฉบับ|ข้อความเดิม|मूल संदेश|回覆郵件|回复邮件|原邮件|原始訊息|元のメール|返信元メール|원본메시지|원문`)

export const forwardSeparators =
  list(`forwarded message|forwarded by|forwarded mail|forwarded email|begin forwarded message|start of forwarded message
message transféré|message transmis|début du message transféré|début du message réexpédié|message réexpédié
weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail
mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato
mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|doorgestuurd bericht
begin doorgestuurd bericht|vidarebefordrat meddelande|vidarebefordrat brev|videresendt meddelelse
videresendt besked|start på videresendt besked|videresendt melding|välitetty viesti|wiadomość przekazana dalej
przekazana wiadomość|treść przekazanej wiadomości|přeposlaná zpráva|továbbított üzenet|mesaj redirecționat
пересылаемое сообщение|перенаправленное сообщение|начало переадресованного сообщения|пересланное сообщение
iletilen mesaj|iletilmiş mesaj|προωθημένο μήνυμα|הודעה שהועברה|رسالة معاد توجيهها|転送されたメッセージ|転送メッセージ|转发的邮件|转发邮件
轉寄郵件|전달된 메시지|missatge reenviat|proslijeđena poruka|posredovano sporočilo|neges wedi’i hanfon ymlaen
neges wedi'i hanfon ymlaen|forwarded e-mail|fwd|start forwarded message|inicio de mensaje reenviado
message suivi|e-mail transféré|weitergeleitete mail|weitergeleitete e-mail|doorgestuurde e-mail
vidarebefordrat mejl|börja vidarebefordrat meddelande|starten på den videresendte meldingen
válitetty viesti alkaa|alkaa välitetty viesti|początek przekazywanej wiadomości|wiadomość przekazana
přeposlaná zpráva začíná|začátek přeposlané zprávy|začiatok preposlanej správy|preposlaná správa
mesaj redirecţionat|mesajul redirecționat|переадресоване повідомлення|пересилане повідомлення
препратено съобщение|αρχή προωθημένου μηνύματος|i̇letilen mesaj|i̇letilmiş mesaj|iletilen i̇leti başlangıcı
переслано|tin nhắn được chuyển tiếp|chuyển tiếp|pesan yang diteruskan|pesan terusan|mesej dimajukan
ข้อความที่ส่งต่อ|अग्रेषित संदेश|перенаправлене повідомлення|edastatud kiri|pārsūtītā ziņa|persiųstas laiškas
birtutako mezua|mensaxe reenviada|teachtaireacht ar aghaidh|áframsent|転送されたメール|전달된 메일|被转发邮件信息|开始转发的邮件|开始转发|轉寄的郵件`)

/** Names of the fields in a quoted header block: sender, date, receiver, subject. */
export const headerKeys = {
  from: list(`from|von|de|da|van|från|fra|lähettäjä|od|feladó|expeditor|expéditeur|remitente|mittente|remetente|от|від
отправитель|kimden|gönderen|από|מאת|من|از|差出人|送信者|发件人|寄件者|寄件人|보낸 사람|보낸사람|từ|dari|oddany przez|oddawca|nadawca
afzender|avsändare|afsender|avsender|absender|oddo|oddělení|oddesílatel|odesílatel|odosielateľ|šalje|pošiljatelj
saatja|no|nuo|frá|oddeľ|oddac|o|nga|oddan|de la|от кого|daripada|จาก|प्रेषक|шаље|од|nork|oddi wrth|oddi|ó|minn
발신|발신자|saada|nosūtītājs|siuntėjas|autor|expedit de|sender|reply-from|oddelek|mula kay|kutoka|از طرف|أرسلت من
المرسل|寄信人|发信人|送信元|person sending|posiljatelj`),
  other: list(`sent|date|to|cc|bcc|subject|reply-to|importance|attachments|organization|gesendet|datum|an|betreff|envoyé
envoyé le|à|objet|date d’envoi|date d'envoi|copie à|destinataire|enviado|enviado el|enviada em|enviado em
enviada|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til
emne|dato|lähetetty|vastaanottaja|aihe|päivämäärä|päiväys|kopio|wysłano|do|temat|data wysłania|odesláno|komu
předmět|predmet|odoslané|dátum|küldve|címzett|tárgy|elküldve|trimis|către|subiect|отправлено|дата|кому|тема
копия|відправлено|gönderildi|gönderme tarihi|tarih|kime|konu|στάλθηκε|ημερομηνία|προς|θέμα|κοιν|נשלח|תאריך|אל
נושא|عנוان|التاريخ|إلى|الموضوع|تم الإرسال|תאריך שליחה|送信日時|日時|日付|宛先|件名|发送时间|发送日期|时间|日期|收件人|收件者|主题|主旨|主題|抄送|副本
傳送時間|寄件日期|보낸 날짜|날짜|받는 사람|제목|đã gửi|đến|chủ đề|ngày|kepada|perihal|tanggal|poslano|zadeva|saadetud|teema|išsiųsta
kam|kas|tema|sent at|date sent|enviat|assumpte|received|copie|kopie|kopia|kopi|cópia|copia|cco|cci|bcci|tél
envoyés|expédié|expédié le|réception|sujet|pour|destinatari|destinatario|destinatário|inviata|inviato il
enviat el|enviados|a/c|per a|asumpte|dw|adresat|adresát|kópia|másolat|másolatot kap|copie la|subiectul|до|копие
относно|изпратено|дата на изпращане|надіслано|копія|тема листа|дата отправки|время|alıcı|bilgi|gönderilme tarihi
gönderim tarihi|κοιν.|κοινοποίηση|αποστολή|εστάλη|παραλήπτης|עותק|نسخة|مرفق|أرسلت|ارسال|به|رونوشت|موضوع|تاریخ|참조
수신|수신자|일시|보낸시간|받은 날짜|받는사람|tới|tiêu đề|gửi lúc|thời gian|ke|subjek|dikirim|dihantar|judul|tembusan|ส่ง|ถึง|สำเนา
เรื่อง|วันที่|भेजा गया|प्रति|विषय|दिनांक|prima|za|kopija|kp|послато|прима|коп.|коп|наслов|датум|за|adressaat
koopia|kuupäev|nosūtīts|tēma|datums|bidaltze-data|nori|gaia|anfonwyd|at|pwnc|dyddiad|seolta|chuig|ábhar|dáta
efni|afrit|dags|dagsetning|mibgħut|lil|suġġett|priority|categories|reply to|in-reply-to|message-id|résponse à
répondre à|antwort an|antwoord aan|svar til|rispondi a|responder a|responder para|wichtigkeit|priorität
organisation|organisatie|anlagen|anhänge|anlage|pièces jointes|bijlagen|allegati|adjuntos|anexos|bilagor
vedhæftede filer|vedlegg|saaja|liitteet|załączniki|přílohy|prílohy|mellékletek|вложения|ekler|添付ファイル|附件|첨부
data/ora|data i godzina|sendt dato|送信日|受信日時|发送於|發送時間|寄送日期`),
}
