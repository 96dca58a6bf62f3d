// Words of illness, as readers write them: what people have, what is done about it, and where it hurts.

const many = (words: string): string => words.trim().replace(/\s+/g, ' ').split(' ').join('|').replaceAll('_', '[ -]')

/** What somebody has, had, or is. */
export const condition = `(?:${many(`
  cancers? leukaemia lymphoma myeloma melanoma tumou?rs? sarcoma metastas[ei]s malignant depression depressed antidepressants
  bipolar schizophrenia psychosis psychotic hiv aids diabetes diabetic epilepsy epileptic seizures? fits dementia
  alzheimer'?s? parkinson'?s? ms mnd als huntington'?s multiple_sclerosis motor_neurone(?:_disease)? strokes? tia
  heart_(?:attack|failure|disease|bypass|murmur|condition|valve|problems?|operation|transplant) angina sepsis septic
  miscarriages? miscarried abortion stillb(?:orn|irth) anorexia anorexic bulimi[ac] eating_disorder autis(?:m|tic) asperger'?s? adhd dyslexi[ac]
  tourette'?s copd emphysema bronchitis pneumonia pleurisy asthma asthmatic crohn'?s? colitis ibs ibd coeliac diverticulitis
  arthritis arthritic rheumatoid osteoporosis ptsd ocd anxiety panic_attacks breakdown burn_?out stress addiction addict alcoholic alcoholism
  hernias? migraines? (?:cystic_)?fibrosis lupus psoriasis eczema shingles hepatitis cirrhosis gallstones pancreatitis
  appendicitis dialysis chemo(?:therapy)? radiotherapy immunotherapy transplants? hospice sectioned terminally_ill terminal palliative
  pregnant pre-?eclampsia ectopic ivf endometriosis fibroids pcos menopaus(?:e|al) hrt prostate hysterectomy mastectomy
  colostomy stoma catheter sickle_cell thalass?aemia haemophilia anaemi[ac] thyroid deaf blind blindness glaucoma cataracts? macular
  (?:long_)?covid flu meningitis encephalitis measles tuberculosis tb malaria polio cerebral_palsy spina_bifida down'?s_syndrome
  fibromyalgia me\\/cfs chronic_(?:fatigue|pain|illness) sciatica scoliosis paraly[sz]ed quadriplegic paraplegic amput\\w+ wheelchair
  concussion whiplash overdose self-?harm(?:ed|ing|s)? suicidal learning_(?:disability|difficulties) disabled disability
  kidney_(?:stones|failure|disease|infection) liver_(?:disease|failure) blood_(?:clots?|pressure) (?:stomach|sick(?:ness)?)_bug
  ulcers? gout rash infection infected tinnitus vertigo diarrhoea vomiting chest_pains? palpitations allerg(?:y|ic|ies) anaphyla\\w+ epipen
  bleeding haemorrhag\\w+ aneurysm cysts? polyps? lymphoedema incontinen\\w+ neuropathy poorly unwell unconscious collapsed delirious agony
  (?:very|too|really|so|been|fallen|was|taken|is|am|i'm)_ill housebound bedbound bed-?ridden under_?weight obese vegetative
  oxygen hearing_aids? blood_tests? nervous_breakdown post-?natal trauma(?:tised)? nightmares insomnia camhs section(?:ed)?_(?:2|3|136)
  had_a_(?:fall|fit|turn|bleed|nasty_fall) (?:has|have|had)_fallen dizzy fainted blacked_out jaundice pancreatic leg_ulcers a_lump
  insulin lithium statins warfarin methadone morphine inhalers? steroids pacemaker colonoscopy endoscopy biopsy (?:mri|ct|pet)_scan
  the_big_c counsellor splints (?:rheumatology|oncology|cardiac|renal|diabetic|stroke)_(?:team|clinic|ward) down's end_of_life_care secure_unit hearing_loss eyesight glandular_fever lewy_body polycystic cruciate
  blood_disorder vertigo physio operations burned_as_a_child sugar_is chest_(?:infection|trouble) suffers?_(?:with|from)_(?:my|his|her) diabetic_nurse burst_appendix blood_thinners amputated caesarean c-section coughs_blood coughing_blood memory_clinic heart_clinic pain_clinic dodgy_(?:ticker|heart|knee|hip|back) (?:on_)?the_spectrum (?:it_has|it's|has)_spread hole_in_(?:my|his|her|the)_heart lumps
  shadow_on_(?:my|his|her|the)_lungs? ticker slipped_discs? back_(?:trouble|pain) bad_back flare-?ups? cleft_(?:palate|lip) gangrene hernia_op shunt stents? bypass
  kidneys_(?:are|were)_(?:failing|packing) (?:bi)?polar_disorder personality_disorder psychiatrist psychologist cpn keyworker dementia_ward mental_health_(?:team|problems?|crisis)
  ovaries fibroid nodules? abscess boils? hiatus_hernia reflux spinal_injury brain_(?:injury|bleed|tumour|damage) learning_difficult(?:y|ies) down_syndrome speech_therapy
  intensive_care special_care (?:breast|testicular)_lump lump registered_(?:disabled|blind) transgender gender_clinic
`)})\\b(?! (?:nurses?|doctors?|wards?|units?|charit(?:y|ies)|specialists?|services?|patients?|care|research|teams?|consultants?|at the heart|women|drugs? bill|centres?|clinics|epidemic|crisis|inquiry|rates?|figures))`

export const body =
  '(?:hips?|knees?|legs?|arms?|wrists?|ankles?|shoulders?|collarbones?|ribs?|neck|back|spine|skull|jaw|nose|hands?|foot|feet|toes?|fingers?|breasts?|eyes?|kidneys?|liver|lungs?|heart|womb|bowel|bladder|tonsils|adenoids|appendix|gall ?bladder|hernia|prostate|thyroid|teeth|tooth|pelvis|elbows?|bones?)'
export const treated =
  '(?:operat(?:ion|ed)|op|surgery|bypass|biopsy|scans?|x-?rays?|transplant|replacement|chemo(?:therapy)?|radiotherapy|treatment|diagnosis|medication|medicines?|tablets|insulin|dialysis|oncologist|psychiatrist|therapist|counsellor|cpn|community nurse|cardiologist|neurologist|physio|prescription|mastectomy|miscarriage|smear|mammogram|stitches|blood (?:test|pressure)|symptoms|illness|condition|disability|pregnancy|overdose)'

/** `my … hip replaced`, `broke his wrist`, `two cracked ribs`, `a new knee`, `40 stitches`. */
export const injury = [
  `(?:my|his|her|their) (?:[\\w-]{1,12} ){0,2}${body} (?:\\w{1,8} ){0,2}(?:replaced|replacement|operation|op|removed|out|broken|fractured|amputated|checked|scanned|fixed|pinned|went|gave)`,
  `(?:broke|broken|breaking|breaks|fractur(?:ed|es|ing)|cracked|shattered|dislocated|sprained|lost|lose|losing|crushed|punctured) (?:my|his|her|a|an|the|two|three|both|\\d)? ?(?:\\w{1,10} ){0,2}${body}`,
  `(?:broken|fractured|cracked|dislocated|shattered|new|artificial|replacement|bad|dodgy) ${body}`,
  `\\d{1,3} stitches|stitches in (?:my|his|her)`,
  `had (?:both|two|one|my|his|her) (?:\\w{1,8} )?${body} (?:done|seen to|replaced|out|off)`,
] as const

/** What is done for somebody: `my operation`, `his scan`. */
export const treatment = `(?:my|our|his|her|their) (?:[\\w'-]{1,12} ){0,2}${treated}`

/** Said in so many words. */
export const plainly = [
  'diagnosed (?:with|as|at|in|last|this|aged)|undiagnosed|misdiagnosed|terminally ill|taken (?:very )?ill|seriously ill|signed off (?:sick|work|with|for|last|by)',
  'waiting list (?:for|to have)|(?:waiting|waited|referred) (?:\\w+ ){0,5}for (?:an? |my |his |her )?(?:\\w+ ){0,2}(?:operation|scan|surgery|diagnosis|consultant|therapy|counselling|clinic)',
  'in (?:intensive care|special care|icu|a coma|labour|a wheelchair|remission|rehab)|on life support|in (?:a|my|his|her) hospital bed|from a (?:hospital )?bed in|rushed (?:in)?to (?:hospital|a&e)|admitted to hospital|had (?:to have )?surgery',
  'tried to (?:kill (?:myself|himself|herself)|end (?:my|his|her) life|take (?:my|his|her) own life)|(?:took|taken) (?:his|her) own life|died by suicide|took an overdose|slit (?:my|his|her) wrists',
  "(?:lost|losing) (?:my|our|a|the|her) (?:unborn )?baby|can(?:'t|not) have children|weeks pregnant|weeks gone|\\bi(?:'m| was| am) (?:only |just |about )?(?:\\d{1,2}|[a-z-]+(?:teen|ty|e|n|x|r|o|t)) weeks|\\w+ weeks when (?:i|she) lost",
  '(?:in|been in|to) hospital (?:for|with|since|\\w+ times)|(?:in|to) a&e (?:for|with|because|when|last|all)',
  '(?:on|off|back on|taking) (?:my |the |his |her )?(?:medication|meds|tablets|antidepressants|benzos|painkillers|blood thinners|beta blockers)',
  '\\d{2,3} over \\d{2,3}(?! years)|weigh(?:s|ed|ing)? (?:\\w+ ){0,2}(?:stone|kilos?|kg)|(?:lost|put on) (?:\\w+ ){0,2}stone',
] as const
