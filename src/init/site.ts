import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder tells about the site in it. */
export interface Site {
  /** As people call it; absent when nothing known was recognised. */
  readonly generator?: string;
  /** Folders that hold copy, relative, with a slash at their end; empty: the copy is not in a folder of its own. */
  readonly content: readonly string[];
  /** Folders that the generator writes, with a slash at their end: the same copy once more. */
  readonly written: readonly string[];
  /** Further extensions of templates that hold copy. */
  readonly templates: readonly string[];
}

interface Generator {
  readonly name: string;
  /** Of its files one is there; a star stands for an extension. */
  readonly marks: readonly string[];
  /** Must be there as well, where the mark alone could be another's. */
  readonly and?: readonly string[];
  readonly content: readonly string[];
  readonly written: readonly string[];
  readonly templates?: readonly string[];
}

/** Most telling first. */
const GENERATORS: readonly Generator[] = [
  {
    name: 'Docusaurus',
    marks: ['docusaurus.config.*'],
    content: ['docs', 'blog', 'src/pages'],
    written: ['build/', '.docusaurus/'],
  },
  {
    name: 'VitePress',
    marks: ['.vitepress', 'docs/.vitepress'],
    content: ['docs'],
    written: ['.vitepress/dist/', 'docs/.vitepress/dist/'],
  },
  { name: 'Astro', marks: ['astro.config.*'], content: ['src/content', 'src/pages', 'content'], written: ['dist/'] },
  { name: 'Gatsby', marks: ['gatsby-config.*'], content: ['content', 'src/pages'], written: ['public/', '.cache/'] },
  { name: 'Nuxt', marks: ['nuxt.config.*'], content: ['content'], written: ['.output/', 'dist/'] },
  {
    name: 'Next.js',
    marks: ['next.config.*'],
    content: ['content', 'posts', 'app', 'pages', 'src/app', 'src/pages'],
    written: ['.next/', 'out/'],
  },
  {
    name: 'Eleventy',
    marks: ['.eleventy.js', 'eleventy.config.*'],
    content: ['src', 'content', 'posts', 'pages'],
    written: ['_site/'],
    templates: ['njk', 'liquid'],
  },
  { name: 'MkDocs', marks: ['mkdocs.yml', 'mkdocs.yaml'], content: ['docs'], written: ['site/'] },
  { name: 'Hexo', marks: ['_config.yml'], and: ['scaffolds', 'source'], content: ['source'], written: ['public/'] },
  {
    name: 'Jekyll',
    marks: ['_config.yml', '_config.toml'],
    content: ['_posts', '_pages', '_includes', '_layouts'],
    written: ['_site/'],
  },
  {
    name: 'Hugo',
    marks: ['hugo.toml', 'hugo.yaml', 'hugo.json', 'config/_default'],
    content: ['content', 'layouts'],
    written: ['public/', 'resources/'],
  },
  {
    name: 'Hugo',
    marks: ['config.toml', 'config.yaml'],
    and: ['content', 'archetypes'],
    content: ['content', 'layouts'],
    written: ['public/', 'resources/'],
  },
];

const USUAL_CONTENT = [
  'content',
  'pages',
  'posts',
  'blog',
  'docs',
  'src/content',
  'src/pages',
  'site',
  'website',
  'newsletters',
  'emails',
];

/** Recognises the generator and the folders of copy of the site in `folder`. Reads names only. */
export function recogniseSite(folder: string): Site {
  const is = (name: string): boolean => {
    if (!name.endsWith('*')) return existsSync(join(folder, name));
    const stem = name.slice(0, -1);
    return namesIn(folder).some((other) => other.startsWith(stem));
  };
  const generator = GENERATORS.find(({ marks, and = [] }) => marks.some(is) && and.every(is));
  const content = (generator?.content ?? USUAL_CONTENT).filter(is).map((name) => `${name}/`);
  // Jekyll takes pages from anywhere, and so does a site without a generator.
  const anywhere = generator === undefined ? false : generator.name === 'Jekyll';
  return {
    generator: generator?.name,
    content: anywhere ? [] : content,
    written: generator?.written ?? ['dist/', 'build/', 'public/'].filter(is),
    templates: generator?.templates ?? [],
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
