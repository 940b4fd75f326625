package io.modernize.cmdb.benchmarks;

/**
 * A promise with the figure that was measured for it.
 *
 * @param promise the condition that has to hold
 * @param measured the figure that decides, with its place
 */
record Bar(String workload, String promise, String measured, boolean passed) {
    static Bar of(WorkloadReport report, String promise, String measured, boolean passed) {
        return new Bar(report.kind().label(), promise, measured, passed);
    }
}
