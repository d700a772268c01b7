import { type Archive, jobsWaiting } from '@onrecord/archive'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestEntry } from './log.js'

/** What the service counts, for Prometheus. */
export interface Metrics {
  readonly mediaType: string
  request(about: RequestEntry): void
  text(): Promise<string>
}

export function openMetrics(archive: Archive, running: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'onrecord_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'onrecord_request_seconds',
    help: 'How long requests took to be answered.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  new Gauge({
    name: 'onrecord_jobs_running',
    help: 'Uploads that this process reads now.',
    registers,
    collect() {
      this.set(running())
    },
  })
  new Gauge({
    name: 'onrecord_jobs_waiting',
    help: 'Uploads that wait to be read, of all processes.',
    registers,
    async collect() {
      this.set(await jobsWaiting(archive.db))
    },
  })
  return {
    mediaType: registry.contentType,
    request({ method, route, status, ms }) {
      requests.inc({ method, route, status })
      seconds.observe({ route }, ms / 1000)
    },
    text: () => registry.metrics(),
  }
}
