/** Runs the built example; see src/run.ts. */
import './dist/run.js'
