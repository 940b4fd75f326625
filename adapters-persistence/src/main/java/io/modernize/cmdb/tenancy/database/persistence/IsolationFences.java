package io.modernize.cmdb.tenancy.database.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database itself whether the fences between client accounts stand, since a fence that is only believed in is
 * none: a restored dump, a careless grant or a login with one attribute too many would take it down without a sound.
 */
final class IsolationFences {
    private static final int MINIMUM_POSTGRESQL = 150_000;

    /** 0.8.2 fixed a buffer overflow in parallel HNSW builds, 0.8.3 index corruption in vacuum, 0.8.4 a vacuum error. */
    private static final String MINIMUM_PGVECTOR = "0.8.4";

    /** What row-level security does not cover (TRUNCATE), or what lets a login attach its own code (TRIGGER). */
    private static final List<String> DANGEROUS_PRIVILEGES = List.of("TRUNCATE", "REFERENCES", "TRIGGER");

    private static final String SYSTEM_SCHEMAS =
            "(select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema')\n";

    /** What can hold a tenant's rows, copies of them included, which can have no row-level security. */
    private static final String TENANT_TABLES = """
        select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c
        where c.relkind in ('r', 'p', 'm', 'f')
          and c.relnamespace not in
        """ + SYSTEM_SCHEMAS + """
          and (c.relname = 'client_accounts' or exists (
                select 1 from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'client_account_id' and not a.attisdropped))
        """;

    private final JdbcClient application;
    private final JdbcClient owner;

    IsolationFences(DataSource applicationDataSource, DataSource ownerDataSource) {
        this.application = JdbcClient.create(applicationDataSource);
        this.owner = JdbcClient.create(ownerDataSource);
    }

    /** Throws {@link IsolationFenceDownException} with every fence that is down. */
    void check() {
        List<String> faults = new ArrayList<>();
        checkVersions(faults);
        checkRole(faults);
        checkTables(faults);
        if (!faults.isEmpty()) {
            throw new IsolationFenceDownException(faults);
        }
    }

