// Counts the elementary circuits of a graph with Boost's hawick_circuits.
// Usage: hawick FILE, which holds "companies flows" and then one "payer payee" a line.
// Prints the number of circuits and the milliseconds of the fastest run of several.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/hawick_circuits.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
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
  double best = 1e300, spent = 0;
  long count = 0;
  for (int run = 0; run < 3 || (spent < 1000 && run < 1000); run++) {
    count = 0;
    auto start = std::chrono::steady_clock::now();
    boost::hawick_circuits(graph, Counter{&count});
    double took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    best = std::min(best, took);
    spent += took;
    if (spent > 20000) break;
  }
  std::printf("%ld %.6f\n", count, best);
}
