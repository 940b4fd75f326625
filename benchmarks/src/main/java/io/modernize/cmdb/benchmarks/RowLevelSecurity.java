package io.modernize.cmdb.benchmarks;

/**
 * The cost of row-level security in the server: planning and execution of the same statement, as medians in
 * milliseconds of {@code explain analyze}.
 *
 * @param withoutPolicies the time as superuser
 * @param withPolicies the time as the application's login inside its tenant transaction
 */
record RowLevelSecurity(Band band, Selectivity selectivity, double withoutPolicies, double withPolicies) {}
