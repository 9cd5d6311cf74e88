/** Actions on KMS. */
export { enableKeyRotation } from './enable-key-rotation.js'
