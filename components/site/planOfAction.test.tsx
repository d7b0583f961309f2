import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { loadMessages } from '#i18n/messages';
import { type Locale, routing } from '#i18n/routing';
import { PlanOfAction } from './PlanOfAction.tsx';

/**
 * Every fact of the Organization’s page on the Plan, by what has to stand on ours. A fact may be said anew in other
 * words: then its words here change with it. It may not be lost.
 */
const facts: Record<string, Record<Locale, string[]>> = {
  comprehensiveApproach: { en: ['comprehensive approach'], ar: ['نهج شامل'] },
  notSecurityAlone: {
    en: ['essential security measures against terrorism', 'systematic preventive steps'],
    ar: ['لا يقتصر على التدابير الأمنية الأساسية لمكافحة الإرهاب', 'خطوات وقائية منهجية'],
  },
  underlyingConditions: {
    en: ['underlying conditions that drive individuals to radicalize and to join violent extremist groups'],
    ar: ['الظروف الكامنة التي تدفع الأفراد إلى التطرف وإلى الانضمام إلى الجماعات المتطرفة العنيفة'],
  },
  concertedAction: {
    en: ['call for concerted action by the international community'],
    ar: ['نداء موجّه إلى المجتمع الدولي من أجل عمل متضافر'],
  },
  moreThan70Recommendations: {
    en: ['more than 70 recommendations to Member States and to the United Nations system', 'spreads no further'],
    ar: ['أكثر من 70 توصية إلى الدول الأعضاء وإلى منظومة الأمم المتحدة', 'للحيلولة دون اتساع رقعة التطرف العنيف'],
  },
  letter: {
    en: ['a letter from the Secretary-General to the President of the General Assembly', 'A/70/675'],
    ar: ['رسالة من الأمين العام إلى رئيس الجمعية العامة', 'A/70/675'],
  },
  allOfUn: {
    en: ['“All-of-UN” approach, at Headquarters and in the field', 'national, regional and global efforts'],
    ar: ['«الأمم المتحدة بكامل كياناتها»، في المقر وفي الميدان', 'الجهود الوطنية والإقليمية والعالمية'],
  },
  helpWithNationalPlans: {
    en: ['help Member States develop national plans of action'],
    ar: ['لمساعدة الدول الأعضاء في وضع خطط عمل وطنية'],
  },
  interAgencyProcess: {
    en: ['intensive inter-agency process of the United Nations'],
    ar: ['عملية مكثفة مشتركة بين وكالات الأمم المتحدة'],
  },
  basis: {
    en: [
      'high-level meetings of the General Assembly and the Security Council',
      'interactive briefings for Member States',
      'results of international and regional meetings',
    ],
    ar: [
      'الاجتماعات الرفيعة المستوى للجمعية العامة ومجلس الأمن',
      'الإحاطات التفاعلية المقدمة إلى الدول الأعضاء',
      'نتائج الاجتماعات الدولية والإقليمية',
    ],
  },
  presentation: {
    en: ['On 15 January 2016 the Secretary-General presented the Plan', 'informal meeting of the plenary'],
    ar: ['في 15 كانون الثاني/يناير 2016، قدّم الأمين العام خطة العمل إلى الجمعية العامة', 'جلسة عامة غير رسمية'],
  },
  groups: {
    en: [
      'ISIL (Da’esh), Al-Qaida and Boko Haram',
      'shaped our image of violent extremism',
      'how to address the threat',
    ],
    ar: ['(داعش) وتنظيم القاعدة وجماعة أهل السنة للدعوة والجهاد', 'تصوّرنا للتطرف العنيف', 'كيفية التصدي لهذا الخطر'],
  },
  intolerance: {
    en: ['message of intolerance, religious, cultural and social', 'drastic consequences for many regions'],
    ar: ['التعصب الديني والثقافي والاجتماعي', 'عواقب وخيمة على مناطق كثيرة من العالم'],
  },
  territoryAndSocialMedia: {
    en: ['held territory', 'social media to spread their atrocious crimes in real time'],
    ar: ['سيطرت على أراضٍ', 'وسائط التواصل الاجتماعي لبث جرائمها الفظيعة وقت وقوعها'],
  },
  sharedValues: {
    en: ['the values that we share: peace, justice and human dignity'],
    ar: ['قيمنا المشتركة: السلام والعدالة والكرامة الإنسانية'],
  },
  resolutionOfFebruary: {
    en: [
      'On 12 February 2016 the Assembly adopted a resolution',
      'welcomes the Secretary-General’s initiative',
      'takes note',
    ],
    ar: ['وفي 12 شباط/فبراير 2016، اتخذت الجمعية العامة قرارا', 'ترحب فيه بمبادرة الأمين العام وتحيط علما بخطته'],
  },
  furtherConsideration: {
    en: ['beginning with the review of the Global Counter-Terrorism Strategy in June 2016', 'other relevant forums'],
    ar: ['ابتداء من استعراض الاستراتيجية العالمية لمكافحة الإرهاب في حزيران/يونيه 2016', 'المنتديات الأخرى ذات الصلة'],
  },
  endOfDebate: { en: ['concluded its general debate on the Plan on 16 February 2016'], ar: ['في 16 شباط/فبراير 2016'] },
  genevaHosts: {
    en: [
      'The Government of Switzerland and the United Nations hosted',
      '7 and 8 April 2016',
      'United Nations Office at Geneva',
    ],
    ar: ['استضافت حكومة سويسرا والأمم المتحدة', 'يومي 7 و 8 نيسان/أبريل 2016', 'مكتب الأمم المتحدة في جنيف'],
  },
  genevaName: {
    en: ['Geneva Conference on Preventing Violent Extremism – The Way Forward'],
    ar: ['مؤتمر جنيف بشأن منع التطرف العنيف – الطريق إلى الأمام'],
  },
  genevaPurpose: {
    en: ['Building on the formal debate', 'share experience and good practices', 'drivers', 'build support'],
    ar: [
      'المناقشة الرسمية',
      'لتبادل الخبرات والممارسات الجيدة في معالجة دوافع التطرف العنيف',
      'ولحشد الدعم لخطة الأمين العام',
    ],
  },
  genevaDays: {
    en: ['first day was a meeting of senior experts', 'high-level segment, with statements at the ministerial level'],
    ar: ['اليوم الأول لاجتماع كبار الخبراء', 'الجزء الرفيع المستوى الذي شهد مداخلات على المستوى الوزاري'],
  },
  genevaHeads: {
    en: [
      'Heads of international and regional organizations and of United Nations agencies',
      'national, regional and global action',
    ],
    ar: ['رؤساء المنظمات الدولية والإقليمية ورؤساء وكالات الأمم المتحدة', 'الصعيد الوطني والإقليمي والعالمي'],
  },
  fifthReview: {
    en: ['On 1 July 2016', 'by consensus', 'A/RES/70/291', 'fifth review', 'strengthens the global consensus'],
    ar: ['في 1 تموز/يوليه 2016', 'بتوافق الآراء', 'A/RES/70/291', 'الاستعراض الخامس', 'يعزز توافق الآراء العالمي'],
  },
  importanceOfPrevention: {
    en: ['recognized the importance of preventing violent extremism as and when conducive to terrorism'],
    ar: ['أقرت الجمعية العامة بأهمية منع التطرف العنيف عندما يفضي إلى الإرهاب'],
  },
  recommendationToStates: {
    en: [
      'recommended that Member States consider implementing the relevant recommendations',
      'as applicable to the national context',
    ],
    ar: ['أوصت بأن تنظر الدول الأعضاء في تنفيذ التوصيات ذات الصلة', 'حسب الاقتضاء في السياق الوطني'],
  },
  responsePresentation: {
    en: ['The Secretary-General’s remarks when he presented the Plan', '15 January 2016', 'webcast'],
    ar: ['ملاحظات الأمين العام عند عرضه خطة العمل', '15 كانون الثاني/يناير 2016', 'بث شبكي'],
  },
  responsePresident: {
    en: ['Opening remarks by Mogens Lykketoft, President of the General Assembly at its seventieth session'],
    ar: ['ملاحظات افتتاحية للسيد موغنس ليكيتوفت، رئيس الجمعية العامة في دورتها السبعين'],
  },
  responseLeadersSummit: {
    en: ['at the Leaders’ Summit', 'a new plan for collective action against violent extremism', '29 September 2015'],
    ar: ['في قمة القادة', 'خطة جديدة للعمل الجماعي ضد التطرف العنيف', '29 أيلول/سبتمبر 2015'],
  },
  responseSummit: {
    en: ['Remarks by Secretary-General Ban Ki-moon at the summit on countering violent extremism', '19 February 2015'],
    ar: ['ملاحظات الأمين العام بان كي - مون في مؤتمر قمة مكافحة التطرف العنيف', '19 شباط/فبراير 2015'],
  },
  responseGeneva: {
    en: ['Statements made at the Geneva Conference', '7–8 April 2016'],
    ar: ['البيانات المدلى بها في مؤتمر جنيف', '7 و 8 نيسان/أبريل 2016'],
  },
  resources: {
    en: ['Resources', 'The documents on the Plan of Action'],
    ar: ['الموارد', 'الوثائق المتعلقة بخطة العمل'],
  },
  strategy: {
    en: ['United Nations Global Counter-Terrorism Strategy by consensus on 8 September 2006', 'unique global strategy'],
    ar: [
      'بتوافق الآراء استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب في 8 أيلول/سبتمبر 2006',
      'استراتيجية عالمية فريدة',
    ],
  },
  strategyPurpose: {
    en: ['strengthen national, regional and international efforts to counter terrorism'],
    ar: ['تعزيز الجهود الوطنية والإقليمية والدولية لمكافحة الإرهاب'],
  },
  strategyReviews: {
    en: [
      'reviews the Strategy every two years',
      'living document',
      'priorities of Member States in countering terrorism',
    ],
    ar: ['وتستعرض الجمعية العامة الاستراتيجية كل عامين', 'وثيقة حية', 'أولويات الدول الأعضاء في مكافحة الإرهاب'],
  },
};

describe.each(routing.locales)('the page on the Plan of Action in %s', async (locale) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={await loadMessages(locale)} timeZone="UTC">
      <PlanOfAction locale={locale} />
    </NextIntlClientProvider>,
  );
  const text = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

  test.each(Object.entries(facts))('says of the fact “%s”', (_, words) => {
    for (const phrase of words[locale]) expect(text).toContain(phrase);
  });

  test('leads to each document in the language of the page', () => {
    for (const symbol of ['A/70/674', 'A/70/675', 'A/RES/70/254', 'A/RES/70/291', 'A/RES/60/288'])
      expect(html).toContain(`href="https://undocs.org/${locale}/${symbol}"`);
  });

  test('holds the events as an ordered list, each with its date', () => {
    expect(html.match(/<time dateTime=/g)?.length).toBeGreaterThan(12);
  });
});
