// Complimentary closes: the words that end a letter, in the languages readers write.

/** A line as closings are compared: lower case, straight apostrophes, no punctuation at its ends. */
export const plainWords = (line: string): string =>
  (line.length > 100 ? '' : line)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[*_]|\u0307|\ufe0f|\u200d|\p{Extended_Pictographic}/gu, '')
    .replace(/^[\s\-–—~.,]+|(?<![\s,.!:;~\-–—&、。，！．،؛।])[\s,.!:;~\-–—&、。，！．،؛।]+$/g, '')
    .replace(/\s+/g, ' ')

// English closes are built freely (“with my very kindest regards”), so they are a small grammar.
const modifiers = new Set(
  'with my our the very many best kind kindest warm warmest warmer sincere sincerest friendly fond fondest good high highest personal heartfelt deep deepest great much every all a and & most cordial respectful big huge of love yours kindly sincerely in lots hearty grateful'.split(
    ' ',
  ),
)
const heads = new Set(
  'regards regard wishes thanks thx tnx ta cheers sincerely faithfully truly respectfully cordially rgds brgds kr br mvh bw greetings love hugs respect compliments gratitude appreciation best yours kisses blessings blessing solidarity peace'.split(
    ' ',
  ),
)
const lone = new Set(
  'best yours love respect peace a and in the of all every ta regard greetings blessings solidarity br kr bw'.split(
    ' ',
  ),
)

