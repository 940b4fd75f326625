package io.modernize.cmdb.operations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The estate in the jar, through the real jobs into a database of its own; the model is a fast one. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"cmdb.sample-estate.enabled=true", "cmdb.embedding.provider=hashing"})
@Import(SampleEstateIT.FastModel.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleEstateIT {
    /** Not annotated as a configuration: the component scan of other tests' applications must not find it. */
    static class FastModel {
        @Bean
        HashingEmbeddingModel hashingEmbeddingModel() {
            return new HashingEmbeddingModel(64);
        }
    }

    @Autowired
    private SampleEstate estate;

    @Autowired
    private HashingEmbeddingModel model;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private EmbeddingSpaces spaces;

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void useADatabaseOfItsOwn(DynamicPropertyRegistry settings) {
        TestDatabase.shared().createMigrated().properties().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("cmdb.import.reports-directory", () -> "target/import-reports");
    }

    @BeforeAll
    void loadTheEstate() {
        estate.ensureLoaded();
    }

    @Test
    void holdsTwoClientsWithTwoEngagementsEach() {
        assertThat(rows("select e.slug from client_accounts a join engagements e on e.client_account_id = a.id"
                        + " where a.id = ? order by 1"))
                .containsExactlyInAnyOrder(
                        "northwind: branch-refresh",
                        "northwind: core-exit",
                        "harbor: cloud-landing",
                        "harbor: warehouse-ot");
    }

    @Test
    void importsEachFileToItsEndWithoutRejections() {
        assertThat(rows("select file_name || ', ' || (next_row = total_rows and finished_at is not null) || ', '"
                        + " || rejected_rows from asset_imports where client_account_id = ?"))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).endsWith(", true, 0"));
    }

    @Test
    void isLargeAndMixedEnoughToSearchIn() {
        assertThat(rows("select id::text from cmdb_assets where client_account_id = ?"))
                .hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(rows("select distinct ci_class from cmdb_assets where client_account_id = ?").stream()
                        .map(row -> row.replaceFirst(".*: ", ""))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(rows("select parent_asset_id::text from cmdb_asset_relations where client_account_id = ?"))
                .hasSizeGreaterThanOrEqualTo(500);
    }

    @Test
    void isEmbeddedCompletely() {
        long embedded = 0;
        for (ClientAccount account : accounts()) {
            TenantScope scope = TenantScope.forJob(account.id());
            assertThat(store.countDue(scope, spaces.common())).isZero();
            embedded += store.count(scope, spaces.common());
        }
        assertThat(embedded)
                .isEqualTo(rows("select id::text from cmdb_assets where client_account_id = ?")
                        .size());
    }

    @Test
    void changesNothingAndCallsNoModelWhenItIsThereAlready() {
        Map<String, String> before = contents();
        int calls = model.documentCalls();
        assertThat(calls).as("calls of the first load").isPositive();

        estate.ensureLoaded();

        assertThat(model.documentCalls()).isEqualTo(calls);
        assertThat(model.queryCalls()).isZero();
        assertThat(contents()).isEqualTo(before);
    }

    /** By table, what any write would change: the version of each row is part of it. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String table : List.of(
                "engagements",
                "cmdb_assets",
                "cmdb_asset_relations",
                "cmdb_asset_embeddings",
                "asset_imports",
                "asset_import_rejections")) {
            contents.put(
                    table,
                    String.join(
                            ", ",
                            rows("select count(*) || ' ' || coalesce(md5(string_agg(t.xmin::text || t.ctid::text, ','"
                                    + " order by t.ctid)), '') from " + table + " t where t.client_account_id = ?")));
        }
        return contents;
    }

    /** What a query with a parameter for the client account returns for each of both, after its slug. */
    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (ClientAccount account : accounts()) {
            transactions.runInScope(
                    TenantScope.forJob(account.id()),
                    () -> jdbc.sql(sql)
                            .param(account.id().value())
                            .query(String.class)
                            .list()
                            .forEach(row -> rows.add(account.slug() + ": " + row)));
        }
        return rows;
    }

    private List<ClientAccount> accounts() {
        return List.of(
                registry.findClientAccount(new Slug("northwind")).orElseThrow(),
                registry.findClientAccount(new Slug("harbor")).orElseThrow());
    }
}
