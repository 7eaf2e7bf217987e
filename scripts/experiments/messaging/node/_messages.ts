// What is sent: so many bytes, of which the receiver reads one of every page or all, or a list of so many records.
const MARKS = 7;
const PAGE = 4096;

type Form = 'page' | 'all' | 'records';
export type Bytes = Uint8Array<ArrayBuffer | SharedArrayBuffer>;
type Item = { id: number; name: string; value: number; tags: string[] };
export type Message = Bytes | Item[];

/** Bytes (or records) per message, messages per batch, what is sent and read, and the way it travels where there are several. */
export function readArguments() {
  const [size = 65536, count = 200] = process.argv.slice(2, 4).map(Number);
  return { size, count, form: (process.argv[4] ?? 'page') as Form, way: process.argv[5] };
}

/** `count` messages, alike. `allocate` says where bytes lie. */
export function makeMessages(
  size: number,
  count: number,
  form: Form,
  allocate = (bytes: number): Bytes => new Uint8Array(bytes),
) {
  const record = (_: unknown, id: number) => ({ id, name: `name ${id}`, value: id / 2, tags: ['a', 'b'] });
  const message = () => (form === 'records' ? Array.from({ length: size }, record) : allocate(size).fill(1));
  return Array.from({ length: count }, message);
}

/** Makes a message differ from the one before. */
export function mark(message: Message, sent: number): void {
  const number = sent % MARKS;
  if (message instanceof Uint8Array) for (let at = 0; at < message.length; at += PAGE) message[at] = number;
  else if (message[0]) message[0].value = number;
}

/** What the receiver does with a message: it answers with the sum of what it reads. */
export function read(message: Message, form: Form): number {
  let sum = 0;
  if (!(message instanceof Uint8Array)) for (const { value } of message) sum += value;
  else for (let at = 0; at < message.length; at += form === 'all' ? 1 : PAGE) sum += message[at] ?? 0;
  return sum;
}

/** The answers to expect to messages in the order in which they are sent, again and again. */
export function answersTo(message: Message, form: Form): number[] {
  return Array.from({ length: MARKS }, (_, sent) => {
    mark(message, sent);
    return read(message, form);
  });
}
