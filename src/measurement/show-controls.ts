/**
 * Text from elsewhere, safe for a terminal and a page: whatever would move a cursor, colour it, end a text or turn the
 * direction of writing becomes one visible character (␛ for an escape, � where there is no picture of it). Tabs and line
 * ends stay. The length stays too, so that what is written back keeps its bounds.
 */
export function showControls(text: string): string {
  return text.toWellFormed().replace(
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
    },
  );
}
