/** Actions on S3. */
export { blockPublicAccess } from './block-public-access.js'
