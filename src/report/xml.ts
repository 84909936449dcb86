const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// Controls, halves of surrogate pairs and two noncharacters may not stand in XML 1.0, not even as references.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text for an element or an attribute of XML 1.0. */
export function escapeXml(text: string): string {
  return text
    .replace(ILLEGAL, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/##(?=[a-z]*\[)/gi, '#&#35;');
}

/** An element with its attributes, and its content, which is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: readonly string[],
): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  if (!content || content.length === 0) return `<${name}${start.join('')}/>`;
  return `<${name}${start.join('')}>\n${content.map(indent).join('\n')}\n</${name}>`;
}

/** An element that holds text. */
export function textElement(name: string, attributes: Readonly<Record<string, string | number>>, text: string): string {
  return element(name, attributes).replace(/\/>$/, `>${escapeXml(text)}</${name}>`);
}

// No value holds a line break: those are references by now.
const indent = (lines: string): string => lines.replace(/^/gm, '  ');

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
