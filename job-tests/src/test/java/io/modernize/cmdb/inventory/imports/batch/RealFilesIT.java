package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files of {@code shared/data}; what they show is tested with files made here, too. */
class RealFilesIT extends ImportScenario {

    @ParameterizedTest
    @CsvSource({
        "fedora-servicenow.csv, SERVICENOW_CI, 371",
        "adoptium-azure-migrate.csv, AZURE_MIGRATE, 87",
        "netbox-devices.csv, NETBOX_DEVICE, 72",
        "netbox-virtual-machines.csv, NETBOX_VIRTUAL_MACHINE, 180"
    })
    void storesEveryAsset(String name, String format, int assets) {
        ImportSummary first = run(SharedData.file(name));
        ImportSummary second = run(SharedData.file(name));

        assertThat(first.format()).isEqualTo(format);
        assertThat(first.counts()).isEqualTo(new ImportCounts(assets, 0, 0, 0));
        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 0, assets, 0));
        assertThat(second.missing()).isZero();
        assertThat(engagement.assets()).hasSize(assets);
    }

    @Test
    void storesAllIntoOneEngagement() {
        for (String name : List.of(
                "fedora-servicenow.csv",
                "adoptium-azure-migrate.csv",
                "netbox-devices.csv",
                "netbox-virtual-machines.csv")) {
            assertThat(run(SharedData.file(name)).missing()).isZero();
        }
        assertThat(engagement.assets()).hasSize(371 + 87 + 72 + 180);
    }

    @Test
    void storesRelationsExceptDanglingOnes() {
        run(SharedData.file("fedora-servicenow.csv"));

        ImportSummary summary = run(SharedData.file("fedora-relations.csv"));

        assertThat(summary.totalRows()).isEqualTo(282);
        assertThat(rejections(summary))
                .isNotEmpty()
                .allMatch(rejection -> rejection.column().equals("child"))
                .extracting(Rejection::value)
                .containsOnly("virthost-os01.fedorainfracloud.org", "virthost-os03.fedorainfracloud.org");
        long dangling = rejections(summary).size();
        assertThat(summary.counts()).isEqualTo(new ImportCounts(282 - dangling, 0, 0, dangling));
        assertThat(engagement.relations()).hasSize((int) (282 - dangling));
    }
}
