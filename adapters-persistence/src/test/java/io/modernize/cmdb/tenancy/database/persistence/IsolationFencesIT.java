package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Takes down one fence after the other. */
class IsolationFencesIT {
    private static final String TENANT_CLAUSE =
            "(client_account_id = (select nullif(current_setting('app.client_account_id', true), '')::uuid))";

    private static TestDatabase database;
    private static Connection admin;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestDatabase.shared().createFresh().migrate();
        admin = database.adminDataSource().getConnection();
    }

    @AfterAll
    static void close() throws SQLException {
        admin.close();
    }

    /** What a test forgot to put up again would make others fail, or worse: pass. */
    @AfterEach
    void allFencesAreUpAgain() {
        standsUp();
    }

    private static void standsUp() {
        assertThatCode(IsolationFencesIT::check).doesNotThrowAnyException();
    }

    @Test
    void passesWhereAllFencesAreUp() {
        standsUp();
    }

    @ParameterizedTest
    @CsvSource({
        "client_accounts", "engagements", "memberships", "membership_engagements", "cmdb_assets",
        "cmdb_asset_relations", "cmdb_asset_embeddings", "asset_imports", "asset_import_keys",
                "asset_import_rejections",
        "cmdb_asset_texts"
    })
    void namesATableThatDoesNotForceRowLevelSecurity(String table) throws SQLException {
        isDown(
                "alter table " + table + " no force row level security",
                "alter table " + table + " force row level security",
                "table " + table + " does not force row-level security");
        isDown(
                "alter table " + table + " disable row level security",
                "alter table " + table + " enable row level security",
                "table " + table + " does not force row-level security");
    }

    @ParameterizedTest
    @CsvSource({"UPDATE, update", "UPDATE, update (code)", "DELETE, delete"})
    void namesAnAuditLogThatCanBeChanged(String privilege, String grant) throws SQLException {
        isDown(
                "grant " + grant + " on audit_events to " + database.applicationUser(),
                "revoke " + grant + " on audit_events from " + database.applicationUser(),
                "the application's login may " + privilege + " audit_events");
    }

    @Test
    void namesAPolicyWithoutWithCheck() throws SQLException {
        isDown(
                "drop policy tenant on cmdb_assets; create policy tenant on cmdb_assets using " + TENANT_CLAUSE,
                restoredPolicy(),
                "table cmdb_assets has no policy that ties both USING and WITH CHECK");
    }

    @Test
    void namesATableWithoutPolicy() throws SQLException {
        isDown("drop policy tenant on cmdb_assets", restoredPolicy(), "table cmdb_assets has no policy");
    }

    @Test
    void namesAPolicyThatDoesNotReadTheContext() throws SQLException {
        isDown(
                "drop policy tenant on cmdb_assets; create policy tenant on cmdb_assets using (true) with check (true)",
                restoredPolicy(),
                "table cmdb_assets (policy tenant) is open to the application");
    }

    private static String restoredPolicy() {
        return "drop policy if exists tenant on cmdb_assets; create policy tenant on cmdb_assets using " + TENANT_CLAUSE
                + " with check " + TENANT_CLAUSE;
    }

    @ParameterizedTest
    @CsvSource({"public", "${application}", "${application_group}"})
    void namesAnOpenPolicy(String grantee) throws SQLException {
        String role = grantee.replace("${application_group}", "analysts_of_" + database.applicationUser())
                .replace("${application}", database.applicationUser());
        String group = "analysts_of_" + database.applicationUser();
        isDown(
                "create role " + group + "; grant " + group + " to " + database.applicationUser()
                        + "; create policy careless on cmdb_assets to " + role + " using (true)",
                "drop policy careless on cmdb_assets; drop role " + group,
                "table cmdb_assets (policy careless) is open to the application");
    }

    @Test
    void acceptsAPolicyForAnotherRole() throws SQLException {
        execute("create policy operator on cmdb_assets to " + database.ownerUser() + " using (true)");
        try {
            standsUp();
        } finally {
            execute("drop policy operator on cmdb_assets");
        }
    }

    @Test
    void namesAnOpenPolicyForWriting() throws SQLException {
        isDown(
                "create policy careless on cmdb_assets for insert with check (true)",
                "drop policy careless on cmdb_assets",
                "table cmdb_assets (policy careless) is open to the application");
    }

    @ParameterizedTest
    @CsvSource({
        "superuser, nosuperuser, is a superuser",
        "bypassrls, nobypassrls, has BYPASSRLS",
        "replication, noreplication, has REPLICATION",
        "createrole, nocreaterole, has CREATEROLE",
        "createdb, nocreatedb, has CREATEDB"
    })
    void namesAnAttributeThatTheApplicationMustNotHave(String attribute, String none, String fault)
            throws SQLException {
        isDown(
                "alter role " + database.applicationUser() + " " + attribute,
                "alter role " + database.applicationUser() + " " + none,
                "the application's login " + fault);
    }

    @Test
    void namesAPolicyThatReadsTheContextButHoldsAnyway() throws SQLException {
        isDown(
                "create policy sly on cmdb_assets using (current_setting('app.object_id', true) is distinct from 'x')",
                "drop policy sly on cmdb_assets",
                "table cmdb_assets (policy sly) is open to the application");
    }

    @Test
    void namesAMembershipInAnyRole() throws SQLException {
        isDown(
                "grant pg_read_server_files to " + database.applicationUser(),
                "revoke pg_read_server_files from " + database.applicationUser(),
                "the application's login is a member of role pg_read_server_files");
    }

    @Test
    void namesAViewWithItsOwnersRights() throws SQLException {
        isDown(
                "create view every_asset as select * from cmdb_assets; grant select on every_asset to public",
                "drop view every_asset",
                "view every_asset works with its owner's rights");
    }

    @Test
    void acceptsAViewWithItsCallersRights() throws SQLException {
        execute("create view own_assets with (security_invoker = true) as select * from cmdb_assets;"
                + " grant select on own_assets to public");
        try {
            standsUp();
        } finally {
            execute("drop view own_assets");
        }
    }

    @Test
    void namesAFunctionWithItsOwnersRights() throws SQLException {
        isDown(
                "create function count_assets() returns bigint language sql security definer"
                        + " as 'select count(*) from cmdb_assets'",
                "drop function count_assets()",
                "function count_assets works with its owner's rights");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "search_asset_texts; nullif(current_setting('app.client_account_id', true), '')::uuid;"
                        + " (engagements)[1]",
                "search_asset_texts; client_account_id => client; client_account_id => engagements[1]",
                "search_asset_texts; search_path = pg_catalog, public, pg_temp; search_path = pg_temp, public",
                "text_scope_of; t.client_account_id = ($1).client_account_id; true",
                "count_texts; scope.conditions; 'true'",
                "choose_texts; t.client_account_id = scope.client_account_id; true",
                "rank_texts; %1$s and ; true and "
            })
    void namesTheSearchByWordsWhereItDoesNotKeepToTheContext(String function, String fence, String hole)
            throws SQLException {
        String sound = texts("select pg_get_functiondef('" + function + "'::regproc)")
                .replace(
                        "SET search_path TO 'pg_catalog', 'public', 'pg_temp'",
                        "SET search_path = pg_catalog, public, pg_temp");
        String unsound = sound.replace(fence, hole);
        assertThat(unsound).isNotEqualTo(sound);

        isDown(unsound, sound, "function search_asset_texts works with its owner's rights");
    }

    @Test
    void namesAnotherFunctionOfThatName() throws SQLException {
        isDown(
                "create function search_asset_texts(query_text text) returns bigint language sql security definer"
                        + " as 'select count(*) from cmdb_asset_texts'",
                "drop function search_asset_texts(text)",
                "function search_asset_texts works with its owner's rights");
    }

    private static String texts(String sql) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    @Test
    void namesACopyInAnotherSchema() throws SQLException {
        isDown(
                "create schema archive; create table archive.old_assets as select * from cmdb_assets",
                "drop schema archive cascade",
                "table old_assets does not force row-level security");
    }

    @Test
    void namesAMembershipInTheOwner() throws SQLException {
        isDown(
                "grant " + database.ownerUser() + " to " + database.applicationUser(),
                "revoke " + database.ownerUser() + " from " + database.applicationUser(),
                "the application's login is a member of role " + database.ownerUser());
    }

    @Test
    void namesAMembershipInARoleThatBypassesRowLevelSecurity() throws SQLException {
        String auditors = "auditors_of_" + database.applicationUser();
        isDown(
                "create role " + auditors + " bypassrls; grant " + auditors + " to " + database.applicationUser(),
                "drop role " + auditors,
                "the application's login is a member of role " + auditors);
    }

    @Test
    void namesATableThatTheApplicationOwns() throws SQLException {
        isDown(
                "alter table asset_imports owner to " + database.applicationUser(),
                "alter table asset_imports owner to " + database.ownerUser(),
                "the application's login owns asset_imports");
    }

    @Test
    void namesTheRightToCreateObjects() throws SQLException {
        isDown(
                "grant create on schema public to " + database.applicationUser(),
                "revoke create on schema public from " + database.applicationUser(),
                "may create objects in schema public");
    }

    @ParameterizedTest
    @CsvSource({"TRUNCATE", "REFERENCES", "TRIGGER"})
    void namesAPrivilegeThatRowLevelSecurityDoesNotCover(String privilege) throws SQLException {
        isDown(
                "grant " + privilege + " on cmdb_assets to public",
                "revoke " + privilege + " on cmdb_assets from public",
                "the application's login may " + privilege + " cmdb_assets");
    }

    @Test
    void namesANewTableWithoutRowLevelSecurity() throws SQLException {
        isDown(
                "create table notes (client_account_id uuid not null, text text)",
                "drop table notes",
                "table notes does not force row-level security");
    }

    @Test
    void namesAMaterialisedCopyOfTenantRows() throws SQLException {
        isDown(
                "create materialized view asset_names as select client_account_id, name from cmdb_assets",
                "drop materialized view asset_names",
                "asset_names does not force row-level security");
    }

    @Test
    void namesOneLoginForBoth() {
        DataSource owner = database.ownerDataSource();

        IsolationFenceDownException down = catchThrowableOfType(
                IsolationFenceDownException.class, () -> new IsolationFences(owner, owner).check());

        assertThat(down.faults())
                .contains("the owner and the application use the same login " + database.ownerUser())
                .contains("the application's login owns cmdb_assets");
    }

    @Test
    void namesADatabaseThatWasNotMigrated() {
        TestDatabase empty = TestDatabase.shared().createFresh();

        assertThatThrownBy(() -> new IsolationFences(empty.applicationDataSource(), empty.ownerDataSource()).check())
                .isInstanceOf(IsolationFenceDownException.class)
                .hasMessageContaining("no tenant table found");
    }

    @Test
    void namesAllFencesThatAreDownAndHowToPutThemUp() throws SQLException {
        execute("alter table cmdb_assets no force row level security; grant truncate on engagements to public");
        try {
            IsolationFenceDownException down =
                    catchThrowableOfType(IsolationFenceDownException.class, IsolationFencesIT::check);
            assertThat(down.faults()).hasSize(2);

            FailureAnalysis analysis = new IsolationFenceFailureAnalyzer().analyze(down);
            assertThat(analysis)
                    .isNotNull()
                    .satisfies(
                            said -> assertThat(said.getDescription()).contains("cmdb_assets", "TRUNCATE engagements"));
        } finally {
            execute("alter table cmdb_assets force row level security; revoke truncate on engagements from public");
        }
    }

    private static void isDown(String takeDown, String putUp, String fault) throws SQLException {
        execute(takeDown);
        try {
            assertThatThrownBy(IsolationFencesIT::check)
                    .isInstanceOf(IsolationFenceDownException.class)
                    .hasMessageContaining(fault);
        } finally {
            execute(putUp);
        }
    }

    /** As at the start of an application: with a new connection of the login that is judged. One, for all questions. */
    private static void check() throws SQLException {
        try (Connection application = database.applicationDataSource().getConnection()) {
            new IsolationFences(new SingleConnectionDataSource(application, true), database.ownerDataSource()).check();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
