package io.modernize.cmdb.inventory.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.records.ImportedRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import org.junit.jupiter.api.Test;

class AwsMigrationHubServersTests {

    @Test
    void mapsAServer() {
        AssetDraft draft = ImportedRow.with("ExternalId", "E-1")
                .and("HostName", "web01.example.org")
                .and("IPAddress", "192.0.2.1, 192.0.2.2")
                .and("CPU.NumberOfCores", "4")
                .and("CPU.NumberOfLogicalCores", "8")
                .and("RAM.TotalSizeInMB", "16384")
                .and("OS.Name", "Windows Server 2019")
                .and("OS.Version", "1809")
                .and("Tags", "env:prod, team:web")
                .and("Applications", "Shop,Billing")
                .and("ApplicationWave", "2")
                .and("Anything else", "kept")
                .draft();

        assertThat(draft.key()).isEqualTo(new AssetKey("aws-migration-hub", "E-1"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.name()).isEqualTo("web01.example.org");
        assertThat(asset.hostName()).isEqualTo("web01.example.org");
        assertThat(asset.fqdn()).isEqualTo("web01.example.org");
        assertThat(asset.addresses()).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(asset.cpuCount()).isEqualTo(8);
        assertThat(asset.memoryMib()).isEqualTo(16_384);
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_win_server");
        assertThat(asset.tags())
                .containsExactly("env:prod", "team:web", "application:Shop", "application:Billing", "wave:2");
        assertThat(asset.sourceAttributes()).containsEntry("Anything else", "kept");
    }

    @Test
    void prefersTheMostLastingKey() {
        ImportedRow row = ImportedRow.with("IPAddress", "192.0.2.9, 192.0.2.10").and("OS.Name", "Linux");
        assertThat(row.key()).isEqualTo("ip:192.0.2.10");
        assertThat(row.and("MACAddress", "AA:BB:CC:00:11:22").key()).isEqualTo("mac:aa:bb:cc:00:11:22");
        assertThat(row.and("HostName", "Web01").key()).isEqualTo("host:web01");
        assertThat(row.and("VMware.MoRefId", "vm-1").key()).isEqualTo("host:web01");
        assertThat(row.and("VMware.VCenterId", "vc/1").key()).isEqualTo("vmware:vc%2F1/vm-1");
        assertThat(row.and("SMBiosId", "4C4C").key()).isEqualTo("smbios:4c4c");
        assertThat(row.and("ServerId", "d-server-1").key()).isEqualTo("server:d-server-1");
        assertThat(row.and("ExternalId", "E-1").key()).isEqualTo("E-1");
    }

    @Test
    void namesAServerWithoutHostNameByItsVirtualMachine() {
        ImportedRow row = ImportedRow.with("ExternalId", "E-1").and("HostName", "");
        assertThat(row.attributes().name()).isEqualTo("E-1");
        assertThat(row.and("VMware.VMName", "vm one").attributes().name()).isEqualTo("vm one");
    }

    @Test
    void rejectsARowThatIdentifiesNoServer() {
        RowProblem problem = ImportedRow.with("ExternalId", "")
                .and("SMBiosId", "4C4C")
                .and("VMware.MoRefId", "vm-1")
                .and("OS.Name", "Linux")
                .problem();

        assertThat(problem.reason()).contains("ExternalId", "HostName", "VMware.MoRefId with VMware.VCenterId");
    }
}
