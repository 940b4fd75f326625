package io.modernize.cmdb.inventory.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.records.ImportedRow;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ServiceNowItemsTests {

    private static ImportedRow server() {
        return ImportedRow.with("sys_id", "5fba").and("name", "db01.example.org");
    }

    @Test
    void mapsEveryColumn() {
        AssetDraft draft = server().and("host_name", "db01")
                .and("fqdn", "db01.example.org")
                .and("ip_address", "192.0.2.1, 192.0.2.2")
                .and("sys_class_name", "cmdb_ci_linux_server")
                .and("short_description", "Database server")
                .and("os", "Linux Red Hat")
                .and("os_version", "9")
                .and("cpu_count", "8")
                .and("ram", "8,192")
                .and("disk_space", "1464.84")
                .and("used_for", "Production")
                .and("classification", "Test")
                .and("location", "rdu3")
                .and("department", "Infrastructure")
                .and("support_group", "sysadmin-db")
                .and("install_status", "1")
                .and("operational_status", "2")
                .and("serial_number", "SN-1")
                .and("asset_tag", "P100")
                .and("comments", "First line\nsecond line")
                .draft();

        assertThat(draft.key()).isEqualTo(new AssetKey("servicenow", "5fba"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.name()).isEqualTo("db01.example.org");
        assertThat(asset.hostName()).isEqualTo("db01");
        assertThat(asset.fqdn()).isEqualTo("db01.example.org");
        assertThat(asset.addresses()).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_linux_server");
        assertThat(asset.description()).isEqualTo("Database server\nFirst line\nsecond line");
        assertThat(asset.osName()).isEqualTo("Linux Red Hat");
        assertThat(asset.osVersion()).isEqualTo("9");
        assertThat(asset.cpuCount()).isEqualTo(8);
        assertThat(asset.memoryMib()).isEqualTo(8_192);
        assertThat(asset.storageGib()).isEqualTo(new BigDecimal("1464.84"));
        assertThat(asset.environment()).isEqualTo("Production");
        assertThat(asset.location()).isEqualTo("rdu3");
        assertThat(asset.owner()).isEqualTo("Infrastructure");
        assertThat(asset.supportGroup()).isEqualTo("sysadmin-db");
        assertThat(asset.status()).isEqualTo("Installed");
        assertThat(asset.operationalStatus()).isEqualTo("Non-Operational");
        assertThat(asset.serialNumber()).isEqualTo("SN-1");
        assertThat(asset.assetTag()).isEqualTo("P100");
        assertThat(asset.sourceAttributes()).contains(entry("ram", "8,192"), entry("install_status", "1"));
    }

    @Test
    void leavesBlankCellsOut() {
        AssetAttributes asset =
                server().and("short_description", " ").and("comments", "Notes").attributes();

        assertThat(asset.description()).isEqualTo("Notes");
        assertThat(asset.memoryMib()).isNull();
        assertThat(asset.sourceAttributes()).containsOnlyKeys("sys_id", "name", "comments");
    }

    @Test
    void takesEnvironmentFromClassificationWhereUsedForIsBlank() {
        assertThat(server().and("used_for", "")
                        .and("classification", "Test")
                        .attributes()
                        .environment())
                .isEqualTo("Test");
    }

    @Test
    void keepsUnknownStatusCodesAndLabels() {
        AssetAttributes asset = server().and("install_status", "1500")
                .and("operational_status", "Operational")
                .attributes();

        assertThat(asset.status()).isEqualTo("1500");
        assertThat(asset.operationalStatus()).isEqualTo("Operational");
    }

    @Test
    void prefersOwnerToDepartment() {
        assertThat(server().and("department", "IT")
                        .and("owned_by", "Jo Doe")
                        .attributes()
                        .owner())
                .isEqualTo("Jo Doe");
    }

    @Test
    void rejectsBlankSysIdEvenThoughItHasAName() {
        RowProblem problem = ImportedRow.with("sys_id", " ").and("name", "db01").problem();

        assertThat(problem.column()).isEqualTo("sys_id");
        assertThat(problem.reason()).contains("required");
    }

    @Test
    void identifiesBySerialNumberThenNameWithoutSysId() {
        ImportedRow named = ImportedRow.with("name", "db01").and("ram", "1").and("disk_space", "1");
        assertThat(named.key()).isEqualTo("name:db01");
        assertThat(named.and("serial_number", "SN-1").key()).isEqualTo("serial:SN-1");
    }

    @Test
    void reportsEveryProblemOfARowWithItsKey() {
        RowMapping.RejectedRow rejection = ImportedRow.with("Sys ID", "5fba")
                .and("Name", "")
                .and("RAM", "8 GB")
                .and("CPU count", "-2")
                .and("Disk space", "9,999,999,999,999,999")
                .rejection();

        assertThat(rejection.externalKey()).isEqualTo("5fba");
        assertThat(rejection.problems())
                .extracting(RowProblem::column, RowProblem::value, RowProblem::reason)
                .containsExactly(
                        tuple("Name", null, "is required and blank"),
                        tuple("CPU count", "-2", "is negative"),
                        tuple("RAM", "8 GB", "is not a whole number"),
                        tuple(
                                "Disk space",
                                "9,999,999,999,999,999",
                                "is more than 1,099,511,627,776; is the unit right?"));
    }

    @Test
    void readsDecimalCommasOfSemicolonFiles() {
        assertThat(server().and("disk_space", "1464,84")
                        .withDecimalCommas()
                        .attributes()
                        .storageGib())
                .isEqualTo(new BigDecimal("1464.84"));
        assertThat(server().and("disk_space", "1464.84")
                        .withDecimalCommas()
                        .problem()
                        .reason())
                .contains("decimal comma");
    }

    @Test
    void rejectsTextsBeyondTheirBounds() {
        assertThat(ImportedRow.with("sys_id", "1")
                        .and("name", "n".repeat(513))
                        .problem()
                        .reason())
                .isEqualTo("has 513 characters, at most 512");
        assertThat(ImportedRow.with("sys_id", "k".repeat(513))
                        .and("name", "n")
                        .rejection()
                        .externalKey())
                .isNull();
        assertThat(server().and("location", "l".repeat(1_025)).problem().column())
                .isEqualTo("location");
        assertThat(server().and("ip_address", "10.0.0.1 ".repeat(3))
                        .attributes()
                        .addresses())
                .hasSize(1);
        StringBuilder addresses = new StringBuilder();
        for (int host = 1; host <= 65; host++) {
            addresses.append("192.0.2.").append(host).append(';');
        }
        assertThat(server().and("ip_address", addresses.toString()).problem().reason())
                .isEqualTo("has 65 values, at most 64");
    }

    @Test
    void mapsRelations() {
        assertThat(ImportedRow.with("Parent", "web01")
                        .and("Child", "db01")
                        .and("Type", "Runs on::Runs")
                        .mapped())
                .isEqualTo(new RowMapping.RelationRow(new RelationDraft("web01", "db01", "Runs on::Runs")));
    }

    @Test
    void rejectsRelationsWithBlankEnds() {
        assertThat(ImportedRow.with("parent", "web01")
                        .and("child", "")
                        .and("type", "")
                        .rejection()
                        .problems())
                .extracting(RowProblem::column)
                .containsExactly("child", "type");
    }
}
