package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.records.ImportedRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetBoxTests {

    private static ImportedRow device(String name, String role, String site, String rack, String position) {
        return ImportedRow.with("name", name)
                .and("role", role)
                .and("manufacturer", "Panduit")
                .and("device_type", "48-Port Patch Panel")
                .and("site", site)
                .and("rack", rack)
                .and("position", position);
    }

    @Test
    void mapsADevice() {
        AssetDraft draft = device("sw01", "Access Switch", "DM-Akron", "Comms closet", "10.0")
                .and("tenant", "Dunder-Mifflin, Inc.")
                .and("platform", "Cisco IOS")
                .and("status", "active")
                .and("description", "Uplink to core")
                .and("comments", "Replaced in May")
                .and("tags", "edge,critical")
                .draft();

        assertThat(draft.key()).isEqualTo(new AssetKey("netbox-device", "name:dm-akron/dunder-mifflin, inc./sw01"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_ip_switch");
        assertThat(asset.osName()).isEqualTo("Cisco IOS");
        assertThat(asset.location()).isEqualTo("DM-Akron");
        assertThat(asset.owner()).isEqualTo("Dunder-Mifflin, Inc.");
        assertThat(asset.status()).isEqualTo("active");
        assertThat(asset.tags()).containsExactly("edge", "critical");
        assertThat(asset.description())
                .isEqualTo("Access Switch, Panduit 48-Port Patch Panel, rack Comms closet, position U10\n"
                        + "Uplink to core\nReplaced in May");
    }

    @ParameterizedTest
    @CsvSource({
        "Router, cmdb_ci_ip_router",
        "ToR Switch, cmdb_ci_ip_switch",
        "Firewall, cmdb_ci_ip_firewall",
        "PDU, cmdb_ci_pdu",
        "Patch Panel, cmdb_ci_patch_panel",
        "Application Server, cmdb_ci_server",
        "Console, cmdb_ci_netgear"
    })
    void derivesTheClassFromTheRole(String role, String ciClass) {
        assertThat(device("a", role, "s", "r", "1").attributes().ciClass()).isEqualTo(ciClass);
    }

    @Test
    void tellsDevicesOfOneNameApartBySite() {
        assertThat(device("PP:MDF", "Patch Panel", "Grinnells Lab", "", "").key())
                .isNotEqualTo(device("PP:MDF", "Patch Panel", "D. S. Weaver Labs", "", "")
                        .key());
    }

    @Test
    void prefersSerialNumberAndAssetTagToTheName() {
        ImportedRow row = device("sw01", "Switch", "site", "", "").and("asset_tag", "A/1");
        assertThat(row.key()).isEqualTo("asset-tag:A%2F1");
        assertThat(row.and("serial", "SN-1").key()).isEqualTo("serial:SN-1");
    }

    @Test
    void knowsUnnamedDevicesByTheirPlace() {
        AssetDraft draft =
                device("", "Patch Panel", "DM-Akron", "Comms closet", "11.0").draft();

        assertThat(draft.key().externalKey()).isEqualTo("slot:dm-akron//comms closet/11/48-port patch panel");
        assertThat(draft.attributes().name()).isEqualTo("Panduit 48-Port Patch Panel, DM-Akron, Comms closet U11");
        assertThat(device("", "Patch Panel", "DM-Akron", "Comms closet", "11").key())
                .isEqualTo(draft.key().externalKey());
    }

    @Test
    void rejectsUnnamedDevicesWithoutAPlace() {
        RowProblem problem =
                device("", "Patch Panel", "DM-Akron", "Comms closet", "").problem();

        assertThat(problem.column()).isEqualTo("name");
        assertThat(problem.reason()).contains("serial", "asset_tag", "rack", "position");
        assertThat(device("sw01", "Switch", "", "", "").problem().column()).isEqualTo("site");
    }

    @Test
    void mapsAVirtualMachine() {
        AssetDraft draft = ImportedRow.with("name", "vm1")
                .and("role", "Application Server")
                .and("cluster", "DO-AMS3")
                .and("platform", "Ubuntu Linux 20.04")
                .and("vcpus", "0.50")
                .and("memory", "2048")
                .and("disk", "20")
                .draft();

        assertThat(draft.key()).isEqualTo(new AssetKey("netbox-vm", "do-ams3/vm1"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.ciClass()).isEqualTo("cmdb_ci_vm_instance");
        assertThat(asset.cpuCount()).isEqualTo(1);
        assertThat(asset.memoryMib()).isEqualTo(2_048);
        assertThat(asset.storageGib()).isEqualTo(new BigDecimal("20"));
        assertThat(asset.description()).isEqualTo("Application Server, cluster DO-AMS3");
    }

    @Test
    void rejectsAVirtualMachineOfNoClusterAndNoSite() {
        ImportedRow row = ImportedRow.with("name", "vm1").and("cluster", "").and("vcpus", "1");
        assertThat(row.problem().column()).isEqualTo("cluster");
        assertThat(row.and("site", "AMS3").key()).isEqualTo("site:ams3/vm1");
    }
}
