package io.modernize.cmdb.benchmarks;

import java.util.List;

/**
 * Everything that was measured in one workload; lists are empty where something does not belong to it.
 *
 * @param kind which of the workloads, the same in quick and full runs
 */
record WorkloadReport(
        WorkloadKind kind,
        int rows,
        int dimensions,
        int clients,
        int topK,
        List<LoadReport> loads,
        List<Measurement> searches,
        List<RowLevelSecurity> rowLevelSecurity,
        List<WriteMeasurement> writes,
        List<MixedMeasurement> mixed) {
    /** What was measured of that system. */
    List<Measurement> searchesBy(String system) {
        return searches.stream()
                .filter(measurement -> measurement.system().equals(system))
                .toList();
    }
}
