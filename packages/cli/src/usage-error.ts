/**
 * Errors in what the user gave. Both exit with 2.
 *
 * They stand apart from the context because they need the engine, which `--help` must not load.
 */
import { RedressError } from '@redress/engine'

/** An error in how the command was called; exits with 2. */
export function usageError(message: string, hint?: string): RedressError {
  return new RedressError('usage.option', message, hint === undefined ? {} : { hint })
}

/** An input that cannot be read; exits with 2. */
export function inputError(message: string, hint?: string, cause?: unknown): RedressError {
  return new RedressError('usage.input', message, { ...(hint === undefined ? {} : { hint }), cause })
}
