package io.modernize.cmdb.benchmarks;

import java.util.List;

/**
 * All figures of one workload. A list is empty if the workload does not measure it.
 *
 * @param kind the workload, the same in quick and full runs
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
    /** The figures of that system. */
    List<Measurement> searchesBy(String system) {
        return searches.stream()
                .filter(measurement -> measurement.system().equals(system))
                .toList();
    }
}
