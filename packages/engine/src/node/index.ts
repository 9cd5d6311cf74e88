/** Names of the engine that need Node: streams and files. */
export { type FileJournalOptions, fileJournal } from './file-journal.js'
export { loadFindings, openFindings } from './load-findings.js'
export { checkProjectFolder, type FolderInput, loadProjectFolder } from './load-project.js'
export { readProjectFiles } from './read-project-files.js'
