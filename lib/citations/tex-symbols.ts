/** Combining marks that TeX has an accent for; the same pairs are read and written. */
export const ACCENTS: readonly (readonly [command: string, mark: string])[] = [
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
];

/** Letters and signs of text: command → what it prints. */
export const TEXT_SYMBOLS = table(`
  ss ß  SS ẞ  ae æ  AE Æ  oe œ  OE Œ  o ø  O Ø  l ł  L Ł  aa å  AA Å  dh ð  DH Ð  dj đ  DJ Đ  th þ  TH Þ  ng ŋ  NG Ŋ
  i ı  j ȷ  textbackslash \\  textbraceleft {  textbraceright }  textasciitilde ~  textasciicircum ^
  textless <  textgreater >  textbar | textasciigrave \`  textquotesingle '  textdollar $
  textunderscore _  textendash –  textemdash —  textquoteleft ‘  textquoteright ’  textquotedblleft “
  textquotedblright ”  textbullet •  textellipsis …  ldots …  dots …  textregistered ®  texttrademark ™
  copyright ©  textcopyright ©  pounds £  texteuro €  euro €  S §  P ¶  textdegree °  textmu µ
  slash /
`);

/** Letters and signs of mathematics, written between dollars. */
export const MATH_SYMBOLS = table(`
  alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι
  kappa κ  lambda λ  mu μ  nu ν  xi ξ  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ  upsilon υ
  phi ϕ  varphi φ  chi χ  psi ψ  omega ω  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ
  Phi Φ  Psi Ψ  Omega Ω  infty ∞  times ×  pm ±  mp ∓  cdot ⋅  div ÷  leq ≤  geq ≥  neq ≠  approx ≈  sim ∼
  simeq ≃  equiv ≡  propto ∝  ll ≪  gg ≫  to →  leftarrow ←  leftrightarrow ↔  Rightarrow ⇒  Leftarrow ⇐
  mapsto ↦  uparrow ↑  downarrow ↓  in ∈  notin ∉  subset ⊂  subseteq ⊆  cup ∪  cap ∩  emptyset ∅  forall ∀
  exists ∃  neg ¬  wedge ∧  vee ∨  oplus ⊕  otimes ⊗  partial ∂  nabla ∇  sum ∑  prod ∏  int ∫  surd √  ell ℓ
  hbar ℏ  aleph ℵ  circ ∘  star ⋆  dagger †  perp ⊥  parallel ∥  angle ∠  triangle △  langle ⟨  rangle ⟩
`);

/** Other names of the above that are read, and never written. */
export const MATH_SYNONYMS = table(`
  le ≤  ge ≥  ne ≠  rightarrow →  longrightarrow →  gets ←  lnot ¬  land ∧  lor ∨  bullet ∙  ast ∗
`);

/** Commands that formulas in titles are made of; a formula with any other is written as plain text. */
export const FORMULA_COMMANDS: ReadonlySet<string> = new Set([
  ...MATH_SYMBOLS.keys(),
  ...MATH_SYNONYMS.keys(),
  ...(
    'mathbb mathbf mathcal mathfrak mathit mathrm mathscr mathsf mathtt boldsymbol text textit textbf textrm ' +
    'textsc texttt operatorname frac tfrac dfrac sqrt binom hat widehat tilde widetilde bar overline underline ' +
    'vec dot ddot acute check breve left right big Big log ln exp sin cos tan min max sup inf lim arg det dim ker ' +
    'Pr gcd deg mod bmod pmod prime ldots cdots dots lceil rceil lfloor rfloor lvert rvert lVert rVert mid ' +
    'quad qquad hspace displaystyle limits'
  ).split(' '),
]);

function table(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/);
  return new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [])));
}
