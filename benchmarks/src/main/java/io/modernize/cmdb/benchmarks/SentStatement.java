package io.modernize.cmdb.benchmarks;

import java.util.List;

/**
 * A statement that the service has sent.
 *
 * @param sql the text, which may contain several statements, separated by semicolons
 * @param parameters in the order in which they were set
 */
record SentStatement(String sql, List<SentParameter> parameters) {}
