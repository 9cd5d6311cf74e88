/** The engine's version, which plans, journals and bundles carry. A test holds it to the one in package.json. */
export const engineVersion = '0.1.0'
