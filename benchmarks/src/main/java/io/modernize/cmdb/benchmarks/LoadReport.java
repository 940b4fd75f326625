package io.modernize.cmdb.benchmarks;

/**
 * The time and space of filling a system.
 *
 * @param system the contestant's name
 * @param copySeconds the time of loading by COPY, with the keys and other indexes that the table has then
 * @param indexSeconds the time of building the indexes of vector searches, after the load
 * @param tableBytes tables with TOAST and maps
 * @param vectorIndexBytes indexes that were built for vector searches
 * @param otherIndexBytes all other indexes
 */
record LoadReport(
        String system,
        double copySeconds,
        double indexSeconds,
        long tableBytes,
        long vectorIndexBytes,
        long otherIndexBytes) {

    long bytes() {
        return tableBytes + vectorIndexBytes + otherIndexBytes;
    }
}
