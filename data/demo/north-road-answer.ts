/** What everybody is told of North Road, in two languages. Made up, every word; the figures are those of the case. */
import type { DemoOwner } from './north-road-response.ts';

export const northRoadAnswerPeople = {
  drafter: 'Demo secretary',
  guardian: 'Demo guardian',
  reader: 'Demo analyst',
  publisher: 'Demo publisher',
};

export const northRoadAnswerSteps = {
  drafted: '2026-01-19T10:00:00.000Z',
  written: '2026-01-19T15:00:00.000Z',
  approved: '2026-01-20T09:00:00.000Z',
  translated: '2026-01-21T11:00:00.000Z',
  released: '2026-01-22T16:00:00.000Z',
};

/** Beside the result, which is the verdict of the case. */
export const northRoadAnswerEnglish = {
  title: 'Thefts at the bus stops along North Road',
  youSaid:
    'At the five bus stops of North Road bags and phones are taken from people who wait, mostly on working days from 7 to 9 and ' +
    'from 16 to 19. It is dark there, and out of sight of the shops. You told us 42 times: 17 times in the women’s session, ' +
    '11 times in the youth session, 14 times to officers or by the box.',
  weDid:
    'Residents have verified two of the three promises that are due: the nine lamps burn, and two stops stand in view of the shops, ' +
    'with a conductor in the busy hours.',
  notYet:
    'The markets are checked every second week, and every week was promised. A second warden is being trained.',
  whyNot:
    'Patrols in the busy hours were not chosen: they would have to go on for ever, and young people asked not to be searched.',
  thanks:
    'Thank you to everybody who spoke at the sessions or to officers, or wrote for the box. Tell us if you see it differently.',
};

export const northRoadAnswerArabic = {
  title: 'السرقات عند مواقف الحافلات على طول طريق الشمال',
  youSaid:
    'عند مواقف الحافلات الخمسة في طريق الشمال تُسرق الحقائب والهواتف من المنتظرين، وأكثر ما يكون ذلك في أيام العمل من 7 إلى 9 ' +
    'ومن 16 إلى 19. المكان مظلم وبعيد عن أنظار المتاجر. قلتم لنا ذلك 42 مرة: 17 مرة في جلسة النساء، و11 مرة في جلسة الشباب، ' +
    'و14 مرة لأفراد الشرطة أو عبر الصندوق.',
  weDid:
    'أكّد السكان اثنين من الوعود الثلاثة التي حان موعدها: المصابيح التسعة مضاءة، ويقف موقفان أمام المتاجر، ومعهما محصّل في ساعات الازدحام.',
  result:
    'في السنة التي تلت التغييرات كانت السرقات أقل بنحو 118 مما تدل عليه منطقة المقارنة؛ والعدد الحقيقي أقل على الأرجح بما بين 40 و196. ' +
    'ولم تنتقل السرقات إلى الشوارع المجاورة.',
  notYet: 'تُفحص الأسواق كل أسبوعين، وكان الوعد كل أسبوع. ويجري تدريب مراقب ثانٍ.',
  whyNot: 'لم تُختَر الدوريات في ساعات الازدحام: كان عليها أن تستمر بلا نهاية، وطلب الشباب ألا يُفتَّشوا.',
  thanks:
    'شكرًا لكل من تحدث في الجلسات أو إلى أفراد الشرطة أو كتب في الصندوق. أخبرونا إن كنتم ترون الأمر على غير ذلك.',
};

export const northRoadPromisesArabic: Readonly<Record<DemoOwner, string>> = {
  lighting: 'إصلاح المصابيح التسعة عند مواقف طريق الشمال أو استبدالها، وإبقاؤها مضاءة',
  buses: 'نقل الموقفين 3 و5 إلى جهة المتاجر، ووجود محصّل عند الأبواب في ساعات الازدحام',
  market: 'فحص أكشاك الهواتف في السوقين كل أسبوع، وكتابة أوراق للباعة النزيهين',
};

/** Whoever said so agreed that their words are published. */
export const QUOTED: readonly string[] = [
  'The stop is dark; one sees nobody coming from behind',
  'Move the stop to where the shops are',
];
