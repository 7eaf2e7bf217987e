/** Where a name of a program may break: `os.|process_|cpu_|count(|)`, `Thread|Pool|Executor`. */
const JOINTS = /(?<=[\w)][._/(=])(?=[\w…])|(?<=[a-z])(?=[A-Z])/;

/** The pieces of a name between which a narrow column may break it. */
export const atJoints = (name: string): string[] => name.split(JOINTS);
