/** The four Block Public Access settings, which a bucket and an account share in form. */

/** All four on, as the calls spell them. */
export const allBlocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

/** The four as booleans; AWS may leave out one that is off. */
export function publicAccessFlags(block: { readonly [Flag in keyof typeof allBlocked]?: boolean | undefined } = {}) {
  return {
    BlockPublicAcls: block.BlockPublicAcls === true,
    IgnorePublicAcls: block.IgnorePublicAcls === true,
    BlockPublicPolicy: block.BlockPublicPolicy === true,
    RestrictPublicBuckets: block.RestrictPublicBuckets === true,
  }
}
