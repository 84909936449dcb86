// What the build makes of regular expressions. Each that a module holds, or that stands where it is used, is made when it is first
// run, and is run only on text that holds what a match needs (src/match/sift.ts): most runs use few of the 1,500.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** The modules that do this, and those that no run is long in. */
const ITSELF = /^src\/match\/(?:sift|needs|read-needs|narrow|lowered|engine)\.ts$/;
const ROOMS = ['src/analyse', 'src/check', 'src/match', 'src/parse', 'rules'];
/** Functions that make a sifted expression. */
const MAKERS = new Set(['sift', 'cue', 'labelled']);
/** Methods of a text that take an expression. */
const OF_TEXT = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search']);
/** Shorter sources are run as they stand, unless they name classes of Unicode. */
const SHORT = 12;

/** The modules that change, by absolute path; the expressions have numbers from 0. */
export function lazyExpressions() {
  const files = ROOMS.flatMap((room) => readdirSync(room, { recursive: true }).map((name) => join(room, name)))
    .filter((name) => name.endsWith('.ts') && !ITSELF.test(name.replaceAll('\\', '/')))
    .sort()
    .map((name) => read(resolve(name)));
  const usable = usableConstants(files);
  let count = 0;
  const contents = new Map();
  for (const file of files) {
    const changed = rewrite(file, usable, () => count++);
    if (changed !== undefined) contents.set(file.path, changed);
  }
  return { contents, count };
}

function read(path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const names = new Map();
  /** By local name, where it comes from; and the same of whole modules. */
  const imported = new Map();
  const spaces = new Map();
  walk(source, (node) => {
    if (ts.isIdentifier(node)) names.set(node.text, [...(names.get(node.text) ?? []), node]);
    if (!ts.isImportDeclaration(node) || !node.moduleSpecifier.text.startsWith('.')) return;
    const from = resolve(dirname(path), node.moduleSpecifier.text);
    const bindings = node.importClause?.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) spaces.set(bindings.name.text, from);
    else for (const { name, propertyName } of bindings?.elements ?? []) imported.set(name.text, `${from} ${(propertyName ?? name).text}`);
  });
  return { path, text, source, names, imported, spaces };
}

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Constants of modules that hold an expression, as "path name", of which every use can be changed. */
function usableConstants(files) {
  const usable = new Map();
  for (const { path, source } of files)
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer && ts.isIdentifier(name) && flagsOf(initializer) !== undefined) usable.set(`${path} ${name.text}`, flagsOf(initializer));
    }
  const keep = (key, good) => {
    const flags = usable.get(key);
    if (flags !== undefined && !good(flags)) usable.delete(key);
  };
  for (const { path, names, imported, spaces } of files)
    for (const [name, nodes] of names) {
      keep(imported.get(name) ?? `${path} ${name}`, (flags) => nodes.every((node) => isDeclaration(node) || isRun(node, flags) || isTaken(node)));
      for (const { parent } of nodes)
        if (ts.isPropertyAccessExpression(parent) && spaces.has(parent.expression.getText())) keep(`${spaces.get(parent.expression.getText())} ${name}`, (flags) => isRun(parent, flags));
    }
  return usable;
}

/** The flags of an expression that is worth it. */
function flagsOf(node) {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return end > SHORT || node.text.includes('\\p{') ? node.text.slice(end + 1) : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
    const flags = node.arguments[1];
    return flags === undefined ? '' : ts.isStringLiteral(flags) ? flags.text : undefined;
  }
  return undefined;
}

/** `sift(…)` that is called once, as the module is loaded. */
function isMade(node) {
  if (!ts.isCallExpression(node) || !MAKERS.has(node.expression.getText())) return false;
  for (let outer = node.parent; outer; outer = outer.parent) if (ts.isFunctionLike(outer) || isMade(outer)) return false;
  return true;
}

const isDeclaration = (node) =>
  (ts.isVariableDeclaration(node.parent) && node.parent.name === node && ts.isSourceFile(node.parent.parent.parent.parent)) ||
  ts.isImportSpecifier(node.parent) ||
  // The name of a property, which is another thing.
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);

/** `EXPRESSION.test(…)`; one that goes on where it ended is left as it is. */
const isRun = (node, flags) =>
  !/[gy]/.test(flags) &&
  ts.isPropertyAccessExpression(node.parent) &&
  node.parent.expression === node &&
  /^(?:test|exec)$/.test(node.parent.name.text) &&
  ts.isCallExpression(node.parent.parent) &&
  node.parent.parent.expression === node.parent;

/** Whether it is the expression of `text.replace(EXPRESSION, …)`. */
function isTaken({ parent: call, pos }) {
  if (!ts.isCallExpression(call) || call.questionDotToken || call.arguments[0]?.pos !== pos || !ts.isPropertyAccessExpression(call.expression)) return false;
  return OF_TEXT.has(call.expression.name.text) && !call.expression.questionDotToken;
}

function rewrite({ path, text, source, names, imported }, usable, next) {
  const edits = [];
  const made = [];
  const replace = (node, words) => edits.push({ from: node.getStart(source), to: node.end, words, inner: 0 });
  const lazily = (node) => `$lazily(() => ${node.getText(source)}, ${next()})`;
  /** `text.replace(EXPRESSION, …)` becomes `EXPRESSION.replace(text, …)`. */
  const turn = (node, expression) => {
    const { expression: receiver, name } = node.parent.expression;
    edits.push({ from: receiver.getStart(source), to: receiver.getStart(source), words: `${expression}.${name.text}(`, inner: receiver.end });
    edits.push({ from: receiver.end, to: node.end, words: '', inner: 0 });
  };
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && ts.isIdentifier(name) && usable.has(`${path} ${name.text}`)) replace(initializer, lazily(initializer));
  }
  for (const [name, nodes] of names)
    if (usable.has(imported.get(name) ?? `${path} ${name}`)) for (const node of nodes) if (!isDeclaration(node) && isTaken(node)) turn(node, name);
  walk(source, (node) => {
    if (isMade(node)) return replace(node, lazily(node));
    if (!ts.isRegularExpressionLiteral(node)) return;
    const flags = flagsOf(node);
    if (flags === undefined || !(isRun(node, flags) || isTaken(node))) return;
    const constant = `$expression${made.length}`;
    made.push(`const ${constant} = ${lazily(node)};\n`);
    if (isTaken(node)) turn(node, constant);
    else replace(node, constant);
  });
  if (edits.length === 0) return undefined;
  let changed = text;
  // From the end; at one place what stands further inside goes first.
  for (const { from, to, words } of edits.sort((a, b) => b.from - a.from || a.inner - b.inner)) changed = changed.slice(0, from) + words + changed.slice(to);
  const sieve = JSON.stringify(resolve('src/match/sift.ts'));
  // Imports come first wherever they stand.
  return `import { lazily as $lazily } from ${sieve};\n${made.join('')}${changed}`;
}