const phrases = new Set(
  `all the best|all best|best to all|best to you all|take care|take good care|thank you|thank you very much|thank you so much|thank you all|thank you again|thank you in advance|thanks in advance|thanking you|thanking you in advance|thanks again|thanks a lot|thanks so much|thanks very much|thanks for reading|thank you for reading|thanks for listening|thank you for listening|thanks for your time|thank you for your time|thank you for your consideration|thank you for your attention|thanks for your attention|thanks for your help|thank you for your help|thanks for your attention|thank you for your kind attention|many thanks for reading|many thanks in advance|many thanks for your time|with thanks|with many thanks|with kind regards|in solidarity|in hope|in anticipation|in despair|in sadness|in peace|in sorrow|in disgust|in anger|in friendship|in gratitude|hope this helps|speak soon|talk soon|see you|see you soon|looking forward to hearing from you|i look forward to hearing from you|looking forward to your reply|i look forward to your reply|i look forward to your response|look forward to hearing from you|bye|bye for now|goodbye|ciao|ta ta|tata|toodle pip|keep well|stay safe|stay well|keep safe|be well|keep smiling|have a good day|have a nice day|have a great day|have a good weekend|have a lovely day|god bless|god bless you|bless you|your obedient servant|yours etc|yours, etc|yours ever|yours aye|yours as ever|yours as always|as ever|as always|ever yours|always|faithfully|sincerely|truly|regards and thanks|regards to all|best regards to all|yrs|yrs sincerely|yrs faithfully|xo|xoxo|ttfn|tia|ty|txs|thnx|thanx|warmly|fondly|cordially|respectfully|respectfully yours|sincerely yours|yours in sport|cheers for now|cheers then|slán|slán go fóill|le meas|is mise le meas|beir bua|sláinte|slàinte|slàinte mhath|mar sin leibh|le gach dea-ghuí|le dea mhéin|cofion|cofion gorau|cofion cynnes|yn gywir|yr eiddoch yn gywir|yr eiddoch yn ffyddlon|diolch|diolch yn fawr|diolch o galon|hwyl|pob hwyl|dymuniadau gorau|gyda diolch|hwyl fawr|gyda chofion|le deagh dhùrachd|le gach deagh dhùrachd|le gach dea-mhéin|leis gach deagh dhùrachd|tapadh leibh|mòran taing|yours aye
cordialement|bien cordialement|très cordialement|cordialement vôtre|bien à vous|bien à toi|amicalement|bien amicalement|sincèrement|bien sincèrement|sincères salutations|salutations|salutations distinguées|meilleures salutations|meilleurs sentiments|mes salutations|respectueusement|merci|merci beaucoup|merci d'avance|merci bien|avec mes remerciements|avec mes salutations|bonne journée|bonne soirée|bonne continuation|à bientôt|a bientot|bises|bisous|bien des choses|veuillez agréer mes salutations distinguées|cdt|cdlt|bav
mit freundlichen grüßen|mit freundlichem gruß|mit freundlichen grüssen|mit freundlichem gruss|mit freundlichen gruessen|freundliche grüße|freundliche grüsse|freundlicher gruß|freundlichst|mit besten grüßen|beste grüße|beste grüsse|beste gruesse|viele grüße|viele grüsse|viele gruesse|vielen dank|vielen dank im voraus|danke|danke schön|dankeschön|besten dank|herzlichen dank|herzliche grüße|herzliche grüsse|liebe grüße|liebe grüsse|liebe gruesse|lieber gruß|lg|vg|mfg|gruß|gruss|grüße|grüsse|grüßle|schöne grüße|schönen gruß|schönen tag noch|hochachtungsvoll|mit hochachtung|mit vorzüglicher hochachtung|mit herzlichen grüßen|mit lieben grüßen|mit vielen grüßen|mit solidarischen grüßen|sonnige grüße|servus|tschüss|bis bald|ihr|ihre|euer|eure|herzlichst|alles gute
saludos|un saludo|un cordial saludo|saludos cordiales|cordiales saludos|cordialmente|atentamente|muy atentamente|atte|le saluda atentamente|saludos y gracias|muchos saludos|mis saludos|gracias|muchas gracias|gracias de antemano|gracias y saludos|un abrazo|abrazos|un fuerte abrazo|besos|hasta luego|hasta pronto|sinceramente|suyo|con cariño|saludos afectuosos|un saludo cordial|salutacions|salutacions cordials|cordialment|atentament|gràcies|moltes gràcies|una abraçada
atenciosamente|cordialmente|com os melhores cumprimentos|melhores cumprimentos|cumprimentos|os meus cumprimentos|com os meus cumprimentos|obrigado|obrigada|muito obrigado|muito obrigada|abraço|abraços|um abraço|grande abraço|beijos|beijinhos|saudações|respeitosamente|grato|grata|att|atte|até logo|até breve|sinceramente|saudações cordiais
cordiali saluti|distinti saluti|cari saluti|saluti|saluti cordiali|un saluto|un caro saluto|un cordiale saluto|cordialmente|grazie|grazie mille|molte grazie|grazie in anticipo|grazie e saluti|con stima|in fede|a presto|ciao|un abbraccio|buona giornata|buona serata|tanti saluti|i migliori saluti|sinceramente|i miei più cordiali saluti|con i migliori saluti|ringraziando
met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|hartelijke groet|hartelijke groeten|met hartelijke groet|met hartelijke groeten|groet|groeten|groetjes|mvg|vr gr|vr. gr|hoogachtend|met hoogachting|bedankt|dank u|dank je|dank u wel|dank je wel|hartelijk dank|alvast bedankt|bij voorbaat dank|veel dank|de groeten|lieve groet|lieve groeten|liefs|tot ziens|fijne dag|met beste groeten|beste groeten|vriendelijk groetend
med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänlig hälsning|vänligen|hälsningar|hälsning|bästa hälsningar|med bästa hälsningar|tack|tack på förhand|tack så mycket|kram|mvh|hej då|hälsar|varma hälsningar|soliga hälsningar|med venlig hilsen|med venlige hilsner|venlig hilsen|venlige hilsner|de bedste hilsner|bedste hilsner|hilsen|hilsner|mange hilsner|kærlig hilsen|kærlige hilsner|tak|mange tak|på forhånd tak|på forhånd tack|dbh|vh|med vennlig hilsen|vennlig hilsen|beste hilsen|med beste hilsen|mange takk|takk|på forhånd takk|hilsen fra|ha det bra|hjertelig hilsen|kveðja|bestu kveðjur|með kveðju|með bestu kveðju|takk fyrir|ystävällisin terveisin|ystävällisesti|parhain terveisin|terveisin|terveiset|terv|kiitos|kiitos etukäteen|kiitoksin|hyvää päivänjatkoa
pozdrawiam|pozdrawiam serdecznie|serdecznie pozdrawiam|serdeczne pozdrowienia|z poważaniem|z wyrazami szacunku|pozdrowienia|z pozdrowieniami|dziękuję|dziekuje|dzięki|dziękuję z góry|z góry dziękuję|łączę pozdrowienia|miłego dnia|łączę wyrazy szacunku|pozdr|s pozdravem|s přátelským pozdravem|s úctou|pozdrav|zdravím|děkuji|děkuji předem|díky|předem děkuji|mějte se|hezký den|s přáním hezkého dne|s pozdravom|s úctou|ďakujem|vopred ďakujem|vďaka|pekný deň|üdvözlettel|tisztelettel|szívélyes üdvözlettel|baráti üdvözlettel|köszönettel|köszönöm|előre is köszönöm|üdv|minden jót|cu stimă|cu respect|cu drag|cu bine|mulțumesc|multumesc|vă mulțumesc|toate cele bune|o zi bună|cu considerație
с уважением|с наилучшими пожеланиями|всего доброго|всего хорошего|всего наилучшего|спасибо|заранее спасибо|большое спасибо|благодарю|с приветом|искренне ваш|искренне ваша|с почтением|до свидания|удачи|ваш|ваша|з повагою|з найкращими побажаннями|дякую|щиро дякую|наперед дякую|щиро ваш|всього найкращого|на все добре|с уважение|поздрави|благодаря|сърдечни поздрави|хубав ден|поздрав|срдачан поздрав|с поштовањем|хвала|srdačan pozdrav|s poštovanjem|lijep pozdrav|lep pozdrav|pozdrav|hvala|unaprijed hvala|puno hvala|lp|s spoštovanjem|lep dan
saygılarımla|saygılarımızla|sevgiler|sevgilerimle|selamlar|iyi günler|iyi çalışmalar|teşekkürler|teşekkür ederim|şimdiden teşekkürler|hürmetlerimle|hoşça kalın|en iyi dileklerimle|με εκτίμηση|με φιλικούς χαιρετισμούς|φιλικά|ευχαριστώ|ευχαριστώ πολύ|χαιρετισμούς|με σεβασμό|ειλικρινά|pagarbiai|su pagarba|geriausi linkėjimai|ačiū|linkėjimai|ar cieņu|ar sveicieniem|paldies|jauku dienu|lugupidamisega|parimate soovidega|tervitades|tervitustega|aitäh|tänan|me respekt|përshëndetje|faleminderit|agur|agur bero bat|eskerrik asko|saúdos|un saúdo|grazas
בברכה|בכבוד רב|תודה|תודה רבה|תודה מראש|בברכת חברים|מכבד|שלך|בידידות|مع أطيب التحيات|مع تحياتي|تحياتي|أطيب التحيات|وتفضلوا بقبول فائق الاحترام|شكرا|شكراً|شكرا لكم|شكرا جزيلا|مع خالص التحية|مع الشكر|والسلام|مع الاحترام|با احترام|با تشکر|ممنون|سپاس|با سپاس|ارادتمند
よろしくお願いします|よろしくお願いいたします|宜しくお願いします|宜しくお願い致します|よろしくお願い申し上げます|以上|以上、よろしくお願いいたします|敬具|草々|ありがとうございます|どうぞよろしくお願いいたします|此致|敬礼|敬上|谢谢|謝謝|多谢|祝好|祝您愉快|顺祝商祺|此致敬礼|敬啟|敬启|감사합니다|고맙습니다|감사합니다.|드림|올림|안녕히 계세요|trân trọng|kính thư|thân mến|thân ái|cảm ơn|xin cảm ơn|chân thành cảm ơn|hormat saya|salam|salam hormat|salam hangat|terima kasih|wassalam|hormat kami|ขอบคุณครับ|ขอบคุณค่ะ|ขอบคุณ|ด้วยความเคารพ|ขอแสดงความนับถือ|सादर|धन्यवाद|शुक्रिया|भवदीय|भवदीया|ধন্যবাদ|শুভেচ্ছান্তে|நன்றி|شکریہ|والسلام|khuda hafiz|salaam|shukriya|dhanyavad|namaste|asante|wako|maraming salamat|salamat|lubos na gumagalang|thank you for reading this|thanks for reading this|thank you for reading my email|thanks for taking the time to read this|thank you for taking the time to read this|thank you for hearing me out|thanks for hearing me out|with every good wish|toodle-oo|cheerio|so long|best foot forward|happy new year|merry christmas|happy christmas|happy easter|peace and love|love and light|yours in hope|yours in despair
bonne réception|bonne journée à tous|bonne journée à vous|bonne journée à toutes et à tous|bonne fin de journée|bonne soirée à tous|bon week-end|belle journée|excellente journée|bien respectueusement|avec mes salutations les meilleures|mes sincères salutations|mes respects|mes amitiés|amitiés|je vous embrasse|à plus|à vous lire|dans l'attente de vous lire|en vous remerciant|en vous remerciant d'avance|merci d'avance et bonne journée|bises à tous
schönen tag|schönen abend|einen schönen tag noch|ein schönes wochenende|schönes wochenende|in der hoffnung auf antwort|vorab vielen dank|danke vorab|danke im voraus|ganz liebe grüße|mit freundlichem gruss|mit bestem gruß|besten gruß|beste grüsse aus|beste grüße und vielen dank|grüezi|freundliche grüsse|hg|bg|vlg|schöne grüsse|bis dann|es grüßt|es grüßt sie|es grüsst|mit nachdenklichen grüßen|mit traurigen grüßen
sin otro particular|quedo atento|quedo a la espera|reciba un cordial saludo|reciban un cordial saludo|le saluda|les saluda|saludos a todos|un afectuoso saludo|un saludo afectuoso|saludines|salu2|slds|que tengan un buen día|que tenga un buen día|buen día|feliz día|mil gracias|desde ya muchas gracias|gracias por todo|gracias por su atención|gracias por leerme
bem haja|cumprs|cpts|os melhores cumprimentos|agradecido|agradecida|desde já obrigado|desde já agradeço|um bom dia|bom dia a todos|boa tarde|tenha um bom dia|abs|bjs|bj|abç|abçs|sds|forte abraço
grazie per l'attenzione|grazie dell'attenzione|ringrazio e saluto|ringrazio e porgo distinti saluti|porgo cordiali saluti|porgo distinti saluti|un saluto a tutti|saluti a tutti|cari saluti a tutti|buon lavoro|buon pomeriggio|in attesa di risposta|resto in attesa|con affetto|baci|un bacio|cs
groetjes aan iedereen|fijne avond|fijn weekend|prettige dag|prettig weekend|nog een fijne dag|gr|gr.|m.vr.gr|mvrgr|met dank|dank alvast|dank voor uw aandacht|bedankt voor uw tijd|groete|vriendelike groete|beste groete
ha en bra dag|ha det gott|ha det fint|trevlig helg|allt gott|med hälsning|hälsn|hlsn|tack för ordet|tack för att ni läste|kh|knus|kærligst|ha' en god dag|god dag|god weekend|hav en god dag|de venligste hilsner|vh.|tusen takk|ha en fin dag|god helg|alt godt|mange hilsener|hilsener|mvh.|kv|kær kveðja|takk|terkuin|kiitos ja terveisiä|terveisiä|t|hyvää viikonloppua|yst. terv|yst.terv|rakkain terveisin|kunnioittaen|kunnioittavasti
pozdrowienia dla wszystkich|serdecznie|z wyrazami szacunku i podziękowaniem|dziękuję i pozdrawiam|dziękuję bardzo|miłego weekendu|wszystkiego dobrego|z szacunkiem|ukłony|hezký zbytek dne|přeji hezký den|přeji pěkný den|s pozdravy|s přátelskými pozdravy|děkuji za odpověď|srdečně|srdečne|s pozdravem a přáním hezkého dne|pekný zvyšok dňa|želám pekný deň|üdvözlet|szép napot|további szép napot|köszönöm szépen|szeretettel|barátsággal|cu prietenie|numai bine|vă doresc o zi bună|mulțumesc anticipat|mulțumesc mult|salutări|hvala i pozdrav|hvala lepa|hvala puno|lep pozdrav vsem|lijepi pozdrav|pozdrav svima|sa štovanjem|s štovanjem|veliki pozdrav|puno pozdrava|срдачно|пуно поздрава|хвала и поздрав
с наилучшими|наилучшие пожелания|с добрыми пожеланиями|всех благ|хорошего дня|доброго дня|ждём ответа|спасибо за внимание|благодарю за внимание|искренне|с любовью|с почтением и уважением|ваш читатель|дякую за увагу|гарного дня|з найкращими|з любов'ю|с най-добри пожелания|с почит|всичко хубаво|благодаря ви|приятен ден
iyi günler dilerim|iyi günler dileriz|iyi çalışmalar dilerim|saygılar|saygılarımı sunarım|sevgi ve saygılarımla|selam ve saygılarımla|selamlarımla|kolay gelsin|iyi akşamlar|με φιλικούς χαιρετισμούς|με αγάπη|καλή συνέχεια|καλημέρα σας|να είστε καλά|χαιρετίσματα|φιλιά|εκτιμώ|με τιμή|su geriausiais linkėjimais|nuoširdžiai|visą labą|dėkoju|iš anksto ačiū|ar cieņu un sveicieniem|visu labu|sveicieni|jau iepriekš pateicos|heade soovidega|austusega|parimat|kõike head|të fala|me nderime|ju faleminderit|begirunez|besarkada bat|apertas|unha aperta|petons|una salutació|atentament us saluda|salutacions a tothom
בברכה רבה|בתודה|בתודה ובברכה|בכבוד|כל טוב|יום טוב|להתראות|באהבה|وشكرا|وشكراً|مع التقدير|مع خالص التقدير|مع فائق التقدير|مع أطيب تحياتي|مع التحية|تحية طيبة|أطيب التمنيات|مع تمنياتي|السلام عليكم|دمتم|با سپاس فراوان|با تشکر فراوان|با مهر|با احترام فراوان|موفق باشید|ارادتمند شما|خدا نگهدار
以上、よろしくお願いします|以上よろしくお願いします|以上、宜しくお願い致します|以上です|失礼します|失礼いたします|かしこ|よろしく|どうぞよろしく|ではまた|此致敬礼|顺颂商祺|順頌商祺|顺祝安康|祝安|祝您生活愉快|祝工作顺利|再见|謹啟|谨启|此致 敬礼|敬祝|祝順心|祝福|드림.|올림.|안녕히계세요|수고하세요|수고하십시오|좋은 하루 되세요|감사드립니다|이만 줄입니다
trân trọng cảm ơn|xin trân trọng cảm ơn|chào thân ái|chúc một ngày tốt lành|kính chào|cảm ơn nhiều|salam sejahtera|salam takzim|terima kasih banyak|hormat kami semua|yang benar|sekian|sekian terima kasih|sekian, terima kasih|ขอขอบคุณ|ขอบพระคุณ|ขอบคุณมาก|สวัสดี|ขอแสดงความนับถืออย่างสูง|आपका|आपकी|आपका आभारी|सधन्यवाद|नमस्ते|ধন্যবাদান্তে|ইতি|நன்றி வணக்கம்|خیر اندیش|والسلام علیکم|ahsante|ahsanteni|wasalaam|nakutakia siku njema|salamat po|maraming salamat po`.split(
    /[|\n]/,
  ),
)

