import fc from '../arbitrary.ts';

/** Markdown pages made at random: sound ones whose every word is known, and junk. */

// Where a word goes that a reader sees, and one that he does not.
const SEEN = '\uE000';
const UNSEEN = '\uE001';

const oneOf = (...values: string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values.map((value) => value.replaceAll('@', SEEN).replaceAll('¡', UNSEEN)));
const many = (part: fc.Arbitrary<string>, max: number, between = ''): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 1, maxLength: max }).map((parts) => parts.join(between));

/** Fits into a table cell and a heading: no line end, no bar. */
const phrase = many(
  fc.oneof(
    { weight: 4, arbitrary: oneOf('@', ' @ ', '@, @.') },
    {
      weight: 6,
      arbitrary: oneOf(
        ' *@* ',
        '**@**@',
        ' __@__ ',
        '***@** @*',
        ' ~~@~~ ',
        ' `@` ',
        ' ``@ ` @`` ',
        ' [@](/a) ',
        ' [@ *@*](<a b> "@ @") ',
        ' ![@](/i.png) ',
        ' [![@](i)](/b) ',
        ' <https://example.com/@> ',
        ' [@][ref] ',
        ' [ref] ',
        ' [@] ',
        '[^note]',
        '&amp;',
        '@&rsquo;@',
        '&nbsp;',
        '&copy;@',
        '@&#8212;@',
        '&#x27;',
        '&notreal;',
        '&',
        ' AT&T ',
        '\\*@\\*',
        '\\_',
        '\\[@\\]',
        '\\&amp;',
        '\\\\',
        '<b>@</b>',
        ' <span class="a b" title="@ @">@</span> ',
        '@<br>@',
        '<sup>@</sup>',
        ' <a href="/c?d=1&amp;e=2">@</a> ',
        '<!-- @ -->',
        ' <i>@ ',
        '</u>',
        ' <kbd>@</kbd> ',
        ' <script>¡</script> ',
        ' {{ ¡ }} ',
        '${¡}',
        '{% if ¡ %}@{% endif %}',
        ' {{< ¡ >}}@{{< /¡ >}} ',
        '<?php echo $¡; ?>',
        ' %%f¡%% ',
        '{# ¡ #}',
        '\u00a0',
        '\u200b',
        '@\u00ad',
        '😀',
        'é@',
        '"@"',
        ' (@) ',
        ' 10~40% ',
        ' 3 < @ > 2 ',
        '\t@',
      ),
    },
  ),
  5,
);
// A line that starts with a comment or script is HTML to its end, and what is indented below it is code.
const line = phrase.map((text) => `${SEEN} ${text}`);
const lines = many(line, 4, '\n').chain((text) => oneOf('\n', '  \n', '\\\n', ' \n').map((end) => text.replaceAll('\n', end)));

const paragraph = lines.map((text) => `${SEEN} ${text}`);
const heading = fc.tuple(oneOf('# ', '## ', '####', '###### '), phrase).map(([marks, text]) => `${marks}${SEEN} ${text.trim()}`);
const underlined = fc.tuple(phrase, oneOf('===', '---')).map(([text, rule]) => `${SEEN} ${text.trim()}\n${rule}`);
const table = fc
  .tuple(fc.array(phrase, { minLength: 2, maxLength: 2 }), fc.array(fc.tuple(phrase, phrase), { maxLength: 3 }))
  .map(([head, rows]) => [head, ['---', ':-:'], ...rows].map((cells) => `| ${cells.map(unbarred).join(' | ')} |`).join('\n'));
