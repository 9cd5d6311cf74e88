/** Actions on IAM. */
export { deactivateAccessKeys } from './deactivate-access-keys.js'
export { setPasswordPolicy } from './set-password-policy.js'
