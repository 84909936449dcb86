import { describe, expect, it } from 'vitest';
import { HOLE_FILLER, holesBetween, maskTemplates } from '../../src/parse/template-holes.ts';
import type { Format } from '../../src/rule.ts';

/** Printing tags as `=`, control tags as `-`, character by character; blanks as they are. */
function masked(source: string, format: Format = 'html'): string {
  const { masked: text, holes } = maskTemplates(source, format);
  expect(text).toHaveLength(source.length);
  return [...text]
    .map((char, at) => (char === HOLE_FILLER ? (holesBetween(holes, at, at + 1)[0]!.prints ? '=' : '-') : char))
    .join('');
}

describe('tags that print', () => {
  it.each([
    '{{ name }}',
    '{{name|upper}}',
    '{{{ raw }}}',
    '{{ iffy }}',
    '${user.login}',
    '<?= $x ?>',
    '<?php echo $name; ?>',
    '<%= name %>',
    '*|FNAME|*',
    '%%first_name%%',
    '%%=v(@x)=%%',
    '[FIRST_NAME]',
    '[Patient Name]',
    '{first_name}',
  ])('%s', (tag) => {
    expect(masked(`Hi ${tag}!`)).toBe(`Hi ${'='.repeat(tag.length)}!`);
  });
});

describe('tags that print nothing', () => {
  it.each([
    '{% if x %}',
    '{%- endif -%}',
    '{# note #}',
    '{{#if x}}',
    '{{/if}}',
    '{{else}}',
    '{{! note }}',
    '{{> header }}',
    '{{ end }}',
    '{{- with .X -}}',
    '{{/* note */}}',
    '{{< figure src="a" >}}',
    '{{% /note %}}',
    '<?php if ($x): ?>',
    '<% end %>',
    '*|IF:X|*',
    '{: .lead}',
    '{#id .class}',
    '[gallery ids="1,2"]',
    '[/caption]',
    '{% comment %}words{% endcomment %}',
    '{% highlight js %}words{% endhighlight %}',
  ])('%s', (tag) => {
    expect(masked(`Hi ${tag}!`)).toBe(`Hi ${'-'.repeat(tag.length)}!`);
  });
});

describe('what is no tag', () => {
  it.each([
    '[FDA] says',
    '[Name](/n)',
    '[FIRST_NAME]: /x',
    '{ x }',
    'a {{ b',
    '{% c',
    '$ {p}',
    '100%% pure',
    'a < b ? c',
    '<?',
    '[1]',
    '{}',
  ])('%s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

it('starts again after a stray opener', () => {
  expect(masked('{{ a {{ b }}')).toBe('{{ a =======');
});

it('blanks control tags with a line of their own, unless they trim it', () => {
  expect(masked('{% if a %}\nx\n  {% else %} {% x %}\r\ny\n{%- endif -%}\n')).toBe(
    '          \nx\n                    \r\ny\n-------------\n',
  );
});

it('parts the attributes that a control tag stands between', () => {
  expect(masked('<p {% if a %}class="b"{% endif %}>{% c %}</p>')).toBe('<p           class="b"           >-------</p>');
});

it('knows that the last PHP of a page needs no end, and that Markdown shows PHP as code', () => {
  expect(masked('<p>a</p> <?php foo();')).toBe(`<p>a</p> ${'-'.repeat(12)}`);
  expect(masked('a <?php foo();', 'markdown')).toBe('a <?php foo();');
  expect(masked('```\n<?php foo();\n```\nb <?php c() ?>', 'markdown')).toBe('```\n<?php foo();\n```\nb ------------');
});

it('remembers what a tag says', () => {
  expect(maskTemplates('{{ page.title | upper }} <?= $x ?>').holes.map(({ value }) => value)).toEqual([
    'page.title | upper',
    '$x',
  ]);
});

it('finds the holes of a stretch', () => {
  const { holes } = maskTemplates('{{a}} {{b}} {{c}}');
  expect(holesBetween(holes, 5, 11).map(({ value }) => value)).toEqual(['b']);
  expect(holesBetween(holes, 4, 13).map(({ value }) => value)).toEqual(['a', 'b', 'c']);
  expect(holesBetween(holes, 5, 6)).toEqual([]);
});
