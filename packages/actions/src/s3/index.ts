/** Actions on S3. */
export { blockAccountPublicAccess } from './block-account-public-access.js'
export { blockPublicAccess } from './block-public-access.js'
export { enableDefaultEncryption } from './enable-default-encryption.js'
export { encryptObject } from './encrypt-object.js'
export { requireTls } from './require-tls.js'
export { tagObject } from './tag-object.js'
