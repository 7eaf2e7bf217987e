// A child process that holds some memory of its own and waits to be stopped.

const own = Buffer.alloc(Number(process.argv[2]) * 2 ** 20, 1);
process.once('message', () => process.send(own.length, () => process.disconnect()));
process.send(own.length);
