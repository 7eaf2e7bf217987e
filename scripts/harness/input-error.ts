/** Something the person running a script can put right: shown as one message, without a stack. */
export class InputError extends Error {
  override name = 'InputError';
}
