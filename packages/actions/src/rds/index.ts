/** Actions on RDS. */
export { disablePublicAccess } from './disable-public-access.js'
