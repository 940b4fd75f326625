package io.modernize.cmdb.similarity.search;

/**
 * The costs of the steps of a search on the database server, in microseconds, as linear functions of the dimensions.
 * Only their ratios matter. They were measured with everything in memory by {@code scripts/benchmark --workload
 * calibrate}. If many clients share a table that exceeds the processor's caches, reading a scattered vector costs half
 * as much again, and {@link #MEASURED} includes this.
 *
 * @param exactRow to read a vector by a scan and compare it
 * @param codeRow to compare a binary code in an index-only scan
 * @param lookUp to find a vector by its key, on top of comparing it
 * @param graphVisit for each entry of the dynamic candidate list of an HNSW scan
 */
public record SearchCosts(Linear exactRow, Linear codeRow, Linear lookUp, Linear graphVisit) {
    public static final SearchCosts MEASURED =
            new SearchCosts(new Linear(1.0, 0.0009), new Linear(0.2, 0), new Linear(1.5, 0), new Linear(5.1, 0.0048));

    /** The function {@code base + perDimension * dimensions}. */
    public record Linear(double base, double perDimension) {
        double at(int dimensions) {
            return base + perDimension * dimensions;
        }
    }

    double exact(int dimensions, long candidates) {
        return candidates * exactRow.at(dimensions);
    }

    double quantised(int dimensions, long candidates, int rerankCount) {
        return candidates * codeRow.at(dimensions)
                + Math.min(candidates, rerankCount) * (lookUp.at(dimensions) + exactRow.at(dimensions));
    }

    /** @param visits entries that the scan has to pass until it has enough hits */
    double approximate(int dimensions, double visits) {
        return visits * graphVisit.at(dimensions);
    }
}
