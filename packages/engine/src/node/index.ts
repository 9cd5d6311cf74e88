/** Names of the engine that need Node: streams and files. */
export { type Allocate, cutFindings, type FindingChunk } from './cut-findings.js'
export { type FileJournalOptions, fileJournal } from './file-journal.js'
export { type FindingFile, findingFiles } from './finding-files.js'
export { type CutOptions, cutFile, loadFindings, openFindings } from './load-findings.js'
export { checkProjectFolder, type FolderInput, loadProjectFolder } from './load-project.js'
export { type ReadLine, readChunk } from './read-chunk.js'
export { readProjectFiles } from './read-project-files.js'
