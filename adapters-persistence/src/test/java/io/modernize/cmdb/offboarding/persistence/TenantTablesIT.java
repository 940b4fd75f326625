package io.modernize.cmdb.offboarding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the list of tables to the catalogue: a table that is not in it would outlive its client account. */
class TenantTablesIT {
    private static final String NOT_A_PARTITION =
            " and not (select relispartition from pg_class where oid = table_name::regclass)";

    private static JdbcClient admin;

    /** A table and one that it refers to. */
    private record Reference(String referring, String referred) {}

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.shared().createMigrated();
        admin = JdbcClient.create(database.adminDataSource());
    }

    @Test
    void coverEveryTableOfClientAccounts() {
        assertThat(names())
                .as("tables with a client account: add those that are missing to TenantTables, before the tables"
                        + " that they refer to")
                .containsExactlyInAnyOrderElementsOf(tablesWith("client_account_id", "client_accounts"));
    }

    @Test
    void findRowsOfEngagementsWhereverThereAreAny() {
        List<String> found = TenantTables.IN_ORDER_OF_DELETION.stream()
                .filter(table -> table.ofEngagements().isPresent())
                .map(TenantTable::name)
                .toList();

        assertThat(found)
                .containsAll(tablesWith("engagement_id", "engagements"))
                .contains("asset_import_keys");
    }

    @Test
    void comeBeforeThoseThatTheyReferTo() {
        List<Reference> references = admin.sql("""
            select distinct r.relname as referring, d.relname as referred
            from pg_constraint c
            join pg_class r on r.oid = c.conrelid
            join pg_class d on d.oid = c.confrelid
            where c.contype = 'f' and not r.relispartition and not d.relispartition and r.oid <> d.oid
            """)
                .query((row, number) -> new Reference(row.getString(1), row.getString(2)))
                .list();
        List<Reference> among = references.stream()
                .filter(reference -> names().contains(reference.referring) && names().contains(reference.referred))
                .toList();

        assertThat(among).hasSizeGreaterThan(15);
        assertThat(among)
                .allMatch(reference -> names().indexOf(reference.referring) < names().indexOf(reference.referred));
    }

    @Test
    void haveKeysOfUuids() {
        for (TenantTable table : TenantTables.IN_ORDER_OF_DELETION) {
            assertThat(admin.sql("select data_type from information_schema.columns"
                                    + " where table_schema = 'public' and table_name = ? and column_name = ?")
                            .params(table.name(), table.key())
                            .query((row, number) -> row.getString(1))
                            .list())
                    .as("%s.%s", table.name(), table.key())
                    .containsExactly("uuid");
        }
    }

    private static List<String> names() {
        return TenantTables.IN_ORDER_OF_DELETION.stream().map(TenantTable::name).toList();
    }

    private static List<String> tablesWith(String column, String alsoTable) {
        return admin.sql("select distinct table_name from information_schema.columns where table_schema = 'public'"
                        + " and (column_name = ? or table_name = ?)" + NOT_A_PARTITION)
                .params(column, alsoTable)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
