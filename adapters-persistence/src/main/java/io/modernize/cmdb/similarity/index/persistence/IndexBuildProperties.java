package io.modernize.cmdb.similarity.index.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The resources of the database server that a build of an index may use.
 *
 * @param maintenanceMemoryMb {@code maintenance_work_mem} in MiB; a graph that does not fit takes several times as long
 * @param parallelWorkers {@code max_parallel_maintenance_workers}: the processes beside the one that builds
 */
@ConfigurationProperties("cmdb.search.index")
record IndexBuildProperties(
        @DefaultValue("512") int maintenanceMemoryMb,
        @DefaultValue("2") int parallelWorkers) {
    IndexBuildProperties {
        if (maintenanceMemoryMb < 1 || maintenanceMemoryMb > 1 << 20) {
            throw new IllegalArgumentException(
                    "cmdb.search.index.maintenance-memory-mb is 1 to 1048576: " + maintenanceMemoryMb);
        }
        if (parallelWorkers < 0 || parallelWorkers > 64) {
            throw new IllegalArgumentException("cmdb.search.index.parallel-workers is 0 to 64: " + parallelWorkers);
        }
    }
}
