// Prints which numbers each of two workers had, and who saw the write.

export interface Report {
  name: string;
  program: string;
  pid: number;
  thread: string;
  plain: string;
  shared: number;
  /** ms, as `now` gives them */
  began: number;
  told: number;
  ended: number;
}

/** @param where whose the shared memory of the reader is */
export function printReports(writer: Report, reader: Report, start: number, where: string): void {
  for (const { name, program, pid, thread, ...moments } of [writer, reader]) {
    const [began, told, ended] = [moments.began, moments.told, moments.ended].map((time) => (time - start).toFixed(3));
    console.log(`${name}: program ${program.slice(0, 8)}…, process ${pid}, thread ${thread}`);
    if (name === 'reader') console.log(`slice ${name} wait ${began} ${told}`);
    console.log(`slice ${name} run ${told} ${ended}`);
  }
  const distinct = (key: 'program' | 'pid' | 'thread') => new Set([writer[key], reader[key]]).size;
  console.log(`the writer wrote '${writer.plain}' and ${writer.shared}`);
  console.log(`the reader read '${reader.plain}' in a plain variable and ${reader.shared} in ${where}`);
  console.log(`programs = ${distinct('program')}`);
  console.log(`pids = ${distinct('pid')}`);
  console.log(`threads = ${distinct('thread')}`);
  console.log(`written = ${writer.plain === 'written' ? writer.shared : 0}`);
  console.log(`seen = ${reader.shared}`);
  console.log(`seen-plain = ${reader.plain === 'written' ? 1 : 0}`);
}
