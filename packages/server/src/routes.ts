import { routeOf } from './service/http/route.js'
import { serviceOperations } from './service/serve.js'

/** Where the service's operations are found, for clients built with them: they need not ask for its description first. */
export const routes = serviceOperations.map(operation => {
  const { method, path } = routeOf(operation)
  return { name: operation.name, method, path }
})
