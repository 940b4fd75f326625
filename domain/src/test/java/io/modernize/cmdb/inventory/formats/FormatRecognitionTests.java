package io.modernize.cmdb.inventory.formats;

import static io.modernize.cmdb.inventory.records.ImportedRow.recognised;
import static io.modernize.cmdb.inventory.records.ImportedRow.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import io.modernize.cmdb.inventory.records.SourceHeader;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FormatRecognitionTests {

    @Test
    void recognisesEveryFormatByItsUsualHeader() {
        assertThat(recognised("sys_id", "name", "ip_address", "os").format()).isEqualTo(ImportFormat.SERVICENOW_CI);
        assertThat(recognised("name", "short_description", "ram").format()).isEqualTo(ImportFormat.SERVICENOW_CI);
        assertThat(recognised("parent", "child", "type").format()).isEqualTo(ImportFormat.SERVICENOW_RELATIONS);
        assertThat(recognised("*Server name", "IP addresses", "*Cores", "*Memory (In MB)", "*OS name")
                        .format())
                .isEqualTo(ImportFormat.AZURE_MIGRATE);
        assertThat(recognised("ExternalId", "HostName", "IPAddress", "OS.Name").format())
                .isEqualTo(ImportFormat.AWS_MIGRATION_HUB);
        assertThat(recognised("name", "role", "manufacturer", "device_type", "serial", "asset_tag", "site", "location")
                        .format())
                .isEqualTo(ImportFormat.NETBOX_DEVICE);
        assertThat(recognised("name", "role", "status", "cluster", "device", "vcpus", "memory", "disk")
                        .format())
                .isEqualTo(ImportFormat.NETBOX_VIRTUAL_MACHINE);
    }

    @Test
    void looksColumnsUpWhateverTheirCaseAndSeparators() {
        SourceHeader header =
                recognised("SYS-ID", "Name", "Short Description", "* CPU_Count").header();

        assertThat(header.has("sys_id")).isTrue();
        assertThat(header.has("short_description")).isTrue();
        assertThat(header.has("cpu count")).isTrue();
        assertThat(header.position("name")).hasValue(1);
        assertThat(header.has("owner")).isFalse();
    }

    @Test
    void keepsOriginalNamesAndNamesTheNameless() {
        assertThat(recognised("sys_id", " name ", "", "").header().columns())
                .containsExactly("sys_id", "name", "column 3", "column 4");
    }

    @Test
    void refusesDuplicateColumnWithBothPositions() {
        ImportRefusal refusal = refused("sys_id", "name", "name", "os");

        assertThat(refusal.code()).isEqualTo(Code.DUPLICATE_COLUMN);
        assertThat(refusal.message()).isEqualTo("column `name` appears twice (columns 2 and 3)");
    }

    @Test
    void refusesColumnsThatDifferInWritingOnly() {
        assertThat(refused("sys_id", "Host Name", "name", "host_name", "HOSTNAME")
                        .message())
                .isEqualTo("column `Host Name` or `host_name` or `HOSTNAME` appears 3 times (columns 2, 4 and 5)");
    }

    @Test
    void refusesServiceNowWithoutNameOnce() {
        ImportRefusal refusal = refused("sys_id", "ip_address", "os", "cpu_count", "ram");

        assertThat(refusal.code()).isEqualTo(Code.MISSING_COLUMN);
        assertThat(refusal.message())
                .startsWith("required column `name` is missing")
                .contains("ServiceNow");
    }

    @Test
    void namesEveryMissingColumn() {
        assertThat(refused("parent", "child").message()).startsWith("required column `type` is missing");
        assertThat(refused("*Cores", "*OS name").message()).startsWith("required column `Server name` is missing");
        assertThat(refused("vcpus", "memory").message()).startsWith("required columns `name`, `cluster` are missing");
        assertThat(refused("OS.Name", "OS.Version", "VMware.MoRefId").message())
                .startsWith("a column that identifies a server is missing: ExternalId, IPAddress");
    }

    @Test
    void refusesUnknownHeaderWithFormatsAndDelimiterHint() {
        ImportRefusal refusal = refused("product", "cycle", "eol");

        assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(refusal.message()).contains("product, cycle, eol");
        assertThat(refusal.remedy())
                .contains("delimiter")
                .contains("ServiceNow", "Azure Migrate", "AWS Migration Hub", "NetBox", "JSON Lines");
        assertThat(refused("sys_id\tname\tos").message()).contains("only one column");
    }

    @Test
    void refusesHeadersBeyondItsBounds() {
        assertThat(refused("sys_id", "name", "x".repeat(257)).code()).isEqualTo(Code.HEADER_UNREADABLE);
        assertThat(refused("sys_id", "na\0me").code()).isEqualTo(Code.HEADER_UNREADABLE);
        assertThat(refused(Collections.nCopies(1_025, "").toArray(String[]::new))
                        .code())
                .isEqualTo(Code.HEADER_UNREADABLE);
    }
}