const unbarred = (text: string) => text.replaceAll('\t', ' ').trim();
const html = oneOf(
  '<div class="box">@ &amp; @</div>',
  '<p>@\n@</p>',
  '<div>\n\n**@** @\n\n</div>',
  '<details>\n<summary>@</summary>\n\n@\n\n</details>',
  '<ul>\n<li>@</li>\n<li>@ <b>@</b></li>\n</ul>',
  '<table><tr><th>@</th></tr><tr><td>@</td></tr></table>',
  '<!--\n@\n@ -->',
  '<script>\n¡\n</script>',
  '<style>\n¡\n</style>',
  '<span>@</span>',
  '<img src="a" alt="@ @">',
  '<div>\n\n    <p>@</p>\n\n</div>',
);
const other = oneOf('```js\n¡\n```', '~~~\n¡\n~~~', '---', '{% include ¡ %}', '{: .¡ }', '***', '\n\n');
const leaf = fc.oneof({ weight: 4, arbitrary: paragraph }, heading, underlined, table, html, other);

const prefixed = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : rest) + line)
    .join('\n');
const body = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: many(tie('block'), 4, '\n\n'),
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    { weight: 1, arbitrary: tie('blocks').map((text) => prefixed(text, '> ', '> ')) },
    { weight: 1, arbitrary: tie('blocks').map((text) => prefixed(`${SEEN}\n\n${text}`, '- ', '  ')) },
    { weight: 1, arbitrary: tie('blocks').map((text) => prefixed(`${SEEN}\n\n${text}`, '12. ', '    ')) },
    { weight: 1, arbitrary: paragraph.map((text) => `> ${text}`) },
  ),
})).blocks;

const scalar = fc.oneof(
  oneOf(
    '@ @ @ @ @',
    '"@ \\"@\\" \\u00e9 @ \\\n    @ @"',
    "'@ it''s @\n\n    @ @'",
    '@ @\n  @ @ @',
    '"@ **@** &amp; <b>@</b> @ @"',
    '@ {{ ¡ }} @ @ @ @',
  ),
  oneOf('|', '>', '|-', '>+', '|2').chain((style) =>
    oneOf('@ @ @\n  @ @ @', '@ *@*\n\n  - @ @\n  - [@](/x)', '@ &amp; @\n\n\n  @ @ @ @', '<p>@\n  @ @ @</p>').map(
      (text) => `${style}\n  ${text}`,
    ),
  ),
);
const frontMatter = fc
  .array(scalar, { minLength: 1, maxLength: 3 })
  .map((values) => values.map((value, at) => `key${at}: ${value}`).join('\n'));

/** A page, and the words of it that a reader sees. */
export const page = fc.tuple(fc.option(frontMatter), body, fc.boolean()).map(([matter, text, crlf]) => {
  // A rule on the first line would open front matter.
  const start = matter === null ? '\n' : `---\n${matter}\n---\n`;
  const whole = `${start}${text}\n\n[ref]: /r "${SEEN}"\n\n[^note]: ${SEEN} *${SEEN}*.\n`;
  return planted(crlf ? whole.replaceAll('\n', '\r\n') : whole);
});

/** Gives every planted word a number, so that each is unlike any other. */
function planted(template: string): { source: string; seen: string[] } {
  let count = 0;
  const seen: string[] = [];
  const source = template.replace(/[\uE000\uE001]/g, (mark) => {
    const word = `${mark === SEEN ? 'seen' : 'unseen'}${count++}x`;
    if (mark === SEEN) seen.push(word);
    return word;
  });
  return { source, seen };
}

const syntax = fc.constantFrom(
  ...'\n|\n\n|\r\n|\t|    |# |##|> |- |1. |* |*|**|_|`|```\n|~~|[|]|(|)|![|[^a]|[^a]: |: |---\n|===\n|| a | b ||<div>|</div>|<b|>|<!--|-->|<script>|<?php |?>|{{|}}|{%|%}|{|}|${|\\|&amp;|&#|;|https://a.b|www.|a|é|😀|\u200b|\u00a0|\0|import x|export const a = |<A b={|/>|"|\''.split(
    /(?<=.)\|(?=.)/s,
  ),
);
/** Pieces of syntax in no order, or any characters at all. */
export const junk = fc.oneof(
  fc.array(syntax, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
