package io.modernize.cmdb.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * A whole run.
 *
 * @param environment machine, versions and settings, in the order to print them
 */
record RunReport(
        boolean quick,
        Map<String, String> environment,
        List<WorkloadReport> workloads,
        List<Bar> bars,
        double seconds) {}
