// Counts the elementary circuits of a graph with Boost's hawick_circuits.
// Usage: hawick FILE, which holds "companies flows" and then one "payer payee" a line.
// Prints the number of circuits and the milliseconds of the fastest run, or of processor time on average where
// that is less: other work on the machine stretches long runs.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/hawick_circuits.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>

struct Counter {
  long* count;
  template <typename Path, typename Graph>
  void cycle(Path const&, Graph const&) { ++*count; }
};

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  int companies, flows, payer, payee;
  file >> companies >> flows;
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Graph graph(companies);
  while (file >> payer >> payee) boost::add_edge(payer, payee, graph);
  double best = 1e300;
  long count = 0, runs = 0;
  std::clock_t began = std::clock();
  for (; runs < 3 || std::clock() - began < 2 * CLOCKS_PER_SEC; runs++) {
    count = 0;
    auto start = std::chrono::steady_clock::now();
    boost::hawick_circuits(graph, Counter{&count});
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  best = std::min(best, 1000.0 * (std::clock() - began) / CLOCKS_PER_SEC / runs);
  std::printf("%ld %.6f\n", count, best);
}
