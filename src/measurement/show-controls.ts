/**
 * Text from elsewhere, safe for a terminal: whatever would move its cursor, colour it or turn the direction of writing
 * becomes visible, `\u001b`; tabs and line ends stay.
 */
export function showControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
