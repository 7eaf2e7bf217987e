// A child process that waits to be let go.
process.on('message', () => {});
process.send('ready');
