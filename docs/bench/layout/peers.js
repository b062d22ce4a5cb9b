// Lays out a graph with d3-force or fcose inside this process: node peers.js PROGRAM RUNS < graph. The graph is
// companies and edges in the first line, then two companies a line. Prints the milliseconds of each run, one a line,
// then the places of the last one: company, x, y.
import { readFileSync } from 'node:fs'
import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force'

cytoscape.use(fcose)
const [program, runs] = process.argv.slice(2)
const [[size], ...edges] = readFileSync(0, 'utf8').trim().split('\n').map(line => line.split(' ').map(Number))

// d3Force runs a simulation with d3's own settings to its end.
function d3Force () {
  const nodes = Array.from({ length: size }, (_, id) => ({ id }))
  const links = edges.map(([source, target]) => ({ source, target }))
  const from = performance.now()
  const simulation = forceSimulation(nodes).stop()
    .force('link', forceLink(links)).force('charge', forceManyBody()).force('center', forceCenter())
  simulation.tick(300)
  return [performance.now() - from, nodes.map(({ x, y }) => [x, y])]
}

// fCoSE runs with its own settings, without a window and without animation.
function fCoSE () {
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...Array.from({ length: size }, (_, id) => ({ data: { id: `n${id}` } })),
      ...edges.map(([source, target]) => ({ data: { source: `n${source}`, target: `n${target}` } }))
    ]
  })
  const from = performance.now()
  graph.layout({ name: 'fcose', animate: false }).run()
  const took = performance.now() - from
  const found = Array.from({ length: size }, (_, id) => graph.getElementById(`n${id}`).position()).map(({ x, y }) => [x, y])
  graph.destroy() // it would keep the program running
  return [took, found]
}

let places
for (let run = 0; run < Number(runs); run++) {
  const [took, found] = { 'd3-force': d3Force, fcose: fCoSE }[program]()
  console.log(took)
  places = found
}
places.forEach(([x, y], id) => console.log(id, x, y))
