/** A file that `promolint init --with` writes beside the configuration. */
export interface Addition {
  readonly path: string;
  readonly text: string;
}

/** What can be asked for: its name, and what a person sees of it. */
export const ADDITIONS = ['github', 'gitlab', 'pre-commit'] as const;
export type AdditionName = (typeof ADDITIONS)[number];

/** `version`: of promolint, which the files pin, so that a new release never turns a build red by itself. */
export function additionOf(name: AdditionName, version: string): Addition {
  const install = `promolint@${version}`;
  if (name === 'github')
    return {
      path: '.github/workflows/promolint.yml',
      text: `name: promolint
on:
  push: {branches: [main]}
  pull_request:
permissions:
  contents: read
jobs:
  copy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: {node-version: 22}
      - run: npx --yes ${install} --format github
`,
    };
  if (name === 'gitlab')
    return {
      path: '.gitlab-ci.yml',
      text: `promolint:
  image: node:22
  script:
    - npx --yes ${install} --format text --format gitlab --output-file gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
    };
  return {
    path: '.pre-commit-config.yaml',
    text: `repos:
  - repo: local
    hooks:
      - id: promolint
        name: promolint
        entry: promolint
        language: node
        additional_dependencies: ['${install}']
        files: '\\.(md|markdown|mdx|html?|xhtml|txt)$'
        require_serial: true
`,
  };
}
