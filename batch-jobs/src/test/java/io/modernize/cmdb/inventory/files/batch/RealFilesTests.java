package io.modernize.cmdb.inventory.files.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.application.SharedData;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RealFilesTests {

    private static ImportedFile assets(String name, ImportFormat format, int count) throws IOException {
        ImportedFile imported = ImportedFile.of(SharedData.file(name));
        assertThat(imported.file().format()).isEqualTo(format);
        assertThat(imported.rejections()).isEmpty();
        assertThat(imported.relations()).isEmpty();
        assertThat(imported.assets()).extracting(AssetDraft::key).hasSize(count).doesNotHaveDuplicates();
        assertThat(imported.names()).noneMatch(String::isBlank);
        return imported;
    }

    @Test
    void readsServiceNowServers() throws IOException {
        ImportedFile imported = assets("fedora-servicenow.csv", ImportFormat.SERVICENOW_CI, 371);

        assertThat(imported.assets())
                .filteredOn(asset -> asset.attributes()
                        .sourceAttributes()
                        .getOrDefault("ram", "")
                        .contains(","))
                .hasSizeGreaterThan(50)
                .allMatch(asset -> asset.attributes().memoryMib() != null
                        && asset.attributes().memoryMib() >= 1_000);
        assertThat(imported.names()).doesNotHaveDuplicates();
    }

    @Test
    void readsServiceNowRelations() throws IOException {
        ImportedFile imported = ImportedFile.of(SharedData.file("fedora-relations.csv"));

        assertThat(imported.file().format()).isEqualTo(ImportFormat.SERVICENOW_RELATIONS);
        assertThat(imported.rejections()).isEmpty();
        assertThat(imported.relations()).hasSize(282);
        assertThat(imported.relations())
                .filteredOn(relation -> relation.type().equals("Runs on::Runs"))
                .hasSize(257);
    }

    @Test
    void readsAzureMigrateServers() throws IOException {
        ImportedFile imported = assets("adoptium-azure-migrate.csv", ImportFormat.AZURE_MIGRATE, 87);

        assertThat(imported.assets())
                .filteredOn(asset -> asset.attributes().cpuCount() != null)
                .hasSize(6);
        assertThat(imported.assets())
                .extracting(asset -> asset.attributes().ciClass())
                .contains("cmdb_ci_win_server", "cmdb_ci_linux_server", "cmdb_ci_aix_server", "cmdb_ci_server");
    }

    @Test
    void readsNetBoxDevices() throws IOException {
        ImportedFile imported = assets("netbox-devices.csv", ImportFormat.NETBOX_DEVICE, 72);

        assertThat(imported.names()).filteredOn("PP:MDF"::equals).hasSize(3);
    }

    @Test
    void readsNetBoxVirtualMachines() throws IOException {
        assets("netbox-virtual-machines.csv", ImportFormat.NETBOX_VIRTUAL_MACHINE, 180);
    }

    @Test
    void refusesTablesThatHoldNoAssets() throws IOException {
        assertThat(ImportedFile.refusalOf(SharedData.file("endoflife-products.csv"))
                        .code())
                .isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(ImportedFile.refusalOf(SharedData.file("netbox-tenants.csv")).code())
                .isEqualTo(Code.UNKNOWN_FORMAT);
    }

    @Test
    void rejectsEveryLineOfForeignJsonLines() throws IOException {
        ImportedFile imported = ImportedFile.of(SharedData.file("queries-fedora.jsonl"));

        assertThat(imported.assets()).isEmpty();
        assertThat(imported.rejections()).hasSize(60);
    }
}
