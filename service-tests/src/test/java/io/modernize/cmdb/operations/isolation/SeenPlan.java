package io.modernize.cmdb.operations.isolation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A statement as PostgreSQL planned and ran it.
 *
 * @param login the database login that sent it
 * @param tenant the client account that the transaction was bound to at that moment; null for none
 * @param sql its text, or that of a function's statement
 * @param plan as {@code EXPLAIN (VERBOSE, FORMAT JSON)} prints it
 */
record SeenPlan(String login, @Nullable String tenant, String sql, JsonNode plan) {}
