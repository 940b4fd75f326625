package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.operations.isolation.StatementRecorder.SentText;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every statement that the service sends on a table of client accounts names the tenant itself, and runs in a transaction
 * of that tenant: by the plans that PostgreSQL reports of all that it runs, those of functions included. Row-level
 * security would hide a statement that forgets; here it is found.
 */
class StatementProofIT extends WholeService {
    /** By identity, since the client account is only known from the answer. A policy of its own allows no more. */
    private static final Pattern OWN_MEMBERSHIPS =
            Pattern.compile("from memberships m where m\\.directory_tenant_id = \\$1 and m\\.object_id = \\$2 order by"
                    + " m\\.client_account_id");

    private static final Set<String> SEEN_ELSEWHERE = Set.of();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void reportPlansFromNowOn() throws SQLException {
        assumeTrue(
                canReportPlans(),
                "the server that CMDB_DB_URL names has no auto_explain, or its administrator may not load it");
        recorder.start();
        reportPlans(true);
    }

    @AfterAll
    void reportNoFurtherPlans() throws SQLException {
        if (canReportPlans()) {
            reportPlans(false);
            recorder.stop();
        }
    }

    @Test
    void holdsForAllThatTheServiceDoes() {
        recorder.start();
        for (Client client : clients()) {
            askEverything(client);
        }
        runEveryJob(clients().getLast());

        TenantPredicates predicates = predicates();
        List<SeenPlan> plans = recorder.takePlans().stream()
                .filter(plan -> plan.login().equals(database().applicationUser()))
                .toList();
        Map<String, String> faults = new TreeMap<>();
        Set<String> tables = new TreeSet<>();
        for (SeenPlan plan : plans) {
            tables.addAll(predicates.tablesOf(plan));
            if (!OWN_MEMBERSHIPS.matcher(oneLine(plan.sql())).find()) {
                predicates.faultsOf(plan).forEach(fault -> faults.put(fault, oneLine(plan.sql())));
            }
        }
        Set<String> statements =
                plans.stream().map(plan -> oneLine(plan.sql())).collect(Collectors.toCollection(TreeSet::new));
        System.out.printf(
                "Statements of the application: %d plans of %d different statements on %d tables and partitions of"
                        + " client accounts%n",
                plans.size(), statements.size(), tables.size());

        assertThat(faults).isEmpty();
        assertThat(unplanned(statements, predicates))
                .as("nothing was sent unseen")
                .isEmpty();
        assertThat(predicates.untouched(tables))
                .as("tables that nothing here reads or writes")
                .isEqualTo(SEEN_ELSEWHERE);
    }

    /** Texts of the application that name a table of client accounts, but of which no plan was seen. */
    private List<String> unplanned(Set<String> planned, TenantPredicates predicates) {
        Set<String> beginnings =
                planned.stream().map(StatementProofIT::beginning).collect(Collectors.toSet());
        return recorder.takeTexts().stream()
                .filter(text -> text.login().equals(database().applicationUser()))
                .map(SentText::sql)
                .flatMap(text -> Pattern.compile(";").splitAsStream(text))
                .map(StatementProofIT::oneLine)
                .distinct()
                .filter(predicates::names)
                .filter(text -> !beginnings.contains(beginning(text)))
                .toList();
    }

