package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Straight at the database as the application's login, past all code of the application: every tenant table of the
 * catalogue, every operation, two clients, with and without a context. A new table is covered by being there; without
 * rows for it in {@link #seed} the tests fail.
 */
public class TenantIsolationIT {
    private static final UUID NORTHWIND = UUID.randomUUID();
    private static final UUID HARBOR = UUID.randomUUID();
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String BY_POLICY = "row-level security";
    private static final String BY_GRANT = "permission denied";

    /** What is asked of the catalogue, and rows as they were seeded: what tests change they roll back. */
    private static final Map<String, List<String>> KNOWN = new HashMap<>();

    private static TestDatabase database;
    private static DataSource applicationLogin;
    private static DataSource ownerLogin;
    private static Connection admin;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestDatabase.shared().createMigrated();
        applicationLogin = KeptLogins.kept(database.applicationDataSource());
        ownerLogin = KeptLogins.kept(database.ownerDataSource());
        admin = database.adminDataSource().getConnection();
        execute(admin, """
            insert into embedding_spaces (id, provider, model, dimensions, distance, template_version, active)
            values ('00000000-0000-0000-0000-000000000001', 'test', 'test', 3, 'COSINE', 1, true)
            """);
        execute(admin, "call create_embedding_partitions('00000000-0000-0000-0000-000000000001')");
        seed(admin, NORTHWIND, "northwind", "e");
        seed(admin, HARBOR, "harbor", "e");
    }

    @AfterAll
    static void close() throws SQLException {
        admin.close();
    }

    /**
     * At least one row in every tenant table: of a new engagement, and of the client account where it has none yet. Also
     * for other tests that have to cover every table.
     */
    public static void seed(Connection admin, UUID client, String slug, String engagementSlug) throws SQLException {
        UUID engagement = UUID.randomUUID();
        UUID membership = UUID.randomUUID();
        UUID parent = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        UUID assetImport = UUID.randomUUID();
        for (String statement : """
            insert into client_accounts (id, slug, name) values ('%1$s', '%2$s', '%2$s')
                on conflict do nothing;
            insert into engagements (client_account_id, id, slug, name) values ('%1$s', '%3$s', '%8$s', '%8$s');
            insert into memberships (client_account_id, id, directory_tenant_id, object_id, role, all_engagements)
                values ('%1$s', '%4$s', gen_random_uuid(), gen_random_uuid(), 'ANALYST', false);
            insert into membership_engagements (client_account_id, membership_id, engagement_id)
                values ('%1$s', '%4$s', '%3$s');
            insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                    description, asset_tag, content_hash, row_hash)
                values ('%1$s', '%5$s', '%3$s', 's', 'parent', 'p', 'common', '%2$s-host-4711', sha256('c'),
                        sha256('r')),
                    ('%1$s', '%6$s', '%3$s', 's', 'child', 'c', 'common', '%2$s-host-4711', sha256('c'), sha256('r'));
            insert into cmdb_asset_relations
                    (client_account_id, engagement_id, parent_asset_id, child_asset_id, relation_type)
                values ('%1$s', '%3$s', '%5$s', '%6$s', 'Runs on::Runs');
            insert into asset_imports (client_account_id, id, engagement_id, file_name, file_hash, format, total_rows)
                values ('%1$s', '%7$s', '%3$s', 'f', sha256('f'), 'x', 1);
            insert into asset_import_keys (client_account_id, import_id, source_system, external_key, line)
                values ('%1$s', '%7$s', 's', 'parent', 2);
            insert into asset_import_rejections (client_account_id, import_id, line, position, reason)
                values ('%1$s', '%7$s', 3, 1, 'wrong');
            insert into cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id,
                    dimensions, embedding, content_hash)
                values ('%1$s', '%3$s', '%5$s', '00000000-0000-0000-0000-000000000001', 3, '[1,2,3]', sha256('c'));
            insert into vector_indexes (client_account_id, embedding_space_id, ef_search, rerank_count)
                values ('%1$s', '00000000-0000-0000-0000-000000000001', 100, 400)
                on conflict do nothing;
            insert into recall_audits (client_account_id, id, embedding_space_id, audited_at, strategy, total_rows,
                    queries, top_k, recall, target_recall, exact_p50_micros, plan_p50_micros, plan_p95_micros)
                values ('%1$s', '%5$s', '00000000-0000-0000-0000-000000000001', now(), 'QUANTISED', 1, 1, 10, 1, 0.99,
                    1, 1, 1);
            insert into duplicate_scans (client_account_id, engagement_id, phase, total_assets, started_at)
                values ('%1$s', '%3$s', 'PAIRS', 2, now());
            insert into duplicate_keys (client_account_id, engagement_id, kind, value, asset_id)
                values ('%1$s', '%3$s', 'SERIAL_NUMBER', 'ABC123', '%5$s');
            insert into duplicate_pairs (client_account_id, engagement_id, first_asset_id, second_asset_id,
                    first_content_hash, second_content_hash, score)
                values ('%1$s', '%3$s', '%5$s', '%6$s', sha256('c'), sha256('c'), 0.9);
            insert into duplicate_groups (client_account_id, id, engagement_id, score, serial_numbers, addresses,
                    found_at)
                values ('%1$s', '%7$s', '%3$s', 0.9, '{ABC123}', '{}', now());
            insert into duplicate_group_members (client_account_id, engagement_id, group_id, asset_id, content_hash)
                values ('%1$s', '%3$s', '%7$s', '%5$s', sha256('c'));
            insert into duplicate_dismissals (client_account_id, engagement_id, group_id, fingerprint,
                    directory_tenant_id, object_id, dismissed_at)
                values ('%1$s', '%3$s', '%7$s', sha256('f'), '%4$s', '%4$s', now());
            insert into embedding_refusals (client_account_id, engagement_id, asset_id, embedding_space_id,
                    content_hash, reason)
                values ('%1$s', '%3$s', '%6$s', '00000000-0000-0000-0000-000000000001', sha256('c'), 'refused');
            insert into embedding_usage (client_account_id, day, provider, model, tokens, documents, calls, cost)
                values ('%1$s', current_date, 'test', 'test', 1, 1, 1, 0)
                on conflict do nothing;
            insert into embedding_space_uses (client_account_id, embedding_space_id, active)
                values ('%1$s', '00000000-0000-0000-0000-000000000001', true)
                on conflict do nothing;
            insert into space_comparisons (client_account_id, id, from_space_id, to_space_id, compared_at, samples,
                    minimum_overlap, judged_queries, tolerated_loss, due, passed)
                values ('%1$s', gen_random_uuid(), '00000000-0000-0000-0000-000000000001',
                    '00000000-0000-0000-0000-000000000001', now(), 0, 0, 0, 0, 0, true);
            insert into audit_events (client_account_id, id, occurred_at, action, actor_kind, outcome)
                values ('%1$s', gen_random_uuid(), now(), 'START_AUDIT', 'SERVICE', 'DONE');
            insert into job_runs (client_account_id, id, engagement_id, kind, status, requested_by)
                values ('%1$s', '%7$s', '%3$s', 'EMBEDDING', 'QUEUED', 'somebody');
            insert into import_uploads (client_account_id, id, engagement_id, file_name)
                values ('%1$s', '%7$s', '%3$s', 'servers.csv');
            insert into import_upload_parts (client_account_id, upload_id, position, content)
                values ('%1$s', '%7$s', 0, 'name')
            """.formatted(
                        client, slug, engagement, membership, parent, child, assetImport, engagementSlug)
                .split(";")) {
            execute(admin, statement);
        }
    }

    /** A table, the column that says whose a row is, a client and the other one. */
    static Stream<Arguments> tablesAndClients() throws SQLException {
        List<Arguments> arguments = new ArrayList<>();
        for (String table : tenantTables()) {
            String column = table.equals("client_accounts") ? "id" : "client_account_id";
            arguments.add(Arguments.of(table, column, NORTHWIND, HARBOR));
            arguments.add(Arguments.of(table, column, HARBOR, NORTHWIND));
        }
        return arguments.stream();
    }

    private static Set<String> tenantTables() throws SQLException {
        return new TreeSet<>(known("""
            select distinct table_name from information_schema.columns
            where table_schema = 'public' and (column_name = 'client_account_id' or table_name = 'client_accounts')
              -- Rows of a partition are reached through its table.
              and not (select relispartition from pg_class where oid = table_name::regclass)
            """));
    }

    @Test
    void knowsTheTenantTables() throws SQLException {
        assertThat(tenantTables())
                .contains(
                        "client_accounts",
                        "engagements",
                        "memberships",
                        "membership_engagements",
                        "cmdb_assets",
                        "cmdb_asset_relations",
                        "cmdb_asset_embeddings",
                        "cmdb_asset_texts",
                        "asset_imports",
                        "asset_import_keys",
                        "asset_import_rejections",
                        "vector_indexes",
                        "recall_audits",
                        "duplicate_scans",
                        "duplicate_keys",
                        "duplicate_pairs",
                        "duplicate_groups",
                        "duplicate_group_members",
                        "duplicate_dismissals",
                        "embedding_refusals",
                        "embedding_usage",
                        "audit_events");
    }

    @Test
    void opensNoPartitionToTheApplication() throws SQLException {
        assertThat(texts(admin, "select relname from pg_class where relispartition and relkind = 'r'"))
                .hasSizeGreaterThanOrEqualTo(16);
        try (Connection connection = application(NORTHWIND)) {
            assertThat(texts(connection, """
                select relname from pg_class
                where relispartition and relkind = 'r'
                  and has_table_privilege(oid, 'select, insert, update, delete, truncate, references, trigger')
                """)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void holdsRowsOfBothClients(String table, String column, UUID client, UUID other) throws SQLException {
        assertThat(count(admin, table, column, client))
                .as("rows of %s: seed some, or these tests prove nothing", table)
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void showsAClientItsRowsAndNoOthers(String table, String column, UUID client, UUID other) throws SQLException {
        try (Connection connection = application(client)) {
            assertThat(count(connection, table, column, client)).isPositive();
            assertThat(count(connection, table, column, other)).isZero();
            assertThat(number(connection, "select count(*) from " + table))
                    .isEqualTo(count(connection, table, column, client));
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void changesAndDeletesRowsOfTheContextOnly(String table, String column, UUID client, UUID other)
            throws SQLException {
        boolean granted = isGranted(table, "update");
        assertThat(isGranted(table, "delete")).isEqualTo(granted);
        for (String statement :
                List.of("update %1$s set %2$s = %2$s where %2$s = '%3$s'", "delete from %1$s where %2$s = '%3$s'")) {
            try (Connection connection = application(client)) {
                String foreign = statement.formatted(table, column, other);
                if (granted) {
                    assertThat(update(connection, foreign)).isZero();
                    assertThat(update(connection, statement.formatted(table, column, client)))
                            .as("its own")
                            .isPositive();
                } else {
                    isRefused(connection, foreign, INSUFFICIENT_PRIVILEGE, BY_GRANT);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void changesAndDeletesNoForeignRowEvenWithoutACondition(String table, String column, UUID client, UUID other)
            throws SQLException {
        if (!isGranted(table, "delete")) {
            try (Connection connection = application(client)) {
                isRefused(connection, "delete from " + table, INSUFFICIENT_PRIVILEGE, BY_GRANT);
            }
            return;
        }
        try (Connection connection = application(client)) {
            long own = number(connection, "select count(*) from " + table);
            assertThat(update(connection, "update %1$s set %2$s = %2$s".formatted(table, column)))
                    .isEqualTo(own);
            assertThat(update(connection, "delete from " + table)).isEqualTo(own);
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void refusesToInsertARowOfAnotherClient(String table, String column, UUID client, UUID other) throws SQLException {
        String foreign = insert(table, row(table, column, other), null);
        // What was stored before is in the way of its own copy, and cannot be deleted where rows are only added.
        String own = insert(
                table,
                row(table, column, client),
                isGranted(table, "delete")
                        ? null
                        : "{\"id\": \"%s\", \"slug\": \"another\"}".formatted(UUID.randomUUID()));
        try (Connection connection = application(client)) {
            isRefused(connection, foreign, INSUFFICIENT_PRIVILEGE, isGranted(table, "insert") ? BY_POLICY : BY_GRANT);
        }
        if (isGranted(table, "insert")) {
            try (Connection connection = application(client)) {
                if (isGranted(table, "delete")) {
                    update(connection, "delete from " + table);
                }
                assertThat(update(connection, own)).as("its own").isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void refusesToGiveARowToAnotherClient(String table, String column, UUID client, UUID other) throws SQLException {
        try (Connection connection = application(client)) {
            isRefused(
                    connection,
                    "update %1$s set %2$s = '%3$s' where %2$s = '%4$s'".formatted(table, column, other, client),
                    INSUFFICIENT_PRIVILEGE,
                    isGranted(table, "update") ? BY_POLICY : BY_GRANT);
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void showsNothingWithoutAContext(String table, String column, UUID client, UUID other) throws SQLException {
        try (Connection never = connection(database.applicationDataSource(), null)) {
            isClosed(never, table, column, client);
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void showsNothingOnAConnectionWhoseContextHasEnded(String table, String column, UUID client, UUID other)
            throws SQLException {
        try (Connection pooled = application(client)) {
            assertThat(count(pooled, table, column, client)).isPositive();
            pooled.commit();
            isClosed(pooled, table, column, client);
        }
        try (Connection rolledBack = application(client)) {
            assertThat(count(rolledBack, table, column, client)).isPositive();
            rolledBack.rollback();
            isClosed(rolledBack, table, column, client);
        }
    }

    private static void isClosed(Connection connection, String table, String column, UUID client) throws SQLException {
        assertThat(number(connection, "select count(*) from " + table)).isZero();
        if (isGranted(table, "delete")) {
            assertThat(update(connection, "update %1$s set %2$s = %2$s".formatted(table, column)))
                    .isZero();
            assertThat(update(connection, "delete from " + table)).isZero();
            isRefused(connection, insert(table, row(table, column, client), null), INSUFFICIENT_PRIVILEGE, BY_POLICY);
        }
    }

    /** A foreign key of a tenant table to another: its columns but the tenant's, and what they refer to. */
    record Reference(String table, String name, String foreignTable, String columns, String foreignColumns) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> referencesAndClients() throws SQLException {
        List<Arguments> arguments = new ArrayList<>();
        try (Statement statement = admin.createStatement();
                ResultSet keys = statement.executeQuery("""
                    select c.conrelid::regclass::text as source, c.conname, c.confrelid::regclass::text as target,
                        string_agg(a.attname, ',' order by k.n) filter (where a.attname <> 'client_account_id') as cols,
                        string_agg(f.attname, ',' order by k.n)
                            filter (where a.attname <> 'client_account_id') as refs,
                        bool_or(a.attname = 'client_account_id'
                            and f.attname in ('client_account_id',
                                case when c.confrelid = 'client_accounts'::regclass then 'id' end)) as bound
                    from pg_constraint c
                    cross join unnest(c.conkey, c.confkey) with ordinality as k (att, ref, n)
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.att
                    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.ref
                    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                      and not (select relispartition from pg_class where oid = c.conrelid)
                      and exists (select 1 from pg_attribute t where t.attrelid = c.confrelid
                          and (t.attname = 'client_account_id' or c.confrelid = 'client_accounts'::regclass))
                    group by c.oid, c.conrelid, c.conname, c.confrelid
                    """)) {
            while (keys.next()) {
                assertThat(keys.getBoolean("bound"))
                        .as("foreign key %s carries the client account", keys.getString("conname"))
                        .isTrue();
                if (keys.getString("cols") != null) {
                    Reference reference = new Reference(
                            keys.getString("source"),
                            keys.getString("conname"),
                            keys.getString("target"),
                            keys.getString("cols"),
                            keys.getString("refs"));
                    arguments.add(Arguments.of(reference, NORTHWIND, HARBOR));
                    arguments.add(Arguments.of(reference, HARBOR, NORTHWIND));
                }
            }
        }
        assertThat(arguments).hasSizeGreaterThanOrEqualTo(16);
        return arguments.stream();
    }

    @ParameterizedTest
    @MethodSource("referencesAndClients")
    void refusesAReferenceToAnotherClientsRow(Reference reference, UUID client, UUID other) throws SQLException {
        String own = row(reference.table(), "client_account_id", client);
        String foreignTarget = row(reference.foreignTable(), "client_account_id", other);
        // As the owner where the application may not write at all: keys bind whoever writes.
        boolean granted = isGranted(reference.table(), "insert");
        try (Connection connection = granted ? application(client) : connection(ownerLogin, client)) {
            update(connection, "delete from " + reference.table());
            isRefused(
                    connection,
                    insert(reference.table(), own, forged(reference, foreignTarget)),
                    FOREIGN_KEY_VIOLATION,
                    reference.name());
        }
    }

    /** JSON of the referring columns with the values of the foreign row. */
    private static String forged(Reference reference, String foreignTarget) throws SQLException {
        String[] columns = reference.columns().split(",");
        String[] foreignColumns = reference.foreignColumns().split(",");
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns.length > 1 && columns[i].equals("engagement_id")) {
                // Its own engagement: the other column alone has to be refused.
                continue;
            }
            pairs.add("'" + columns[i] + "', target -> '" + foreignColumns[i] + "'");
        }
        return texts(
                        admin,
                        "select jsonb_build_object(" + String.join(", ", pairs) + ") from (select '"
                                + foreignTarget.replace("'", "''") + "'::jsonb as target) t")
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void refusesToTruncate(String table, String column, UUID client, UUID other) throws SQLException {
        try (Connection connection = application(client)) {
            isRefused(connection, "truncate " + table + " cascade", INSUFFICIENT_PRIVILEGE, BY_GRANT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id integer)",
                "create temporary table mine (id integer)",
                "create schema mine",
                "create function mine() returns integer language sql as 'select 1'",
                "create view mine as select * from cmdb_assets",
                "create index mine on cmdb_assets (name)",
                "alter table cmdb_assets disable row level security",
                "alter table cmdb_assets no force row level security",
                "alter table cmdb_assets add column mine integer",
                "drop policy tenant on cmdb_assets",
                "create policy mine on cmdb_assets using (true)",
                "drop table cmdb_assets",
                "create trigger mine before insert on cmdb_assets execute function tsvector_update_trigger()",
                "create role mine",
                "alter role current_user bypassrls",
                "set role ${owner}",
                "set session authorization ${owner}",
                "grant ${owner} to current_user",
                "set session_replication_role = replica"
            })
    void refusesToChangeTheSchemaOrTheRole(String statement) throws SQLException {
        try (Connection connection = application(NORTHWIND)) {
            isRefused(connection, statement.replace("${owner}", database.ownerUser()), INSUFFICIENT_PRIVILEGE, "");
        }
    }

    @Test
    void doesNotSwitchRowLevelSecurityOff() throws SQLException {
        try (Connection connection = application(NORTHWIND)) {
            update(connection, "set local row_security = off");
            isRefused(connection, "select * from cmdb_assets", INSUFFICIENT_PRIVILEGE, BY_POLICY);
        }
    }

    @Test
    void ownerIsSubjectToThePoliciesOfWhatClientsStore() throws SQLException {
        try (Connection connection = connection(ownerLogin, null)) {
            assertThat(number(connection, "select count(*) from cmdb_assets")).isZero();
            assertThat(number(connection, "select count(*) from cmdb_asset_embeddings"))
                    .isZero();
        }
    }

    /** Of a client: by its words, its identifiers and its engagements, those of whoever asks too. */
    private static List<String> search(@Nullable UUID context, String text, @Nullable UUID engagementsOf)
            throws SQLException {
        String engagements = "null";
        if (engagementsOf != null) {
            engagements = known("select quote_literal(array_agg(id)) || '::uuid[]' from engagements"
                            + " where client_account_id = '" + engagementsOf + "'")
                    .getFirst();
        }
        try (Connection connection = application(context)) {
            return texts(
                    connection,
                    "select asset_id from search_asset_texts(query_text => '" + text
                            + "', depth => 100, engagements => " + engagements + ")");
        }
    }

    /** Past all policies. */
    private static List<String> assetIds(UUID client) throws SQLException {
        return texts(admin, "select id from cmdb_assets where client_account_id = '" + client + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "common",
                "common northwind harbor",
                "northwind-host-4711",
                "harbor-host-4711",
                "harbor-hots-4711"
            })
    void findsByWordsInsideTheContextOnly(String text) throws SQLException {
        assertThat(search(null, text, null)).isEmpty();
        assertThat(search(null, text, HARBOR)).isEmpty();
        for (UUID client : List.of(NORTHWIND, HARBOR)) {
            UUID other = client.equals(NORTHWIND) ? HARBOR : NORTHWIND;
            assertThat(search(client, text, other)).isEmpty();
            assertThat(search(client, text, null)).isSubsetOf(assetIds(client));
            assertThat(search(client, text, client)).isEqualTo(search(client, text, null));
        }
        assertThat(search(UUID.randomUUID(), text, null)).isEmpty();
    }

    @Test
    void findsByWordsWhatTheContextHas() throws SQLException {
        assertThat(search(NORTHWIND, "common", null)).hasSize(2);
        assertThat(search(NORTHWIND, "northwind-host-4711", null)).hasSize(2);
        assertThat(search(HARBOR, "harbor-host-4711", HARBOR)).hasSize(2);
        assertThat(search(HARBOR, "northwind", null)).isEmpty();
    }

    @Test
    void endsTheSearchByWordsWithTheContext() throws SQLException {
        try (Connection pooled = application(NORTHWIND)) {
            String search = "select asset_id from search_asset_texts(query_text => 'common', depth => 100)";
            assertThat(texts(pooled, search)).hasSize(2);
            pooled.commit();
            assertThat(texts(pooled, search)).isEmpty();
            update(pooled, "set local app.client_account_id = '" + HARBOR + "'");
            assertThat(texts(pooled, search)).hasSize(2).isSubsetOf(assetIds(HARBOR));
        }
    }

    @ParameterizedTest
    @MethodSource("tablesAndClients")
    void forcesRowLevelSecurityWithBothClauses(String table, String column, UUID client, UUID other)
            throws SQLException {
        assertThat(number(
                        admin,
                        "select count(*) from pg_class where oid = '" + table
                                + "'::regclass and relrowsecurity and relforcerowsecurity"))
                .isEqualTo(1);
        assertThat(number(
                        admin,
                        "select count(*) from pg_policies where tablename = '" + table
                                + "' and cmd = 'ALL' and permissive = 'PERMISSIVE' and qual like '%(" + column
                                + " = %'"
                                + " and with_check = qual and qual like '%app.client_account_id%'"))
                .isEqualTo(1);
        assertThat(texts(
                        admin,
                        "select policyname from pg_policies where tablename = '" + table
                                + "' and roles && array['public', '" + database.applicationUser() + "']::name[]"))
                .isSubsetOf("tenant", "own_identity");
    }

    private static Connection application(@Nullable UUID client) throws SQLException {
        return connection(applicationLogin, client);
    }

    /** With an open transaction; closing it rolls back. */
    private static Connection connection(DataSource login, @Nullable UUID client) throws SQLException {
        Connection connection = login.getConnection();
        connection.setAutoCommit(false);
        if (client != null) {
            update(connection, "set local app.client_account_id = '" + client + "'");
        }
        return connection;
    }

    private static boolean isGranted(String table, String privilege) throws SQLException {
        return known("select has_table_privilege('" + database.applicationUser() + "', '" + table + "', '" + privilege
                        + "')")
                .equals(List.of("t"));
    }

    /** A row of the client as JSON, read past all policies. */
    private static String row(String table, String column, UUID client) throws SQLException {
        String tenantColumn = table.equals("client_accounts") ? "id" : column;
        return known("select to_jsonb(t) from " + table + " t where " + tenantColumn + " = '" + client
                        + "' order by t::text limit 1")
                .getFirst();
    }

    private static String insert(String table, String row, @Nullable String changes) throws SQLException {
        String json = "'" + row.replace("'", "''") + "'::jsonb";
        String changed = changes == null ? json : json + " || '" + changes.replace("'", "''") + "'::jsonb";
        String columns = writableColumns(table);
        return "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, %3$s)"
                .formatted(table, columns, changed);
    }

    private static String writableColumns(String table) throws SQLException {
        return known("select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")
                .getFirst();
    }

    /** What does not change while these tests run, asked past all policies, once. */
    private static List<String> known(String sql) throws SQLException {
        List<String> known = KNOWN.get(sql);
        if (known == null) {
            known = texts(admin, sql);
            KNOWN.put(sql, known);
        }
        return known;
    }

    private static void isRefused(Connection connection, String sql, String state, String reason) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            connection.rollback(before);
            assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(state);
            assertThat(refused.getMessage()).contains(reason);
            return;
        }
        throw new AssertionError("not refused: " + sql);
    }

    private static long count(Connection connection, String table, String column, UUID client) throws SQLException {
        return number(connection, "select count(*) from %s where %s = '%s'".formatted(table, column, client));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).getFirst());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
