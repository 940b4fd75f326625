package io.modernize.cmdb.inventory.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.records.ImportedRow;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureMigrateServersTests {

    private static ImportedRow server(String osName) {
        return ImportedRow.with("*Server name", "Build-01").and("*OS name", osName);
    }

    @Test
    void mapsAServer() {
        AssetDraft draft = server("Ubuntu")
                .and("IP addresses", "192.0.2.1;192.0.2.2, 2001:db8::1")
                .and("*Cores", "16")
                .and("*Memory (In MB)", "65536")
                .and("OS version", "22.04")
                .and("OS architecture", "x64")
                .and("Server type", "Virtual")
                .and("Storage in use (In GB)", "29.5")
                .draft();

        assertThat(draft.key()).isEqualTo(new AssetKey("azure-migrate", "build-01"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.name()).isEqualTo("Build-01");
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_linux_server");
        assertThat(asset.addresses()).containsExactly("192.0.2.1", "192.0.2.2", "2001:db8::1");
        assertThat(asset.cpuCount()).isEqualTo(16);
        assertThat(asset.memoryMib()).isEqualTo(65_536);
        assertThat(asset.storageGib()).isEqualTo(new BigDecimal("29.5"));
        assertThat(asset.osVersion()).isEqualTo("22.04");
        assertThat(asset.tags()).containsExactly("architecture:x64", "type:Virtual");
        assertThat(asset.sourceAttributes()).containsEntry("*Server name", "Build-01");
    }

    @Test
    void acceptsAServerOfUnknownSize() {
        AssetAttributes asset =
                server("").and("*Cores", "").and("*Memory (In MB)", "").attributes();

        assertThat(asset.cpuCount()).isNull();
        assertThat(asset.memoryMib()).isNull();
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_server");
    }

    @ParameterizedTest
    @CsvSource({
        "Windows Server, cmdb_ci_win_server",
        "Red Hat Enterprise Linux, cmdb_ci_linux_server",
        "AIX, cmdb_ci_aix_server",
        "z/OS, cmdb_ci_server"
    })
    void derivesTheClassFromTheOperatingSystem(String osName, String ciClass) {
        assertThat(server(osName).attributes().ciClass()).isEqualTo(ciClass);
    }

    @Test
    void addsDisksUp() {
        assertThat(server("AIX")
                        .and("Disk 1 size (In GB)", "100")
                        .and("Disk 2 size (In GB)", "50.5")
                        .and("Storage in use (In GB)", "29")
                        .attributes()
                        .storageGib())
                .isEqualTo(new BigDecimal("150.5"));
    }

    @Test
    void rejectsBlankServerName() {
        assertThat(ImportedRow.with("*Server name", "")
                        .and("*OS name", "AIX")
                        .problem()
                        .column())
                .isEqualTo("*Server name");
    }
}
