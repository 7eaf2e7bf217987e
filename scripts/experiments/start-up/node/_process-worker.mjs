// The first useful act of a child process: add up some numbers and tell the parent.

let sum = 0;
for (let number = 0; number < 1000; number++) sum += number;
process.send(sum, () => process.disconnect());
