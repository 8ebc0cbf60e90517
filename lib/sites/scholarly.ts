const verbs =
  'propose|present|introduce|show|demonstrate|study|investigate|find|develop|prove|derive|describe|' +
  'report|explore|examine|analy[sz]e|consider|evaluate|argue|observe|provide|conduct|compare|obtain|' +
  'establish|construct|address|aim|focus|review';

const PHRASES = new RegExp(
  String.raw`\b(?:we (?:\w{1,20} )?(?:${verbs})|in this (?:paper|work|article|study|letter|survey)|` +
    String.raw`this (?:paper|work|study|article|survey)|our (?:methods?|approach|results?|models?|` +
    String.raw`framework|findings|experiments|analysis|algorithm)|state[- ]of[- ]the[- ]art|` +
    String.raw`outperform\w{0,5}|results (?:show|demonstrate|indicate|suggest|reveal)|` +
    String.raw`experiments (?:on|show|demonstrate)|experimental results|existing (?:methods|approaches))\b`,
  'gi',
);

const WORDS = new RegExp(
  String.raw`\b(?:methods?|approach(?:es)?|models?|datasets?|benchmarks?|algorithms?|frameworks?|novel|` +
    String.raw`empirical\w{0,4}|theoretical\w{0,4}|experiments?|experimental|evaluat\w{1,6}|performance|` +
    String.raw`analysis|accuracy|training|learning|neural|baselines?|simulations?|hypothes[ie]s|` +
    String.raw`significant(?:ly)?|parameters?|measurements?|distributions?|optimi[sz]\w{1,6}|proposed?|` +
    String.raw`demonstrated?|investigat\w{1,5}|results?|findings|stud(?:y|ies)|conclusions?|objective|` +
    String.raw`patients|cells?|proteins?|genes?|mice|clinical|trials?|mechanisms?|quantum|theory|expression|signaling|receptors?|tissues?|molecular|disease|in v(?:itro|ivo)|` +
    String.raw`mutations?|tumou?rs?|cancer|therapy|infection|immune|placebo|randomi[sz]ed|mortality|associated with|` +
    String.raw`theorem|prove[ds]?|bounds?|equations?)\b`,
  'gi',
);

// The same in other languages in which abstracts are listed; most have no word boundary to lean on.
const ELSEWHERE =
  /本文|我们|提出|实验|模型|方法|研究|结果|本論文|提案|手法|мы |работе|метод|результат|исследован|предложен|nous |méthode|résultats|étude|wir |methode|ergebnisse|studie|nosotros|método|resultados|estudio/gi;

/** How much `text` speaks like an abstract: distinct turns of phrase count two, words one. */
export function scholarly(text: string): number {
  const said = (pattern: RegExp) =>
    new Set(text.slice(0, 5000).toLowerCase().match(pattern) ?? []).size;
  return 2 * said(PHRASES) + said(WORDS) + 2 * said(ELSEWHERE);
}