const firstWords = new Set([...modifiers, ...heads, ...[...phrases].map(phrase => phrase.split(' ', 1)[0]!)])

/** Whether a line can begin with a close at all: a cheap question before the dear ones. */
const mayClose = (line: string): boolean => {
  const word = /^[\s\-–—~*_.,]*([^\s,.!;:–—*_]+)/.exec(line)?.[1]
  if (word === undefined) return false
  const lower = word.toLowerCase().replace(/[’‘`´]/g, "'")
  return firstWords.has(lower) || firstWords.has(lower.split('-', 1)[0]!) || /^\P{ASCII}/u.test(word)
}

/** Whether a whole line is a close and nothing else. */
export const isClosingLine = (line: string): boolean => {
  if (line.length > 90 || !mayClose(line)) return false
  const words = plainWords(line)
  if (isClosing(words)) return true
  if (/^(?:peace|respect|solidarity|blessings?|hope|love|health)[,–-]$/i.test(line.trim())) return true
  // “All the best, and keep up the good work!”: a close and a good wish.
  const wish = goodWish.exec(words)
  return wish !== null && isClosing(plainWords(words.slice(0, wish.index)))
}

const goodWish =
  /[\s,.!;–-]+(?:and )?(?:keep up the (?:good|great|excellent) work|good luck(?: to (?:you|us|them)(?: all)?)?|thank you(?: again| for (?:reading|listening|your time))?|thanks(?: again| for (?:reading|listening|your time))?|take care|stay safe|god bless|happy (?:christmas|new year|easter))$/

/** Whether these words alone (from `plainWords`) close a letter. */
export function isClosing(words: string): boolean {
  if (words === '' || words.length > 70) return false
  if (phrases.has(words)) return true
  if (isGreetingFrom(words) || isDouble(words)) return true
  const parts = words.replace(/[,.!]/g, '').split(' ')
  if (parts.length === 1)
    return (
      heads.has(parts[0]!) && !['solidarity', 'respect', 'peace', 'blessings', 'blessing', 'regard'].includes(parts[0]!)
    )
  if (parts.length > 6) return false
  if (
    parts[0] === 'yours' &&
    parts.length <= (parts[1] === 'etc' ? 2 : 3) &&
    /^(?:in|a|an|the|truly|sincerely|faithfully|very|most|respectfully|disgusted|angrily|etc|ever|aye|hopefully|sadly|gratefully)/.test(
      parts[1]!,
    )
  )
    return true
  return (
    parts.every(part => modifiers.has(part) || heads.has(part)) &&
    parts.some(
      part =>
        (heads.has(part) && !lone.has(part)) ||
        (part === 'love' && parts.length <= 4) ||
        (part === 'best' && parts.length === 2 && parts.includes('my')) ||
        part === 'wishes',
    )
  )
}

/** “Viele Grüße aus Berlin”, “Saludos desde Madrid”, “Regards from a wet Leeds”: a close and where it comes from. */
function isGreetingFrom(words: string): boolean {
  const match =
    /^(.{3,40}?) (?:from|aus(?: dem| der)?|desde|de|du|da|dal|dalla|uit|vanuit|från|fra|frå|z|ze|s|iz|из|з|от|depuis|dari|dari kota) (.{2,30})$/u.exec(
      words,
    )
  if (!match || match[2]!.split(' ').length > 3) return false
  const close = match[1]!
  return phrases.has(close) || (heads.has(close) && close !== 'love' && close !== 'best' && close !== 'respect')
}

/** Two closes on one line: “Mit freundlichen Grüßen / Best regards”, “Gracias y un saludo”. */
function isDouble(words: string): boolean {
  const parts = words.split(/ ?[/|·] ?| (?:and|und|et|y|e|i|en|og|och|ja|ve|и|та|та й|si|și|és|&) |, /u)
  return parts.length === 2 && parts.every(part => part.length > 2 && part.length < words.length && isClosing(part))
}

/** The long polite closes of French, and what is built like them. */
const formal =
  /^(?:je vous prie (?:d'agréer|de (?:croire|recevoir|bien vouloir agréer))|veuillez (?:agréer|recevoir|croire)|recevez|agréez|croyez|nous vous prions d'agréer|dans l'attente de (?:votre|vous)|reciba[ns]? (?:un|mis|nuestros)|le saluda|les saluda|sin otro particular|queira[m]? (?:aceitar|receber)|subscrevo-me|in attesa di|voglia gradire|vogliate gradire|porgo|porgiamo|ich verbleibe|wir verbleiben|hochachtungsvoll|looking forward to|i look forward to|we look forward to|i remain,?|thanking you)\b.{0,160}$/u

/** Whether a line is such a formula as a whole. */
export const isFormalClose = (text: string): boolean =>
  text.length <= 190 &&
  formal.test(
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/\u0307/g, ''),
  )

/**
 * A line that begins with a close and goes on with a name (“Regards, Jo Bloggs, Leeds”): how many letters of it are
 * the close and what parts it from the rest; 0 when it does not. `tail` judges the rest.
 */
export function closingPrefix(line: string, tail: (rest: string, parted: boolean) => boolean): number {
  if (!mayClose(line)) return 0
  const limit = Math.min(line.length, 60)
  let found = 0
  // A letter alone is the initial of a name: “T Achebe”.
  for (let at = 2; at < limit; at++) {
    const letter = line[at]!
    if (!/[\s,.!;:–—-]/.test(letter) || /[\s,.!;:–—-]/.test(line[at - 1]!)) continue
    if (!isClosing(plainWords(line.slice(0, at)))) continue
    const gap = /^[\s,.!;:–—-]+/.exec(line.slice(at))![0]
    if (tail(line.slice(at + gap.length).trim(), /[,.!;:–—-]/.test(gap))) found = at + gap.length
  }
  return found
}