    /** Up to the first parameter, whose place the driver may write differently. */
    private static String beginning(String sql) {
        return sql.split("[?$]", 2)[0].strip();
    }

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }

    private void askEverything(Client client) {
        Map<String, String> administrator = as(Identities.name(client.slug(), Role.ADMINISTRATOR));
        Function<IdKind, String> ids = idsIn(administrator, client.engagement(0));
        for (RootField field : rootFields()) {
            ask(administrator, field, Samples.variables(field, ids));
            ask(
                    administrator,
                    field,
                    Samples.variables(field, kind -> UUID.randomUUID().toString()));
        }
        RootField search = rootField("findSimilarAssets");
        for (String mode : List.of("SEMANTIC", "LEXICAL", "HYBRID")) {
            for (Map<String, Object> filter : Samples.FILTERS) {
                ask(administrator, search, Map.of("queryText", "oracle", "mode", mode, "filter", filter));
            }
            for (String text : List.of("oracle ledger", "SER-", "host-3", "10.4.2.")) {
                ask(administrator, search, Map.of("queryText", text, "mode", mode, "topK", 50));
            }
            ask(
                    administrator,
                    rootField("assetsLike"),
                    Map.of("assetId", ids.apply(IdKind.ASSET), "mode", mode, "topK", 50));
        }
    }

    private void ask(Map<String, String> headers, RootField field, Map<String, ?> variables) {
        Answer answer = service.graphQl(headers, field.document(variables), variables);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"INTERNAL\"", "\"ValidationError\"");
    }

    private void runEveryJob(Client client) {
        Map<String, String> administrator = as(Identities.name(client.slug(), Role.ADMINISTRATOR));
        Engagement engagement = registry.ensureEngagement(client.account().id(), new Slug("passing"), "Passing");
        importFile(administrator, engagement, Estate.lines("markpassing", List.of(0, 1, 2, 3, 4), "as delivered"));
        importFile(administrator, engagement, Estate.lines("markpassing", List.of(0, 1, 2), "changed"));
        importFile(administrator, engagement, Estate.lines("markpassing", List.of(0, 1), "changed") + "not a line\n");
        finish(administrator, "startEmbedding");
        finish(administrator, "startDuplicateSearch(input: {engagementId: \"" + engagement.id() + "\"})");
        finish(administrator, "startReindex");
        finish(administrator, "startAudit");
        ask(administrator, rootField("findSimilarAssets"), Map.of("queryText", "oracle", "mode", "SEMANTIC"));
        ask(administrator, rootField("findSimilarAssets"), Map.of("queryText", "oracle", "mode", "HYBRID"));
        finish(
                administrator,
                "startOffboarding(input: {engagementId: \"%s\", confirm: \"passing\", export: true})"
                        .formatted(engagement.id()));
    }

    @Test
    void findsStatementsThatForget() {
        Client client = clients().getFirst();
        String own = client.account().id().toString();
        String foreign = clients().getLast().account().id().toString();

        assertThat(faultsOf(own, "select count(*) from cmdb_assets where client_account_id = '" + own + "'"))
                .isEmpty();
        assertThat(faultsOf(own, "select count(*) from cmdb_assets"))
                .singleElement()
                .asString()
                .contains("without a condition");
        assertThat(faultsOf(own, "select count(*) from cmdb_assets where client_account_id = '" + foreign + "'"))
                .singleElement()
                .asString()
                .contains("in a transaction of " + own);
        assertThat(faultsOf(
                        own,
                        "select count(*) from cmdb_assets a join engagements e on e.id = a.engagement_id"
                                + " where a.client_account_id = '" + own + "'"))
                .singleElement()
                .asString()
                .startsWith("engagements is read without");
        assertThat(faultsOf(own, "update cmdb_assets set name = name")).isNotEmpty();
        assertThat(faultsOf(own, "delete from duplicate_dismissals where group_id is null"))
                .isNotEmpty();
        assertThat(faultsOf(null, "select count(*) from cmdb_assets where client_account_id = '" + own + "'"))
                .singleElement()
                .asString()
                .contains("outside of a tenant transaction");
    }

    private List<String> faultsOf(@org.jspecify.annotations.Nullable String tenant, String sql) {
        recorder.takePlans();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            if (tenant != null) {
                jdbc.sql("set local app.client_account_id = '" + tenant + "'").update();
            }
            if (sql.startsWith("select")) {
                jdbc.sql(sql).query(Long.class).single();
            } else {
                jdbc.sql(sql).update();
            }
            status.setRollbackOnly();
        });
        TenantPredicates predicates = predicates();
        List<String> faults = new ArrayList<>();
        Consumer<SeenPlan> collect = plan -> faults.addAll(predicates.faultsOf(plan));
        List<SeenPlan> plans = recorder.takePlans().stream()
                .filter(plan -> plan.sql().equals(sql))
                .toList();
        assertThat(plans).isNotEmpty();
        plans.forEach(collect);
        return faults;
    }

    private static TenantPredicates predicates() {
        JdbcClient admin = JdbcClient.create(database().adminDataSource());
        Map<String, String> columns = new TreeMap<>();
        admin.sql("""
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and (a.attname = 'client_account_id' or c.relname = 'client_accounts' and a.attname = 'id')
            """).query(row -> {
            columns.put(row.getString(1), row.getString(2));
        });
        Map<String, String> tenants = new TreeMap<>();
        admin.sql("""
            select c.relname, substring(pg_get_expr(i.indpred, i.indrelid)
              from 'client_account_id = ''([0-9a-f-]{36})''::uuid')
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where pg_get_expr(i.indpred, i.indrelid) like '%client_account_id = ''%'
            """).query(row -> {
            tenants.put(row.getString(1), row.getString(2));
        });
        return new TenantPredicates(columns, tenants);
    }
}
