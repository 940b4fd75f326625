package io.modernize.cmdb.operations.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a statement names the tenant of every row that it reads, by its own text and not by row-level security alone.
 *
 * <p>The planner tells them apart. A policy's condition compares with a parameter, {@code client_account_id = $0}, which
 * stands for the session's setting. Where the statement compares as well, the planner knows all three for equal and has
 * the scan compare with the statement's constant, {@code client_account_id = '…'::uuid}. So each scan of a table of
 * client accounts has to show that constant, or the column of another table that is scanned that way; and the constant
 * has to be the tenant of the transaction.
 *
 * <p>Three kinds of scans are told by other means: of an index that holds one client account only; of a trigger's
 * statement, which begins with the rows of the statement that fired it and has to join by the client account; and of
 * memberships by the caller's identity, as a policy of its own has them.
 */
final class TenantPredicates {
    private static final List<String> CONDITIONS =
            List.of("Index Cond", "Filter", "Recheck Cond", "Hash Cond", "Merge Cond", "Join Filter", "TID Cond");
    private static final String UUID = "'([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'::uuid";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern BY_IDENTITY =
            Pattern.compile("directory_tenant_id = \\$\\d+\\) AND \\(\\w+\\.object_id = \\$\\d+");

    private final Map<String, String> columnByTable;
    private final Map<String, String> tenantByIndex;

    /**
     * @param columnByTable the column that names the client account, of each table and partition that has one
     * @param tenantByIndex the client account of each index that holds rows of no other: a scan of it needs, and shows,
     *     no condition
     */
    TenantPredicates(Map<String, String> columnByTable, Map<String, String> tenantByIndex) {
        this.columnByTable = Map.copyOf(columnByTable);
        this.tenantByIndex = Map.copyOf(tenantByIndex);
    }

    /** What is wrong with it, each fault in words; empty where nothing is, or where it reads no such table. */
    List<String> faultsOf(SeenPlan seen) {
        List<String> faults = new ArrayList<>();
        inspect(seen, seen.plan(), List.of(), faults);
        return faults;
    }

    /** The tables of client accounts that it reads or writes. */
    Set<String> tablesOf(SeenPlan seen) {
        Set<String> tables = new TreeSet<>();
        collectTables(seen.plan(), tables);
        return tables;
    }

    /** Those that are not among the given ones; of a partitioned one, one partition is enough. */
    Set<String> untouched(Set<String> tables) {
        return columnByTable.keySet().stream()
                .filter(table ->
                        tables.stream().noneMatch(touched -> stem(touched).equals(stem(table))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a text names one of the tables. */
    boolean names(String sql) {
        return WORD.matcher(sql).results().map(MatchResult::group).anyMatch(columnByTable::containsKey);
    }

    private static String stem(String table) {
        return table.replaceFirst("_[0-9a-f]{32}(_\\d+)?$", "");
    }

    private void collectTables(JsonNode node, Set<String> tables) {
        String table = node.path("Relation Name").asString("");
        if (columnByTable.containsKey(table)) {
            tables.add(table);
        }
        node.path("Plans").forEach(child -> collectTables(child, tables));
    }

    /** @param joins conditions of the joins above, which a scan below them is subject to */
    private void inspect(SeenPlan seen, JsonNode node, List<String> joins, List<String> faults) {
        String table = node.path("Relation Name").asString("");
        String column = columnByTable.get(table);
        if (column != null) {
            if (seen.tenant() == null) {
                faults.add(table + " is touched outside of a tenant transaction");
            } else if (node.path("Node Type").asString().endsWith("Scan")) {
                inspectScan(seen, seen.tenant(), node, new Scan(table, column, alias(node)), joins, faults);
            }
        }
        List<String> forChildren = new ArrayList<>(joins);
        forChildren.addAll(conditions(node));
        node.path("Plans").forEach(child -> inspect(seen, child, forChildren, faults));
    }

    private void inspectScan(
            SeenPlan seen, String tenant, JsonNode node, Scan scan, List<String> joins, List<String> faults) {
        if (tenant.equals(tenantByIndex.get(node.path("Index Name").asString("")))) {
            return;
        }
        List<String> own = conditions(node);
        // A bitmap's conditions stand in its index scans.
        node.path("Plans").forEach(child -> own.addAll(conditionsBelow(child)));
        String constant = scan.constantIn(own);
        if (constant != null) {
            if (!constant.equals(tenant)) {
                faults.add(scan.table() + " is read for " + constant + " in a transaction of " + tenant);
            }
            return;
        }
        List<String> all = new ArrayList<>(own);
        all.addAll(joins);
        boolean joined = all.stream().anyMatch(scan::isJoinedIn)
                || isOfTrigger(seen.plan()) && scan.isJoinedIn(seen.sql().replaceAll("\\s+", " "));
        boolean byIdentity = scan.table().equals("memberships")
                && own.stream()
                        .anyMatch(condition -> BY_IDENTITY.matcher(condition).find());
        if (!joined && !byIdentity) {
            faults.add(scan.table() + " is read without a condition on " + scan.column() + ": " + own);
        }
    }

    private static String alias(JsonNode node) {
        return node.path("Alias").asString(node.path("Relation Name").asString());
    }

    private static boolean isOfTrigger(JsonNode node) {
        return node.path("Node Type").asString().equals("Named Tuplestore Scan")
                || node.path("Plans").valueStream().anyMatch(TenantPredicates::isOfTrigger);
    }

    private static List<String> conditionsBelow(JsonNode node) {
        List<String> conditions = new ArrayList<>();
        if (node.path("Node Type").asString().startsWith("Bitmap")) {
            conditions.addAll(conditions(node));
            node.path("Plans").forEach(child -> conditions.addAll(conditionsBelow(child)));
        }
        return conditions;
    }

    private static List<String> conditions(JsonNode node) {
        return CONDITIONS.stream()
                .map(name -> node.path(name).asString(""))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A table as one scan of a plan reads it. */
    private record Scan(String table, String column, String alias) {
        /** The constant that the column is compared with; null for none. */
        @Nullable
        String constantIn(List<String> conditions) {
            String name = "(?<![\\w.])(?:" + Pattern.quote(alias) + "\\.)?" + column;
            Pattern comparison = Pattern.compile(name + " = " + UUID + "|" + UUID + " = " + name + "\\b");
            for (String condition : conditions) {
                Matcher match = comparison.matcher(condition);
                if (match.find()) {
                    return match.group(1) == null ? match.group(2) : match.group(1);
                }
            }
            return null;
        }

        /** Whether it is joined by the client account, under its own name or, of a partition, its table's. */
        boolean isJoinedIn(String condition) {
            String name = "(?<!\\w)(?:" + Pattern.quote(alias) + "|" + Pattern.quote(alias.replaceFirst("_\\d+$", ""))
                    + ")\\." + column;
            String other = "\\w+\\.(?:client_account_id|id)\\b";
            return Pattern.compile(name + " = " + other).matcher(condition).find()
                    || Pattern.compile(other + " = " + name + "\\b")
                            .matcher(condition)
                            .find();
        }
    }
}
