/** Actions on CloudTrail. */
export { enableLogFileValidation } from './enable-log-file-validation.js'