    private void checkVersions(List<String> faults) {
        int server = application
                .sql("select current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
        if (server < MINIMUM_POSTGRESQL) {
            faults.add("PostgreSQL 15 or newer is needed, this is " + server / 10_000);
        }
        String pgvector = application
                .sql("select coalesce((select extversion from pg_extension where extname = 'vector'), '0')")
                .query(String.class)
                .single();
        if (Arrays.compare(numbers(pgvector), numbers(MINIMUM_PGVECTOR)) < 0) {
            faults.add("pgvector " + MINIMUM_PGVECTOR + " or newer is needed, this is " + pgvector
                    + "; update the package, then: alter extension vector update");
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private void checkRole(List<String> faults) {
        String ownerName = owner.sql("select current_user").query(String.class).single();
        names("""
            select attribute from (
              select 'is a superuser' as attribute from pg_roles where rolname = current_user and rolsuper
              union all
              select 'has BYPASSRLS' from pg_roles where rolname = current_user and rolbypassrls
              union all
              select 'has REPLICATION' from pg_roles where rolname = current_user and rolreplication
              union all
              select 'has CREATEROLE' from pg_roles where rolname = current_user and rolcreaterole
              union all
              select 'has CREATEDB' from pg_roles where rolname = current_user and rolcreatedb
              union all
              select 'is a member of role ' || r.rolname from pg_roles r
                where r.rolname <> current_user and pg_has_role(current_user, r.oid, 'member')
              union all
              select 'owns ' || c.relname from pg_class c
                where c.relowner = (select oid from pg_roles where rolname = current_user)
                  and c.relnamespace = 'public'::regnamespace
              union all
              select 'may create objects in schema public'
                where has_schema_privilege(current_user, 'public', 'create')
            ) faults
            """).forEach(fault -> faults.add("the application's login " + fault));
        if (ownerName.equals(
                application.sql("select current_user").query(String.class).single())) {
            faults.add("the owner and the application use the same login " + ownerName);
        }
    }

    private void checkTables(List<String> faults) {
        long tables = application
                .sql("select count(*) from (" + TENANT_TABLES + ") t")
                .query(Long.class)
                .single();
        if (tables == 0) {
            faults.add("no tenant table found: was the schema migrated?");
        }
        names("select relname from (" + TENANT_TABLES
                        + ") t where not (relrowsecurity and relforcerowsecurity) order by relname")
                .forEach(table ->
                        faults.add("table " + table + " does not force row-level security; repair: alter table " + table
                                + " enable row level security, force row level security"));
        checkPolicies(faults);
        for (String privilege : DANGEROUS_PRIVILEGES) {
            names(
                            "select relname from (" + TENANT_TABLES
                                    + ") t where has_table_privilege(current_user, oid, ?) order by relname",
                            privilege)
                    .forEach(table -> faults.add("the application's login may " + privilege + " " + table
                            + ", which row-level security does not cover"));
        }
        names("""
            select name from (select to_regclass('audit_events') as oid) as log
            cross join lateral (values
                ('UPDATE', has_any_column_privilege(current_user, oid, 'update')),
                ('DELETE', has_table_privilege(current_user, oid, 'delete'))) as privileges (name, granted)
            where granted
            """)
                .forEach(privilege -> faults.add("the application's login may " + privilege
                        + " audit_events, to which it may only add; repair: revoke " + privilege
                        + " on audit_events from that login"));
        checkWaysAround(faults);
    }

    private void checkPolicies(List<String> faults) {
        // A policy without WITH CHECK uses its USING clause for both, but it has to be visible that both were meant.
        names("select relname from (" + TENANT_TABLES + """
            ) t where not exists (
              select 1 from pg_policy p
              where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
                and p.polqual is not null and p.polwithcheck is not null
                and pg_get_expr(p.polqual, p.polrelid) like '%app.client_account_id%'
                and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.client_account_id%')
            order by relname
            """)
                .forEach(table -> faults.add("table " + table
                        + " has no policy that ties both USING and WITH CHECK to app.client_account_id"));
        // Permissive policies add up, so each clause of each has to compare with the context and nothing else.
        names("select distinct t.relname || ' (policy ' || p.polname || ')' from (" + TENANT_TABLES + """
            ) t join pg_policy p on p.polrelid = t.oid
            cross join lateral (values (pg_get_expr(p.polqual, p.polrelid)),
                                       (pg_get_expr(p.polwithcheck, p.polrelid))) as policy (clause)
            where p.polpermissive
              and exists (
                select 1 from unnest(p.polroles) as grantee
                where case when grantee = 0 then true else pg_has_role(current_user, grantee, 'member') end)
              and clause is not null
              and (clause not like '%= ( SELECT %app.%' or clause ~* '\\m(or|distinct|not|is)\\M')
            order by 1
            """)
                .forEach(policy -> faults.add("table " + policy + " is open to the application whatever its context"));
    }

    /**
     * Views and functions that work with their owner's rights see what the owner sees, whatever the caller's context. One
     * function is known to take the client account from that context, and must still do so; and those by which it reads must
     * still keep to the client account that it hands them.
     */
    private void checkWaysAround(List<String> faults) {
        names("""
            select 'view ' || c.relname from pg_class c
            where c.relkind = 'v'
              and has_table_privilege(current_user, c.oid, 'select')
              and not coalesce('security_invoker=true' = any(c.reloptions), false)
              and c.relnamespace not in
            """ + SYSTEM_SCHEMAS + """
            union all
            select 'function ' || p.proname from pg_proc p
            where p.prosecdef
              and not (p.proname = 'search_asset_texts'
                and p.prosrc like '%nullif(current_setting(''app.client_account_id'', true), '''')::uuid%'
                and p.prosrc like '%text_scope_of(client_account_id => client, %'
                and 'search_path=pg_catalog, public, pg_temp' = any(p.proconfig)
                and exists (
                  select from pg_proc made
                  where made.proname = 'text_scope_of'
                    and made.prosrc like '%scope.conditions := ''t.client_account_id = ($1).client_account_id''%')
                and not exists (
                  select from pg_proc reader
                  where regexp_count(reader.prosrc, '(from|join) +cmdb_asset_texts', 1, 'i') <> regexp_count(reader.prosrc,
                    'from cmdb_asset_texts t\\s+where (t[.]client_account_id = scope[.]client_account_id\\s+(and|order)\\s'
                    || '|%1[$]s and |'' [|][|] scope[.]conditions\\s)')))
              and has_function_privilege(current_user, p.oid, 'execute')
              and p.pronamespace not in
            """ + SYSTEM_SCHEMAS + " order by 1")
                .forEach(way -> faults.add(way + " works with its owner's rights and is open to the application"));
    }

    /** What a query of one text column finds, asked with the application's login. */
    private List<String> names(String sql, Object... parameters) {
        return application
                .sql(sql)
                .params(parameters)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
