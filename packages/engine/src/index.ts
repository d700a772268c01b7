export { findBlocks, findWindows, type Block } from './models/view.js'
export { wordPiece, type WordPiece } from './models/wordpiece.js'
export { textStages } from './stages/index.js'
