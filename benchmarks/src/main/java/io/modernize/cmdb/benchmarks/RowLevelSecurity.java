package io.modernize.cmdb.benchmarks;

/**
 * What row-level security adds to the server's work: planning and execution of the same statement, medians in
 * milliseconds as {@code explain analyze} tells them.
 *
 * @param withoutPolicies as superuser
 * @param withPolicies as the application's login inside its tenant transaction
 */
record RowLevelSecurity(Band band, Selectivity selectivity, double withoutPolicies, double withPolicies) {}
