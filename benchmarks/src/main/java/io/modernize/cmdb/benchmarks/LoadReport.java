package io.modernize.cmdb.benchmarks;

/**
 * What it took to fill a system.
 *
 * @param system the contestant's name
 * @param copySeconds loading by COPY, with what keys and other indexes the table has then
 * @param indexSeconds building what serves vector searches, after the load
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
